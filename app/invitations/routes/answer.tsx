import { redirect, useSearchParams } from 'react-router'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { AnswerPage } from '../components/answer-page.tsx'
import { keepAnswer } from '../pages.server.ts'
import { readInvitation } from '../read-invitation.server.ts'
import { invitationTexts } from '../words.ts'
import type { Route } from './+types/answer.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readInvitation(ctx, { caseId: idParam(params.caseId), meetingId: idParam(params.meetingId) }))
export const action = formAction(async ({ ctx, params, values }) => {
  const [caseId, meetingId] = [idParam(params.caseId), idParam(params.meetingId)]
  await keepAnswer(ctx, caseId, meetingId, values)
  return redirect(`/familier/${caseId}/moeder/${meetingId}/svar?gemt=1`)
})

/** "Kommer du?", for staff: the own answer, and what others have said written down. */
export default function Answer({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = invitationTexts(locale)
  const [search] = useSearchParams()
  const meeting = `/familier/${d.caseId}/moeder/${d.meeting.id}`
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      {search.has('gemt') && !actionData && <Toast>{m.saved}</Toast>}
      <AnswerPage d={d} here={`${meeting}/svar`} meeting={meeting} file={`${meeting}/kalender`} prepare={`${meeting}/forbered`} of={(intent) => refusal(locale, actionData, intent)} />
    </>
  )
}
