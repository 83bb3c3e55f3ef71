import { z } from 'zod'
import { PlainDate } from '#app/platform/time/plain-date.ts'

/*
 * What a goal says beside its title (PLAN-06 to PLAN-11): whose it is, what kind, how it is seen, from when until when, and when it is looked
 * at. All of it may wait; level 1 needs it before the plan is agreed (`goal-missing.ts`). Steps take it from the goal above.
 */

/** To get on, to keep what works, or to lose as little as possible. */
export const aims = ['develop', 'keep', 'limit-loss'] as const
export type Aim = (typeof aims)[number]

export type GoalDepth = {
  aim: Aim | null
  /** Who holds on to it: a member, or a helper. Never both. */
  ownerPersonId: number | null
  ownerStaffId: number | null
  startValue: number | null
  targetValue: number | null
  /** What the two numbers count: "dage om ugen". */
  unit: string
  start: string | null
  end: string | null
  /** When it is looked at. */
  lookOn: string | null
  /** Of a sector's goal: the area of law, a code of the pack. */
  lawArea: string | null
  /** It is one of the goals of a sector plan; the number only where the reader sees that plan. */
  fromSectorPlan: boolean
  sectorPlanId: number | null
  /** The family has chosen it to be in focus now (PLAN-22). */
  inFocus: boolean
}
export const noDepth: GoalDepth = {
  aim: null,
  ownerPersonId: null,
  ownerStaffId: null,
  startValue: null,
  targetValue: null,
  unit: '',
  start: null,
  end: null,
  lookOn: null,
  lawArea: null,
  fromSectorPlan: false,
  sectorPlanId: null,
  inFocus: false,
}

// Left out: what stands there stays. Emptied: taken away.
const empty = (v: unknown) => (v === '' ? null : v)
const day = z.preprocess(empty, PlainDate.nullish())
/** A number as it is typed, with comma or point; empty is null. */
const amount = z.preprocess(
  (v) => (typeof v === 'string' && v.trim() !== '' ? Number(v.trim().replace(',', '.')) : empty(v)),
  z.number().min(-1_000_000).max(1_000_000).nullish(),
)
/** `person-12` or `staff-3`, as one list of a form. */
const owner = z.preprocess(empty, z.string().regex(/^(person|staff)-[1-9]\d{0,14}$/).nullish())

export const goalDepthFields = {
  aim: z.preprocess(empty, z.enum(aims).nullish()),
  owner,
  startValue: amount,
  targetValue: amount,
  unit: z.string().trim().max(60).optional(),
  goalStart: day,
  goalEnd: day,
  lookOn: day,
  lawArea: z.preprocess(empty, z.string().trim().max(60).nullish()),
}
/** The dates of the goal form. */
export const goalDates = ['goalStart', 'goalEnd', 'lookOn'] as const

type Dates = { goalStart?: string | null | undefined; goalEnd?: string | null | undefined }
export const goalDatesInOrder = (v: Dates): boolean => !v.goalStart || !v.goalEnd || v.goalStart <= v.goalEnd
export const goalDatesWrong = { da: 'Slutdatoen ligger før startdatoen', en: 'The end date is before the start date' }

/** The owner as the form's value. */
export const ownerValue = (g: Pick<GoalDepth, 'ownerPersonId' | 'ownerStaffId'>): string =>
  g.ownerPersonId !== null ? `person-${g.ownerPersonId}` : g.ownerStaffId !== null ? `staff-${g.ownerStaffId}` : ''
