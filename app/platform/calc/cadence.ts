import { type CadenceInput, cadenceShape, type Duty, type Problem, readProblem } from './cadence-input.ts'
import { type Day, fromDay, isWeekend, rangeAt, toDay } from './days.ts'
import { Senseless } from './topic.ts'

/*
 * The meeting clock (MEET-09, MEET-10, IT-02): the fewest joint meetings that keep every obligation of a family, each as late as may be.
 *
 * First the dates: the latest allowed day on or before the earliest planned due, all obligations counted as served on each. Nobody can wait
 * longer for the first, so nobody needs fewer. Then who comes: each obligation on the last of these dates on or before its due date.
 */

export { type CadenceInput, cadenceShape }

export type Late = { id: string; due: string; servedOn: string }
/** Ids in the order of the input. `separate`: the dates that each obligation would need alone, added up. */
export type CadenceResult = {
  meetings: { date: string; serves: string[] }[]
  overdue: string[]
  tight: string[]
  late: Late[]
  joint: number
  separate: number
}

/** How long a search for a day goes on. */
const FARTHEST = 400

/**
 * The fewest joint dates.
 * @param fixed dates that stand already (meetings that have been called): they are used as they come, the others are found around them
 * @throws Senseless for input without sense, and `nothingAllowed` when no day is to be had for 400 days
 */
export function cadence(input: CadenceInput, fixed: readonly string[] = []): CadenceResult {
  const problem = readProblem(input)
  const { dates, late } = chooseDates(problem, fixed.map(toDay).filter((day) => day >= problem.today).toSorted((a, b) => a - b))
  const state = problem.duties.map((duty) => ({ duty, ...plannedDue(problem, duty) }))
  const idsWith = (what: 'overdue' | 'tight'): string[] => state.flatMap((one) => (one[what] ? [one.duty.id] : []))
  return {
    meetings: servedOn(problem.duties, dates).map(({ date, serves }) => ({ date: fromDay(date), serves })),
    overdue: idsWith('overdue'),
    tight: idsWith('tight'),
    late: late.map((one) => ({ id: one.id, due: fromDay(one.due), servedOn: fromDay(one.servedOn) })),
    joint: dates.length,
    separate: problem.duties.reduce((sum, duty) => sum + chooseDates({ ...problem, duties: [duty] }, []).dates.length, 0),
  }
}

/**
 * What given dates would mean, whoever chose them: who comes when, and who would come too late, until the horizon's end (and one who then
 * never came: `servedOn` null).
 */
export function judge(input: CadenceInput, days: readonly string[]): {
  meetings: CadenceResult['meetings']
  late: { id: string; due: string; servedOn: string | null }[]
} {
  const problem = readProblem(input)
  const dates = [...new Set(days)].map(toDay).toSorted((a, b) => a - b)
  const meetings = servedOn(problem.duties, dates)
  return {
    meetings: meetings.map(({ date, serves }) => ({ date: fromDay(date), serves })),
    late: problem.duties.flatMap((duty) => lateAmong(problem, duty, attended(duty, dates))),
  }
}

type LateDay = { id: string; due: Day; servedOn: Day }

/** The dates one after another, and what each is too late for. */
function chooseDates(problem: Problem, fixed: readonly Day[]): { dates: Day[]; late: LateDay[] } {
  const { today, horizonEnd } = problem
  let open = problem.duties.flatMap((duty) => (duty.due === null ? [] : [{ duty, due: duty.due, planned: plannedDue(problem, duty).planned }]))
  const dates: Day[] = []
  const late: LateDay[] = []
  let next = 0
  while (open.length > 0) {
    const earliest = open.reduce((least, one) => Math.min(least, one.planned), Infinity)
    const before = dates.at(-1)
    const standing = fixed[next]
    if (earliest > horizonEnd && standing === undefined) break
    const found = earliest > horizonEnd ? Infinity : dayFor(problem, earliest, before, standing)
    const date = standing === undefined ? found : Math.min(standing, found)
    if (date === standing) next += 1
    for (const { duty, due } of open) if (today <= due && due < date && due <= horizonEnd) late.push({ id: duty.id, due, servedOn: date })
    dates.push(date)
    const after = afterDate(date)
    open = open.flatMap(({ duty }) => {
      if (!duty.every) return []
      const due = after(duty.every)
      return [{ duty, due, planned: Math.max(today, problem.slack?.before(due) ?? due) }]
    })
  }
  return { dates, late }
}

/** As dayFor below; a date that stands already makes a day beyond it needless, so that none is looked for. */
function dayFor(problem: Problem, planned: Day, before: Day | undefined, standing: Day | undefined): Day {
  if (standing !== undefined && standing <= planned) return standing
  return allowedDay(problem, planned, before)
}

/** Many obligations share an interval: it is counted once for a date. */
function afterDate(date: Day): (every: NonNullable<Duty['every']>) => Day {
  const known = new Map<string, Day>()
  return (every) => {
    const due = known.get(every.key) ?? every.after(date)
    known.set(every.key, due)
    return due
  }
}

/** The first due date as it is planned: the slack earlier, never before today; today when it was due before. */
function plannedDue({ today, slack }: Problem, { due }: Duty): { planned: Day; overdue: boolean; tight: boolean } {
  if (due === null) return { planned: Infinity, overdue: false, tight: false }
  const planned = slack?.before(due) ?? due
  return { planned: Math.max(today, planned), overdue: due < today, tight: planned < today && due >= today }
}

/** The latest allowed day on or before the planned due; where there is none, the first after it. */
function allowedDay(problem: Problem, planned: Day, before: Day | undefined): Day {
  const first = before === undefined ? problem.today : Math.max(problem.today, before + 1, problem.minGap?.after(before) ?? 0)
  for (let day = planned; day >= first; ) {
    const step = hindered(problem, day)
    if (!step) return day
    day = step.from - 1
  }
  for (let day = Math.max(planned + 1, first); day <= planned + FARTHEST; ) {
    const step = hindered(problem, day)
    if (!step) return day
    day = step.to + 1
  }
  throw new Senseless('nothingAllowed', `no day is allowed for ${FARTHEST} days after ${fromDay(planned)}`)
}

/** The blocked range or weekend day in the way. */
function hindered({ blocked, weekdaysOnly }: Problem, day: Day): { from: Day; to: Day } | undefined {
  return rangeAt(blocked, day) ?? (weekdaysOnly && isWeekend(day) ? { from: day, to: day } : undefined)
}

/** Who comes on which date; ids in the order of the input. */
function servedOn(duties: readonly Duty[], dates: readonly Day[]): { date: Day; serves: string[] }[] {
  const meetings = dates.map((date) => ({ date, serves: [] as string[] }))
  const byDate = new Map(meetings.map((meeting) => [meeting.date, meeting]))
  for (const duty of duties) for (const { date } of attended(duty, dates)) byDate.get(date)?.serves.push(duty.id)
  return meetings
}

/** The dates on which an obligation is served: the last on or before its due date, else the next; and so on from there. */
function attended(duty: Duty, dates: readonly Day[]): { due: Day; date: Day }[] {
  const visits: { due: Day; date: Day }[] = []
  let due = duty.due
  for (let i = 0; due !== null && i < dates.length; i += 1) {
    while ((dates[i + 1] ?? Infinity) <= due) i += 1
    const date = dates[i]
    if (date === undefined) break
    visits.push({ due, date })
    due = duty.every?.after(date) ?? null
  }
  return visits
}

function lateAmong({ today, horizonEnd }: Problem, duty: Duty, visits: { due: Day; date: Day }[]): { id: string; due: string; servedOn: string | null }[] {
  const late = visits
    .filter(({ due, date }) => today <= due && due < date && due <= horizonEnd)
    .map(({ due, date }) => ({ id: duty.id, due: fromDay(due), servedOn: fromDay(date) }))
  const last = visits.at(-1)
  const open = last ? (duty.every?.after(last.date) ?? null) : duty.due
  const never = open !== null && open <= horizonEnd ? [{ id: duty.id, due: fromDay(Math.max(open, today)), servedOn: null }] : []
  return [...late, ...never]
}
