import { expect, test } from '@playwright/test'
import { readPdf } from '../app/papers/testing.ts'
import { expectAccessible, expectNoSidewaysScroll, look } from './support.ts'
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
  await expect(line.getByText(/vurderes senest i morgen kl\. \d+\.\d\d/).first()).toBeVisible()
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

test('LOG-05: a caseworker’s entry goes to their own case and they write where it lies; minutes go from the coordinator to a caseworker', async ({ browser }, info) => {
  const word = `Vi gik forbi banken sammen ${info.retry}`
  const karim = await sit(browser, info, 'sagsbehandler-jobcenter')
  const caseId = await familyCalled(karim.page, 'Sørensen')
  await karim.page.goto(`/familier/${caseId}/logbog/ny`)
  await karim.page.locator('input[name="kind"]').first().check({ force: true })
  await karim.page.locator('textarea[name="words"]').fill(word)
  await karim.page.getByRole('button', { name: 'Skriv i logbogen', exact: true }).click()
  await expect(karim.page.getByText(word).first()).toBeVisible()

  await karim.page.goto('/til-sagen')
  await expect(karim.page.getByRole('heading', { level: 1, name: 'Til sagen' })).toBeVisible()
  await expectAccessible(karim.page)
  await karim.look('filing-list')
  await karim.page.goto(`/familier/${caseId}/logbog`)
  await karim.page.getByRole('link', { name: new RegExp(`Til sagen.*${word}`) }).click()
  await expect(karim.page.getByText(word)).toBeVisible()
  await karim.page.getByRole('radio', { name: /Karim Aziz/ }).check()
  await karim.page.getByLabel('Tema').selectOption({ label: 'Kontakt og aftaler' })
  await expectAccessible(karim.page)
  await karim.look('filing-send')
  await karim.page.getByRole('button', { name: 'Send til sagen' }).click()
  await expect(karim.page).toHaveURL(/til-sagen\/\d+\?sendt=1/)
  await expect(karim.page.getByText('Helhed er ikke journalen.').first()).toBeVisible()
  const href = await karim.page.getByRole('link', { name: 'Hent PDF' }).getAttribute('href')
  const paper = await readPdf(await (await karim.page.request.get(href!)).body())
  expect(paper).toMatchObject({ tagged: true, title: 'Til sagen: Kontakt og aftaler' })
  expect(paper.text).toContain(word)
  await karim.page.setViewportSize(PHONE)
  await karim.page.getByLabel('System').fill('Fagsystemet')
  await karim.page.getByLabel('Sags- eller dokumentnummer').fill(`2026-${info.retry}`)
  await expectNoSidewaysScroll(karim.page)
  await karim.page.getByRole('button', { name: 'Gem kvittering' }).click()
  await expect(karim.page.getByText('Kvitteringen er gemt')).toBeVisible()
  await karim.look('filing-receipt-phone')
  await expect(karim.page.getByText(`Fagsystemet, nr. 2026-${info.retry}`)).toBeVisible()

  const anna = await sit(browser, info, 'koordinator')
  await anna.page.goto(`/familier/${caseId}/moeder`)
  const minutes = await anna.page.locator('a[href$="/referat"]').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
  let sent = false
  for (const address of minutes) {
    await anna.page.goto(address)
    const link = anna.page.getByRole('link', { name: /^Til sagen/ }).and(anna.page.locator('[href*="kind=minutes"]'))
    if ((await link.count()) === 0) continue
    await link.first().click()
    await anna.page.getByRole('radio').first().check()
    await anna.page.getByLabel('Tema').selectOption({ label: 'Møde og referat' })
    await anna.page.getByRole('button', { name: 'Send til sagen' }).click()
    await expect(anna.page.getByText('Sendt. Sagsbehandleren har fået en opgave')).toBeVisible()
    sent = true
    break
  }
  expect(sent || minutes.length === 0).toBe(true)
  await anna.page.goto('/til-sagen')
  await anna.look('filing-list-coordinator')
})
