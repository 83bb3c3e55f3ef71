import { Senseless, type Topic } from './topic.ts'
import { topics as allTopics } from './topics.ts'

/*
 * `helhed calc`: every formula of the product, callable by anyone, without database or login.
 *   helhed calc lix < input.json          one calculation
 *   helhed calc --batch < list.json       [{"id","topic","input"}…] → [{"id","result"} | {"id","error"}…]
 */

export type CalcOutput = { stdout: string; exitCode: number }
type Problem = { code: string; message: string }
type Answer = { result: unknown } | { error: Problem }

/**
 * Runs the command. Never throws: what cannot be calculated is `{"error":{"code","message"}}` on standard output with exit
 * status 2; in a batch the item has its error and the status stays 0, unless the list itself cannot be read.
 * @param argv what follows `helhed calc`
 * @param stdin the JSON text
 */
export function runCalc(argv: readonly string[], stdin: string, topics: ReadonlyMap<string, Topic> = allTopics): CalcOutput {
  const [first = '', ...rest] = argv
  if (first === '--help' || first === '-h') return { stdout: help(topics), exitCode: 0 }
  const misuse = usageProblem(first, rest, topics)
  if (misuse) return failed(misuse)
  const input = parseJson(stdin)
  if ('error' in input) return failed(input.error)
  if (first === '--batch') return runBatch(input.result, topics)
  const answer = calculate(first, input.result, topics)
  return 'error' in answer ? failed(answer.error) : { stdout: line(answer.result), exitCode: 0 }
}

function usageProblem(first: string, rest: string[], topics: ReadonlyMap<string, Topic>): Problem | null {
  if (first === '') return { code: 'usage', message: `say what to calculate: helhed calc TOPIC, or --batch. ${known(topics)}` }
  if (rest.length > 0) return { code: 'usage', message: `one topic or --batch, and nothing after it: ${rest.join(' ')}` }
  if (first === '--batch' || topics.has(first)) return null
  if (first.startsWith('-')) return { code: 'usage', message: `unknown option ${first}; there is only --batch` }
  return unknown(first, topics)
}

function runBatch(list: unknown, topics: ReadonlyMap<string, Topic>): CalcOutput {
  if (!Array.isArray(list)) return failed({ code: 'invalidBatch', message: 'a batch is a list of {"id", "topic", "input"}' })
  return { stdout: line(list.map((item: unknown) => batchItem(item, topics))), exitCode: 0 }
}

function batchItem(item: unknown, topics: ReadonlyMap<string, Topic>): { id: unknown } & Answer {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return { id: null, error: { code: 'invalidItem', message: 'an item of a batch is an object with id, topic and input' } }
  }
  const { id = null, topic, input } = item as { id?: unknown; topic?: unknown; input?: unknown }
  if (typeof topic !== 'string') return { id, error: { code: 'invalidItem', message: 'topic: must be a text' } }
  return { id, ...calculate(topic, input, topics) }
}

/** One answer; a result that holds NaN or an infinity is an error of ours and is never given out as a number. */
function calculate(name: string, input: unknown, topics: ReadonlyMap<string, Topic>): Answer {
  const topic = topics.get(name)
  if (!topic) return { error: unknown(name, topics) }
  try {
    const result = topic.run(input)
    if (isFinite(result)) return { result }
    return { error: { code: 'notANumber', message: `${name}: this input has no finite answer` } }
  } catch (error) {
    if (error instanceof Senseless) return { error: { code: error.code, message: error.message } }
    return { error: { code: 'internal', message: `${name}: the calculation failed; please report it with the input` } }
  }
}

/** Are all numbers in the result finite? */
function isFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value !== 'object' || value === null || Object.values(value).every(isFinite)
}

function parseJson(text: string): Answer {
  const bare = text.replace(/^\ufeff/, '')
  if (bare.trim() === '') return { error: { code: 'invalidJson', message: 'nothing on standard input; expected JSON' } }
  try {
    return { result: JSON.parse(bare) as unknown }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { error: { code: 'invalidJson', message: `standard input is not JSON: ${reason}` } }
  }
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`
const failed = (error: Problem): CalcOutput => ({ stdout: line({ error }), exitCode: 2 })
const known = (topics: ReadonlyMap<string, Topic>): string => `Topics: ${[...topics.keys()].join(', ')}`
const unknown = (name: string, topics: ReadonlyMap<string, Topic>): Problem =>
  ({ code: 'unknownTopic', message: `there is no calculation "${name}". ${known(topics)}` })
const help = (topics: ReadonlyMap<string, Topic>): string =>
  `helhed calc TOPIC < input.json\nhelhed calc --batch < list.json   [{"id","topic","input"}…]\n${known(topics)}\n`
