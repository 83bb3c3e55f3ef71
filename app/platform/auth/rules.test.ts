import { describe, expect, test } from 'vitest'
import { assuranceSuffices, high, substantial } from './assurance.ts'
import { loginCookie, readCookie, sessionCookie, writeCookie } from './cookies.ts'
import { safeReturn, signInPath } from './safe-return.ts'

describe('where a sign-in leads back to', () => {
  test.each([
    ['/familier/12?fane=plan#maal', '/familier/12?fane=plan#maal'],
    ['/', '/'],
    [undefined, '/'],
    ['', '/'],
    ['https://evil.example/', '/'],
    ['//evil.example/', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/..//evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/log-ind?tilbage=/x', '/'],
    ['/log-ud', '/'],
    ['/auth/start', '/'],
    ['/log-industri', '/log-industri'],
    ['/' + 'a'.repeat(600), '/'],
  ])('%j → %s', (wished, safe) => {
    expect(safeReturn(wished)).toBe(safe)
  })
  test('the sign-in page remembers it', () => {
    expect(signInPath('/familier/12?fane=plan')).toBe('/log-ind?tilbage=%2Ffamilier%2F12%3Ffane%3Dplan')
    expect(signInPath('/')).toBe('/log-ind')
  })
})

test('assurance: a missing level counts as lowest, a higher one suffices, an unknown one only when it is the demanded one', () => {
  expect(assuranceSuffices(undefined, null)).toBe(true)
  expect(assuranceSuffices(undefined, substantial)).toBe(false)
  expect(assuranceSuffices(substantial, substantial)).toBe(true)
  expect(assuranceSuffices(high, substantial)).toBe(true)
  expect(assuranceSuffices(substantial, high)).toBe(false)
  expect(assuranceSuffices('urn:local:3', substantial)).toBe(false)
  expect(assuranceSuffices('urn:local:3', 'urn:local:3')).toBe(true)
})

test('cookies: bound to the host where it is https, not for scripts, not sent from other sites', () => {
  expect(sessionCookie({ secure: true })).toBe('__Host-helhed')
  expect(writeCookie({ secure: true }, '__Host-helhed', 'x')).toBe('__Host-helhed=x; Path=/; HttpOnly; SameSite=Lax; Secure')
  expect(writeCookie({ secure: false }, 'helhed', '', 0)).toBe('helhed=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
  expect(readCookie('a=1; helhed=t=k; b=2', 'helhed')).toBe('t=k')
  expect(readCookie('xhelhed=1', 'helhed')).toBeNull()
  expect(loginCookie({ secure: false }, 'abcdefghij')).toBe('helhed-login-abcdefgh')
})
