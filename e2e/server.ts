// The product itself, on a fresh embedded database with demo data, for the browser tests.
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'helhed-e2e-'))
chmodSync(folder, 0o755)
const child = spawn(process.execPath, ['cli.ts', 'serve'], { stdio: 'inherit', env: { ...process.env, HELHED_VAR: folder, HELHED_UNSAFE_FAST_DATABASE: '1', HELHED_E2E: '1' } })
const stop = () => child.kill('SIGTERM')
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
child.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true })
  process.exit(code ?? 1)
})
