import { sql } from 'kysely'
import { z } from 'zod'
import { itemAt } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { casePack, projectPack } from '#app/catalogue/queries.server.ts'
import { openingOf, reasonedOpenings } from '#app/consent/open-with-reason.server.ts'
import { readerNames, readersOf } from '#app/consent/readers.server.ts'
import { onCase, rightsOf } from '#app/families/case-rights.server.ts'
import { Id, Ids, MaybeId } from '#app/families/families.ts'
import { peopleThere } from '#app/families/queries.server.ts'
import { searchTermAad } from '#app/families/search-families.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { type Context, Forbidden, NotFound } from '#app/platform/context.ts'
import { encrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys } from '#app/platform/crypto/keys.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addMonths, startOfMonth } from '#app/platform/time/plain-date.ts'
import { Filter, monthsFilled, sharedAtHome } from './entry.ts'
import { companionHours, companionKinds, entriesOf, findEntry, hiddenReasons, kindsOf, meetingsAround } from './queries.server.ts'
import { sectorOf, writesLogbook } from './write-entry.server.ts'

/** The months of companion support that stand above the logbook. */
const MONTHS_SHOWN = 6

/** The logbook of a family as the reader may see it, filtered; a search is in the log, its words encrypted (LOG-01, KNOW-01). */
export const readLogbook = query({
  event: 'logbook.read',
  input: z.object({ caseId: Id, filter: Filter.prefault({}) }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => (ctx.actor.kind === 'staff' && (await reachesCase(tx, caseId)) ? true : 'not-found'),
  run: async (tx, ctx, { caseId, filter }) => {
    const pack = await casePack(tx, caseId)
    const opening = await openingOf(tx, ctx, caseId, 'logbook')
    const people = await peopleThere(tx, caseId, ctx.today)
    const all = await entriesOf(tx, caseId)
    const entries = Object.values(filter).some((v) => v !== null) ? await entriesOf(tx, caseId, filter) : all
    const rights = await rightsOf(tx, ctx, caseId)
    const from = addMonths(startOfMonth(ctx.today), 1 - MONTHS_SHOWN)
    const counted = companionKinds(pack)
    const companion = all.filter((e) => counted.includes(e.kind) && e.sector === 'coordination').map((e) => ({ caseId, month: startOfMonth(e.onDate), minutes: e.minutes ?? 0, entries: 1 }))
    return {
      caseId,
      today: ctx.today,
      municipalityId: ctx.municipalityId,
      filter,
      opening,
      people: people.map((p) => ({ id: p.id, name: p.firstName, family: p.family })),
      entries: entries.map((e) => ({ ...e, mine: e.authorStaffId === ctx.actor.id, correctable: rights.sectors.includes(e.sector) })),
      total: all.length,
      authors: [...new Map(all.flatMap((e) => (e.authorStaffId === null ? [] : [[e.authorStaffId, e.author] as const])))].map(([id, name]) => ({ id, name })),
      kinds: everyKind(pack, ctx),
      sectors: Object.fromEntries(pack.sectors.map((s) => [s.code, s.label[ctx.locale]])),
      reasons: Object.fromEntries(pack.choices.filter((c) => c.list === 'logbook-hidden').map((c) => [c.code, c.label[ctx.locale]])),
      months: monthsFilled(companion, from, ctx.today),
      mayWrite: writesLogbook(rights),
    }
  },
  concerns: (_, p) => ({
    caseId: p.caseId,
    personIds: [...new Set(p.entries.flatMap((e) => e.subjects))],
    shelfIds: p.entries.flatMap((e) => [e.shelfId, ...e.before.map((b) => b.shelfId)]),
    ...(p.filter.q === null ? {} : { searchTerms: encrypt(keys().cprKeys, p.filter.q, searchTermAad(p.municipalityId)), details: { search: true } }),
  }),
})
export type LogbookPage = Awaited<ReturnType<typeof readLogbook>>

/** The kinds of today first, and those of before, which older entries carry. */
function everyKind(pack: Pack, ctx: Context) {
  const now = kindsOf(pack, ctx.today, ctx.locale)
  const before = pack.logbookKinds.filter((k) => !now.some((n) => n.code === k.code))
  return [...now, ...before.map((k) => ({ code: k.code, label: k.label[ctx.locale], plain: k.plain[ctx.locale], companion: k.companion, contact: k.contact }))]
}

/** What the form of an entry needs: kinds, people, reasons, and who could read it. `entryId`: to correct. `personId`: ticked beforehand. */
export const readForEntry = query({
  event: 'logbook.read-for-entry',
  input: z.object({ caseId: Id, entryId: MaybeId, personId: MaybeId.catch(null) }),
  case: ({ caseId }) => caseId,
  may: onCase(writesLogbook),
  run: async (tx, ctx, { caseId, entryId, personId }) => {
    const pack = await casePack(tx, caseId)
    const rights = await rightsOf(tx, ctx, caseId)
    const entry = entryId === null ? null : await findEntry(tx, caseId, entryId)
    if (entryId !== null && !entry) throw new NotFound('entry')
    if (entry && !rights.sectors.includes(entry.sector)) throw new Forbidden('logbook.read-for-entry')
    const people = (await peopleThere(tx, caseId, ctx.today)).filter((p) => p.died === null)
    const adults = people.filter((p) => p.family && !p.child)
    const ticked = entry?.subjects ?? (people.some((p) => p.id === personId) ? [personId!] : adults.length === 1 ? [adults[0]!.id] : [])
    const sector = entry?.sector ?? sectorOf(rights) ?? 'coordination'
    const hidden = entry !== null && entry.hiddenBecause !== null
    return {
      caseId,
      today: ctx.today,
      entry,
      sector,
      ticked,
      people: people.toSorted((a, b) => Number(b.family) - Number(a.family)).map((p) => ({ id: p.id, name: p.firstName, age: p.age })),
      kinds: kindsOf(pack, ctx.today, ctx.locale),
      reasons: hiddenReasons(pack, ctx.today, ctx.locale),
      meetings: (await meetingsAround(tx, ctx, caseId)).map((m) => ({ id: m.id, startsAt: m.startsAt, kind: itemAt(pack.meetingKinds, m.kind, ctx.today)?.label[ctx.locale] ?? '' })),
      readers: await entryReaders(tx, ctx, { caseId, sector, subjects: ticked, hidden }),
    }
  },
  concerns: ({ caseId }, p) => ({ caseId, personIds: p.entry?.subjects ?? p.people.map((x) => x.id), shelfIds: p.entry ? [p.entry.shelfId] : [] }),
})

/** "Det her kan læses af …" for what is ticked just now. */
export const readReaders = query({
  event: 'logbook.readers',
  input: z.object({ caseId: Id, personIds: Ids, hidden: z.coerce.boolean().catch(false), sector: z.string().min(1) }),
  case: ({ caseId }) => caseId,
  may: onCase(writesLogbook),
  run: (tx, ctx, { caseId, personIds, hidden, sector }) => entryReaders(tx, ctx, { caseId, sector, subjects: personIds, hidden }),
  concerns: ({ caseId }) => ({ caseId, personIds: [], bases: [] }),
})

export type EntryReaders = { names: string[]; /** Meant for the family, and nobody of it can read it. */ noneOfFamily: boolean }
async function entryReaders(tx: Tx, ctx: Context, r: { caseId: number; sector: string; subjects: readonly number[]; hidden: boolean }): Promise<EntryReaders> {
  const people = await peopleThere(tx, r.caseId, ctx.today)
  const subjects = r.subjects.filter((id) => people.some((p) => p.id === id))
  const adults = people.filter((p) => subjects.includes(p.id) && !p.child).length
  const found = await readersOf(tx, {
    caseId: r.caseId,
    sector: r.sector,
    category: 'logbook',
    visibility: r.hidden ? 'staff' : 'family',
    subjects,
    householdShared: sharedAtHome(!r.hidden, adults),
  })
  const pack = await casePack(tx, r.caseId)
  const roleName = (role: string) => itemAt(pack.assignmentRoles, role, ctx.today)?.label[ctx.locale].toLocaleLowerCase(ctx.locale) ?? role
  return { names: readerNames(found, roleName), noneOfFamily: !r.hidden && subjects.length > 0 && !found.some((x) => x.kind === 'member') }
}

/** Hours of companion support in the families of a project: sums, which open to the logbooks of those who may read them. */
export const readCompanionHours = query({
  event: 'logbook.companion-hours',
  input: z.object({ projectId: MaybeId, months: z.coerce.number().int().min(1).max(24).catch(6) }),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'staff'),
  run: async (tx, ctx, { projectId, months }) => {
    const projects = await tx.selectFrom('project').innerJoin('family_case', (j) => j.onRef('family_case.project_id', '=', 'project.id').onRef('family_case.municipality_id', '=', 'project.municipality_id'))
      .select(['project.id', 'project.name']).distinct().orderBy('project.name').execute()
    const project = projects.find((p) => p.id === projectId) ?? projects[0]
    if (!project || (projectId !== null && project.id !== projectId)) throw new NotFound('project')
    const from = addMonths(startOfMonth(ctx.today), 1 - months)
    const rows = await companionHours(tx, project.id, from, ctx.today)
    const names = await namesOf(tx, [...new Set(rows.map((r) => r.caseId))])
    const pack = await projectPack(tx, project.id)
    return {
      project,
      projects,
      months,
      today: ctx.today,
      byMonth: monthsFilled(rows, from, ctx.today),
      kinds: kindsOf(pack, ctx.today, ctx.locale).filter((k) => k.companion).map((k) => k.label),
      families: [...Map.groupBy(rows, (r) => r.caseId)]
        .map(([caseId, own]) => ({ caseId, name: names.get(caseId) ?? '', minutes: own.reduce((n, r) => n + r.minutes, 0), entries: own.reduce((n, r) => n + r.entries, 0) }))
        .toSorted((a, b) => b.minutes - a.minutes || a.name.localeCompare(b.name, 'da')),
    }
  },
  concerns: (_, p) => ({ personIds: [], bases: [], details: { project: p.project.id, families: p.families.map((f) => f.caseId) } }),
})
async function namesOf(tx: Tx, caseIds: number[]): Promise<Map<number, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await tx.selectFrom('family_case').select(['id', 'name']).where('id', 'in', caseIds).execute()
  return new Map(rows.map((r) => [r.id, r.name]))
}

/** "Logbogen" of a member of the family: what they may read of it (LOG-01). */
export const readMyLogbook = query({
  event: 'logbook.read-mine',
  input: z.object({ caseId: Id }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => (ctx.actor.kind === 'member' && (await reachesCase(tx, caseId)) ? true : 'not-found'),
  run: async (tx, ctx, { caseId }) => {
    const pack = await casePack(tx, caseId)
    const people = await peopleThere(tx, caseId, ctx.today)
    return {
      caseId,
      today: ctx.today,
      me: ctx.actor.id,
      openings: await reasonedOpenings(tx, caseId, 'logbook'),
      names: people.map((p) => ({ id: p.id, name: p.firstName })),
      kinds: everyKind(pack, ctx),
      entries: (await entriesOf(tx, caseId)).map((e) => ({ id: e.id, kind: e.kind, onDate: e.onDate, minutes: e.minutes, words: e.words, author: e.author, subjects: e.subjects, shelfId: e.shelfId, corrected: e.before.length > 0 })),
    }
  },
  concerns: ({ caseId }, p) => ({ caseId, personIds: [...new Set([p.me, ...p.entries.flatMap((e) => e.subjects)])], shelfIds: p.entries.map((e) => e.shelfId) }),
})

/** The families in whose logbook the actor writes, those they wrote about last on top. */
export const readMyLogbooks = query({
  event: 'logbook.my-families',
  input: z.object({}),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'staff'),
  run: async (tx, ctx) => {
    const { rows } = await sql<{ caseId: number; name: string }>`
      select c.id as "caseId", c.name from family_case c
      where exists (select from jsonb_array_elements(access.keys('create') -> c.id::text) w where w ->> 'how' = 'assignment' and not (w ->> 'closed')::boolean)
      order by (select max(e.id) from logbook_entry e where e.case_id = c.id and e.author_staff_id = ${ctx.actor.id}) desc nulls last, c.name`.execute(tx)
    return { families: rows }
  },
  concerns: (_, r) => ({ personIds: [], bases: ['household-names'], details: { families: r.families.length } }),
})
