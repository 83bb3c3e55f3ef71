import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { db } from '../db.server.ts'
import type { Chore, Job } from './job.ts'

/** What a job starts from; a scheduled one without a municipality is for all of them. */
const envelope = z.looseObject({ municipalityId: z.int().positive().optional() })

/**
 * Runs one job under a session of its own, which ends with it.
 * @param openingKey what this process shows the database to open a session
 * @throws whatever the job throws; it is then tried again
 */
export async function runJob(job: Job, data: unknown, { openingKey, jobId }: { openingKey: string; jobId: string }): Promise<void> {
  const { municipalityId, ...payload } = envelope.parse(data ?? {})
  if (municipalityId === undefined) return forEachMunicipality(job)
  const ctx = await openJobContext(openingKey, municipalityId, jobId)
  try {
    await job.perform(ctx, payload)
  } finally {
    await db().pool.query('select access.close_job_session($1)', [ctx.token])
  }
}

export const runChore = (chore: Chore): Promise<void> => chore.run(db().pool)

/** A context of kind `job`: fifteen minutes, facts of one municipality, no record. */
export async function openJobContext(openingKey: string, municipalityId: number, jobId: string): Promise<Context> {
  const token = randomBytes(32).toString('base64url')
  const { rows } = await db().pool.query<{ now: string; today: string }>(
    'select access.now() as now, access.day(access.now()) as today from access.open_job_session($1, $2, $3, $4)',
    [openingKey, createHash('sha256').update(token).digest(), municipalityId, jobId])
  const at = rows[0] ?? { now: '', today: '' }
  return { municipalityId, actor: { kind: 'job', id: 0, name: 'job' }, token, now: at.now, today: at.today, locale: 'da', requestId: jobId }
}

/** A scheduled job begins once and then stands in the queue once for each municipality. */
async function forEachMunicipality(job: Job): Promise<void> {
  await db().pool.query(
    `insert into pgboss.job (name, data, keep_until, expire_seconds, deletion_seconds, retry_limit, retry_delay, retry_backoff, retry_delay_max, policy)
     select q.name, jsonb_build_object('municipalityId', m.municipality_id), now() + q.retention_seconds * interval '1 second', q.expire_seconds, q.deletion_seconds, q.retry_limit,
       q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy
     from pgboss.queue q, municipality m where q.name = $1 and m.municipality_id > 0`, [job.name])
}
