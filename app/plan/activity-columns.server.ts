import type { Tx } from '#app/platform/db.server.ts'
import { statedColumns } from './goal-place.server.ts'
import type { Break, Rhythm } from './plan.ts'
import { wrong } from './rights.server.ts'

type Input = {
  what: string
  measureKind: string
  goalId: number | null
  offer: string
  provider: string
  place: string
  rhythm: Rhythm
  weekdays: number[]
  timeFrom: string | null
  timeTo: string | null
  start: string | null
  end: string | null
  minutesPerWeek: number | null
  takesPart: number[]
  ownMinutes: Record<string, number>
  breaks: Break[]
  travelMinutes: number | null
  afterId: number | null
  needsApproval: boolean
  offerUnknownUntil: string | null
  providerUnknownUntil: string | null
  startUnknownUntil: string | null
  endUnknownUntil: string | null
  hoursUnknownUntil: string | null
  statedName: string
  statedSector: string
  statedOn: string | null
  statedChannel: string
}

/** A form's activity as columns. An answered field is no longer unknown; a single activity has a day and no weekdays. */
export const activityColumns = (v: Input) => ({
  what: v.what,
  measure_kind: v.measureKind,
  goal_id: v.goalId,
  offer: v.offer,
  provider: v.provider,
  place: v.place,
  rhythm: v.rhythm,
  weekdays: v.rhythm === 'once' ? [] : [...new Set(v.weekdays)].toSorted((a, b) => a - b),
  time_from: v.timeFrom,
  time_to: v.timeTo,
  start_on: v.start,
  end_on: v.rhythm === 'once' ? null : v.end,
  minutes_per_week: v.minutesPerWeek,
  travel_minutes: v.travelMinutes,
  // Only of those who take part, and only where it differs.
  own_minutes: JSON.stringify(
    Object.fromEntries(
      Object.entries(v.ownMinutes).filter(
        ([id, minutes]) => minutes !== v.minutesPerWeek && (v.takesPart.length === 0 || v.takesPart.includes(Number(id))),
      ),
    ),
  ),
  breaks: JSON.stringify(v.rhythm === 'once' ? [] : v.breaks.toSorted((a, b) => a.from.localeCompare(b.from))),
  after_id: v.afterId,
  needs_approval: v.needsApproval,
  offer_unknown_until: v.offer ? null : v.offerUnknownUntil,
  provider_unknown_until: v.provider ? null : v.providerUnknownUntil,
  start_unknown_until: v.start ? null : v.startUnknownUntil,
  end_unknown_until: v.end || v.rhythm === 'once' ? null : v.endUnknownUntil,
  hours_unknown_until: v.minutesPerWeek ? null : v.hoursUnknownUntil,
})
/** What is written freely, and may name somebody. */
export const activityTexts = (v: { what: string; offer: string; provider: string; place: string; breaks?: unknown }): string[] => [
  v.what,
  v.offer,
  v.provider,
  v.place,
  ...whysOf(v.breaks),
]
/** The words of breaks, as a form or a row has them. */
const whysOf = (breaks: unknown): string[] =>
  Array.isArray(breaks) ? breaks.flatMap((b: { why?: unknown }) => (typeof b?.why === 'string' ? [b.why] : [])) : []
/** What it comes after is another activity that the writer sees in this case. */
export async function beforeIsThere(tx: Tx, caseId: number, afterId: number | null, self: number | null = null): Promise<void> {
  if (afterId === null) return
  const before = await tx
    .selectFrom('activity')
    .select('id')
    .where('id', '=', afterId)
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .executeTakeFirst()
  if (!before || before.id === self) throw wrong('afterId', 'otherActivity')
}
/** Only the plan's own records say who stated them: another sector's are that sector's word already. */
export const statedIn = (sector: string, v: Input) => (sector === 'coordination' ? statedColumns(v) : {})

/** The goal must be one the writer sees in this case. */
export async function goalIsThere(tx: Tx, caseId: number, goalId: number | null): Promise<void> {
  if (goalId === null) return
  const goal = await tx
    .selectFrom('goal')
    .select('id')
    .where('id', '=', goalId)
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .executeTakeFirst()
  if (!goal) throw wrong('goalId', 'otherGoal')
}
