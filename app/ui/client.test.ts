import { expect, test } from 'vitest'
import { clock, snapshot } from './client/drafts.ts'
import { limitMessage } from './client/limits.ts'
import { countdown, sessionStep } from './client/session.ts'

test('the session is left in peace, warned about, and ended', () => {
  expect(sessionStep(301, 300)).toBe('wait')
  expect(sessionStep(300, 300)).toBe('warn')
  expect(sessionStep(1, 300)).toBe('warn')
  expect(sessionStep(0, 300)).toBe('leave')
})

test('the time left is said in minutes and seconds', () => {
  expect(countdown(245, '111 min. 22 sek.')).toBe('4 min. 05 sek.')
})

test('UX-6: a draft tells when it was saved, as Danes write the clock', () => {
  expect(clock(new Date(2026, 10, 22, 9, 5))).toBe('09.05')
})

test('UX-6: a new token is not a change, a letter is', () => {
  const before = snapshot([
    ['csrf', 'a'],
    ['aim', 'ro'],
  ])
  expect(
    snapshot([
      ['csrf', 'b'],
      ['aim', 'ro'],
    ]),
  ).toBe(before)
  expect(
    snapshot([
      ['csrf', 'a'],
      ['aim', 'ro.'],
    ]),
  ).not.toBe(before)
})

test('characters are counted down, and over', () => {
  expect(limitMessage(490, 500, '{n} tegn tilbage', '{n} tegn for meget')).toBe('10 tegn tilbage')
  expect(limitMessage(503, 500, '{n} tegn tilbage', '{n} tegn for meget')).toBe('3 tegn for meget')
})
