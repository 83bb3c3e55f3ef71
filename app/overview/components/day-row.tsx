import { formatMonth } from '#app/platform/time/format.ts'
import { familyTask } from '#app/families/task-words.ts'
import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { ActionButton, LinkButton } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DueDate } from '#app/ui/text.tsx'
import { da, en } from '../day-messages.ts'
import type { DayItem, What } from '../my-day.ts'

/** What a thing is called, in one line. */
export function whatWords(locale: Locale, what: What): string {
  const m = pick(locale, { da, en })
  switch (what.kind) {
    case 'task':
      return m.task(familyTask(locale, what.code), what.name)
    case 'follow-up':
      return what.agreed ? m.followUp : m.followUpNoDay
    case 'no-plan':
      return m.noPlan
    case 'baseline':
      return m.baseline(what.filled, what.of)
    case 'meeting':
      return what.label
    case 'unheld':
      return m.unheld(what.label)
    case 'agreement':
      return m.agreement(what.text)
    case 'inquiry':
      return m.inquiry(what.recipient)
    case 'birthday':
      return m.birthday(what.name, what.years)
    case 'obligation':
      return m.obligation(what.label, what.name)
    case 'message':
      return m.message
    case 'registration':
      return what.families === undefined ? m.registration(formatMonth(locale, what.month)) : m.registrations(formatMonth(locale, what.month), what.families)
  }
}

const openWords = (locale: Locale, what: What): string => {
  const m = pick(locale, { da, en })
  if (what.kind === 'meeting' || what.kind === 'unheld') return m.openMeeting
  if (what.kind === 'follow-up') return m.openPlan
  if (what.kind === 'no-plan') return m.makePlan
  if (what.kind === 'baseline') return m.register
  if (what.kind === 'birthday') return m.seeConsent
  if (what.kind === 'obligation') return m.seeYear
  if (what.kind === 'message') return m.answer
  if (what.kind === 'registration') return m.register
  return what.kind === 'inquiry' ? m.remind : m.open
}

/** One thing: what, which family, whose, when; and one button. */
export const DayRow = ({ item, family, today }: { item: DayItem; family: string; today: string }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const text = whatWords(locale, item.what)
  const about = m.about(text, family && m.family(family))
  const place = item.what.kind === 'meeting' ? item.what.place : ''
  const parts = [family ? m.family(family) : m.withoutFamily, item.owner ?? (item.act ? m.me : null), item.time && m.at(item.time), place].filter(Boolean)
  return (
    <li className="day-row">
      <div>
        <p className="day-what">{item.act ? <a href={item.href}>{text}</a> : text}</p>
        <p className="day-where">
          {parts.join(' · ')}
          {item.due && (
            <>
              {' · '}
              <DueDate date={item.due} today={today} kind={item.what.kind === 'meeting' || item.what.kind === 'birthday' || item.what.kind === 'unheld' ? 'event' : 'deadline'} />
            </>
          )}
        </p>
        {item.what.kind === 'birthday' && (
          <ul className="day-changes">
            {item.what.changes.map((one) => (
              <li key={one.label}>
                {one.label} <span className="day-where">({one.source})</span>
              </li>
            ))}
          </ul>
        )}
        {item.what.kind === 'obligation' && item.what.source && <p className="day-where">{item.what.source}</p>}
      </div>
      <div className="day-act d-print-none">
        {item.act ? (
          <>
            <ActionButton
              action="/i-dag"
              fields={{ do: 'done', key: item.key, ...(item.act.on === 'agreement' && { revision: item.act.revision }) }}
              label={m.done}
              describe={about}
            />
            {item.act.on === 'task' ? (
              <ActionButton action="/i-dag" fields={{ do: 'later', key: item.key }} label={m.later} variant="quiet" describe={about} />
            ) : (
              <LinkButton href={item.href} variant="quiet">
                {m.open}
                <span className="sr-only">{about}</span>
              </LinkButton>
            )}
          </>
        ) : (
          <LinkButton href={item.href}>
            {openWords(locale, item.what)}
            <span className="sr-only">{about}</span>
          </LinkButton>
        )}
      </div>
    </li>
  )
}
