import { expect, type Page, test } from '@playwright/test'
import { dayAhead } from './steps/forms.ts'
import { expectAccessible, expectNoSidewaysScroll, look, signIn } from './support.ts'

// After the meeting: an agreement is made, stands on the next meeting, and the mother keeps it on her phone; the minutes are corrected, sent and confirmed,
// and a disagreement is nobody else's before she shows it.
test.describe.configure({ mode: 'default' })

async function family(page: Page): Promise<string> {
  await page.goto('/familier')
  const href = await page.getByRole('link', { name: /Sørensen/ }).first().getAttribute('href')
  return `/familier/${/\d+/.exec(href ?? '')?.[0]}`
}
/** Addresses of the family's meetings: those with minutes, and the others. */
async function meetings(page: Page, base: string): Promise<{ held: string; coming: string[] }> {
  await page.goto(`${base}/moeder`)
  const links = await page.locator('a[href*="/moeder/"]').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).getAttribute('href') ?? ''))
  const held = links.filter((h) => h.endsWith('/referat'))
  const coming = [...new Set(links.filter((h) => /\/moeder\/\d+$/.test(h)))].filter((h) => !held.includes(`${h}/referat`))
  return { held: held.at(-1) ?? '', coming }
}
async function typeDay(page: Page, name: string, ahead: number): Promise<void> {
  const day = dayAhead(ahead)
  await page.locator(`input[name="${name}.day"]`).first().fill(String(day.getUTCDate()))
  await page.locator(`input[name="${name}.month"]`).first().fill(String(day.getUTCMonth() + 1))
  await page.locator(`input[name="${name}.year"]`).first().fill(String(day.getUTCFullYear()))
}
const phone = (page: Page) => page.setViewportSize({ width: 390, height: 844 })
const desk = (page: Page) => page.setViewportSize({ width: 1280, height: 900 })

test('MEET-15, MEET-16: an agreement is made, stands on the next meeting, is put off and kept by the mother on her phone', async ({ page }, info) => {
  test.setTimeout(180_000)
  const what = `Ringer til banken om lånet ${info.retry}${Date.now() % 10_000}`
  await signIn(page, 'koordinator')
  await desk(page)
  const base = await family(page)
  await page.goto(`${base}/aftaler/ny`)
  await expectAccessible(page)
  await look(page, info, 'agreements-new')
  await page.getByRole('button', { name: 'Gem aftalen' }).click()
  await expect(page.getByRole('alert')).toContainText('Feltet skal udfyldes')
  await page.getByRole('textbox', { name: 'Hvad er aftalt?' }).fill(what)
  await page.getByRole('radio', { name: 'Mette', exact: true }).check()
  await typeDay(page, 'dueOn', 12)
  await page.getByRole('button', { name: 'Gem aftalen' }).click()
  await expect(page.getByText('Aftalen er gemt')).toBeVisible()
  const row = page.locator('.agreed-list > li').filter({ hasText: what })
  await expect(row).toContainText('om 12 dage')
  await expectAccessible(page)
  await look(page, info, 'agreements')
  await phone(page)
  await expectNoSidewaysScroll(page)
  await look(page, info, 'agreements-phone')
  await desk(page)
  const { coming } = await meetings(page, base)
  expect(coming.length).toBeGreaterThan(0)
  await page.goto(`${coming[0]!}/referat`)
  await expect(page.getByText(what).first()).toBeVisible()

  await signIn(page, 'mor')
  await phone(page)
  await page.goto('/min/plan')
  const card = page.locator('#aftaler')
  await expect(card.getByRole('button', { name: what })).toBeVisible()
  await expectAccessible(page)
  await look(page, info, 'agreements-mine-phone')
  await card.locator('li').filter({ hasText: what }).getByRole('link', { name: 'Kan du ikke nå den?' }).click()
  await expect(page.getByRole('heading', { level: 1, name: what })).toBeVisible()
  await typeDay(page, 'dueOn', 30)
  await page.locator('textarea[name="reason"]').first().fill('Banken har lukket')
  await page.getByRole('button', { name: 'Udsæt' }).click()
  await expect(page.getByText('Aftalen har fået en ny dag')).toBeVisible()
  await expect(page.locator('li').filter({ hasText: what })).toContainText('udsat én gang')
  await page.getByRole('button', { name: `Sæt hak: ${what}` }).click()
  await expect(page.getByText('Flot. Aftalen er klaret')).toBeVisible()
  await expect(page.getByRole('button', { name: `Fjern hak: ${what}` })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await look(page, info, 'agreements-kept-phone')

  await signIn(page, 'koordinator')
  await desk(page)
  await page.goto(`${base}/aftaler?vis=afsluttede`)
  await page.locator('.agreed-list > li').filter({ hasText: what }).getByRole('link', { name: what }).click()
  await expect(page.getByText(/Klaret, sat af Mette/)).toBeVisible()
  await expect(page.getByText(/Banken har lukket/)).toBeVisible()
  await look(page, info, 'agreement-history')
})

test('MEET-15: the minutes are corrected, sent and confirmed; a disagreement is hers until she shows it; a paper for each', async ({ page }, info) => {
  test.setTimeout(240_000)
  const tag = `${info.retry}${Date.now() % 10_000}`
  const said = `Morgenen er lettere nu ${tag}.`
  await signIn(page, 'koordinator')
  await desk(page)
  const base = await family(page)
  const { held } = await meetings(page, base)
  await page.goto(held)
  await expect(page.getByRole('heading', { name: 'Hvem var med?' })).toBeVisible()
  await expectAccessible(page)
  await look(page, info, 'minutes')
  await page.getByRole('link', { name: 'Skriv et punkt mere' }).click()
  await page.getByRole('textbox', { name: 'Overskrift' }).fill('Skolen')
  await page.getByRole('textbox', { name: 'Hvad blev der sagt?' }).fill(said)
  await expect(page.getByText(/Let for øvede|LIX/).first()).toBeVisible()
  await look(page, info, 'minutes-writing')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByText('Rettet, siden det blev sendt')).toBeVisible()
  await page.getByRole('button', { name: 'Send referatet' }).click()
  await expect(page.getByText('Referatet er sendt')).toBeVisible()
  await phone(page)
  await expectNoSidewaysScroll(page)
  await look(page, info, 'minutes-phone')
  const paper = await page.request.get((await page.getByRole('link', { name: 'PDF til Mette' }).getAttribute('href')) ?? '')
  expect(paper.headers()['content-type']).toBe('application/pdf')

  await signIn(page, 'mor')
  const address = `/min/moeder/${/\/moeder\/(\d+)/.exec(held)?.[1]}/referat`
  await page.goto(address)
  await expect(page.getByText(said)).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await look(page, info, 'minutes-mine-phone')
  const again = page.getByText('Ret dit svar')
  if (await again.isVisible()) await again.click()
  await page.getByRole('radio', { name: 'Jeg er uenig' }).check()
  const words = `Det var ikke det, jeg sagde ${tag}`
  await page.getByRole('textbox', { name: /Hvad skal være anderledes/ }).fill(words)
  await page.getByRole('button', { name: 'Svar', exact: true }).click()
  await expect(page.getByText('Tak for svaret')).toBeVisible()
  await expect(page.getByText('Kun du kan se det', { exact: true })).toBeVisible()

  await signIn(page, 'koordinator')
  await page.goto(held)
  await expect(page.getByText(words)).toHaveCount(0)

  await signIn(page, 'mor')
  await page.goto(address)
  await page.getByRole('button', { name: /Vis det til de andre/ }).click()
  await expect(page.getByText('Din uenighed er vist til de andre')).toBeVisible()
  await look(page, info, 'minutes-disagreement-phone')

  await signIn(page, 'koordinator')
  await desk(page)
  await page.goto(held)
  await expect(page.getByText(words)).toBeVisible()
  await expectAccessible(page)
  await look(page, info, 'minutes-answers')
})
