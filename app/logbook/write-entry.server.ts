import { inForce } from '#app/catalogue/pack-item.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { subjectsAfterAsking } from '#app/consent/about-others.ts'
import { onCase, type Rights, rightsOf, wrong } from '#app/families/case-rights.server.ts'
import { type PersonThere, peopleThere } from '#app/families/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { type Context, Forbidden, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { CorrectEntry, OneEntry, sharedAtHome, WriteEntry } from './entry.ts'
import { findEntry } from './queries.server.ts'

/** Everybody who works with the family writes in the logbook, each for their own sector. */
export const writesLogbook = (r: Rights): boolean => r.sectors.length > 0
/** The coordination where one writes for it, else one's own sector. */
export const sectorOf = (r: Rights): string | undefined => (r.coordination ? 'coordination' : r.sectors[0])

type Typed = Omit<WriteEntry, 'sector'>

/** LOG-03: one entry, in ten seconds. @throws Conflict 'about-somebody-else' while a text names somebody it is not about */
export const writeEntry = command({
  event: 'logbook.write-entry',
  input: WriteEntry,
  case: ({ caseId }) => caseId,
  may: onCase(writesLogbook),
  run: async (tx, ctx, input) => {
    const rights = await rightsOf(tx, ctx, input.caseId)
    const sector = input.sector || sectorOf(rights)
    if (!sector || !rights.sectors.includes(sector)) throw new Forbidden('logbook.write-entry')
    return insertEntry(tx, ctx, input, sector, null)
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { entry: r.id } }),
})

/** A correction is a new row; what stood there stays in sight below it. By whoever writes for the entry's sector. */
export const correctEntry = command({
  event: 'logbook.correct-entry',
  input: CorrectEntry,
  case: ({ caseId }) => caseId,
  may: onCase(writesLogbook),
  run: async (tx, ctx, input) => {
    const old = await findEntry(tx, input.caseId, input.entryId)
    if (!old) throw new NotFound('entry')
    const rights = await rightsOf(tx, ctx, input.caseId)
    if (!rights.sectors.includes(old.sector)) throw new Forbidden('logbook.correct-entry')
    const made = await insertEntry(tx, ctx, input, old.sector, old.id)
    return { ...made, shelfIds: [old.shelfId, made.shelfId], people: [...old.subjects, ...made.subjects] }
  },
  concerns: ({ caseId, entryId }, r) => ({ caseId, personIds: r.people, shelfIds: r.shelfIds, details: { entry: r.id, replaces: entryId } }),
})

/** Undo, right after writing, by its author; afterwards an entry is corrected. @throws Forbidden when it is too late */
export const withdrawEntry = command({
  event: 'logbook.withdraw-entry',
  input: OneEntry,
  case: ({ caseId }) => caseId,
  may: onCase(writesLogbook),
  run: async (tx, ctx, { caseId, entryId }) => {
    const entry = await findEntry(tx, caseId, entryId)
    if (!entry) throw new NotFound('entry')
    const { numUpdatedRows } = await tx.updateTable('logbook_entry').set({ withdrawn_at: ctx.now }).where('id', '=', entryId).where('case_id', '=', caseId).executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Forbidden('logbook.withdraw-entry')
    return { shelfId: entry.shelfId, subjects: entry.subjects }
  },
  concerns: ({ caseId, entryId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { entry: entryId } }),
})

async function insertEntry(tx: Tx, ctx: Context, input: Typed, sector: string, replaces: number | null) {
  const people = await peopleThere(tx, input.caseId, ctx.today)
  await checkTyped(tx, ctx, input, people)
  const subjects = subjectsAfterAsking({ texts: [input.words], subjects: input.personIds, people, aboutOthers: input.aboutOthers })
  const adults = people.filter((p) => subjects.includes(p.id) && !p.child).length
  const row = await tx
    .insertInto('logbook_entry')
    .values({
      municipality_id: ctx.municipalityId,
      case_id: input.caseId,
      sector,
      category: 'logbook',
      visibility: input.hiddenBecause === null ? 'family' : 'staff',
      household_shared: sharedAtHome(input.hiddenBecause === null, adults),
      subjects,
      kind: input.kind,
      on_date: input.onDate ?? ctx.today,
      minutes: input.minutes,
      words: input.words,
      hidden_because: input.hiddenBecause,
      meeting_id: input.meetingId,
      replaces,
    })
    .returning(['id', 'shelf_id'])
    .executeTakeFirstOrThrow()
  return { id: row.id, shelfId: row.shelf_id, subjects }
}

async function checkTyped(tx: Tx, ctx: Context, input: Typed, people: readonly PersonThere[]): Promise<void> {
  const pack = await casePack(tx, input.caseId)
  if (!inForce(pack.logbookKinds, ctx.today).some((k) => k.code === input.kind)) throw wrong('kind', 'Vælg, hvad du gjorde', 'Choose what you did')
  if (input.hiddenBecause !== null && !inForce(pack.choices, ctx.today).some((c) => c.list === 'logbook-hidden' && c.code === input.hiddenBecause))
    throw wrong('hiddenBecause', 'Vælg en grund fra listen', 'Choose a reason from the list')
  if (input.personIds.some((id) => !people.some((p) => p.id === id))) throw wrong('personIds', 'Vælg blandt familiens personer', 'Choose among the people of the family')
  if (input.onDate !== null && input.onDate > ctx.today) throw wrong('onDate', 'Logbogen er om det, der er sket. Vælg i dag eller før', 'The logbook is about what has happened. Choose today or earlier')
  if (input.meetingId === null) return
  const meeting = await tx.selectFrom('meeting').select('id').where('id', '=', input.meetingId).where('case_id', '=', input.caseId).executeTakeFirst()
  if (!meeting) throw wrong('meetingId', 'Vælg et møde fra listen', 'Choose a meeting from the list')
}
