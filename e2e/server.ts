// The product itself, on a fresh embedded database with demo data, for the browser tests.
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'helhed-e2e-'))
chmodSync(folder, 0o755)
// Where the data is, for tests that run commands beside the server.
const where = join(tmpdir(), `helhed-e2e-${process.env['PORT']}`)
writeFileSync(where, folder)
const child = spawn(process.execPath, ['cli.ts', 'serve'], { stdio: 'inherit', env: { ...process.env, HELHED_VAR: folder, HELHED_UNSAFE_FAST_DATABASE: '1', LOG_LEVEL: 'warn' } })
const stop = () => child.kill('SIGTERM')
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
child.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(where, { force: true })
  process.exit(code ?? 1)
})
