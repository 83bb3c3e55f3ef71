import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { ownPack } from '#app/catalogue/testing.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { addDays, addMonths, weekday } from '#app/platform/time/plain-date.ts'
import { isWorkingDay } from '#app/platform/time/working-days.ts'
import type { ClockPerson, ClockRow } from './clock.ts'
import { entriesOf } from './entries.ts'
import { blockedDays, dueLines, intervalsOf, moveDate, proposeYear, yearRules } from './year.ts'

const today = '2026-11-23'
let hedensted: Pack
let thisted: Pack
beforeAll(async () => {
  hedensted = await ownPack('hedensted')
  thisted = await ownPack('thisted')
})
const ida: ClockPerson = { id: 3, name: 'Ida', born: '2017-03-01', child: true }
const ali: ClockPerson = { id: 4, name: 'Ali', born: '2011-04-10', child: true }
const mette: ClockPerson = { id: 1, name: 'Mette', born: '1992-05-01', child: false }
let shelf = 0
const row = (fact: ClockRow['fact'], over: Partial<ClockRow> = {}): ClockRow =>
  ({ caseId: 1, fact, code: '', personId: null, onDay: null, data: { id: (shelf += 1) }, shelfId: shelf, ...over })
const find = (pack: Pack, rows: ClockRow[], code: string, people = [mette, ida]) => entriesOf(pack, rows, people, today).find((e) => e.code === code)

describe('obligations are computed', () => {
  test('PLAN-19, MEET-06: the plan three months after it was agreed, a network meeting every half year; each with source and anchor', () => {
    const rows = [row('plan', { onDay: '2026-09-01' })]
    expect(find(hedensted, rows, 'plan-follow-up')).toMatchObject({
      state: 'due', due: '2026-12-01', anchor: { on: '2026-09-01', from: 'plan' }, sector: 'coordination', joint: true, obligation: { source: '000:931', verified: true },
    })
    expect(find(hedensted, rows, 'network-meeting')).toMatchObject({ due: '2027-03-01', anchor: { from: 'plan' } })
    const held = [...rows, row('meeting', { code: 'network-meeting', onDay: '2026-10-05' })]
    expect(find(hedensted, held, 'network-meeting')).toMatchObject({ due: '2027-04-05', anchor: { on: '2026-10-05', from: 'meeting' }, lastDone: '2026-10-05' })
    expect(find(thisted, [row('plan', { code: 'at-meeting', onDay: '2026-08-03' })], 'follow-up-meeting')).toMatchObject({ due: '2026-11-03', state: 'overdue', anchor: { from: 'plan-meeting' } })
    expect(find(hedensted, [], 'plan-follow-up')?.state).toBe('unknown')
  })
  test('MEET-09: help to a child is followed up three months after it began: its own sector’s activity, or the plan that holds', () => {
    const help = row('help', { code: 'family-department', personId: 3, onDay: '2026-10-01' })
    expect(find(hedensted, [help], 'support-first-follow-up')).toMatchObject({
      due: '2027-01-01', personId: 3, sector: 'family-department', anchor: { on: '2026-10-01', from: 'help' }, obligation: { paragraph: 'Barnets lov § 95, stk. 1-2', verified: true },
    })
    const plan = row('sector-plan', { code: 'childs-plan', personId: 3, onDay: '2026-09-10', data: { from: '2026-09-15' } })
    expect(find(hedensted, [help, plan], 'support-first-follow-up')?.anchor).toEqual({ on: '2026-09-15', from: 'sector-plan' })
    expect(find(hedensted, [row('help', { code: 'education', personId: 3, onDay: '2026-10-01' })], 'support-first-follow-up')?.state).toBe('unknown')
    expect(find(hedensted, [{ ...help, data: { until: '2026-11-01' } }], 'support-first-follow-up')?.state).toBe('unknown')
  })
  test('MEET-09: a plan for the child is ready three months after the decision, and then it is done', () => {
    const decided = row('sector-plan', { code: 'childs-plan', personId: 3, onDay: '2026-11-01' })
    expect(find(hedensted, [decided], 'childs-plan-ready')).toMatchObject({ due: '2027-02-01', joint: false })
    expect(find(hedensted, [{ ...decided, data: { from: '2026-11-10' } }], 'childs-plan-ready')).toBeUndefined()
    expect(find(hedensted, [{ ...decided, data: { notNeeded: true } }], 'childs-plan-ready')).toBeUndefined()
  })
  test('MEET-09: later follow-up begins after the first; its rhythm is decided, or the plan says the next day', () => {
    const help = row('help', { code: 'family-department', personId: 3, onDay: '2026-06-01' })
    expect(find(hedensted, [help], 'support-later-follow-up')).toBeUndefined()
    const first = [help, row('served', { code: 'support-first-follow-up', personId: 3, onDay: '2026-08-20' })]
    expect(find(hedensted, first, 'support-first-follow-up')).toBeUndefined()
    expect(find(hedensted, first, 'support-later-follow-up')).toMatchObject({ state: 'no-rhythm', due: null, lastDone: '2026-08-20' })
    const rhythm = row('rhythm', { code: 'support-later-follow-up', personId: 3, onDay: '2026-08-20', data: { months: 4, reason: 'Ida vil gerne have ro' } })
    expect(find(hedensted, [...first, rhythm], 'support-later-follow-up')).toMatchObject({ due: '2026-12-20', every: { months: 4 }, rhythm: { reason: 'Ida vil gerne have ro' } })
    const next = row('sector-plan', { code: 'childs-plan', personId: 3, onDay: '2026-06-01', data: { from: '2026-06-01', next: '2027-01-14' } })
    expect(find(hedensted, [...first, next], 'support-later-follow-up')).toMatchObject({ due: '2027-01-14' })
  })
  test('MEET-09: a young person’s plan is due on the sixteenth birthday and kept when somebody has decided', () => {
    expect(find(hedensted, [], 'youth-plan-decided', [ali])).toMatchObject({ due: '2027-04-10', state: 'due', anchor: { from: 'birthday' } })
    expect(find(hedensted, [], 'youth-plan-decided', [ida])).toBeUndefined()
    expect(find(hedensted, [row('sector-plan', { code: 'youth-plan', personId: 4, onDay: '2026-10-01' })], 'youth-plan-decided', [ali])).toBeUndefined()
  })
  test('MEET-11: job talks count from the benefit; they are joined only when chosen, and the law in force today names no interval', () => {
    const benefit = row('benefit', { code: 'cash-benefit-activity-ready', personId: 1, onDay: '2026-08-01' })
    const talk = find(hedensted, [benefit], 'job-talk')
    expect(talk).toMatchObject({ state: 'no-rhythm', joint: false, sector: 'employment', anchor: { on: '2026-08-01', from: 'benefit' }, obligation: { verified: false } })
    const rhythm = row('rhythm', { code: 'job-talk', personId: 1, onDay: '2026-09-01', data: { weeks: 6, reason: 'Aftalt' } })
    const chosen = row('joined', { code: 'job-talk', personId: 1, onDay: '2026-09-01' })
    expect(find(hedensted, [benefit, rhythm], 'job-talk')).toMatchObject({ joint: false, due: '2026-09-12', state: 'overdue' })
    expect(find(hedensted, [benefit, rhythm, chosen], 'job-talk')?.joint).toBe(true)
    const before = entriesOf(hedensted, [{ ...benefit, onDay: '2026-06-01' }], [mette], '2026-06-10').find((e) => e.code === 'job-talk')
    expect(before).toMatchObject({ due: '2026-06-08', firstWithin: { weeks: 1 }, every: { days: 45 } })
  })
  test('MEET-09: what nobody has said is unknown; the authority says the day, or that it is not relevant', () => {
    expect(find(hedensted, [], 'placed-child-visit')).toMatchObject({ state: 'unknown', due: null })
    const given = row('anchor', { code: 'placed-child-visit', personId: 3, onDay: '2026-08-01' })
    expect(find(hedensted, [given], 'placed-child-visit')).toMatchObject({ due: '2027-02-01', anchor: { from: 'given' } })
    const no = row('not-relevant', { code: 'placed-child-visit', personId: 3, onDay: '2026-08-02', data: { reason: 'Ida bor hjemme' } })
    expect(find(hedensted, [given, no], 'placed-child-visit')).toMatchObject({ state: 'not-relevant', due: null })
  })
  test('CON-08: the clock of a notification of concern is no family’s', () => {
    expect(entriesOf(hedensted, [], [mette, ida], today).some((e) => e.code.startsWith('notification'))).toBe(false)
  })
})

describe('the year', () => {
  const everything = () => [
    row('plan', { onDay: '2026-09-01' }), row('help', { code: 'family-department', personId: 3, onDay: '2026-10-01' }),
    row('served', { code: 'x', onDay: '2026-01-01' }),
  ]
  const part = (pack: Pack, called: string[] = []) => ({ today, rules: yearRules(pack, today), blocked: blockedDays(pack, [], today), called })
  test('MEET-10: ten days’ slack and four weeks between, from the pack', () => {
    expect(yearRules(hedensted, today)).toEqual({ slackDays: 10, gapWeeks: 4 })
    expect(yearRules(thisted, today)).toEqual({ slackDays: 10, gapWeeks: 4 })
  })
  test('MEET-09, MEET-10: the packs of both projects: fewer joint meetings than separate, on working days, ten days before the last day', () => {
    for (const pack of [hedensted, thisted]) {
      const entries = entriesOf(pack, everything(), [mette, ida], today)
      const { proposal, alone } = proposeYear(entries, part(pack))
      if (!proposal) throw new Error('no proposal')
      expect(proposal.joint).toBeLessThan(proposal.separate)
      expect(proposal.late).toEqual([])
      const closed = blockedDays(pack, [], today)
      for (const { date } of proposal.meetings) {
        expect(isWorkingDay(date)).toBe(true)
        expect(closed.some((r) => r.from <= date && date <= r.to)).toBe(false)
      }
      for (const e of entries.filter((one) => one.joint && one.due)) expect(alone[e.id]?.length).toBeGreaterThan(0)
      for (let i = 1; i < proposal.meetings.length; i += 1)
        expect(addDays(proposal.meetings[i - 1]?.date ?? '', 28) <= (proposal.meetings[i]?.date ?? '')).toBe(true)
    }
  })
  test('MEET-10: closing days of the pack and the family’s own periods are left out', () => {
    const blocked = blockedDays(hedensted, [{ from: '2027-02-08', to: '2027-02-21' }], today)
    for (const day of ['2026-12-24', '2026-12-25', '2027-06-05', '2027-02-10', '2027-03-26']) expect(blocked.some((r) => r.from <= day && day <= r.to), day).toBe(true)
  })
  test('MEET-09: what if a date moves: who would be late, and how the rest would be', () => {
    const entries = entriesOf(hedensted, everything(), [mette, ida], today)
    const { proposal } = proposeYear(entries, part(hedensted))
    const dates = proposal?.meetings.map((m) => m.date) ?? []
    const first = dates[0] ?? ''
    expect(moveDate(entries, part(hedensted), dates, first, addDays(first, -2)).late).toEqual([])
    const far = moveDate(entries, part(hedensted), dates, first, addMonths(first, 1))
    expect(far.late.some((l) => (l.days ?? 0) > 0)).toBe(true)
    expect(far.instead?.length).toBeGreaterThan(0)
    expect(moveDate(entries, part(hedensted), dates, first, '2026-12-25').closed).toBe(true)
  })
  test('MEET-11: a called meeting is used, and shown with what it serves', () => {
    const serves = [{ code: 'plan-follow-up', personId: null, due: '2026-12-01' }]
    const rows = [...everything(), row('next', { code: 'plan-follow-up', onDay: '2026-11-30', data: { serves } })]
    const entries = entriesOf(hedensted, rows, [mette, ida], today)
    expect(entries.find((e) => e.code === 'plan-follow-up')?.planned).toBe('2026-11-30')
    expect(proposeYear(entries, part(hedensted, ['2026-11-30'])).proposal?.meetings.map((m) => m.date)).toContain('2026-11-30')
  })
  test('MEET-08: actual against agreed interval; what became too long is said', () => {
    const rows = [row('plan', { onDay: '2026-01-05' }), ...['2026-04-01', '2026-09-15'].map((onDay) => row('served', { code: 'plan-follow-up', onDay }))]
    const entry = find(hedensted, rows, 'plan-follow-up')
    expect(entry && intervalsOf(entry, today)).toEqual([
      { from: '2026-01-05', to: '2026-04-01', days: 86, most: 90, tooLong: false, open: false },
      { from: '2026-04-01', to: '2026-09-15', days: 167, most: 91, tooLong: true, open: false },
      { from: '2026-09-15', to: today, days: 69, most: 91, tooLong: false, open: true },
    ])
  })
  test('MEET-09: what was kept before the day it counts from is another round: a plan agreed anew, new help', () => {
    const rows = [row('plan', { onDay: '2026-11-01' }), row('served', { code: 'plan-follow-up', onDay: '2026-09-15' })]
    expect(find(hedensted, rows, 'plan-follow-up')).toMatchObject({ due: '2027-02-01', lastDone: null })
    const help = row('help', { code: 'family-department', personId: 3, onDay: '2026-10-01' })
    const before = row('served', { code: 'support-first-follow-up', personId: 3, onDay: '2026-03-01' })
    expect(find(hedensted, [help, before], 'support-first-follow-up')).toMatchObject({ due: '2027-01-01' })
    expect(find(hedensted, [help, before], 'support-later-follow-up')).toBeUndefined()
  })
  test('MEET-06: due lines: soonest first, overdue said', () => {
    const lines = dueLines(7, entriesOf(hedensted, [row('plan', { onDay: '2026-06-01' })], [mette, ida], today), addDays(today, 60))
    expect(lines.map((l) => [l.code, l.due, l.overdue])).toEqual([['plan-follow-up', '2026-09-01', true], ['network-meeting', '2026-12-01', false]])
  })
  test('MEET-09: whatever rows there are, the year is made or says why not, never on a weekend', () => {
    const day = fc.integer({ min: -400, max: 0 }).map((n) => addDays(today, n))
    const any = fc.array(fc.record({ fact: fc.constantFrom('plan', 'meeting', 'sector-plan', 'help', 'benefit', 'served', 'rhythm', 'joined', 'anchor'), person: fc.constantFrom(1, 3, null), on: day,
      code: fc.constantFrom('', 'childs-plan', 'family-department', 'network-meeting', 'plan-follow-up', 'support-first-follow-up', 'support-later-follow-up', 'job-talk', 'cash-benefit-activity-ready', 'action-plan') }), { maxLength: 12 })
    fc.assert(fc.property(any, (list) => {
      const rows = list.map((one) => row(one.fact as ClockRow['fact'], { code: one.code, personId: one.person, onDay: one.on, data: { months: 2, from: one.on } }))
      const { proposal, problem } = proposeYear(entriesOf(hedensted, rows, [mette, ida], today), part(hedensted))
      expect(problem).toBeNull()
      for (const m of proposal?.meetings ?? []) expect(weekday(m.date)).toBeLessThan(6)
    }), { numRuns: 300 })
  })
})
