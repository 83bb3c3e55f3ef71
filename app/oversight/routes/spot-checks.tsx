import { redirect } from 'react-router'
import { refusal } from '#app/platform/forms/refusal.ts'
import { typed, type Values } from '#app/platform/forms/form-values.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatMonth } from '#app/platform/time/format.ts'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { Badge } from '#app/ui/text.tsx'
import { LookUpCard } from '../components/look-up-card.tsx'
import { da, en } from '../messages.ts'
import { readSpotChecks } from '../read-spot-checks.server.ts'
import { reviewLookUp } from '../review-look-up.server.ts'
import type { Route } from './+types/spot-checks.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) =>
  ({ checks: await readSpotChecks(ctx, {}), locale: ctx.locale, today: ctx.today, saved: new URL(request.url).searchParams.has('gemt') }))

export const action = formAction(async ({ ctx, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  await reviewLookUp(ctx, values)
  return redirect('/administration/stikproever?gemt=1')
})

/** The project manager's look-ups to explain, month by month. */
export default function SpotChecks({ loaderData: { checks, locale, today, saved }, actionData }: Route.ComponentProps) {
  const m = pick(locale, { da, en }).spot
  const { errors, values } = refusal(locale, actionData)
  const at = typed(values, 'id')
  return <>
    <title>{`${m.title} – Helhed`}</title>
    <ErrorSummary errors={errors} prefix={`l${at}`} />
    <PageHead title={m.title} lead={m.lead} />
    {saved && <Toast>{m.saved}</Toast>}
    {checks.length === 0 && <EmptyState title={m.emptyTitle}>{m.empty}</EmptyState>}
    {checks.map((check) => (
      <section key={check.id}>
        <h2>{formatMonth(locale, check.month)} · {check.project} <Badge tone={check.open === 0 ? 'done' : 'plain'}>{m.open(check.open)}</Badge></h2>
        {check.lookUps.length === 0 && <p>{m.none}</p>}
        {check.lookUps.map((lookUp) => <LookUpCard key={lookUp.id} lookUp={lookUp} today={today} refused={at === String(lookUp.id) ? { errors, values } : null} />)}
      </section>
    ))}
  </>
}
