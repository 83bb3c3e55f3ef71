import { expect, test } from '@playwright/test'
import { looking } from './steps/looking.ts'
import { expectAccessible, expectNoSidewaysScroll, signIn } from './support.ts'

// A family that no other journey registers for; each attempt uses an indicator of its own, since what was saved stays.
const family = 'Ipsen'
const month = '2026-10'

test('PROG-03, PROG-04: a month by keyboard alone: keys fill, arrows move, an odd value is asked about, u keeps, the month is done', async ({ page }, info) => {
  const look = looking(page, info, 'registration')
  await signIn(page, 'koordinator')
  await page.goto('/registrering')
  await expect(page.getByRole('row', { name: new RegExp(family) })).toContainText('udfyldt')
  await page.getByRole('link', { name: new RegExp(`(Registrér|Se) ${family}`) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Registrering for/)
  const fields = page.locator('input[data-step]')
  const first = fields.nth(info.retry * 3)
  await first.focus()
  await page.keyboard.press('9')
  await expect(first).toHaveValue('9') // no level: the field keeps the focus
  await page.keyboard.press('Control+a')
  await page.keyboard.press('1')
  await expect(first).toHaveValue('1')
  await expect(first).not.toBeFocused() // a level goes on to the next field
  await page.keyboard.press('ArrowUp')
  await expect(first).toBeFocused()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Gem', exact: true }).press('Enter')
  await expect(page.getByText(/tal er gemt|ikke noget nyt/)).toBeVisible()
  await expect(fields.nth(info.retry * 3)).toHaveValue('1')
  await look('month')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
})

test('PROG-04: wrong values are named at their fields and nothing typed is lost, also without JavaScript', async ({ browser }, info) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'da-DK' })
  const page = await context.newPage()
  await signIn(page, 'koordinator')
  await page.goto('/registrering')
  await page.getByRole('link', { name: new RegExp(`(Registrér|Se) ${family}`) }).click()
  expect(page.url()).toContain(month.slice(0, 4))
  const fields = page.locator('input[data-step]')
  const [wrong, right] = [fields.nth(6 + info.retry), fields.nth(9 + info.retry)]
  await wrong.fill('7')
  await right.fill('2')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Skriv et tal fra 0 til 4')
  await expect(wrong).toHaveValue('7')
  await expect(right).toHaveValue('2')
  await wrong.fill('2')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  // Odd beside last time is asked about once; a yes keeps it.
  if (await page.getByRole('alert').isVisible()) {
    for (const box of await page.getByRole('checkbox', { name: 'Ja, det passer' }).all()) await box.check()
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
  }
  await expect(page.getByText(/tal er gemt/)).toBeVisible()
  await context.close()
})
