import { redirect, useSearchParams } from 'react-router'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { PreparePage } from '../components/prepare-page.tsx'
import { prepareMeeting } from '../prepare-meeting.server.ts'
import { draftOf } from '../invitation.ts'
import { readInvitation } from '../read-invitation.server.ts'
import { invitationTexts } from '../words.ts'
import type { Route } from './+types/prepare.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const d = await readInvitation(ctx, { caseId: idParam(params.caseId), meetingId: idParam(params.meetingId) })
  return { d, draft: (await findDraft(ctx, draftOf(d.meeting.id)))?.values ?? null }
})
export const action = formAction(async ({ ctx, params, values }) => {
  const [caseId, meetingId] = [idParam(params.caseId), idParam(params.meetingId)]
  await prepareMeeting(ctx, { ...values, caseId, meetingId })
  await dropDraft(ctx, draftOf(meetingId))
  return redirect(`/familier/${caseId}/moeder/${meetingId}/forbered?gemt=1`)
})

/** "Forbered dig", for staff. */
export default function Prepare({ loaderData: { d, draft }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const [search] = useSearchParams()
  const meeting = `/familier/${d.caseId}/moeder/${d.meeting.id}`
  return (
    <>
      {search.has('gemt') && !actionData && <Toast>{invitationTexts(locale).saved}</Toast>}
      <PreparePage d={d} here={`${meeting}/forbered`} meeting={meeting} refused={refusal(locale, actionData)} draft={draft} draftUrl={`/kladde/${draftOf(d.meeting.id)}`} />
    </>
  )
}
