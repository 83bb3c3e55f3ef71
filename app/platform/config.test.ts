import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkEnvironment, ConfigError, loadConfig, openingKey } from './config.server.ts'

const long = (letter: string) => letter.repeat(40)
const production = {
  DATABASE_URL: 'postgres://app@db/helhed',
  SESSION_SECRET: long('s'),
  CPR_KEY: `${long('a')},${long('b')}`,
  CPR_SEARCH_KEY: long('c'),
  OIDC_ISSUER: 'https://login.example.dk',
  OIDC_CLIENT_ID: 'helhed',
  OIDC_CLIENT_SECRET: 'x',
  PUBLIC_URL: 'https://helhed.example.dk',
}
const names = (env: Record<string, string>) => checkEnvironment(env).map((i) => i.name)
const folder = () => mkdtempSync(join(tmpdir(), 'helhed-config-'))

test('run.md: production names every missing variable at once, in Danish and English', () => {
  const missing = ['SESSION_SECRET', 'CPR_KEY', 'CPR_SEARCH_KEY', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL']
  expect(names({ DATABASE_URL: production.DATABASE_URL })).toEqual(missing)
  const start = () => loadConfig({ DATABASE_URL: production.DATABASE_URL }, folder())
  expect(start).toThrow(ConfigError)
  expect(start).toThrow(/Helhed kan ikke starte[\s\S]*CPR_KEY: mangler[\s\S]*cannot start[\s\S]*CPR_KEY: is missing/)
})

test('run.md: a complete production environment is read', () => {
  const config = loadConfig({ ...production, OIDC_CLIENT_SECRET_766: 'y' }, folder())
  expect(config).toMatchObject({
    mode: 'production',
    host: '127.0.0.1',
    port: 3000,
    secure: true,
    publicUrl: 'https://helhed.example.dk',
    clientSecrets: { OIDC_CLIENT_SECRET_766: 'y' },
  })
  expect(config.cprKeys).toHaveLength(2)
})

test.each([
  ['PORT', { PORT: '70000' }],
  ['PORT', { PORT: 'http' }],
  ['SESSION_SECRET', { SESSION_SECRET: 'short' }],
  ['CPR_KEY', { CPR_KEY: `${long('a')},short` }],
  ['CPR_KEY', { CPR_KEY: `${long('a')},${long('a')}` }],
  ['CPR_SEARCH_KEY', { CPR_SEARCH_KEY: long('a') }],
  ['PUBLIC_URL', { PUBLIC_URL: 'http://helhed.example.dk' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'https://helhed.example.dk/app' }],
  ['OIDC_ISSUER', { OIDC_ISSUER: 'http://login.example.dk' }],
  ['OIDC_ISSUER', { OIDC_ISSUER: 'login' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
  ['SMTP_URL', { SMTP_URL: 'mail.example.dk' }],
])('a wrong %s is named: %j', (name, change) => {
  expect(names({ ...production, ...change })).toEqual([name])
})

test('run.md: a demo makes its keys once, readable by the owner only', () => {
  const dir = folder()
  const first = loadConfig({}, dir)
  expect(first).toMatchObject({ mode: 'demo', secure: false, database: { kind: 'embedded' }, oidc: null })
  expect(statSync(join(dir, 'demo-keys.json')).mode & 0o777).toBe(0o600)
  expect(openingKey(loadConfig({}, dir))).toBe(openingKey(first))
  expect(openingKey(loadConfig({}, folder()))).not.toBe(openingKey(first))
})

test('run.md: a demo answers on this machine only, unless it is meant for others', () => {
  expect(names({ HOST: '0.0.0.0' })).toEqual(['HOST'])
  expect(names({ HOST: '192.168.1.5' })).toEqual(['HOST'])
  expect(names({ HOST: '::1' })).toEqual([])
  expect(names({ HOST: '0.0.0.0', HELHED_DEMO: '1' })).toEqual([])
  expect(loadConfig({ DATABASE_URL: production.DATABASE_URL, HELHED_DEMO: '1' }, folder()).mode).toBe('demo')
})
