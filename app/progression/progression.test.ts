import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Spell } from '#app/spells/spells.ts'
import { oddity } from './checks.ts'
import { countedFor } from './count.ts'
import { asMembers, type Field, fieldsOf, type Indicator, isAbout, type Member, readAnswer, type Scale } from './indicators.ts'
import { isLate, monthsSince, stateOf } from './months.ts'
import { carry, completeness, freshLooks, lastBefore, type Value } from './values.ts'

const word = { da: 'x', en: 'x' }
const indicator = (over: Partial<Indicator> = {}): Indicator => ({
  code: 'child-health', label: word, validFrom: '2014-01-01', validUntil: null, source: 'x', kind: 'subjective', about: 'child', group: word, answer: 'scale', scale: 'ffb', againstBaseline: false,
  ageFrom: 0, ageUntil: 17, everyMonths: 1, ...over,
})
const scale: Scale = {
  code: 'ffb', label: word, validFrom: '2014-01-01', validUntil: null, source: 'x', verified: true,
  steps: [0, 1, 2, 3, 4].map((value) => ({ code: `ffb-${value}`, value: value as number | null, label: word, meaning: word })).concat([{ code: 'ffb-not-assessed', value: null, label: word, meaning: word }]),
}
const ida: Member = { id: 3, name: 'Ida', born: '2017-05-02', unborn: false, parent: false }
const mette: Member = { id: 1, name: 'Mette', born: '1992-01-01', unborn: false, parent: true }
const field = (over: Partial<Indicator> = {}, member = ida): Field => ({ indicator: indicator(over), member })
const value = (over: Partial<Value>): Value => ({
  id: 1, revision: 1, shelfId: 1, personId: 3, indicator: 'child-health', month: '2026-09-01', number: 2, second: null, choice: null, how: 'judged', judgedMonth: '2026-09-01', source: '', confirmed: false,
  writtenOn: '2026-10-01', by: null, ...over,
})
const rules = { opensDays: 7, dueDay: 10, closesDays: 60 }

describe('what a month asks', () => {
  test('PROG-27: the leisure job is asked from the fourteenth birthday', () => {
    const job = indicator({ code: 'child-leisure-job', answer: 'kept', ageFrom: 14 })
    const young = { ...ida, born: '2012-10-15' }
    expect([isAbout(job, young, '2026-09-01'), isAbout(job, young, '2026-10-01')]).toEqual([false, true])
    expect(isAbout(job, { ...ida, born: '2008-01-01' }, '2026-10-01')).toBe(false) // 18: no child any more
    expect(isAbout(indicator(), { ...ida, unborn: true, born: null }, '2026-10-01')).toBe(false)
  })
  test('PROG-12: parents are those with custody; a grown-up child at home is not asked', () => {
    const people = [
      { id: 1, firstName: 'Mette', born: '1992-01-01', unborn: false, child: false },
      { id: 2, firstName: 'Ali', born: '2006-01-01', unborn: false, child: false },
      { id: 3, firstName: 'Ida', born: '2017-05-02', unborn: false, child: true },
    ]
    expect(asMembers(people, [{ childId: 3, holderId: 1 }]).map((m) => m.parent)).toEqual([true, false, false])
    expect(asMembers(people, []).map((m) => m.parent)).toEqual([true, true, false])
  })
  test('PROG-32: each indicator has its own rhythm, and the family’s costs are no field', () => {
    const list = [indicator(), indicator({ code: 'b', everyMonths: 3 }), indicator({ code: 'municipal-cost', about: 'family', answer: 'cost-direction' })]
    const codes = (month: string) => fieldsOf(list, [ida], month, '2026-08-01').map((f) => f.indicator.code)
    expect([codes('2026-07-01'), codes('2026-08-01'), codes('2026-09-01'), codes('2026-11-01')]).toEqual([[], ['child-health', 'b'], ['child-health'], ['child-health', 'b']])
  })
})

describe('what may be typed', () => {
  const read = (answer: Indicator['answer'], text: string, second = '') => readAnswer(indicator({ answer }), scale, text, second)
  test('PROG-04: impossible values are refused, each with what is possible', () => {
    expect(read('scale', '3')).toEqual({ answer: { number: 3, second: null, choice: null } })
    expect(read('scale', 'ffb-not-assessed')).toEqual({ answer: { number: null, second: null, choice: 'ffb-not-assessed' } })
    expect(read('hours-and-attendance', '12,5', '90')).toEqual({ answer: { number: 12.5, second: 90, choice: null } })
    expect(read('kept', 'begun')).toMatchObject({ answer: { choice: 'begun' } })
    for (const [answer, text] of [['scale', '5'], ['scale', 'x'], ['attendance', '101'], ['attendance', '-1'], ['grade', '13'], ['hours', '101'], ['yes-no', 'maybe'], ['hours', '1e2']] as const) {
      expect(read(answer, text), `${answer} ${text}`).toHaveProperty('problem.da')
    }
  })
  test('PROG-04: odd values are asked about: a leap, too many hours, two answers that do not fit', () => {
    const said = (over: Partial<Indicator>, number: number) => ({ field: field(over), answer: { number, second: null, choice: null } })
    const last = { number: 0, second: null, choice: null }
    expect(oddity(said({}, 3), last, [])?.da).toContain('Passer 3?')
    expect(oddity(said({}, 2), last, [])).toBe(null)
    expect(oddity(said({}, 4), undefined, [])).toBe(null)
    expect(oddity(said({ answer: 'hours' }, 60), undefined, [])).not.toBe(null)
    const noWork = { field: field({ code: 'parent-in-work', answer: 'yes-partly-no' }), answer: { number: null, second: null, choice: 'no' } }
    expect(oddity(said({ code: 'parent-hours-begun', answer: 'hours' }, 10), undefined, [noWork])).not.toBe(null)
  })
})

describe('months', () => {
  test('PROG-03: a month opens near its end, is due on the tenth, and closes by itself', () => {
    const state = (today: string) => stateOf('2026-10-01', today, rules)
    expect(['2026-10-23', '2026-10-24', '2026-11-10', '2026-11-11', '2027-01-09', '2027-01-10'].map(state)).toEqual(['not-open', 'open', 'open', 'late', 'late', 'closed'])
    expect([isLate('2026-10-01', '2026-11-10', rules), isLate('2026-10-01', '2026-11-11', rules)]).toEqual([false, true])
    expect(monthsSince('2026-08-20', '2026-11-22', rules)).toEqual(['2026-10-01', '2026-09-01', '2026-08-01'])
    expect(monthsSince('2026-11-20', '2026-11-22', rules)).toEqual([])
  })
})

describe('values', () => {
  const fields = [field(), field({ code: 'child-family' })]
  test('PROG-03: a kept value has the month of the last look, and never counts as filled', () => {
    const kept = carry(indicator(), value({ how: 'carried', judgedMonth: '2026-08-01' }))
    expect(kept).toEqual({ number: 2, second: null, choice: null, judgedMonth: '2026-08-01' })
    expect(carry(indicator({ answer: 'attendance' }), value({}))).toBe(null)
    const values = [value({ month: '2026-10-01', how: 'carried' }), value({ id: 2, month: '2026-10-01', indicator: 'child-family' })]
    expect(completeness(fields, values, '2026-10-01')).toEqual({ filled: 1, carried: 1, of: 2 })
    expect(lastBefore(values, fields[0]!, '2026-11-01')?.id).toBe(1)
  })
  test('PROG-03: after two kept months one fresh look per member, at what has waited longest', () => {
    const old = [value({ judgedMonth: '2026-07-01', how: 'carried' }), value({ id: 2, indicator: 'child-family', judgedMonth: '2026-06-01', how: 'carried' })]
    expect(freshLooks(fields, old, '2026-10-01', 2).map((f) => f.indicator.code)).toEqual(['child-family'])
    expect(freshLooks(fields, [...old, value({ id: 3, indicator: 'child-family', month: '2026-10-01', judgedMonth: '2026-10-01' })], '2026-10-01', 2)).toEqual([])
    expect(freshLooks(fields, [], '2026-10-01', 2)).toEqual([])
  })
  test('PROG-03: however values come, filled and carried never exceed what is asked', () => {
    const any = fc.array(fc.record({ indicator: fc.constantFrom('child-health', 'child-family', 'other'), month: fc.constantFrom('2026-09-01', '2026-10-01'), how: fc.constantFrom('judged', 'carried', 'counted', 'register') }))
    fc.assert(fc.property(any, (list) => {
      const found = completeness(fields, list.map((v, id) => value({ ...v, id } as Partial<Value>)), '2026-10-01')
      expect(found.filled + found.carried).toBeLessThanOrEqual(found.of)
    }))
  })
})

describe('what the spells say', () => {
  const spell = (over: Partial<Spell>): Spell => ({ id: 1, revision: 1, shelfId: 1, personId: 1, kind: 'work', status: 'ordinary', what: 'Bageriet', place: '', minutesPerWeek: 900, from: '2026-03-01', until: null, endCode: '', endReason: '', ...over })
  const about = (code: string, answer: Indicator['answer'], spells: Spell[], member = mette) => countedFor({ indicator: indicator({ code, answer, about: 'parent' }), member }, spells, '2026-10-01')
  test('PROG-19: in work, fully or partly, with what it rests on; silence where nothing is known', () => {
    expect(about('parent-in-work', 'yes-partly-no', [spell({})])).toEqual({ number: null, second: null, choice: 'partly', source: 'Bageriet' })
    expect(about('parent-in-work', 'yes-partly-no', [spell({ minutesPerWeek: 37 * 60 })])?.choice).toBe('yes')
    expect(about('parent-hours-begun', 'hours', [spell({})])?.number).toBe(15)
    expect(about('parent-in-work', 'yes-partly-no', [spell({ until: '2026-09-30' })])).toBe(null)
    expect(about('parent-in-work', 'yes-partly-no', [spell({ personId: 9 })])).toBe(null)
  })
  test('PROG-27: a leisure job is kept after half a year, begun before, lost when it ends', () => {
    const job = (over: Partial<Spell>) => about('child-leisure-job', 'kept', [spell({ kind: 'leisure-job', personId: 3, ...over })], ida)?.choice
    expect([job({ from: '2026-04-30' }), job({ from: '2026-05-01' }), job({ until: '2026-10-12' }), job({ until: '2026-09-12' })]).toEqual(['kept', 'begun', 'lost', undefined])
  })
})
