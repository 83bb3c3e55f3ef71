import { expect, test } from '@playwright/test'
import { cprOf, familyCalled, sit } from './steps/consent-access.ts'
import { expectAccessible, expectNoSidewaysScroll, signIn } from './support.ts'

const month = (back: number): string => {
  const now = new Date()
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() - back, 1)).toISOString().slice(0, 7)
}
const absence = (...rows: string[]) => ({ name: 'fravaer.csv', mimeType: 'text/csv', buffer: Buffer.from(['CPR-nummer;Måned;Fravær i procent', ...rows].join('\n')) })

test('PROG-02, PROG-24: bad rows all at once and nothing changed; the good rows stand with their source; the same file again says nothing new; what was typed stands until it is chosen', async ({ browser }, info) => {
  test.setTimeout(120_000)
  const hanne = await sit(browser, info, 'projektleder')
  const { page } = hanne
  const family = await familyCalled(page, 'Lauritsen')
  const emma = await cprOf(page, family, 'Emma')
  // Nobody has written anything about that month; another one when the test is run again.
  const empty = month(4 + info.retry + info.repeatEachIndex)
  const file = absence(`${emma};${empty};8`, `${emma};${month(2)};120`, `${emma};femte;3`, `010190-0001;${month(1)};5`)

  await page.goto('/projekt')
  await page.getByRole('link', { name: 'Tal fra registre' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tal fra registre' })).toBeVisible()
  await page.getByLabel('Hvad er det for en fil?').selectOption({ label: 'Fravær i skole og dagtilbud' })
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: 'Se filen igennem' }).click()
  const bad = page.getByRole('table', { name: '2 rækker kan ikke læses' })
  await expect(bad.getByRole('row').nth(1)).toContainText('3Fravær i procentSkriv et tal fra 0 til 100')
  await expect(bad.getByRole('row').nth(2)).toContainText('4Måned"femte" er ikke en måned')
  await expect(page.getByText('1 række handler om andre end projektets familier')).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  await hanne.look('registers-checked')

  await page.getByRole('button', { name: 'Hent de gode rækker, og lad resten ligge' }).click()
  await expect(page.getByText('Hentet: 1 nyt tal, 0 rettet.')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Hentet før' }).getByRole('row').nth(1)).toContainText('fravaer.csv')
  await page.getByLabel('Hvad er det for en fil?').selectOption({ label: 'Fravær i skole og dagtilbud' })
  await page.locator('input[type=file]').setInputFiles(absence(`${emma};${empty};8`))
  await page.getByRole('button', { name: 'Se filen igennem' }).click()
  await expect(page.getByText('Filen siger ikke noget nyt om projektets familier.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Hent tallene ind' })).toHaveCount(0)

  // Somebody has written a number for last month; a file that says another does not take its place by itself.
  const peter = await sit(browser, info, 'koordinator2')
  await peter.page.goto(`/familier/${family}/registrering?maaned=${month(1)}`)
  const cell = peter.page.locator('input[name^="v."][name$=".child-attendance"]')
  if ((await cell.inputValue()) === '') {
    await cell.fill('97')
    await cell.press('Enter')
  }
  await expect(cell).toHaveValue(/^\d/)
  const says = (await cell.inputValue()) === '92' ? 90 : 92

  await page.goto('/projekt/registre')
  await page.getByLabel('Hvad er det for en fil?').selectOption({ label: 'Fravær i skole og dagtilbud' })
  await page.locator('input[type=file]').setInputFiles(absence(`${emma};${month(1)};${100 - says}`))
  await page.getByRole('button', { name: 'Se filen igennem' }).click()
  const different = page.getByRole('table', { name: '1 tal er skrevet på en anden måde' }).getByRole('row').nth(1)
  await expect(different).toContainText('Emma Lauritsen')
  await expect(different.getByLabel('Det skrevne')).toBeChecked()
  await hanne.look('registers-different')
  await different.getByText('Registrets', { exact: true }).click()
  await page.getByRole('button', { name: 'Hent tallene ind' }).click()
  await expect(page.getByText('Hentet: 0 nye tal, 1 rettet.')).toBeVisible()
  await peter.page.reload()
  await expect(cell).toHaveValue(String(says))
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('PROG-36: a month as a file for another tool, without names or numbers; the coordinator finds no such page', async ({ page }) => {
    await signIn(page, 'projektleder', '/projekt/eksport')
    await expect(page.getByRole('heading', { level: 1, name: 'Fil til et andet redskab' })).toBeVisible()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Hent filen' }).click()])
    expect(download.suggestedFilename()).toMatch(/^helhed-progression-tool-\d{4}-\d{2}\.csv$/)
    await signIn(page, 'koordinator', '/i-dag')
    expect((await page.goto('/projekt/registre'))?.status()).toBe(403)
    expect((await page.goto('/projekt/eksport'))?.status()).toBe(403)
  })
})
