/* Repeatable draws for random worlds: numbers, days and instants close together. */

/** Repeatable random numbers (mulberry32). */
export function random(seed: number) {
  let a = seed >>> 0
  const next = () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (n: number) => Math.floor(next() * n)
  const one = <T>(list: readonly T[]): T => list[int(list.length)] as T
  const chance = (p: number) => next() < p
  const some = <T>(list: readonly T[], p = 0.5) => list.filter(() => chance(p))
  const someOne = <T>(list: readonly T[], p = 0.5) => {
    const found = some(list, p)
    return found.length > 0 ? found : [one(list)]
  }
  return { int, one, chance, some, someOne }
}
export type Random = ReturnType<typeof random>

export const SECTORS = ['coordination', 'education', 'psychiatry'] as const
export const CATEGORIES = [
  'plan',
  'plan',
  'health',
  'intake',
  'assessment',
  'contact',
  'meetings',
  'logbook',
  'thread',
  'childtalk',
  'concern',
  'costs',
  'education',
] as const
// Around a week end, midnight in Denmark (22:00 or 23:00 UTC) and the change to summer time.
export const DAYS = ['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31', '2026-04-01'] as const
export const INSTANTS = DAYS.flatMap((d) => ['00:30', '08:00', '21:30', '22:30', '23:30'].map((h) => `${d}T${h}:00.000Z`))
export const BORN = [
  '1980-01-01',
  '1990-05-05',
  '2008-03-29',
  '2008-02-29',
  '2011-03-28',
  '2011-03-31',
  '2012-02-29',
  '2017-01-01',
  '2013-03-30',
  '2009-03-30',
] as const
export const LONG_AGO = '2020-01-01'
export const PEOPLE = [1, 2, 3, 4, 5] as const
export const STAFF = [1, 2, 3] as const
export const POST_ROLES = ['worker', 'worker', 'duty', 'duty', 'guard'] as const

export function days(r: Random) {
  const from = r.int(5)
  return {
    valid_from: r.chance(0.65) ? LONG_AGO : (DAYS[from] ?? LONG_AGO),
    valid_until: r.chance(0.65) ? null : (DAYS[from + r.int(DAYS.length - from)] ?? null),
  }
}
export function instants(r: Random): [string, string | null] {
  const from = r.int(INSTANTS.length - 1)
  return [
    r.chance(0.65) ? `${LONG_AGO}T00:00:00.000Z` : (INSTANTS[from] ?? ''),
    r.chance(0.65) ? null : (INSTANTS[from + 1 + r.int(INSTANTS.length - from - 1)] ?? null),
  ]
}
export const hours = (at: string, h: number) => new Date(Date.parse(at) + h * 3.6e6).toISOString()
export const subjectsOf = (r: Random, people: readonly number[]): number[] => (r.chance(0.7) ? [r.one(people)] : r.someOne(people, 0.4))
