import { z } from 'zod'
import type { Words } from '#app/catalogue/pack-item.ts'
import { Id } from '#app/families/families.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addMonths, endOfMonth, startOfMonth } from '#app/platform/time/plain-date.ts'
import type { Attended } from '#app/progression/attended.ts'
import { attendedOf, membersOf } from '#app/progression/queries.server.ts'
import { Month } from '#app/progression/registration.ts'
import { spellsOf, supportStatusesOf } from '#app/spells/queries.server.ts'
import { writing } from '#app/spells/rights.server.ts'
import { spellName } from '#app/spells/spell-words.ts'
import { challengeKinds, challengesOf } from './challenge-queries.server.ts'
import { type Challenge, notYetKept } from './challenges.ts'

export type Doing = { id: number; shelfId: number; what: string; place: string; minutesPerWeek: number | null; takesPart: number[] }
/** One member's month as the evaluation asks about it. */
export type MemberMonth = { person: { id: number; name: string }; challenges: Challenge[]; activities: Doing[]; absence: (Attended & { name: Words })[] }
export type ChallengesPage = {
  caseId: number
  today: string
  month: string
  months: string[]
  members: MemberMonth[]
  kinds: { code: string; label: Words; current: boolean }[]
  /** How many of last month's are not written for this month. */
  toKeep: number
  may: { write: boolean }
}
const MONTHS = 12

/** Challenges, activities and absence of a month, member by member (PROG-34). */
export const readChallenges = query({
  event: 'attendance.read-challenges',
  input: z.object({ caseId: Id, month: Month.nullable() }),
  case: ({ caseId }) => caseId,
  may: async (tx, _, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  async run(tx, ctx, { caseId, month: wanted }): Promise<ChallengesPage & { shelfIds: number[] }> {
    const now = startOfMonth(ctx.today)
    const month = wanted ?? addMonths(now, -1)
    const people = await membersOf(tx, caseId, ctx.today)
    const both = await challengesOf(tx, caseId, { from: addMonths(month, -1), until: month })
    const challenges = both.filter((c) => c.month === month)
    const attended = (await attendedOf(tx, caseId, month)).filter((a) => a.month === month)
    const spells = await spellsOf(tx, caseId)
    const statuses = await supportStatusesOf(tx, caseId, ctx.today)
    const activities = await activitiesIn(tx, caseId, month)
    const nameOf = (a: Attended): Words => {
      const spell = spells.find((s) => s.id === a.spellId)
      return spell ? { da: spellName('da', spell, statuses), en: spellName('en', spell, statuses) } : { da: '', en: '' }
    }
    return {
      caseId,
      today: ctx.today,
      month,
      months: Array.from({ length: MONTHS }, (_, back) => addMonths(now, -back)),
      members: people.map(({ id, name }) => ({
        person: { id, name },
        challenges: challenges.filter((c) => c.personId === id),
        activities: activities.filter((a) => a.takesPart.includes(id)),
        absence: attended.filter((a) => a.personId === id).map((a) => ({ ...a, name: nameOf(a) })),
      })),
      kinds: await challengeKinds(tx, caseId, ctx.today),
      toKeep: notYetKept(both.filter((c) => c.month < month), challenges).length,
      may: { write: (await writing(tx, ctx, caseId)).coordination },
      shelfIds: [...new Set([...challenges, ...attended, ...activities].map((r) => r.shelfId))],
    }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.members.map((m) => m.person.id), shelfIds: r.shelfIds }),
})

/** The plan's activities that lay within the month; the plan owns the table, here it is only read. */
async function activitiesIn(tx: Tx, caseId: number, month: string): Promise<Doing[]> {
  const rows = await tx
    .selectFrom('activity')
    .select(['id', 'shelf_id', 'what', 'offer', 'place', 'minutes_per_week', 'takes_part'])
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .where('start_on', '<=', endOfMonth(month))
    .where((e) => e.or([e('end_on', 'is', null), e('end_on', '>=', month)]))
    .where((e) => e.or([e('dropped_on', 'is', null), e('dropped_on', '>=', month)]))
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ id: r.id, shelfId: r.shelf_id, what: r.what || r.offer, place: r.place, minutesPerWeek: r.minutes_per_week, takesPart: r.takes_part }))
}
