#!/usr/bin/env node
// helhed <command>: each command stands in a file of its own below cli/ and is loaded when it is called.
type Command = { run: (args: string[]) => Promise<number>; help: string }
const commands: Record<string, () => Promise<Command>> = {
  serve: () => import('./cli/serve.ts'),
  migrate: () => import('./cli/migrate.ts'),
  'verify-log': () => import('./cli/verify-log.ts'),
  calc: () => import('./cli/calc.ts'),
  municipality: () => import('./cli/municipality.ts'),
  staff: () => import('./cli/staff.ts'),
  pack: () => import('./cli/pack.ts'),
  import: () => import('./cli/import.ts'),
  session: () => import('./cli/session.ts'),
  seed: () => import('./cli/seed.ts'),
  issuer: () => import('./cli/issuer.ts'),
  'rotate-keys': () => import('./cli/rotate-keys.ts'),
  export: () => import('./cli/export.ts'),
  backup: () => import('./cli/backup.ts'),
  restore: () => import('./cli/restore.ts'),
}

const [name = 'help', ...args] = process.argv.slice(2)
const load = commands[name]
if (!load) {
  const asked = name === 'help' || name === '--help' || name === '-h'
  if (!asked) console.error(`helhed: unknown command "${name}"`)
  const lines = await Promise.all(Object.entries(commands).map(async ([n, l]) => `  ${n.padEnd(14)}${(await l()).help}`))
  ;(asked ? console.log : console.error)(`helhed <command>\n\n${lines.join('\n')}`)
  process.exit(asked ? 0 : 2)
}
try {
  process.exitCode = await (await load()).run(args)
} catch (error) {
  // What went wrong in one sentence; the stack only for those who ask for it.
  console.error(process.env['HELHED_DEBUG'] ? error : `helhed ${name}: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
export {}
