import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { PlanLetter } from '../components/plan-letter.tsx'
import { planTexts } from '../plan-words.ts'
import { readPlan } from '../read-plan.server.ts'
import type { Route } from './+types/print.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => ({
  plan: await readPlan(ctx, { caseId: idParam(params.caseId) }),
}))

/** The plan for the table: the same letter without buttons, with a line for each to sign on. */
export default function Print({ loaderData: { plan } }: Route.ComponentProps) {
  const locale = useLocale()
  const m = planTexts(locale)
  return (
    <>
      <title>{m.printTitle(plan.familyName)}</title>
      <BackLink href={`/familier/${plan.caseId}/planen`}>{m.backToPlan}</BackLink>
      <div className="d-print-none">
        <Note icon="info">{m.printHow}</Note>
      </div>
      <h1>{m.printTitle(plan.familyName)}</h1>
      <p>{m.printedOn(formatDate(locale, plan.today))}</p>
      <PlanLetter
        plan={plan}
        goalOrder={plan.goalOrder}
        people={plan.people}
        today={plan.today}
        team={plan.team}
        nextFollowUpOn={plan.nextFollowUpOn}
        agreement={plan.agreement}
      />
      <table className="table plain-table keep-together">
        <caption className="sr-only">{m.signHere}</caption>
        <tbody>
          {plan.people
            .filter((p) => p.asked)
            .map((p) => (
              <tr key={p.id}>
                <th scope="row">{p.name}</th>
                <td>{m.signHere}: ____________________________</td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  )
}
