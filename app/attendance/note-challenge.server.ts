import { command, reachesCase } from '#app/platform/command.server.ts'
import { Conflict, type Context, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addMonths, startOfMonth } from '#app/platform/time/plain-date.ts'
import { membersOf } from '#app/progression/queries.server.ts'
import { writing } from '#app/spells/rights.server.ts'
import { challengeKinds, challengesOf } from './challenge-queries.server.ts'
import { KeepChallenges, NoteChallenge, notYetKept, WithdrawChallenge } from './challenges.ts'

const coordination = async (tx: Tx, ctx: Context, { caseId }: { caseId: number }) => ((await reachesCase(tx, caseId)) ? (await writing(tx, ctx, caseId)).coordination : 'not-found')
const wrong = (field: string, da: string, en: string) => new Invalid([{ field, message: { da, en } }])
type New = { caseId: number; month: string; personId: number; code: string; words: string }

async function insert(tx: Tx, ctx: Context, c: New): Promise<{ id: number; shelfId: number }> {
  const { caseId, personId, month, code, words } = c
  const row = await tx
    .insertInto('challenge')
    .values({ municipality_id: ctx.municipalityId, case_id: caseId, sector: 'coordination', category: 'progression', visibility: 'family', subjects: [personId], person_id: personId, month, code, words })
    .returning(['id', 'shelf_id'])
    .executeTakeFirstOrThrow()
  return { id: row.id, shelfId: row.shelf_id }
}

/** Writes down what was hard for a member in a month. @throws Invalid where the kind is not the pack's, the person not of the family, the month to come, or it is written already */
export const noteChallenge = command({
  event: 'attendance.note-challenge',
  input: NoteChallenge,
  case: ({ caseId }) => caseId,
  may: coordination,
  run: async (tx, ctx, input) => {
    if (input.month > startOfMonth(ctx.today)) throw wrong('', 'Måneden er ikke begyndt.', 'The month has not begun.')
    if (!(await membersOf(tx, input.caseId, ctx.today)).some((m) => m.id === input.personId)) throw wrong('personId', 'Vælg en af familien', 'Choose somebody of the family')
    if (!(await challengeKinds(tx, input.caseId, ctx.today)).some((k) => k.current && k.code === input.code)) throw wrong('code', 'Vælg en fra listen', 'Choose one from the list')
    const there = await challengesOf(tx, input.caseId, { from: input.month, until: input.month })
    if (there.some((c) => c.personId === input.personId && c.code === input.code)) throw wrong('code', 'Den er skrevet for måneden', 'It is written for the month')
    return insert(tx, ctx, input)
  },
  concerns: ({ caseId, personId, month }, r) => ({ caseId, personIds: [personId], shelfIds: [r.shelfId], details: { month, challenge: r.id } }),
})

/** Writes last month's challenges for this month too, those that are not there yet. */
export const keepChallenges = command({
  event: 'attendance.keep-challenges',
  input: KeepChallenges,
  case: ({ caseId }) => caseId,
  may: coordination,
  run: async (tx, ctx, { caseId, month }) => {
    if (month > startOfMonth(ctx.today)) throw wrong('', 'Måneden er ikke begyndt.', 'The month has not begun.')
    const both = await challengesOf(tx, caseId, { from: addMonths(month, -1), until: month })
    const members = await membersOf(tx, caseId, ctx.today)
    const kept = notYetKept(both.filter((c) => c.month < month), both.filter((c) => c.month === month)).filter((c) => members.some((m) => m.id === c.personId))
    const shelfIds: number[] = []
    for (const c of kept) shelfIds.push((await insert(tx, ctx, { caseId, month, personId: c.personId, code: c.code, words: c.words })).shelfId)
    return { kept: kept.length, personIds: [...new Set(kept.map((c) => c.personId))], shelfIds: [...new Set(shelfIds)] }
  },
  concerns: ({ caseId, month }, r) => ({ caseId, personIds: r.personIds, shelfIds: r.shelfIds, details: { month, challenges: r.kept } }),
})

/** Takes back what was written by mistake; it stays in the history. */
export const withdrawChallenge = command({
  event: 'attendance.withdraw-challenge',
  input: WithdrawChallenge,
  case: ({ caseId }) => caseId,
  may: coordination,
  run: async (tx, ctx, { caseId, challengeId }) => {
    const row = await tx.selectFrom('challenge').select(['id', 'shelf_id', 'person_id', 'withdrawn_on']).where('case_id', '=', caseId).where('id', '=', challengeId).executeTakeFirst()
    if (!row) throw new NotFound('challenge')
    if (row.withdrawn_on !== null) throw new Conflict('withdrawn')
    const { numUpdatedRows } = await tx.updateTable('challenge').set({ withdrawn_on: ctx.today }).where('id', '=', challengeId).executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Forbidden('attendance.withdraw-challenge')
    return { shelfId: row.shelf_id, personId: row.person_id }
  },
  concerns: ({ caseId, challengeId }, r) => ({ caseId, personIds: [r.personId], shelfIds: [r.shelfId], details: { challenge: challengeId } }),
})
