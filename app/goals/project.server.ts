import { z } from 'zod'
import type { Pack } from '#app/catalogue/pack.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { projectsWithRole } from '#app/intake/queries.server.ts'
import { type Result, resultFor } from '#app/partner-survey/partner-survey.ts'
import { roundsOf } from '#app/partner-survey/queries.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'

export const MaybeProject = z.preprocess((v) => (v === '' || v === undefined || v === null ? null : v), z.coerce.number().int().positive().nullable())
export type Roles = Parameters<typeof projectsWithRole>[2]
export type TheProject = { project: { id: number; name: string }; projects: { id: number; name: string }[]; pack: Pack }

/** The actor's project in one of these roles: the one asked for, or the first by name. @throws NotFound when it is not theirs */
export async function theProject(tx: Tx, ctx: Context, wanted: number | null, roles: Roles): Promise<TheProject> {
  const mine = await projectsWithRole(tx, ctx, roles)
  const projects = await tx.selectFrom('project').select(['id', 'name']).where('id', 'in', mine).orderBy('name').orderBy('id').execute()
  const project = wanted === null ? projects[0] : projects.find((p) => p.id === wanted)
  if (!project) throw new NotFound('project')
  return { project, projects, pack: await projectPack(tx, project.id) }
}

/** Who has none of the roles in any project meets "not found": the page does not exist for them. */
export const holds = async (tx: Tx, ctx: Context, roles: Roles): Promise<true | 'not-found'> => (ctx.actor.kind === 'staff' && (await projectsWithRole(tx, ctx, roles)).length > 0 ? true : 'not-found')

/** GOAL-07: what partners answered in the newest round that is over, with the day it ended; null: none, or too few to tell. */
export type SurveyResult = { on: string; agree: number; n: number; share: Result['share'] }
export async function surveyOf(tx: Tx, projectId: number, today: string): Promise<SurveyResult | null> {
  for (const round of (await roundsOf(tx, projectId, today)).filter((r) => r.over)) {
    const result = resultFor(round, 'GOAL-07')
    if (result) return { on: round.closesOn, agree: result.agree, n: result.n, share: result.share }
  }
  return null
}
