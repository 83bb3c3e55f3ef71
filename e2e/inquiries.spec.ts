import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, look, signIn } from './support.ts'

/*
 * UDR-08 on a phone: the coordinator asks, the school answers by a link without signing in, and the answer stands with the family as "oplyst af …".
 * In Thisted the family Skovby has a school, a doctor and PPR that never sign in.
 */
test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

const family = async (page: Page, name: RegExp): Promise<string> => {
  await page.goto('/familier')
  return (await page.getByRole('link', { name }).first().getAttribute('href'))!
}
/** The newest link that went out, from the demo's outbox, where an administrator sees what would have been sent. */
async function newestLink(page: Page): Promise<string> {
  await signIn(page, 'thisted-administrator', '/administration/udbakke')
  const text = await page.locator('main').innerText()
  const found = /\/svar\/[A-Za-z0-9_-]{43}/.exec(text) ?? /\/svar\/[A-Za-z0-9_-]{43}/.exec(await page.content())
  return found![0]
}

test('UDR-08: the coordinator asks the school; it answers on a phone without signing in; the answer stands as stated by it', async ({ page, browser }, info) => {
  test.setTimeout(120_000)
  const words = `Viggo bygger broer ${info.retry}${Date.now() % 100_000}`
  await signIn(page, 'thisted-koordinator')
  const base = await family(page, /Skovby/)

  // the page says of whom the school may be asked, and of whom not
  await page.goto(`${base}/situation/spoergsmaal`)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: 'Spørg om nyt' }).click()
  await page.getByLabel('Skole og dagtilbud').check()
  await page.getByRole('button', { name: 'Videre' }).click()
  await expect(page.getByText('Viggo: dækket af samtykke')).toBeVisible()
  await page.getByText(/Mangler samtykke/).click()
  await expect(page.getByText(/Karen: mangler/)).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  // a text that names somebody else is not sent
  await page.getByLabel(/^Viggo/).check()
  await page.getByLabel('Skolen ved fjorden').check()
  await page.getByLabel('Kodeord, I har aftalt i telefonen').check()
  await page.getByLabel('Kodeordet, I har aftalt').fill('grønne havtaske')
  await page.getByLabel(/Det vil du gerne sige med/).fill('Karen siger, at han glæder sig')
  await page.getByRole('button', { name: 'Send spørgsmålet' }).click()
  await expect(page.getByRole('alert').getByText(/Du nævner Karen/)).toBeVisible()
  await page.getByLabel(/Det vil du gerne sige med/).fill('Vi mødes snart.')
  await page.getByRole('button', { name: 'Send spørgsmålet' }).click()
  await expect(page.getByText('Spørgsmålet er sendt')).toBeVisible()
  await look(page, info, 'inquiries-asked-phone')

  // the school: another phone, no cookie of ours
  const link = await newestLink(page)
  const school = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'da-DK' })
  const phone = await school.newPage()
  await phone.goto(link)
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Først: er det dig?')
  expect(await phone.content()).not.toMatch(/Viggo|Karen|Skovby/)
  await expectAccessible(phone)
  await expectNoSidewaysScroll(phone)
  await phone.getByLabel('Kodeord').fill('et forkert ord')
  await phone.getByRole('button', { name: 'Vis spørgsmålene' }).click()
  await expect(phone.getByRole('alert').getByText(/ikke den rigtige kode/)).toBeVisible()
  await phone.getByLabel('Kodeord').fill('Grønne havtaske')
  await phone.getByRole('button', { name: 'Vis spørgsmålene' }).click()
  await expect(phone.getByRole('heading', { name: 'Om Viggo' })).toBeVisible()
  expect(await phone.content()).not.toMatch(/Karen|Skovby/)
  await expect(phone.getByText('Familien kan læse dit svar')).toBeVisible()
  await expectAccessible(phone)
  await expectNoSidewaysScroll(phone)
  await look(phone, info, 'inquiries-reply-phone')

  // half an answer is kept, also when the page was closed
  await phone.getByLabel('Hvad går godt, og hvad virker?').fill(words)
  await phone.getByRole('button', { name: /Gem, og svar færdig senere/ }).click()
  await expect(phone.getByText(/Gemt kl\./).first()).toBeVisible()
  await phone.goto(link)
  await expect(phone.getByLabel('Hvad går godt, og hvad virker?')).toHaveValue(words)
  await phone.getByLabel('Dit navn og din stilling').fill('Troels Vig, lærer')
  await phone.getByRole('button', { name: 'Send svar' }).click()
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Tak for dit svar')
  await expectAccessible(phone)
  await look(phone, info, 'inquiries-thanks-phone')
  await phone.goto(link)
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Tak for dit svar')
  expect(await phone.content()).not.toMatch(/Viggo|Karen|Skovby|havtaske/)
  await school.close()

  // the family's page: the words, and who said them
  await signIn(page, 'thisted-koordinator')
  await page.goto(`${base}/situation/spoergsmaal`)
  const answer = page.locator('section.panel', { hasText: words })
  await expect(answer).toContainText('oplyst af Troels Vig, lærer')
  await expect(answer).toContainText('svarlink')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await look(page, info, 'inquiries-answered-phone')
})

test('UDR-08: a whole family whose school, doctor and PPR never sign in: nobody of them has a login here, and all three have answered', async ({ page }, info) => {
  await signIn(page, 'thisted-koordinator')
  const base = await family(page, /Skovby/)
  await page.goto(`${base}/situation/spoergsmaal`)
  for (const who of ['oplyst af Troels Vig, lærer', 'oplyst af Lægen i Lægehuset ved havnen', 'oplyst af Psykologen i PPR']) await expect(page.getByText(who).first()).toBeVisible()
  await page.goto(`${base}/situation/helbred`)
  await expect(page.getByText('Kan arbejde fire timer dagligt med en pause på en halv time.')).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.goto(`${base}/situation/screening`)
  await expect(page.getByText('At komme i skole', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await look(page, info, 'inquiries-screening-phone')
})

test('UDR-08: a link that does not work says nothing and looks the same whatever the reason', async ({ page }) => {
  const texts: string[] = []
  for (const token of ['x', 'A'.repeat(43), 'B'.repeat(43)]) {
    const answer = await page.goto(`/svar/${token}`)
    expect(answer?.status()).toBe(404)
    texts.push(await page.locator('main').innerText())
  }
  expect(new Set(texts).size).toBe(1)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Linket virker ikke')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('UDR-08, UDR-10: every other page of the questions is accessible and nothing sticks out, on a phone and on a desk', async ({ page }, info) => {
  test.setTimeout(120_000)
  await signIn(page, 'koordinator')
  const base = await family(page, /Sørensen/)
  await page.goto(`${base}/situation/spoergsmaal`)
  const one = (await page.getByRole('link', { name: 'Sundhedsplejen' }).first().getAttribute('href'))!
  await page.goto(`${base}/situation/screening`)
  const form = (await page.getByRole('link', { name: /^Mette: Hverdagen/ }).getAttribute('href'))!
  const health = `${base}/situation/helbred`
  for (const address of [one, form, health, `${base}/situation/spoergsmaal/ny`, base]) {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(address)
    for (const more of await page.locator('details.details > summary').all()) await more.click()
    await expect(page.locator('h1')).toHaveCount(1)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    const name = `inquiries${address.replace(/[^a-z]+/gi, '-')}`
    await look(page, info, `${name}-phone`)
    await page.setViewportSize({ width: 1280, height: 900 })
    await look(page, info, `${name}-desk`)
  }
  const paper = await page.request.get(`${one}/skema`)
  expect(paper.headers()['content-type']).toBe('application/pdf')
})
