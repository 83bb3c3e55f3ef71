import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateParts, readDateFields } from './read-date-fields.ts'

const form = (day: string, month: string, year: string) =>
  new Map([
    ['start.day', day],
    ['start.month', month],
    ['start.year', year],
  ])

test('three fields become one plain date', () => {
  expect(readDateFields(form('4', '12', '2026'), 'start')).toEqual({ ok: true, value: '2026-12-04' })
  expect(readDateFields(form(' 04 ', '2', '2028'), 'start')).toEqual({ ok: true, value: '2028-02-04' })
})

test.each([
  ['', '', '', 'start', 'Skriv en dato'],
  ['32', '1', '2026', 'start', 'Skriv dagen som et tal fra 1 til 31'],
  ['4', '14', '2026', 'start.month', 'Skriv måneden som et tal fra 1 til 12'],
  ['4', '12', '26', 'start.year', 'Skriv årstallet med fire cifre'],
  ['31', '4', '2026', 'start', 'Den dato findes ikke'],
  ['29', '2', '2027', 'start', 'Den dato findes ikke'],
  ['x', '2', '2027', 'start', 'Skriv dagen som et tal fra 1 til 31'],
])('%s-%s-%s is refused at %s: %s', (day, month, year, name, error) => {
  expect(readDateFields(form(day, month, year), 'start')).toEqual({ ok: false, name, error, raw: { day, month, year } })
})

test('an optional date may be left empty, but not half', () => {
  expect(readDateFields(form('', '', ''), 'start', { optional: true })).toEqual({ ok: true, value: null })
  expect(readDateFields(form('4', '', ''), 'start', { optional: true }).ok).toBe(false)
})

test('every date shown in three fields reads back as itself', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (date) => {
      const plain = date.toISOString().slice(0, 10)
      const parts = dateParts(plain)
      expect(readDateFields(form(parts.day, parts.month, parts.year), 'start')).toEqual({ ok: true, value: plain })
    }),
  )
})
