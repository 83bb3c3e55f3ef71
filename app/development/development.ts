import { differenceError, reliableChange, targetReachable } from '#app/platform/calc/change.ts'
import { addDays, addMonths, startOfMonth } from '#app/platform/time/plain-date.ts'
import type { Baseline, Measure, Point, Series } from '#app/progression/series.ts'

/*
 * How far somebody has come since the beginning, and whether the change is larger than the uncertainty of the measurement (PROG-33, PLAN-12; measurement.md 3.1, 2.3, 3.6). Every
 * sentence that a page says about a change comes from here.
 */

/** `small`: a change that may be nothing but uncertainty, or none. `unknown`: nobody can say. */
export type Judgement = 'better' | 'small' | 'worse' | 'unknown'
/** `reliable`: larger than the published error of the measurement. `step`: at least the points that we have chosen to call a step, since no error is known. */
export type Rule = 'reliable' | 'step'
/** Measured once; counted, so that there is no error to be larger than; nobody has published an error nor named a step. */
export type WhyUnknown = 'once' | 'counted' | 'no-error'
/** Is there room on the scale for a change to the better: `none` at the best end, `little` for less than what counts as a change. */
export type Room = 'enough' | 'little' | 'none'

export type Standing = {
  baseline: Baseline
  latest: Point
  /** Latest less baseline, in points of the scale as it is. */
  difference: number
  judgement: Judgement
  rule: Rule | null
  why: WhyUnknown | null
  /** Points that one person must move before it is called a change; null: not known. */
  needed: number | null
  /** Points that matter for a group, where that is another number than for one person (WHO-5: 10 and about 21). */
  forGroups: number | null
  /** Lower in the first months: usual, and no sign of failure (measurement.md 3.6). */
  early: boolean
  room: Room
}

export const EARLY_MONTHS = 3
/** The value of a month stands on its last day: it counts from its first. */
const measuredFrom = (measure: Measure, on: string): string => (measure.kind === 'indicator' || measure.kind === 'attendance' ? startOfMonth(on) : on)

/**
 * The first real measurement there is; late when it came more than `within` days after the family was taken in.
 * @param began the day of intake; null: not taken in, and then nothing is late
 */
export function baselineOf(series: Pick<Series, 'measure' | 'points'>, began: string | null, within: number): Baseline | null {
  const [point] = series.points
  if (!point) return null
  return { point, late: began !== null && measuredFrom(series.measure, point.on) > addDays(began, within) }
}

/** Null when nothing was measured. @param from another beginning than the first measurement: the newest one at that day or before it, else the first after it */
export function standingOf(series: Series, began: string | null, within: number, from: string | null = null): Standing | null {
  const baseline = from === null ? baselineOf(series, began, within) : startAt(series, from)
  const latest = series.points.at(-1)
  if (!baseline || !latest) return null
  const { measure } = series
  const difference = latest.value - baseline.point.value
  const good = measure.higherIsBetter ? difference : -difference
  const judged = judge(measure, baseline.point, latest)
  return {
    baseline,
    latest,
    difference,
    ...judged,
    forGroups: measure.error !== null ? measure.relevantChange : null,
    early: good < 0 && latest.on <= addMonths(baseline.point.on, EARLY_MONTHS),
    room: roomFor(measure, baseline.point.value, judged.needed),
  }
}

function startAt(series: Series, from: string): Baseline | null {
  const before = series.points.findLast((p) => p.on <= from)
  const point = before ?? series.points[0]
  return point ? { point, late: before === undefined } : null
}

function judge(measure: Measure, first: Point, last: Point): Pick<Standing, 'judgement' | 'rule' | 'why' | 'needed'> {
  const { error, relevantChange, higherIsBetter } = measure
  const needed = error ? reliableChange({ pre: 0, post: 0, sd: error.sd, reliability: error.reliability, higherIsBetter }).minimalReliableChange : relevantChange
  const unknown = (why: WhyUnknown) => ({ judgement: 'unknown', rule: null, why, needed }) as const
  if (first === last) return unknown('once')
  if (error) {
    const { direction } = reliableChange({ pre: first.value, post: last.value, sd: error.sd, reliability: error.reliability, higherIsBetter })
    return { judgement: ({ improved: 'better', unchanged: 'small', deteriorated: 'worse' } as const)[direction], rule: 'reliable', why: null, needed }
  }
  if (last.by === 'counted' || last.by === 'register' || measure.kind === 'attendance') return unknown('counted')
  if (relevantChange === null) return unknown('no-error')
  const good = (last.value - first.value) * (higherIsBetter ? 1 : -1)
  return { judgement: good >= relevantChange ? 'better' : good <= -relevantChange ? 'worse' : 'small', rule: 'step', why: null, needed }
}

function roomFor(measure: Measure, from: number, needed: number | null): Room {
  const left = measure.higherIsBetter ? measure.range[1] - from : from - measure.range[0]
  return left <= 0 ? 'none' : needed !== null && left < needed ? 'little' : 'enough'
}

/** The shadow: where the true value lies with 95 per cent certainty, kept within the scale; null: nobody has published the error. */
export function shadowOf(measure: Measure, value: number): { low: number; high: number } | null {
  if (!measure.error) return null
  const half = 1.96 * differenceError(measure.error.sd, measure.error.reliability).seMeasurement
  return { low: Math.max(measure.range[0], value - half), high: Math.min(measure.range[1], value + half) }
}

/** 0 at the worst end of the scale, 1 at the best: so that two measures can stand in one picture. */
export function towardsBest({ range: [least, most], higherIsBetter }: Pick<Measure, 'range' | 'higherIsBetter'>, value: number): number {
  const share = most === least ? 0 : Math.min(1, Math.max(0, (value - least) / (most - least)))
  return higherIsBetter ? share : 1 - share
}

/** Of one person there is one series for each of these: `indicator.parent-health`; of an instrument one for each who answers. */
export const keyOf = ({ measure, by, points }: Pick<Series, 'measure' | 'by' | 'points'>): string =>
  measure.kind === 'instrument' ? [measure.kind, measure.code, by, points[0]?.who ?? ''].join('.') : `${measure.kind}.${measure.code}`

/** One measure of a member, ready to be told. `values`: names of values that are no plain numbers ("1" is yes). `outOfReach`: per cent that the project hopes for and the scale has no room for. */
export type Line = Series & { key: string; standing: Standing; values: Record<string, string> | null; outOfReach: number | null }

/** The per cent that cannot be reached from there; null: it can, or nothing is hoped for (measurement.md 2.4: +50 % from above two thirds of the scale). */
export function outOfReach(measure: Measure, from: number, percent: number | null): number | null {
  if (percent === null || !measure.higherIsBetter || measure.range[0] < 0) return null
  return targetReachable({ baselineMean: from, targetPct: percent, scaleMax: measure.range[1] }).reachable === false ? percent : null
}

const PLACE: Record<Judgement, number> = { better: 0, small: 1, unknown: 2, worse: 3 }
/** What has become better first, then what stands, last what has become worse (strengths before worries); inside each as the pack has it. An early dip stands among the small ones. */
export const strengthsFirst = <T extends { standing: Pick<Standing, 'judgement' | 'early'> }>(lines: readonly T[]): T[] => {
  const place = ({ standing: s }: T) => PLACE[s.judgement === 'worse' && s.early ? 'small' : s.judgement]
  return lines.toSorted((a, b) => place(a) - place(b))
}

/** The first ones, and whatever has become worse: strengths come first, and a worry is never folded away. */
export const shownFirst = <T extends { standing: Pick<Standing, 'judgement' | 'early'> }>(lines: readonly T[], most: number): { shown: T[]; folded: T[] } => {
  const isShown = (l: T, i: number) => i < most || (l.standing.judgement === 'worse' && !l.standing.early)
  return { shown: lines.filter(isShown), folded: lines.filter((l, i) => !isShown(l, i)) }
}

/** What a person says of themselves, and what a professional judges about the same thing. Two lines in one picture, never one number. */
export type Pair = { own: Line; judged: Line | null }
/** @param beside the pack's: code of a rating question → codes of indicators about the same */
export function pairsOf(lines: readonly Line[], beside: Readonly<Record<string, readonly string[]>>): Pair[] {
  return lines
    .filter((l) => l.measure.kind === 'rating')
    .map((own) => ({ own, judged: lines.find((l) => l.measure.kind === 'indicator' && (beside[own.measure.code] ?? []).includes(l.measure.code)) ?? null }))
}

/** One line of a member for a page about something else. */
export type StripLine = { name: string; line: Line }
/** What each says themselves, else what has become better; nobody who was not measured. */
export const stripOf = (members: readonly { name: string; lines: readonly Line[] }[]): StripLine[] =>
  members.flatMap(({ name, lines }) => {
    const line = lines.find((l) => l.measure.kind === 'rating') ?? lines[0]
    return line ? [{ name, line }] : []
  })
