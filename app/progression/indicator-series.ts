import { endOfMonth } from '#app/platform/time/plain-date.ts'
import { type Answer, CHOICES, type ChoiceKind, type Indicator, isChoice, type Scale } from './indicators.ts'
import type { By, Measure, Point, Series } from './series.ts'
import type { How, Value } from './values.ts'

/*
 * The values of the monthly registration as series (measurement.md 3.1). A value that was only kept (`carried`) and "not assessed" are no points.
 */

/** Points of a choice, the best highest: a lost place counts as none. */
const POINTS = { 'yes-no': { yes: 1, no: 0 }, 'yes-partly-no': { yes: 2, partly: 1, no: 0 }, kept: { kept: 2, begun: 1, lost: 0, no: 0 }, progress: { progress: 1, unchanged: 0, setback: -1 } } as const satisfies {
  [K in ChoiceKind]: Record<(typeof CHOICES)[K][number], number>
}
const points = (kind: ChoiceKind): Record<string, number> => POINTS[kind]

/** The answer as a number of the indicator's measure; null: none can be told. Choices as points: no 0, partly or begun 1, yes of two 1, yes of three and kept 2; forward 1, back -1. */
export function measured(indicator: Indicator, answer: Answer): number | null {
  if (answer.number !== null) return answer.number
  return answer.choice !== null && isChoice(indicator.answer) ? (points(indicator.answer)[answer.choice] ?? null) : null
}

/**
 * The measure an indicator's values stand on. A scale's steps stand best first: of FFB, lower is better. One step of a scale is what we have chosen to call a change, since nobody has
 * published the error of FFB judged by one worker; objective values are counted and have none.
 */
export function measureOf(indicator: Indicator, scale: Scale | undefined): Measure {
  const base = { kind: 'indicator', code: indicator.code, label: indicator.label, higherIsBetter: true, error: null, relevantChange: null } as const
  const { answer } = indicator
  if (answer === 'scale') {
    const values = (scale?.steps ?? []).flatMap((s) => (s.value === null ? [] : [s.value]))
    return { ...base, range: [Math.min(...values), Math.max(...values)], higherIsBetter: (values[0] ?? 0) > (values.at(-1) ?? 0), relevantChange: 1 }
  }
  if (isChoice(answer)) return { ...base, range: [Math.min(...Object.values(points(answer))), Math.max(...Object.values(points(answer)))] }
  return { ...base, range: answer === 'grade' ? [-3, 12] : [0, 100] }
}

const BY: Record<Exclude<How, 'carried'>, By> = { judged: 'professional', counted: 'counted', register: 'register' }
const both = (words: { da: string; en: string }) => ({ da: `${words.da}: fremmøde i procent`, en: `${words.en}: attendance in per cent` })

/**
 * One series of each person and indicator, the points in the order of the months; of hours with attendance a second one, code `<indicator>.attendance`, per cent.
 * @param values those that stand, in any order
 */
export function seriesIn(values: readonly Value[], indicators: readonly Indicator[], scales: readonly Scale[]): Series[] {
  const mine = Map.groupBy(values.filter((v) => v.how !== 'carried').toSorted((a, b) => a.month.localeCompare(b.month)), (v) => v.indicator)
  return indicators.flatMap((indicator) => {
    const measure = measureOf(indicator, scales.find((s) => s.code === indicator.scale))
    const second: Measure = { ...measure, code: `${indicator.code}.attendance`, label: both(indicator.label), range: [0, 100] }
    return [...Map.groupBy(mine.get(indicator.code) ?? [], (v) => v.personId)].flatMap(([personId, one]) => [
      ...lined(personId, measure, one, (v) => measured(indicator, v)),
      ...lined(personId, second, one, (v) => v.second),
    ])
  })
}

/** None where there is no point. Told by whoever gave the newest one. */
function lined(personId: number, measure: Measure, values: readonly Value[], of: (v: Value) => number | null): Series[] {
  const found = values.flatMap((v): Point[] => {
    const value = of(v)
    return value === null || v.how === 'carried' ? [] : [{ on: endOfMonth(v.month), value, by: BY[v.how], who: v.stated?.name ?? v.by, recordId: v.id, shelfId: v.shelfId }]
  })
  const newest = found.at(-1)
  return newest ? [{ personId, measure, by: newest.by, points: found }] : []
}
