import { expect, test } from 'vitest'
import { type LogFields, levelFrom, logRequest, logger } from './logger.server.ts'
import { scrub } from './scrub.ts'

function written(write: (log: ReturnType<typeof logger>) => void): Record<string, unknown> {
  let text = ''
  write(logger('test', { level: 'debug', write: (line) => { text += line } }))
  return JSON.parse(text)
}

test('a request leaves method, pattern, status, time and id', () => {
  const fields = { method: 'GET', route: '/familier/:caseId', status: 200, ms: 12, requestId: 'r1' }
  expect(written((log) => logRequest(log, fields))).toMatchObject({ name: 'test', msg: 'request', ...fields })
})

test('fields that are not on the list are dropped, whatever the types say', () => {
  const fields = { count: 3, firstName: 'Mette', person: { cpr: '6101900001' } }
  const line = written((log) => log.info('imported', fields satisfies LogFields & Record<string, unknown>))
  expect(line).toMatchObject({ count: 3, msg: 'imported' })
  expect(JSON.stringify(line)).not.toMatch(/Mette|61019/)
})

test('shapes of personal data and secrets never come through', () => {
  expect(scrub('610190-0001 og 6101900001, mette.å@example.dk')).toBe('[cpr] og [cpr], [e-mail]')
  expect(scrub('Authorization: abc123')).toBe('Authorization [secret]')
  expect(scrub('Bearer abc.def')).toBe('Bearer [secret]')
  expect(scrub(`x ${'a1'.repeat(20)}`)).toBe('x [token]')
  expect(scrub('+45 12 34 56 78')).toBe('[phone]')
  const harmless = 'a7e1f9f0-6d1c-4f6e-9d7a-1b2c3d4e5f60 took 1700000000000 ms'
  expect(scrub(harmless)).toBe(harmless)
})

test('an error keeps its name, code and frames, without what a database quotes', () => {
  const error = Object.assign(new Error('invalid input for type date: "Mette Hansen" Key (cpr)=(x) exists'), { code: '22007' })
  const line = written((log) => log.error('failed', { error: new Error('outer', { cause: error }) }))
  expect(line['error']).toMatchObject({
    name: 'Error', cause: { code: '22007', message: 'invalid input for type date: "…" Key (cpr)=(…) exists' },
  })
  expect(JSON.stringify(line)).not.toContain('Mette')
  expect(JSON.stringify(line)).toContain('logger.test.ts')
})

test('the level comes from LOG_LEVEL, and tests are silent', () => {
  expect(levelFrom({})).toBe('info')
  expect(levelFrom({ LOG_LEVEL: 'debug', VITEST: 'true' })).toBe('debug')
  expect(levelFrom({ VITEST: 'true' })).toBe('silent')
  expect(() => levelFrom({ LOG_LEVEL: 'loud' })).toThrow('LOG_LEVEL must be one of')
})
