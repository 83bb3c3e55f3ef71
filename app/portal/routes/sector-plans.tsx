import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { PlanList } from '#app/sector-plans/components/plan-list.tsx'
import { planPdfAddress, sectorPlanTexts } from '#app/sector-plans/plan-words.ts'
import { readSectorPlans } from '#app/sector-plans/read-sector-plans.server.ts'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { chosenPlan } from '../chosen-case.server.ts'
import { inCase, portalTexts } from '../portal-words.ts'
import type { Route } from './+types/sector-plans.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const { plan } = await chosenPlan(ctx, request)
  const found = await readSectorPlans(ctx, { caseId: plan.caseId })
  return { caseId: plan.caseId, people: found.people, today: found.today, lines: found.lines.filter((l) => l.state !== 'not-needed') }
})

/** Which plans does the municipality have about us, and who decides over them? */
export default function SectorPlans({ loaderData: d }: Route.ComponentProps) {
  const locale = useLocale()
  const m = sectorPlanTexts(locale)
  return (
    <>
      <title>{m.portalTitle}</title>
      <BackLink href={`${inCase('/min/plan', d.caseId)}#maal`}>{portalTexts(locale).back}</BackLink>
      <PageHead title={m.portalTitle} lead={m.portalLead} />
      {d.lines.length === 0 && <EmptyState title={m.portalEmpty}>{m.portalLead}</EmptyState>}
      <PlanList lines={d.lines} people={d.people} today={d.today} pdf={(id) => planPdfAddress(d.caseId, id)} />
    </>
  )
}
