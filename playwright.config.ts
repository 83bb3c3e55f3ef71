import { defineConfig } from '@playwright/test'
import { findBrowser } from './e2e/browser.ts'

const port = Number(process.env['E2E_PORT'] ?? 3199)
export default defineConfig({
  testDir: 'e2e',
  timeout: 60_000,
  // A step may wait for a long import or a report in the same municipality: the log's rows are written one after the other.
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: false,
  // On a busy machine a browser may be late once; what fails twice is wrong.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'da-DK',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] },
  },
  webServer: { command: `node e2e/server.ts`, url: `http://127.0.0.1:${port}/healthz`, timeout: 180_000, gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 }, stdout: 'pipe', env: { PORT: String(port) } },
})
