import { sql } from 'kysely'
import type { Tx } from '#app/platform/db.server.ts'
import { type Settled, settleSpells, type Standing, type Told } from './register-spells.ts'

/** What was or would be done with each spell, and the shelves written on (none when nothing was). */
export type TakenSpells = { settled: Settled[]; shelves: { caseId: number; personId: number; shelfId: number }[] }

/**
 * Takes what a register says about support and work: two statements, however many rows.
 * @param write false: only says what would happen
 * @throws the database's refusal when a case is not of the project or the actor may not
 */
export async function takeRegisterSpells(tx: Tx, projectId: number, told: Told[], chosen: ReadonlySet<number>, write: boolean): Promise<TakenSpells> {
  const settled = settleSpells(told, await standingSupport(tx, projectId, told), chosen)
  const rows = settled.filter((s) => s.write).map(({ told: t, replaces }) => ({ case: t.caseId, person: t.personId, kind: t.kind, status: t.status, from: t.from, until: t.until, source: t.source, replaces }))
  // The last word about a spell counts: an earlier row may have ended it before a later one did. One of this same file has no number yet.
  const ends = [...new Map(settled.flatMap((s) => s.ends).filter((e) => e.id > 0).map((e) => [e.id, e])).values()].filter((e) => !rows.some((r) => r.replaces === e.id))
  if (!write || rows.length + ends.length === 0) return { settled, shelves: [] }
  const { rows: shelves } = await sql<TakenSpells['shelves'][number]>`select case_id as "caseId", person_id as "personId", shelf as "shelfId"
    from access.take_register_spells(${projectId}, ${JSON.stringify(ends)}::jsonb, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
  return { settled, shelves }
}

async function standingSupport(tx: Tx, projectId: number, told: readonly Told[]): Promise<Standing[]> {
  const people = [...new Set(told.map((t) => t.personId))]
  const { rows } = await sql<Standing>`select id, person_id as "personId", kind, status, started_on as "from", ended_on as "until", source = '' as typed
    from access.register_support(${projectId}, ${people}::bigint[])`.execute(tx)
  return rows
}
