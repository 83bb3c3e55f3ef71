import { situationTexts } from '#app/assessment/situation-words.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { ButtonGroup, LinkButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { PlanLetter } from '../components/plan-letter.tsx'
import { planTexts } from '../plan-words.ts'
import { readPlanVersion } from '../read-plan-version.server.ts'
import type { Route } from './+types/version.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => ({
  version: await readPlanVersion(ctx, { caseId: idParam(params.caseId), number: idParam(params.number) }),
}))

/** A version as it was agreed. */
export default function Version({ loaderData: { version } }: Route.ComponentProps) {
  const locale = useLocale()
  const m = planTexts(locale)
  const base = `/familier/${version.caseId}/planen`
  const head = version.agreement.version
  return (
    <>
      <title>{m.version(head.number)}</title>
      <BackLink href={base}>{m.backToPlan}</BackLink>
      <PageHead
        title={m.version(head.number)}
        lead={(head.atMeeting ? m.versionAtMeeting : m.versionOf)(head.number, formatShortDate(locale, head.agreedOn, version.today))}
      />
      <ButtonGroup>
        <LinkButton href={`${base}/sammenlign?fra=${head.number}`}>
          {m.compare(formatShortDate(locale, head.agreedOn, version.today))}
        </LinkButton>
        <LinkButton href={`/familier/${version.caseId}/situation/baggrund?udgave=${head.number}`}>{situationTexts(locale).background}</LinkButton>
      </ButtonGroup>
      <PlanLetter
        plan={version}
        goalOrder={version.goalOrder}
        people={version.people}
        today={version.today}
        nextFollowUpOn={head.nextFollowUpOn}
        agreement={version.agreement}
        pictures={false}
      />
    </>
  )
}
