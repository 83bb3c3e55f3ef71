import { redirect } from 'react-router'
import { typed, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { words } from '#app/platform/i18n/words.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { changeMeeting } from '../change-meeting.server.ts'
import { TimeFields } from '../components/time-fields.tsx'
import { dayOf, timeOf } from '../meeting.ts'
import { readMeeting } from '../read-meeting.server.ts'
import { meetingTexts, whenOf, whereOf } from '../words.ts'
import type { Route } from './+types/edit-meeting.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const d = await readMeeting(ctx, { caseId: idParam(params.caseId), meetingId: idParam(params.meetingId) })
  if (!d.may.arrange) throw new NotFound('meeting')
  return { caseId: d.caseId, meeting: d.meeting, title: d.kind?.label ?? '' }
})
export const action = formAction(async ({ ctx, params, values }) => {
  const [caseId, meetingId] = [idParam(params.caseId), idParam(params.meetingId)]
  await changeMeeting(ctx, { ...withDates(values, ['day']), caseId, meetingId })
  return redirect(`/familier/${caseId}/moeder/${meetingId}?gemt=1`)
})

/** Another day or place. */
export default function EditMeeting({ loaderData: { caseId, meeting, title }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = meetingTexts(locale)
  const back = `/familier/${caseId}/moeder/${meeting.id}`
  const { errors, values, conflict } = refusal(locale, actionData)
  return (
    <>
      <title>{`${m.edit.title} – Helhed`}</title>
      <BackLink href={back}>{title || m.backToMeeting}</BackLink>
      <ErrorSummary errors={errors} />
      <PageHead title={m.edit.title} lead={meeting.invitedAt === null ? m.edit.leadNot : m.edit.lead} />
      {conflict?.code === 'stale' && (
        <Alert tone="warning" title={m.edit.stale}>
          {whenOf(locale, meeting)} · {whereOf(locale, meeting)}
        </Alert>
      )}
      <Form errors={errors ?? {}} summaryElsewhere guard>
        <input type="hidden" name="seen" value={conflict ? meeting.revision : typed(values, 'seen', String(meeting.revision))} />
        <TimeFields
          values={values}
          was={{ day: dayOf(meeting), time: timeOf(meeting), minutes: String(meeting.minutes), place: meeting.place, videoLink: meeting.videoLink, note: meeting.note }}
        />
        <ButtonGroup>
          <SubmitButton>{m.edit.save}</SubmitButton>
          <LinkButton variant="quiet" href={back}>
            {words(locale).cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  )
}
