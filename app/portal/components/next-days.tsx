import { formatShortDate, formatWeekday } from '#app/platform/time/format.ts'
import { addDays, startOfWeek } from '#app/platform/time/plain-date.ts'
import { weekItems } from '#app/plan/components/week-and-load.tsx'
import type { Activity } from '#app/plan/plan.ts'
import { namesOf, planTexts, whenText } from '#app/plan/plan-words.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Details } from '#app/ui/text.tsx'
import { WeekGrid } from '#app/ui/week-grid.tsx'
import { nextDays } from '../portal.ts'
import { portalTexts } from '../portal-words.ts'

type Props = { activities: readonly Activity[]; people: readonly { id: number; name: string; family?: boolean }[]; today: string }

/** What happens today and tomorrow, one line each; the whole week and the rest of the plan are one click away. */
export const NextDays = ({ activities, people, today }: Props) => {
  const locale = useLocale()
  const m = portalTexts(locale)
  const p = planTexts(locale)
  const days = nextDays(activities, today)
  const week = weekItems(activities, people, startOfWeek(today), locale)
  const dayName = (date: string) => {
    const weekday = formatWeekday(locale, date)
    return date === today
      ? m.today
      : date === addDays(today, 1)
        ? m.tomorrow
        : `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} ${formatShortDate(locale, date, today)}`
  }
  const clock = (time: string) => (locale === 'da' ? time.replace(':', '.') : time)
  return (
    <>
      {days.length === 0 && <p>{m.quietWeek}</p>}
      {days.map((day) => (
        <section key={day.date} className="keep-together">
          <h3>{dayName(day.date)}</h3>
          <ul className="nobullet-list">
            {day.activities.map((a) => (
              <li key={a.id}>
                {a.timeFrom && (
                  <span className="week-time">
                    {clock(a.timeFrom)}
                    {a.timeTo && `–${clock(a.timeTo)}`}{' '}
                  </span>
                )}
                <strong>{a.what || p.noTitle}</strong>{' '}
                <span className="note">{[namesOf(locale, people, a.takesPart), a.place].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {week.length > 0 && (
        <Details summary={m.wholeWeek}>
          <WeekGrid label={m.week} items={week} />
        </Details>
      )}
      {activities.length > 0 && (
        <Details summary={m.more}>
          <ul>
            {activities.map((a) => (
              <li key={a.id}>
                <strong>{a.what || p.noTitle}</strong>
                <br />
                <span className="note">{whenText(locale, today, a)}</span>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}
