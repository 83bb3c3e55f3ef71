import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldErrors } from '../i18n/field-errors.ts'
import { CprInput, formatCpr, inventedCpr, maskCpr, readCpr } from './cpr.ts'
import { cprSearchHash } from './search-hash.server.ts'

test('a number is read with and without hyphen', () => {
  for (const text of ['610190-0000', '6101900000', ' 610190 0000 ', '610190–0000']) expect(readCpr(text)?.digits, text).toBe('6101900000')
  for (const text of ['', '610190-000', '320190-0000', '310290-0000', '920190-0000', '610190-00000', 'a10190-0000']) {
    expect(readCpr(text), text).toBeNull()
  }
})

test('the seventh digit and the year give the century', () => {
  const year = (yy: string, seventh: number) => readCpr(`6101${yy}${seventh}000`)?.birthDate.slice(0, 4) ?? null
  expect([year('00', 0), year('99', 3)]).toEqual(['1900', '1999'])
  expect([year('36', 4), year('37', 4), year('36', 9), year('37', 9)]).toEqual(['2036', '1937', '2036', '1937'])
  expect([year('00', 5), year('57', 8), year('58', 5), year('99', 8)]).toEqual(['2000', '2057', '1858', '1899'])
})

test('29 February exists in leap years only', () => {
  expect(readCpr('890208-4000')?.birthDate).toBe('2008-02-29')
  expect(readCpr('890207-4000')).toBeNull()
  expect(readCpr('890200-0000')).toBeNull() // 1900 was no leap year
  expect(readCpr('890200-4000')?.birthDate).toBe('2000-02-29')
})

test('the last digit gives the legal sex, and a number that fails modulus 11 is valid', () => {
  const [passes, fails] = [readCpr(inventedCpr('1990-01-01', 'male', 0)), readCpr('610190-0001')]
  expect(passes).toMatchObject({ sex: 'male', passesModulus11: true, kind: 'administrative', birthDate: '1990-01-01' })
  expect(fails).toMatchObject({ sex: 'male', passesModulus11: false })
  expect(CprInput.parse('610190-0001')).toBe('6101900001')
})

test('shown in part', () => {
  expect(maskCpr('6101901234')).toBe('610190-••••')
  expect(formatCpr('6101901234')).toBe('610190-1234')
})

test('invented numbers say the right things, are all different and belong to nobody', () => {
  const born = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2036-12-31T00:00:00Z'), noInvalidDate: true })
  fc.assert(fc.property(born, fc.constantFrom('female' as const, 'male' as const), fc.nat(1500), (date, sex, n) => {
    const birthDate = date.toISOString().slice(0, 10)
    expect(readCpr(inventedCpr(birthDate, sex, n))).toMatchObject({ birthDate, sex, kind: 'administrative' })
    expect(inventedCpr(birthDate, sex, n)).not.toBe(inventedCpr(birthDate, sex, n + 1))
  }), { numRuns: 30 })
  expect(() => inventedCpr('1990-01-01', 'male', 9999)).toThrow(RangeError)
})

test('the field says what a CPR number looks like, and does not repeat what was typed', () => {
  const message = CprInput.safeParse('999999-1234', { error: fieldErrors('da') }).error?.issues[0]?.message
  expect(message).toBe('Skriv et CPR-nummer med 10 cifre, der begynder med en dato')
})

test('the search hash needs its key and differs between keys', () => {
  const [a, b] = ['a'.repeat(32), 'b'.repeat(32)]
  expect(cprSearchHash(a, '6101900001')).toEqual(cprSearchHash(a, '6101900001'))
  expect(cprSearchHash(a, '6101900001').equals(cprSearchHash(b, '6101900001'))).toBe(false)
  expect(() => cprSearchHash('short', '6101900001')).toThrow('CPR_SEARCH_KEY')
  expect(() => cprSearchHash(a, '610190-0001')).toThrow('ten digits')
})
