import type { Tx } from '#app/platform/db.server.ts'
import { statedColumns } from './goal-place.server.ts'
import type { Rhythm } from './plan.ts'
import { wrong } from './rights.server.ts'

type Input = {
  what: string
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
  offer_unknown_until: v.offer ? null : v.offerUnknownUntil,
  provider_unknown_until: v.provider ? null : v.providerUnknownUntil,
  start_unknown_until: v.start ? null : v.startUnknownUntil,
  end_unknown_until: v.end || v.rhythm === 'once' ? null : v.endUnknownUntil,
  hours_unknown_until: v.minutesPerWeek ? null : v.hoursUnknownUntil,
})
/** What is written freely, and may name somebody. */
export const activityTexts = (v: { what: string; offer: string; provider: string; place: string }): string[] => [
  v.what,
  v.offer,
  v.provider,
  v.place,
]
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
