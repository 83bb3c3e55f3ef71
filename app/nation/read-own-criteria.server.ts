import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { smallestGroup } from '#app/catalogue/pack-values.ts'
import { query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { criteria } from './nation.ts'
import { managedProjects, sumsAfter } from './queries.server.ts'
import { AfterMonths, monthsShown } from './read-nation.server.ts'

const MaybeProject = z.preprocess((v) => (v === '' || v === undefined || v === null ? null : v), z.coerce.number().int().positive().nullable())

/** The same criteria of the manager's own project, as its pack names them; the smallest group is that of a project manager. @throws NotFound when the project is not theirs */
export const readOwnCriteria = query({
  event: 'nation.read-own',
  input: z.object({ after: AfterMonths, projectId: MaybeProject.default(null) }),
  may: async (tx, ctx) => (await managedProjects(tx, ctx)).length > 0,
  run: async (tx, ctx, { after: asked, projectId }) => {
    const projects = await managedProjects(tx, ctx)
    const project = projectId === null ? projects[0] : projects.find((p) => p.id === projectId)
    if (!project) throw new NotFound('project')
    const after = await monthsShown(tx, asked, { projectId: project.id })
    const pack = await projectPack(tx, project.id)
    const k = smallestGroup(pack, 'projectManager', ctx.today)
    return { after, project, projects, smallest: k, criteria: criteria(inForce(pack.indicators, ctx.today), inForce(pack.scales, ctx.today), await sumsAfter(tx, after, { projectId: project.id }), k) }
  },
  concerns: (_, r) => ({ personIds: [], bases: ['project'], details: { after: r.after, project: r.project.id } }),
})
