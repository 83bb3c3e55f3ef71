import { joinList } from '#app/platform/i18n/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { toAnswer } from '../portal.ts'
import { inCase, portalTexts } from '../portal-words.ts'
import type { PortalPlan } from '../read-portal-plan.server.ts'

/** The one thing that waits for this member: an answer to the plan, or the first hope. Nothing when nothing waits. */
export const NextStep = ({ page: { plan, me, elsewhere } }: { page: PortalPlan }) => {
  const locale = useLocale()
  const m = portalTexts(locale)
  if (!plan.may.hope) return null
  const waiting = plan.agreement ? toAnswer(plan.people, me.id, plan.agreement.given) : []
  const first = waiting.find((p) => p.id === me.id) ?? waiting[0]
  if (first && plan.agreement) {
    const mine = first.id === me.id
    return (
      <Card
        accent
        title={
          mine
            ? m.nextAnswerYou
            : m.nextAnswer(
                joinList(
                  locale,
                  waiting.map((p) => p.name),
                  'or',
                ),
              )
        }
      >
        <p>{m.nextAnswerBody}</p>
        <LinkButton variant="primary" href={inCase(`/min/plan/svar/${plan.agreement.version.number}/${first.id}`, plan.caseId)}>
          {mine ? m.answerNow : m.answerFor(first.name)}
        </LinkButton>
      </Card>
    )
  }
  if (plan.hopes.length > 0 || elsewhere) return null
  return (
    <Card accent title={m.nextHope}>
      <p>{m.nextHopeBody}</p>
      <LinkButton variant="primary" href={inCase('/min/plan/haab', plan.caseId)}>
        {m.writeHope}
      </LinkButton>
    </Card>
  )
}
