import type { Locale, Messages } from '#app/platform/i18n/messages.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { addDays, isoWeek } from '#app/platform/time/plain-date.ts'
import { da, en } from './fit-messages.ts'
import type { Misfit } from './fit.ts'
import type { PlanContent } from './plan.ts'
import { hoursText, nameOf, planTexts } from './plan-words.ts'

export const fitTexts = (locale: Locale): Messages<typeof da> => pick(locale, { da, en })

/** What does not fit, as one says it, what one could do, and the record where it is put right. */
export type MisfitWords = { what: string; do: string; on: { kind: 'activity' | 'goal'; id: number } | null }

/** Weeks as one says them: "uge 48", "uge 48 til 51", "uge 48, 50 og 51"; runs are told from first to last. */
export function weeksText(locale: Locale, weeks: readonly string[]): string {
  const m = fitTexts(locale)
  const runs: string[][] = []
  for (const monday of weeks.toSorted()) {
    const last = runs.at(-1)
    if (last && addDays(last.at(-1)!, 7) === monday) last.push(monday)
    else runs.push([monday])
  }
  return joinList(
    locale,
    runs.map((run) => {
      const [from, to] = [isoWeek(run[0]!).week, isoWeek(run.at(-1)!).week]
      return from === to ? m.week(from) : m.weeksFromTo(from, to)
    }),
  )
}

/** One thing that does not fit. `weeks`: all that were looked at, so that what happens in each of them is "every week". */
export function misfitText(
  locale: Locale,
  today: string,
  plan: Pick<PlanContent, 'goals' | 'activities'>,
  people: readonly { id: number; name: string }[],
  weeks: readonly string[],
  one: Misfit,
): MisfitWords {
  const m = fitTexts(locale)
  const p = planTexts(locale)
  const activity = (id: number) => plan.activities.find((a) => a.id === id)?.what || p.noTitle
  const goal = (id: number) => plan.goals.find((g) => g.id === id)?.title || p.noTitle
  const who = (ids: readonly number[]) =>
    joinList(
      locale,
      ids.map((id) => nameOf(people, id)),
    )
  const days = (on: readonly number[]) =>
    joinList(
      locale,
      on.map((d) => p.weekday[d] ?? ''),
    )
  const date = (day: string) => formatShortDate(locale, day, today)
  const when = (on: readonly string[]) => (on.length === weeks.length && on.length > 1 ? m.everyWeek : m.inWeeks(weeksText(locale, on)))
  switch (one.kind) {
    case 'double':
      return {
        what: m.double(who(one.personIds), days(one.weekdays), activity(one.firstId), activity(one.secondId), when(one.weeks)),
        do: m.doubleDo,
        on: { kind: 'activity', id: one.secondId },
      }
    case 'travel':
      return {
        what: m.travel(
          who(one.personIds),
          days(one.weekdays),
          activity(one.firstId),
          activity(one.secondId),
          one.gap,
          one.needed,
        ),
        do: one.told ? m.travelDo : `${m.travelDo} ${m.travelGuess}`,
        on: { kind: 'activity', id: one.secondId },
      }
    case 'order':
      return {
        what:
          one.ends === null
            ? m.orderOpen(activity(one.activityId), activity(one.afterId))
            : m.order(activity(one.activityId), date(one.starts), activity(one.afterId), date(one.ends)),
        do: m.orderDo,
        on: { kind: 'activity', id: one.activityId },
      }
    case 'outside-goal':
      return {
        what: m[one.what](activity(one.activityId), date(one.day), goal(one.goalId), date(one.goalDay)),
        do: m.goalDo,
        on: { kind: 'activity', id: one.activityId },
      }
    case 'late-step':
      return {
        what: m.step(goal(one.goalId), date(one.day), goal(one.parentId), date(one.parentDay)),
        do: m.stepDo,
        on: { kind: 'goal', id: one.goalId },
      }
    case 'heavy':
      return {
        what:
          one.weeks.length === 1
            ? m.heavyOnce(nameOf(people, one.personId), weeksText(locale, one.weeks), hoursText(locale, one.most))
            : m.heavy(nameOf(people, one.personId), weeksText(locale, one.weeks), hoursText(locale, one.most), isoWeek(one.mostIn).week),
        do: m.heavyDo(hoursText(locale, one.limit)),
        on: null,
      }
  }
}
