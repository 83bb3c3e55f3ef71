import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Keys, parseKeys } from './crypto/column-cipher.server.ts'

type Env = Record<string, string | undefined>
/** One thing wrong with the environment, in both languages. `name` is the variable. */
export type ConfigIssue = { name: string; da: string; en: string }
/** The keys that demo mode makes for itself, in the form the environment would give them. */
export type DemoKeys = { SESSION_SECRET: string; CPR_KEY: string; CPR_SEARCH_KEY: string }

export type OidcConfig = {
  issuer: string
  clientId: string
  clientSecret: string
  /** Assurance asked for and demanded of citizens (`OIDC_ACR`); null = the issuer decides, and missing counts as lowest. */
  acr: string | null
  /** The claim that carries the CPR number (`OIDC_CPR_CLAIM`). */
  cprClaim: string
}

/** Everything this process was told from outside, checked. */
export type Config = {
  mode: 'demo' | 'production'
  host: string
  port: number
  /** Where people reach us, without a slash at the end. */
  publicUrl: string
  /** The public address is https: cookies get the `__Host-` prefix, and HSTS is sent. */
  secure: boolean
  database: { kind: 'embedded' } | { kind: 'server'; url: string; ownerUrl: string | null }
  sessionSecret: string
  /** Newest first; the first one encrypts. */
  cprKeys: Keys
  /** For the keyed hash by which a CPR number is looked up (cprSearchHash). */
  cprSearchKey: string
  /** null in demo mode, which brings its own provider. */
  oidc: OidcConfig | null
  /** Client secrets of issuers by the name of their variable (`OIDC_CLIENT_SECRET`, `OIDC_CLIENT_SECRET_766`, …). */
  clientSecrets: Record<string, string>
  /** A proxy in front of us sets X-Forwarded-For and X-Forwarded-Proto (`TRUST_PROXY=1`). */
  trustProxy: boolean
  smtpUrl: string | null
  /** The sender of mail. */
  mailFrom: string | null
  smsDirectory: string | null
  varDir: string
}

/** The environment makes no start possible; the message names every variable at once, in Danish and English. */
export class ConfigError extends Error {
  name = 'ConfigError'
  issues: ConfigIssue[]
  constructor(issues: ConfigIssue[]) {
    super(describe(issues))
    this.issues = issues
  }
}
const describe = (issues: ConfigIssue[]) =>
  [
    'Helhed kan ikke starte. Ret disse variable:',
    ...issues.map((i) => `  ${i.name}: ${i.da}`),
    'Helhed cannot start. Correct these variables:',
    ...issues.map((i) => `  ${i.name}: ${i.en}`),
  ].join('\n')

/** Demo = no database of its own given, or asked for. Everything else is production. */
export const isDemo = (env: Env): boolean => !env['DATABASE_URL'] || env['HELHED_DEMO'] === '1'

const required = [
  'SESSION_SECRET',
  'CPR_KEY',
  'CPR_SEARCH_KEY',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'PUBLIC_URL',
] as const

/** All that is wrong with the environment; empty when a start is possible. Pure. */
export function checkEnvironment(env: Env): ConfigIssue[] {
  const issues: ConfigIssue[] = []
  const add = (name: string, da: string, en: string) => void issues.push({ name, da, en })
  if (!isDemo(env)) for (const name of required) if (!env[name]) add(name, 'mangler', 'is missing')
  checkAddress(env, add)
  checkKeys(env, add)
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL'])
    if (env[name] && !/^postgres(ql)?:\/\//.test(env[name])) add(name, 'skal begynde med postgres://', 'must begin with postgres://')
  if (env['DATABASE_OWNER_URL'] && !env['DATABASE_URL'])
    add('DATABASE_URL', 'mangler, når DATABASE_OWNER_URL er sat', 'is missing although DATABASE_OWNER_URL is set')
  if (env['SMTP_URL'] && !/^smtps?:\/\//.test(env['SMTP_URL']))
    add('SMTP_URL', 'skal begynde med smtp:// eller smtps://', 'must begin with smtp:// or smtps://')
  return issues
}

type Add = (name: string, da: string, en: string) => void

function checkAddress(env: Env, add: Add): void {
  const port = env['PORT']
  if (port && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535))
    add('PORT', 'skal være et tal mellem 0 og 65535', 'must be a number between 0 and 65535')
  if (isDemo(env) && env['HELHED_DEMO'] !== '1' && env['HOST'] && !isLoopback(env['HOST'])) {
    add(
      'HOST',
      'en demo må kun svare på denne maskine (127.0.0.1); sæt HELHED_DEMO=1, hvis andre skal kunne nå den',
      'a demo answers on this machine only (127.0.0.1); set HELHED_DEMO=1 if others are meant to reach it',
    )
  }
  const url = env['PUBLIC_URL']
  if (url && !isOrigin(url))
    add(
      'PUBLIC_URL',
      'skal være en adresse uden sti, fx https://helhed.example.dk',
      'must be an address without a path, such as https://helhed.example.dk',
    )
  else if (url && !isDemo(env) && !url.startsWith('https://')) add('PUBLIC_URL', 'skal begynde med https://', 'must begin with https://')
  if (env['OIDC_ISSUER'] && !isUrl(env['OIDC_ISSUER']))
    add('OIDC_ISSUER', 'skal være en adresse (https://…)', 'must be an address (https://…)')
  else if (env['OIDC_ISSUER'] && !isDemo(env) && !env['OIDC_ISSUER'].startsWith('https://'))
    add('OIDC_ISSUER', 'skal begynde med https://', 'must begin with https://')
}

function checkKeys(env: Env, add: Add): void {
  for (const name of ['SESSION_SECRET', 'CPR_SEARCH_KEY'])
    if (env[name] && env[name].length < 32)
      add(name, 'skal have mindst 32 tegn (openssl rand -base64 32)', 'must have at least 32 characters (openssl rand -base64 32)')
  const keys = (env['CPR_KEY'] ?? '').split(',').map((k) => k.trim())
  if (env['CPR_KEY'] && keys.some((k) => k.length < 32))
    add(
      'CPR_KEY',
      'hver nøgle skal have mindst 32 tegn; nyeste først, adskilt af komma',
      'each key must have at least 32 characters; newest first, separated by commas',
    )
  if (new Set(keys).size < keys.length) add('CPR_KEY', 'den samme nøgle står to gange', 'the same key is there twice')
  if (env['CPR_SEARCH_KEY'] && keys.includes(env['CPR_SEARCH_KEY']))
    add('CPR_SEARCH_KEY', 'må ikke være den samme som CPR_KEY', 'must not be the same as CPR_KEY')
}

export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/.test(host)
const isUrl = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
const isOrigin = (text: string) => isUrl(text) && new URL(text).pathname === '/' && !new URL(text).search && !new URL(text).username

/**
 * Reads the environment once.
 * @param varDir where demo keys lie (made on the first start, mode 0600)
 * @throws ConfigError naming every variable that is missing or wrong
 */
export function loadConfig(env: Env, varDir: string): Config {
  const issues = checkEnvironment(env)
  if (issues.length > 0) throw new ConfigError(issues)
  const demo = isDemo(env)
  return build(demo ? { ...demoKeys(varDir), ...given(env) } : env, demo, varDir)
}
const given = (env: Env) => Object.fromEntries(Object.entries(env).filter(([, v]) => v))

function build(env: Env, demo: boolean, varDir: string): Config {
  const host = env['HOST'] || '127.0.0.1'
  const port = Number(env['PORT'] || 3000)
  const publicUrl = (env['PUBLIC_URL'] || `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`).replace(/\/$/, '')
  const url = env['DATABASE_URL']
  return {
    mode: demo ? 'demo' : 'production',
    host,
    port,
    publicUrl,
    secure: publicUrl.startsWith('https://'),
    varDir,
    database: url ? { kind: 'server', url, ownerUrl: env['DATABASE_OWNER_URL'] || null } : { kind: 'embedded' },
    sessionSecret: env['SESSION_SECRET'] ?? '',
    cprKeys: parseKeys(env['CPR_KEY']),
    cprSearchKey: env['CPR_SEARCH_KEY'] ?? '',
    oidc: demo ? null : oidc(env),
    trustProxy: env['TRUST_PROXY'] === '1',
    clientSecrets: Object.fromEntries(
      Object.entries(env).flatMap(([name, v]) => (v && name.startsWith('OIDC_CLIENT_SECRET') ? [[name, v]] : [])),
    ),
    smtpUrl: env['SMTP_URL'] || null,
    mailFrom: env['MAIL_FROM'] || null,
    smsDirectory: env['SMS_DIRECTORY'] || null,
  }
}

const oidc = (env: Env): OidcConfig => ({
  issuer: env['OIDC_ISSUER'] ?? '',
  clientId: env['OIDC_CLIENT_ID'] ?? '',
  clientSecret: env['OIDC_CLIENT_SECRET'] ?? '',
  acr: env['OIDC_ACR'] || null,
  cprClaim: env['OIDC_CPR_CLAIM'] || 'cpr',
})

/** Keys of a demo: made once, readable by their owner only, beside the data that they protect. */
export function demoKeys(varDir: string): DemoKeys {
  const file = join(varDir, 'demo-keys.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DemoKeys
  const fresh = () => randomBytes(32).toString('base64')
  mkdirSync(varDir, { recursive: true })
  try {
    writeFileSync(file, JSON.stringify({ SESSION_SECRET: fresh(), CPR_KEY: fresh(), CPR_SEARCH_KEY: fresh() }, null, 2), {
      mode: 0o600,
      flag: 'wx',
    })
    chmodSync(file, 0o600)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another process was first: its keys count
  }
  return JSON.parse(readFileSync(file, 'utf8')) as DemoKeys
}

/** A key for one purpose, derived from SESSION_SECRET. */
export const derivedKey = (config: Config, purpose: string): Buffer => createHmac('sha256', config.sessionSecret).update(purpose).digest()

/** What this process shows the database to open a session; never in a log, a page or a statement's text. */
export const openingKey = (config: Config): string => derivedKey(config, 'open-session').toString('hex')
