import { command, type May, reachesCase } from '#app/platform/command.server.ts'
import { Conflict, type Context, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { rightsOf } from '#app/plan/queries.server.ts'
import { type GoalScale, RateGoal, RatingRef, ScaleRef, SetScale } from './attainment.ts'
import { goalScalesOf } from './attainment-queries.server.ts'

const wrong = (field: string, da: string, en: string) => new Invalid([{ field, message: { da, en } }])
async function may(tx: Tx, ctx: Context, { caseId }: { caseId: number }): Promise<May> {
  if (!(await reachesCase(tx, caseId))) return 'not-found'
  const rights = await rightsOf(tx, ctx, caseId)
  return rights.staff && rights.writes && rights.sectors.length > 0
}
/** The scale of this case; staff of its sector. */
async function mine(tx: Tx, ctx: Context, caseId: number, id: number): Promise<GoalScale> {
  const scale = (await goalScalesOf(tx, caseId)).find((s) => s.id === id)
  if (!scale) throw new NotFound('scale')
  if (!(await rightsOf(tx, ctx, caseId)).sectors.includes(scale.sector)) throw new Forbidden('instruments.attainment')
  return scale
}
const notYet = (field: string, on: string, today: string): void => {
  if (on > today) throw wrong(field, 'Dagen er ikke kommet endnu', 'That day has not come yet')
}

/** The five levels of a goal, agreed with the family (UDR-18, PLAN-12): written by the sector whose goal it is, about the same people. */
export const setGoalScale = command({
  event: 'instruments.set-goal-scale',
  input: SetScale,
  case: ({ caseId }) => caseId,
  may,
  async run(tx, ctx, input) {
    notYet('agreedOn', input.agreedOn, ctx.today)
    const goal = await tx.selectFrom('goal').select(['id', 'sector', 'category', 'subjects', 'shelf_id']).where('case_id', '=', input.caseId).where('id', '=', input.goalId).where('replaced_by', 'is', null).where('dropped_on', 'is', null).executeTakeFirst()
    if (!goal) throw wrong('goalId', 'Vælg et mål i planen', 'Choose a goal of the plan')
    const rights = await rightsOf(tx, ctx, input.caseId)
    if (!rights.sectors.includes(goal.sector)) throw new Forbidden('instruments.set-goal-scale')
    const standing = (await goalScalesOf(tx, input.caseId)).find((s) => s.goalId === goal.id)
    if ((standing?.id ?? null) !== input.replaces) throw new Conflict('stale')
    if (standing && standing.ratings.length > 0) throw wrong('', 'Målet er vurderet. En ny skala kan ikke sammenlignes: afslut den gamle først', 'The goal has been rated. A new scale cannot be compared: end the old one first')
    const row = await tx
      .insertInto('goal_attainment')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: goal.sector,
        category: goal.category,
        visibility: 'family',
        subjects: goal.subjects,
        goal_id: goal.id,
        levels: [input.level1, input.level2, input.level3, input.level4, input.level5],
        weight: input.weight,
        baseline: input.baseline,
        agreed_on: input.agreedOn,
        replaces: input.replaces,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, personIds: goal.subjects, shelfIds: [...new Set([row.shelf_id, goal.shelf_id])] }
  },
  concerns: ({ caseId, goalId }, r) => ({ caseId, personIds: r.personIds, shelfIds: r.shelfIds, details: { goal: goalId, scale: r.id } }),
})

/** Where the goal is on a day, as the family, the professional or both together say. Earlier ratings stand. */
export const rateGoal = command({
  event: 'instruments.rate-goal',
  input: RateGoal,
  case: ({ caseId }) => caseId,
  may,
  async run(tx, ctx, input) {
    const scale = await mine(tx, ctx, input.caseId, input.scaleId)
    notYet('on', input.on, ctx.today)
    if (input.on < scale.agreedOn) throw wrong('on', 'Det er før, skalaen blev aftalt', 'That is before the scale was agreed')
    const again = scale.ratings.find((r) => r.on === input.on)
    const row = await tx
      .insertInto('attainment_rating')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: scale.sector,
        category: scale.category,
        visibility: 'family',
        subjects: scale.subjects,
        scale_id: scale.id,
        rated_on: input.on,
        level: input.level,
        said_by: input.saidBy,
        words: input.words,
        replaces: again?.id ?? null,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, personIds: scale.subjects, shelfIds: [...new Set([row.shelf_id, scale.shelfId])] }
  },
  concerns: ({ caseId, scaleId }, r) => ({ caseId, personIds: r.personIds, shelfIds: r.shelfIds, details: { scale: scaleId, rating: r.id } }),
})

/** Takes a rating back; it stays in the history. */
export const takeBackRating = command({
  event: 'instruments.take-back-rating',
  input: RatingRef,
  case: ({ caseId }) => caseId,
  may,
  async run(tx, ctx, { caseId, id }) {
    const scale = (await goalScalesOf(tx, caseId)).find((s) => s.ratings.some((r) => r.id === id))
    const rating = scale?.ratings.find((r) => r.id === id)
    if (!scale || !rating) throw new NotFound('rating')
    await mine(tx, ctx, caseId, scale.id)
    const row = await tx
      .insertInto('attainment_rating')
      .values({ municipality_id: ctx.municipalityId, case_id: caseId, sector: scale.sector, category: scale.category, visibility: 'family', subjects: scale.subjects, scale_id: scale.id, rated_on: rating.on, level: rating.level, said_by: rating.saidBy, replaces: id, undone: true })
      .returning('shelf_id')
      .executeTakeFirstOrThrow()
    return { personIds: scale.subjects, shelfIds: [row.shelf_id] }
  },
  concerns: ({ caseId, id }, r) => ({ caseId, personIds: r.personIds, shelfIds: r.shelfIds, details: { rating: id } }),
})

/** Ends a goal's scale with a reason, so that another can be agreed. */
export const endGoalScale = command({
  event: 'instruments.end-goal-scale',
  input: ScaleRef,
  case: ({ caseId }) => caseId,
  may,
  async run(tx, ctx, { caseId, id, reason }) {
    const scale = await mine(tx, ctx, caseId, id)
    await tx.updateTable('goal_attainment').set({ dropped_on: ctx.today, dropped_reason: reason }).where('case_id', '=', caseId).where('id', '=', id).execute()
    return { personIds: scale.subjects, shelfIds: [scale.shelfId] }
  },
  concerns: ({ caseId, id }, r) => ({ caseId, personIds: r.personIds, shelfIds: r.shelfIds, details: { scale: id } }),
})
