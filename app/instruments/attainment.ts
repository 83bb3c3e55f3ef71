import { z } from 'zod'
import { goalAttainment } from '#app/platform/calc/groups.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'

/*
 * Goal attainment scaling (da: målskala): a goal's five levels in the family's own words, and where it is. T by `helhed calc gas`: 50 is as expected. T of a few goals says little, so
 * the number of goals always stands beside it (measurement.md 2.2).
 */

export const LEVELS = [-2, -1, 0, 1, 2] as const
export const SAID_BY = ['family', 'together', 'professional'] as const
export type SaidBy = (typeof SAID_BY)[number]
/** Under so many goals T is a number for those goals only. */
export const FEW_GOALS = 3

export type Rating = { id: number; shelfId: number; on: string; level: number; saidBy: SaidBy; words: string }
export type GoalScale = {
  id: number
  shelfId: number
  sector: string
  category: string
  subjects: number[]
  goalId: number
  goal: string
  /** What -2 … +2 look like. */
  levels: string[]
  weight: number
  baseline: number
  agreedOn: string
  /** In the order of their days. */
  ratings: Rating[]
}

/** Where a goal is on a day: its newest rating until then, its baseline before the first; null before the scale was agreed. */
export function levelOn(scale: Pick<GoalScale, 'agreedOn' | 'baseline' | 'ratings'>, on: string): number | null {
  if (scale.agreedOn > on) return null
  return scale.ratings.findLast((r) => r.on <= on)?.level ?? scale.baseline
}

export type Attained = { on: string; t: number; tBaseline: number; change: number; goals: number; /** Fewer goals than T is good for. */ few: boolean }
/** T of the goals that had a scale on the day. @returns null without goals */
export function attainedOn(scales: readonly GoalScale[], on: string): Attained | null {
  const there = scales.flatMap((s) => {
    const level = levelOn(s, on)
    return level === null ? [] : [{ level, weight: s.weight, baseline: s.baseline }]
  })
  if (there.length === 0) return null
  const { t, tBaseline = 0, change = 0 } = goalAttainment({ attainment: there.map((s) => s.level), weights: there.map((s) => s.weight), baseline: there.map((s) => s.baseline) })
  return { on, t, tBaseline, change, goals: there.length, few: there.length < FEW_GOALS }
}

/** T on each day that something was rated. */
export function attainmentOver(scales: readonly GoalScale[]): Attained[] {
  const days = [...new Set(scales.flatMap((s) => s.ratings.map((r) => r.on)))].toSorted()
  return days.flatMap((on) => attainedOn(scales, on) ?? [])
}

const Id = z.coerce.number().int().positive()
const level = z.preprocess((v) => (v === '' ? undefined : v), z.coerce.number().int().min(-2).max(2))
const words = z.string().trim().min(1).max(300)
export const SetScale = z.object({
  caseId: Id,
  goalId: Id,
  level1: words,
  level2: words,
  level3: words,
  level4: words,
  level5: words,
  weight: z.preprocess((v) => (v === '' || v === undefined ? 1 : v), z.coerce.number().int().min(1).max(5)),
  baseline: level,
  agreedOn: PlainDate,
  /** The scale that this one puts right. */
  replaces: z.preprocess((v) => (v === '' || v === undefined ? null : v), Id.nullable()),
})
export const RateGoal = z.object({ caseId: Id, scaleId: Id, on: PlainDate, level, saidBy: z.enum(SAID_BY), words: z.string().trim().max(500).default('') })
export const ScaleRef = z.object({ caseId: Id, id: Id, reason: z.string().trim().min(1).max(300) })
export const RatingRef = z.object({ caseId: Id, id: Id })
