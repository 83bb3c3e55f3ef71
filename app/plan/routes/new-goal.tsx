import { redirect } from 'react-router'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { situationTexts } from '#app/assessment/situation-words.ts'
import { GoalForm } from '../components/goal-form.tsx'
import { DraftNotice } from '../components/draft-notice.tsx'
import { errorsIn, isRefused } from '../components/typed.ts'
import { addGoal } from '../add-goal.server.ts'
import { carriedDraft, carriedFrom } from '../carry.server.ts'
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
    // What was said on the family's page comes along: `?note=12`.
    carried: await carriedFrom(ctx, caseId, query, 'goal'),
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
  await dropDraft(ctx, values['fromNoteId'] ? carriedDraft('goal', caseId, values['fromNoteId']) : draftName(caseId))
  const sectorPlan = typeof values['sectorPlanId'] === 'string' ? numberIn(values['sectorPlanId']) : null
  return redirect(sectorPlan ? `/familier/${caseId}/planen/sektorplaner/${sectorPlan}?gemt=1#maal` : `/familier/${caseId}/planen?gemt=1#maal-${id}`)
})

export default function NewGoal({ loaderData: { plan, draft, start, asked, carried }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = planTexts(locale)
  const base = `/familier/${plan.caseId}/planen`
  return (
    <>
      <title>{`${m.addGoal} – ${plan.familyName}`}</title>
      <BackLink href={base}>{m.backToPlan}</BackLink>
      <ErrorSummary errors={errorsIn(actionData, locale)} />
      <PageHead title={m.addGoal} lead={plan.rules.prompts.find((p) => p.code === asked)?.question} />
      {carried && <Note icon="info">{situationTexts(locale).carriedInto}</Note>}
      <DraftNotice draft={carried || isRefused(actionData) ? null : draft} today={plan.today} action={`${base}/maal/nyt`} />
      <GoalForm
        plan={plan}
        start={start}
        data={actionData}
        draft={carried ?? draft}
        draftUrl={`/kladde/${carried?.name ?? draftName(plan.caseId)}`}
        cancelHref={base}
      />
    </>
  )
}
