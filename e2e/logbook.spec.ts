import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, look, signIn } from './support.ts'

// The logbook from a phone, and messages between a mother and her coordinator; one part without a script.
const PHONE = { width: 390, height: 844 }

async function family(page: Page): Promise<string> {
  await page.goto('/familier')
  const href = await page.getByRole('link', { name: /Nørgaard/ }).first().getAttribute('href')
  return /\d+/.exec(href!)![0]
}
async function signedIn(browser: Browser, username: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const page = await (await browser.newContext({ viewport: PHONE, locale: 'da-DK', ...options })).newPage()
  await signIn(page, username)
  return page
}

test('LOG-03: an entry in ten seconds from a phone; undo; found again by another form of the word', async ({ browser }, info) => {
  const page = await signedIn(browser, 'thisted-koordinator')
  const id = await family(page)
  const word = `kaffemødet nummer ${info.retry}`
  await page.goto(`/familier/${id}/personer`)
  await page.getByRole('link', { name: 'Ny logbogslinje' }).click() // in the head of the family, on a phone
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await look(page, info, 'logbog-ny-telefon')
  await page.getByLabel('Fulgte med til mødet').check()
  await expect(page.getByLabel(/^Lisbeth/)).toBeChecked()
  await page.getByLabel('30 minutter').check()
  await page.getByLabel('Én sætning').fill(`Gik med til ${word} på hotellet`)
  await expect(page.getByText(/Det her kan læses af.*Lisbeth/)).toBeVisible()
  await page.getByRole('button', { name: 'Skriv i logbogen' }).click()
  await expect(page.getByText('Linjen står i logbogen.')).toBeVisible()
  await page.getByRole('button', { name: 'Fortryd' }).click()
  await expect(page.getByText('Linjen er taget tilbage.')).toBeVisible()
  await expect(page.getByText(word)).toHaveCount(0)

  await page.goto(`/familier/${id}/logbog/ny`)
  await page.getByLabel('Svær telefonsamtale').check()
  await page.getByLabel('20 minutter').check()
  await page.getByLabel('Én sætning').fill(`Ringede om ${word} med Silje`)
  await page.getByRole('button', { name: 'Skriv i logbogen' }).click()
  await expect(page.getByText('Handler det også om Silje?').first()).toBeVisible()
  await page.getByLabel(/^Nej/).check()
  await page.getByRole('button', { name: 'Skriv i logbogen' }).click()
  await expect(page.getByText('Linjen står i logbogen.')).toBeVisible()
  await page.goto(`/familier/${id}/logbog?soeg=${encodeURIComponent(word.replace('mødet', 'møder'))}`)
  await expect(page.getByText(`Ringede om ${word} med Silje`, { exact: true })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.context().close()
})

test('KOO-15: the mother writes, the coordinator answers, she sees that it was seen', async ({ browser }, info) => {
  const words = `Kan vi tale om hotellet på ${info.retry + 7}. sal?`
  const mother = await signedIn(browser, 'thisted-mor')
  await mother.goto('/min/beskeder')
  await expect(mother.getByText(/Det, du skriver her, kan læses af/)).toBeVisible()
  await expect(mother.getByText(/svarer inden for 2 hverdage/)).toBeVisible()
  await expect(mother.getByText(/Fare: 112/)).toBeVisible()
  await expectAccessible(mother)
  await expectNoSidewaysScroll(mother)
  await look(mother, info, 'beskeder-mor-telefon')
  await mother.getByLabel('Din besked').fill('Jeg vil melde afbud til jobsamtalen')
  await mother.getByRole('button', { name: 'Send' }).click()
  await expect(mother.getByText('Vil du melde afbud til en samtale?')).toBeVisible()
  await mother.getByLabel('Din besked').fill(words)
  await mother.getByRole('button', { name: 'Send' }).click()
  await expect(mother.getByText('Beskeden er sendt.')).toBeVisible()
  await expect(mother.getByText('Ikke set endnu').last()).toBeVisible()

  const anna = await signedIn(browser, 'thisted-koordinator')
  const id = await family(anna)
  await anna.goto(`/familier/${id}/beskeder`)
  await expectAccessible(anna)
  await anna.getByRole('link', { name: /^Lisbeth/ }).click()
  await expect(anna.getByText(words)).toBeVisible()
  await look(anna, info, 'beskeder-koordinator-telefon')
  await expectAccessible(anna)
  await anna.getByLabel('Besked til Lisbeth').fill(`Ja, jeg ringer om ${words}`)
  await anna.getByRole('button', { name: 'Send' }).click()
  await expect(anna.getByText('Beskeden er sendt.')).toBeVisible()

  await mother.reload()
  await expect(mother.getByText(`Ja, jeg ringer om ${words}`)).toBeVisible()
  await expect(mother.getByText(/Set af /).last()).toBeVisible()
  for (const page of [mother, anna]) await page.context().close()
})

test('LOG-01: without a script an entry is written and the family reads it in plain words', async ({ browser }, info) => {
  const page = await signedIn(browser, 'thisted-koordinator', { javaScriptEnabled: false })
  const id = await family(page)
  const words = `Øvede bussen til praktikken, gang ${info.retry + 1}`
  await page.goto(`/familier/${id}/logbog/ny`)
  await page.getByLabel('Første dag').check()
  await page.getByLabel('Andet', { exact: true }).last().check()
  await page.getByLabel('Antal minutter').fill('75')
  await page.getByLabel('Én sætning').fill(words)
  await page.getByRole('button', { name: 'Skriv i logbogen' }).click()
  await expect(page.getByText('Linjen står i logbogen.')).toBeVisible()
  const mother = await signedIn(browser, 'thisted-mor', { javaScriptEnabled: false })
  await mother.goto('/min/logbog')
  await expect(mother.getByText(words)).toBeVisible()
  await expect(mother.getByText(/fulgte med dig den første dag/).first()).toBeVisible()
  for (const p of [page, mother]) await p.context().close()
})
