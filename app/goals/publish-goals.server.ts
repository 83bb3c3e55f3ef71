import { sql } from 'kysely'
import { z } from 'zod'
import { smallestGroup } from '#app/catalogue/pack-values.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addMonths, endOfMonth, startOfMonth } from '#app/platform/time/plain-date.ts'
import { criteriaOf, goalsOf, measuresOf } from './criteria.ts'
import { basisOf, type Basis, type Earlier, publish, type Published } from './disclose-goals.ts'
import { evaluateGoal, indexed } from './evaluate-goal.ts'
import { isCounted } from './goals.ts'
import { factsOf } from './queries.server.ts'

/** Who reads published months; the smallest group of each is pack data. Steering group and economist read the same, so that what one sees undoes nothing the other does not. */
export const AUDIENCE = 'steeringGroup'

/**
 * Publishes last month of every project: once, and then it stands. By the monthly job only, which counts all families whoever knows them; running it twice changes nothing.
 */
export const publishGoals = command({
  event: 'goals.publish',
  input: z.object({}),
  may: async (_, ctx) => ctx.actor.kind === 'job',
  run: async (tx, ctx) => {
    const month = addMonths(startOfMonth(ctx.today), -1)
    const projects = await tx.selectFrom('project').select('id').where('valid_from', '<=', endOfMonth(month)).orderBy('id').execute()
    const made: { project: number; goals: number }[] = []
    for (const { id } of projects) made.push({ project: id, goals: await publishProject(tx, id, month) })
    return { month, made: made.filter((m) => m.goals > 0) }
  },
  concerns: (_, r) => ({ personIds: [], details: { month: r.month, projects: r.made.length, goals: r.made.reduce((s, m) => s + m.goals, 0) } }),
})

/** One project's month, inside a transaction of the job. @returns how many goals were published; 0 when the month, or a later one, is there already */
export async function publishProject(tx: Tx, projectId: number, month: string): Promise<number> {
  const day = endOfMonth(month)
  const pack = await projectPack(tx, projectId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  if (!pack) return 0
  const history = await historyOf(tx, projectId)
  // A later month that is published stands on those before it; an earlier one is not put in between.
  if ([...history.values()].some((list) => list.some((e) => e.month >= month))) return 0
  const goals = [...goalsOf(pack, day), ...criteriaOf(pack, day)].filter(isCounted).filter((g) => !['survey', 'costs'].includes(g.definition.method))
  const [facts, measures, k] = [indexed(await factsOf(tx, projectId, goals)), measuresOf(pack, day), smallestGroup(pack, AUDIENCE, day) ?? 1]
  const rows = goals.map((goal) => {
    const result = evaluateGoal(goal, facts, measures, day)
    return { goal: goal.code, figures: publish(result, history.get(goal.code) ?? [], k), units: basisOf(result) }
  })
  const { rows: done } = await sql<{ n: number }>`select access.publish_goals(${projectId}, ${month}, ${AUDIENCE}, ${JSON.stringify(rows)}::jsonb) as n`.execute(tx)
  return done[0]?.n ?? 0
}

async function historyOf(tx: Tx, projectId: number): Promise<Map<string, Earlier[]>> {
  const { rows } = await sql<{ goal: string; month: string; figures: Published; units: Basis }>`select goal, month, figures, units from access.goal_history(${projectId}, ${AUDIENCE})`.execute(tx)
  return Map.groupBy(rows, (r) => r.goal)
}
