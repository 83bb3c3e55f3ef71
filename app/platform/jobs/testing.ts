import { PgBoss } from 'pg-boss'
import type { TestDatabase } from '#test/database.ts'
import { jobSchema } from './install.server.ts'
import type { Job } from './job.ts'
import { runJob } from './run-job.server.ts'

const openingKey = 'opening-key-of-tests'

/** Lets this process open sessions of jobs in a test database; once, before drainJobs. */
export async function allowJobs(t: TestDatabase): Promise<string> {
  await t.owner.query(`insert into access.secret values ('opening-key', sha256(convert_to($1, 'UTF8'))) on conflict (name) do update set value = excluded.value`, [openingKey])
  return openingKey
}

/** Runs what waits in the queues of these jobs until they are empty, without waiting for retries. Gives the errors of those that failed. */
export async function drainJobs(t: TestDatabase, jobs: readonly Job[]): Promise<unknown[]> {
  const boss = new PgBoss({ connectionString: t.appUrl, schema: jobSchema, supervise: false, schedule: false, migrate: false, max: 1 })
  await boss.start()
  const errors: unknown[] = []
  try {
    for (let ran = true; ran;) {
      ran = false
      for (const job of jobs) {
        for (const { id, data } of await boss.fetch(job.name, { batchSize: 50 })) {
          ran = true
          await runJob(job, data, { openingKey, jobId: id }).then(() => boss.complete(job.name, id), async (error: unknown) => {
            errors.push(error)
            await boss.fail(job.name, id)
          })
        }
      }
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  return errors
}
