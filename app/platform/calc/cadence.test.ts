import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, weekday } from '../time/plain-date.ts'
import { runCalc } from './calc-command.ts'
import { cadence, type CadenceInput, judge } from './cadence.ts'

const example: CadenceInput = {
  today: '2026-11-23',
  horizonEnd: '2027-11-22',
  weekdaysOnly: true,
  blocked: [{ from: '2026-12-24', to: '2027-01-01' }],
  minGap: { weeks: 4 },
  slack: { days: 0 },
  obligations: [
    { id: 'plan', anchor: '2026-09-01', lastDone: '2026-11-02', every: { months: 3 } },
    { id: 'child', anchor: '2026-10-15', firstWithin: { months: 4 } },
  ],
}
const result = {
  meetings: [
    { date: '2027-02-02', serves: ['plan', 'child'] }, { date: '2027-04-30', serves: ['plan'] },
    { date: '2027-07-30', serves: ['plan'] }, { date: '2027-10-29', serves: ['plan'] },
  ],
  overdue: [], tight: [], late: [], joint: 4, separate: 5,
}
const dates = (input: CadenceInput): string[] => cadence(input).meetings.map((m) => m.date)
const one = (obligation: Partial<CadenceInput['obligations'][number]>, more: Partial<CadenceInput> = {}): CadenceInput => ({
  today: '2026-11-23', horizonEnd: '2027-11-22', obligations: [{ id: 'a', anchor: '2026-11-02', ...obligation }], ...more,
})

test('MEET-09: the example of the contract gives its result, also through the command and in a batch', () => {
  expect(cadence(example)).toEqual(result)
  expect(JSON.parse(runCalc(['cadence'], JSON.stringify(example)).stdout)).toEqual(result)
  const batch = JSON.parse(runCalc(['--batch'], JSON.stringify([{ id: 7, topic: 'cadence', input: example }])).stdout)
  expect(batch).toEqual([{ id: 7, result }])
})

test('MEET-09: months keep the day of the month and are clamped to its end, from the day itself each time', () => {
  const monthly = one({ anchor: '2026-10-31', every: { months: 1 } }, { today: '2026-11-01', horizonEnd: '2027-04-01', weekdaysOnly: false })
  expect(dates(monthly)).toEqual(['2026-11-30', '2026-12-30', '2027-01-30', '2027-02-28', '2027-03-28'])
  expect(dates(one({ anchor: '2026-10-31', firstWithin: { months: 4 } }, { weekdaysOnly: false }))).toEqual(['2027-02-28'])
})

test('MEET-09: first within, every, once, and finished', () => {
  expect(dates(one({ firstWithin: { weeks: 4 } }))).toEqual(['2026-11-30'])
  expect(dates(one({ firstWithin: { weeks: 4 }, lastDone: '2026-11-10' }))).toEqual([])
  expect(dates(one({ every: { months: 6 } }))).toEqual(['2027-04-30', '2027-10-29'])
  expect(dates(one({ firstWithin: { weeks: 4 }, every: { months: 6 }, lastDone: '2026-11-20' }))).toEqual(['2027-05-20', '2027-11-19'])
  expect(cadence(one({ every: { months: 3 } }, { obligations: [] }))).toMatchObject({ meetings: [], joint: 0, separate: 0 })
})

test('MEET-09: what is overdue is planned today and is not late; what is due today is neither', () => {
  const input: CadenceInput = {
    today: '2026-11-23', horizonEnd: '2026-12-31',
    obligations: [
      { id: 'b', anchor: '2026-01-01', firstWithin: { months: 2 } }, { id: 'today', anchor: '2026-11-16', firstWithin: { weeks: 1 } },
      { id: 'a', anchor: '2026-01-01', lastDone: '2026-02-01', every: { months: 9 } },
    ],
  }
  expect(cadence(input)).toEqual({
    meetings: [{ date: '2026-11-23', serves: ['b', 'today', 'a'] }], overdue: ['b', 'a'], tight: [], late: [], joint: 1, separate: 3,
  })
  // 22 November 2026 is a Sunday: the first day to meet is Monday; due on the Sunday itself is late, overdue is only overdue.
  const sunday = cadence({ ...input, today: '2026-11-22', obligations: [
    { id: 'old', anchor: '2026-01-01', firstWithin: { months: 2 } }, { id: 'now', anchor: '2026-11-15', firstWithin: { weeks: 1 } },
  ] })
  expect(sunday).toMatchObject({ meetings: [{ date: '2026-11-23' }], overdue: ['old'], late: [{ id: 'now', due: '2026-11-22', servedOn: '2026-11-23' }] })
})

test('MEET-09: slack plans earlier, never before today; what has no room for it is tight', () => {
  const slack = { slack: { days: 10 } }
  expect(dates(one({ firstWithin: { weeks: 4 } }, slack))).toEqual(['2026-11-23'])
  expect(cadence(one({ firstWithin: { weeks: 4 } }, slack)).tight).toEqual(['a'])
  expect(cadence(one({ firstWithin: { days: 31 } }, slack))).toMatchObject({ tight: [], meetings: [{ date: '2026-11-23' }] })
  expect(cadence(one({ firstWithin: { days: 20 } }, slack))).toMatchObject({ tight: [], overdue: ['a'] })
  // After the planned day and still in time: nobody is late.
  expect(cadence(one({ firstWithin: { weeks: 6 } }, { ...slack, blocked: [{ from: '2026-11-23', to: '2026-12-09' }] })))
    .toMatchObject({ meetings: [{ date: '2026-12-10' }], late: [] })
})

test('MEET-10: time to work between two meetings, blocked days, and who is late for it', () => {
  const twice: CadenceInput = {
    today: '2026-11-23', horizonEnd: '2027-01-31', minGap: { weeks: 4 },
    obligations: [{ id: 'a', anchor: '2026-11-16', every: { weeks: 2 } }],
  }
  expect(cadence(twice)).toMatchObject({
    meetings: [{ date: '2026-11-30' }, { date: '2026-12-28' }, { date: '2027-01-25' }],
    late: [{ id: 'a', due: '2026-12-14', servedOn: '2026-12-28' }, { id: 'a', due: '2027-01-11', servedOn: '2027-01-25' }],
  })
  const blocked = one({ firstWithin: { weeks: 4 } }, { horizonEnd: '2026-12-01', blocked: [{ from: '2026-11-20', to: '2026-12-04' }] })
  expect(cadence(blocked)).toMatchObject({ meetings: [{ date: '2026-12-07' }], late: [{ id: 'a', due: '2026-11-30', servedOn: '2026-12-07' }] })
})

test('MEET-09: each obligation comes to the last joint date that is early enough, and counts from there', () => {
  const input: CadenceInput = {
    today: '2026-11-23', horizonEnd: '2027-06-30', weekdaysOnly: false,
    obligations: [
      { id: 'half', anchor: '2026-11-01', every: { months: 6 } }, { id: 'quarter', anchor: '2026-11-01', every: { months: 2 } },
    ],
  }
  expect(cadence(input).meetings).toEqual([
    { date: '2027-01-01', serves: ['quarter'] }, { date: '2027-03-01', serves: ['quarter'] }, { date: '2027-05-01', serves: ['half', 'quarter'] },
  ])
})

test('MEET-09: input without sense has a code and a sentence', () => {
  const code = (input: unknown) => {
    const { stdout, exitCode } = runCalc(['cadence'], JSON.stringify(input))
    const { error } = JSON.parse(stdout)
    expect(exitCode, stdout).toBe(2)
    expect(error.message.length).toBeGreaterThan(10)
    return error.code
  }
  const every = { months: 3 }
  expect(code(one({}))).toBe('noInterval')
  expect(code(one({ every: { months: 1, days: 1 } }))).toBe('oneUnit')
  expect(code(one({ every: {} }))).toBe('oneUnit')
  expect(code(one({ every: { days: 0 } }))).toBe('notPositive')
  expect(code(one({ every: { days: -3 } }))).toBe('notPositive')
  expect(code(one({ every: { weeks: 1.5 } }))).toBe('notPositive')
  expect(code(one({ every }, { minGap: { weeks: 0 } }))).toBe('notPositive')
  expect(code(one({ every }, { slack: { days: -1 } }))).toBe('notPositive')
  expect(code(one({ every }, { slack: { days: 0, weeks: 0 } }))).toBe('oneUnit')
  expect(code(one({ every }, { obligations: [{ id: 'a', anchor: '2026-11-02', every }, { id: 'a', anchor: '2026-11-02', every }] }))).toBe('duplicateId')
  expect(code(one({ every, anchor: '2026-11-24' }))).toBe('afterToday')
  expect(code(one({ every, lastDone: '2026-11-24' }))).toBe('afterToday')
  expect(code(one({ every }, { horizonEnd: '2026-11-22' }))).toBe('horizonBeforeToday')
  expect(code(one({ every }, { blocked: [{ from: '2027-01-02', to: '2027-01-01' }] }))).toBe('rangeTurnedRound')
  expect(code(one({ every }, { blocked: [{ from: '2026-11-01', to: '2029-01-01' }] }))).toBe('nothingAllowed')
  expect(code({ ...one({ every }), slak: { days: 1 } })).toBe('invalidInput')
  expect(code({ ...one({ every }), obligations: [{ id: 'a', anchor: '2026-11-02', every, first: every }] })).toBe('invalidInput')
  expect(code(one({ every, anchor: '2026-02-30' }))).toBe('invalidInput')
  expect(code(one({ every: { years: 1 } as never }))).toBe('invalidInput')
})

test('MEET-09: an interval that no calendar reaches is no error', () => {
  expect(dates(one({ every: { months: 10 ** 9 } }))).toEqual([])
  expect(dates(one({ every: { months: 10 ** 12 } }))).toEqual([])
})

test('MEET-11: dates that stand already are used, the others are found around them', () => {
  const input = one({ every: { months: 3 } }, { horizonEnd: '2027-06-30' })
  expect(cadence(input, ['2027-01-15']).meetings.map((m) => m.date)).toEqual(['2027-01-15', '2027-04-15'])
  expect(cadence(input, ['2027-03-01']).meetings.map((m) => m.date)).toEqual(['2027-02-02', '2027-03-01', '2027-06-01'])
  expect(judge(input, ['2027-02-10', '2027-05-10'])).toEqual({
    meetings: [{ date: '2027-02-10', serves: ['a'] }, { date: '2027-05-10', serves: ['a'] }],
    late: [{ id: 'a', due: '2027-02-02', servedOn: '2027-02-10' }],
  })
  expect(judge(input, []).late).toEqual([{ id: 'a', due: '2027-02-02', servedOn: null }])
})

// ---- against a plain reading of the contract, day by day, and against exhaustive search ----

type Length = { days?: number; weeks?: number; months?: number }
const plus = (day: string, s: Length, sign = 1): string =>
  s.months ? addMonths(day, sign * s.months) : addDays(day, sign * (s.days ?? (s.weeks ?? 0) * 7))
type Open = { id: string; due: string; planned: string; every?: Length | undefined }

function slow(input: CadenceInput): { dates: string[]; late: unknown[]; overdue: string[]; tight: string[] } {
  const { today, horizonEnd } = input
  const planned = (due: string) => [today, plus(due, input.slack ?? { days: 0 }, -1)].toSorted()[1] ?? today
  const found = { dates: [] as string[], late: [] as unknown[], overdue: [] as string[], tight: [] as string[] }
  let open: Open[] = input.obligations.flatMap((o) => {
    if (o.lastDone && !o.every) return []
    const due = o.lastDone ? plus(o.lastDone, o.every ?? {}) : plus(o.anchor, o.firstWithin ?? o.every ?? {})
    if (due < today) found.overdue.push(o.id)
    else if (plus(due, input.slack ?? { days: 0 }, -1) < today) found.tight.push(o.id)
    return [{ id: o.id, due, planned: planned(due), every: o.every }]
  })
  for (;;) {
    const [least] = open.map((o) => o.planned).toSorted()
    if (least === undefined || least > horizonEnd) return found
    const before = found.dates.at(-1)
    const allowed = (day: string) =>
      day >= today && (input.weekdaysOnly === false || weekday(day) <= 5) && !(input.blocked ?? []).some((b) => b.from <= day && day <= b.to) &&
      (before === undefined || (day > before && (!input.minGap || day >= plus(before, input.minGap))))
    let date = least
    while (date >= today && !allowed(date)) date = addDays(date, -1)
    if (date < today) for (date = least; !allowed(date);) date = addDays(date, 1)
    for (const o of open) if (o.due >= today && o.due < date && o.due <= horizonEnd) found.late.push({ id: o.id, due: o.due, servedOn: date })
    found.dates.push(date)
    open = open.flatMap((o) => (o.every ? [{ ...o, due: plus(date, o.every), planned: planned(plus(date, o.every)) }] : []))
  }
}

const today = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2026-01-01', n))
const length = fc.oneof(
  fc.record({ days: fc.integer({ min: 3, max: 60 }) }), fc.record({ weeks: fc.integer({ min: 1, max: 12 }) }), fc.record({ months: fc.integer({ min: 1, max: 6 }) }),
)
const family = (least: fc.Arbitrary<Length>, most: number, back: number) =>
  today.chain((day) =>
    fc.array(fc.record({
      anchor: fc.integer({ min: 0, max: back }).map((n) => addDays(day, -n)), every: fc.option(least, { nil: undefined }), firstWithin: fc.option(least, { nil: undefined }),
      lastDone: fc.option(fc.integer({ min: 0, max: back }).map((n) => addDays(day, -n)), { nil: undefined }),
    }), { minLength: 1, maxLength: most }).map((list) => ({
      today: day,
      obligations: list.map((o, i) => ({ id: `o${i}`, ...o, ...(o.every || o.firstWithin ? {} : { every: { weeks: 2 } }) })),
    })))

test('MEET-09: the same as a reader of the contract finds day by day, with everything in the way', () => {
  const range = (day: string) => fc.tuple(fc.integer({ min: -20, max: 300 }), fc.integer({ min: 0, max: 40 })).map(([a, n]) => ({ from: addDays(day, a), to: addDays(day, a + n) }))
  const input = family(length, 4, 200).chain((some) =>
    fc.record({
      horizon: fc.integer({ min: 0, max: 250 }), weekdaysOnly: fc.option(fc.boolean(), { nil: undefined }), minGap: fc.option(length, { nil: undefined }),
      slack: fc.option(fc.oneof(length, fc.constant({ days: 0 }), fc.constant({ days: 10 })), { nil: undefined }), blocked: fc.array(range(some.today), { maxLength: 4 }),
    }).map(({ horizon, ...rest }): CadenceInput => ({ ...some, ...rest, horizonEnd: addDays(some.today, horizon) })))
  fc.assert(fc.property(input, (family) => {
    const { meetings, ...rest } = cadence(family)
    const expected = slow(family)
    expect({ dates: meetings.map((m) => m.date), late: rest.late, overdue: rest.overdue, tight: rest.tight }).toEqual(expected)
    expect(rest.joint).toBe(meetings.length)
    expect(rest.separate).toBe(family.obligations.reduce((sum, o) => sum + slow({ ...family, obligations: [o] }).dates.length, 0))
    expect(judge(family, meetings.map((m) => m.date)).meetings).toEqual(meetings)
  }), { numRuns: 800 })
})

/** Sets of n days, the small ones first. */
const setsOf = new Map<number, number[]>()
function sets(n: number): number[] {
  const size = (set: number) => set.toString(2).replaceAll('0', '').length
  const made = setsOf.get(n) ?? Array.from({ length: 2 ** n }, (_, set) => set).toSorted((a, b) => size(a) - size(b))
  setsOf.set(n, made)
  return made
}
/**
 * Every set of days that keeps all: the fewest, and of those the latest, first date first. `all`: each day serves everybody, as the contract counts
 * while it chooses; else each obligation takes the days it needs.
 */
function exhaustive(input: CadenceInput, days: string[], all: boolean): string[] {
  let best: string[] | null = null
  for (const set of sets(days.length)) {
    const chosen = days.filter((_, i) => set & (1 << i))
    if (best && chosen.length > best.length) break
    if (best && chosen.join() < best.join()) continue
    if (input.obligations.every((o) => kept(input, o, chosen, days, all))) best = chosen
  }
  return best ?? ['none']
}

/** Is each due date up to the horizon kept? Where no day at all is left before it, by the first day after it. */
function kept(input: CadenceInput, o: CadenceInput['obligations'][number], chosen: string[], days: string[], all: boolean): boolean {
  if (o.lastDone && !o.every) return true
  let due = o.lastDone ? plus(o.lastDone, o.every ?? {}) : plus(o.anchor, o.firstWithin ?? o.every ?? {})
  let before = ''
  for (;;) {
    const planned = [input.today, plus(due, input.slack ?? { days: 0 }, -1)].toSorted()[1] ?? ''
    const later = chosen.filter((d) => d > before)
    const open = planned <= input.horizonEnd
    if (!open && (!all || later.length === 0)) return true
    const latest = days.filter((d) => d > before && d <= planned).at(-1) ?? days.find((d) => d > before && d > planned) ?? ''
    const next = all ? later[0] : later.findLast((d) => d <= latest)
    if (next === undefined || (open && next > latest)) return false
    if (!o.every) return true
    before = next
    due = plus(next, o.every)
  }
}

const short = fc.oneof(fc.record({ days: fc.integer({ min: 2, max: 12 }) }), fc.record({ weeks: fc.integer({ min: 1, max: 2 }) }), fc.constant({ months: 1 }))
const small = fc.record({ some: family(short, 3, 20), weekdaysOnly: fc.boolean(), slack: fc.integer({ min: 0, max: 2 }), horizon: fc.integer({ min: 0, max: 9 }) })
  .map(({ some, weekdaysOnly, slack, horizon }) => ({
    input: { ...some, weekdaysOnly, slack: { days: slack }, horizonEnd: addDays(some.today, horizon) } satisfies CadenceInput,
    days: Array.from({ length: horizon + 5 }, (_, i) => addDays(some.today, i)).filter((d) => !weekdaysOnly || weekday(d) <= 5),
  }))

test('MEET-09: no smaller number of dates keeps all obligations, each date as late as may be (exhaustive search, 3,000 small families)', () => {
  fc.assert(fc.property(small, ({ input, days }) => {
    expect(dates(input)).toEqual(exhaustive(input, days, true))
  }), { numRuns: 3000 })
})

test('MEET-09: nor when each obligation takes only the dates it needs (exhaustive search, 2,000 small families)', () => {
  // A first time that may wait longer than the next would be better off staying away; the contract counts it as served all the same.
  fc.assert(fc.property(small.filter(({ input }) => !input.obligations.some((o) => o.every && o.firstWithin)), ({ input, days }) => {
    expect(dates(input).length).toBe(exhaustive(input, days, false).length)
  }), { numRuns: 2000 })
})

test('MEET-09: who comes keeps every obligation as the dates do, and comes to no date that could be spared', () => {
  // Where the first time may wait longer than the next, dates are found as the contract says, and not everyone comes to them.
  const usual = family(length, 4, 100).map((f) => ({ ...f, obligations: f.obligations.map((o) => (o.every ? { ...o, firstWithin: undefined } : o)) }))
  fc.assert(fc.property(usual, fc.integer({ min: 0, max: 300 }), (some, horizon) => {
    const input: CadenceInput = { ...some, horizonEnd: addDays(some.today, horizon), weekdaysOnly: false }
    const { meetings } = cadence(input)
    for (const m of meetings) expect(m.serves.length).toBeGreaterThan(0)
    for (const o of input.obligations) {
      const visits = meetings.filter((m) => m.serves.includes(o.id)).map((m) => m.date)
      const all = meetings.map((m) => m.date)
      visits.forEach((day, i) => {
        const due = i > 0 ? plus(visits[i - 1] ?? '', o.every ?? {}) : o.lastDone ? plus(o.lastDone, o.every ?? {}) : plus(o.anchor, o.firstWithin ?? o.every ?? {})
        expect(all.filter((d) => d <= due && d > day)).toEqual([])
        if (due >= input.today) expect(day <= due).toBe(true)
      })
    }
  }), { numRuns: 1000 })
})

test('MEET-09: thousands of obligations over ten years', () => {
  const obligations = Array.from({ length: 3000 }, (_, i) => ({ id: `o${i}`, anchor: addDays('2026-01-01', i % 300), every: { days: 20 + (i % 400) } }))
  const { joint, separate } = cadence({ today: '2026-11-23', horizonEnd: '2036-11-22', obligations })
  expect(joint).toBeGreaterThan(100)
  expect(separate).toBeGreaterThan(joint)
})
