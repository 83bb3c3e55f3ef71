import { redirect, useSearchParams } from 'react-router'
import { keepAgreement } from '#app/agreements/keep-agreement.server.ts'
import { undoAgreement } from '#app/agreements/undo-agreement.server.ts'
import { completeTask } from '#app/families/complete-task.server.ts'
import { putOffTask, takeBackTask } from '#app/families/put-off-task.server.ts'
import { asRefused } from '#app/intake/components/refused.tsx'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert, Toast, UndoToast } from '#app/ui/feedback.tsx'
import { Details } from '#app/ui/text.tsx'
import { AwayCard, MailCard, NextMeeting } from '../components/day-aside.tsx'
import { DayRow } from '../components/day-row.tsx'
import { setDayMail } from '../day-mail.server.ts'
import { da, en } from '../day-messages.ts'
import { countToday, DayAct, type DayItem, WEEK } from '../my-day.ts'
import { readMyDay } from '../read-my-day.server.ts'
import type { Route } from './+types/my-day.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => readMyDay(ctx, {}))

export const action = formAction(async ({ ctx, values }) => {
  if (values.do === 'mail') {
    await setDayMail(ctx, { wanted: values.wanted })
    return redirect('/i-dag#morgenmail')
  }
  const act = DayAct.parse(values)
  const [on, first, second] = act.key.split('.')
  const done = (said: string, revision?: number) => redirect(`/i-dag?${said}=${act.key}${revision ? `&nr=${revision}` : ''}`)
  if (on === 'task') {
    if (act.do === 'later') await putOffTask(ctx, { taskId: first, until: addDays(ctx.today, WEEK) })
    else await (act.do === 'done' ? completeTask : takeBackTask)(ctx, { taskId: first })
    return done(act.do === 'done' ? 'klaret' : act.do === 'later' ? 'udsat' : 'tilbage')
  }
  const mark = { caseId: first, agreementId: second, seenRevision: act.revision, keptOn: '', channel: '', saidOn: '' }
  const { revision } = await (act.do === 'undo' ? undoAgreement : keepAgreement)(ctx, mark)
  return done(act.do === 'undo' ? 'tilbage' : 'klaret', revision)
})

/** "Hvad skal jeg i dag?": the page to open every morning. */
export default function MyDay({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(useLocale(), { da, en })
  const count = countToday(d.sections)
  const ahead = d.sections.week.length + d.sections.missing.length + d.sections.later.length
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <PageHead
        title={m.title}
        lead={m.lead(count)}
        action={
          <>
            <LinkButton href="/logbog/ny">{m.newEntry}</LinkButton> <LinkButton href="/i-dag/overblik">{m.briefing}</LinkButton> <LinkButton href="/i-dag/fravaer">{m.reportAway}</LinkButton>
          </>
        }
      />
      <WhatHappened />
      {asRefused(actionData) && <Alert tone="warning" title={m.changedMeanwhile} />}
      <div className="day-page day-page-wide">
        <div className="day-page">
          <Parts day={d} count={count} ahead={ahead} />
          {d.helps > 0 && <MailCard mail={d.mail} />}
        </div>
        <div className="day-page day-aside">
          {(d.next || d.helps > 0) && <NextMeeting day={d} />}
          {d.away.length > 0 && <AwayCard day={d} />}
        </div>
      </div>
    </>
  )
}

/** "Klaret." with a way back for ten seconds. */
const WhatHappened = () => {
  const m = pick(useLocale(), { da, en })
  const [search] = useSearchParams()
  const done = search.get('klaret')
  const key = done ?? search.get('udsat')
  const revision = search.get('nr')
  if (search.has('tilbage')) return <Toast>{m.wasBack}</Toast>
  if (!key) return null
  return (
    <UndoToast key={key} action="/i-dag" fields={{ do: 'undo', key, ...(revision && { revision }) }}>
      {done ? m.wasDone : m.wasLater}
    </UndoToast>
  )
}

const Parts = ({ day, count, ahead }: { day: Route.ComponentProps['loaderData']; count: number; ahead: number }) => {
  const m = pick(useLocale(), { da, en })
  const list = (items: readonly DayItem[]) => (
    <ul className="nobullet-list day-list">
      {items.map((one) => (
        <DayRow key={one.key} item={one} family={one.caseId === null ? '' : (day.families[one.caseId] ?? '')} today={day.today} />
      ))}
    </ul>
  )
  if (count + ahead === 0 && day.helps === 0)
    return (
      <EmptyState title={m.emptyTitle} action={<LinkButton href="/familier">{m.emptyAction}</LinkButton>}>
        {m.emptyBody}
      </EmptyState>
    )
  return (
    <>
      {count === 0 && <EmptyState title={m.clearTitle}>{m.clearBody}</EmptyState>}
      {(['overdue', 'today', 'week', 'missing'] as const).map(
        (section) =>
          day.sections[section].length > 0 && (
            <Card key={section} title={`${m.section[section]} (${day.sections[section].length})`} accent={section === 'today'} id={section}>
              {list(day.sections[section])}
            </Card>
          ),
      )}
      {day.sections.later.length > 0 && (
        <Card>
          <Details summary={m.laterHint(day.sections.later.length)} open={count + day.sections.week.length === 0}>
            {list(day.sections.later)}
          </Details>
        </Card>
      )}
    </>
  )
}
