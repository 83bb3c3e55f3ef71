import { redirect, useSearchParams } from 'react-router'
import { AnswerPage } from '#app/invitations/components/answer-page.tsx'
import { keepAnswer } from '#app/invitations/pages.server.ts'
import { readInvitation } from '#app/invitations/read-invitation.server.ts'
import { invitationTexts } from '#app/invitations/words.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { meetingCase } from '../meeting-case.server.ts'
import { inCase } from '../portal-words.ts'
import type { Route } from './+types/meeting-answer.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => readInvitation(ctx, { caseId: await meetingCase(ctx, request), meetingId: idParam(params.meetingId) }))
export const action = formAction(async ({ ctx, params, values }) => {
  const meetingId = idParam(params.meetingId)
  const caseId = idParam(String(values['caseId']))
  await keepAnswer(ctx, caseId, meetingId, { ...values, intent: 'answer' })
  return redirect(inCase(`/min/moeder/${meetingId}/svar`, caseId, { gemt: '1' }))
})

/** "Kommer du?", for the family. */
export default function MyAnswer({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = invitationTexts(locale)
  const [search] = useSearchParams()
  const at = (below: string) => inCase(`/min/moeder/${d.meeting.id}${below}`, d.caseId)
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      {search.has('gemt') && !actionData && <Toast>{m.saved}</Toast>}
      <AnswerPage d={d} here={at('/svar')} meeting={at('')} file={at('/kalender')} prepare={at('/forbered')} of={(intent) => refusal(locale, actionData, intent)} />
    </>
  )
}
