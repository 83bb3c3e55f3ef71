/*
 * Tests live on one day and begin at the same time of it: which months are open for registration, who has turned eighteen and how long ago a date written in a test lies must not depend on when they
 * are run, nor may a meeting two hours ago lie on the day before. The process of each test file and its database (test/database.ts) are moved by the same step; from there time runs as it does.
 * `TEST_BEGINS=now` is the real time, any other instant that one.
 */
const BEGINS = '2026-11-20T10:00:00Z'

/** How far before the real time tests live, in seconds. */
export const secondsBack = (real: Date, begins: string = BEGINS): number => (begins === 'now' ? 0 : Math.round((real.getTime() - Date.parse(begins)) / 1000))

/** Real time, some seconds ago. */
export function liveEarlier(seconds: number): void {
  if (seconds === 0) return
  const Real = Date
  const now = (): number => Real.now() - seconds * 1000
  globalThis.Date = new Proxy(Real, {
    construct: (target, given: unknown[]) => Reflect.construct(target, given.length === 0 ? [now()] : given) as Date,
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
}
