import { itemAt } from '#app/catalogue/pack-item.ts'
import { command } from '#app/platform/command.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { onCase } from '#app/plan/rights.server.ts'
import { planToChange, writesPlans, writing, wrong } from './rights.server.ts'
import { type PlanPart, WritePart } from './sector-plan.ts'
import { updatePlan } from './update-plan.server.ts'

/**
 * One part of the plan's checklist: what in the family's plan it is met by (nothing is typed twice), a text of its own, or that it stands in
 * the authority's system. A pointer is a number: each reader sees behind it only what they may read.
 */
export const writePart = command({
  event: 'sector-plans.write-part',
  input: WritePart,
  case: ({ caseId }) => caseId,
  may: onCase(writesPlans),
  async run(tx, ctx, input) {
    const { pack, rights } = await writing(tx, ctx, input.caseId)
    const plan = await planToChange(tx, { ...input, rights, mine: { text: input.text } })
    const known = [...(itemAt(pack.sectorPlans, plan.kind, ctx.today)?.contents.map((part) => part.code) ?? []), ...Object.keys(plan.contents)]
    if (!known.includes(input.part)) throw wrong('part', 'otherPart')
    const part: PlanPart = {
      how: input.how,
      text: input.how === 'text' ? input.text : '',
      goals: input.how === 'points' ? input.goals : [],
      activities: input.how === 'points' ? input.activities : [],
    }
    if (!(await allThere(tx, 'goal', input.caseId, part.goals))) throw wrong('goals', 'otherGoal')
    if (!(await allThere(tx, 'activity', input.caseId, part.activities))) throw wrong('activities', 'otherGoal')
    // What a pointer leads to that this writer does not see is kept: it is not theirs to take away.
    const before = plan.contents[input.part]
    const kept = input.how === 'points' && before ? await hidden(tx, input.caseId, before) : { goals: [], activities: [] }
    const whole = { ...part, goals: [...part.goals, ...kept.goals], activities: [...part.activities, ...kept.activities] }
    return updatePlan(tx, plan, { contents: JSON.stringify({ ...plan.contents, [input.part]: whole }) })
  },
  concerns: ({ caseId, part }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { sectorPlan: r.id, part } }),
})

async function visible(tx: Tx, table: 'goal' | 'activity', caseId: number, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await tx.selectFrom(table).select('id').where('case_id', '=', caseId).where('id', 'in', [...ids]).execute()
  return rows.map((r) => r.id)
}
const allThere = async (tx: Tx, table: 'goal' | 'activity', caseId: number, ids: readonly number[]): Promise<boolean> =>
  (await visible(tx, table, caseId, ids)).length === new Set(ids).size
async function hidden(tx: Tx, caseId: number, part: PlanPart): Promise<Pick<PlanPart, 'goals' | 'activities'>> {
  const goals = await visible(tx, 'goal', caseId, part.goals)
  const activities = await visible(tx, 'activity', caseId, part.activities)
  return { goals: part.goals.filter((g) => !goals.includes(g)), activities: part.activities.filter((a) => !activities.includes(a)) }
}
