import { PgBoss } from 'pg-boss'
import { logger } from '../logging/logger.server.ts'
import { jobSchema } from './install.server.ts'
import type { Chore, Job } from './job.ts'
import { runChore, runJob } from './run-job.server.ts'

const log = logger('jobs')
type Options = {
  /** The serving login. */
  appUrl: string
  openingKey: string
  jobs: readonly Job[]
  chores: readonly Chore[]
  /** How often an idle process asks for work. */
  pollSeconds?: number
}

/**
 * Claims and runs jobs, beside any number of other processes that do the same.
 * @returns stop: takes no more, waits up to twenty seconds for those that run; what is cut off is tried again by somebody
 */
export async function startRunner({ appUrl, openingKey, jobs, chores, pollSeconds = 1 }: Options): Promise<{ stop: () => Promise<void> }> {
  const boss = new PgBoss({
    connectionString: appUrl, schema: jobSchema, application_name: 'helhed-jobs', max: 4, migrate: false, createSchema: false, reindex: false, monitorVacuum: false,
  })
  boss.on('error', (error) => log.error('the job library reports an error', { error }))
  await boss.start()
  for (const job of jobs) await work(boss, job.name, pollSeconds, (data, jobId) => runJob(job, data, { openingKey, jobId }))
  for (const chore of chores) await work(boss, chore.name, Math.max(pollSeconds, 30), () => runChore(chore))
  return { stop: () => boss.stop({ graceful: true, timeout: 20_000 }) }
}

function work(boss: PgBoss, name: string, pollingIntervalSeconds: number, run: (data: unknown, jobId: string) => Promise<void>): Promise<string> {
  return boss.work(name, { batchSize: 10, perJobResults: true, burstWhenBatchFull: true, pollingIntervalSeconds }, async (jobs) => {
    const results: { id: string; status: 'completed' | 'failed'; output?: object }[] = []
    for (const { id, data } of jobs) results.push({ id, ...(await attempt(name, id, () => run(data, id))) })
    return results
  })
}

/** The library keeps what a failed job threw; here that is a name and a code, never a text that could quote somebody. */
async function attempt(job: string, jobId: string, run: () => Promise<void>): Promise<{ status: 'completed' | 'failed'; output?: object }> {
  const started = performance.now()
  try {
    await run()
    log.debug('done', { job, jobId, ms: Math.round(performance.now() - started) })
    return { status: 'completed' }
  } catch (error) {
    log.warn('a job failed and is tried again later', { job, jobId, error })
    return { status: 'failed', output: { error: error instanceof Error ? error.name : 'unknown' } }
  }
}
