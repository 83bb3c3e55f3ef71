import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { changeGoal } from '../change-goal.server.ts'
import { GoalForm } from '../components/goal-form.tsx'
import { DraftNotice } from '../components/draft-notice.tsx'
import { DropForm } from '../components/drop-form.tsx'
import { StaleNotice } from '../components/stale.tsx'
import { errorsIn, isRefused } from '../components/typed.ts'
import { dateValues } from '../date-values.server.ts'
import { goalDates } from '../goal-fields.ts'
import { dropGoal } from '../drop-goal.server.ts'
import { mayChange } from '../may.ts'
import { planTexts } from '../plan-words.ts'
import { readPlan } from '../read-plan.server.ts'
import type { Route } from './+types/goal.ts'

const draftName = (id: number) => `plan.goal.${id}`

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const id = idParam(params.goalId)
  const plan = await readPlan(ctx, { caseId: idParam(params.caseId), writing: `goal-${id}` })
  const goal = plan.goals.find((r) => r.id === id)
  if (!goal || !mayChange(goal, plan)) throw new NotFound('goal')
  return { plan, goal, draft: await findDraft(ctx, draftName(id)) }
})

export const action = formAction(async ({ ctx, params, form, values }) => {
  const [caseId, goalId] = [idParam(params.caseId), idParam(params.goalId)]
  const base = `/familier/${caseId}/planen`
  if (values['intent'] === 'discard') {
    await dropDraft(ctx, draftName(goalId))
    return redirect(`${base}/maal/${goalId}`)
  }
  if (values['intent'] === 'drop') {
    const out = await dropGoal(ctx, { caseId, id: goalId, seenRevision: values['seenRevision'], reason: values['reason'] })
    return redirect(`${base}?ude=goal-${out.id}-${out.revision}`)
  }
  await changeGoal(ctx, { ...values, ...dateValues(form, ['statedOn', ...goalDates]), caseId, goalId })
  await dropDraft(ctx, draftName(goalId))
  return redirect(`${base}?gemt=1#maal-${goalId}`)
})

export default function EditGoal({ loaderData: { plan, goal, draft }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = planTexts(locale)
  const base = `/familier/${plan.caseId}/planen`
  return (
    <>
      <title>{`${m.editGoal} – ${plan.familyName}`}</title>
      <BackLink href={base}>{m.backToPlan}</BackLink>
      <ErrorSummary errors={errorsIn(actionData, locale)} />
      <StaleNotice data={actionData} />
      <PageHead title={m.editGoal} lead={goal.title} />
      <DraftNotice draft={isRefused(actionData) ? null : draft} today={plan.today} action={`${base}/maal/${goal.id}`} />
      <GoalForm goal={goal} plan={plan} data={actionData} draft={draft} draftUrl={`/kladde/${draftName(goal.id)}`} cancelHref={base} />
      <DropForm intent="drop" id={goal.id} revision={goal.revision} />
    </>
  )
}
