import type { Locale } from '#app/platform/i18n/messages.ts'
import { formatNumber } from '#app/platform/i18n/words.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import type { Goal } from './plan.ts'
import { nameOf, planTexts } from './plan-words.ts'

const number = (locale: Locale, n: number): string => formatNumber(locale, n, Number.isInteger(n) ? 0 : 1)

/** "fra 2 til 5 dage om ugen", or '' where nothing is counted. */
export function numbersText(locale: Locale, g: Pick<Goal, 'startValue' | 'targetValue' | 'unit'>): string {
  const m = planTexts(locale)
  const [from, to] = [g.startValue, g.targetValue].map((n) => (n === null ? null : number(locale, n)))
  if (from != null && to != null) return m.fromTo(from, to, g.unit)
  if (to != null) return m.toOnly(to, g.unit)
  return from != null ? m.fromOnly(from, g.unit) : ''
}

/** What kind, whose and when, in one line: "Bevare · Mette holder fast i det · 2. nov. – 31. jan. · vi ser på det 4. dec.". */
export function goalFacts(
  locale: Locale,
  today: string,
  people: readonly { id: number; name: string }[],
  team: readonly { staffId: number; name: string }[] | undefined,
  g: Goal,
): string {
  const m = planTexts(locale)
  const day = (d: string) => formatShortDate(locale, d, today)
  const owner = g.ownerPersonId !== null ? nameOf(people, g.ownerPersonId) : team?.find((h) => h.staffId === g.ownerStaffId)?.name
  return [
    g.aim ? m.aim[g.aim] : null,
    owner && owner !== '–' ? m.ownerShort(owner) : null,
    g.start && g.end ? m.goalDates(day(g.start), day(g.end)) : null,
    g.lookOn ? m.lookOnShort(day(g.lookOn)) : null,
  ]
    .filter(Boolean)
    .join(' · ')
}
