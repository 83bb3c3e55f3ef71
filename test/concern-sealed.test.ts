import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { api } from '#app/api.ts'
import { reportConcern } from '#app/concern/report-concern.server.ts'
import { addToConcern, assessConcern, sendReceipt } from '#app/concern/follow-concern.server.ts'
import { concernJobs } from '#app/concern/jobs.server.ts'
import { searchFamilies } from '#app/families/search-families.server.ts'
import { messageJobs } from '#app/platform/messages/deliver.server.ts'
import { searchLog } from '#app/oversight/search-log.server.ts'
import type { Context } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { allowJobs, drainJobs } from '#app/platform/jobs/testing.ts'
import { configureTransport } from '#app/platform/messages/transport.server.ts'
import { seedDemo } from '../seed/demo.ts'
import { signedIn } from '../seed/testing.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

/*
 * A notification of concern does not exist for anybody but its writer and the child-protection roles: every table and the search is asked by every role and
 * family member of the demo, every page's query and every address of the API by one of each way of seeing families, before it was written and after it was
 * read, assessed and answered, and says the same. What differs between two questions in a row (times, counts of one's own look-ups) is left out.
 */
let t: TestDatabase
let caseId: number
const ACTORS = ['koordinator', 'koordinator2', 'sagsbehandler-jobcenter', 'sagsbehandler-familie', 'sundhedsplejerske', 'projektleder', 'visitator', 'administrator', 'auditor', 'oekonom', 'styregruppe', 'mor', 'far', 'ung',
  'thisted-koordinator', 'thisted-mor']
/** Those of them who also open every page and every address of the API: one for each way of seeing families. */
const PAGES = ['koordinator', 'projektleder', 'mor']
const MARK = /Zebrafisk|concern\.|U-0000|underretning/i
type Ask = (ctx: Context, raw: unknown) => Promise<unknown>
const actors: [string, Context][] = []
const verbs: [string, Ask][] = []

beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  await seedDemo(t.ownerUrl, testKeys())
  await allowJobs(t)
  configureTransport({ mode: 'demo', smtpUrl: null, mailFrom: null, smsDirectory: null, publicUrl: 'http://127.0.0.1:3000' })
  // As good as certain: the demo's own notifications are not what is looked for, and would stand there before and after.
  const { rows } = await t.owner.query<{ id: string }>(`select id from family_case where municipality_id = 766 and name = 'Sørensen' order by id limit 1`)
  caseId = Number(rows[0]!.id)
  const { rows: known } = await t.owner.query<{ username: string }>('select username from demo_login union select username from staff')
  for (const name of ACTORS.filter((a) => known.some((k) => k.username === a))) actors.push([name, await signedIn(t, name).catch(() => null as never)])
  for (const [name, ask] of await readingVerbs()) verbs.push([name, ask])
}, 240_000)

const isAsk = (value: unknown): value is Ask => typeof value === 'function' && 'event' in value

/** Every query of the product that takes a family or nothing: the files that pages read through. */
async function readingVerbs(): Promise<[string, Ask][]> {
  const app = join(import.meta.dirname, '../app')
  const found: [string, Ask][] = []
  for (const slice of readdirSync(app, { withFileTypes: true }).filter((d) => d.isDirectory() && d.name !== 'concern' && d.name !== 'ui')) {
    for (const file of readdirSync(join(app, slice.name)).filter((f) => /^(read|list|my)-.*\.server\.ts$/.test(f))) {
      const exported = (await import(join(app, slice.name, file))) as Record<string, unknown>
      for (const [name, ask] of Object.entries(exported)) if (isAsk(ask)) found.push([`${slice.name}/${name}`, ask])
    }
  }
  return found
}

const answer = async (ask: () => Promise<unknown>): Promise<string> => {
  try {
    return JSON.stringify(await ask())
  } catch (error) {
    return `! ${error instanceof Error ? `${error.name} ${error.message}` : ''}`
  }
}
/** How many rows of every table that the serving login may read each actor sees. */
async function countsOf(ctx: Context): Promise<string> {
  const { rows } = await t.owner.query<{ name: string }>(`select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    and has_table_privilege($1, c.oid, 'select') order by 1`, [new URL(t.appUrl.replace('@/', '@localhost/')).username])
  const every = rows.map((r) => `select '${r.name}' as name, count(*)::int as n from "${r.name}"`).join(' union all ')
  return inTransaction(ctx, null, async (tx) => JSON.stringify((await sql.raw(every).execute(tx)).rows))
}
type Question = [key: string, ask: () => Promise<string>]
function questions(): Question[] {
  return actors.flatMap(([who, ctx]): Question[] => {
    const all: Question[] = [[`${who} tables`, () => countsOf(ctx)]]
    for (const q of ['Zebrafisk', 'Sørensen', 'underretning']) all.push([`${who} search ${q}`, () => answer(() => (searchFamilies as Ask)(ctx, { q }))])
    if (!PAGES.includes(who)) return all
    for (const [name, ask] of verbs) all.push([`${who} ${name} family`, () => answer(() => ask(ctx, { caseId }))], [`${who} ${name}`, () => answer(() => ask(ctx, {}))])
    const web = new Hono<{ Variables: { signedIn: { ctx: Context } } }>().use(async (c, next) => {
      c.set('signedIn', { ctx })
      await next()
    }).route('/', api)
    for (const { path } of api.routes.filter((r) => r.method === 'GET' && !r.path.includes('*')))
      all.push([`${who} GET ${path}`, () => answer(async () => (await web.request(path.replace(/:[a-zA-Z]+(\{[^}]*\})?/g, String(caseId)))).text())])
    return all
  })
}
async function askAll(): Promise<Map<string, string>> {
  const said = new Map<string, string>()
  for (const [key, ask] of questions()) said.set(key, await ask())
  return said
}

test('LOG-05, CON-14: for every other role, for the family and for another municipality a notification of concern is nowhere: no table, page, API, search, log or outbox tells of it', async () => {
  expect(actors.length).toBeGreaterThan(11)
  expect(verbs.length).toBeGreaterThan(60)
  const first = await askAll()
  const before = (await t.owner.query('select from audit_log')).rowCount ?? 0

  const laerer = await signedIn(t, 'laerer')
  const vagt = await signedIn(t, 'vagt')
  const ida = (await t.owner.query<{ id: string }>(`select p.id from person p join case_person c on c.person_id = p.id and c.municipality_id = p.municipality_id where c.case_id = $1 and p.first_name = 'Ida'`, [caseId])).rows[0]!.id
  const writersOwn = await countsOf(laerer)
  const { id } = await reportConcern(laerer, { caseId: String(caseId), childIds: [ida], typed: [], seen: 'Zebrafisk', when: 'Zebrafisk', danger: 'yes', parents: 'not-told', notToldBecause: 'Zebrafisk' })
  await assessConcern(vagt, { concernId: id, seen: 0, result: 'act-now', text: 'Zebrafisk' })
  await addToConcern(vagt, { concernId: id, text: 'Zebrafisk' })
  await sendReceipt(vagt, { concernId: id, text: 'Zebrafisk' })
  expect(await drainJobs(t, [...concernJobs, ...messageJobs])).toEqual([])
  expect((await t.owner.query('select from audit_log')).rowCount).toBeGreaterThan(before)

  expect(await countsOf(laerer)).not.toBe(writersOwn)   // the question would notice

  const later = await askAll()
  const told: string[] = []
  for (const [key, ask] of questions()) {
    const [before, now] = [first.get(key) ?? '', later.get(key) ?? '']
    if (MARK.test(now) && !MARK.test(before)) told.push(`${key} names it`)
    // What says something else every time it is asked (times, counts of one's own look-ups) tells of nothing.
    if (before !== now && (await ask()) === now) told.push(`${key} differs`)
  }
  // the administrator's outbox counts neutral mails to colleagues; it does not say what they are about
  expect(told.filter((line) => !/^administrator outbox|^administrator .*readOutbox/.test(line))).toEqual([])
}, 400_000)

test('CON-14: the auditor finds it neither by the family’s number nor by the child’s CPR number; by the writer’s name only that something was written', async () => {
  const auditor = await signedIn(t, 'auditor')
  const { rows } = await t.owner.query<{ number: string }>('select number from family_case where id = $1', [caseId])
  const search = (input: Record<string, string>) => (searchLog as Ask)(auditor, { number: '', cpr: '', username: '', from: '2020-01-01', until: '2099-01-01', ...input })
  expect(JSON.stringify(await search({ number: rows[0]!.number }))).not.toMatch(/concern\./)
  expect(JSON.stringify(await search({ username: 'laerer' }))).toContain('concern.report')
  expect(JSON.stringify(await search({ username: 'laerer' }))).not.toMatch(/Zebrafisk/)
})
