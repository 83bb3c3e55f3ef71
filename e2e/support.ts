import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, type TestInfo } from '@playwright/test'

type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>
const sessions = new Map<string, Cookies>()

/**
 * Signs in through the real flow: our sign-in page, the demo's OpenID Connect provider, and back to where one was going. The next time in the same worker the session is used
 * again while it holds, as somebody who comes back to an open browser.
 */
export async function signIn(page: Page, username: string, back = '/'): Promise<void> {
  await page.context().clearCookies()
  const known = sessions.get(username)
  if (known) {
    await page.context().addCookies(known)
    await page.goto(back)
    if (!/log-ind/.test(page.url())) return
    await page.context().clearCookies()
  }
  await page.goto(`/log-ind?tilbage=${encodeURIComponent(back)}`)
  await page.locator('a[href^="/auth/start"]').first().click()
  await page.locator(`button[value="${username}"]`).click()
  await expect(page).not.toHaveURL(/log-ind|demo-oidc|auth\//)
  sessions.set(username, (await page.context().cookies()).filter((c) => c.name === 'helhed'))
}

/** No accessibility finding on the page as it stands: WCAG 2.0-2.2, A and AA, and axe's best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  const found = violations.map((v) => `${v.id}: ${v.help}\n  ${v.nodes.slice(0, 3).map((n) => `${n.target.join(' ')} ${n.html.slice(0, 160)}`).join('\n  ')}`)
  // Soft: a walk through many pages tells of all of them at once.
  expect.soft(found, `axe on ${page.url()}`).toEqual([])
}

/** A picture of the whole page kept with the test's results, to be looked at; only where somebody will (`E2E_LOOK=1`), since pictures are half the time of a walk. */
export async function look(page: Page, info: TestInfo, name: string): Promise<void> {
  if (!process.env['E2E_LOOK']) return
  await info.attach(name, { body: await page.screenshot({ fullPage: true, path: `test-results/looks/${name}.png` }), contentType: 'image/png' })
}

/** Nothing sticks out at the side. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  // Asked again: just after a change of size the browser tells the old width once.
  await expect.configure({ soft: true }).poll(wide, { message: `sideways scroll on ${page.url()}`, timeout: 3_000 }).toBeLessThanOrEqual(0)
}
