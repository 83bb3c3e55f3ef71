import { addMonths, isoWeek, startOfMonth, startOfWeek } from '#app/platform/time/plain-date.ts'
import { useLocale } from '#app/ui/context.tsx'
import { FigureTable } from '#app/ui/figure.tsx'
import { HoursBars } from '#app/ui/hours-bars.tsx'
import { Details } from '#app/ui/text.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { type WeekItem, WeekGrid } from '#app/ui/week-grid.tsx'
import { clashes, weekdaysInWeek, weeklyLoad, weeksFrom } from '../load.ts'
import type { Activity } from '../plan.ts'
import { loadWords, namesOf, planTexts } from '../plan-words.ts'

type Props = { activities: readonly Activity[]; people: readonly { id: number; name: string; family?: boolean }[]; today: string }

/** The ordinary week, the next months and the load of each member; each picture also in words and in a table (PLAN-20, PLAN-21). */
export const WeekAndLoad = ({ activities, people, today }: Props) => {
  const locale = useLocale()
  const m = planTexts(locale)
  const monday = startOfWeek(today)
  const items = weekItems(activities, people, monday, locale)
  const dated = activities.filter((a) => a.start !== null)
  const weeks = weeksFrom(today, 8)
  const taking = people.filter((p) => activities.some((a) => a.takesPart.includes(p.id)))
  const load = weeklyLoad(
    activities,
    taking.map((p) => p.id),
    weeks,
  )
  return (
    <>
      <h3>{m.theWeek(isoWeek(today).week)}</h3>
      {items.length === 0 ? (
        <p className="note">{m.weekEmpty}</p>
      ) : (
        <>
          <WeekGrid label={m.weekAlt} items={items} />
          <Details summary={m.tableOfWeek}>
            <FigureTable
              caption={m.weekAlt}
              head={[m.dayColumn, m.timeColumn, m.field['what'] ?? '', m.field['takesPart'] ?? '', m.field['place'] ?? '']}
              rows={items.map((i) => [
                m.weekday[i.weekday] ?? '',
                [i.from, i.to].filter(Boolean).join('–'),
                i.what,
                i.who ?? '',
                i.where ?? '',
              ])}
            />
          </Details>
        </>
      )}
      {taking.length > 0 && (
        <ul>
          {loadWords(locale, { activities: [...activities] }, taking, today).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {dated.length > 0 && (
        <Timeline
          title={m.timelineTitle}
          alt={m.timelineAlt}
          today={today}
          from={startOfMonth(today)}
          to={addMonths(startOfMonth(today), 6)}
          rows={dated.map((a) => ({
            label: a.what || m.noTitle,
            from: a.start!,
            to: a.rhythm === 'once' ? a.start : a.end,
            who: namesOf(locale, people, a.takesPart),
            kind: a.rhythm === 'once' ? 'point' : 'span',
          }))}
        />
      )}
      {load.some((l) => l.minutes.some((minutes) => minutes > 0)) && (
        <HoursBars
          title={m.loadTitle}
          alt={m.loadAlt}
          weeks={weeks}
          series={load.map((l) => ({
            name: people.find((p) => p.id === l.personId)?.name ?? '',
            hours: l.minutes.map((minutes) => minutes / 60),
          }))}
        />
      )}
    </>
  )
}

type Weekday = WeekItem['weekday']
/** One week as a grid shows it: each activity on its days, clashes said in words. */
export function weekItems(
  activities: readonly Activity[],
  people: Props['people'],
  monday: string,
  locale: 'da' | 'en',
): (WeekItem & { what: string })[] {
  const m = planTexts(locale)
  const what = (id: number) => activities.find((a) => a.id === id)?.what || m.noTitle
  const double = clashes(activities, monday)
  return activities
    .flatMap((a) =>
      weekdaysInWeek(a, monday).map((weekday) => {
        const clash = double.find((c) => c.weekday === weekday && (c.firstId === a.id || c.secondId === a.id))
        return {
          weekday: weekday as Weekday,
          from: a.timeFrom ?? undefined,
          to: a.timeTo ?? undefined,
          what: a.what || m.noTitle,
          who: namesOf(locale, people, a.takesPart),
          where: a.place || undefined,
          clash: clash ? m.clashShort(what(clash.firstId === a.id ? clash.secondId : clash.firstId)) : undefined,
        }
      }),
    )
    .toSorted((x, y) => x.weekday - y.weekday || (x.from ?? '').localeCompare(y.from ?? ''))
}
