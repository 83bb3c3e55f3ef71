import { expect, test } from '@playwright/test'
import { looking } from './steps/looking.ts'
import { expectAccessible, expectNoSidewaysScroll, signIn } from './support.ts'

// Mette rates herself; nothing else in these journeys rates for her. Each attempt says another number, since what was said stays.

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })
  test('PROG-33, GOAL-10: the mother says how it goes with her thumb, on the first page and for the rest', async ({ page }, info) => {
    const look = looking(page, info, 'ratings')
    await signIn(page, 'mor', '/min/plan')
    const card = page.locator('#hvordan-gaar-det')
    const value = String(6 + (info.retry % 3))
    if (await card.getByRole('button', { name: 'Gem svaret' }).isVisible()) {
      await card.getByRole('radio', { name: value, exact: true }).check()
      await card.getByRole('button', { name: 'Gem svaret' }).click()
    } else await card.getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1, name: 'Hvordan går det?' })).toBeVisible()
    const body = page.getByRole('radiogroup', { name: /Hvordan har din krop det/ })
    await body.getByRole('radio', { name: value, exact: true }).check()
    await expect(body.getByRole('radio', { name: value, exact: true })).toBeChecked()
    await expect(page.getByText(/kan læses af/).first()).toContainText('Anna Holm')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await look('phone')
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
    await expect(page.getByText('Dit svar er gemt')).toBeVisible()
    await expect(body.getByRole('radio', { name: value, exact: true })).toBeChecked()
  })
})

test('PROG-02, UDR-04: without a script the coordinator writes down what was said by telephone, and a missing way is named', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'da-DK' })
  const page = await context.newPage()
  await signIn(page, 'koordinator')
  await page.goto('/familier')
  await page.getByRole('link', { name: /Poulsen/ }).first().click()
  await page.goto(`${/\/familier\/\d+/.exec(page.url())![0]}/udvikling/egen`)
  await page.getByRole('link', { name: 'Skriv Connies svar ind' }).click()
  const choices = page.getByRole('radiogroup', { name: /Hvordan går det for tiden/ })
  const value = (await choices.getByRole('radio', { name: '4', exact: true }).isChecked()) ? '5' : '4'
  await choices.getByRole('radio', { name: value, exact: true }).check({ force: true })
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(choices.getByRole('radio', { name: value, exact: true })).toBeChecked() // nothing typed is lost
  await page.getByRole('radio', { name: 'I telefonen' }).check({ force: true })
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Egne tal' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Hvordan går det/ }).first()).toContainText(`${value} efter en telefonsamtale`)
  await context.close()
})
