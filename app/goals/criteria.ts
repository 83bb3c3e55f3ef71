import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack, PackItem } from '#app/catalogue/pack.ts'
import { type Counted, isCounted, type MeasureInfo, type Measures, type ProjectGoal } from './goals.ts'

/* What a pack says about goals: the project's own, the national criteria of success (each followed indicator as a goal), and what the measures are. */

type Indicator = PackItem<'indicators'>
const NUMBERS: Partial<Record<Indicator['answer'], readonly [number, number]>> = { attendance: [0, 100], hours: [0, 37], 'hours-and-attendance': [0, 37], grade: [-3, 12] }

/** Every measure a goal can be about: indicators by their scale, own ratings from 0 to 10. Steps of a scale stand best first. */
export function measuresOf(pack: Pack, today: string): Measures {
  const scales = new Map(inForce(pack.scales, today).map((s) => [s.code, s.steps.flatMap((step) => (step.value === null ? [] : [step.value]))]))
  const indicators = inForce(pack.indicators, today).map((i): MeasureInfo => {
    const steps = i.scale === undefined ? [] : (scales.get(i.scale) ?? [])
    const range = steps.length > 0 ? ([Math.min(...steps), Math.max(...steps)] as const) : (NUMBERS[i.answer] ?? ([0, 10] as const))
    return { code: i.code, label: i.label, range, higherIsBetter: steps.length === 0 || steps[0]! > steps.at(-1)! }
  })
  const ratings = inForce(pack.ratingQuestions, today).map((q): MeasureInfo => ({ code: q.code, label: q.label, range: [0, 10], higherIsBetter: true }))
  return new Map([...indicators, ...ratings].map((m) => [m.code, m]))
}

/** The project's own goals in force. */
export const goalsOf = (pack: Pack, today: string): ProjectGoal[] => inForce(pack.projectGoals, today)

/** National criteria (PROG-06 … PROG-31): each followed indicator, computed by the rule of its kind of answer. None where the pack has no rule. */
export function criteriaOf(pack: Pack, today: string): Counted[] {
  const rules = inForce(pack.indicatorCriteria, today)
  return inForce(pack.indicators, today).flatMap((i) => {
    const rule = rules.find((r) => r.answers.includes(i.answer))
    if (!rule || 'judgedBy' in i) return []
    const definition = 'codes' in rule.definition ? { ...rule.definition, codes: [i.code] } : rule.definition
    return [{
      code: i.code, label: i.label, validFrom: i.validFrom, validUntil: i.validUntil, source: i.source, requirement: 'GOAL-13', text: rule.label, measure: 'share' as const, target: null, population: i.group,
      counts: i.about === 'parent' ? ('adult' as const) : i.about, ageFrom: i.ageFrom, ageUntil: i.ageUntil, anchor: 'intake' as const, afterMonths: null, data: i.label, definition,
    }]
  })
}

/** Codes that the goals need values of. */
export function codesOf(goals: readonly ProjectGoal[]): { indicators: string[]; ratings: string[] } {
  const of = (source: string) => [...new Set(goals.filter(isCounted).flatMap(({ definition: d }) => ('source' in d && d.source === source ? d.codes : [])))]
  return { indicators: of('indicator'), ratings: of('rating') }
}

/** VIS-18: is the number of families within the pool's scale? Null where the pack names none. */
export function scaleOf(pack: Pack, families: number, today: string): { least: number; most: number; within: boolean } | null {
  const number = (code: string) => inForce(pack.settings, today).find((s) => s.code === code)?.value
  const [least, most] = [number('familiesLeast'), number('familiesMost')]
  return typeof least === 'number' && typeof most === 'number' ? { least, most, within: families >= least && families <= most } : null
}
