import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, look } from './support.ts'

/* UDR-16, IT-09, IT-13, CIV-14 by the keyboard alone: Tab, Enter, Space, arrows and typing; nothing is clicked. */

/** Tab until it has focus, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator, most = 140): Promise<void> {
  for (let i = 0; i < most; i++) {
    if (await wanted.evaluate((e) => e === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`not reached in ${most} steps: ${wanted.toString()}`)
}
const enter = async (page: Page, wanted: Locator) => {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}
const pageTitle = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name }).or(page.getByRole('heading', { level: 2, name })).first()).toBeVisible()

async function signInByKeyboard(page: Page, who: string): Promise<void> {
  await page.goto('/log-ind')
  await enter(page, page.locator('a[href^="/auth/start"]').first())
  await expect(page.locator(`button[value="${who}"]`)).toBeVisible()
  await enter(page, page.locator(`button[value="${who}"]`))
  await expect(page).not.toHaveURL(/log-ind|demo-oidc|auth\//)
}

test('UDR-16, IT-09, CIV-14: the network map by keyboard: a new person, a tie, who comes to the meeting, the table, the time line', async ({ page }, info) => {
  test.setTimeout(180_000)
  const name = ['Ragnhild', 'Ingeborg', 'Solvejg'][info.retry] ?? 'Astrid'
  await signInByKeyboard(page, 'koordinator')
  if (!page.url().endsWith('/familier')) await page.goto('/familier')
  await enter(page, page.getByRole('link', { name: /Damgaard/ }).first())
  await enter(page, page.getByRole('link', { name: 'Netværk', exact: true }))
  await pageTitle(page, 'Hvem er omkring familien?')

  // The whole family together: the expected child stands in the picture too.
  const map = page.getByRole('group', { name: /^Netværkskort/ })
  await expect(map.getByRole('link', { name: /Freja, 22/ })).toBeVisible()
  await expect(map.getByRole('link', { name: /Ventet barn/ })).toBeVisible()
  await expectAccessible(page)

  await enter(page, page.getByRole('link', { name: 'Tilføj en i netværket' }))
  await pageTitle(page, 'Hvem regner familien med?')
  await tabTo(page, page.getByLabel('Fornavn'))
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type('Veninde fra skolen')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Fre')
  await expectAccessible(page)
  await enter(page, page.getByRole('button', { name: 'Tegn et bånd' }))

  await pageTitle(page, 'Tegn et bånd')
  await tabTo(page, page.getByLabel('Hvem siger det?'))
  await page.keyboard.type('Fre')
  await tabTo(page, page.getByLabel('Fra', { exact: true }))
  await page.keyboard.type('Fre')
  await expect(page.getByLabel('Til', { exact: true })).toHaveValue(/^person-\d+$/)
  // The radio that is chosen has focus; one arrow up is "strong".
  await tabTo(page, page.locator('input[name="strength"]:checked'))
  await page.keyboard.press('ArrowUp')
  await expect(page.getByLabel('Stærkt')).toBeChecked()
  await tabTo(page, page.getByLabel('Egne ord'))
  await page.keyboard.type('Hun spørger, hvordan jeg har det')
  await expectAccessible(page)
  await enter(page, page.getByRole('button', { name: 'Gem' }))

  // On the map, as a link that says it all; Enter leads to its row, and Tab goes on from there.
  await pageTitle(page, 'Hvem er omkring familien?')
  const node = map.getByRole('link', { name: new RegExp(`^${name}, Veninde.*Bånd: stærkt`) })
  await look(page, info, 'network-map')
  await enter(page, node)
  const row = page.getByRole('row', { name: new RegExp(`^${name}`) })
  await expect(row).toBeVisible()
  await expect(row).toContainText('Freja: stærkt “Hun spørger, hvordan jeg har det”')
  await tabTo(page, row.getByRole('link', { name: `Tegn et bånd ${name}` }), 4)
  await expectAccessible(page)

  await enter(page, page.getByRole('link', { name: 'Hvem skal med til næste møde?' }))
  await pageTitle(page, 'Hvem skal med til næste møde?')
  const group = page.getByRole('radiogroup', { name: new RegExp(name) })
  await tabTo(page, group.getByRole('radio', { checked: true }))
  await page.keyboard.press('ArrowDown')
  await expect(group.getByLabel('Skal med')).toBeChecked()
  await expectAccessible(page)
  await enter(page, page.getByRole('button', { name: 'Gem' }))
  await expect(page.locator('#moede')).toContainText(name)

  await enter(page, page.getByRole('link', { name: 'Se tidslinjen' }))
  await pageTitle(page, 'Hvad er der sket, og hvad kommer?')
  for (const zoom of ['Et år', 'Tre måneder']) {
    await enter(page, page.getByRole('link', { name: zoom }))
    await expect(page.getByRole('link', { name: zoom })).toHaveAttribute('aria-current', /./)
    await expectAccessible(page)
  }
  await enter(page, page.getByRole('link', { name: 'Tidligere' }))
  await expect(page).toHaveURL(/til=/)
  await tabTo(page, page.locator('summary', { hasText: 'tabel' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('columnheader', { name: 'Slags' })).toBeVisible()
})

test('IT-09, CIV-14: on a phone the mother sees her own picture, draws her own tie and chooses who comes; her son does not see her tie', async ({ page }, info) => {
  test.setTimeout(120_000)
  const words = ['Vi ringer om aftenen', 'Hun lytter', 'Altid'][info.retry] ?? 'Ja'
  await page.setViewportSize({ width: 390, height: 844 })
  await signInByKeyboard(page, 'thisted-mor')
  await page.goto('/min/netvaerk')
  await pageTitle(page, 'Hvem er omkring os?')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await look(page, info, 'network-map-phone')
  await enter(page, page.getByRole('link', { name: 'Tegn et bånd' }).first())
  await tabTo(page, page.getByLabel('Til', { exact: true }))
  await page.keyboard.type('Dorthe')
  await tabTo(page, page.getByLabel('Egne ord'))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(words)
  await enter(page, page.getByRole('button', { name: 'Gem' }))
  await enter(page, page.locator('summary', { hasText: 'tabel' }))
  await expect(page.getByRole('row', { name: /^Dorthe Søster/ })).toContainText(words)

  await page.context().clearCookies()
  await signInByKeyboard(page, 'thisted-ung')
  await page.goto('/min/netvaerk?tabel=1')
  await expect(page.getByRole('row', { name: /^Dorthe Søster/ })).toBeVisible()
  await expect(page.getByText(words)).toHaveCount(0)
})
