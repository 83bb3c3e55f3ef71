import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { runCalc } from './calc-command.ts'
import { Senseless, type Topic } from './topic.ts'

const run = (argv: string[], input: unknown) => {
  const { stdout, exitCode } = runCalc(argv, typeof input === 'string' ? input : JSON.stringify(input))
  return { out: JSON.parse(stdout), exitCode }
}
const error = (code: string, message: RegExp) => ({ exitCode: 2, out: { error: { code, message: expect.stringMatching(message) } } })

test('calc: one calculation, JSON in, JSON out', () => {
  expect(run(['lix'], { text: 'Vi spiser sammen.' })).toEqual({
    exitCode: 0, out: { lix: 3, words: 3, sentences: 1, longWords: 0, band: 'veryEasy' },
  })
  expect(run(['lix'], { text: '' })).toMatchObject({ exitCode: 0, out: { lix: null, reason: 'noWords' } })
})

test('calc: what cannot be read is an error with status 2 on standard output', () => {
  expect(run(['lix'], '')).toEqual(error('invalidJson', /nothing on standard input/))
  expect(run(['lix'], '{"text":')).toEqual(error('invalidJson', /not JSON/))
  expect(run(['nope'], {})).toEqual(error('unknownTopic', /"nope".*Topics: lix/))
  expect(run(['constructor'], {})).toEqual(error('unknownTopic', /constructor/))
  expect(run([], {})).toEqual(error('usage', /helhed calc TOPIC/))
  expect(run(['lix', 'more'], {})).toEqual(error('usage', /more/))
  expect(run(['--bath'], [])).toEqual(error('usage', /--bath/))
})

test('calc: input without sense names the field and the reason', () => {
  expect(run(['lix'], {})).toEqual(error('invalidInput', /^text: .*expected string/))
  expect(run(['lix'], { text: 7 })).toEqual(error('invalidInput', /^text: .*expected string, received number/))
  expect(run(['lix'], { text: null })).toEqual(error('invalidInput', /^text: /))
  expect(run(['lix'], { text: 'a', txet: 'b' })).toEqual(error('invalidInput', /txet/))
  expect(run(['lix'], [])).toEqual(error('invalidInput', /expected object/))
  expect(run(['lix'], 'null')).toEqual(error('invalidInput', /expected object/))
})

test('calc: a byte order mark before the JSON does no harm', () => {
  expect(run(['lix'], '\ufeff{"text":"Ja"}').exitCode).toBe(0)
})

test('calc --batch: each item has its own result or error, in order, and the status is 0', () => {
  const list = [
    { id: 'a', topic: 'lix', input: { text: 'Ja.' } }, { id: 2, topic: 'lix', input: {} }, { id: 'c', topic: 'nope', input: {} },
    { id: 'd', topic: 'lix' }, { id: 'e' }, 'x', null, { topic: 'lix', input: { text: 'Ja.' } },
  ]
  const { out, exitCode } = run(['--batch'], list)
  expect(exitCode).toBe(0)
  expect(out.map((item: { id: unknown; error?: { code: string } }) => [item.id, item.error?.code])).toEqual([
    ['a', undefined], [2, 'invalidInput'], ['c', 'unknownTopic'], ['d', 'invalidInput'], ['e', 'invalidItem'], [null, 'invalidItem'],
    [null, 'invalidItem'], [null, undefined],
  ])
  expect(out[0].result.words).toBe(1)
  expect(run(['--batch'], [])).toEqual({ exitCode: 0, out: [] })
})

test('calc --batch: a list that cannot be read is an error with status 2', () => {
  expect(run(['--batch'], '[{')).toEqual(error('invalidJson', /not JSON/))
  expect(run(['--batch'], { id: 'a' })).toEqual(error('invalidBatch', /list/))
  expect(run(['--batch', 'lix'], [])).toEqual(error('usage', /nothing after it/))
})

test('calc: NaN, infinities and failures of our own never leave as numbers', () => {
  const topic = (result: () => unknown): Topic => ({ input: z.unknown(), run: result })
  const topics = new Map([
    ['nan', topic(() => ({ list: [1, { x: Number.NaN }] }))], ['infinite', topic(() => Infinity)],
    ['throws', topic(() => { throw new TypeError('secret') })],
    ['senseless', topic(() => { throw new Senseless('zeroSd', 'sd: must be above 0') })],
  ])
  const code = (name: string) => JSON.parse(runCalc([name], '{}', topics).stdout).error
  expect(code('nan').code).toBe('notANumber')
  expect(code('infinite').code).toBe('notANumber')
  expect(code('throws')).toMatchObject({ code: 'internal', message: expect.not.stringContaining('secret') })
  expect(code('senseless')).toEqual({ code: 'zeroSd', message: 'sd: must be above 0' })
})

test('calc: --help lists the topics', () => {
  expect(runCalc(['--help'], '')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Topics: lix') })
})

test('calc: whatever comes in, out comes JSON and status 0 or 2', () => {
  const argv = fc.constantFrom(['lix'], ['--batch'], ['x'], [], ['--'], ['lix', 'lix'])
  const list = fc.array(fc.json()).map((items) => `[${items.join()}]`)
  const stdin = fc.oneof(fc.string(), fc.json(), fc.json().map((json) => `{"text":${json}}`), list)
  fc.assert(fc.property(argv, stdin, (args, text) => {
    const { stdout, exitCode } = runCalc(args, text)
    const out = JSON.parse(stdout)
    expect([0, 2]).toContain(exitCode)
    expect('error' in Object(out) && !Array.isArray(out)).toBe(exitCode === 2)
  }), { numRuns: 500 })
})
