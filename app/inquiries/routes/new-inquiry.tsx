import { redirect } from 'react-router'
import { refusal } from '#app/platform/forms/refusal.ts'
import { typed, typedDate, typedList, withDates } from '#app/platform/forms/form-values.ts'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { CoverList } from '../components/cover-list.tsx'
import { CodeFields, LinkAddress } from '../components/link-fields.tsx'
import { readNewInquiry } from '../read-inquiries.server.ts'
import { sendInquiry } from '../send-inquiry.server.ts'
import { inquiryTexts } from '../words.ts'
import type { Route } from './+types/new-inquiry.ts'

const draftName = (caseId: number, form: string): string => `inquiry.new.${caseId}.${form}`

/** `?skema=school` or `?sektor=education` choose whom to ask; `?person=12` is ticked. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  const read = await readNewInquiry(ctx, { caseId: idParam(params.caseId), form: query.get('skema'), sector: query.get('sektor') })
  const draft = read.form ? await findDraft(ctx, draftName(read.caseId, read.form.code)) : null
  return { ...read, chosen: Number(query.get('person')) || null, draft: draft?.values ?? null }
})
export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const { id, channel } = await sendInquiry(ctx, { ...withDates(values, ['replyBy']), caseId })
  await dropDraft(ctx, draftName(caseId, String(values['form'])))
  return redirect(channel === 'link' || channel === 'login' ? `/familier/${caseId}/situation/spoergsmaal?sendt=1` : `/familier/${caseId}/situation/spoergsmaal/${id}`)
})
type Data = Route.ComponentProps['loaderData']

export default function NewInquiry({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = inquiryTexts(locale)
  const back = `/familier/${d.caseId}/situation/spoergsmaal`
  const { errors } = refusal(locale, actionData)
  const covered = d.people.filter((p) => p.asked !== null && p.told !== null)
  return (
    <>
      <title>{`${m.ask.title} – Helhed`}</title>
      <BackLink href={back} />
      <ErrorSummary errors={errors} />
      <PageHead title={d.form ? m.ask.title2(d.form.title) : m.ask.title} lead={d.form ? undefined : m.ask.step1} />
      {!d.form && <ChooseForm d={d} />}
      {d.form && (
        <>
          <CoverList form={d.form} people={d.people} areas={d.areas} categories={d.categories} consentHref={`/familier/${d.caseId}/samtykke/ny`} />
          {covered.length === 0 ? (
            <EmptyState title={m.ask.nobody} action={<LinkButton href={`/familier/${d.caseId}/samtykke/ny`}>{m.ask.getConsent}</LinkButton>}>
              {m.ask.nobodyText}
            </EmptyState>
          ) : (
            <RequestForm d={d} data={actionData} />
          )}
        </>
      )}
    </>
  )
}

const ChooseForm = ({ d }: { d: Data }) => {
  const m = inquiryTexts(useLocale())
  return (
    <Form method="get">
      <RadioGroup name="skema" legend={m.ask.choose} value={d.forms[0]?.code} choices={d.forms.map((f) => ({ value: f.code, label: f.label }))} />
      {d.chosen && <input type="hidden" name="person" value={d.chosen} />}
      <SubmitButton>{m.ask.next}</SubmitButton>
    </Form>
  )
}

const RequestForm = ({ d, data }: { d: Data; data: unknown }) => {
  const locale = useLocale()
  const m = inquiryTexts(locale)
  const refused = refusal(locale, data)
  const errors = refused.errors
  const values = refused.values ?? d.draft
  const form = d.form!
  const covered = d.people.filter((p) => p.asked !== null && p.told !== null)
  const preset = covered.filter((p) => p.id === d.chosen || covered.length === 1).map((p) => String(p.id))
  return (
    <Form action={`/familier/${d.caseId}/situation/spoergsmaal/ny?skema=${form.code}`} errors={errors} summaryElsewhere draftUrl={`/kladde/${draftName(d.caseId, form.code)}`}>
      <input type="hidden" name="form" value={form.code} />
      <CheckboxGroup
        name="personIds"
        legend={m.ask.people}
        values={typedList(values, 'personIds', preset)}
        choices={covered.map((p) => ({ value: p.id, label: p.age === null ? p.name : `${p.name}, ${p.age}` }))}
      />
      <RadioGroup
        name="to"
        legend={m.ask.to}
        value={typed(values, 'to', d.units[0] ? `department:${d.units[0].id}` : 'outside')}
        choices={[
          ...d.units.map((u) => ({ value: `department:${u.id}`, label: u.name, ...(u.email ? { hint: u.email } : {}) })),
          ...d.colleagues.map((c) => ({ value: `staff:${c.staffId}`, label: m.ask.colleague(c.name) })),
          {
            value: 'outside',
            label: m.ask.outside,
            hint: m.ask.outsideHint,
            reveals: <TextField name="outsideName" label={m.ask.outsideName} value={typed(values, 'outsideName')} />,
          },
        ]}
      />
      <RadioGroup
        name="channel"
        legend={m.ask.how}
        value={typed(values, 'channel', 'link')}
        choices={[
          { value: 'link', label: m.ask.byLink, reveals: <LinkAddress values={values} /> },
          { value: 'paper', label: m.ask.byPaper, hint: m.ask.byPaperHint },
          { value: 'phone', label: m.ask.byPhone, hint: m.ask.byPhoneHint },
        ]}
      />
      <CodeFields values={values} confirm={form.confirm} />
      <CheckboxGroup
        name="questions"
        legend={m.ask.questions}
        values={typedList(values, 'questions', form.questions.map((q) => q.code))}
        choices={form.questions.map((q) => ({ value: q.code, label: q[locale] }))}
      />
      <TextArea
        name="message"
        label={m.ask.message}
        hint={m.ask.messageHint}
        optional
        limit={1000}
        rows={3}
        value={typed(values, 'message')}
        below={<Note>{m.ask.readableBy}</Note>}
      />
      <DateFields name="replyBy" legend={m.ask.replyBy} value={typedDate(values, 'replyBy', d.replyBy)} />
      <SubmitButton>{m.ask.send}</SubmitButton>
    </Form>
  )
}
