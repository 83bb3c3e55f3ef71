import { redirect, useSearchParams } from 'react-router'
import { PreparePage } from '#app/invitations/components/prepare-page.tsx'
import { draftOf } from '#app/invitations/invitation.ts'
import { prepareMeeting } from '#app/invitations/prepare-meeting.server.ts'
import { readInvitation } from '#app/invitations/read-invitation.server.ts'
import { invitationTexts } from '#app/invitations/words.ts'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { meetingCase } from '../meeting-case.server.ts'
import { inCase } from '../portal-words.ts'
import type { Route } from './+types/meeting-prepare.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const d = await readInvitation(ctx, { caseId: await meetingCase(ctx, request), meetingId: idParam(params.meetingId) })
  return { d, draft: (await findDraft(ctx, draftOf(d.meeting.id)))?.values ?? null }
})
export const action = formAction(async ({ ctx, params, values }) => {
  const meetingId = idParam(params.meetingId)
  const caseId = idParam(String(values['caseId']))
  await prepareMeeting(ctx, { ...values, caseId, meetingId })
  await dropDraft(ctx, draftOf(meetingId))
  return redirect(inCase(`/min/moeder/${meetingId}/forbered`, caseId, { gemt: '1' }))
})

/** "Forbered dig", for the family. */
export default function MyPreparation({ loaderData: { d, draft }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const [search] = useSearchParams()
  const at = (below: string) => inCase(`/min/moeder/${d.meeting.id}${below}`, d.caseId)
  return (
    <>
      {search.has('gemt') && !actionData && <Toast>{invitationTexts(locale).saved}</Toast>}
      <PreparePage d={d} here={at('/forbered')} meeting={at('')} refused={refusal(locale, actionData)} draft={draft} draftUrl={`/kladde/${draftOf(d.meeting.id)}`} />
    </>
  )
}
