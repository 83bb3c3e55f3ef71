import { NotFound } from '#app/platform/context.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { GoalNotes } from '#app/plan/components/goal-notes.ts'
import { PlanLetter } from '#app/plan/components/plan-letter.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { chosenPlan } from '../chosen-case.server.ts'
import { inCase, portalTexts } from '../portal-words.ts'
import type { Route } from './+types/print.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const { plan, elsewhere, goalNotes } = await chosenPlan(ctx, request)
  if (elsewhere) throw new NotFound('print')
  return { plan, notes: goalNotes.text }
})

/** The plan on paper, as this member may read it. */
export default function Print({ loaderData: { plan, notes } }: Route.ComponentProps) {
  const locale = useLocale()
  const m = portalTexts(locale)
  return (
    <>
      <title>{m.printTitle(plan.familyName)}</title>
      <BackLink href={inCase('/min/plan', plan.caseId)}>{m.back}</BackLink>
      <div className="d-print-none">
        <Note icon="print">{m.printHow}</Note>
      </div>
      <h1>{m.printTitle(plan.familyName)}</h1>
      <p>{m.printedOn(formatDate(locale, plan.today))}</p>
      <GoalNotes value={{ text: notes, choose: null }}>
        <PlanLetter
          plan={plan}
          goalOrder={plan.goalOrder}
          people={plan.people}
          today={plan.today}
          team={plan.team}
          nextFollowUpOn={plan.nextFollowUpOn}
          agreement={plan.agreement}
          pictures={false}
        />
      </GoalNotes>
    </>
  )
}
