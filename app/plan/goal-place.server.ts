import { sql } from 'kysely'
import type { Tx } from '#app/platform/db.server.ts'
import { wrong } from './rights.server.ts'

/**
 * Where a goal stands: its level follows from its parent, no deeper than the pack says (PLAN-06). Parent and hope must be visible in this case: an id from elsewhere
 * says the same as one that does not exist.
 */
export async function goalPlace(
  tx: Tx,
  caseId: number,
  wanted: { parentId: number | null; hopeId: number | null },
  levels: number,
): Promise<{ level: number; parent_id: number | null; hope_id: number | null }> {
  if (wanted.hopeId !== null) {
    const hope = await tx
      .selectFrom('hope')
      .select('id')
      .where('id', '=', wanted.hopeId)
      .where('case_id', '=', caseId)
      .where('replaced_by', 'is', null)
      .executeTakeFirst()
    if (!hope) throw wrong('hopeId', 'otherHope')
  }
  if (wanted.parentId === null) return { level: 1, parent_id: null, hope_id: wanted.hopeId }
  const parent = await tx
    .selectFrom('goal')
    .select('level')
    .where('id', '=', wanted.parentId)
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .where('dropped_on', 'is', null)
    .executeTakeFirst()
  if (!parent) throw wrong('parentId', 'otherGoal')
  if (parent.level >= levels) throw wrong('parentId', 'tooDeep')
  return { level: parent.level + 1, parent_id: wanted.parentId, hope_id: wanted.hopeId }
}

/**
 * Takes the steps of a goal along to its new place, however many of them the writer sees.
 * @throws Invalid at `parentId` when it would stand under itself, or its steps too deep
 */
export async function moveSteps(tx: Tx, goalId: number, parentId: number | null, levels: number): Promise<void> {
  const { rows } = await sql<{ answer: string }>`select access.move_steps(${goalId}, ${parentId}, ${levels}) as answer`.execute(tx)
  if (rows[0]?.answer === 'circle') throw wrong('parentId', 'underItself')
  if (rows[0]?.answer === 'too-deep') throw wrong('parentId', 'stepsTooDeep')
}

type Stated = { statedName: string; statedSector: string; statedOn: string | null; statedChannel: string }
/** What another sector stated, as columns; all four or none. */
export const statedColumns = (v: Stated) =>
  v.statedName === ''
    ? { stated_by_name: null, stated_by_sector: null, stated_on: null, stated_channel: null }
    : { stated_by_name: v.statedName, stated_by_sector: v.statedSector, stated_on: v.statedOn, stated_channel: v.statedChannel }
