import { expect, type Page, test } from '@playwright/test'
import { dayAhead } from './steps/forms.ts'
import { expectAccessible, expectNoSidewaysScroll, look, signIn } from './support.ts'

/*
 * A meeting of the family Sørensen to which the doctor is invited by letter: the practice answers by the link on a phone without a script and without signing in; the
 * coordinator sees it. Then answers and preparation of those who sign in, and a calendar of one's own.
 */
async function typeDay(page: Page, ahead: number): Promise<void> {
  const day = dayAhead(ahead)
  await page.locator('input[name="day.day"]').fill(String(day.getUTCDate()))
  await page.locator('input[name="day.month"]').fill(String(day.getUTCMonth() + 1))
  await page.locator('input[name="day.year"]').fill(String(day.getUTCFullYear()))
}
const phone = (page: Page) => page.setViewportSize({ width: 390, height: 844 })
const desk = (page: Page) => page.setViewportSize({ width: 1280, height: 900 })

test('MEET-03, MEET-13: the doctor answers by link on a phone without a script; the mother answers and prepares; the calendar file and a calendar of one’s own', async ({ page, browser, baseURL }, info) => {
  test.setTimeout(240_000)
  page.setDefaultTimeout(20_000)
  const tag = `${info.retry}${Date.now() % 100_000}`
  const place = `Medborgerhuset ${tag}`
  await signIn(page, 'koordinator')
  await desk(page)
  await page.goto('/familier')
  const family = /\/familier\/\d+/.exec((await page.getByRole('link', { name: /Sørensen/ }).first().getAttribute('href')) ?? '')?.[0]
  await page.goto(`${family}/moeder/ny`)
  await page.getByRole('radio', { name: /^Netværksmøde/ }).check()
  await typeDay(page, 75)
  await page.getByRole('textbox', { name: 'Klokken' }).fill('13:00')
  await page.getByRole('textbox', { name: /^Sted/ }).fill(place)
  await page.getByRole('button', { name: 'Sæt dagen' }).click()
  await expect(page).toHaveURL(/\/moeder\/\d+/)
  const meeting = /\/moeder\/(\d+)/.exec(page.url())?.[1]
  await page.getByText('Tilføj en anden').click()
  await page.getByRole('textbox', { name: 'Navn eller hvem det er' }).fill(`Lægehuset ${tag}`)
  await page.getByRole('textbox', { name: /^Mail eller postadresse/ }).fill('Torvet 1, 8722 Hedensted')
  await page.locator('select[name="outsideSector"]').selectOption('general-practice')
  await page.locator('form').filter({ has: page.locator('[name="outsideName"]') }).getByRole('button', { name: 'Skal med' }).click()
  await expect(page.getByText(`Lægehuset ${tag}`).first()).toBeVisible()

  await signIn(page, 'mor')
  await phone(page)
  await page.goto(`/min/moeder/${meeting}`)
  await page.getByRole('button', { name: 'Ja, sådan skal mødet være' }).click()
  await expect(page.getByText('Mette sagde ja').first()).toBeVisible()
  await signIn(page, 'koordinator')
  await page.goto(`${family}/moeder/${meeting}`)
  await page.getByRole('button', { name: 'Send invitationer' }).click()
  await expect(page.getByText('Invitationer er sendt').first()).toBeVisible()

  // the letter, in the demo's outbox
  await signIn(page, 'administrator', '/administration/udbakke')
  const row = page.getByRole('row').filter({ hasText: '/moede/' })
  const link = /\/moede\/[2-9][a-z2-9-]{23}/.exec((await row.first().textContent()) ?? '')?.[0] ?? ''
  expect(link).not.toBe('')

  // the practice: another phone, no script, no cookie
  const practice = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'da-DK', javaScriptEnabled: false })
  const doctor = await practice.newPage()
  await doctor.goto(`${baseURL}${link}`)
  await expect(doctor.getByRole('heading', { level: 1, name: 'Møde' })).toBeVisible()
  expect(await doctor.content()).not.toMatch(/Sørensen|Mette|Netværksmøde/)
  await doctor.getByRole('button', { name: 'Gem svar' }).click()
  await expect(doctor.getByText('Vælg et svar').first()).toBeVisible()
  await doctor.getByRole('radio', { name: 'Der kommer en anden i stedet' }).check()
  await doctor.getByRole('textbox', { name: 'Hvem kommer i stedet?' }).fill('Sygeplejerske Lis')
  await doctor.getByRole('textbox', { name: /^Hvem svarer/ }).fill('Lægesekretær Bo')
  await doctor.getByRole('button', { name: 'Gem svar' }).click()
  await expect(doctor.getByText('Tak. Dit svar er gemt.')).toBeVisible()
  await look(doctor, info, 'invitations-link-phone')
  const file = await practice.request.get(`${baseURL}${link}/kalender`)
  expect(file.headers()['content-type']).toContain('text/calendar')
  expect(await file.text()).toMatch(/SUMMARY:Møde\r\n[\s\S]*LOCATION:Medborgerhuset/)
  await practice.close()
  // the same page with a script, for its accessibility
  const other = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'da-DK' })
  const again = await other.newPage()
  await again.goto(`${baseURL}${link}`)
  await expectAccessible(again)
  await expectNoSidewaysScroll(again)
  await again.goto(`${baseURL}/moede/2aaa-aaaa-aaaa-aaaa-aaaa`)
  await expect(again.getByRole('heading', { level: 1, name: 'Linket virker ikke' })).toBeVisible()
  await other.close()

  await signIn(page, 'mor')
  await page.goto(`/min/moeder/${meeting}/svar`)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('radio', { name: 'Ja, jeg kommer' }).check()
  await page.getByRole('button', { name: 'Gem svar' }).click()
  await expect(page.getByText('Kommer', { exact: true }).first()).toBeVisible()
  await look(page, info, 'invitations-answer-phone')
  await page.goto(`/min/moeder/${meeting}/forbered`)
  await page.getByRole('textbox', { name: /Hvad går godt/ }).fill(`Ida sover bedre ${tag}`)
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page).toHaveURL(/gemt=1/)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await look(page, info, 'invitations-prepare-phone')

  await signIn(page, 'koordinator')
  await desk(page)
  await page.goto(`${family}/moeder/${meeting}/svar`)
  await expect(page.getByText('Sygeplejerske Lis').first()).toBeVisible()
  await expectAccessible(page)
  await look(page, info, 'invitations-answers')
  await page.goto(`${family}/moeder/${meeting}/forbered`)
  await expect(page.getByText(`Ida sover bedre ${tag}`)).toBeVisible()
  await expectAccessible(page)
  await look(page, info, 'invitations-prepare')

  // a calendar of one's own: shown once, fetched without a session, closed at once
  await page.goto('/i-dag/kalender')
  await expectAccessible(page)
  await page.getByRole('textbox', { name: /^Hvor skal den bruges/ }).fill(`Telefon ${tag}`)
  await page.getByRole('button', { name: 'Lav en kalenderadresse' }).click()
  const address = await page.locator('textarea#kalender').inputValue()
  await expectAccessible(page)
  await look(page, info, 'invitations-feed')
  const stranger = await browser.newContext()
  const path = new URL(address).pathname
  const feed = await stranger.request.get(`${baseURL}${path}`)
  expect(feed.status()).toBe(200)
  const text = await feed.text()
  expect(text).toContain('BEGIN:VCALENDAR')
  expect(text).not.toMatch(/Sørensen|Netværksmøde/)
  await page.goto('/i-dag/kalender')
  expect(await page.content()).not.toContain(path)
  const mine = page.getByRole('listitem').filter({ hasText: `Telefon ${tag}` })
  await mine.getByText('Luk', { exact: true }).first().click()
  await mine.getByRole('button', { name: 'Luk' }).click()
  await expect(page.getByText('Adressen er lukket.')).toBeVisible()
  expect((await stranger.request.get(`${baseURL}${path}`)).status()).toBe(404)
  await stranger.close()
})
