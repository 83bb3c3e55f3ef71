import { expect, test, type Page } from '@playwright/test'
import { looking } from './steps/looking.ts'
import { planOf } from './steps/plan.ts'
import { signIn } from './support.ts'

test('PLAN-01: two tabs change the same goal; the second is shown both texts, loses nothing and chooses', async ({ page, context }, info) => {
  test.setTimeout(180_000)
  await signIn(page, 'koordinator')
  await page.goto('/familier')
  await page.getByRole('link', { name: /Sørensen/ }).first().click()
  const caseId = Number(/\d+/.exec(new URL(page.url()).pathname)![0])
  const title = 'Mette prøver to arbejdspladser af'
  const open = async (tab: Page) => {
    await tab.goto(planOf(caseId))
    await tab.getByRole('link', { name: `Ret ${title}` }).click()
    await expect(tab.getByLabel('Hvad vil I nå?')).toHaveValue(title)
  }
  const other = await context.newPage()
  await open(page)
  await open(other)

  await page.getByLabel('Hvad vil I nå?').fill('Mette prøver tre arbejdspladser af')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.locator('#maal')).toContainText('Mette prøver tre arbejdspladser af')

  await other.getByLabel('Hvad vil I nå?').fill('Mette finder en arbejdsplads, hun kan lide')
  await other.getByLabel('Hvordan kan I se, at det går den rigtige vej?').fill('Hun har været der fire uger')
  await other.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(other.getByRole('heading', { name: 'En anden har rettet det, mens du skrev' })).toBeVisible()
  const both = other.getByRole('row', { name: /Mål/ })
  await expect(both).toContainText('Mette finder en arbejdsplads, hun kan lide')
  await expect(both).toContainText('Mette prøver tre arbejdspladser af')
  await expect(other.getByLabel('Hvad vil I nå?')).toHaveValue('Mette finder en arbejdsplads, hun kan lide')
  await expect(other.getByLabel('Hvordan kan I se, at det går den rigtige vej?')).toHaveValue('Hun har været der fire uger')
  await looking(other, info, 'first-way')('stale')
  await page.goto(planOf(caseId))
  await expect(page.locator('#maal')).toContainText('Mette prøver tre arbejdspladser af')

  await other.getByLabel('Hvad vil I nå?').fill(title)
  await other.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(other.locator('#maal')).toContainText(title)
  await expect(other.locator('#maal')).toContainText('Hun har været der fire uger')
})
