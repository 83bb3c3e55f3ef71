import { sql } from 'kysely'
import { z } from 'zod'
import { familyPeople } from '#app/intake/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { Conflict, type Context, Invalid, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { mayClose } from './close-family.server.ts'
import { Day, Id, optionalText, text } from './exit.ts'

/* CAT-02: a planned exit. Transitions are planned in good time, and somebody checks that the next offer is ready. */

export const PlanExit = z.object({ caseId: Id, expectedOn: Day, reason: optionalText(60), words: optionalText(4000), seenRevision: z.coerce.number().int().min(0).default(0) })
export const AddExitStep = z.object({ caseId: Id, kind: z.enum(['step', 'offer']), onDate: Day, what: text(300), who: optionalText(120), contact: optionalText(200) })
export const CheckOffer = z.object({ caseId: Id, stepId: Id, ready: z.enum(['ready', 'not-ready']), readyWords: optionalText(500) })
export const DropExitStep = z.object({ caseId: Id, stepId: Id, reason: text(300) })

const record = (ctx: Context, caseId: number, subjects: number[]) => ({
  municipality_id: ctx.municipalityId, case_id: caseId, sector: 'coordination', category: 'plan', visibility: 'family', subjects,
})

/** The exit as it is planned, if it is. */
export async function plannedExitOf(tx: Tx, caseId: number) {
  const row = await tx
    .selectFrom('planned_exit')
    .select(['id', 'expected_on', 'reason', 'words', 'revision', 'shelf_id', 'subjects'])
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .where('dropped_on', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row ?? null
}

/** When the family is expected to leave, and how; the places foreseen follow. @throws Conflict 'stale' */
export const planExit = command({
  event: 'exit.plan-exit',
  input: PlanExit,
  case: ({ caseId }) => caseId,
  may: (tx, _, { caseId }) => mayClose(tx, caseId),
  run: async (tx, ctx, input) => {
    if (input.expectedOn <= ctx.today) {
      throw new Invalid([{ field: 'expectedOn', message: { da: 'Vælg en dag, der ligger foran jer', en: 'Choose a day that lies ahead' } }])
    }
    const values = { expected_on: input.expectedOn, reason: input.reason, words: input.words }
    const before = await plannedExitOf(tx, input.caseId)
    if (before?.expected_on !== input.expectedOn) await sql`select access.expect_exit(${input.caseId}, ${input.expectedOn}::date, ${input.reason})`.execute(tx)
    if (!before) {
      const people = (await familyPeople(tx, ctx, [input.caseId])).map((p) => p.id)
      const made = await tx.insertInto('planned_exit').values({ ...record(ctx, input.caseId, people), ...values }).returning(['id', 'shelf_id', 'subjects']).executeTakeFirstOrThrow()
      return { id: made.id, shelfId: made.shelf_id, subjects: made.subjects }
    }
    const changed = await tx.updateTable('planned_exit').set(values).where('id', '=', before.id).where('revision', '=', input.seenRevision).executeTakeFirst()
    if (Number(changed.numUpdatedRows) === 0) throw new Conflict('stale', { mine: values, theirs: { expected_on: before.expected_on, reason: before.reason, words: before.words } })
    return { id: before.id, shelfId: before.shelf_id, subjects: before.subjects }
  },
  concerns: ({ caseId, expectedOn }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { plan: r.id, on: expectedOn } }),
})

/** A step down, or what takes over from a day. @throws Invalid without a planned exit */
export const addExitStep = command({
  event: 'exit.add-step',
  input: AddExitStep,
  case: ({ caseId }) => caseId,
  may: (tx, _, { caseId }) => mayClose(tx, caseId),
  run: async (tx, ctx, input) => {
    const plan = await plannedExitOf(tx, input.caseId)
    if (!plan) throw new Invalid([{ field: 'onDate', message: { da: 'Skriv først, hvornår I regner med at slutte', en: 'First write when you expect to end' } }])
    if (input.kind === 'offer' && input.who === '') throw new Invalid([{ field: 'who', message: { da: 'Skriv, hvem det er hos', en: 'Write with whom it is' } }])
    return tx
      .insertInto('exit_step')
      .values({ ...record(ctx, input.caseId, plan.subjects), plan_id: plan.id, kind: input.kind, on_date: input.onDate, what: input.what, who: input.who, contact: input.contact })
      .returning(['id', 'shelf_id as shelfId', 'subjects'])
      .executeTakeFirstOrThrow()
  },
  concerns: ({ caseId, kind }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { step: r.id, kind } }),
})

/** Somebody has asked whether the next offer is ready to take over. */
export const checkOffer = command({
  event: 'exit.check-offer',
  input: CheckOffer,
  case: ({ caseId }) => caseId,
  may: (tx, _, { caseId }) => mayClose(tx, caseId),
  run: (tx, ctx, input) => changeStep(tx, input, 'offer', { checked_on: ctx.today, ready: input.ready, ready_words: input.readyWords }),
  concerns: ({ caseId, ready }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { step: r.id, ready } }),
})

/** Takes a step or an offer out again, with why. */
export const dropExitStep = command({
  event: 'exit.drop-step',
  input: DropExitStep,
  case: ({ caseId }) => caseId,
  may: (tx, _, { caseId }) => mayClose(tx, caseId),
  run: (tx, ctx, input) => changeStep(tx, input, null, { dropped_on: ctx.today, dropped_reason: input.reason }),
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { step: r.id } }),
})

async function changeStep(
  tx: Tx,
  { caseId, stepId }: { caseId: number; stepId: number },
  kind: 'offer' | null,
  set: { checked_on: string; ready: string; ready_words: string } | { dropped_on: string; dropped_reason: string },
): Promise<{ id: number; shelfId: number; subjects: number[] }> {
  let q = tx.updateTable('exit_step').set(set).where('id', '=', stepId).where('case_id', '=', caseId).where('dropped_on', 'is', null)
  if (kind !== null) q = q.where('kind', '=', kind)
  const row = await q.returning(['id', 'shelf_id as shelfId', 'subjects']).executeTakeFirst()
  if (!row) throw new NotFound('step')
  return row
}
