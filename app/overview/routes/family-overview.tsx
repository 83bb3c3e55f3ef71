import { AgreementsCard } from '#app/agreements/components/agreements-card.tsx'
import { Strip } from '#app/development/components/strip.tsx'
import { pick } from '#app/platform/i18n/messages.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { CardGrid, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { NextMonths } from '../components/next-months.tsx'
import { WhatNext } from '../components/what-next.tsx'
import { WhatWorks } from '../components/what-works.tsx'
import { da, en } from '../messages.ts'
import { readFamilyOverview } from '../read-family-overview.server.ts'
import type { Route } from './+types/family-overview.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) =>
  readFamilyOverview(ctx, { caseId: idParam(params.caseId) }),
)

/** A family at a glance: what works, what happens, what is next. */
export default function FamilyOverviewPage({ loaderData: { plan, agreements, network, whole, meetings, strip } }: Route.ComponentProps) {
  const m = pick(useLocale(), { da, en })
  const next = whole?.next
  const step = next && m.step[next.code]
  return (
    <>
      <title>{`${plan.familyName} – ${m.title}`}</title>
      <PageHead
        title={m.title}
        action={
          next &&
          step &&
          (next.allowed ? (
            <LinkButton variant="primary" href={next.href}>
              {step[0]}
            </LinkButton>
          ) : (
            <Button variant="primary" disabledReason={step[2]}>
              {step[0]}
            </Button>
          ))
        }
      />
      <CardGrid columns={3}>
        <WhatWorks plan={plan} network={network} inIntake={whole?.inIntake ?? false} />
        <NextMonths plan={plan} meetings={meetings} inIntake={whole?.inIntake ?? false} />
        <div className="day-page">
          <AgreementsCard caseId={plan.caseId} agreements={agreements} today={plan.today} make={plan.may.makeVersion} />
          <WhatNext plan={plan} network={network} whole={whole} />
        </div>
      </CardGrid>
      <Strip lines={strip} caseId={plan.caseId} today={plan.today} />
    </>
  )
}
