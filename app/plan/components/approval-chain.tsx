import type { ReactNode } from 'react'
import { pick } from '#app/platform/i18n/messages.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { KeyValue, Note } from '#app/ui/text.tsx'
import { da, en } from '../approval-messages.ts'
import { type Decision, isApproved, measuresOf } from '../approval.ts'
import type { Activity } from '../plan.ts'
import { planTexts } from '../plan-words.ts'

type Version = { agreedOn: string; atMeeting: boolean; recommendedBy: string | null; approvedBy: string | null; present: string }
type Props = {
  /** The version as it was agreed, or null while the pack's way is shown for one to come. */
  version: Version | null
  rules: { recommendedBy: string; approvedBy: string; measuresApprovedBy: string }
  activities: readonly Activity[]
  decisions: readonly Decision[]
  today: string
  /** Of the heading: 2 where it stands alone on a page. */
  level?: 2 | 3
  /** Beside a measure: the link to write its answer. */
  action?: (activity: Activity) => ReactNode
}

/** Who recommends and who approves, by the pack, and what has been said of help that costs something (PLAN-14, PLAN-15). */
export const ApprovalChain = ({ version, rules, activities, decisions, today, level = 3, action }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const who = (code: string) => m.by[code] ?? code
  const date = (day: string) => formatShortDate(locale, day, today)
  const at = (code: string) => (version ? m.onDay(who(code), date(version.agreedOn)) : who(code))
  const recommended = version?.recommendedBy ?? rules.recommendedBy
  const approves = version?.approvedBy ?? rules.approvedBy
  const approved = version ? isApproved(version) : null
  return (
    <section aria-label={m.chain}>
      {level === 2 ? <h2>{m.chain}</h2> : <h3>{m.chain}</h3>}
      <KeyValue
        items={[
          { key: m.recommended, value: at(recommended) },
          { key: approved ? m.approved : m.approves, value: approved ? at(approves) : who(approves) },
          { key: m.measures, value: <Measures {...{ activities, decisions, today }} manager={rules.measuresApprovedBy} action={action} /> },
        ]}
      />
      {version?.present && <p>{m.withPeople(version.present)}</p>}
      {approved === false && <Note icon="info">{m.notAtMeeting}</Note>}
    </section>
  )
}

const Measures = ({
  activities,
  decisions,
  today,
  manager,
  action,
}: Pick<Props, 'activities' | 'decisions' | 'today'> & { manager: string; action: Props['action'] }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const p = planTexts(locale)
  const how: Readonly<Record<string, string>> = p.channelSaid
  const measures = measuresOf(activities, decisions)
  if (measures.length === 0) return <>{m.noMeasures}</>
  return (
    <ul>
      {measures.map(({ activityId, decision: d }) => {
        const activity = activities.find((a) => a.id === activityId)!
        return (
          <li key={activityId}>
            <strong>{activity.what || p.noTitle}</strong>:{' '}
            {d === null
              ? m.waiting(m.manager[manager] ?? manager)
              : m.decidedBy(m.outcome[d.outcome], d.decidedBy, formatShortDate(locale, d.decidedOn, today))}
            {d?.instead && ` ${m.insteadIs(d.instead)}.`}
            {d?.reason && ` ${m.because(d.reason)}`}
            {d?.stated && (
              <span className="note"> {m.quoted(d.stated.name, how[d.stated.channel] ?? d.stated.channel)}</span>
            )}{' '}
            {action?.(activity)}
          </li>
        )
      })}
    </ul>
  )
}
