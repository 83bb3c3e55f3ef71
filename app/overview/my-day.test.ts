import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/platform/time/plain-date.ts'
import { countToday, DayAct, type DayItem, foldMonths, intoSections, nextChange, sections, sectionOf, taskPlace } from './my-day.ts'

const today = '2026-11-22'
const item = (over: Partial<DayItem> = {}): DayItem => ({
  key: 'task.1', caseId: 1, due: today, time: null, owner: null, what: { kind: 'task', code: 'other', name: null }, href: '/', act: null, personIds: [], shelfIds: [], ...over,
})
const ages = [
  { code: 'party', years: 10, label: 'Part', source: 'Barnets lov § 3' },
  { code: 'health-alone', years: 15, label: 'Helbred', source: 'Sundhedsloven § 17' },
  { code: 'digital-post', years: 15, label: 'Digital Post', source: 'borger.dk' },
  { code: 'adult', years: 18, label: 'Voksen', source: 'Værgemålsloven § 1' },
]

test('KOO-11: late, today, this week, later; without a day it is missing', () => {
  const at = (due: string | null) => sectionOf({ due, what: { kind: 'follow-up', agreed: true } }, today)
  expect([addDays(today, -1), today, addDays(today, 7), addDays(today, 8), addDays(today, 60), addDays(today, 61), null].map(at)).toEqual(['overdue', 'today', 'week', 'later', 'later', null, 'missing'])
})
test('KOO-11: property: each thing stands once, in the order of its days, and the mail counts what is late and today', () => {
  const any = fc.record({ id: fc.integer({ min: 1, max: 12 }), ahead: fc.option(fc.integer({ min: -90, max: 90 }), { nil: null }) })
  fc.assert(fc.property(fc.array(any), (list) => {
    const items = list.map(({ id, ahead }) => item({ key: `task.${id}`, due: ahead === null ? null : addDays(today, ahead) }))
    const found = intoSections(items, today)
    const all = sections.flatMap((s) => found[s])
    expect(new Set(all.map((one) => one.key)).size).toBe(all.length)
    for (const s of sections) expect(found[s].map((one) => one.due ?? '9')).toEqual(found[s].map((one) => one.due ?? '9').toSorted())
    expect(countToday(found)).toBe(all.filter((one) => one.due !== null && one.due <= today).length)
  }))
})
test('KOO-11: a birthday is told when the law pack changes something, 60 days ahead, with its sources', () => {
  expect(nextChange(addDays('2011-11-22', 40), ages, today)).toMatchObject({ years: 15, changes: [{ source: 'Sundhedsloven § 17' }, { source: 'borger.dk' }] })
  expect(nextChange('2016-12-01', ages, today)).toMatchObject({ on: '2026-12-01', years: 10, changes: [{ label: 'Part' }] })
  expect(nextChange('2017-12-01', ages, today)).toBeNull()
  expect(nextChange('2016-03-01', ages, today)).toBeNull()
  expect(nextChange(null, ages, today)).toBeNull()
  fc.assert(fc.property(fc.integer({ min: 0, max: 9000 }), (days) => {
    const found = nextChange(addDays(today, -days), ages, today)
    if (found) expect([found.on > today, found.on <= addDays(today, 60), ages.some((a) => a.years === found.years)]).toEqual([true, true, true])
  }))
})
test('every task leads somewhere', () => {
  expect(taskPlace('consent-ends', 3)).toBe('/familier/3/samtykke')
  expect(taskPlace('goes-on-after-exit', 3)).toBe('/overdraget')
  expect(taskPlace('absence-uncovered', 3)).toBe('/familier/3/hjaelpere')
  expect(taskPlace('spot-check', null)).toBe('/administration/stikproever')
  expect(taskPlace('anything-else', 3)).toBe('/familier/3')
})
test('a button names one thing of one kind', () => {
  expect(DayAct.safeParse({ do: 'done', key: 'agreement.1.2', revision: '3' }).success).toBe(true)
  for (const key of ['task.x', 'agreement.1', 'meeting.1', "task.1'"]) expect(DayAct.safeParse({ do: 'done', key }).success).toBe(false)
})

test('PROG-03, KOO-11: the same month of many families is one line with their number; of three each its own, and nothing else is folded', () => {
  const month = (caseId: number, of = '2026-10-01') => item({ key: `registration.${caseId}.${of}`, caseId, what: { kind: 'registration', month: of } })
  const few = [month(1), month(2), month(3), item()]
  expect(foldMonths(few)).toEqual(few)
  const folded = foldMonths([...few, month(4), month(5, '2026-09-01')])
  expect(folded.map((one) => one.key)).toEqual(['task.1', 'registration.5.2026-09-01', 'registration.2026-10-01'])
  expect(folded.at(-1)).toMatchObject({ caseId: null, href: '/registrering', what: { kind: 'registration', month: '2026-10-01', families: 4 }, due: today })
})
