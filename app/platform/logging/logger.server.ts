import pino from 'pino'
import { scrub, scrubError } from './scrub.ts'

/** All that a log line may hold besides its message. Ids only: never names, addresses, texts or URLs of people. */
export type LogFields = {
  requestId?: string
  method?: string
  /** The pattern ('/familier/:caseId'), never the URL, which may hold what somebody searched for. */
  route?: string
  status?: number
  ms?: number
  event?: string
  code?: string
  municipalityId?: number
  actorKind?: string
  actorId?: number
  caseId?: number
  job?: string
  jobId?: string
  attempt?: number
  count?: number
  migration?: string
  pack?: string
  table?: string
  file?: string
  address?: string
  version?: string
  signal?: string
  database?: string
  /** Only name, code, scrubbed message and stack frames of it are written. */
  error?: unknown
}

const allowed: Record<keyof LogFields, true> = {
  requestId: true, method: true, route: true, status: true, ms: true, event: true, code: true, municipalityId: true, actorKind: true,
  actorId: true, caseId: true, job: true, jobId: true, attempt: true, count: true, migration: true, pack: true, table: true, file: true,
  address: true, version: true, signal: true, database: true, error: true,
}

export type Logger = Record<'debug' | 'info' | 'warn' | 'error', (message: string, fields?: LogFields) => void>

/** What a finished request leaves in the log. */
export type RequestFields = Required<Pick<LogFields, 'method' | 'route' | 'status' | 'ms' | 'requestId'>>

/**
 * A structured logger (JSON lines on standard error, so that a command's own output stays clean). LOG_LEVEL sets the level
 * (default info; in tests nothing unless LOG_LEVEL is set).
 * @param name the part that speaks: 'server', 'jobs', 'mail'
 * @param out where lines go; for tests
 */
export function logger(name: string, out?: { level: string; write: (line: string) => void }): Logger {
  const options = { base: { name }, level: out?.level ?? levelFrom(process.env), timestamp: pino.stdTimeFunctions.isoTime }
  const lines = pino(options, out ?? standardError())
  const write = (level: keyof Logger) => (message: string, fields: LogFields = {}) => lines[level](safe(fields), scrub(message))
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}

/** One line per request; server errors stand out. */
export function logRequest(log: Logger, fields: RequestFields): void {
  log[fields.status >= 500 ? 'error' : 'info']('request', fields)
}

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** @throws when LOG_LEVEL is no level */
export function levelFrom(env: Record<string, string | undefined>): string {
  const level = env['LOG_LEVEL']
  if (level && !levels.includes(level)) throw new Error(`LOG_LEVEL must be one of ${levels.join(', ')}`)
  return level || (env['VITEST'] || env['NODE_ENV'] === 'test' ? 'silent' : 'info')
}

let shared: ReturnType<typeof pino.destination> | undefined
const standardError = () => (shared ??= pino.destination({ fd: 2, sync: true }))

/** Keeps the allowed fields; texts are scrubbed, anything else than texts, numbers and truth values is dropped. */
function safe(fields: LogFields): Record<string, unknown> {
  const entries = Object.entries(fields).flatMap(([key, value]): [string, unknown][] => {
    if (!(key in allowed) || value === undefined) return []
    if (key === 'error') return [[key, safeError(value)]]
    if (typeof value === 'string') return [[key, scrub(value)]]
    return typeof value === 'number' || typeof value === 'boolean' ? [[key, value]] : []
  })
  return Object.fromEntries(entries)
}

function safeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: 'not an Error', message: scrubError(String(error)) }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).map((line) => scrub(line.trim()))
  const cause = error.cause === undefined || depth > 3 ? {} : { cause: safeError(error.cause, depth + 1) }
  return { name: error.name, ...code, message: scrubError(error.message), stack: frames, ...cause }
}
