import { sql } from 'kysely'
import { type May, reachesCase } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { hasProjectRole } from './queries.server.ts'

/* Who may do what in intake (the verbs table of the access rules). A case that is not there for the actor is 'not-found'. */

async function isInList(tx: Tx, list: 'team_write' | 'ledger', caseId: number): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean | null }>`select ${caseId} = any (access.ids(${list})) as yes`.execute(tx)
  return rows[0]?.yes === true
}
/** Decide intake: the intake team of the project, while the case is in intake. */
export async function mayDecide(tx: Tx, caseId: number): Promise<May> {
  if (!(await reachesCase(tx, caseId))) return 'not-found'
  const { rows } = await sql<{ yes: boolean }>`select access.decides_intake(${caseId}) as yes`.execute(tx)
  return rows[0]?.yes === true
}
/** Appoint coordinators: the project manager. */
export async function mayAppoint(tx: Tx, ctx: Context, caseId: number): Promise<May> {
  if (!(await reachesCase(tx, caseId))) return 'not-found'
  return hasProjectRole(tx, ctx, caseId, 'project-manager')
}
/** Add or end other assignments: the project manager and the coordinator. */
export async function mayManageTeam(tx: Tx, caseId: number): Promise<May> {
  if (!(await reachesCase(tx, caseId))) return 'not-found'
  return isInList(tx, 'team_write', caseId)
}
/** See the whole case's facts: coordination staff, intake team, project manager. */
export const seesLedger = (tx: Tx, caseId: number): Promise<boolean> => isInList(tx, 'ledger', caseId)

/** The reassessment of a family that is not decided yet (VIS-12). */
export const openReassessmentOf = (tx: Tx, caseId: number) =>
  tx
    .selectFrom('reassessment')
    .select(['id', 'screening_id', 'opened_on'])
    .where('case_id', '=', caseId)
    .where('decided_on', 'is', null)
    .where('replaced_by', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
/** Answer the criteria of a family with a place: the project manager while a reassessment is open. */
export async function mayReassess(tx: Tx, ctx: Context, caseId: number): Promise<May> {
  const leads = await mayAppoint(tx, ctx, caseId)
  return leads === true ? (await openReassessmentOf(tx, caseId)) !== undefined : leads
}
