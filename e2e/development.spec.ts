import { expect, test } from '@playwright/test'
import { looking } from './steps/looking.ts'
import { expectNoSidewaysScroll, signIn } from './support.ts'

// Reads only: a family whose story is told furthest, and whose numbers no other journey needs to be any certain ones.
const family = 'Sørensen'

test('PROG-33, PLAN-12: the family picture, one member’s curves, and the way to a goal’s measure; without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'da-DK', viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await signIn(page, 'koordinator')
  await page.goto('/familier')
  await page.getByRole('link', { name: new RegExp(family) }).first().click()
  await expect(page.getByRole('heading', { name: 'Hvordan går det?' })).toBeVisible()
  await page.getByRole('link', { name: 'Udvikling', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvordan går det i familien?')
  // Better stands before worse, and what is said is said in plain words.
  await expect(page.locator('main')).toContainText(/et skridt til det bedre|tydelig ændring til det bedre|ingen ændring/)
  await expect(page.locator('main')).not.toContainText(/signifikant|forværret/i)
  await page.getByRole('link', { name: 'Se alt om Mette' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvordan går det for Mette?')
  const first = page.locator('figure').first()
  await first.locator('summary').first().click()
  await expect(first.getByRole('table')).toBeVisible()
  await page.getByRole('link', { name: 'Til familiens udvikling' }).click()
  await page.locator('summary', { hasText: 'måling endnu' }).first().click()
  await page.getByRole('link', { name: /^Vælg en måling/ }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvad kan målet følges med?')
  await expect(page.getByRole('combobox', { name: /Måling/ })).toBeVisible()
  await context.close()
})

test('PROG-33: the mother sees how it goes on a phone, herself first', async ({ page }, info) => {
  const look = looking(page, info, 'development')
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'mor')
  await page.getByRole('link', { name: 'Se, hvordan det går med tiden' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvordan går det?')
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Du')
  await expectNoSidewaysScroll(page)
  await look('portal')
})

test('PROG-33: the project manager sees which families may need support, and how it goes in one of them; nothing sticks out on a phone', async ({ page }, info) => {
  const look = looking(page, info, 'development')
  await signIn(page, 'projektleder')
  await page.goto('/projekt/udvikling')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvem kan have brug for støtte?')
  await expect(page.locator('main')).toContainText(/af \d+ familier/)
  await look('support')
  await page.goto('/familier')
  const address = await page.getByRole('link', { name: new RegExp(family) }).first().getAttribute('href')
  await page.goto(`${address}/udvikling`)
  await look('family')
  await page.getByRole('link', { name: 'Se alt om Mette' }).click()
  await look('member')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await page.goBack()
  await expectNoSidewaysScroll(page)
})
