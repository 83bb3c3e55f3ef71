import { sql } from 'kysely'
import type { z } from 'zod'
import { appendAudit, type Concerns, logRefusal } from './audit/append.server.ts'
import { type Context, Forbidden, Invalid, NotFound } from './context.ts'
import { inTransaction, type Tx } from './db.server.ts'
import { fieldErrors, fieldIssues } from './i18n/field-errors.ts'

/** Refused: false (the actor knows it is there) or 'not-found' (for this actor it does not exist). */
export type May = boolean | 'not-found'

type Part<I, T> = {
  /** Audit event, `slice.verb`. */
  event: string
  /** Narrows the transaction to one family case; everything else is then invisible. */
  case?: (input: I) => number | null | undefined
  may: (tx: Tx, ctx: Context, input: I) => Promise<May>
  /**
   * Who and what it was about; ids only. What the audit log is searched by. A list where one act was about people who may not know of each other
   * (two homes of one case): a row each, so that each sees theirs.
   */
  concerns: (input: I, result: T) => Concerns | Concerns[]
  run: (tx: Tx, ctx: Context, input: I) => Promise<T>
}
export type Verb<In, T> = ((ctx: Context, raw: In) => Promise<T>) & { event: string; input: z.ZodType }

/**
 * The one way to change something: parse, enter the tenant transaction, ask whether the actor may, run, write the audit row, commit.
 * No part can be left out; a failing audit row undoes the change; a refusal is logged in a transaction of its own.
 * @throws Invalid, Forbidden, NotFound, Conflict, SignedOut
 */
export function command<S extends z.ZodType, T>(part: Part<z.output<S>, T> & { input: S }): Verb<unknown, T> {
  return verb(part)
}

/** The one way to read personal data: as `command()`; whose data was seen, and on which basis, is logged. */
export function query<S extends z.ZodType, T>(part: Part<z.output<S>, T> & { input: S }): Verb<unknown, T> {
  return verb(part)
}

function verb<S extends z.ZodType, T>(part: Part<z.output<S>, T> & { input: S }): Verb<unknown, T> {
  const call = async (outer: Context, raw: unknown): Promise<T> => {
    const input = parseInput(part.input, raw)
    const caseId = part.case?.(input) ?? null
    try {
      return await inTransaction(outer, caseId, async (tx, ctx) => {
        const may = await part.may(tx, ctx, input)
        if (may === 'not-found') throw new NotFound(part.event)
        if (!may) throw new Forbidden(part.event)
        const result = await part.run(tx, ctx, input)
        for (const concerned of [part.concerns(input, result)].flat()) await appendAudit(tx, ctx, part.event, concerned)
        return result
      })
    } catch (error) {
      if (error instanceof Forbidden || error instanceof NotFound) await logRefusal(outer, part.event, caseId)
      throw error
    }
  }
  return Object.assign(call, { event: part.event, input: part.input })
}

/** Parses at the door. @throws Invalid with every field and its reason in both languages */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw, { error: fieldErrors('da') })
  if (parsed.success) return parsed.data
  const english = schema.safeParse(raw, { error: fieldErrors('en') })
  const en = english.success ? [] : fieldIssues(english.error)
  throw new Invalid(fieldIssues(parsed.error).map(({ field, message }, i) => ({ field, message: { da: message, en: en[i]?.message ?? message } })))
}

/** Is the case there for this actor? Use as the first question of a `may`. */
export async function reachesCase(tx: Tx, caseId: number): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select ${caseId} = any (access.ids('cases')) as yes`.execute(tx)
  return rows[0]?.yes === true
}
/** May the actor write in the case at all (assignment, intake or project; not break-glass)? The record policies ask the rest. */
export async function writesInCase(tx: Tx, caseId: number): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select ${caseId} = any (access.ids('cases_write')) as yes`.execute(tx)
  return rows[0]?.yes === true
}
