import { z } from 'zod'
import { addMonthsTo, type Day, type Range, sorted, type Step, toDay } from './days.ts'
import { Senseless } from './topic.ts'

/* What `helhed calc cadence` takes, and what makes no sense in it. The algorithm is in cadence.ts. */

const date = z.iso.date().refine((day) => day >= '1850-01-01' && day < '2200-01-01', 'a year from 1850 to 2199')
/** Exactly one unit, said by the check below so that the error names what is wrong. */
const length = z.strictObject({ days: z.number().optional(), weeks: z.number().optional(), months: z.number().optional() })

/** An obligation. `lastDone` null or missing: never done. Without `every` it is kept once. */
const obligation = z.strictObject({
  id: z.string(),
  anchor: date,
  lastDone: date.nullish(),
  firstWithin: length.optional(),
  every: length.optional(),
})

export const cadenceShape = {
  today: date,
  /** Included. */
  horizonEnd: date,
  weekdaysOnly: z.boolean().default(true),
  /** Both ends included. Public holidays are the caller's business. */
  blocked: z.array(z.strictObject({ from: date, to: date })).default([]),
  minGap: length.optional(),
  slack: length.default({ days: 0 }),
  obligations: z.array(obligation),
}
const schema = z.strictObject(cadenceShape)
export type CadenceInput = z.input<typeof schema>
type Length = z.output<typeof length>

/** `due` null: finished. */
export type Duty = { id: string; due: Day | null; every: Step | null }
export type Problem = {
  today: Day
  horizonEnd: Day
  weekdaysOnly: boolean
  blocked: Range[]
  minGap: Step | null
  slack: Step | null
  duties: Duty[]
}

/** The input as days, or what is senseless about it. @throws Senseless */
export function readProblem(raw: CadenceInput): Problem {
  const input = schema.parse(raw)
  const today = toDay(input.today)
  const horizonEnd = toDay(input.horizonEnd)
  if (horizonEnd < today) throw new Senseless('horizonBeforeToday', `horizonEnd: ${input.horizonEnd} is before today, ${input.today}`)
  const ids = new Set<string>()
  const duties = input.obligations.map((one) => {
    if (ids.has(one.id)) throw new Senseless('duplicateId', `obligations: there are two with the id "${one.id}"`)
    ids.add(one.id)
    return readDuty(one, today)
  })
  return {
    today,
    horizonEnd,
    weekdaysOnly: input.weekdaysOnly,
    blocked: sorted(input.blocked.map((range, i) => readRange(range, i))),
    minGap: input.minGap ? step(input.minGap, 'minGap') : null,
    slack: readSlack(input.slack),
    duties,
  }
}

function readDuty(one: z.output<typeof obligation>, today: Day): Duty {
  const at = (field: string) => `obligations "${one.id}", ${field}`
  const firstWithin = one.firstWithin ? step(one.firstWithin, at('firstWithin')) : null
  const every = one.every ? step(one.every, at('every')) : null
  if (!firstWithin && !every) throw new Senseless('noInterval', `obligations "${one.id}": give every, firstWithin or both`)
  const anchor = toDay(one.anchor)
  if (anchor > today) throw new Senseless('afterToday', `${at('anchor')}: ${one.anchor} is after today`)
  const lastDone = one.lastDone ? toDay(one.lastDone) : null
  if (lastDone !== null && lastDone > today) throw new Senseless('afterToday', `${at('lastDone')}: ${one.lastDone} is after today`)
  const first = (firstWithin ?? every)?.after(anchor) ?? null
  return { id: one.id, due: lastDone === null ? first : (every?.after(lastDone) ?? null), every }
}

function readRange(range: { from: string; to: string }, i: number): Range {
  if (range.to < range.from) throw new Senseless('rangeTurnedRound', `blocked.${i}: it ends on ${range.to}, before it begins on ${range.from}`)
  return { from: toDay(range.from), to: toDay(range.to) }
}

/** No slack is said as nothing of any unit. */
function readSlack(slack: Length): Step | null {
  const [unit] = unitsOf(slack, 'slack')
  return slack[unit] === 0 ? null : step(slack, 'slack')
}

function step(length: Length, field: string): Step {
  const [unit, n] = unitsOf(length, field)
  if (!Number.isInteger(n) || n <= 0) throw new Senseless('notPositive', `${field}: ${unit} must be a whole number above zero`)
  return stepOf(unit, n)
}

type Unit = 'days' | 'weeks' | 'months'
function unitsOf(length: Length, field: string): [Unit, number] {
  const given = (['days', 'weeks', 'months'] as const).flatMap((unit) => (length[unit] === undefined ? [] : [[unit, length[unit]] as [Unit, number]]))
  const [only] = given
  if (!only || given.length > 1) throw new Senseless('oneUnit', `${field}: give exactly one of days, weeks and months`)
  return only
}

const stepOf = (unit: Unit, n: number): Step =>
  unit === 'months'
    ? { key: `${n}m`, after: (day) => addMonthsTo(day, n), before: (day) => addMonthsTo(day, -n) }
    : daysStep(unit === 'weeks' ? n * 7 : n)
const daysStep = (n: number): Step => ({ key: `${n}d`, after: (day) => day + n, before: (day) => day - n })
