import { redirect } from 'react-router'
import { withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Details } from '#app/ui/text.tsx'
import { endGoalScale, rateGoal, setGoalScale, takeBackRating } from '../attainment-verbs.server.ts'
import { Levels, RateForm, RatingHistory, SetScaleForm } from '../components/goal-scale.tsx'
import { useWords } from '../components/words.ts'
import { type AttainmentPage, readAttainment } from '../read-attainment.server.ts'
import { inWords } from '../score-words.ts'
import type { Route } from './+types/attainment.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const { shelves: _, subjects: __, ...found } = await readAttainment(ctx, { caseId: idParam(params.caseId) })
  return { page: found, saved: new URL(request.url).searchParams.has('gemt') }
})

export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const intent = String(values['intent'])
  if (intent === 'take-back') await takeBackRating(ctx, { ...values, caseId })
  else if (intent.startsWith('end-')) await endGoalScale(ctx, { ...values, caseId })
  else if (intent.startsWith('rate-')) await rateGoal(ctx, { ...withDates(values, ['on']), caseId })
  else await setGoalScale(ctx, { ...withDates(values, ['agreedOn']), caseId })
  return redirect(`/familier/${caseId}/udvikling/maalskala?gemt=1`)
})

/** How far are we with each goal, in the family's own words? */
export default function Attainment({ loaderData: { page: d, saved }, actionData }: Route.ComponentProps) {
  const { locale, m } = useWords()
  const action = `/familier/${d.caseId}/udvikling/maalskala`
  const whole = refusal(locale, actionData)
  const intent = String(whole.values?.['intent'] ?? '')
  const prefix = intent.replace('-', '')
  return (
    <>
      <title>{`${m.gas} – Helhed`}</title>
      <ErrorSummary errors={whole.errors} prefix={prefix} />
      {whole.conflict && <Alert tone="warning">{m.stale}</Alert>}
      {saved && <Toast>{m.saved}</Toast>}
      <BackLink href={`/familier/${d.caseId}/udvikling`}>{m.back}</BackLink>
      <PageHead title={m.gas} lead={m.gasLead} />
      {d.goals.length === 0 && <EmptyState title={m.gasNone}>{m.gasNoneBody}</EmptyState>}
      <Together page={d} />
      {d.goals.map((goal) => (
        <Card key={goal.id} title={goal.title} aside={goal.about.length > 0 ? m.about(goal.about.join(', ')) : undefined}>
          {goal.scale && <Levels scale={goal.scale} today={d.today} />}
          {goal.mine && goal.scale && (
            <Details summary={m.gasRate} open={intent === `rate-${goal.scale.id}`}>
              <RateForm action={action} today={d.today} scale={goal.scale} refused={refusal(locale, actionData, `rate-${goal.scale.id}`)} />
            </Details>
          )}
          {goal.scale && <RatingHistory action={action} today={d.today} scale={goal.scale} mine={goal.mine} />}
          {goal.mine && (goal.scale === null || goal.scale.ratings.length === 0) && (
            <Details summary={goal.scale ? m.correct : m.gasSet} open={intent === `set-${goal.id}`}>
              <SetScaleForm action={action} today={d.today} goal={goal} before={goal.scale} refused={refusal(locale, actionData, `set-${goal.id}`)} />
            </Details>
          )}
        </Card>
      ))}
    </>
  )
}

/** T of all goals, always with their number. */
function Together({ page: d }: { page: AttainmentPage }) {
  const { locale, m } = useWords()
  if (!d.now) return null
  return (
    <p className="facts">
      <strong>{m.gasT(inWords(locale, d.now.t), d.now.goals)}</strong> {m.gasFrom(inWords(locale, d.now.tBaseline), inWords(locale, d.now.change))} {m.gasExplain} {d.now.few && m.gasFew}
    </p>
  )
}
