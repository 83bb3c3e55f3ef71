import { sql } from 'kysely'
import { z } from 'zod'
import type { Pack } from '#app/catalogue/pack.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { projectsWithRole } from '#app/intake/queries.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'

/** `?projekt=`: an id, or nothing for the first of one's projects. */
export const MaybeProject = z.preprocess((v) => (v === '' || v === undefined || v === null ? null : v), z.coerce.number().int().positive().nullable())
/** `?side=`. */
export const PageNumber = z.preprocess((v) => (v === '' || v === undefined || v === null ? 1 : v), z.coerce.number().int().min(1).max(10_000).catch(1))

export const leadsAProject = async (tx: Tx, ctx: Context): Promise<boolean> => ctx.actor.kind === 'staff' && (await projectsWithRole(tx, ctx, ['project-manager'])).length > 0

export type TheProject = { project: { id: number; name: string }; projects: { id: number; name: string }[]; pack: Pack }
/** The project that the actor leads: the one asked for, or the first by name. @throws NotFound when it is not theirs */
export async function theProject(tx: Tx, ctx: Context, wanted: number | null): Promise<TheProject> {
  const mine = await projectsWithRole(tx, ctx, ['project-manager'])
  const projects = mine.length === 0 ? [] : await tx.selectFrom('project').select(['id', 'name']).where('id', 'in', mine).orderBy('name').orderBy('id').execute()
  const project = wanted === null ? projects[0] : projects.find((p) => p.id === wanted)
  if (!project) throw new NotFound('project')
  return { project, projects, pack: await projectPack(tx, project.id) }
}

/** A family that has, or has had, a place. Plain dates; `leftOn` null while it is there. */
export type PlacedFamily = { caseId: number; number: string; name: string; intakeOn: string; leftOn: string | null; leftReason: string | null; coordinator: string | null }
/** Never a family that does not exist for the reader (`access.project_facts`). */
export async function placedFamilies(tx: Tx, projectId: number): Promise<PlacedFamily[]> {
  const { rows } = await sql<PlacedFamily>`select case_id as "caseId", number, name, intake_on as "intakeOn", case when reopened_on is null then closed_on end as "leftOn",
    case when reopened_on is null then closed_reason end as "leftReason", coordinator
    from access.project_facts(${projectId}) where decision = 'accepted' and intake_on is not null`.execute(tx)
  return rows
}
