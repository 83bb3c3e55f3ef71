import { sql } from 'kysely'
import type { Tx } from '#app/platform/db.server.ts'
import { codesOf } from './criteria.ts'
import { type Facts, isCounted, type PointFact, type ProjectGoal } from './goals.ts'

type PointRow = { caseId: number; personId: number; source: PointFact['source']; code: string; list: [number, number, string, number | null, string | null][] }

/** As factsOf, of each measurement only the ends: enough for what is compared with the newest value there is, and light with thousands of families. */
export async function endsOf(tx: Tx, projectId: number, goals: readonly ProjectGoal[]): Promise<Facts> {
  const families = await familiesOf(tx, projectId)
  const points = await sql<PointRow>`select case_id as "caseId", person_id as "personId", source, code, list from access.goal_ends(${projectId}, ${codesOf(goals).indicators})`.execute(tx)
  return { families, spells: [], points: points.rows.flatMap(asPoints) }
}

/**
 * What the goals are counted from: three statements however many families there are. The project's manager gets the families she reaches, the monthly job all without names, everybody
 * else nothing (db/migrations/0550).
 */
export async function factsOf(tx: Tx, projectId: number, goals: readonly ProjectGoal[]): Promise<Facts> {
  const kinds = [...new Set(goals.filter(isCounted).flatMap(({ definition: d }) => ('spells' in d ? d.spells.map((s) => s.kind) : [])))]
  const { indicators, ratings } = codesOf(goals)
  const families = await familiesOf(tx, projectId)
  const spells = await sql<Facts['spells'][number]>`select id, shelf_id as "shelfId", case_id as "caseId", person_id as "personId", kind, status, what, from_on as "from", until_on as until
    from access.goal_spells(${projectId}, ${kinds})`.execute(tx)
  const points = await sql<PointRow>`select case_id as "caseId", person_id as "personId", source, code, list from access.goal_points(${projectId}, ${indicators}, ${ratings})`.execute(tx)
  return { families, spells: spells.rows, points: points.rows.flatMap(asPoints) }
}

async function familiesOf(tx: Tx, projectId: number): Promise<Facts['families']> {
  const { rows } = await sql<Facts['families'][number]>`select case_id as "caseId", coalesce(name, '') as name, intake_on as "intakeOn", left_on as "leftOn", contacts, others, own_goals as "ownGoals", people
    from access.goal_families(${projectId})`.execute(tx)
  return rows
}

const asPoints = ({ list, ...of }: PointRow): PointFact[] => list.map(([id, shelfId, on, value, choice]) => ({ ...of, id, shelfId, on, value, choice }))

export type ActivityFact = { id: number; shelfId: number; caseId: number; people: number[]; kind: string; what: string; from: string; until: string | null }
/** What each member has taken part in. */
export async function activitiesOf(tx: Tx, projectId: number): Promise<ActivityFact[]> {
  const { rows } = await sql<ActivityFact>`select id, shelf_id as "shelfId", case_id as "caseId", people, kind, what, from_on as "from", until_on as until from access.goal_activities(${projectId})`.execute(tx)
  return rows
}
