import { redirect } from 'react-router'
import { typed, typedDate, typedList, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { DraftStatus, ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { partnerTexts } from '../messages.ts'
import { openRound } from '../open-round.server.ts'
import { KINDS } from '../partner-survey.ts'
import { readRounds } from '../read-rounds.server.ts'
import type { Route } from './+types/new-round.ts'

const draftName = (projectId: number): string => `partner-survey.${projectId}`

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const found = await readRounds(ctx, { projectId: new URL(request.url).searchParams.get('projekt') })
  const draft = await findDraft(ctx, draftName(found.project.id))
  return { project: found.project, questions: found.questions, closesOn: found.closesOn, before: found.before, draft: draft?.values ?? null }
})

export const action = formAction(async ({ ctx, values }) => {
  const projectId = Number(values['projectId'])
  await openRound(ctx, { ...withDates(values, ['closesOn']), projectId })
  await dropDraft(ctx, draftName(projectId))
  return redirect(`/projekt/partnere?projekt=${projectId}&gjort=sent`)
})

/** A new round to the partners. */
export default function NewRound({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = partnerTexts(locale)
  const { errors, values, conflict } = refusal(locale, actionData)
  const known = values ?? d.draft
  return (
    <>
      <title>{`${m.new} – Helhed`}</title>
      <BackLink href={`/projekt/partnere?projekt=${d.project.id}`}>{m.title}</BackLink>
      <ErrorSummary errors={errors} />
      {conflict?.code === 'round-open' && <Alert tone="warning" title={m.roundOpen} />}
      <PageHead title={m.new} lead={m.newLead} />
      <Form action={`/projekt/partnere/ny?projekt=${d.project.id}`} errors={errors} summaryElsewhere draftUrl={`/kladde/${draftName(d.project.id)}`}>
        <input type="hidden" name="projectId" value={d.project.id} />
        <CheckboxGroup
          name="questions"
          legend={m.questions}
          values={typedList(known, 'questions', d.questions.map((q) => q.code))}
          choices={d.questions.map((q) => ({ value: q.code, label: q.text[locale], hint: m.scale(q.low[locale], q.high[locale]) }))}
        />
        {KINDS.map((kind) => (
          <TextArea key={kind} name={kind} label={m.kinds[kind]} hint={m.lines} value={typed(known, kind, d.before[kind])} rows={4} optional />
        ))}
        <DateFields name="closesOn" legend={m.closesOn} value={typedDate(known, 'closesOn', d.closesOn)} />
        <SubmitButton>{m.send}</SubmitButton>
        <DraftStatus />
      </Form>
    </>
  )
}
