import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

// Who may import whom. Read downwards: a slice sees platform, ui, and what stands in its own row.
const GROUND = ['organisation', 'catalogue']
const PEOPLE = [...GROUND, 'families', 'consent']
const WORK = ['spells', 'intake', 'network', 'timeline', 'team', 'logbook', 'threads', 'waiting', 'assessment', 'inquiries', 'plan', 'sector-plans', 'papers', 'agreements', 'invitations', 'meetings', 'meeting-room', 'minutes', 'clock', 'exit', 'progression', 'attendance', 'ratings', 'partner-survey', 'instruments', 'development', 'goals', 'registers']
const MAY_IMPORT: Record<string, string[]> = {
  platform: [],
  ui: [],
  organisation: [],
  catalogue: ['organisation'],
  families: GROUND,
  consent: [...GROUND, 'families'],
  intake: PEOPLE,
  concern: PEOPLE,
  spells: [...PEOPLE, 'intake'],
  network: [...PEOPLE, 'spells'],
  team: [...PEOPLE, 'intake'],
  logbook: [...PEOPLE, 'team'],
  threads: [...PEOPLE, 'team'],
  waiting: [...PEOPLE, 'intake', 'spells'],
  assessment: [...PEOPLE, 'intake'],
  inquiries: [...PEOPLE, 'intake', 'assessment'],
  plan: [...PEOPLE, 'intake', 'assessment'],
  'sector-plans': [...PEOPLE, 'intake', 'assessment', 'plan'],
  papers: [...PEOPLE, 'assessment', 'plan', 'sector-plans', 'development'],
  agreements: [...PEOPLE, 'plan'],
  minutes: [...PEOPLE, 'intake', 'meetings', 'meeting-room', 'invitations', 'agreements', 'plan', 'papers', 'assessment'],
  invitations: [...PEOPLE, 'team'],
  'meeting-room': [...PEOPLE, 'meetings', 'invitations', 'agreements', 'plan', 'assessment', 'papers'],
  exit: [...PEOPLE, 'intake', 'waiting', 'team', 'threads', 'inquiries', 'plan', 'sector-plans', 'papers', 'agreements', 'meetings'],
  meetings: [...PEOPLE, 'intake', 'spells', 'network', 'team', 'assessment', 'plan', 'agreements', 'invitations'],
  progression: [...PEOPLE, 'intake', 'spells'],
  attendance: [...PEOPLE, 'intake', 'spells', 'progression'],
  ratings: [...PEOPLE, 'intake', 'progression'],
  'partner-survey': PEOPLE,
  instruments: [...PEOPLE, 'intake', 'progression', 'assessment', 'plan'],
  development: [...PEOPLE, 'intake', 'spells', 'plan', 'progression', 'attendance', 'ratings', 'instruments'],
  goals: [...PEOPLE, 'intake', 'spells', 'team', 'plan', 'progression', 'attendance', 'ratings', 'partner-survey', 'instruments', 'development'],
  registers: [...PEOPLE, 'intake', 'spells', 'progression', 'attendance'],
  nation: [...PEOPLE, 'progression'],
  clock: [...PEOPLE, 'intake', 'spells', 'assessment', 'plan', 'sector-plans', 'meetings', 'invitations', 'agreements', 'inquiries'],
  filing: [...PEOPLE, 'team', 'logbook', 'threads', 'minutes', 'meetings', 'inquiries', 'sector-plans', 'papers'],
  rights: PEOPLE,
  timeline: [...PEOPLE, 'spells', 'intake', 'plan', 'meetings'],
  oversight: [...PEOPLE, 'rights'],
  outbox: PEOPLE,
  // Read from all above and change things only by calling the owner's verb.
  overview: [...PEOPLE, ...WORK],
  monitoring: [...PEOPLE, ...WORK],
  evaluation: [...PEOPLE, ...WORK],
  portal: [...PEOPLE, ...WORK, 'rights'],
}
const app = resolve(import.meta.dirname, '../app')

function* sources(folder: string): Generator<string> {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) yield* sources(path)
    else if (/\.tsx?$/.test(name)) yield path
  }
}
const sliceOf = (path: string) => relative(app, path).split('/')[0]!
function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/from '(\.{1,2}\/[^']+|#app\/[^']+)'/g)]
    .map((m) => m[1]!)
    .filter((s) => !s.includes('+types'))
    .map((s) => (s.startsWith('#app/') ? join(app, s.slice(5)) : resolve(dirname(file), s)))
}
const slices = readdirSync(app).filter((n) => statSync(join(app, n)).isDirectory())

test('every folder of app/ stands in the import table', () => {
  expect(slices.filter((s) => !(s in MAY_IMPORT))).toEqual([])
})

test('imports run one way', () => {
  let seen = 0
  const broken: string[] = []
  for (const slice of slices) {
    for (const file of sources(join(app, slice))) {
      for (const target of imports(file)) {
        seen++
        const to = sliceOf(target)
        if (to === '..' && file.endsWith('.test.ts')) continue // a test may hold the slice against cli/, seed/ or db/
        const allowed = to === slice || to === 'platform' || (to === 'ui' && slice !== 'platform') || MAY_IMPORT[slice]?.includes(to)
        if (!allowed) broken.push(`${relative(app, file)} -> ${to}`)
      }
    }
  }
  expect(seen).toBeGreaterThan(100)
  expect(broken).toEqual([])
})

test('ui knows no router, no database and no slice', () => {
  const broken = [...sources(join(app, 'ui'))].filter((f) => /from '(react-router|kysely|pg)'/.test(readFileSync(f, 'utf8')))
  expect(broken.map((f) => relative(app, f))).toEqual([])
})

test('from another slice only its concept files, queries, verbs and components for sharing are imported, never its routes', () => {
  const broken: string[] = []
  for (const slice of slices) {
    for (const file of sources(join(app, slice))) {
      for (const target of imports(file)) if (sliceOf(target) !== slice && /\/routes\//.test(target)) broken.push(`${relative(app, file)} -> ${relative(app, target)}`)
    }
  }
  expect(broken).toEqual([])
})

test('a concept file is pure: no server file, no database, no clock', () => {
  const broken: string[] = []
  for (const slice of slices.filter((s) => s !== 'platform' && s !== 'ui')) {
    for (const file of sources(join(app, slice))) {
      if (/\.server\.ts$|\.test\.tsx?$|testing\.ts$|\/routes(\/|\.ts)|\/components\//.test(file)) continue
      const text = readFileSync(file, 'utf8')
      if (/from '[^']*\.server\.ts'|from '(pg|kysely|node:[^']+)'|new Date\(\)|Date\.now\(|Temporal\.Now/.test(text)) broken.push(relative(app, file))
    }
  }
  expect(broken).toEqual([])
})

test('a table is written by its own slice only', () => {
  const writers = new Map<string, Set<string>>()
  for (const slice of slices) {
    for (const file of sources(join(app, slice))) {
      if (/\.test\.ts$|testing\.ts$/.test(file)) continue
      for (const [, table] of readFileSync(file, 'utf8').matchAll(/\.(?:insertInto|updateTable|deleteFrom)\('([a-z_]+)'/g)) {
        writers.set(table!, (writers.get(table!) ?? new Set()).add(slice))
      }
    }
  }
  const shared = [...writers].filter(([, who]) => who.size > 1).map(([table, who]) => `${table}: ${[...who].sort().join(', ')}`)
  expect(shared).toEqual([])
})

test('no drawer without a name, no barrel file, ASCII file names', () => {
  const bad = slices.flatMap((s) => [...sources(join(app, s))]).map((f) => relative(app, f))
  expect(bad.filter((f) => /(^|\/)(utils?|helpers?|misc|common|index)(\/|\.tsx?$)/.test(f) || !/^[\x20-\x7e]+$/.test(f))).toEqual([])
})
