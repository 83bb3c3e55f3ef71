import { redirect } from 'react-router'
import { agreementTexts } from '#app/agreements/words.ts'
import { actOnMinutes } from '#app/minutes/act-on-minutes.server.ts'
import { AnswerForm, AnswerList } from '#app/minutes/components/answers.tsx'
import { AgreementsOf, PointList, PointWords, WhoWasThere } from '#app/minutes/components/minutes-parts.tsx'
import { minutesPaper, minutesTexts } from '#app/minutes/words.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate, formatShortDate } from '#app/platform/time/format.ts'
import { errorsIn } from '#app/plan/components/typed.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Badge, Details } from '#app/ui/text.tsx'
import { inCase, portalTexts } from '../portal-words.ts'
import { readMyMinutes } from '../read-my-minutes.server.ts'
import type { Route } from './+types/minutes.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => ({
  d: await readMyMinutes(ctx, { meetingId: idParam(params.meetingId) }),
  done: new URL(request.url).searchParams.get('gjort') ?? '',
}))

export const action = formAction(async ({ ctx, params, form, values }) => {
  const meetingId = idParam(params.meetingId)
  const { caseId } = await readMyMinutes(ctx, { meetingId })
  const { done, part } = await actOnMinutes(ctx, { caseId, meetingId }, form, values)
  return redirect(`/min/moeder/${meetingId}/referat?gjort=${done}#${part}`)
})

/** The minutes, for a telephone: what was said, what we agreed, and whether it is right. */
export default function MyMinutes({ loaderData: { d, done }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = minutesTexts(locale)
  const on = formatDate(locale, d.meeting.on)
  const base = `/min/moeder/${d.meeting.id}/referat`
  const said: Record<string, string> = { svar: m.answered, vist: m.releasedToast, taget: m.undone }
  const mine = d.content.answers.find((a) => a.mine)
  const own = d.content.tookPart.find((t) => t.personId === d.me.id)
  const [last] = d.versions
  return (
    <>
      <title>{`${m.title} ${on}`}</title>
      {said[done] && <Toast>{said[done]}</Toast>}
      <BackLink href={inCase('/min/plan', d.caseId)}>{portalTexts(locale).back}</BackLink>
      <ErrorSummary errors={errorsIn(actionData, locale)} />
      <PageHead
        title={d.meeting.kind ? m.titleOf(d.meeting.kind.toLocaleLowerCase(locale), on) : `${m.title} ${on}`}
        lead={last ? m.versionOf(last.number, formatShortDate(locale, last.madeOn, d.today)) : undefined}
      />
      {!last ? (
        <EmptyState title={m.notSent}>{m.notSentText}</EmptyState>
      ) : (
        <>
          <Card title={m.agreements} id="aftaler" footer={<a href={inCase('/min/aftaler', d.caseId)}>{agreementTexts(locale).cardAll}</a>}>
            {d.content.agreements.length === 0 ? <p>{m.noAgreements}</p> : <AgreementsOf agreements={d.content.agreements} today={d.today} who={{ staff: false, me: d.me.id }} />}
          </Card>
          {d.content.points
            .filter((p) => p.kind === 'point' || p.kind === 'child')
            .map((p) => (
              <Card key={p.id} title={p.title || m.kinds[p.kind]} aside={p.late ? <Badge>{m.late}</Badge> : undefined}>
                <PointWords point={p} />
              </Card>
            ))}
          <PointList title={m.reflections} points={d.content.points.filter((p) => p.kind === 'reflection')} />
          <PointList title={m.decisions} points={d.content.points.filter((p) => p.kind === 'decision')} />
          <Card title={m.whoWasThere} id="hvem">
            <WhoWasThere tookPart={d.content.tookPart} />
          </Card>
          <Card title={m.answerTitle} id="svar" accent={!mine && d.may.answer}>
            <p>{m.answerLead}</p>
            {d.content.answers.length > 0 && <AnswerList given={d.content.answers} today={d.today} action={base} mayAct={d.may.answer} me={d.me.id} />}
            {d.may.answer &&
              (mine ? (
                <Details summary={m.newAnswer}>
                  <AnswerForm data={actionData} action={base} today={d.today} prefix="svar" />
                </Details>
              ) : (
                <AnswerForm data={actionData} action={base} today={d.today} prefix="svar" />
              ))}
          </Card>
          {own && (
            <p className="d-print-none">
              <LinkButton href={minutesPaper(d.caseId, d.meeting.id, [own.participantId])} icon="document">
                {m.pdf}
              </LinkButton>
            </p>
          )}
        </>
      )}
    </>
  )
}
