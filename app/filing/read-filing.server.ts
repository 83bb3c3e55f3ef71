import { z } from 'zod'
import { casePack, municipalityPack } from '#app/catalogue/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { byWeek, mondayOf, OneFiling, OneRecord, stateOf } from './filing.ts'
import { filingRules, filingsOf, outsideOf, recipientsOf, sectorName, shelvesForNobody, themeName } from './queries.server.ts'
import { mayFile, mayReceipt, maySeeFiling } from './rights.server.ts'
import { type Source, sourceOf } from './sources.server.ts'
import { sql } from 'kysely'

/** Before sending: what it is, who may get it, and what has been sent of it. */
export const readToCase = query({
  event: 'filing.read-record',
  input: OneRecord,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId }) => mayFile(tx, ctx, caseId),
  run: async (tx, ctx, { caseId, kind, id }) => {
    const pack = await casePack(tx, caseId)
    const source = await sourceOf(tx, { pack, locale: ctx.locale, today: ctx.today }, caseId, kind, id)
    if (!source) throw new NotFound('record')
    const sent = (await filingsOf(tx, { caseIds: [caseId], record: { kind, id } })).filter((f) => f.takenBackAt === null)
    const recipients = (await recipientsOf(tx, caseId, source.shelfIds[0] ?? 0))
      .filter((r) => !sent.some((f) => f.sector === r.sector && f.revision === source.revision))
      .map((r) => ({ value: `${r.staffId}.${r.sector}`, name: r.name, sector: sectorName(pack, ctx.locale, r.sector), me: r.staffId === ctx.actor.id }))
    return {
      source,
      parties: await partiesOf(tx, source),
      recipients,
      sent: sent.map((f) => ({ ...f, sectorName: sectorName(pack, ctx.locale, f.sector), state: stateOf(f, ctx.today), changed: f.revision !== source.revision })),
      rules: filingRules(pack, ctx.locale, ctx.today),
      today: ctx.today,
    }
  },
  concerns: ({ caseId }, { source }) => ({ caseId, personIds: source.subjects, shelfIds: source.shelfIds }),
})

/** One filing: what its reader may read of the record, for whom it is, where it was filed. Also what its paper is made of. */
export const readFiling = query({
  event: 'filing.read',
  input: OneFiling,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId, filingId }) => maySeeFiling(tx, ctx, caseId, filingId),
  run: async (tx, ctx, { caseId, filingId }) => {
    const pack = await casePack(tx, caseId)
    const [filing] = await filingsOf(tx, { id: filingId, caseIds: [caseId] })
    if (!filing) throw new NotFound('filing')
    const source = await sourceOf(tx, { pack, locale: ctx.locale, today: ctx.today }, caseId, filing.kind, filing.recordId)
    const family = await tx.selectFrom('family_case').select('number').where('id', '=', caseId).executeTakeFirst()
    return {
      filing: { ...filing, sectorName: sectorName(pack, ctx.locale, filing.sector), themeName: themeName(pack, ctx.locale, filing.theme), state: stateOf(filing, ctx.today) },
      source,
      parties: source ? await partiesOf(tx, source) : [],
      number: family?.number ?? '',
      changed: source !== null && source.revision !== filing.revision,
      may: {
        receipt: (await mayReceipt(tx, ctx, caseId, filingId)) === true,
        takeBack: filing.sentBy === ctx.actor.id && filing.receipt === null && filing.takenBackAt === null,
      },
      today: ctx.today,
    }
  },
  concerns: ({ caseId }, { source, filing }) => ({ caseId, personIds: source?.subjects ?? [], shelfIds: source?.shelfIds ?? [filing.shelfId] }),
})

/** The weekly list of the actor's families: what waits to be filed, what was sent and is not filed, and what lies outside every case. */
export const readOutside = query({
  event: 'filing.read-outside',
  input: z.object({}),
  may: async (_tx, ctx) => (ctx.actor.kind === 'staff' ? true : 'not-found'),
  run: async (tx, ctx) => {
    const mine = await assignmentsOf(tx, ctx)
    const caseIds = [...new Set(mine.map((a) => a.caseId))]
    const names = new Map(mine.map((a) => [a.caseId, a.family]))
    const pack = await municipalityPack(tx)
    const rules = filingRules(pack, ctx.locale, ctx.today)
    const since = addDays(mondayOf(ctx.today), -7 * (rules.weeks - 1))
    const open = (await filingsOf(tx, { caseIds })).filter((f) => f.takenBackAt === null && f.receipt === null)
    const ours = open.filter((f) => mine.some((a) => a.caseId === f.caseId && a.sector === f.sector))
    const sent = open.filter((f) => f.sentBy === ctx.actor.id && !ours.includes(f))
    const outside = []
    for (const sector of new Set(mine.map((a) => a.sector))) {
      const cases = mine.filter((a) => a.sector === sector).map((a) => a.caseId)
      outside.push(...(await outsideOf(tx, cases, sector === 'coordination' ? null : sector, since)))
    }
    const once = [...new Map(outside.map((o) => [`${o.kind}.${o.id}`, o])).values()]
    const nobody = await shelvesForNobody(tx, once)
    const label = (o: { kind: string; what: string }) => (o.kind === 'entry' ? (pack.logbookKinds.find((k) => k.code === o.what)?.label[ctx.locale] ?? o.what) : '')
    const shown = (f: (typeof open)[number]) => ({ ...f, family: names.get(f.caseId) ?? '', themeName: themeName(pack, ctx.locale, f.theme), sectorName: sectorName(pack, ctx.locale, f.sector), state: stateOf(f, ctx.today) })
    return {
      waiting: ours.map(shown),
      sent: sent.map(shown),
      weeks: byWeek(once.map((o) => ({ ...o, what: label(o), family: names.get(o.caseId) ?? '', sendable: !nobody.has(o.shelfId) }))),
      shelves: [...once.map((o) => ({ caseId: o.caseId, shelfId: o.shelfId, subjects: o.subjects })), ...[...ours, ...sent].map((f) => ({ caseId: f.caseId, shelfId: f.shelfId, subjects: [] as number[] }))],
      today: ctx.today,
      weeksBack: rules.weeks,
    }
  },
  // a row of the log for each family that stands in the list
  concerns: (_input, { shelves }) => {
    const cases = [...new Set(shelves.map((s) => s.caseId))]
    return cases.map((caseId) => {
      const own = shelves.filter((s) => s.caseId === caseId)
      return { caseId, personIds: [...new Set(own.flatMap((s) => s.subjects))], shelfIds: own.map((s) => s.shelfId) }
    })
  },
})

/** The parties as a case names them: full name and birthday, as far as the actor knows them. */
async function partiesOf(tx: Tx, source: Source): Promise<{ name: string; born: string | null }[]> {
  if (source.subjects.length === 0) return []
  const rows = await tx.selectFrom('person').select(['first_name', 'last_name', 'born']).where('id', 'in', source.subjects).orderBy('born').execute()
  return rows.map((r) => ({ name: `${r.first_name} ${r.last_name}`.trim(), born: r.born }))
}

/** The actor's families and the sector they work in with each, today. */
async function assignmentsOf(tx: Tx, ctx: Context): Promise<{ caseId: number; family: string; sector: string }[]> {
  return tx
    .selectFrom('assignment as a')
    .innerJoin('family_case as c', 'c.id', 'a.case_id')
    .select(['a.case_id as caseId', 'c.name as family', 'a.sector'])
    .distinct()
    .where('a.staff_id', '=', ctx.actor.id)
    .where(sql<boolean>`access.within(${ctx.today}::date, a.valid_from, a.valid_until)`)
    .where(sql<boolean>`a.case_id = any (access.ids('cases'))`)
    .execute()
}
