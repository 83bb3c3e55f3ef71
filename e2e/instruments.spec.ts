import { expect, type Page, test } from '@playwright/test'
import { looking } from './steps/looking.ts'
import { expectAccessible, expectNoSidewaysScroll, signIn } from './support.ts'

// A family that no other journey writes forms for.
const family = 'Bach'

async function forms(page: Page): Promise<void> {
  await page.goto('/familier')
  await page.getByRole('link', { name: new RegExp(family) }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto(`${new URL(page.url()).pathname}/udvikling/skemaer`)
}

test('UDR-19: WHO-5 from paper by keyboard: counted before it is saved, both thresholds beside the change, the answers stay with it', async ({ page }, info) => {
  const look = looking(page, info, 'instruments')
  await signIn(page, 'koordinator2')
  await forms(page)
  await expect(page.getByRole('row', { name: /WHO-5/ })).toContainText(/For én person skal der mere end 21,5 point til.*For en gruppe betyder 10 point noget/)
  await expectAccessible(page)
  await look('list')
  await page.getByRole('link', { name: 'Skriv et skema ind' }).click()
  await page.getByRole('link', { name: /WHO-5 trivselsindeks Louise/ }).click()
  await expect(page.getByText('Spørgsmålenes ord står ikke her')).toBeVisible()
  await page.getByRole('textbox', { name: 'Svar: Nr. 1' }).focus()
  await page.keyboard.type('11')
  await expect(page.getByRole('textbox', { name: 'Svar: Nr. 3' })).toBeFocused() // a digit goes on to the next
  await page.keyboard.type('111')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Regn ud først' }).click()
  const counted = page.getByRole('region', { name: 'Tallet bliver' }).or(page.locator('section', { hasText: 'Tallet bliver' })).first()
  await expect(counted).toContainText('20 af 100')
  await expect(counted).toContainText('ikke en diagnose')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('WHO-5 trivselsindeks om Louise')
  await expect(page.getByText('Normer: WHO-5: grænsen 50')).toBeVisible()
  await page.getByText('Svarene, som de blev krydset af').click()
  await expect(page.getByText(/Regnet om i dag .* samme tal/)).toBeVisible()
  await expectAccessible(page)
  await look('score')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await page.getByText('Tag tallet tilbage').click()
  await page.getByRole('button', { name: 'Ja, tag det tilbage' }).click()
  await expect(page.getByText('Tallet er taget tilbage')).toBeVisible()
  await expect(page.getByRole('row', { name: /WHO-5/ })).toContainText('56 af 100')
  await expectNoSidewaysScroll(page)
})

test('PROG-05, PLAN-12: without JavaScript: a wrong number is named and nothing is lost; a goal is rated in the family’s words', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'da-DK' })
  const page = await context.newPage()
  await signIn(page, 'koordinator2')
  await forms(page)
  const list = page.url()
  await page.getByRole('link', { name: 'Skriv et skema ind' }).click()
  await page.getByRole('link', { name: /SDQ.*Mille/ }).click()
  await page.getByRole('radio', { name: 'Jeg har kun de færdige tal' }).check()
  await page.getByRole('textbox', { name: /Færdige tal: Følelser/ }).fill('11')
  await page.getByRole('textbox', { name: /Færdige tal: Adfærd/ }).fill('2')
  await page.getByRole('button', { name: 'Regn ud først' }).click()
  await expect(page.getByRole('alert')).toContainText('Skriv et tal fra 0 til 10')
  await page.getByRole('textbox', { name: /Færdige tal: Følelser/ }).fill('3')
  await expect(page.getByRole('textbox', { name: /Færdige tal: Adfærd/ })).toHaveValue('2')
  await page.getByRole('button', { name: 'Regn ud først' }).click()
  await expect(page.getByText('Normer: Britiske normer, tre bånd').first()).toBeVisible()
  await page.goto(list.replace('skemaer', 'maalskala'))
  await page.getByText('Hvor er I nu?', { exact: true }).first().click()
  await page.getByRole('radio', { name: 'Han sover i sin egen de fleste nætter' }).check()
  await page.getByRole('button', { name: 'Gem, hvor vi er' }).click()
  await expect(page.getByText(/Samlet T 60 for 1 mål/)).toBeVisible()
  await expect(page.getByText('Så få mål gør tallet meget usikkert')).toBeVisible()
  await context.close()
})
