import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Chore, Job } from './job.ts'

export const jobSchema = 'pgboss'
/** Cron means the clock on the wall in Denmark. */
const tz = 'Europe/Copenhagen'

/**
 * Owner's work: the job library's own schema, a queue for each job, the times of the scheduled ones, and what the serving login may do there.
 * Safe to repeat; queues whose job is gone stay until they are empty, their times do not.
 */
export async function installQueues(ownerUrl: string, appRole: string, { jobs, chores }: { jobs: readonly Job[]; chores: readonly Chore[] }): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: jobSchema, supervise: false, schedule: false, max: 1, application_name: 'helhed-install' })
  boss.on('error', () => {}) // what matters rejects below
  await boss.start()
  try {
    for (const queue of [...jobs.map(ofJob), ...chores.map(({ name }) => ({ name, retryLimit: 3, retryDelay: 60, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 600 }))]) {
      const { name, ...options } = queue
      await boss.createQueue(name, options)
      await boss.updateQueue(name, options)
    }
    await setTimes(boss, [...jobs, ...chores])
  } finally {
    await boss.stop({ graceful: false })
  }
  await grant(ownerUrl, appRole)
}

const ofJob = (job: Job) => ({
  name: job.name, retryLimit: job.retryLimit, retryDelay: job.backoffSeconds, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 600,
})

async function setTimes(boss: PgBoss, all: readonly { name: string; cron: string | null }[]): Promise<void> {
  const scheduled = all.filter((one) => one.cron !== null)
  for (const { name } of await boss.getSchedules()) if (!scheduled.some((one) => one.name === name)) await boss.unschedule(name)
  for (const { name, cron } of scheduled) await boss.schedule(name, cron ?? '', {}, { tz, missed: 'once' })
}

async function grant(ownerUrl: string, appRole: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const role = client.escapeIdentifier(appRole)
  try {
    await client.query(`grant usage on schema ${jobSchema} to ${role};
      grant select, insert, update, delete on all tables in schema ${jobSchema} to ${role};
      grant usage on all sequences in schema ${jobSchema} to ${role};
      grant execute on all functions in schema ${jobSchema} to ${role}`)
  } finally {
    await client.end()
  }
}
