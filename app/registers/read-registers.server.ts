import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Words } from '#app/catalogue/pack-item.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { projectsWithRole } from '#app/intake/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'

export const MaybeProject = z.preprocess((v) => (v === '' || v === undefined || v === null ? null : v), z.coerce.number().int().positive().nullable())
export type Project = { id: number; name: string }
const SHOWN = 10

/** The actor's projects, and the one asked for or the first by name. @throws NotFound when it is not theirs */
export async function theProject(tx: Tx, ctx: Context, wanted: number | null): Promise<{ project: Project; projects: Project[] }> {
  const mine = await projectsWithRole(tx, ctx, ['project-manager'])
  const projects = mine.length === 0 ? [] : await tx.selectFrom('project').select(['id', 'name']).where('id', 'in', mine).orderBy('name').orderBy('id').execute()
  const project = wanted === null ? projects[0] : projects.find((p) => p.id === wanted)
  if (!project) throw new NotFound('project')
  return { project, projects }
}
export const leadsAProject = async (tx: Tx, ctx: Context) => ctx.actor.kind === 'staff' && (await projectsWithRole(tx, ctx, ['project-manager'])).length > 0

export type MappingChoice = { code: string; label: Words; columns: string[]; verified: boolean; note: Words | null }
export type EarlierImport = { id: number; register: Words; fileName: string; at: string; by: string | null; rows: number; bad: number; unknown: number; written: number; replaced: number; unchanged: number; kept: number }

/** The files that a project's pack can read, and what was taken before. No person stands here. */
export const readRegisters = query({
  event: 'registers.read',
  input: z.object({ projectId: MaybeProject }),
  may: leadsAProject,
  run: async (tx, ctx, { projectId }) => {
    const { project, projects } = await theProject(tx, ctx, projectId)
    const pack = await projectPack(tx, project.id)
    const mappings = inForce(pack.registerMappings, ctx.today).map((m): MappingChoice => ({
      code: m.code, label: m.label, columns: Object.values(m.columns).map((c) => c[0] ?? ''), verified: m.verified, note: m.note ?? null,
    }))
    const rows = await tx
      .selectFrom('register_import as i')
      .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'i.imported_by').onRef('s.municipality_id', '=', 'i.municipality_id'))
      .select(['i.id', 'i.mapping', 'i.file_name', 'i.imported_at', 's.name', 'i.row_count', 'i.bad', 'i.unknown', 'i.written', 'i.replaced', 'i.unchanged', 'i.kept'])
      .where('i.project_id', '=', project.id)
      .orderBy('i.id', 'desc')
      .limit(SHOWN)
      .execute()
    const labelOf = (code: string): Words => pack.registerMappings.find((m) => m.code === code)?.label ?? { da: code, en: code }
    const earlier = rows.map((r): EarlierImport => ({
      id: r.id, register: labelOf(r.mapping), fileName: r.file_name, at: r.imported_at, by: r.name, rows: r.row_count, bad: r.bad, unknown: r.unknown, written: r.written, replaced: r.replaced,
      unchanged: r.unchanged, kept: r.kept,
    }))
    return { project, projects, mappings, earlier, targets: inForce(pack.exportTargets, ctx.today).length }
  },
  concerns: () => ({ personIds: [], bases: [] }),
})
