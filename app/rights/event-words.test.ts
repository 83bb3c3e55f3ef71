import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { whatWasDone } from './family-log.ts'
import { da, en } from './messages.ts'

// Of the municipality or the country, never of a family; and what is sealed from every family's log.
const WITHOUT_FAMILY = ['catalogue', 'organisation', 'nation', 'partner-survey', 'concern']

test('CON-14: whatever is done with a family’s information has words of its own in the family’s log, in Danish and English', () => {
  const root = join(import.meta.dirname, '..')
  const events = globSync('*/*.server.ts', { cwd: root }).flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/event: '([a-z-]+\.[a-z-]+)'/g)].map((m) => m[1] ?? ''))
  expect(events.length).toBeGreaterThan(300)
  for (const words of [da.words.family, da.words.staff, en.words.family, en.words.staff]) {
    const unsaid = events.filter((event) => !WITHOUT_FAMILY.includes(event.split('.')[0] ?? '') && whatWasDone(event, words) === words.somethingElse)
    expect(unsaid).toEqual([])
  }
})
