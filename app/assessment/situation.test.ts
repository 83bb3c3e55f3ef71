import fc from 'fast-check'
import { expect, test } from 'vitest'
import { houseLines, wrapWords } from './houses.ts'
import { familyFirst, isQuoteOf, latestScales, levelsFrom, type Scale, type SituationNote } from './situation.ts'

const aNote = (over: Partial<SituationNote> = {}): SituationNote => ({
  id: 1, revision: 1, shelfId: 1, sector: 'coordination', category: 'assessment', visibility: 'family', subjects: [1], personId: 1, part: 'strength', aspect: 'social',
  words: 'Ro', labels: [], levels: {}, follow: false, heardBy: '', heardOn: null, quoted: null, stated: null, onBehalf: null, authorStaffId: 7, authorPersonId: null,
  createdOn: '2026-11-01', ...over,
})
const aScale = (over: Partial<Scale> = {}): Scale => ({
  id: 1, shelfId: 1, subjects: [1], personId: 1, value: 5, saidByPerson: 1, saidBy: '', saidOn: '2026-11-01', notLower: '', oneUp: '', onBehalf: null, ...over,
})

test("UDR-04: the family's own words stand before those of others, and a quotation last", () => {
  const order = familyFirst([
    aNote({ id: 1, quoted: { authority: 'A', on: '2026-01-01' } }),
    aNote({ id: 2 }),
    aNote({ id: 3, authorStaffId: null, authorPersonId: 1 }),
    aNote({ id: 4, onBehalf: { personId: 1, channel: 'phone', on: '2026-01-01' } }),
    aNote({ id: 5, heardBy: 'Anna', heardOn: '2026-01-01' }),
  ])
  expect(order.map((n) => n.id)).toEqual([3, 4, 5, 2, 1])
})

test('UDR-12: of each who answers the newest number stands, whatever the order; the member first', () => {
  const all = [
    aScale({ id: 1, value: 3, saidOn: '2026-01-01' }), aScale({ id: 2, value: 6, saidOn: '2026-05-01' }),
    aScale({ id: 3, value: 4, saidByPerson: null, saidBy: 'Anna', saidOn: '2026-06-01' }), aScale({ id: 4, value: 5, saidByPerson: 2, saidOn: '2026-02-01' }),
  ]
  fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (list) => {
    expect(latestScales(list).map((x) => x.id)).toEqual([2, 4, 3])
  }))
})

test('UDR-08: a quotation is word for word but for line breaks', () => {
  expect(isQuoteOf('ro om\n morgenen', 'Ida har brug for ro  om morgenen.')).toBe(true)
  expect(isQuoteOf('mere ro', 'Ida har brug for ro')).toBe(false)
  expect(isQuoteOf('  ', 'Ida')).toBe(false)
})

test('UDR-07: levels are read from the form by their label, and only 0 to 4', () => {
  expect(levelsFrom({ 'level.ffb-relations': '2', 'level.ffb-mobility': '', 'level.ffb-society': '7', words: 'x' })).toEqual({ 'ffb-relations': 2 })
})

test("UDR-06: in the picture no word of a child's is lost, no line is too long, and no note covers another", () => {
  const text = fc.array(fc.string({ minLength: 1, maxLength: 40 }).filter((w) => !/\s/.test(w)), { minLength: 1, maxLength: 12 }).map((w) => w.join(' '))
  fc.assert(fc.property(text, fc.integer({ min: 4, max: 40 }), (words, width) => {
    const lines = wrapWords(words, width)
    expect(lines.join('').replace(/ /g, '')).toBe(words.replace(/ /g, ''))
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(width)
  }))
  fc.assert(fc.property(fc.array(text, { maxLength: 6 }), (all) => {
    const placed = houseLines(all.map((words, id) => ({ id, words })), 26)
    for (const [i, one] of placed.entries()) if (i > 0) expect(one.from).toBeGreaterThanOrEqual(placed[i - 1]!.from + placed[i - 1]!.lines.length)
  }))
})
