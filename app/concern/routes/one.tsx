import { redirect } from 'react-router'
import { z } from 'zod'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Badge } from '#app/ui/text.tsx'
import { clockWords, momentWords } from '../clock-words.ts'
import { AddCard, AssessCard, ReceiptCard } from '../components/follow-cards.tsx'
import { ReportCard, StandingCard } from '../components/report-card.tsx'
import { referenceOf } from '../concern.ts'
import { addToConcern, assessConcern, sendReceipt } from '../follow-concern.server.ts'
import { da, en } from '../messages.ts'
import { readConcern } from '../read-concern.server.ts'
import type { Route } from './+types/one.ts'

const said = ['sendt', 'tilfoejet', 'vurderet', 'kvittering'] as const
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  return { ...(await readConcern(ctx, { concernId: idParam(params.concernId) })), said: said.find((one) => query.has(one)) ?? null }
})

const Intent = z.enum(['add', 'assess', 'receipt']).catch('add')
export const action = formAction(async ({ ctx, params, values }) => {
  const concernId = idParam(params.concernId)
  const here = (what: (typeof said)[number]) => redirect(`/underretninger/${concernId}?${what}=1`)
  switch (Intent.parse(values['intent'])) {
    case 'assess':
      await assessConcern(ctx, { ...values, concernId })
      return here('vurderet')
    case 'receipt':
      await sendReceipt(ctx, { ...values, concernId })
      return here('kvittering')
    case 'add':
      await addToConcern(ctx, { ...values, concernId })
      return here('tilfoejet')
  }
})

/** One notification: for its writer, and for those who assess it. */
export default function OneConcern({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en }).one
  const { errors, values, conflict } = refusal(locale, actionData)
  const intent = typeof values?.['intent'] === 'string' ? values['intent'] : ''
  const toasts = { tilfoejet: m.added, vurderet: m.assessed, kvittering: m.receiptSentToast }
  const { id } = d.concern
  return (
    <>
      <title>{`${m.title(referenceOf(id))} – Helhed`}</title>
      <BackLink href={d.may.assess ? '/underretninger' : '/bekymret'}>{d.may.assess ? m.back : m.backMine}</BackLink>
      <ErrorSummary errors={errors} prefix={intent} />
      {conflict && (
        <Alert tone="error" title={m.conflict[conflict.code] ?? conflict.code}>
          {null}
        </Alert>
      )}
      {d.said !== null && d.said !== 'sendt' && <Toast>{toasts[d.said]}</Toast>}
      <div className="reading-width">
        <PageHead
          title={m.title(referenceOf(id))}
          lead={m.written(d.concern.author, momentWords(locale, d.concern.reportedAt, d.today))}
          action={
            <LinkButton variant="secondary" href={`/underretninger/${id}/pdf`}>
              {m.pdf}
            </LinkButton>
          }
        >
          {d.concern.danger && (
            <p>
              <Badge tone="attention">{m.danger}</Badge>
            </p>
          )}
        </PageHead>
        {d.said === 'sendt' && (
          <Alert tone="success" title={m.sentTitle}>
            {m.sentBody(clockWords(locale, d.concern, d.now, d.today))}
          </Alert>
        )}
        <StandingCard d={d} />
        <ReportCard d={d} />
        {d.may.assess && <AssessCard d={d} errors={errors} values={intent === 'assess' ? values : null} />}
        {d.may.assess && d.receipt === null && <ReceiptCard d={d} errors={errors} values={intent === 'receipt' ? values : null} />}
        <AddCard d={d} errors={errors} values={intent === 'add' ? values : null} />
      </div>
    </>
  )
}
