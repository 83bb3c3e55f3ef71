import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

// The shell without a window first: the same engine for three quarters of the time.
const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge']

/** An installed Chromium, Chrome or Edge; else Playwright's own; else undefined. */
export function findBrowser(): string | undefined {
  const given = process.env['CHROMIUM_PATH']
  if (given) return given
  const installed = PLACES.find((p) => existsSync(p))
  if (installed) return installed
  const own = chromium.executablePath()
  return existsSync(own) ? own : undefined
}

/** Finds or fetches a browser: an installed one, Playwright's own download, Debian's package when root. Never skips silently. */
export function ensureBrowser(): string {
  const attempts: [string, string[]][] = [['npx', ['playwright', 'install', 'chromium']]]
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) attempts.push(['sh', ['-c', 'apt-get update -q && apt-get install -y -q chromium']])
  for (let i = 0; ; i++) {
    const found = findBrowser()
    if (found) return found
    const next = attempts[i]
    if (!next) throw new Error('No Chromium, Chrome or Edge was found for the browser tests. Install one, for example: sudo apt-get install -y chromium')
    console.log(`no browser found; trying: ${next[0]} ${next[1].join(' ')}`)
    try {
      execFileSync(next[0], next[1], { stdio: 'inherit' })
    } catch {
      console.log('that did not work')
    }
  }
}
