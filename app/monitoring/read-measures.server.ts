import { z } from 'zod'
import { projectsWithRole } from '#app/intake/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { PAGE } from './read-project.server.ts'

const Maybe = z.preprocess((v) => (v === '' || v === undefined || v === null ? null : v), z.coerce.number().int().positive().nullable())

export type FamilyMeasures = {
  caseId: number
  number: string
  name: string
  measures: { id: number; what: string; provider: string; sector: string; startOn: string | null; endOn: string | null; minutesPerWeek: number | null; weekly: boolean }[]
}

/**
 * KNOW-02: what runs today in every family of the project, family by family, for the coordinators' meeting. The plan's own activities; a sector's
 * own are its own, and the project manager does not read them.
 */
export const readMeasures = query({
  event: 'monitoring.read-measures',
  input: z.object({ projectId: Maybe, page: z.preprocess((v) => v ?? 1, z.coerce.number().int().min(1).max(10_000).catch(1)) }),
  may: async (tx, ctx) => ctx.actor.kind === 'staff' && (await projectsWithRole(tx, ctx, ['project-manager'])).length > 0,
  run: async (tx, ctx, input) => {
    const mine = await projectsWithRole(tx, ctx, ['project-manager'])
    const project = await tx
      .selectFrom('project')
      .select(['id', 'name'])
      .where('id', 'in', input.projectId === null ? mine : mine.filter((id) => id === input.projectId).concat(0))
      .orderBy('name')
      .executeTakeFirst()
    if (!project) throw new NotFound('project')
    const rows = await tx
      .selectFrom('activity')
      .innerJoin('family_case', (j) => j.onRef('family_case.id', '=', 'activity.case_id').onRef('family_case.municipality_id', '=', 'activity.municipality_id'))
      .select(['activity.id', 'activity.case_id', 'activity.what', 'activity.provider', 'activity.sector', 'activity.start_on', 'activity.end_on', 'activity.minutes_per_week', 'activity.rhythm'])
      .select(['activity.subjects', 'activity.shelf_id', 'family_case.number', 'family_case.name'])
      .where('family_case.project_id', '=', project.id)
      .where('activity.replaced_by', 'is', null)
      .where('activity.dropped_on', 'is', null)
      .where('activity.start_on', '<=', ctx.today)
      .where((e) => e.or([e('activity.end_on', 'is', null), e('activity.end_on', '>=', ctx.today)]))
      .where((e) => e.not(e.exists(e.selectFrom('closure').select('closure.id').whereRef('closure.case_id', '=', 'activity.case_id').where('closure.reopened_at', 'is', null))))
      .orderBy('family_case.name')
      .orderBy('activity.case_id')
      .orderBy('activity.id')
      .execute()
    const families = [...Map.groupBy(rows, (r) => r.case_id)].map(([caseId, list]) => ({ caseId, number: list[0]!.number, name: list[0]!.name, list }))
    const pages = Math.max(1, Math.ceil(families.length / PAGE))
    const page = Math.min(input.page, pages)
    const shown = families.slice((page - 1) * PAGE, page * PAGE)
    return {
      today: ctx.today,
      project,
      total: families.length,
      running: rows.length,
      page,
      pages,
      families: shown.map(({ list, ...f }): FamilyMeasures => ({
        ...f,
        measures: list.map((r) => ({
          id: r.id,
          what: r.what,
          provider: r.provider,
          sector: r.sector,
          startOn: r.start_on,
          endOn: r.end_on,
          minutesPerWeek: r.minutes_per_week,
          weekly: r.rhythm === 'weekly',
        })),
      })),
      seen: shown.map((f) => ({ caseId: f.caseId, personIds: [...new Set(f.list.flatMap((r) => r.subjects))], shelfIds: [...new Set(f.list.map((r) => r.shelf_id))] })),
    }
  },
  concerns: (_, r) => r.seen,
})
