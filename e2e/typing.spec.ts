import { expect, test } from '@playwright/test'
import { signIn } from './support.ts'

test('UX-6: what is typed before the page is alive stays, in place of the text that stood there', async ({ page }) => {
  await signIn(page, 'koordinator', '/familier')
  await page.getByRole('link', { name: /Holmberg/ }).first().click()
  await page.goto(`${new URL(page.url()).pathname}/planen`)
  const goal = await page.locator('#maal a[href*="/planen/maal/"]').first().getAttribute('href')
  // A slow connection: the page is there, the scripts come later.
  await page.route(/\/assets\/.*\.js/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await page.goto(goal!, { waitUntil: 'commit' })
  const title = page.locator('textarea[name=title]')
  const before = await title.inputValue()
  expect(before).not.toBe('')
  await title.fill('Skrevet, før siden var vågen')
  await page.waitForFunction(() => Object.keys(document.querySelector('textarea[name=title]') ?? {}).some((key) => key.startsWith('__reactProps')))
  await expect(page.locator('html')).toBeVisible()
  await page.waitForTimeout(500)
  expect(await title.inputValue()).toBe('Skrevet, før siden var vågen')
  // Alive, it is written in as always.
  await title.fill('Og bagefter')
  await expect(title).toHaveValue('Og bagefter')
})
