import type { z } from 'zod'
import type { Context } from '../context.ts'

/** A payload carries ids and codes only: it lies outside the walls of the municipalities. */
export type Payload = Record<string, number | string>

/** Something that happens after a change, in a transaction of its own, once at least: running it twice must do no harm. */
export type Job<P extends Payload = Payload> = {
  /** `slice.what`; the name of its queue. */
  name: string
  /** Retries after the first try. */
  retryLimit: number
  /** Seconds before the first retry; doubled each time, an hour at most. */
  backoffSeconds: number
  /** Runs by itself, once for each municipality: five fields of cron in Danish time. */
  cron: string | null
  /** Checks the payload and runs, as the job runner of one municipality. */
  perform: (ctx: Context, payload: unknown) => Promise<void>
  /** Never there; carries the payload's type to enqueue(). */
  readonly of?: P
}
type Definition<P extends Payload> = {
  name: string
  schema: z.ZodType<P>
  retryLimit?: number
  backoffSeconds?: number
  cron?: string
  run: (ctx: Context, payload: P) => Promise<void>
}

/**
 * A job. `run` gets a context of kind `job` for the municipality that asked: it sees facts (who is who, assignments, consents) and no
 * record, and goes through commands and queries like everybody else, so that access is asked again when it runs.
 */
export function defineJob<P extends Payload>({ name, schema, retryLimit = 8, backoffSeconds = 30, cron, run }: Definition<P>): Job<P> {
  return { name, retryLimit, backoffSeconds, cron: cron ?? null, perform: (ctx, payload) => run(ctx, schema.parse(payload)) }
}

/** Housekeeping of the whole database, by the clock; no municipality and no personal data. */
export type Chore = { name: string; cron: string; run: (database: { query: (text: string, values?: unknown[]) => Promise<unknown> }) => Promise<void> }
export const defineChore = (chore: Chore): Chore => chore
