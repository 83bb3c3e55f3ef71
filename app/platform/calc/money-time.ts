import { Senseless } from './topic.ts'

/** Money over time, in kroner. Sources: measurement.md 4.2; irr and npv agree with numpy-financial, xirr with Excel (measurement.md 3.9). */

/** The Finance Ministry's real discount rates: up to which year, and the rate. */
const schedules = {
  'DK-2021': [[35, 0.035], [70, 0.025], [Infinity, 0.015]],
  'DK-2013': [[35, 0.04], [70, 0.03], [Infinity, 0.02]],
} as const
export const scheduleNames = ['DK-2021', 'DK-2013'] as const
export type Discounting = { rate: number } | { schedule: (typeof scheduleNames)[number] }

const rateOf = (d: Discounting, year: number): number => ('rate' in d ? d.rate : (schedules[d.schedule].find(([until]) => year <= until)?.[1] ?? 0))

/** What a krone of each year is worth today; chained where the rate changes. Year 0 is 1. */
function factorsOf(d: Discounting, years: number): number[] {
  const factors = [1]
  for (let year = 1; year < years; year++) factors.push(factors[year - 1]! / (1 + rateOf(d, year)))
  return factors
}

/** @param firstAt whether the first flow comes now (0) or a period from now (1) */
export function npv(d: Discounting, cashflows: readonly number[], firstAt: 0 | 1 = 0): { npv: number; factors: number[] } {
  const factors = factorsOf(d, cashflows.length + firstAt).slice(firstAt)
  return { npv: cashflows.reduce((s, flow, k) => s + flow * factors[k]!, 0), factors }
}

export type Rate = { irr: number | null; reason?: 'noSolution' | 'notUnique' }
const asRate = (rates: readonly number[]): Rate => (rates.length === 1 ? { irr: rates[0]! } : { irr: null, reason: rates.length === 0 ? 'noSolution' : 'notUnique' })

/** The rate above -100 % at which the flows are worth nothing; null when there is none or more than one. */
export function irr(cashflows: readonly number[]): Rate {
  return asRate(positiveRoots(cashflows).map((x) => 1 / x - 1))
}

/** The different x > 0 where Σ a[i]·xⁱ is 0: between the places where the slope is 0 it crosses once or not at all. */
function positiveRoots(raw: readonly number[]): number[] {
  const first = raw.findIndex((a) => a !== 0)
  const last = raw.findLastIndex((a) => a !== 0)
  if (first === last) return []
  const largest = Math.max(...raw.map(Math.abs))
  const a = raw.slice(first, last + 1).map((v) => v / largest)
  const turns = positiveRoots(a.slice(1).map((v, k) => v * (k + 1)))
  const end = 1 + Math.max(...a.slice(0, -1).map((v) => Math.abs(v / a.at(-1)!)))
  const roots: number[] = []
  let from = 0
  for (const to of [...turns, Math.max(end, ...turns) * 2]) {
    const root = crossing((x) => height(a, x), from, to)
    if (root !== null) roots.push(root)
    from = to
  }
  for (const x of turns) if (Math.abs(height(a, x)) < 1e-13 && !roots.some((r) => Math.abs(r - x) <= 1e-5 * x)) roots.push(x)
  return roots
}

/** The polynomial at x, divided by what its parts sum to: between -1 and 1 with its sign, and no overflow. */
function height(a: readonly number[], x: number): number {
  const inside = x <= 1
  const t = inside ? x : 1 / x
  let value = 0
  let size = 0
  for (let k = 0; k < a.length; k++) {
    const c = inside ? a[a.length - 1 - k]! : a[k]!
    value = value * t + c
    size = size * t + Math.abs(c)
  }
  return size === 0 ? 0 : value / size
}

/** Where f changes sign between two places, or null when it does not. */
function crossing(f: (x: number) => number, from: number, to: number): number | null {
  const below = Math.sign(f(from))
  const beyond = Math.sign(f(to))
  if (below === 0 || beyond === 0 || below === beyond) return null
  let low = from
  let high = to
  for (let step = 0; step < 2000; step++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (Math.sign(f(middle)) === below) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Years of 365 days from the first date. @throws Senseless when lists do not pair up or a date lies before the first */
function yearsOf(values: readonly number[], dates: readonly string[]): number[] {
  if (values.length !== dates.length) throw new Senseless('lengths', 'values and dates are paired by position')
  const [first] = dates
  if (first === undefined) throw new Senseless('empty', 'values and dates are empty')
  const start = Temporal.PlainDate.from(first)
  return dates.map((date) => {
    const days = start.until(Temporal.PlainDate.from(date), { largestUnit: 'day' }).days
    if (days < 0) throw new Senseless('dates', `${date} lies before the first date ${first}`)
    return days / 365
  })
}

export function xnpv(values: readonly number[], dates: readonly string[], rate: number): { npv: number } {
  const years = yearsOf(values, dates)
  return { npv: values.reduce((s, v, k) => s + v / (1 + rate) ** years[k]!, 0) }
}

/** As `irr`, with dates; a yearly rate. Looks between -99.9999 % and a million per cent. */
export function xirr(values: readonly number[], dates: readonly string[]): Rate {
  const years = yearsOf(values, dates)
  const size = (x: number) => values.reduce((s, v, k) => s + Math.abs(v) * x ** years[k]!, 0)
  const worth = (x: number) => values.reduce((s, v, k) => s + v * x ** years[k]!, 0) / (size(x) || 1)
  // x = 1 / (1 + rate), in small steps of its logarithm, from a million per cent down to -99.9999 %.
  const steps = 4000
  const grid = Array.from({ length: steps + 1 }, (_, k) => Math.exp(Math.log(1e-4) + (k / steps) * (Math.log(1e6) - Math.log(1e-4))))
  const rates = grid.slice(1).flatMap((x, k) => {
    if (worth(x) === 0) return [1 / x - 1]
    const root = crossing(worth, grid[k]!, x)
    return root === null ? [] : [1 / root - 1]
  })
  return asRate(rates)
}

export type Payback = {
  years: number | null
  discountedYears: number | null
  npv: number | null
  benefitCostRatio: number | null
  reason?: 'notPaidBack' | 'noRate'
}

/** When what was laid out first has come back, with the part of the year; discounted only with a rate. */
export function payback(cashflows: readonly number[], rate?: number): Payback {
  const [first = 0, ...later] = cashflows
  if (!(first < 0)) throw new Senseless('firstFlow', 'the first flow is what is laid out and must be below 0')
  const years = untilZero(cashflows)
  if (rate === undefined) return { years, discountedYears: null, npv: null, benefitCostRatio: null, reason: years === null ? 'notPaidBack' : 'noRate' }
  const { npv: value, factors } = npv({ rate }, cashflows)
  const discountedYears = untilZero(cashflows.map((flow, k) => flow * factors[k]!))
  const back = later.reduce((s, flow, k) => s + flow * factors[k + 1]!, 0)
  const result = { years, discountedYears, npv: value, benefitCostRatio: back / -first }
  return years === null || discountedYears === null ? { ...result, reason: 'notPaidBack' } : result
}

function untilZero(flows: readonly number[]): number | null {
  let balance = 0
  for (const [year, flow] of flows.entries()) {
    if (year > 0 && balance < 0 && balance + flow >= 0) return year - 1 + -balance / flow
    balance += flow
  }
  return null
}
