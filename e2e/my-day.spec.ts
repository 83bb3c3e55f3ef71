import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, look, signIn } from './support.ts'

// The morning of a coordinator: what is late, done and undone; an absence taken over by a colleague and read by a mother; the team's briefing.
const PHONE = { width: 390, height: 844 }

async function signedIn(browser: Browser, username: string, options: object = {}): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'da-DK', ...options })).newPage()
  await signIn(page, username)
  return page
}
/** Whoever is away comes back, so that a retry begins anew. */
async function backAgain(page: Page): Promise<void> {
  await page.goto('/i-dag/fravaer')
  const cancel = page.getByRole('button', { name: /Fortryd fraværet/ })
  if (await cancel.count()) await cancel.first().click()
}

test('KOO-11, IT-06: the page one opens every morning; an agreement is done and undone, on a desk and on a phone', async ({ browser }, info) => {
  const page = await signedIn(browser, 'koordinator')
  await expect(page).toHaveURL(/\/i-dag$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvad skal jeg i dag?')
  const row = page.getByRole('listitem').filter({ hasText: 'Ring til PPR om Idas hørelse' })
  await expect(row).toContainText('3 dage over fristen')
  await expectAccessible(page)
  await look(page, info, 'i-dag')
  await row.getByRole('button', { name: /Klaret/ }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Fortryd' }).click()
  await expect(page.getByText('Den står på listen igen.')).toBeVisible()
  await expect(row).toBeVisible()
  await page.setViewportSize(PHONE)
  await page.goto('/i-dag')
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await look(page, info, 'i-dag-telefon')
  await page.context().close()
})

test('KOO-11 without JavaScript: a thing is done and taken back by plain forms', async ({ browser }) => {
  const page = await signedIn(browser, 'koordinator', { javaScriptEnabled: false, viewport: PHONE })
  await page.goto('/i-dag')
  const row = page.getByRole('listitem').filter({ hasText: 'Ring til PPR om Idas hørelse' })
  await row.getByRole('button', { name: /Klaret/ }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Fortryd' }).click()
  await expect(row).toBeVisible()
  await page.context().close()
})

test('KOO-03: Peter reports absence in one click, Anna takes his families over, and it is taken back', async ({ browser }, info) => {
  const peter = await signedIn(browser, 'koordinator2')
  await backAgain(peter)
  await peter.goto('/i-dag/fravaer')
  await expectAccessible(peter)
  await peter.getByLabel('Hvem hjælper imens?').selectOption({ label: 'Anna Holm, Projektet' })
  await peter.getByRole('button', { name: 'Meld fravær' }).click()
  await expect(peter.getByText('Fraværet er meldt.')).toBeVisible()
  await expect(peter.getByRole('heading', { name: 'Møder inden for to døgn' })).toBeVisible()
  await expect(peter.getByText(/Anna hjælper/).first()).toBeVisible()
  await expectAccessible(peter)
  await look(peter, info, 'fravaer')

  const anna = await signedIn(browser, 'koordinator', { viewport: PHONE })
  await anna.goto('/i-dag')
  await expect(anna.getByText(/Peter er væk\. Du hjælper/)).toBeVisible()
  await expectNoSidewaysScroll(anna)
  await look(anna, info, 'i-dag-vikar-telefon')

  await backAgain(peter)
  await expect(peter.getByText('Fraværet er taget tilbage.')).toBeVisible()
  await anna.goto('/i-dag')
  await expect(anna.getByText(/Peter er væk/)).toHaveCount(0)
  await peter.context().close()
  await anna.context().close()
})

test('KOO-03, KOO-15: the mother reads who is away and who helps, never why', async ({ browser }, info) => {
  const coordinator = await signedIn(browser, 'thisted-koordinator')
  await backAgain(coordinator)
  await coordinator.goto('/i-dag/fravaer')
  await coordinator.getByRole('button', { name: 'Meld fravær' }).click()
  await expect(coordinator.getByText('Fraværet er meldt.')).toBeVisible()
  const mother = await signedIn(browser, 'thisted-mor', { viewport: PHONE })
  await mother.goto('/min/plan')
  const entry = mother.locator('#indgang')
  await expect(entry.getByText(/ er væk\. .*hjælper/)).toBeVisible()
  await expect(entry).not.toContainText(/syg/)
  await expectAccessible(mother)
  await expectNoSidewaysScroll(mother)
  await look(mother, info, 'fravaer-familien')
  await backAgain(coordinator)
  await mother.goto('/min/plan')
  await expect(entry.getByText(/ er væk\. /)).toHaveCount(0)
  await coordinator.context().close()
  await mother.context().close()
})

test('KOO-12: the team’s briefing, with a colleague in the room; gone through and taken back', async ({ browser }, info) => {
  const page = await signedIn(browser, 'projektleder')
  await page.goto('/i-dag/overblik')
  await expect(page.getByRole('link', { name: /Sørensen/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByText('Vælg dato og hvem der er til stede').click()
  await page.getByLabel('Anna Holm').check()
  await page.getByRole('button', { name: 'Vis', exact: true }).click()
  await expect(page.getByText(/^Siden viser de familier, som alle til stede må se/)).toBeVisible()
  await expect(page.getByRole('link', { name: /Sørensen/ })).toBeVisible()
  await expectAccessible(page)
  await look(page, info, 'overblik-paa-vaeggen')
  await page.getByRole('button', { name: 'Vi har gennemgået familierne' }).click()
  await expect(page.getByText('Næste gang står her, hvad der er sket fra i dag.')).toBeVisible()
  await page.getByRole('button', { name: 'Fortryd' }).click()
  await expect(page.getByText('Gennemgangen er taget tilbage.')).toBeVisible()
  await page.setViewportSize(PHONE)
  await page.goto('/i-dag/overblik')
  await expectNoSidewaysScroll(page)
  await page.context().close()
})
