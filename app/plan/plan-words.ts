import type { Locale, Messages } from '#app/platform/i18n/messages.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formatNumber, joinList, words } from '#app/platform/i18n/words.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { isoWeek } from '#app/platform/time/plain-date.ts'
import type { FieldValue } from './compare.ts'
import { clashes, uncounted, weeklyLoad, weeksFrom } from './load.ts'
import { da as daFit, en as enFit } from './fit-messages.ts'
import { da as daTerms } from './terms-messages.ts'
import { en as enTerms } from './terms-messages-en.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'
import type { Activity, PlanContent, RecordBase } from './plan.ts'

const fitMessages = { da: daFit, en: enFit }
const termsMessages = { da: daTerms, en: enTerms }
export const termsTexts = (locale: Locale): Messages<typeof daTerms> => pick(locale, termsMessages)
export type PlanTexts = Messages<typeof da>
export const planTexts = (locale: Locale): PlanTexts => pick(locale, { da, en })

type Named = { id: number; name: string; family?: boolean }
export const nameOf = (people: readonly Named[], id: number): string => people.find((p) => p.id === id)?.name ?? '–'
/** "Mette og Ida"; everybody of the family is "Hele familien". */
export function namesOf(locale: Locale, people: readonly Named[], ids: readonly number[]): string {
  const family = people.filter((p) => p.family !== false)
  if (family.length > 2 && family.every((p) => ids.includes(p.id))) return planTexts(locale).wholeFamily
  return joinList(
    locale,
    ids.map((id) => nameOf(people, id)),
  )
}
export const sectorName = (m: PlanTexts, sector: string): string => m.sectors[sector] ?? sector
/** Hours as one says them: "2", "1,5". */
export const hoursText = (locale: Locale, minutes: number): string =>
  formatNumber(locale, minutes / 60, minutes % 60 === 0 ? 0 : minutes % 30 === 0 ? 1 : 2)

/** "oplyst af Line Krogh, skole og dagtilbud, 3. nov." or null. */
export const statedText = (locale: Locale, today: string, r: Pick<RecordBase, 'stated'>): string | null =>
  r.stated
    ? planTexts(locale).statedBy(r.stated.name, sectorName(planTexts(locale), r.stated.sector), formatShortDate(locale, r.stated.on, today))
    : null
/** "Skrevet på vegne af Mette, i telefonen 3. nov." or null. */
export function behalfText(locale: Locale, today: string, people: readonly Named[], onBehalf: RecordBase['onBehalf']): string | null {
  if (!onBehalf) return null
  const m = planTexts(locale)
  const how: Record<string, string> = m.channelSaid
  return m.writtenFor(
    nameOf(people, onBehalf.personId),
    how[onBehalf.channel] ?? onBehalf.channel,
    formatShortDate(locale, onBehalf.on, today),
  )
}

/** "sagt ved et møde 3. nov., skrevet ned af en medarbejder" or null: where the person's name already stands. */
export function saidText(locale: Locale, today: string, onBehalf: RecordBase['onBehalf']): string | null {
  if (!onBehalf) return null
  const m = planTexts(locale)
  const how: Record<string, string> = m.channelSaid
  return m.saidHow(how[onBehalf.channel] ?? onBehalf.channel, formatShortDate(locale, onBehalf.on, today))
}

/** 6.30 in Danish, 06:30 in English. */
const clock = (locale: Locale, time: string): string => (locale === 'da' ? time.replace(/^0/, '').replace(':', '.') : time)

/** When and how much, in one line: "Hver mandag og onsdag · kl. 8.00–9.00 · 2 timer om ugen · 2. nov. – 31. jan. 2027". */
export function whenText(locale: Locale, today: string, a: Activity): string {
  const m = planTexts(locale)
  const date = (field: 'start' | 'end', value: string | null) =>
    value ? formatShortDate(locale, value, today) : unknownText(locale, today, a, field)
  const hours =
    a.minutesPerWeek === null
      ? unknownText(locale, today, a, 'hours')
      : a.rhythm === 'once'
        ? m.hoursOnce(hoursText(locale, a.minutesPerWeek))
        : m.hoursAWeek(hoursText(locale, a.minutesPerWeek))
  return [
    a.rhythm === 'once'
      ? m.once
      : a.weekdays.length
        ? m.onDays(
            joinList(
              locale,
              a.weekdays.map((d) => m.weekday[d] ?? ''),
            ),
          )
        : m.weekly,
    a.timeFrom ? `${locale === 'da' ? 'kl. ' : ''}${clock(locale, a.timeFrom)}${a.timeTo ? `–${clock(locale, a.timeTo)}` : ''}` : '',
    a.minutesPerWeek === null ? `${m.hours.toLowerCase()}: ${hours}` : hours,
    a.rhythm === 'once' ? date('start', a.start) : `${date('start', a.start)} – ${date('end', a.end)}`,
  ]
    .filter(Boolean)
    .join(' · ')
}
/** What stands for a field that is not filled: when we know, or that it is missing. */
export function unknownText(
  locale: Locale,
  today: string,
  a: Pick<Activity, 'unknownUntil'>,
  field: keyof Activity['unknownUntil'],
): string {
  const m = planTexts(locale)
  const until = a.unknownUntil[field]
  return until ? m.notKnownYet(formatShortDate(locale, until, today)) : m.notFilled
}

/** The load of each member in words, and clashes of this week (PLAN-21): what the pictures show. */
export function loadWords(
  locale: Locale,
  plan: Pick<PlanContent, 'activities'>,
  people: readonly { id: number; name: string }[],
  today: string,
  weeks = 8,
  sayClashes = true,
): string[] {
  const m = planTexts(locale)
  const mondays = weeksFrom(today, weeks)
  const perPerson = weeklyLoad(
    plan.activities,
    people.map((p) => p.id),
    mondays,
  ).flatMap(({ personId, minutes }) => {
    const name = nameOf(people, personId)
    const now = minutes[0] ?? 0
    const most = Math.max(...minutes)
    const peak = most > now ? ` ${m.loadPeak(hoursText(locale, most), isoWeek(mondays[minutes.indexOf(most)]!).week)}` : ''
    return [(now ? m.loadNow(name, hoursText(locale, now)) : m.loadNone(name)) + peak]
  })
  const what = (id: number) => plan.activities.find((a) => a.id === id)?.what || m.noTitle
  const double = (sayClashes ? clashes(plan.activities, mondays[0]!) : []).map((c) =>
    m.clash(nameOf(people, c.personId), m.weekday[c.weekday] ?? '', what(c.firstId), what(c.secondId)),
  )
  const left = uncounted(plan.activities).length
  return [...perPerson, ...double, ...(left ? [m.uncounted(left)] : [])]
}

export type Names = { goal: Record<number, string>; hope: Record<number, string>; activity?: Record<number, string> }
/** A compared value as one reads it. */
export function fieldText(locale: Locale, today: string, people: readonly Named[], names: Names, field: string, value: FieldValue): string {
  const m = planTexts(locale)
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return field === 'whose' ? m.wholeFamily : m.empty
  if (Array.isArray(value))
    return field === 'weekdays'
      ? joinList(
          locale,
          value.map((d) => m.weekday[d] ?? ''),
        )
      : field === 'nextGoals'
        ? joinList(
            locale,
            value.map((g) => names.goal[g] || m.noTitle),
          )
        : namesOf(locale, people, value)
  const depth = depthText(locale, today, people, names, field, value)
  if (depth !== null) return depth
  if (field === 'aim') return m.aim[String(value)] ?? String(value)
  if (['start', 'end', 'goalStart', 'goalEnd', 'lookOn'].includes(field)) return formatShortDate(locale, String(value), today)
  if ((field === 'timeFrom' || field === 'timeTo') && typeof value === 'string') return clock(locale, value)
  if (typeof value === 'string') return field === 'rhythm' ? (value === 'once' ? m.once : m.weekly) : value
  if (field === 'minutes') return hoursText(locale, value)
  if (field === 'whose' || field === 'ownerPerson') return nameOf(people, value)
  if (field === 'goal' || field === 'parent') return names.goal[value] || m.noTitle
  if (field === 'hope') return names.hope[value] ?? m.noTitle
  return field === 'level' ? (m.level[value] ?? String(value)) : String(value)
}

/** Values of the plan's depth: breaks, own hours, the way there, what it comes after, how it is followed up. Null: another field. */
function depthText(
  locale: Locale,
  today: string,
  people: readonly Named[],
  names: Names,
  field: string,
  value: string | number,
): string | null {
  const f = pick(locale, fitMessages)
  const t = pick(locale, termsMessages)
  const lines = () => String(value).split('\n')
  const known = <T extends Record<string, string>>(words: T): string => words[String(value)] ?? String(value)
  switch (field) {
    case 'breaks':
      return lines()
        .map((line) => line.split('|'))
        .map(([from = '', until = '', why = '']) =>
          f.breakLine(formatShortDate(locale, from, today), formatShortDate(locale, until, today), why),
        )
        .join(', ')
    case 'ownMinutes':
      return lines()
        .map((line) => line.split('|').map(Number))
        .map(([id = 0, minutes = 0]) => f.ownLine(nameOf(people, id), hoursText(locale, minutes)))
        .join(', ')
    case 'travelMinutes':
      return f.travelLine(Number(value))
    case 'after':
      return names.activity?.[Number(value)] || planTexts(locale).noTitle
    case 'needsApproval':
      return words(locale).yes
    case 'howOften':
      return known(t.often)
    case 'registeredChannel':
      return known(t.channel)
    case 'nextOn':
      return formatShortDate(locale, String(value), today)
    default:
      return null
  }
}
