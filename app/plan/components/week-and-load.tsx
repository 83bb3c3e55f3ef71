import { addMonths, isoWeek, startOfMonth, startOfWeek } from '#app/platform/time/plain-date.ts'
import { useLocale } from '#app/ui/context.tsx'
import { FigureTable } from '#app/ui/figure.tsx'
import { Details } from '#app/ui/text.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { type WeekItem, WeekGrid } from '#app/ui/week-grid.tsx'
import { clashes, weekdaysInWeek, weeklyLoad, weeksFrom } from '../load.ts'
import { fitTexts } from '../fit-words.ts'
import { type FitRules, misfits } from '../fit.ts'
import type { Activity, Goal } from '../plan.ts'
import { LoadPicture } from './load-picture.tsx'
import { MisfitList } from './misfit-list.tsx'
import { loadWords, namesOf, planTexts } from '../plan-words.ts'

type Props = {
  activities: readonly Activity[]
  goals: readonly Goal[]
  people: readonly { id: number; name: string; family?: boolean }[]
  today: string
  /** The pack's numbers; without them only this week's clashes are said. */
  fit?: FitRules
  /** Where what does not fit is put right; null: not by this reader. */
  fitHref?: (on: { kind: 'activity' | 'goal'; id: number }) => string | null
  /** The page with every week of the plan. */
  allWeeksHref?: string
}
const WEEKS = 8

/** The ordinary week, the next months and the load of each member; each picture also in words and in a table (PLAN-20, PLAN-21). */
export const WeekAndLoad = ({ activities, goals, people, today, fit, fitHref, allWeeksHref }: Props) => {
  const locale = useLocale()
  const m = planTexts(locale)
  const monday = startOfWeek(today)
  const items = weekItems(activities, people, monday, locale)
  const dated = activities.filter((a) => a.start !== null)
  const weeks = weeksFrom(today, WEEKS)
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
          {loadWords(locale, { activities: [...activities] }, taking, today, WEEKS, fit === undefined).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {fit && (
        <MisfitList
          misfits={misfits({ activities: [...activities], goals: [...goals] }, weeks, load, fit)}
          plan={{ activities: [...activities], goals: [...goals] }}
          people={people}
          today={today}
          weeks={weeks}
          href={fitHref}
        />
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
      <LoadPicture activities={activities} people={taking} weeks={weeks} fullWeek={fit?.fullWeek} />
      {allWeeksHref && (
        <p className="d-print-none">
          <a href={allWeeksHref}>{fitTexts(locale).seeWhole}</a>
        </p>
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
