import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import type { Context } from '../context.ts'
import { db, inTransaction } from '../db.server.ts'
import { enqueue } from './enqueue.server.ts'
import { installQueues } from './install.server.ts'
import { defineChore, defineJob, type Job } from './job.ts'
import { openJobContext } from './run-job.server.ts'
import { startRunner } from './runner.server.ts'
import { allowJobs, drainJobs } from './testing.ts'

let t: TestDatabase
let w: World
let openingKey: string
const seen: { job: string; n: number; kind: string; municipality: number }[] = []
const note = (job: string) => async (ctx: Context, { n }: { n: number }) => void seen.push({ job, n, kind: ctx.actor.kind, municipality: ctx.municipalityId })

const count = defineJob({ name: 'test.count', schema: z.object({ n: z.number() }), run: note('count') })
const slow = defineJob({ name: 'test.slow', schema: z.object({ n: z.number() }), run: async (ctx, p) => {
  await new Promise((resolve) => { setTimeout(resolve, 700) })
  await note('slow')(ctx, p)
} })
let failures = 1
const flaky = defineJob({ name: 'test.flaky', retryLimit: 2, backoffSeconds: 1, schema: z.object({ n: z.number() }), run: async (ctx, p) => {
  if (failures-- > 0) throw new Error('Mette Sørensen was quoted here')
  await note('flaky')(ctx, p)
} })
const monthly = defineJob({ name: 'test.monthly', cron: '0 6 1 * *', schema: z.object({}), run: async (ctx) => note('monthly')(ctx, { n: 0 }) })
const jobs: readonly Job[] = [count, slow, flaky, monthly]
const chore = defineChore({ name: 'test.chore', cron: '0 3 * * *', run: async () => {} })

beforeAll(async () => {
  t = await createTestDatabase()
  w = await aWorld(t)
  await aWorld(t, { municipality: 787 })
  openingKey = await allowJobs(t)
  await installQueues(t.ownerUrl, new URL(t.appUrl.replace('@/', '@localhost/')).username, { jobs, chores: [chore] })
})

const plan = (job: Job<{ n: number }>, n: number, after?: string) => inTransaction(w.ctxFor('coordinator'), null, (tx) => enqueue(tx, job, { n }, { after: after ?? null }))
const until = async (yes: () => boolean) => {
  for (let i = 0; i < 100 && !yes(); i++) await new Promise((resolve) => { setTimeout(resolve, 100) })
}
const of = (job: string) => seen.filter((s) => s.job === job)

test('a job planned in a transaction that is rolled back never was', async () => {
  await expect(inTransaction(w.ctxFor('coordinator'), null, async (tx) => {
    await enqueue(tx, count, { n: 1 })
    throw new Error('undone')
  })).rejects.toThrow('undone')
  expect(await drainJobs(t, jobs)).toEqual([])
  expect(of('count')).toEqual([])
})

test('a committed job runs as the job runner of the municipality that asked, and its session is gone afterwards', async () => {
  await plan(count, 2)
  expect(await drainJobs(t, jobs)).toEqual([])
  expect(of('count')).toEqual([{ job: 'count', n: 2, kind: 'job', municipality: 766 }])
  const { rows } = await t.owner.query(`select from access.session where kind = 'job'`)
  expect(rows).toHaveLength(0)
})

test('two processes beside each other run each job once', async () => {
  seen.length = 0
  for (let n = 0; n < 40; n++) await plan(count, n)
  const runners = await Promise.all([1, 2].map(() => startRunner({ appUrl: t.appUrl, openingKey, jobs: [count], chores: [], pollSeconds: 0.5 })))
  await until(() => of('count').length >= 40)
  await Promise.all(runners.map((r) => r.stop()))
  expect(of('count').map((s) => s.n).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n))
})

test('what fails is tried again later; what it threw is not kept', async () => {
  await plan(flaky, 7)
  const runner = await startRunner({ appUrl: t.appUrl, openingKey, jobs: [flaky], chores: [], pollSeconds: 0.5 })
  await until(() => of('flaky').length > 0)
  await runner.stop()
  expect(of('flaky')).toHaveLength(1)
  const { rows } = await t.owner.query<{ retry_count: number; all: string }>(`select retry_count, output::text as all from pgboss.job where name = 'test.flaky'`)
  expect(rows[0]?.retry_count).toBe(1)
  expect(JSON.stringify(rows)).not.toContain('Mette')
})

test('a clean stop waits for the job that runs', async () => {
  const runner = await startRunner({ appUrl: t.appUrl, openingKey, jobs: [slow], chores: [], pollSeconds: 0.5 })
  await plan(slow, 9)
  const active = async () => (await t.owner.query(`select from pgboss.job where name = 'test.slow' and state = 'active'`)).rowCount
  for (let i = 0; i < 50 && !(await active()); i++) await new Promise((resolve) => { setTimeout(resolve, 50) })
  expect(of('slow')).toHaveLength(0)
  await runner.stop()
  expect(of('slow')).toHaveLength(1)
  const { rows } = await t.owner.query(`select state from pgboss.job where name = 'test.slow'`)
  expect(rows).toEqual([{ state: 'completed' }])
})

test('a job for later waits', async () => {
  await plan(count, 99, '2126-01-01T00:00:00Z') // the queue has its own clock
  await drainJobs(t, jobs)
  expect(of('count').some((s) => s.n === 99)).toBe(false)
})

test('a scheduled job keeps the clock in Copenhagen and then runs once for each municipality', async () => {
  const { rows } = await t.owner.query(`select name, cron, timezone from pgboss.schedule where name like 'test.%' order by 1`)
  expect(rows).toEqual([
    { name: 'test.chore', cron: '0 3 * * *', timezone: 'Europe/Copenhagen' }, { name: 'test.monthly', cron: '0 6 1 * *', timezone: 'Europe/Copenhagen' },
  ])
  await t.owner.query(`insert into pgboss.job (name, data) values ('test.monthly', '{}')`)
  await drainJobs(t, jobs)
  expect(of('monthly').map((s) => s.municipality).toSorted((a, b) => a - b)).toEqual([766, 787])
})

test('only the process with the opening key opens sessions of jobs', async () => {
  await expect(openJobContext('guessed', 766, 'x')).rejects.toThrow('sign-in refused')
})

test('a job sees facts of its own municipality and no record', async () => {
  const ctx = await openJobContext(openingKey, 766, 'x')
  await inTransaction(ctx, null, async (tx) => {
    const people = await tx.selectFrom('person').select('municipality_id').execute()
    expect(new Set(people.map((p) => p.municipality_id))).toEqual(new Set([766]))
    expect(await tx.selectFrom('contact_detail').select('id').execute()).toEqual([])
    expect(await tx.selectFrom('goal').select('id').execute()).toEqual([])
  })
})

test('the serving login cannot change the library’s schema', async () => {
  await expect(db().pool.query('alter table pgboss.job add column x int')).rejects.toThrow('must be owner')
  await expect(db().pool.query('create table pgboss.x (id int)')).rejects.toThrow('permission denied')
})
