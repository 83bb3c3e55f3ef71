import { Outlet } from 'react-router'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { GoalNotes } from '#app/plan/components/goal-notes.ts'
import { readGoalMeasures } from '../read-goal-measures.server.ts'
import type { Route } from './+types/plan-measures.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs & { params: { caseId?: string } }>) => {
  const caseId = idParam(params.caseId)
  const { notes, mayChoose } = await readGoalMeasures(ctx, { caseId })
  return { caseId, mayChoose, text: Object.fromEntries(notes.map((n) => [n.goalId, n.text])) }
})

/** Around the plan's pages: what each goal is followed by. */
export default function PlanMeasures({ loaderData: d }: Route.ComponentProps) {
  const choose = d.mayChoose ? (goalId: number) => `/familier/${d.caseId}/udvikling/maal/${goalId}` : null
  return (
    <GoalNotes value={{ text: d.text, choose }}>
      <Outlet />
    </GoalNotes>
  )
}
