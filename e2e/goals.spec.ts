import { expect, test } from '@playwright/test'
import { looking } from './steps/looking.ts'
import { expectAccessible, expectNoSidewaysScroll, signIn } from './support.ts'

// Reads only: the demo's families as they are.
test('GOAL-14: the project manager opens a goal down to a registration; the steering group meets nothing there and sees published figures', async ({ page, browser }, info) => {
  const look = looking(page, info, 'goals')
  await signIn(page, 'projektleder')
  await page.goto('/projekt')
  await page.getByRole('link', { name: 'Se projektets mål' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Projektets mål')
  await expect(page.getByText('anden fremtid')).toBeVisible()
  await expect(page.getByText(/usikkerhed \d+ til \d+/).first()).toBeVisible()
  await expectAccessible(page)
  await look('goals')
  await page.getByRole('link', { name: 'Åbn Fritidsaktivitet' }).click()
  await page.getByRole('link', { name: /^Ja \(\d+\)/ }).click()
  await page.getByRole('row', { name: /Sørensen/ }).getByRole('link', { name: /Gymnastik/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ida')
  await page.goBack()
  const goal = page.url()
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)

  // Without JavaScript, and refused: for the steering group the opened goal does not exist.
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'da-DK' })
  const steering = await plain.newPage()
  await signIn(steering, 'styregruppe')
  await expect(steering).toHaveURL(/\/maal$/)
  await expect(steering.getByRole('heading', { level: 1 })).toContainText('Målene')
  await expect(steering.getByText('Mindste gruppe er 3', { exact: false })).toBeVisible()
  await expect(steering.getByText('For få til at vise').first()).toBeVisible()
  await expect(steering.getByText('Sørensen')).toHaveCount(0)
  const refused = await steering.goto(goal)
  expect(refused?.status()).toBe(404)
  await plain.close()
})

test('PROG-35: what works for whom says its uncertainty and is no ranking', async ({ page }) => {
  await signIn(page, 'projektleder', '/projekt/virker')
  await page.getByLabel('Vælg, hvad der måles på').selectOption({ label: 'Fritidsforhold og venskaber' })
  await page.getByRole('button', { name: 'Vis' }).click()
  await expect(page.getByText('ikke en rangliste')).toBeVisible()
  await expect(page.getByText(/for få til at dømme ud fra/).first()).toBeVisible()
  await expectAccessible(page)
})
