import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessDatabase, accessDatabase } from '#test/access-database.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { CATEGORIES, SECTORS, subjectsOf } from '#test/random-draws.ts'
import { moment, type RandomWorld, randomWorld, type RecordRow } from '#test/random-world.ts'
import { canRead, canReplace, canSeeCase, canSeeCaseNumber, canSeePerson, canWrite, readBasis } from './access.ts'
import type { Actor } from './world.ts'

/*
 * Random worlds: what the database returns and accepts is exactly what the function says, for records, cases and people.
 * WORLDS (default 1,000), SEED (first seed) and ROUNDS (actors and instants per world) widen or narrow it.
 */
const WORLDS = Number(process.env['WORLDS'] ?? 1000)
const SEED = Number(process.env['SEED'] ?? 1)
const ROUNDS = Number(process.env['ROUNDS'] ?? 4)
const RECORDS = ['trial_note', 'trial_goal'] as const

let t: TestDatabase
let db: AccessDatabase
beforeAll(async () => {
  t = await createTestDatabase()
  db = await accessDatabase(t)
})
afterAll(() => db.app.end())

type Difference = { what: string; seed: number; actor: Actor; at: string; detail: unknown }
const counts = { worlds: 0, rows: 0, seen: 0, writes: 0, accepted: 0 }

test(`CON-04: database and function answer the same in ${WORLDS} random worlds`, { timeout: 1_800_000 }, async () => {
  const differences: Difference[] = []
  for (let seed = SEED; seed < SEED + WORLDS && differences.length < 20; seed++) {
    const { world, r, actors } = randomWorld(seed)
    await db.fill(world)
    if ([1, 8, 40, 200, 1000].includes(seed - SEED)) await t.owner.query('analyze')
    counts.worlds++
    for (let n = ROUNDS; n--;) {
      const { actor, at } = moment(world, r, actors)
      differences.push(
        ...(await compare(world, seed, r.chance(0.04) ? { ...actor, kind: r.one(['job', 'national'] as const) } : actor, at, r)),
      )
    }
  }
  process.stdout.write(`${JSON.stringify(counts)}\n`)
  expect(
    differences
      .slice(0, 5)
      .map((d) => JSON.stringify(d, null, 1))
      .join('\n'),
  ).toBe('')
  expect(counts.seen).toBeGreaterThan(0)
  expect(counts.accepted).toBeGreaterThan(0)
})

type Attempt = { what: string; statement: string; expected: boolean; detail: unknown }

async function compare(
  world: RandomWorld,
  seed: number,
  actor: Actor,
  at: string,
  r: ReturnType<typeof randomWorld>['r'],
): Promise<Difference[]> {
  const focus = r.chance(0.3) ? r.one([1, 2]) : null
  const askBases = r.chance(0.4)
  const attempts = Array.from({ length: 4 }, () => attempt(world, actor, at, r, focus))
  const lists = [...RECORDS, 'family_case', 'person'].map(
    (x) => `select coalesce(array_agg(municipality_id || '/' || id), '{}') as v from ${x}`,
  )
  const results = await db.ask([
    'begin',
    `select access.enter_as('${actor.kind}', ${actor.municipality_id}, ${actor.id}, '${at}', ${focus ?? 'null'})`,
    ...lists,
    `select array(select '${actor.municipality_id}/' || case_id from access.case_numbers()) as v`,
    askBases ? `select access.bases(access.ids('read')) as v` : 'select null as v',
    ...attempts.map((a) => `select public.attempt(${literal(a.statement)}) as v`),
    'rollback',
  ])
  const answers = results.slice(2, -1)
  const found: Difference[] = []
  const differ = (what: string, detail: unknown) => found.push({ what, seed, actor, at, detail: { focus, ...(detail as object) } })
  const inFocus = (x: { case_id: number }) => focus === null || x.case_id === focus
  const expected = [
    ...RECORDS.map((table) => keys(world[table].filter((x) => inFocus(x) && canRead(world, actor, x, at)))),
    keys(world.family_case.filter((c) => inFocus({ case_id: c.id }) && canSeeCase(world, actor, c, at))),
    focus === null ? keys(world.person.filter((p) => canSeePerson(world, actor, p, at))) : undefined,
    keys(world.family_case.filter((c) => inFocus({ case_id: c.id }) && canSeeCaseNumber(world, actor, c, at))),
    askBases ? basesOf(world, actor, at, inFocus) : undefined,
  ]
  expected.forEach((want, i) => {
    if (want === undefined) return
    const got = [...(answers[i] as string[])].sort()
    counts.rows += got.length
    counts.seen += want.length
    if (want.join() !== got.join())
      differ(`read ${['note', 'goal', 'case', 'person', 'number', 'bases'][i]}`, {
        missing: want.filter((k) => !got.includes(k)),
        extra: got.filter((k) => !want.includes(k)),
      })
  })
  attempts.forEach((a, i) => {
    counts.writes++
    if (a.expected) counts.accepted++
    if (answers[expected.length + i] !== a.expected)
      differ(a.what, { expected: a.expected, done: answers[expected.length + i], row: a.detail })
  })
  return found
}
/** On what bases the actor reads anything at all. */
const basesOf = (world: RandomWorld, actor: Actor, at: string, inFocus: (x: RecordRow) => boolean): string[] => {
  const rows = RECORDS.flatMap((table) => world[table]).filter(inFocus)
  return [...new Set(rows.map((x) => readBasis(world, actor, x, at)?.kind).filter((k) => k !== undefined))].sort()
}
const keys = (rows: { municipality_id: number; id: number }[]) => rows.map((x) => `${x.municipality_id}/${x.id}`).sort()
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** One write at random: a new record, a correction of an old one, or a change. Half of them of rows where the actor has a chance. */
function attempt(world: RandomWorld, actor: Actor, at: string, r: ReturnType<typeof randomWorld>['r'], focus: number | null): Attempt {
  const table = r.one(RECORDS)
  const mine = world[table].filter((x) => x.municipality_id === actor.municipality_id)
  const readable = mine.filter((x) => canRead(world, actor, x, at))
  const like = readable.length > 0 && r.chance(0.6) ? r.one(readable) : r.one(mine)
  if (like === undefined) throw new Error('a municipality without records')
  const here = focus === null || like.case_id === focus
  if (r.chance(0.45)) return change(world, actor, at, r, table, like, here)
  const people = [
    ...new Set(
      world.case_person.filter((p) => p.municipality_id === like.municipality_id && p.case_id === like.case_id).map((p) => p.person_id),
    ),
  ]
  const own =
    actor.kind === 'staff'
      ? r.one(
          world.assignment.filter(
            (a) => a.municipality_id === actor.municipality_id && a.staff_id === actor.id && a.case_id === like.case_id,
          ),
        )?.sector
      : 'coordination'
  const replacing = r.chance(0.3)
  const row: RecordRow = {
    ...like,
    id: 1_000_000,
    sector: r.chance(0.6) ? (own ?? like.sector) : r.one(SECTORS),
    category: replacing && r.chance(0.9) ? like.category : r.chance(0.15) ? 'meetings' : r.one(CATEGORIES),
    subjects: r.chance(0.1) ? [r.one([1, 2, 3, 4, 5])] : actor.kind === 'member' && r.chance(0.5) ? [actor.id] : subjectsOf(r, people),
    shielded_from: [],
    visibility: r.one(['family', 'family', 'staff', 'private'] as const),
    on_behalf_of_person: null,
    on_behalf_channel: null,
    on_behalf_on: null,
    author_staff_id: actor.kind === 'staff' ? actor.id : null,
    author_person_id: actor.kind === 'member' ? actor.id : null,
  }
  const { replaced_by: _, ...columns } = row
  const names = Object.keys(columns)
  const statement = `insert into ${table} (${names.join(', ')}, replaces) select ${names.map((n) => `x.${n}`).join(', ')},
    ${replacing ? like.id : 'null'} from jsonb_populate_record(null::${table}, ${literal(JSON.stringify(columns))}) x`
  return {
    what: replacing ? 'correct' : 'create',
    statement,
    detail: { row, like },
    expected: here && canWrite(world, actor, 'create', row, at, replacing) && (!replacing || canReplace(world, actor, like, row, at)),
  }
}

function change(
  world: RandomWorld,
  actor: Actor,
  at: string,
  r: ReturnType<typeof randomWorld>['r'],
  table: string,
  like: RecordRow,
  here: boolean,
): Attempt {
  const where = `where municipality_id = ${like.municipality_id} and id = ${like.id}`
  const before = here && canRead(world, actor, like, at) && canWrite(world, actor, 'change', like, at)
  if (r.chance(0.5)) return { what: 'change text', statement: `update ${table} set body = 'c' ${where}`, expected: before, detail: like }
  const more = r.chance(0.3) ? [...new Set([...like.subjects, r.one([1, 2, 3, 4, 5])])].sort((a, b) => a - b) : like.subjects
  const after = {
    ...like,
    visibility: like.on_behalf_of_person === null ? r.one(['family', 'staff', 'private'] as const) : like.visibility,
    household_shared: r.chance(0.5),
    subjects: more,
  }
  const author =
    more.length === like.subjects.length ||
    (actor.kind === 'staff' ? like.author_staff_id === actor.id : actor.kind === 'member' && like.author_person_id === actor.id)
  return {
    what: 'change who sees it',
    detail: { like, after },
    statement: `update ${table} set visibility = '${after.visibility}', household_shared = ${after.household_shared},
      subjects = '{${more.join(',')}}' ${where}`,
    expected: before && author && canRead(world, actor, after, at) && canWrite(world, actor, 'change', after, at),
  }
}
