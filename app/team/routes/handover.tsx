import { redirect, useSearchParams } from 'react-router'
import { asRefused } from '#app/intake/components/refused.tsx'
import { typedDate } from '#app/intake/referral.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Details } from '#app/ui/text.tsx'
import { HandoverCard, PlanForms, SubstituteCard } from '../components/handover-parts.tsx'
import { da as coordinatorDa, en as coordinatorEn } from '../coordinator-messages.ts'
import { planHandover, takeBackHandover, tickItem } from '../plan-handover.server.ts'
import { readHandover } from '../read-handover.server.ts'
import { startSubstitute } from '../substitutes.server.ts'
import { da, en } from '../team-messages.ts'
import type { Route } from './+types/handover.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readHandover(ctx, { caseId: idParam(params.caseId) }))

export const action = formAction(
  async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
    const caseId = idParam(params.caseId)
    const here = `/familier/${caseId}/hjaelpere/skift`
    switch (values.do) {
      case 'plan':
        await planHandover(ctx, { caseId, toStaffId: values.toStaffId, reason: values.reason, takesOverOn: typedDate(values, 'takesOverOn') })
        break
      case 'one-step':
        await planHandover(ctx, { caseId, toStaffId: values.toStaffId, reason: values.reason, takesOverOn: ctx.today })
        break
      case 'back':
        await takeBackHandover(ctx, { caseId, handoverId: values.handoverId })
        break
      case 'substitute':
        await startSubstitute(ctx, { caseId, staffId: values.staffId, from: typedDate(values, 'from'), until: typedDate(values, 'until') })
        return redirect(`/familier/${caseId}/hjaelpere?gemt=1`)
      default:
        await tickItem(ctx, { ...values, caseId })
        return redirect(here)
    }
    return redirect(`${here}?gemt=1`)
  },
)

/** KOO-03: the change of coordinator: the checklist of the one that runs, planning the next, a substitute for a time. */
export default function HandoverRoute({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const team = pick(locale, { da: coordinatorDa, en: coordinatorEn })
  const refused = asRefused(actionData)
  const saved = useSearchParams()[0].has('gemt')
  return (
    <>
      <title>{`${m.handoverTitle}, ${d.name} – Helhed`}</title>
      <BackLink href={`/familier/${d.caseId}/hjaelpere`}>{team.team}</BackLink>
      <PageHead title={m.handoverTitle} lead={m.handoverLead} />
      {saved && <Toast>{m.saved}</Toast>}
      {refused?.conflict && <Alert tone="warning">{m.handoverOver}</Alert>}
      {d.handover ? <HandoverCard page={d} refused={refused} /> : <EmptyState title={m.handoverNone}>{d.primary ? m.handoverNoneText : m.handoverNobody}</EmptyState>}
      {d.may.plan && d.primary && !d.handover?.planned && <PlanForms page={d} refused={refused} />}
      {d.model === 'primary' && d.primary && d.substitutes.length > 0 && <SubstituteCard page={d} refused={refused} />}
      {d.before.length > 0 && (
        <Details summary={m.before}>
          <ul>
            {d.before.map((one) => (
              <li key={one.id}>{m.changePlanned(one.from, one.to, formatDate(locale, one.takesOverOn))}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}
