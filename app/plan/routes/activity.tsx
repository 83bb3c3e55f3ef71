import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { activityDates, breakDates, depthIn, hoursIn } from '../activity-values.server.ts'
import { changeActivity } from '../change-activity.server.ts'
import { ActivityForm } from '../components/activity-form.tsx'
import { DraftNotice } from '../components/draft-notice.tsx'
import { DropForm } from '../components/drop-form.tsx'
import { StaleNotice } from '../components/stale.tsx'
import { errorsIn, isRefused } from '../components/typed.ts'
import { dateValues } from '../date-values.server.ts'
import { dropActivity } from '../drop-activity.server.ts'
import { mayChange } from '../may.ts'
import { planTexts } from '../plan-words.ts'
import { readPlan } from '../read-plan.server.ts'
import type { Route } from './+types/activity.ts'

const draftName = (id: number) => `plan.activity.${id}`

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const id = idParam(params.activityId)
  const plan = await readPlan(ctx, { caseId: idParam(params.caseId), writing: `activity-${id}` })
  const activity = plan.activities.find((r) => r.id === id)
  if (!activity || !mayChange(activity, plan)) throw new NotFound('activity')
  return { plan, activity, draft: await findDraft(ctx, draftName(id)) }
})

export const action = formAction(async ({ ctx, params, form, values }) => {
  const [caseId, activityId] = [idParam(params.caseId), idParam(params.activityId)]
  const base = `/familier/${caseId}/planen`
  if (values['intent'] === 'discard') {
    await dropDraft(ctx, draftName(activityId))
    return redirect(`${base}/aktivitet/${activityId}`)
  }
  if (values['intent'] === 'drop') {
    const out = await dropActivity(ctx, { caseId, id: activityId, seenRevision: values['seenRevision'], reason: values['reason'] })
    return redirect(`${base}?ude=activity-${out.id}-${out.revision}`)
  }
  const dates = dateValues(form, [...activityDates, ...breakDates])
  await changeActivity(ctx, { ...values, ...dates, ...hoursIn(values), ...depthIn(values, dates), caseId, activityId })
  await dropDraft(ctx, draftName(activityId))
  return redirect(`${base}?gemt=1#aktivitet-${activityId}`)
})

export default function EditActivity({ loaderData: { plan, activity, draft }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = planTexts(locale)
  const base = `/familier/${plan.caseId}/planen`
  return (
    <>
      <title>{`${m.editActivity} – ${plan.familyName}`}</title>
      <BackLink href={base}>{m.backToPlan}</BackLink>
      <ErrorSummary errors={errorsIn(actionData, locale)} />
      <StaleNotice data={actionData} />
      <PageHead title={m.editActivity} lead={activity.what} />
      <DraftNotice draft={isRefused(actionData) ? null : draft} today={plan.today} action={`${base}/aktivitet/${activity.id}`} />
      <ActivityForm
        activity={activity}
        plan={plan}
        data={actionData}
        draft={draft}
        draftUrl={`/kladde/${draftName(activity.id)}`}
        cancelHref={base}
      />
      <DropForm intent="drop" id={activity.id} revision={activity.revision} />
    </>
  )
}
