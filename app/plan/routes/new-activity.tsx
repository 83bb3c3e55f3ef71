import { redirect } from 'react-router'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { situationTexts } from '#app/assessment/situation-words.ts'
import { ActivityForm } from '../components/activity-form.tsx'
import { DraftNotice } from '../components/draft-notice.tsx'
import { errorsIn, isRefused } from '../components/typed.ts'
import { addActivity } from '../add-activity.server.ts'
import { activityDates, breakDates, depthIn, hoursIn } from '../activity-values.server.ts'
import { carriedDraft, carriedFrom } from '../carry.server.ts'
import { dateValues } from '../date-values.server.ts'
import { planTexts } from '../plan-words.ts'
import { readPlan } from '../read-plan.server.ts'
import type { Route } from './+types/new-activity.ts'

const draftName = (caseId: number) => `plan.activity.${caseId}.new`
const numberIn = (value: string | null) => (value && /^\d{1,15}$/.test(value) ? Number(value) : null)

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const caseId = idParam(params.caseId)
  const query = new URL(request.url).searchParams
  return {
    asked: query.get('spoerg'),
    plan: await readPlan(ctx, { caseId, writing: 'activity' }),
    draft: await findDraft(ctx, draftName(caseId)),
    // What was said on the family's page comes along: `?note=12`.
    carried: await carriedFrom(ctx, caseId, query, 'activity'),
    start: { goalId: numberIn(query.get('maal')) },
  }
})

export const action = formAction(async ({ ctx, params, form, values }) => {
  const caseId = idParam(params.caseId)
  if (values['intent'] === 'discard') {
    await dropDraft(ctx, draftName(caseId))
    return redirect(`/familier/${caseId}/planen/aktivitet/ny`)
  }
  const dates = dateValues(form, [...activityDates, ...breakDates])
  const { id } = await addActivity(ctx, { ...values, ...dates, ...hoursIn(values), ...depthIn(values, dates), caseId })
  await dropDraft(ctx, values['fromNoteId'] ? carriedDraft('activity', caseId, values['fromNoteId']) : draftName(caseId))
  return redirect(`/familier/${caseId}/planen?gemt=1#aktivitet-${id}`)
})

export default function NewActivity({ loaderData: { plan, draft, start, asked, carried }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = planTexts(locale)
  const base = `/familier/${plan.caseId}/planen`
  return (
    <>
      <title>{`${m.addActivity} – ${plan.familyName}`}</title>
      <BackLink href={base}>{m.backToPlan}</BackLink>
      <ErrorSummary errors={errorsIn(actionData, locale)} />
      <PageHead title={m.addActivity} lead={plan.rules.prompts.find((p) => p.code === asked)?.question} />
      {carried && <Note icon="info">{situationTexts(locale).carriedInto}</Note>}
      <DraftNotice draft={carried || isRefused(actionData) ? null : draft} today={plan.today} action={`${base}/aktivitet/ny`} />
      <ActivityForm
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
