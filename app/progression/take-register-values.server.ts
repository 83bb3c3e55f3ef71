import { sql } from 'kysely'
import type { Tx } from '#app/platform/db.server.ts'
import type { Answer } from './indicators.ts'

/** One value of a register. `source`: file, row and import. `over`: the typed value that it was chosen to replace. */
export type RegisterValue = Answer & { n: number; case: number; person: number; indicator: string; month: string; source: string; over: number | null }
/** before: the family had not begun. updated: a register or a kept value said otherwise. differs: somebody typed something else, which stands. replaced: that was chosen. */
export type TakenOutcome = 'before' | 'same' | 'new' | 'updated' | 'differs' | 'replaced'
/** `standing`: the value that stood; `shelf`: where the new one lies. */
export type TakenValue = { n: number; outcome: TakenOutcome; standing: number | null; shelf: number | null }

/**
 * Takes the values of a register into months (PROG-02), open or closed: one statement, however many. A value that somebody typed stands unless it was chosen to be replaced.
 * @param write false: only says what would happen
 * @throws the database's refusal when a case is not of the project or the actor may not
 */
export async function takeRegisterValues(tx: Tx, projectId: number, values: readonly RegisterValue[], write: boolean): Promise<TakenValue[]> {
  if (values.length === 0) return []
  const { rows } = await sql<TakenValue>`select n, outcome, standing, shelf from access.take_register_values(${projectId}, ${JSON.stringify(values)}::jsonb, ${write})`.execute(tx)
  return rows
}
