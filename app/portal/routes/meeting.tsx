import { redirect, useSearchParams } from 'react-router'
import { invitationTexts } from '#app/invitations/words.ts'
import { actOnMeeting } from '#app/meetings/act-on-meeting.server.ts'
import { DecidesCard } from '#app/meetings/components/about-cards.tsx'
import { AgendaCard } from '#app/meetings/components/agenda-card.tsx'
import { Proposals } from '#app/meetings/components/proposals.tsx'
import { WhoComes } from '#app/meetings/components/who-comes.tsx'
import { YesCard } from '#app/meetings/components/yes-card.tsx'
import { readMeeting } from '#app/meetings/read-meeting.server.ts'
import { meetingTexts, whenOf, whereOf } from '#app/meetings/words.ts'
import { minutesTexts } from '#app/minutes/words.ts'
import { NotFound } from '#app/platform/context.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { meetingContact } from '../meeting-contact.server.ts'
import { findMyCase } from '../only-case.server.ts'
import { inCase } from '../portal-words.ts'
import type { Route } from './+types/meeting.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const { caseId } = await findMyCase(ctx, { caseId: new URL(request.url).searchParams.get('sag') })
  if (caseId === null) throw redirect('/min/moeder')
  const meeting = await readMeeting(ctx, { caseId, meetingId: idParam(params.meetingId) })
  return { d: meeting, contact: await meetingContact(ctx, { caseId }) }
})
export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = Number(values['caseId'])
  if (!Number.isInteger(caseId)) throw new NotFound('case')
  const meetingId = idParam(params.meetingId)
  const place = await actOnMeeting(ctx, caseId, meetingId, values)
  return redirect(`${inCase(`/min/moeder/${meetingId}`, caseId, { gemt: '1' })}#${place}`)
})

/** The family's own page of a meeting: it decides who comes and what is talked about. */
export default function MyMeeting({ loaderData: { d, contact }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = meetingTexts(locale)
  const [search] = useSearchParams()
  const action = inCase(`/min/moeder/${d.meeting.id}`, d.caseId)
  const hidden = { caseId: d.caseId }
  const { errors } = refusal(locale, actionData)
  const of = (intent: string) => refusal(locale, actionData, intent)
  return (
    <>
      <title>{d.kind?.label ?? m.my.title}</title>
      {search.has('gemt') && <Toast>{m.saved}</Toast>}
      <BackLink href={inCase('/min/plan', d.caseId)}>{m.my.back}</BackLink>
      <ErrorSummary errors={errors} />
      <PageHead title={d.kind?.label ?? m.my.title} lead={`${whenOf(locale, d.meeting)} · ${whereOf(locale, d.meeting)}`} />
      {d.meeting.note && <p>{d.meeting.note}</p>}
      {d.state === 'cancelled' ? (
        <Alert tone="info" title={m.cancel.done} live={false}>
          {d.meeting.cancelledWords}
        </Alert>
      ) : (
        <p>{m.my.lead}</p>
      )}
      {d.state !== 'cancelled' && d.state !== 'held' && (
        <ButtonGroup>
          <LinkButton href={inCase(`/min/moeder/${d.meeting.id}/svar`, d.caseId)}>{invitationTexts(locale).title}</LinkButton>
          <LinkButton href={inCase(`/min/moeder/${d.meeting.id}/forbered`, d.caseId)}>{invitationTexts(locale).prepareTitle}</LinkButton>
        </ButtonGroup>
      )}
      {d.state === 'held' && (
        <p>
          <LinkButton href={`/min/moeder/${d.meeting.id}/referat`}>{minutesTexts(locale).title}</LinkButton>
        </p>
      )}
      <WhoComes d={d} action={action} hidden={hidden} />
      {d.may.decide && <Proposals d={d} action={action} hidden={hidden} errors={of('add').errors} values={of('add').values} />}
      <AgendaCard d={d} action={action} hidden={hidden} errors={of('point').errors} values={of('point').values} conflict={of('point').conflict} />
      {(d.may.decide || d.yeses.length > 0) && <YesCard d={d} action={action} hidden={hidden} errors={of('yes').errors} values={of('yes').values} />}
      <DecidesCard d={d} />
      {contact?.phone && d.may.decide && (
        <p>
          {m.my.voluntary} {m.my.flyt} <LinkButton href={`tel:${contact.phone.replaceAll(' ', '')}`}>{`${contact.name}: ${contact.phone}`}</LinkButton>
        </p>
      )}
    </>
  )
}
