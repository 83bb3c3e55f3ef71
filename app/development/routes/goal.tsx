import { redirect } from 'react-router'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { Select } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { da, en } from '../messages.ts'
import { readGoalChoice } from '../read-goal-measures.server.ts'
import { setGoalMeasure } from '../set-goal-measure.server.ts'
import type { Route } from './+types/goal.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const { shown: _forTheLog, ...choice } = await readGoalChoice(ctx, { caseId: idParam(params.caseId), goalId: idParam(params.goalId) })
  return choice
})

export const action = formAction(async ({ ctx, params, values }) => {
  const [caseId, goalId] = [idParam(params.caseId), idParam(params.goalId)]
  await setGoalMeasure(ctx, { caseId, goalId, measure: values['measure'] ?? '', from: values['from'], seen: values['seen'] })
  return redirect(`/familier/${caseId}/planen?gemt=1#maal-${goalId}`)
})

/** What can this goal be followed by? */
export default function GoalMeasurePage({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const { errors, values, conflict } = refusal(locale, actionData)
  const typed = (name: 'measure' | 'from', otherwise: string) => (typeof values?.[name] === 'string' ? values[name] : otherwise)
  const day = (on: string) => formatShortDate(locale, on, d.today)
  const from = [
    { value: '', label: m.fromFirst },
    ...(d.goal.start !== null && d.goal.start <= d.today ? [{ value: d.goal.start, label: m.fromGoal(day(d.goal.start)) }] : []),
    ...(d.now?.from && d.now.from !== d.goal.start && d.now.from !== d.today ? [{ value: d.now.from, label: m.fromBefore(day(d.now.from)) }] : []),
    ...(d.goal.start === d.today ? [] : [{ value: d.today, label: m.fromToday }]),
  ]
  return (
    <>
      <title>{`${m.goalTitle} – Helhed`}</title>
      <BackLink href={`/familier/${d.caseId}/planen#maal-${d.goal.id}`}>{m.backToPlan}</BackLink>
      <ErrorSummary errors={errors} />
      {conflict && <Alert tone="warning" title={m.changed} />}
      <PageHead title={m.goalTitle} lead={m.goalLead(d.goal.title)} />
      {d.options.length === 0 ? (
        <EmptyState title={m.noOptions}>{m.noOptionsBody}</EmptyState>
      ) : (
        <Form action={`/familier/${d.caseId}/udvikling/maal/${d.goal.id}`} errors={errors} summaryElsewhere>
          <input type="hidden" name="seen" value={d.now?.id ?? ''} />
          {d.now && <p>{d.now.text}.</p>}
          <Select
            name="measure"
            label={m.measure}
            optional
            placeholder={m.noMeasure}
            value={typed('measure', d.now?.value ?? '')}
            options={d.options.map((o) => ({ value: o.value, label: `${o.label} (${o.by === null ? m.notYet : m.by[o.by].toLocaleLowerCase(locale)})` }))}
          />
          <RadioGroup name="from" legend={m.countFrom} value={typed('from', d.now?.from ?? '')} choices={from} />
          <SubmitButton>{m.saveMeasure}</SubmitButton>
        </Form>
      )}
    </>
  )
}
