import { redirect } from 'react-router'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { GoalForm } from '../components/goal-form.tsx'
import { DraftNotice } from '../components/draft-notice.tsx'
import { errorsIn, isRefused } from '../components/typed.ts'
import { addGoal } from '../add-goal.server.ts'
import { dateValues } from '../date-values.server.ts'
import { goalDates } from '../goal-fields.ts'
import { planTexts } from '../plan-words.ts'
import { readPlan } from '../read-plan.server.ts'
import type { Route } from './+types/new-goal.ts'

const draftName = (caseId: number) => `plan.goal.${caseId}.new`
const numberIn = (value: string | null) => (value && /^\d{1,15}$/.test(value) ? Number(value) : null)

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const caseId = idParam(params.caseId)
  const query = new URL(request.url).searchParams
  return {
    asked: query.get('spoerg'),
    plan: await readPlan(ctx, { caseId, writing: 'goal' }),
    draft: await findDraft(ctx, draftName(caseId)),
    start: { parentId: numberIn(query.get('under')), hopeId: numberIn(query.get('haab')), sectorPlanId: numberIn(query.get('delplan')) },
  }
})

export const action = formAction(async ({ ctx, params, form, values }) => {
  const caseId = idParam(params.caseId)
  if (values['intent'] === 'discard') {
    await dropDraft(ctx, draftName(caseId))
    return redirect(`/familier/${caseId}/planen/maal/nyt`)
  }
  const { id } = await addGoal(ctx, { ...values, ...dateValues(form, ['statedOn', ...goalDates]), caseId })
  await dropDraft(ctx, draftName(caseId))
  const sectorPlan = typeof values['sectorPlanId'] === 'string' ? numberIn(values['sectorPlanId']) : null
  return redirect(sectorPlan ? `/familier/${caseId}/planen/sektorplaner/${sectorPlan}?gemt=1#maal` : `/familier/${caseId}/planen?gemt=1#maal-${id}`)
})

export default function NewGoal({ loaderData: { plan, draft, start, asked }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = planTexts(locale)
  const base = `/familier/${plan.caseId}/planen`
  return (
    <>
      <title>{`${m.addGoal} – ${plan.familyName}`}</title>
      <BackLink href={base}>{m.backToPlan}</BackLink>
      <ErrorSummary errors={errorsIn(actionData, locale)} />
      <PageHead title={m.addGoal} lead={plan.rules.prompts.find((p) => p.code === asked)?.question} />
      <DraftNotice draft={isRefused(actionData) ? null : draft} today={plan.today} action={`${base}/maal/nyt`} />
      <GoalForm
        plan={plan}
        start={start}
        data={actionData}
        draft={draft}
        draftUrl={`/kladde/${draftName(plan.caseId)}`}
        cancelHref={base}
      />
    </>
  )
}
