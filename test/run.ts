// `npm test`: every test. The database suite (embedded, or the server in TEST_OWNER_URL/TEST_APP_URL), then the journeys in a real browser.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from '../e2e/browser.ts'
import { databaseTests } from './database-tests.ts'

const bin = (name: string) => join('node_modules', '.bin', name)
const run = (command: string, args: string[], env: NodeJS.ProcessEnv = process.env) => spawnSync(command, args, { stdio: 'inherit', env }).status ?? 1
mkdirSync('test-results', { recursive: true })
let passed = 0
let failed = 0
let status = 0

status ||= run(bin('react-router'), ['typegen'])
const databaseOnly = process.argv.includes('--database-only')
const wanted = process.argv.slice(2).filter((a) => a !== '--database-only')
const files = databaseOnly && wanted.length === 0 ? databaseTests() : wanted
const units = run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json', ...files])
count('test-results/unit.json', (r: { numPassedTests: number; numFailedTests: number }) => [r.numPassedTests, r.numFailedTests])
status ||= units
if (!databaseOnly) {
  const browser = ensureBrowser()
  const journeys = run(bin('playwright'), ['test'], { ...process.env, CHROMIUM_PATH: browser })
  count('test-results/e2e.json', (r: { stats: { expected: number; unexpected: number } }) => [r.stats.expected, r.stats.unexpected])
  status ||= journeys
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(status || (passed === 0 ? 1 : 0))

function count<T>(file: string, read: (report: T) => [number, number]): void {
  try {
    const [p, f] = read(JSON.parse(readFileSync(file, 'utf8')) as T)
    passed += p
    failed += f
  } catch {
    failed++
  }
}
