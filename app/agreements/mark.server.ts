import { sql } from 'kysely'
import { rightsOf } from '#app/plan/queries.server.ts'
import { Conflict, type Context, Forbidden, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type Agreement, mayMark, needsWord } from './agreement.ts'
import { findAgreement } from './queries.server.ts'
import { asMarker, wrong } from './rights.server.ts'

type Asked = { caseId: number; agreementId: number; seenRevision: number; channel?: string | null; saidOn?: string | null }
type Marked = { how: 'kept' | 'postponed' | 'dropped' | 'undo'; on?: string | null; due?: string; reason?: string }
export type AfterMark = { id: number; revision: number; shelfId: number; subjects: number[] }

/**
 * Says what became of an agreement. Whose it is ticks it, whoever wrote it down; staff who tick for the family say how and when it was told.
 * @throws NotFound, Forbidden, Invalid, Conflict 'stale'
 */
export async function mark(tx: Tx, ctx: Context, input: Asked, marked: Marked): Promise<AfterMark> {
  const found = await findAgreement(tx, input.caseId, input.agreementId)
  if (!found) throw new NotFound('agreement')
  const who = asMarker(ctx, await rightsOf(tx, ctx, input.caseId))
  if (!mayMark(found, who)) throw new Forbidden('agreement')
  const word = needsWord(found, who) && marked.how !== 'undo'
  if (word && (!input.channel || !input.saidOn)) throw wrong('channel', 'onlyOnBehalf')
  const told = word ? { channel: input.channel, saidOn: input.saidOn } : {}
  const { rows } = await sql<{ revision: number | null }>`select access.mark_agreement(${found.id}, ${input.seenRevision},
    ${JSON.stringify({ ...marked, ...told })}::jsonb) as revision`.execute(tx)
  const revision = rows[0]?.revision ?? null
  if (revision === null) throw new Conflict('stale', { mine: marked, theirs: shown(found) })
  return { id: found.id, revision, shelfId: found.shelfId, subjects: found.subjects }
}
const shown = (a: Agreement) => ({ revision: a.revision, what: a.what, dueOn: a.dueOn, keptOn: a.keptOn })

/** Whom and what the audit row of a mark is about. */
export const concernsAgreement = ({ caseId }: { caseId: number }, r: AfterMark) => ({
  caseId,
  personIds: r.subjects,
  shelfIds: [r.shelfId],
  details: { agreement: r.id },
})
