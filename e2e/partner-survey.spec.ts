import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, signIn } from './support.ts'

/* GOAL-07: the project manager of Thisted sends a short round; an association answers on a phone without signing in, also without a script; nobody sees an answer while the round is open. */

/** The newest link to a partner, from the demo's outbox, where an administrator sees what would have been sent. */
async function newestLink(page: Page): Promise<string> {
  await signIn(page, 'thisted-administrator', '/administration/udbakke')
  return /\/partner\/[A-Za-z0-9_-]{43}/.exec(await page.content())![0]
}

test('GOAL-07: a round goes out, a partner answers without a login and without a name, and too few are not shown', async ({ page, browser }) => {
  test.setTimeout(60_000)
  await signIn(page, 'thisted-projektleder', '/projekt/partnere')
  const close = page.getByText('Luk runden nu').first()
  if (await close.isVisible()) {
    await close.click() // left open by an earlier attempt
    await page.getByRole('button', { name: 'Luk runden nu' }).last().click()
  }
  await page.getByRole('link', { name: 'Ny runde' }).click()
  await page.getByLabel('Foreninger').fill('Bare et navn')
  await page.getByRole('button', { name: 'Send til partnerne' }).click()
  await expect(page.getByRole('alert')).toContainText('linje 1')
  await expectAccessible(page)
  await page.getByLabel('Foreninger').fill('Thy Idræt, formand@thyidraet.example')
  await page.getByLabel('Virksomheder').fill('Bageren i Hurup, bager@hurup.example')
  await page.getByRole('button', { name: 'Send til partnerne' }).click()
  await expect(page.getByText('0 af 2 har svaret')).toBeVisible()
  await expectAccessible(page)

  const link = await newestLink(page)
  const phone = await browser.newContext({ javaScriptEnabled: false, locale: 'da-DK', viewport: { width: 390, height: 844 } })
  const partner = await phone.newPage()
  await partner.goto(link)
  await expect(partner.getByRole('heading', { level: 1, name: 'Hvordan går samarbejdet?' })).toBeVisible()
  await partner.getByRole('button', { name: 'Send svaret' }).click()
  await expect(partner.getByRole('alert')).toContainText('Vælg et tal fra 1 til 5')
  for (const group of await partner.getByRole('radiogroup').all()) await group.getByRole('radio', { name: '4', exact: true }).check({ force: true })
  await partner.getByLabel(/Er der andet/).fill('Ring til os før')
  await partner.getByRole('button', { name: 'Send svaret' }).click()
  await expect(partner.getByRole('heading', { level: 1, name: 'Tak for svaret' })).toBeVisible()
  await partner.goto(link)
  await expect(partner.getByRole('heading', { level: 1, name: 'Tak for svaret' })).toBeVisible()
  await phone.close()

  await signIn(page, 'thisted-projektleder', '/projekt/partnere')
  await expect(page.getByText('1 af 2 har svaret')).toBeVisible()
  await expect(page.getByText('Ring til os før')).toHaveCount(0)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await page.getByText('Luk runden nu').first().click()
  await page.getByRole('button', { name: 'Luk runden nu' }).last().click()
  await expect(page.getByText(/For få til at vise/).first()).toBeVisible()
})
