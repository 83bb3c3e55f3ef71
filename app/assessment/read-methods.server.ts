import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { PackItem } from '#app/catalogue/pack.ts'
import { municipalityPack } from '#app/catalogue/queries.server.ts'
import { projectsWithRole } from '#app/intake/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import type { ProjectMethod } from './methods.ts'
import { type Principles, principlesOf, projectMethodsOf } from './methods.server.ts'

/** How one project works: its principles, its methods, and what was chosen with the families the reader may see. */
export type ProjectWay = { id: number; name: string; principles: Principles; methods: ProjectMethod[]; families: { method: string; reason: string; family: string; caseId: number; chosenOn: string }[]; manage: boolean }
export type MethodsPage = {
  today: string
  projects: ProjectWay[]
  catalogue: PackItem<'methods'>[]
  instruments: PackItem<'instruments'>[]
  shelfIds: number[]
  personIds: number[]
}

/** "Sådan arbejder vi", for all staff: principles with the day they were agreed, methods with their reasons, the catalogue, instruments. */
export const readMethods = query({
  event: 'assessment.read-project-methods',
  input: z.object({}),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'staff'),
  run: async (tx, ctx): Promise<MethodsPage> => {
    const pack = await municipalityPack(tx)
    const mine = await projectsWithRole(tx, ctx, ['project-manager'])
    const projects = await tx
      .selectFrom('project')
      .select(['id', 'name'])
      .where('valid_from', '<=', ctx.today)
      .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>=', ctx.today)]))
      .orderBy('id')
      .execute()
    const chosen = await tx
      .selectFrom('method_choice')
      .innerJoin('family_case', 'family_case.id', 'method_choice.case_id')
      .select([
        'method_choice.method', 'method_choice.reason', 'method_choice.chosen_on', 'method_choice.case_id', 'method_choice.shelf_id',
        'method_choice.subjects', 'family_case.name', 'family_case.project_id',
      ])
      .where('method_choice.replaced_by', 'is', null)
      .where('method_choice.ended_on', 'is', null)
      .orderBy('family_case.name')
      .orderBy('method_choice.id')
      .execute()
    const ways: ProjectWay[] = []
    for (const project of projects) {
      ways.push({
        id: project.id,
        name: project.name,
        principles: await principlesOf(tx, ctx, project.id),
        methods: await projectMethodsOf(tx, project.id),
        families: chosen
          .filter((c) => c.project_id === project.id)
          .map((c) => ({ method: c.method, reason: c.reason, family: c.name, caseId: c.case_id, chosenOn: c.chosen_on })),
        manage: mine.includes(project.id),
      })
    }
    return {
      today: ctx.today,
      projects: ways,
      catalogue: inForce(pack.methods, ctx.today),
      instruments: inForce(pack.instruments, ctx.today),
      shelfIds: [...new Set(chosen.map((c) => c.shelf_id))],
      personIds: [...new Set(chosen.flatMap((c) => c.subjects))],
    }
  },
  concerns: (_input, p) => ({ personIds: p.personIds, shelfIds: p.shelfIds }),
})
