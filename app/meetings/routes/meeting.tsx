import { redirect, useSearchParams } from 'react-router'
import { invitationTexts } from '#app/invitations/words.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Badge } from '#app/ui/text.tsx'
import { actOnMeeting } from '../act-on-meeting.server.ts'
import { ConsentsCard, DecidesCard, MoreActions } from '../components/about-cards.tsx'
import { AgendaCard } from '../components/agenda-card.tsx'
import { Proposals } from '../components/proposals.tsx'
import { WhoComes } from '../components/who-comes.tsx'
import { YesCard } from '../components/yes-card.tsx'
import { dayOf } from '../meeting.ts'
import { readMeeting } from '../read-meeting.server.ts'
import { meetingTexts, whenOf, whereOf } from '../words.ts'
import type { Route } from './+types/meeting.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readMeeting(ctx, { caseId: idParam(params.caseId), meetingId: idParam(params.meetingId) }))
export const action = formAction(async ({ ctx, params, values }) => {
  const [caseId, meetingId] = [idParam(params.caseId), idParam(params.meetingId)]
  const place = await actOnMeeting(ctx, caseId, meetingId, values)
  return redirect(`/familier/${caseId}/moeder/${meetingId}?gemt=1#${place}`)
})

/** One meeting before it is held. */
export default function MeetingBefore({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = meetingTexts(locale)
  const [search] = useSearchParams()
  const list = `/familier/${d.caseId}/moeder`
  const here = `${list}/${d.meeting.id}`
  const { errors } = refusal(locale, actionData)
  const of = (intent: string) => refusal(locale, actionData, intent)
  const title = d.kind?.label ?? m.list.what
  const open = d.state === 'planned' || d.state === 'invited' || d.state === 'passed'
  return (
    <>
      <title>{`${title} – ${d.familyName}`}</title>
      {search.has('gemt') && <Toast>{m.saved}</Toast>}
      <BackLink href={list}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      <PageHead
        title={title}
        lead={`${whenOf(locale, d.meeting)} · ${whereOf(locale, d.meeting)}`}
        action={
          d.state === 'cancelled' ? undefined : (
            <ButtonGroup>
              {((d.may.arrange && dayOf(d.meeting) <= d.today) || d.state === 'running') && (
                <LinkButton variant={d.state === 'running' || (d.state === 'invited' && d.standing.length > 0) ? 'primary' : 'secondary'} href={`${here}/tavle`}>
                  {d.state === 'running' ? m.roomOpen : m.room}
                </LinkButton>
              )}
              {d.may.arrange && <LinkButton href={`${here}/ret`}>{m.edit.title}</LinkButton>}
              {d.state === 'held' && <LinkButton href={`${here}/referat`}>{m.minutes}</LinkButton>}
            </ButtonGroup>
          )
        }
      />
      <p>
        <Badge tone={d.state === 'invited' ? 'done' : 'plain'}>{m.state[d.state]}</Badge>
        {d.meeting.note && ` ${d.meeting.note}`}
      </p>
      {open && (
        <ButtonGroup>
          <LinkButton href={`${here}/svar`}>{invitationTexts(locale).title}</LinkButton>
          <LinkButton href={`${here}/forbered`}>{invitationTexts(locale).prepareTitle}</LinkButton>
        </ButtonGroup>
      )}
      {d.state === 'cancelled' && (
        <Alert tone="info" title={m.cancel.done} live={false}>
          {m.reasons[d.meeting.cancelledReason ?? 'other']}
          {d.meeting.cancelledWords && `: ${d.meeting.cancelledWords}`}
        </Alert>
      )}
      {d.shield && (
        <Alert tone="warning" title={m.call.shieldTitle} live={false}>
          {m.call.shieldText}
        </Alert>
      )}
      {open && <YesCard d={d} action={here} errors={of('yes').errors} values={of('yes').values} />}
      <WhoComes d={d} action={here} />
      {d.may.decide && <Proposals d={d} action={here} errors={of('add').errors} values={of('add').values} />}
      <AgendaCard d={d} action={here} errors={of('point').errors} values={of('point').values} conflict={of('point').conflict} />
      <ConsentsCard d={d} action={here} />
      <DecidesCard d={d} />
      {d.may.arrange && <MoreActions d={d} action={here} />}
    </>
  )
}
