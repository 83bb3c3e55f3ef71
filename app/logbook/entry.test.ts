import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byMonth, monthsFilled, plainSentence, searchQuery, sharedAtHome, WriteEntry } from './entry.ts'

const typed = (over: Record<string, unknown> = {}) => ({ caseId: '1', kind: 'guidance', personIds: ['4'], words: 'Vi ringede sammen', ...over })

test('LOG-03: minutes come from a button, from the own field, or not at all', () => {
  expect(WriteEntry.parse(typed({ minutes: '30' })).minutes).toBe(30)
  expect(WriteEntry.parse(typed({ minutes: 'own', ownMinutes: '95' })).minutes).toBe(95)
  expect(WriteEntry.parse(typed({ minutes: '', ownMinutes: '95' })).minutes).toBe(null)
  expect(WriteEntry.safeParse(typed({ minutes: 'own', ownMinutes: 'en time' })).success).toBe(false)
  expect(WriteEntry.safeParse(typed({ minutes: 'own', ownMinutes: '2000' })).success).toBe(false)
  expect(WriteEntry.safeParse(typed({ personIds: [] })).success).toBe(false)
})
test('LOG-01: whatever is typed into the search makes a search, or none', () => {
  expect(searchQuery("møder & 'banken' | !!")).toBe("'møder':* & 'banken':*")
  expect(searchQuery(' :*!& ')).toBe(null)
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (s) => {
    const q = searchQuery(s)
    expect(q === null || /^('[\p{L}\p{N}]+':\*)( & '[\p{L}\p{N}]+':\*)*$/u.test(q)).toBe(true)
  }))
})
test('LOG-01: every entry stands in its month, once, newest month first', () => {
  fc.assert(fc.property(fc.array(fc.record({ id: fc.nat(), onDate: fc.date({ min: new Date('2024-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10)) })), (entries) => {
    const months = byMonth(entries)
    expect(months.flatMap((m) => m.entries)).toHaveLength(entries.length)
    expect(months.map((m) => m.month)).toEqual(months.map((m) => m.month).toSorted().toReversed())
    expect(months.every((m) => m.entries.every((e) => e.onDate.startsWith(m.month.slice(0, 7))))).toBe(true)
  }))
})
test('LOG-01: the family reads plain words: dig, jer, or the name', () => {
  const names = new Map([[1, 'Mette'], [2, 'Ida']])
  const plain = 'fulgte med {you} til et møde'
  expect(plainSentence('da', plain, { subjects: [1] }, 1, names)).toBe('fulgte med dig til et møde')
  expect(plainSentence('da', plain, { subjects: [1, 2] }, 1, names)).toBe('fulgte med jer til et møde')
  expect(plainSentence('da', plain, { subjects: [2] }, 1, names)).toBe('fulgte med Ida til et møde')
})
test('LOG-02: months without hours stand between those with', () => {
  const rows = [{ caseId: 1, month: '2026-11-01', minutes: 30, entries: 1 }, { caseId: 2, month: '2026-11-01', minutes: 60, entries: 2 }]
  expect(monthsFilled(rows, '2026-09-12', '2026-11-22')).toEqual([
    { month: '2026-09-01', minutes: 0, entries: 0 }, { month: '2026-10-01', minutes: 0, entries: 0 }, { month: '2026-11-01', minutes: 90, entries: 3 },
  ])
})
test('LOG-01: adults who were together read it together; what is hidden nobody', () => {
  expect([sharedAtHome(true, 1), sharedAtHome(true, 2), sharedAtHome(false, 2)]).toEqual([false, true, false])
})
