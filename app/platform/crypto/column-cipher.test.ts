import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CannotDecrypt, decrypt, encrypt, needsRotation, parseKeys } from './column-cipher.server.ts'

const [oldKey, newKey] = ['o'.repeat(32), 'n'.repeat(44)]
const before = parseKeys(oldKey)
const during = parseKeys(`${newKey}, ${oldKey}`)
const after = parseKeys(newKey)

test('what is encrypted can be read again, whatever it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, aad) => {
    expect(decrypt(before, encrypt(before, text, aad), aad)).toBe(text)
  }))
})

test('the same text never looks the same twice', () => {
  expect(encrypt(before, 'a', 'x').equals(encrypt(before, 'a', 'x'))).toBe(false)
})

test('rotation: the old value is read, known as old, and readable by the new key alone once written again', () => {
  const value = encrypt(before, '6101900001', 'person.cpr 1')
  expect(needsRotation(before, value)).toBe(false)
  expect(needsRotation(during, value)).toBe(true)
  const again = encrypt(during, decrypt(during, value, 'person.cpr 1'), 'person.cpr 1')
  expect(needsRotation(during, again)).toBe(false)
  expect(decrypt(after, again, 'person.cpr 1')).toBe('6101900001')
  expect(() => decrypt(after, value, 'person.cpr 1')).toThrow(/no key [0-9a-f]{8} among the 1 given/)
})

test('every changed byte is noticed, and so is a value moved to another row or cut short', () => {
  const value = encrypt(before, '6101900001', 'person.cpr 1')
  for (let i = 0; i < value.length; i += 1) {
    const changed = Buffer.from(value)
    changed[i] = (changed[i] ?? 0) ^ 1
    expect(() => decrypt(before, changed, 'person.cpr 1'), `byte ${i}`).toThrow(CannotDecrypt)
    expect(() => decrypt(before, value.subarray(0, i), 'person.cpr 1'), `length ${i}`).toThrow(CannotDecrypt)
  }
  expect(() => decrypt(before, value, 'person.cpr 2')).toThrow('another row')
})

test('a wrong setting is named', () => {
  expect(() => parseKeys(undefined)).toThrow('CPR_KEY is not set')
  expect(() => parseKeys(' ')).toThrow('CPR_KEY is not set')
  expect(() => parseKeys(`${oldKey},short`)).toThrow('CPR_KEY: key 2 of 2 has fewer than 32 characters')
  expect(() => parseKeys(`${oldKey},${oldKey}`)).toThrow('the same key twice')
  expect(() => parseKeys('x', 'SEARCH_LOG_KEY')).toThrow('SEARCH_LOG_KEY: key 1 of 1')
})
