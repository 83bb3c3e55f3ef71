import { z } from 'zod'
import { Id } from '#app/families/families.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { rightsOf } from '#app/plan/queries.server.ts'
import { attainedOn, type Attained, attainmentOver, type GoalScale } from './attainment.ts'
import { goalScalesOf } from './attainment-queries.server.ts'
import { personsOf } from './queries.server.ts'

export type AttainmentPage = {
  caseId: number
  today: string
  /** Every goal of the plan that the reader sees, with its scale if it has one; `mine`: the reader may write about it. */
  goals: { id: number; title: string; about: string[]; mine: boolean; scale: GoalScale | null }[]
  now: Attained | null
  over: Attained[]
}

/** The goals of the plan with their five levels, and how far they are together. */
export const readAttainment = query({
  event: 'instruments.read-attainment',
  input: z.object({ caseId: Id }),
  case: ({ caseId }) => caseId,
  may: async (tx, _, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  async run(tx, ctx, { caseId }): Promise<AttainmentPage & { shelves: number[]; subjects: number[] }> {
    const rights = await rightsOf(tx, ctx, caseId)
    const people = await personsOf(tx, caseId, ctx.today)
    const rows = await tx.selectFrom('goal').select(['id', 'title', 'sector', 'subjects', 'shelf_id']).where('case_id', '=', caseId).where('replaced_by', 'is', null).where('dropped_on', 'is', null).where('title', '<>', '').orderBy('id').execute()
    const scales = await goalScalesOf(tx, caseId)
    return {
      caseId,
      today: ctx.today,
      goals: rows.map((g) => ({
        id: g.id,
        title: g.title,
        about: people.filter((p) => g.subjects.includes(p.id)).map((p) => p.name),
        mine: rights.staff && rights.writes && rights.sectors.includes(g.sector),
        scale: scales.find((s) => s.goalId === g.id) ?? null,
      })),
      now: attainedOn(scales, ctx.today),
      over: attainmentOver(scales),
      shelves: [...new Set([...rows.map((r) => r.shelf_id), ...scales.flatMap((s) => [s.shelfId, ...s.ratings.map((r) => r.shelfId)])])],
      subjects: [...new Set(rows.flatMap((r) => r.subjects))],
    }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: r.shelves }),
})
