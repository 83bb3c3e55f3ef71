import { sql } from 'kysely'
import type { Tx } from '../db.server.ts'
import type { Job, Payload } from './job.ts'

/**
 * Plans a job in the caller's transaction: rolled back, it never was. The municipality comes from the sealed context.
 * The statement is pg-boss's own insert (12.35, `insertJobs`) for one job: its `send` asks for the queue over another connection, which waits
 * for ever when the pool is full of transactions that do the same.
 * @param after an instant before which the job does not run
 */
export async function enqueue<P extends Payload>(tx: Tx, job: Job<P>, payload: P, { after = null }: { after?: string | null } = {}): Promise<void> {
  const { rows } = await sql`
    insert into pgboss.job (name, data, start_after, keep_until, expire_seconds, deletion_seconds, retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter,
      heartbeat_seconds)
    select q.name, jsonb_build_object('municipalityId', access.municipality()) || ${JSON.stringify(payload)}::jsonb, s.at, s.at + q.retention_seconds * interval '1 second', q.expire_seconds,
      q.deletion_seconds, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy, q.dead_letter, q.heartbeat_seconds
    from pgboss.queue q, (select coalesce(${after}::timestamptz, now()) as at) s where q.name = ${job.name} and access.municipality() is not null returning id`.execute(tx)
  if (rows.length !== 1) throw new Error(`the queue ${job.name} is not there: run \`helhed migrate\``)
}
