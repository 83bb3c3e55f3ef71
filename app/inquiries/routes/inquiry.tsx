import { redirect, useSearchParams } from 'react-router'
import { AboutOthersQuestion } from '#app/consent/components/about-others-question.tsx'
import { typed, typedDate, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { ActionButton, ButtonGroup, ConfirmButton, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Badge, Details, DueDate, KeyValue, Note, Quote, ToCaseLink } from '#app/ui/text.tsx'
import { AnswerFields } from '../components/answer-fields.tsx'
import { AnswerList } from '../components/answer-list.tsx'
import { CodeFields, LinkAddress } from '../components/link-fields.tsx'
import { cancelInquiry, sendNewLink } from '../follow-inquiry.server.ts'
import { ANSWER_CHANNELS, answersIn, referenceOf, stateOf } from '../inquiry.ts'
import { readInquiry } from '../read-inquiries.server.ts'
import { areaOf, inquiryTexts } from '../words.ts'
import { confirmAnswer, writeAnswer } from '../write-answer.server.ts'
import type { Route } from './+types/inquiry.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) =>
  readInquiry(ctx, { caseId: idParam(params.caseId), inquiryId: idParam(params.inquiryId) }),
)
export const action = formAction(async ({ ctx, params, values }) => {
  const ids = { caseId: idParam(params.caseId), inquiryId: idParam(params.inquiryId) }
  const here = `/familier/${ids.caseId}/situation/spoergsmaal/${ids.inquiryId}`
  switch (values['intent']) {
    case 'cancel':
      await cancelInquiry(ctx, { ...values, ...ids })
      return redirect(`/familier/${ids.caseId}/situation/spoergsmaal`)
    case 'link':
      await sendNewLink(ctx, { ...values, ...ids })
      return redirect(`${here}?sendt=1`)
    case 'confirm':
      await confirmAnswer(ctx, { caseId: ids.caseId, answerId: values['answerId'] })
      return redirect(`${here}?gemt=1`)
    default:
      await writeAnswer(ctx, { ...withDates(values, ['statedOn']), ...ids, said: answersIn(values) })
      return redirect(`${here}?gemt=1`)
  }
})
type Data = Route.ComponentProps['loaderData']

export default function InquiryPage({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = inquiryTexts(locale)
  const [search] = useSearchParams()
  const q = d.inquiry
  const here = `/familier/${d.caseId}/situation/spoergsmaal/${q.id}`
  const { errors } = refusal(locale, actionData)
  const state = stateOf(q, d.today)
  return (
    <>
      <title>{`${m.one.title(q.recipient)} – Helhed`}</title>
      <BackLink href={`/familier/${d.caseId}/situation/spoergsmaal`} />
      <ErrorSummary errors={errors} />
      {search.has('gemt') && <Toast>{m.one.saved}</Toast>}
      {search.has('sendt') && <Toast>{m.one.reminded}</Toast>}
      <PageHead
        title={m.one.title(q.recipient)}
        action={d.may.print && <LinkButton href={`${here}/skema`}>{m.one.print}</LinkButton>}
      />
      {d.may.follow && d.covered.length === 0 && <Alert tone="warning" title={m.one.nothingCovered} live={false} />}
      <Card title={m.one.answers} aside={<Badge tone={state === 'answered' ? 'done' : state === 'overdue' ? 'attention' : 'plain'}>{m.state[state]}</Badge>}>
        {q.answers.length === 0 && <p>{m.one.noAnswer}</p>}
        <AnswerList
          inquiry={q}
          people={d.people}
          areas={d.areas}
          today={d.today}
          after={(a) => (
            <>
              {a.stated && a.sector === 'coordination' && d.sectors.includes(a.stated.sector) && (
                <>
                  <ActionButton action={here} fields={{ intent: 'confirm', answerId: a.id }} label={m.one.confirm} />
                  <Note>{m.one.confirmHint}</Note>
                </>
              )}
              <p>
                <ToCaseLink caseId={d.caseId} kind="answer" id={a.id} describe={`${q.recipient}, ${formatShortDate(locale, a.answeredOn, d.today)}`} />
              </p>
            </>
          )}
        />
      </Card>
      <Asked d={d} />
      {d.may.write && <TypeIn d={d} here={here} data={actionData} />}
      {d.may.follow && <Follow d={d} here={here} data={actionData} />}
    </>
  )
}

const Asked = ({ d }: { d: Data }) => {
  const locale = useLocale()
  const m = inquiryTexts(locale)
  const q = d.inquiry
  return (
    <Card title={m.one.asked}>
      <KeyValue
        items={[
          { key: m.list.about, value: joinList(locale, d.people.filter((p) => q.subjects.includes(p.id)).map((p) => p.name)) },
          { key: m.list.who, value: `${q.recipient} (${areaOf(locale, d.areas, q.sector)})` },
          { key: m.list.sent, value: `${formatShortDate(locale, q.sentOn, d.today)} · ${m.channel[q.channel] ?? ''}` },
          { key: m.one.by, value: q.answers.length > 0 ? formatShortDate(locale, q.replyBy, d.today) : <DueDate date={q.replyBy} today={d.today} /> },
          { key: m.one.link, value: q.link && `${m.linkState[q.link.state]} · ${q.link.address}` },
          {
            key: m.one.remindedOn,
            value: q.reminders.map((r) => `${formatShortDate(locale, r.on, d.today)} (${m.one.how[r.how] ?? r.how})`).join(', '),
          },
          { key: m.one.reference, value: referenceOf(q.id) },
        ]}
      />
      <ul>
        {q.questions.map((one) => (
          <li key={one.code}>{one[locale]}</li>
        ))}
      </ul>
      {q.message && <Quote small>{q.message}</Quote>}
    </Card>
  )
}

/** The coordinator types in what came on paper or by telephone; a colleague of that sector answers here. */
const TypeIn = ({ d, here, data }: { d: Data; here: string; data: unknown }) => {
  const locale = useLocale()
  const m = inquiryTexts(locale)
  const { errors, values, conflict } = refusal(locale, data, 'write')
  const people = d.people.filter((p) => d.covered.includes(p.id))
  const open = values !== null || (d.inquiry.answers.length === 0 && (d.may.own || d.inquiry.channel !== 'link'))
  return (
    <Details summary={d.may.own ? m.one.answerHere : m.one.type} open={open} id="svar">
      <Form action={here} errors={errors} summaryElsewhere prefix="svar">
        <input type="hidden" name="intent" value="write" />
        <AboutOthersQuestion conflict={conflict} />
        {!d.may.own && <p>{m.one.typeHint}</p>}
        <AnswerFields people={people} questions={d.inquiry.questions} value={(name) => typed(values, name)} level={3} />
        {!d.may.own && (
          <>
            <h3>{m.reply.youTitle}</h3>
            <TextField name="statedName" label={m.one.statedName} hint={m.one.statedNameHint} value={typed(values, 'statedName')} />
            <DateFields name="statedOn" legend={m.one.statedOn} value={typedDate(values, 'statedOn', d.today)} />
            <Select
              name="statedChannel"
              label={m.one.statedChannel}
              value={typed(values, 'statedChannel', d.inquiry.channel === 'paper' ? 'paper' : 'phone')}
              options={ANSWER_CHANNELS.map((c) => ({ value: c, label: m.statedChannel[c] ?? c }))}
            />
          </>
        )}
        <SubmitButton>{m.one.save}</SubmitButton>
      </Form>
    </Details>
  )
}

const Follow = ({ d, here, data }: { d: Data; here: string; data: unknown }) => {
  const locale = useLocale()
  const m = inquiryTexts(locale)
  const link = refusal(locale, data, 'link')
  const cancel = refusal(locale, data, 'cancel')
  return (
    <>
      {d.inquiry.channel === 'link' && d.covered.length > 0 && (
        <Details summary={m.one.remind} open={link.values !== null}>
          <p>{m.one.remindHint}</p>
          <Form action={here} errors={link.errors} summaryElsewhere prefix="link">
            <input type="hidden" name="intent" value="link" />
            <LinkAddress values={link.values} address={d.inquiry.link?.address} />
            <CodeFields values={link.values} confirm={d.confirm} />
            <SubmitButton>{m.one.remind}</SubmitButton>
          </Form>
        </Details>
      )}
      <Form action={here} errors={cancel.errors} summaryElsewhere prefix="cancel">
        <input type="hidden" name="intent" value="cancel" />
        <ButtonGroup>
          <ConfirmButton label={m.one.cancel} question={m.one.cancelQuestion} confirm={m.one.cancel}>
            <TextField name="reason" label={m.one.cancelReason} value={typed(cancel.values, 'reason')} />
          </ConfirmButton>
        </ButtonGroup>
      </Form>
    </>
  )
}
