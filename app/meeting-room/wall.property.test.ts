import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccessRecord } from '#app/consent/world.ts'
import { type AccessDatabase, accessDatabase } from '#test/access-database.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { INSTANTS, PEOPLE, type Random, SECTORS, STAFF } from '#test/random-draws.ts'
import { type RandomWorld, randomWorld } from '#test/random-world.ts'
import { type Attendee, attendeeReads, onWall } from './wall.ts'

/* Random rooms in random worlds: the wall is exactly the intersection, in the database and in the function. WALLS and SEED widen or narrow it. */
const WALLS = Number(process.env['WALLS'] ?? 150)
const SEED = Number(process.env['SEED'] ?? 1)
const ROUNDS = 4

let t: TestDatabase
let db: AccessDatabase
beforeAll(async () => {
  t = await createTestDatabase()
  db = await accessDatabase(t)
})
afterAll(() => db.app.end())

const nobody: Attendee = { staff: null, person: null, sector: null, beside: null }
const someone = (r: Random): Attendee =>
  r.one([
    () => ({ ...nobody, staff: r.one(STAFF) }),
    () => ({ ...nobody, person: r.one(PEOPLE) }),
    () => ({ ...nobody, person: r.one(PEOPLE), sector: r.one(SECTORS) }),
    () => ({ ...nobody, sector: r.one(SECTORS) }),
    () => ({ ...nobody, beside: r.one(PEOPLE) }),
    () => ({ ...nobody, sector: r.one(SECTORS), beside: r.one(PEOPLE) }),
  ])()
const row = (a: Attendee) => `row(${[a.staff, a.person, a.sector && `'${a.sector}'`, a.beside].map((v) => v ?? 'null').join(', ')})::access.attendee`

test(`MEET-19: the wall is the intersection of what those present may read, in ${WALLS} random worlds`, { timeout: 900_000 }, async () => {
  const counts = { walls: 0, shown: 0, alone: 0 }
  const differences: unknown[] = []
  for (let seed = SEED; seed < SEED + WALLS && differences.length < 10; seed++) {
    const { world, r } = randomWorld(seed)
    await db.fill(world)
    for (let n = 0; n < ROUNDS; n++) {
      const present = Array.from({ length: r.int(4) }, () => someone(r))
      const at = r.one(INSTANTS)
      const m = r.one(world.municipality)['municipality_id'] as number
      const caseId = r.one([1, 2])
      const { rows } = await t.owner.query<{ v: string[] }>(
        `select array(select x.id from trial_note x where x.municipality_id = $1 and x.case_id = $2 and x.shelf_id = any (access.read_by_all($1, array[${present.map(row).join(', ')}]::access.attendee[], $2, $3,
          array(select s from shelf s where s.municipality_id = $1 and s.case_id = $2))) order by 1) as v`,
        [m, caseId, at],
      )
      const got = (rows[0]?.v ?? []).map(Number)
      const here = notesOf(world, m, caseId)
      const want = here.filter((x) => onWall(world, m, present, x, at)).map((x) => x.id)
      counts.walls++
      counts.shown += want.length
      counts.alone += here.filter((x) => present.some((a) => attendeeReads(world, m, a, x, at))).length
      if (got.join() !== want.join()) differences.push({ seed, m, caseId, at, present, missing: want.filter((i) => !got.includes(i)), extra: got.filter((i) => !want.includes(i)) })
    }
  }
  process.stdout.write(`${JSON.stringify(counts)}\n`)
  expect(differences).toEqual([])
  expect(counts.shown).toBeGreaterThan(0)
  expect(counts.alone).toBeGreaterThan(counts.shown)
})

const notesOf = (world: RandomWorld, m: number, caseId: number): (AccessRecord & { id: number })[] =>
  world.trial_note.filter((x) => x.municipality_id === m && x.case_id === caseId).sort((a, b) => a.id - b.id)
