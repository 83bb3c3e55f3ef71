import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { typed, typedDate, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { ANSWERS, screeningAnswersIn, suits } from '../need-screening.ts'
import { readScreenings, screenNeeds } from '../screen-needs.server.ts'
import { inquiryTexts } from '../words.ts'
import type { Route } from './+types/screening.ts'

const draftName = (form: string, personId: number): string => `inquiries.screening.${form}.${personId}`

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const read = await readScreenings(ctx, { caseId: idParam(params.caseId) })
  const form = read.forms.find((f) => f.code === params.form)
  const person = read.people.find((p) => p.id === idParam(params.personId))
  if (!form || !person || !read.may || !suits(form, person.age)) throw new NotFound('screening')
  const draft = await findDraft(ctx, draftName(form.code, person.id))
  return { caseId: read.caseId, today: read.today, form, person, draft: draft?.values ?? null }
})
export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const input = { ...withDates(values, ['screenedOn']), caseId, personId: idParam(params.personId), form: params.form, answers: screeningAnswersIn(values) }
  const { id } = await screenNeeds(ctx, input)
  await dropDraft(ctx, draftName(String(input.form), input.personId))
  return redirect(`/familier/${caseId}/situation/screening#screening-${id}`)
})

/** The questions, answered together with one member. */
export default function Screening({ loaderData: { caseId, today, form, person, draft }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = inquiryTexts(locale).screening
  const refused = refusal(locale, actionData)
  const errors = refused.errors
  const values = refused.values ?? draft
  const base = `/familier/${caseId}/situation/screening`
  return (
    <>
      <title>{`${form.label[locale]} – Helhed`}</title>
      <BackLink href={base} />
      <ErrorSummary errors={errors} />
      <PageHead title={`${person.name}: ${form.label[locale]}`} lead={form.lead[locale]} />
      <Form action={`${base}/${form.code}/${person.id}`} errors={errors} summaryElsewhere draftUrl={`/kladde/${draftName(form.code, person.id)}`}>
        {form.questions.map((q) => (
          <RadioGroup
            key={q.code}
            name={`q.${q.code}`}
            legend={q.text[locale]}
            inline
            value={typed(values, `q.${q.code}`)}
            choices={[...ANSWERS.map((a) => ({ value: a, label: m[a] })), { value: 'skip', label: m.skip }]}
          />
        ))}
        <TextArea name="ownWords" label={m.own} hint={m.ownHint} optional rows={3} value={typed(values, 'ownWords')} />
        <TextField name="answeredWith" label={m.with} hint={m.withHint} value={typed(values, 'answeredWith', person.name)} />
        <DateFields name="screenedOn" legend={m.on} value={typedDate(values, 'screenedOn', today)} />
        <SubmitButton>{m.save}</SubmitButton>
      </Form>
    </>
  )
}
