import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { looking } from './steps/looking.ts'
import { expectAccessible, expectNoSidewaysScroll, signIn } from './support.ts'

// Reading only.
test('MON-10, VIS-18: the programme office begins with the whole country, opens a criterion by municipality and takes the figures along; no family is there', async ({ page, browser }, info) => {
  const look = looking(page, info, 'nation')
  await signIn(page, 'programkontor')
  await page.goto('/')
  await expect(page).toHaveURL(/\/nationen$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hele landet')
  await expect(page.getByRole('row', { name: /Hedensted/ })).toContainText(/Færre end planlagt|Som planlagt/)
  await expectAccessible(page)
  await look('country')
  await page.getByRole('link', { name: 'Efter 6 måneder' }).click()
  await expect(page.getByRole('link', { name: 'Efter 6 måneder' })).toHaveAttribute('aria-current', /.+/)
  await page.goto('/nationen/child-well-being?efter=6') // the demo has too few to link to
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Børnenes trivsel')
  await expect(page.getByText('Vi viser ikke tal om færre end 5')).toBeVisible()
  await expectAccessible(page)
  await look('criterion')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await page.goto('/nationen')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Hent tallene (CSV)' }).click()])
  expect(readFileSync(await file.path(), 'utf8')).toContain('Hele landet')
  for (const hidden of ['/familier', '/projekt', '/i-dag']) expect.soft((await page.goto(hidden))?.status(), hidden).not.toBe(200)

  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'da-DK' })
  const without = await plain.newPage()
  await signIn(without, 'projektleder')
  expect((await without.goto('/nationen'))?.status()).toBe(403)
  await without.goto('/projekt')
  await without.getByRole('link', { name: 'Se, hvordan det går siden start' }).click()
  await expect(without.getByRole('heading', { level: 1 })).toHaveText('Sådan går det siden start')
  await plain.close()
})
