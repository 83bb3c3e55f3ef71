/*
 * Late in the evening Denmark already has a new day while UTC has not, and a test that says "today" by the UTC date means another day than the database. From 21 UTC on the process of each test
 * file and its database (test/database.ts) live three hours earlier, so that both have one day.
 */
const HOURS = 3
export const hoursBack: number = new Date().getUTCHours() >= 24 - HOURS ? HOURS : 0

/** Real time, some hours ago. */
export function liveEarlier(hours: number): void {
  if (hours === 0) return
  const Real = Date
  const now = (): number => Real.now() - hours * 3_600_000
  globalThis.Date = new Proxy(Real, {
    construct: (target, given: unknown[]) => Reflect.construct(target, given.length === 0 ? [now()] : given) as Date,
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
}
