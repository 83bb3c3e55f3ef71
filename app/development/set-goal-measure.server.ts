import { sql } from 'kysely'
import { coordinates, onCase, wrong } from '#app/families/case-rights.server.ts'
import { command } from '#app/platform/command.server.ts'
import { Conflict, type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { developmentOf } from './development.server.ts'
import { measureRows } from './goal-measures.server.ts'
import { readMeasure, SetGoalMeasure } from './goal-measures.ts'

/**
 * Ties a goal of the plan to one measure of one of those it is about, or to none (PLAN-12). What was chosen before is replaced and stays in the history.
 * @throws Invalid when nobody of the goal is measured so; NotFound for a goal that is not there; Conflict 'changed-meanwhile' when somebody chose meanwhile
 */
export const setGoalMeasure = command({
  event: 'development.set-goal-measure',
  input: SetGoalMeasure,
  case: ({ caseId }) => caseId,
  may: onCase(coordinates),
  async run(tx, ctx, input) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`goal_measure.${ctx.municipalityId}.${input.goalId}`}, 0))`.execute(tx)
    const goal = await tx.selectFrom('goal').select(['id', 'subjects']).where('case_id', '=', input.caseId).where('id', '=', input.goalId).where('replaced_by', 'is', null).where('dropped_on', 'is', null).executeTakeFirst()
    if (!goal) throw new NotFound('goal')
    const now = (await measureRows(tx, input.caseId)).find((r) => r.goalId === goal.id) ?? null
    if ((now?.id ?? null) !== input.seen) throw new Conflict('changed-meanwhile')
    if (input.measure === '') return none(tx, ctx, now)
    const chosen = readMeasure(input.measure)
    if (!chosen || !(await isMeasured(tx, ctx, input.caseId, goal.subjects, chosen))) throw wrong('measure', 'Vælg en måling fra listen', 'Choose a measure from the list')
    if (input.from !== null && input.from > ctx.today) throw wrong('from', 'Dagen er ikke kommet endnu', 'That day has not come yet')
    if (now && now.personId === chosen.personId && now.measure === chosen.key && now.from === input.from) return { personIds: [now.personId], shelfIds: [now.shelfId] }
    // Who the measure is of may be another than before: then the old one ends, since a record is replaced by one about the same.
    const same = now?.personId === chosen.personId
    if (now && !same) await end(tx, ctx, now.id)
    const made = await tx
      .insertInto('goal_measure')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: 'coordination',
        category: 'progression',
        visibility: 'family',
        household_shared: false,
        subjects: [chosen.personId],
        goal_id: goal.id,
        person_id: chosen.personId,
        measure: chosen.key,
        from_on: input.from,
        replaces: same ? now.id : null,
      })
      .returning('shelf_id')
      .executeTakeFirstOrThrow()
    return { personIds: [chosen.personId], shelfIds: [made.shelf_id] }
  },
  concerns: ({ caseId, goalId }, r) => ({ caseId, ...r, details: { goal: goalId } }),
})

type Now = Awaited<ReturnType<typeof measureRows>>[number] | null
async function none(tx: Tx, ctx: Context, now: Now): Promise<{ personIds: number[]; shelfIds: number[] }> {
  if (!now) return { personIds: [], shelfIds: [] }
  await end(tx, ctx, now.id)
  return { personIds: [now.personId], shelfIds: [now.shelfId] }
}
const end = (tx: Tx, ctx: Context, id: number) => tx.updateTable('goal_measure').set({ ended_on: ctx.today }).where('id', '=', id).execute()

/** Is that a measure of one of those the goal is about: measured before, or asked about? */
async function isMeasured(tx: Tx, ctx: Context, caseId: number, subjects: readonly number[], { personId, key }: { personId: number; key: string }): Promise<boolean> {
  if (!subjects.includes(personId)) return false
  const person = (await developmentOf(tx, ctx, caseId)).members.find((m) => m.id === personId)
  return person !== undefined && [...person.lines, ...person.notMeasured].some((l) => l.key === key)
}
