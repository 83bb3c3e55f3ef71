import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { looking } from './steps/looking.ts'
import { expectAccessible, expectNoSidewaysScroll, look, signIn } from './support.ts'

test('PROG-04, EVAL-09: the project manager sees what is missing, opens a month, and what the families are held against', async ({ page }, info) => {
  const see = looking(page, info, 'evaluation')
  await signIn(page, 'projektleder')
  await page.goto('/projekt')
  await page.getByRole('link', { name: /registreringerne er til at stole på/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Er registreringerne til at stole på?')
  await expectAccessible(page)
  await see('status')
  const month = page.getByRole('cell').getByRole('link').first()
  await month.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Registrering for')
  await page.goBack()
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('link', { name: 'Se sammenligningen' }).click()
  await expect(page.getByText('Familier på ventelisten')).toBeVisible()
  await expectAccessible(page)
  await see('comparison')
})

test('PROG-34, EVAL-05: an extract is made without JavaScript and fetched by the evaluator; the same again is the same to the byte', async ({ browser }, info) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'da-DK' })
  const page = await context.newPage()
  await signIn(page, 'projektleder')
  await page.goto('/projekt/udtraek')
  await page.getByRole('radio', { name: 'Midtvejsevaluering' }).check()
  await page.getByRole('button', { name: 'Lav udtrækket' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Udtræk til og med/)
  const made = page.url().match(/\d+$/)![0]
  await look(page, info, 'evaluation-extract')
  await page.getByRole('link', { name: 'Lav det igen og sammenlign' }).click()
  await expect(page.getByText('den samme til sidste tegn')).toBeVisible()
  await context.close()

  const theirs = await browser.newContext({ locale: 'da-DK' })
  const evaluator = await theirs.newPage()
  await signIn(evaluator, 'evaluator')
  await evaluator.goto('/udtraek')
  await expectAccessible(evaluator)
  const [download] = await Promise.all([evaluator.waitForEvent('download'), evaluator.locator(`a[href$="/${made}/fil"]`).click()])
  const file = readFileSync(await download.path())
  expect(file.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  expect(file.includes('Sørensen')).toBe(false)
  expect((await evaluator.goto('/familier'))?.status()).not.toBe(500)
  await theirs.close()
})
