import { redirect, useSearchParams } from 'react-router'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { asRefused, ConflictNotice, errorsOf, typed, typedDateParts } from '#app/intake/components/refused.tsx'
import { typedDate } from '#app/intake/referral.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { Note, Quote } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import { answerPlace, readPlaceOffer } from '../offer-place.server.ts'
import type { Route } from './+types/place-offer.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readPlaceOffer(ctx, { caseId: idParam(params.caseId) }))

export const action = formAction(
  async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
    const caseId = idParam(params.caseId)
    await answerPlace(ctx, { ...values, caseId, on: typedDate(values, 'on') })
    return redirect(`/familier/${caseId}/optagelse/plads?gemt=1`)
  },
)

/** The caseworker's page: a place is free, what did the family say? */
export default function PlaceOffer({ loaderData: { open, offers, project, today }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = asRefused(actionData)
  const errors = errorsOf(refused, locale)
  const saved = useSearchParams()[0].has('gemt')
  const was = (name: string) => typed(refused, name)
  return (
    <>
      <title>{`${m.askTitle} – Helhed`}</title>
      <ConflictNotice refused={refused} />
      <ErrorSummary errors={errors} />
      <PageHead title={m.askTitle} lead={open ? m.askLead(project) : undefined} />
      {saved && !refused && <Toast>{m.answerSaved}</Toast>}
      {open ? (
        <Card title={m.answer} accent>
          <p>
            {m.askedBy(open.caseworker)} {m.askUntil(formatDate(locale, open.answerBy))}.
          </p>
          <p>{m.askHow}</p>
          <Form errors={errors} summaryElsewhere>
            <input type="hidden" name="offerId" value={open.id} />
            <RadioGroup
              name="answer"
              legend={m.answer}
              value={was('answer')}
              choices={(['yes', 'no'] as const).map((value) => ({ value, label: m.answers[value], hint: m.answerHints[value] }))}
            />
            <DateFields name="on" legend={m.answerOn} value={typedDateParts(refused, 'on', today)} />
            <TextArea name="reason" label={m.answerReason} hint={m.answerReasonHint} optional rows={3} value={was('reason')} />
            <SubmitButton>{m.answerButton}</SubmitButton>
          </Form>
        </Card>
      ) : (
        <Note>{m.askNothing}</Note>
      )}
      {offers
        .filter((one) => one.id !== open?.id)
        .map((one) => (
          <div key={one.id}>
            <Note>
              {m.offerLine(formatDate(locale, one.offeredOn), one.caseworker, formatDate(locale, one.answerBy))}
              {one.answeredOn && one.answer && `. ${m.answered(formatDate(locale, one.answeredOn))}: ${m.answers[one.answer]}`}
              {one.withdrawnOn && `. ${m.withdrawn(formatDate(locale, one.withdrawnOn))}`}
            </Note>
            {one.reason && <Quote small>{one.reason}</Quote>}
          </div>
        ))}
    </>
  )
}
