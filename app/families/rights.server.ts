import { sql } from 'kysely'
import { type May, reachesCase } from '#app/platform/command.server.ts'
import type { Tx } from '#app/platform/db.server.ts'

/** May the actor change who is who in this family: coordination on the case, the intake team while it is in intake, the project manager. */
export async function mayChangePeople(tx: Tx, caseId: number): Promise<May> {
  if (!(await reachesCase(tx, caseId))) return 'not-found'
  return changesPeople(tx, caseId)
}
export async function changesPeople(tx: Tx, caseId: number): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select access.may_change_people(${caseId}) as yes`.execute(tx)
  return rows[0]?.yes === true
}
/** May the actor read what they see of this family. */
export const mayRead = async (tx: Tx, caseId: number): Promise<May> => ((await reachesCase(tx, caseId)) ? true : 'not-found')

/** May the actor set and lift shields here: the coordinators of the case, a child-protection role that reaches it. */
export async function shields(tx: Tx, caseId: number): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select access.may_shield(${caseId}) as yes`.execute(tx)
  return rows[0]?.yes === true
}
export async function mayShield(tx: Tx, caseId: number): Promise<May> {
  if (!(await reachesCase(tx, caseId))) return 'not-found'
  return shields(tx, caseId)
}
