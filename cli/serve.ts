import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { installJobs } from '#app/jobs.ts'
import { buildDirectory } from '#app/platform/build.server.ts'
import { migrate, projectRoot } from '#app/platform/database/migrate.server.ts'
import { ensureServingLogin } from '#app/platform/database/serving-login.server.ts'
import { type Attached, attach, storeOpeningKey } from './database.ts'
import { seedDemoIfEmpty } from './demo.ts'

export const help = 'run the product (npm start); PORT, HOST'
type ServerModule = typeof import('../server.ts')

export async function run(): Promise<number> {
  // React's rendering is several times slower without it; set before the server and its libraries are loaded.
  process.env['NODE_ENV'] ??= 'production'
  const say = (line: string) => console.log(line)
  const at = await attach(say)
  try {
    ensureBuild(say)
    await prepare(at, say)
    await ensureServingLogin(at.appUrl)
    const { startServer } = (await import(pathToFileURL(join(buildDirectory, 'server/index.js')).href)) as ServerModule
    const server = await startServer({ config: at.config, appUrl: at.appUrl, database: at.kind })
    say(`\nHelhed: ${server.url}`)
    if (at.config.mode === 'demo') say('Log ind som en af demopersonerne på forsiden / sign in as one of the demo people on the front page.\nCtrl-C stopper / stops.')
    await stopSignal()
    say('stopper …')
    await server.stop()
    return 0
  } finally {
    await at.release()
  }
}

/** Migrations, packs and demo data, where this process has the owner's login. */
async function prepare(at: Attached, say: (line: string) => void): Promise<void> {
  if (!at.ownerUrl) return
  const applied = await migrate(at.ownerUrl, at.appRole)
  if (applied.length > 0) say(`database: ${applied.length} migrations`)
  await installJobs(at.ownerUrl, at.appRole)
  await storeOpeningKey(at.ownerUrl, at.config)
  if (at.config.mode === 'demo') await seedDemoIfEmpty(at, say)
}

const stopSignal = () => new Promise<void>((resolve) => {
  process.once('SIGINT', resolve)
  process.once('SIGTERM', resolve)
})

/** Builds the pages when there is no build of these sources. */
export function ensureBuild(say: (line: string) => void): void {
  const stamp = join(buildDirectory, 'sources.sha256')
  const now = sourcesHash()
  if (existsSync(join(buildDirectory, 'server/index.js')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  say('bygger siderne / building the pages …')
  execFileSync(process.execPath, [join(projectRoot, 'node_modules/@react-router/dev/bin.cjs'), 'build'], { cwd: projectRoot, stdio: ['ignore', 'ignore', 'inherit'] })
  writeFileSync(stamp, now)
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  const add = (path: string) => {
    if (statSync(path).isDirectory()) return readdirSync(path).sort().forEach((name) => add(join(path, name)))
    if (!/\.test\.tsx?$/.test(path)) hash.update(path.slice(projectRoot.length)).update(readFileSync(path))
  }
  for (const name of ['app', 'public', 'server.ts', 'vite.config.ts', 'react-router.config.ts', 'package-lock.json']) if (existsSync(join(projectRoot, name))) add(join(projectRoot, name))
  return hash.digest('hex')
}
