import { beforeAll, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import { readMyDay } from './read-my-day.server.ts'

let t: TestDatabase
let w: World
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t)
  await applyShippedPack(t, w.municipalityId, 'hedensted')
  await t.owner.query("update referral set decided_at = '2026-11-01T10:00Z', intake_on = '2026-11-01'")
})
/** Where the first measurement stands on the day: the section and its place, or nothing. */
const on = async (day: string, who: 'coordinator' | 'teacher' = 'coordinator') => {
  await t.setNow(`${day}T10:00Z`)
  const { sections } = await readMyDay(w.ctxFor(who), {})
  return Object.entries(sections).flatMap(([section, items]) => items.filter((i) => i.what.kind === 'baseline').map((i) => [section, i.due, i.href.split('?')[1]]))
}

test('PROG-04: the first measurement is asked for while its month is open, late after four weeks, and no more when nothing can be written', async () => {
  expect(await on('2026-11-20')).toEqual([]) // November opens on the 23rd
  expect(await on('2026-11-25')).toEqual([['week', '2026-11-29', 'maaned=2026-11']])
  expect(await on('2026-12-05')).toEqual([['overdue', '2026-11-29', 'maaned=2026-11']])
  expect(await on('2027-06-01')).toEqual([])
  expect(await on('2026-11-25', 'teacher')).toEqual([])
})
