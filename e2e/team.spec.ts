import { expect, test } from '@playwright/test'
import { pngOf } from '../app/team/testing.ts'
import { familyCalled, sit } from './steps/consent-access.ts'
import { choose, danish, day, tick, typeDate, unfold } from './steps/forms.ts'
import { expectAccessible, expectNoSidewaysScroll } from './support.ts'

test.describe.configure({ timeout: 150_000 })

/** Families nobody else's journey uses; another try takes the other one. */
const FAMILIES = ['Gade', 'Damgaard']
const saved = (page: import('@playwright/test').Page) => expect(page.getByRole('status').filter({ hasText: 'Det er gemt' })).toBeVisible()

async function takeBack(page: import('@playwright/test').Page): Promise<void> {
  await unfold(page, 'Tag skiftet tilbage')
  await page.getByRole('button', { name: 'Tag skiftet tilbage' }).click()
  await saved(page)
}

test('KOO-03, KOO-07, KOO-15: a handover with its checklist; both tick, the family is told, and it can be taken back before its day', async ({ browser }, info) => {
  const hanne = await sit(browser, info, 'projektleder')
  const anna = await sit(browser, info, 'koordinator')
  const caseId = await familyCalled(anna.page, FAMILIES[info.retry % 2] ?? 'Gade')
  const change = `/familier/${caseId}/hjaelpere/skift`
  const on = day(5)

  // The project manager plans it, and is told what is missing before anything is done.
  await hanne.page.goto(change)
  if (await hanne.page.getByText('Tag skiftet tilbage').count()) await takeBack(hanne.page)
  await unfold(hanne.page, 'Planlæg skiftet')
  await hanne.page.getByRole('button', { name: 'Planlæg skiftet' }).click()
  await expect(hanne.page.getByRole('alert')).toContainText('Vælg, hvem der tager over')
  const who = hanne.page.getByLabel('Hvem tager over?')
  await who.selectOption(await who.getByRole('option', { name: /Peter Bak/ }).innerText())
  await typeDate(hanne.page, 'Fra hvilken dag?', on)
  await hanne.page.getByLabel('Hvorfor?').selectOption('Opgaverne er fordelt på ny')
  await unfold(hanne.page, 'Planlæg skiftet')
  await hanne.page.getByRole('button', { name: 'Planlæg skiftet' }).click()
  await saved(hanne.page)
  await expect(hanne.page.getByRole('heading', { name: `Peter Bak tager over efter Anna Holm ${danish(on)}` })).toBeVisible()
  await expectAccessible(hanne.page)
  await hanne.look('handover-planned')

  // Each ticks their own, dated; the other's can only be read.
  await anna.page.goto(change)
  await anna.page.getByRole('button', { name: /^Anna: gjort.*Talt med familien om skiftet/ }).click()
  await expect(anna.page.getByRole('button', { name: /^Fortryd.*Anna Holm.*Talt med familien om skiftet/ })).toBeVisible()
  await expect(anna.page.getByRole('button', { name: /^Peter: gjort/ })).toHaveCount(0)
  const peter = await sit(browser, info, 'koordinator2')
  await peter.page.goto(change)
  await peter.page.getByRole('button', { name: /^Peter: gjort.*Læst familiens plan/ }).click()
  await expect(peter.page.getByRole('button', { name: /^Fortryd.*Peter Bak.*Læst familiens plan/ })).toBeVisible()
  await expect(peter.page.getByText('Anna Holm, ').first()).toBeVisible()
  await peter.look('handover-ticked')
  await peter.page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(peter.page)

  // The family's page says who comes; the project manager's list too. Then it is taken back.
  await anna.page.goto(`/familier/${caseId}/hjaelpere`)
  await expect(anna.page.getByText(`Fra ${danish(on)} tager Peter Bak over.`)).toBeVisible()
  await hanne.page.goto('/projekt/koordinatorer')
  await expect(hanne.page.getByRole('link', { name: new RegExp(`Familien ${FAMILIES[info.retry % 2]}: Peter Bak tager over`) })).toBeVisible()
  await hanne.page.goto(change)
  await takeBack(hanne.page)
  await expect(hanne.page.getByRole('heading', { name: /tager over efter Anna Holm/ })).toHaveCount(0)
  await peter.page.goto(`/familier/${caseId}/hjaelpere`)
  await expect(peter.page.getByRole('main')).not.toContainText('tager Peter Bak over')
})

test('KOO-14, KOO-08: the purpose is written with the family; a suggestion to merge is a question that is answered', async ({ browser }, info) => {
  const anna = await sit(browser, info, 'koordinator')
  const family = FAMILIES[info.retry % 2] ?? 'Gade'
  const caseId = await familyCalled(anna.page, family)
  const team = `/familier/${caseId}/hjaelpere`
  const aim = `Ingen skal fortælle det to gange (${Date.now()})`
  await anna.page.goto(`${team}/formaal`)
  await anna.page.getByLabel('Hvad har I brug for, at nogen samler?').fill('Breve og møder fra fire steder')
  await anna.page.getByLabel('Hvad er anderledes, når det virker?').fill(aim)
  await tick(anna.page, 'Hvem i familien har været med til at skrive det?', [family === 'Gade' ? 'Susanne' : 'Freja'])
  await expectAccessible(anna.page)
  await anna.page.getByRole('button', { name: 'Gem formålet' }).click()
  await saved(anna.page)
  await expect(anna.page.getByText(aim)).toBeVisible()

  const question = anna.page.getByRole('heading', { name: 'Kunne Bjarne Mølgaard også tage det, Jonna Skov gør?' })
  await expect(question).toBeVisible()
  const block = anna.page.locator('div').filter({ has: question }).last()
  await unfold(block, 'Hvad blev I enige om?')
  await choose(block, 'Hvad blev I enige om?', 'Nej, det skal være som nu')
  await block.getByRole('button', { name: 'Gem svaret' }).click()
  await expect(anna.page.getByRole('alert')).toContainText('Skriv hvorfor')
  await block.getByLabel('Hvorfor?').fill('De laver ikke det samme, siger familien')
  await choose(block, 'Hvad blev I enige om?', 'Nej, det skal være som nu')
  await block.getByRole('button', { name: 'Gem svaret' }).click()
  await saved(anna.page)
  await expect(question).toHaveCount(0)
  await unfold(anna.page, 'Svar på tidligere forslag')
  await expect(anna.page.getByText('De laver ikke det samme, siger familien').first()).toBeVisible()
  await expectAccessible(anna.page)
  await anna.look('team-page')
})

test('MEET-23, KOO-17: Anna uploads her photo and hours, and Mette sees whom she calls, on her telephone', async ({ browser }, info) => {
  const anna = await sit(browser, info, 'koordinator')
  await anna.page.goto('/mit-kort')
  await anna.page.getByLabel('Vælg et billede').setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('not a picture') })
  await anna.page.getByRole('button', { name: 'Gem billedet' }).click()
  await expect(anna.page.getByRole('alert')).toContainText('Filen er ikke et billede, vi kan læse')
  const size = 140 + info.retry * 10
  await anna.page.getByLabel('Vælg et billede').setInputFiles({ name: 'anna.png', mimeType: 'image/png', buffer: pngOf(size, size, 'Kamera i Hedensted', [120, 150, 170]) })
  await anna.page.getByRole('button', { name: 'Gem billedet' }).click()
  await saved(anna.page)
  const hours = `Hverdage kl. 8-15, onsdag til kl. ${17 + info.retry}`
  await anna.page.getByLabel('Hvornår kan man ringe?').fill(hours)
  await anna.page.getByRole('button', { name: 'Gem', exact: true }).click()
  await saved(anna.page)
  await expectAccessible(anna.page)
  await anna.look('own-card')

  const mette = await sit(browser, info, 'mor')
  await mette.page.goto('/min/plan')
  const entry = mette.page.locator('#indgang')
  await expect(entry).toContainText(hours)
  await expect(entry.getByRole('link', { name: /^Ring til Anna/ })).toHaveAttribute('href', /^tel:/)
  const picture = entry.locator('img').first()
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(size)
  const file = await mette.page.request.get((await picture.getAttribute('src')) ?? '')
  expect([file.status(), file.headers()['content-type'], file.headers()['cache-control']]).toEqual([200, 'image/png', 'private, max-age=86400'])
  expect((await file.body()).includes('Kamera i Hedensted')).toBe(false)
  await expect(mette.page.locator('#formaal')).toContainText('Det skal vores koordinator hjælpe med')
  await expectAccessible(mette.page)
  await mette.look('entry')
})

test('ORG-02, ORG-12: staffing and colleagues with dates, by the project manager and the administrator', async ({ browser }, info) => {
  const hanne = await sit(browser, info, 'projektleder')
  const note = `Prøveplads ${Date.now()}`
  await hanne.page.goto('/projekt/bemanding')
  await unfold(hanne.page, 'Tilføj en plads')
  await hanne.page.getByLabel('Funktion', { exact: true }).selectOption('Sundhedsfaglig konsulent')
  await hanne.page.getByLabel(/^Timer om ugen/).fill('15')
  await hanne.page.getByLabel(/^Bemærkning/).fill(note)
  await hanne.page.getByRole('button', { name: 'Gem', exact: true }).last().click()
  await saved(hanne.page)
  await expect(hanne.page.getByText(note)).toBeVisible()
  await expectAccessible(hanne.page)
  await hanne.look('staffing')

  const jens = await sit(browser, info, 'administrator')
  const name = `Ny Kollega ${Date.now() % 100_000}`
  await jens.page.goto('/administration/medarbejdere/ny')
  await jens.page.getByLabel('Brugernavn').fill(`ny${Date.now()}`)
  await jens.page.getByLabel('Navn', { exact: true }).fill(name)
  await jens.page.getByLabel('Afdeling').selectOption({ index: 1 })
  await jens.page.getByLabel('Rolle').selectOption('Medarbejder')
  await jens.page.getByRole('button', { name: 'Gem' }).click()
  await saved(jens.page)
  await expect(jens.page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expectAccessible(jens.page)
  await jens.look('colleague')
})
