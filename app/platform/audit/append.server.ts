import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { inTransaction, type Tx } from '../db.server.ts'

/** What an audit row is about: ids only, never text. `shelfIds` are those of the records seen or changed: who may read them all may see the row. */
export type Concerns = {
  caseId?: number | null
  personIds: number[]
  shelfIds?: number[]
  /** The basis a read rested on; computed from the shelves when left out. */
  bases?: string[]
  /** Encrypted for the auditor role. */
  searchTerms?: Uint8Array
  /** Ids and codes only. */
  details?: Record<string, number | string | boolean | null | (number | string)[]>
}

/** Appends the row to the municipality's chain. The last statement of the transaction: the chain's head is locked from here to the commit. */
export async function appendAudit(tx: Tx, ctx: Context, event: string, c: Concerns, outcome: 'done' | 'refused' = 'done'): Promise<void> {
  const shelves = [...new Set(c.shelfIds ?? [])]
  await sql`select access.append_audit(${event}, ${outcome}, ${c.caseId ?? null}, ${[...new Set(c.personIds)]}::bigint[], ${shelves}::bigint[],
    ${c.bases ?? null}::text[], ${JSON.stringify(c.details ?? {})}::jsonb, ${c.searchTerms ? Buffer.from(c.searchTerms) : null}, ${ctx.requestId ?? null})`.execute(tx)
}

/** A refusal stays in the log although its transaction was undone. */
export async function logRefusal(ctx: Context, event: string, caseId: number | null): Promise<void> {
  await inTransaction(ctx, null, (tx, inner) => appendAudit(tx, inner, event, { caseId, personIds: [], bases: [] }, 'refused'))
}
