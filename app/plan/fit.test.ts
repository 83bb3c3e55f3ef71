import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, weekday } from '#app/platform/time/plain-date.ts'
import { doubles, heavyWeeks, impossibleTravel, misfits, outsideGoals, wrongOrder } from './fit.ts'
import { misfitText, weeksText } from './fit-words.ts'
import { minutesInWeek, planSpan, weeklyLoad, weeksBetween, weeksFrom } from './load.ts'
import type { Activity } from './plan.ts'
import { aGoal, anActivity } from './testing.ts'

const monday = '2026-11-23'
const weeks = weeksFrom(monday, 4)
const day = fc.integer({ min: 0, max: 120 }).map((n) => addDays('2026-10-01', n))
const clock = fc.integer({ min: 12, max: 80 }).map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`)
const activities = fc.array(
  fc
    .record({
      start: day,
      length: fc.integer({ min: 0, max: 90 }),
      open: fc.boolean(),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      times: fc.tuple(clock, clock).filter(([a, b]) => a !== b),
      minutes: fc.integer({ min: 1, max: 1200 }),
      takesPart: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 }),
      own: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
      pause: fc.option(fc.tuple(day, fc.integer({ min: 0, max: 20 })), { nil: undefined }),
      place: fc.constantFrom('', 'Skolen', 'Hallen', 'Hjemme'),
    })
    .map((v) =>
      anActivity({
        start: v.start,
        end: v.open ? null : addDays(v.start, v.length),
        weekdays: v.weekdays.toSorted((a, b) => a - b),
        timeFrom: v.times.toSorted()[0]!,
        timeTo: v.times.toSorted()[1]!,
        minutesPerWeek: v.minutes,
        takesPart: v.takesPart,
        ownMinutes: v.own === undefined ? {} : { [v.takesPart[0]!]: v.own },
        breaks: v.pause ? [{ from: v.pause[0], until: addDays(v.pause[0], v.pause[1]), why: '' }] : [],
        place: v.place,
      }),
    ),
  { maxLength: 6 },
)

describe('load', () => {
  /** As somebody would count who goes through the calendar day by day with a pencil. */
  function recount(all: readonly Activity[], person: number, from: string): number {
    let sum = 0
    for (const a of all) {
      if (!a.takesPart.includes(person)) continue
      const minutes = a.ownMinutes[person] ?? a.minutesPerWeek!
      let days = 0
      for (let i = 0; i < 7; i++) {
        const on = addDays(from, i)
        if (!a.weekdays.includes(weekday(on))) continue
        if (on < a.start! || (a.end !== null && on > a.end)) continue
        if (a.breaks.some((b) => on >= b.from && on <= b.until)) continue
        days += 1
      }
      sum += Math.round((minutes * days) / a.weekdays.length)
    }
    return sum
  }
  test('PLAN-07: load equals a naive recount, day by day (property)', () => {
    fc.assert(
      fc.property(activities, day, (all, from) => {
        const mondays = weeksFrom(from, 6)
        const load = weeklyLoad(all, [1, 2, 3], mondays)
        for (const { personId, minutes } of load) expect(minutes).toEqual(mondays.map((m) => recount(all, personId, m)))
      }),
    )
  })
  test('PLAN-07: one member takes part with other hours; a break counts nothing', () => {
    const a = anActivity({ takesPart: [1, 2], ownMinutes: { 2: 30 }, breaks: [{ from: '2026-11-30', until: '2026-12-06', why: 'Kursus' }] })
    expect([minutesInWeek(a, monday, 1), minutesInWeek(a, monday, 2), minutesInWeek(a, '2026-11-30', 1)]).toEqual([120, 30, 0])
  })
  test('PLAN-07: without fixed days half a week of pause still leaves the week; a whole week of it does not', () => {
    const a = anActivity({ weekdays: [], breaks: [{ from: monday, until: '2026-11-27', why: '' }] })
    expect(minutesInWeek(a, monday)).toBe(120)
    expect(minutesInWeek({ ...a, breaks: [{ from: monday, until: '2026-11-29', why: '' }] }, monday)).toBe(0)
  })
  test('PLAN-07: the span of the plan is from its first to its last day, an open end goes on to the end of next month', () => {
    expect(planSpan([anActivity({ start: '2026-11-02', end: '2026-12-01' }), anActivity({ start: '2026-12-24', rhythm: 'once', end: null })], monday)).toEqual({
      from: '2026-11-02',
      until: '2026-12-24',
    })
    expect(planSpan([anActivity({ start: '2026-11-02', end: null })], monday)?.until).toBe('2026-12-31')
    expect(planSpan([anActivity({ start: null })], monday)).toBeNull()
    expect(weeksBetween('2026-11-25', '2026-12-07')).toEqual(['2026-11-23', '2026-11-30', '2026-12-07'])
  })
})

describe('two things at once', () => {
  const key = (a: Activity, b: Activity) => [a.id, b.id].toSorted((x, y) => x - y).join(' ')
  const found = (all: readonly Activity[]) =>
    doubles(all, weeks)
      .map((d) => `${[d.firstId, d.secondId].toSorted((x, y) => x - y).join(' ')} ${d.weekdays.join()} ${d.personIds.toSorted().join()} ${d.weeks.join()}`)
      .toSorted()
  test('PLAN-07: the same in whatever order the activities stand (property)', () => {
    fc.assert(fc.property(activities, (all) => {
        expect(found(all.toReversed())).toEqual(found(all))
      }),
    )
  })
  test('PLAN-07: none when no member, day or time is shared (property)', () => {
    fc.assert(
      fc.property(activities, (all) => {
        const pairs = new Set(doubles(all, weeks).map((d) => [d.firstId, d.secondId].toSorted((x, y) => x - y).join(' ')))
        for (const a of all)
          for (const b of all) {
            if (a.id >= b.id) continue
            const apart =
              !a.takesPart.some((p) => b.takesPart.includes(p)) ||
              !a.weekdays.some((d) => b.weekdays.includes(d)) ||
              a.timeTo! <= b.timeFrom! ||
              b.timeTo! <= a.timeFrom!
            if (apart) expect(pairs.has(key(a, b))).toBe(false)
          }
      }),
    )
  })
  test('PLAN-07: a break on that day takes the clash away', () => {
    const one = anActivity({ id: 1, weekdays: [1] })
    const two = anActivity({ id: 2, weekdays: [1], timeFrom: '08:30', timeTo: '10:00' })
    expect(doubles([one, two], weeks)).toMatchObject([{ weekdays: [1], personIds: [1], weeks }])
    const paused = { ...two, breaks: [{ from: weeks[0]!, until: weeks[2]!, why: 'Ferie' }] }
    expect(doubles([one, paused], weeks)).toMatchObject([{ weeks: [weeks[3]] }])
  })
})

describe('the way between places', () => {
  const school = anActivity({ id: 1, weekdays: [2], place: 'Skolen', timeFrom: '08:00', timeTo: '09:00' })
  const hall = (over: Partial<Activity> = {}) => anActivity({ id: 2, weekdays: [2], place: 'Hallen', timeFrom: '09:10', timeTo: '10:00', ...over })
  test.each<[string, Partial<Activity>, number[]]>([
    ['less time than the way takes', {}, [10]],
    ['the same place in other letters is no way', { place: ' skolen ' }, []],
    ['a place nobody named is not judged', { place: '' }, []],
    ['enough time', { timeFrom: '09:20' }, []],
    ['the way that was told counts, not ours', { travelMinutes: 5 }, []],
    ['a long way that was told', { timeFrom: '09:40', travelMinutes: 45 }, [40]],
    ['another day', { weekdays: [3] }, []],
    ['somebody else', { takesPart: [2] }, []],
  ])('PLAN-07: %s', (_, over, gaps) => {
    const list = impossibleTravel([school, hall(over)], weeks, 20)
    expect(list.map((t) => t.gap)).toEqual(gaps)
    expect(impossibleTravel([hall(over), school], weeks, 20).map((t) => [t.firstId, t.secondId])).toEqual(list.map((t) => [t.firstId, t.secondId]))
  })
})

describe('what comes after what', () => {
  const first = anActivity({ id: 1, start: '2026-11-02', end: '2026-12-18' })
  test.each<[string, Partial<Activity>, Partial<Activity>, boolean]>([
    ['begins before the first is over', { start: '2026-12-18' }, {}, true],
    ['begins the day after', { start: '2026-12-19' }, {}, false],
    ['nobody knows when the first ends', { start: '2026-12-19' }, { end: null }, true],
    ['a single visit first', { start: '2026-11-03' }, { rhythm: 'once', end: null }, false],
    ['a start nobody knows yet', { start: null }, {}, false],
  ])('PLAN-07: %s', (_, over, before, wrong) => {
    expect(wrongOrder([{ ...first, ...before }, anActivity({ id: 2, afterId: 1, ...over })])).toHaveLength(wrong ? 1 : 0)
  })
  test('PLAN-07: an activity goes on after its goal, a step ends after the goal it leads to', () => {
    const goals = [aGoal({ id: 1, end: '2026-12-01' }), aGoal({ id: 2, level: 2, parentId: 1, end: '2026-12-24' })]
    expect(outsideGoals({ goals, activities: [anActivity({ id: 9, goalId: 1, end: '2027-01-31' }), anActivity({ goalId: 1, end: '2026-12-01' })] })).toEqual([
      { kind: 'outside-goal', activityId: 9, goalId: 1, what: 'late', day: '2027-01-31', goalDay: '2026-12-01' },
      { kind: 'late-step', goalId: 2, parentId: 1, day: '2026-12-24', parentDay: '2026-12-01' },
    ])
    expect(
      outsideGoals({ goals: [aGoal({ id: 1, start: '2026-12-01' })], activities: [anActivity({ goalId: 1, start: '2026-11-02' })] }),
    ).toMatchObject([{ what: 'early' }])
  })
})

describe('in words', () => {
  const people = [{ id: 1, name: 'Mette' }]
  const both = [
    anActivity({ id: 1, what: 'Praktik', weekdays: [2], minutesPerWeek: 1500 }),
    anActivity({ id: 2, what: 'Sprogskole', weekdays: [2], timeFrom: '08:30', timeTo: '10:00', minutesPerWeek: 600 }),
  ]
  const plan = { goals: [], activities: both }
  const load = weeklyLoad(both, [1], weeks)
  const found = misfits(plan, weeks, load, { fullWeek: 30 * 60, travel: 20 })
  const say = (locale: 'da' | 'en') => found.map((one) => misfitText(locale, monday, plan, people, weeks, one))
  test('PLAN-07: a clash is said with what one could do, in both languages', () => {
    expect(say('da')[0]).toMatchObject({
      what: 'Mette skal to ting på samme tid tirsdag: »Praktik« og »Sprogskole« (hver uge).',
      do: 'Flyt den ene, eller aftal, hvem der går med i stedet.',
      on: { kind: 'activity', id: 2 },
    })
    expect(say('en')[0]?.what).toMatch(/^Mette has two things at the same time on/)
  })
  test('PLAN-07: a heavy week is said kindly, and is nobody’s fault', () => {
    expect(say('da').at(-1)).toMatchObject({
      what: 'Mette har mange timer i uge 48 til 51. Mest er der i uge 48: 35 timer.',
      do: 'Vi kalder det en fuld uge ved 30 timer. Tal om, hvad der kan vente.',
    })
    expect(heavyWeeks(load, weeks, 35 * 60)).toEqual([])
  })
  test('weeks in a row are told from first to last', () => {
    expect(weeksText('da', ['2026-12-28', '2026-11-23', '2026-12-07', '2027-01-04'])).toBe('uge 48, uge 50 og uge 53 til 1')
  })
})
