import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldErrors } from '../i18n/field-errors.ts'
import { MoneyInput, formatMoney, moneyForInput, oereFromKroner, parseMoney } from './money.ts'

test('amounts are written as in Denmark', () => {
  expect(formatMoney('da', 123450)).toBe('1.234,50 kr.')
  expect(formatMoney('da', 123400)).toBe('1.234 kr.')
  expect(formatMoney('da', -5)).toBe('-0,05 kr.')
  expect(formatMoney('en', 123456700)).toBe('DKK 1,234,567')
  expect(moneyForInput(123400)).toBe('1.234,00')
  expect(moneyForInput(-5)).toBe('-0,05')
})

test('amounts are read as they are typed', () => {
  expect(parseMoney('1.234,50 kr.')).toBe(123450)
  expect(parseMoney(' 1234,5 ')).toBe(123450)
  expect(parseMoney('kr. 12')).toBe(1200)
  expect(parseMoney('1.000.000')).toBe(100000000)
  expect(parseMoney('250,-')).toBe(25000)
  expect(parseMoney('−3')).toBe(-300)
  for (const wrong of ['', 'abc', '12.50', '1.23', '1,234', '1,2,3', '1.2345', '99999999999999999']) {
    expect(parseMoney(wrong), wrong).toBeNull()
  }
})

test('what is written can be read again', () => {
  fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (oere) => {
    expect(parseMoney(formatMoney('da', oere))).toBe(oere)
    expect(parseMoney(moneyForInput(oere))).toBe(oere)
    expect(oereFromKroner(oere / 100)).toBe(oere)
  }))
})

test('the field says how to write an amount', () => {
  const result = MoneyInput.safeParse('12.50', { error: fieldErrors('da') })
  expect(result.error?.issues[0]?.message).toBe('Skriv et beløb, for eksempel 1.234,50')
  expect(MoneyInput.parse('12,50')).toBe(1250)
})
