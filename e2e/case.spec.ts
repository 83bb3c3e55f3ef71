import { expect, test } from '@playwright/test'
import { readPdf } from '../app/papers/testing.ts'
import { expectAccessible, expectNoSidewaysScroll, look, signIn } from './support.ts'
import { familyCalled, PHONE, sit } from './steps/consent-access.ts'

/* What leaves the family's pages: a worried teacher's notification, which nobody else ever sees, and an entry that goes to the job centre's own case. */
test.describe.configure({ timeout: 180_000 })

test('LOG-05, CON-14: a teacher writes a notification on a phone without a script, the duty assesses it, the coordinator and the mother see nothing', async ({ browser }, info) => {
  const word = `Zebrafisk${info.retry}`
  const anna = await sit(browser, info, 'koordinator')
  const caseId = await familyCalled(anna.page, 'Sørensen')

  const context = await browser.newContext({ viewport: PHONE, locale: 'da-DK', javaScriptEnabled: false })
  const line = await context.newPage()
  await line.goto(`/log-ind?tilbage=${encodeURIComponent(`/familier/${caseId}/planen`)}`)
  await line.locator('a[href^="/auth/start"]').first().click()
  await line.locator('button[value="laerer"]').click()
  await line.getByRole('main').getByRole('link', { name: 'Bekymret for et barn?' }).click()
  await expect(line.getByRole('heading', { level: 1, name: 'Bekymret for et barn?' })).toBeVisible()
  await expect(line.getByRole('link', { name: '112' })).toHaveAttribute('href', 'tel:112')
  await look(line, info, 'concern-procedure-phone')
  await line.getByRole('link', { name: 'Skriv en underretning' }).click()
  await line.getByRole('button', { name: 'Send underretningen' }).click()
  await expect(line.getByRole('link', { name: 'Skriv, hvad du har set eller hørt' })).toBeVisible()
  await line.getByRole('radio', { name: 'Nej', exact: true }).first().check()
  await line.getByRole('checkbox', { name: /^Ida/ }).check()
  await line.getByLabel('Hvad har du set eller hørt?').fill(`Ida sagde: "${word}"`)
  await line.getByLabel('Hvornår var det?').fill('I dag kl. 9')
  const parents = line.getByRole('radiogroup', { name: 'Ved forældrene, at du skriver?' })
  await parents.getByRole('radio', { name: 'Nej', exact: true }).check()
  await line.getByLabel('Hvorfor ikke?').fill('Jeg er bange for, hvad der sker')
  await look(line, info, 'concern-form-phone')
  await line.getByRole('button', { name: 'Send underretningen' }).click()
  await expect(line).toHaveURL(/\/underretninger\/\d+\?sendt=1$/)
  await expect(line.getByText('Tak. Underretningen er sendt')).toBeVisible()
  await expect(line.getByText(/Den bliver vurderes?|vurderes senest i morgen kl\. \d+\.\d\d/).first()).toBeVisible()
  await look(line, info, 'concern-sent-phone')
  const address = new URL(line.url()).pathname

  const niels = await sit(browser, info, 'vagt')
  await niels.page.goto('/')
  await niels.page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name: 'Underretninger' }).click()
  await expect(niels.page.getByText(/skal vurderes/).first()).toBeVisible()
  await niels.look('concerns')
  await niels.page.goto(address)
  await expect(niels.page.getByText(word)).toBeVisible()
  await expectAccessible(niels.page)
  await niels.page.getByRole('radio', { name: 'Barnet skal have hjælp med det samme' }).check()
  await niels.page.getByLabel('Begrundelse').fill('Vi tager ud til Ida nu')
  await niels.page.getByRole('button', { name: 'Gem vurderingen' }).click()
  await expect(niels.page.getByText('Vurderingen er gemt')).toBeVisible()
  await niels.page.getByRole('button', { name: 'Send kvitteringen' }).click()
  await expect(niels.page.getByText('Kvitteringen er sendt')).toBeVisible()
  await niels.look('concern-assessed')
  const pdf = await niels.page.request.get(`${address}/pdf`)
  expect((await readPdf(await pdf.body())).text).toContain(word)
  await line.goto(address)
  await expect(line.getByText('Tak for din underretning.')).toBeVisible()

  for (const path of [address, `${address}/pdf`, '/underretninger']) expect((await anna.page.goto(path))?.status(), path).toBe(404)
  const mor = await sit(browser, info, 'mor')
  for (const path of [address, `${address}/pdf`, '/underretninger', '/bekymret', `/bekymret/${caseId}`]) expect((await mor.page.goto(path))?.status(), path).toBe(404)
  for (const [who, paths] of [
    [anna, [`/familier/${caseId}`, `/familier/${caseId}/har-set`, `/familier/${caseId}/planen`, '/i-dag']],
    [mor, ['/min/plan', '/min/har-set']],
  ] as const)
    for (const path of paths) {
      await who.page.goto(path)
      await expect(who.page.locator('body')).not.toContainText(new RegExp(`${word}|underret`, 'i'))
    }
})

test('LOG-05: an entry is sent "Til sagen"; the caseworker writes where it lies, and the list knows', async ({ page }, info) => {
  await signIn(page, 'koordinator', '/til-sagen')
  await expect(page.getByRole('heading', { level: 1, name: 'Til sagen' })).toBeVisible()
  await expectAccessible(page)
  await look(page, info, 'filing-list')
  const links = await page.getByRole('link', { name: /^Send til sagen/ }).evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
  let sent = ''
  for (const href of links) {
    await page.goto(href)
    const to = page.getByRole('radio', { name: 'Karim Aziz' })
    if ((await to.count()) === 0) continue
    await to.check()
    sent = href
    break
  }
  expect(sent).not.toBe('')
  await page.getByLabel('Tema').selectOption({ label: 'Kontakt og aftaler' })
  await expectAccessible(page)
  await look(page, info, 'filing-send')
  await page.getByRole('button', { name: 'Send til sagen' }).click()
  await expect(page).toHaveURL(/til-sagen\/\d+\?sendt=1/)
  const address = new URL(page.url()).pathname
  await expect(page.getByText('Helhed er ikke journalen.').first()).toBeVisible()

  await signIn(page, 'sagsbehandler-jobcenter', address)
  await page.setViewportSize(PHONE)
  const href = await page.getByRole('link', { name: 'Hent PDF' }).getAttribute('href')
  const paper = await readPdf(await (await page.request.get(href!)).body())
  expect(paper).toMatchObject({ tagged: true, title: 'Til sagen: Kontakt og aftaler' })
  expect(paper.text).toContain('Karim Aziz')
  await page.getByLabel('System').fill('Fagsystemet')
  await page.getByLabel('Sags- eller dokumentnummer').fill(`2026-${info.retry}`)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Gem kvittering' }).click()
  await expect(page.getByText('Kvitteringen er gemt')).toBeVisible()
  await look(page, info, 'filing-receipt-phone')

  await signIn(page, 'koordinator', address)
  await expect(page.getByText(`Fagsystemet, nr. 2026-${info.retry}`)).toBeVisible()
  await page.goto('/til-sagen')
  await expect(page.locator(`a[href="${sent}"]`)).toHaveCount(0)
})
