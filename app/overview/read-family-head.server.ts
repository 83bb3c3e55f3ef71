import { z } from 'zod'
import { ageOn } from '#app/platform/time/plain-date.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { nextMeetings } from '#app/meetings/queries.server.ts'
import { copenhagenDay, copenhagenTime } from '#app/platform/time/copenhagen.ts'
import { awayOf } from '#app/team/entry.server.ts'
import { familyHeadRows } from './queries.server.ts'

export type FamilyHeadData = {
  caseId: number
  number: string
  name: string
  /** Those of the family first; a parent who lives elsewhere last. */
  people: { id: number; name: string; age: number | null; family: boolean }[]
  coordinators: string[]
  /** People of the municipality assigned to the family today. */
  professionals: number
  /** Intake date (VIS-15), null while the family is in intake. */
  intakeOn: string | null
  sector: string | null
  /** The reader opened the family in an emergency: the instant when that ends (access case 11: marked). */
  emergencyUntil: string | null
  /** The next meeting that the reader may know of */
  next: { id: number; day: string; time: string; shelfId: number; subjects: number[] } | null
  /** The coordinator is away just now. */
  away: { name: string; what: string | null; until: string | null; by: string | null } | null
}

/** The head of every page of a family: names, ages, coordinators; what access rule 3c gives every assigned person. */
export const readFamilyHead = query({
  event: 'overview.family-head',
  input: z.object({ caseId: z.number().int().positive() }),
  case: ({ caseId }) => caseId,
  may: async (tx, _, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  async run(tx, ctx, { caseId }): Promise<FamilyHeadData> {
    const rows = await familyHeadRows(tx, ctx, caseId)
    const [meeting] = await nextMeetings(tx, [caseId])
    return {
      ...rows,
      next: meeting
        ? { id: meeting.id, day: copenhagenDay(meeting.startsAt), time: copenhagenTime(meeting.startsAt), shelfId: meeting.shelfId, subjects: meeting.subjects }
        : null,
      away: await awayOf(tx, ctx, caseId),
      people: rows.people.map((p) => ({
        id: p.id,
        name: p.died === null ? p.first_name : `${p.first_name} †`,
        age: p.born && p.died === null ? ageOn(p.born, ctx.today) : null,
        family: p.family,
      })),
    }
  },
  concerns: ({ caseId }, result) => [
    { caseId, personIds: result.people.filter((p) => p.family).map((p) => p.id), bases: ['household-names'] },
    ...(result.next ? [{ caseId, personIds: result.next.subjects, shelfIds: [result.next.shelfId] }] : []),
  ],
})
