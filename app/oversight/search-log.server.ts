import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#app/platform/command.server.ts'
import { searchTermAad } from '#app/families/search-families.server.ts'
import { cprHash } from '#app/platform/cpr/cpr-column.server.ts'
import { readCpr } from '#app/platform/cpr/cpr.ts'
import { CannotDecrypt, decrypt, encrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys } from '#app/platform/crypto/keys.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'

const optionalText = z.string().trim().max(100).optional().transform((text) => (text === '' ? undefined : text))

/** At least one of family, person and colleague; or a period alone. Both days inclusive. */
const SearchLog = z.object({
  /** The number of a case. */
  number: optionalText,
  cpr: optionalText.refine((text) => text === undefined || readCpr(text) !== null, said({ da: 'Skriv hele CPR-nummeret, ti cifre', en: 'Write the whole CPR number, ten digits' })),
  username: optionalText,
  from: PlainDate,
  until: PlainDate,
}).refine((s) => s.from <= s.until, said({ da: 'Til skal være samme dag eller senere', en: 'Until must be the same day or later' }, ['until']))

export type LogRow = {
  seq: number; at: string; actorKind: string; actor: string | null; event: string; outcome: 'done' | 'refused'; number: string | null; personIds: number[]; bases: string[]
  /** What was searched for; null when the row is no search. */
  searched: string | null
}
type Row = Omit<LogRow, 'actorKind' | 'personIds' | 'searched'> & { actor_kind: string; case_id: number | null; person_ids: number[]; details: unknown; search_terms: Buffer | null }

/** At most so many rows, the newest; the page says when there are more. */
export const longestLog = 200

export const mayAudit = async (tx: Tx): Promise<boolean> =>
  (await sql<{ yes: boolean }>`select access.holds('{auditor}') as yes`.execute(tx)).rows[0]?.yes === true

/** The auditor looks into the log of the municipality. What was looked for is itself in the log, encrypted. */
export const searchLog = query({
  event: 'oversight.search-log',
  input: SearchLog,
  may: mayAudit,
  async run(tx, ctx, s): Promise<{ rows: LogRow[]; more: boolean; caseIds: number[]; municipalityId: number }> {
    const digits = s.cpr === undefined ? null : (readCpr(s.cpr)?.digits ?? null)
    const { rows } = await sql<Row>`select * from access.search_audit(${s.number ?? null}, ${digits === null ? null : cprHash(digits)}, ${s.username ?? null}, ${s.from}::date, ${s.until}::date,
      ${longestLog + 1})`.execute(tx)
    return {
      rows: rows.slice(0, longestLog).map((r) => shown(r, ctx.municipalityId)), more: rows.length > longestLog,
      caseIds: [...new Set(rows.flatMap((r) => (r.case_id === null ? [] : [r.case_id])))], municipalityId: ctx.municipalityId,
    }
  },
  concerns: (s, { rows, caseIds, municipalityId }) => ({
    personIds: rows.flatMap((r) => r.personIds), caseId: caseIds.length === 1 ? caseIds[0] ?? null : null, bases: ['auditor'], details: { rows: rows.length },
    searchTerms: encrypt(keys().cprKeys, [s.number, s.cpr, s.username, s.from, s.until].filter((x) => x !== undefined).join(' · '), searchTermAad(municipalityId)),
  }),
})

function shown(r: Row, municipalityId: number): LogRow {
  return {
    seq: r.seq, at: r.at, actorKind: r.actor_kind, actor: r.actor, event: r.event, outcome: r.outcome, number: r.number, personIds: r.person_ids, bases: r.bases,
    searched: r.search_terms ? opened(r.search_terms, municipalityId) : null,
  }
}

/** Terms under a key that is gone stay closed; the row is still shown. */
function opened(terms: Buffer, municipalityId: number): string {
  try {
    return decrypt(keys().cprKeys, terms, searchTermAad(municipalityId))
  } catch (error) {
    if (error instanceof CannotDecrypt) return '–'
    throw error
  }
}
