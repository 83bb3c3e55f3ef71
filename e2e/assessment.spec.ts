import { expect, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, look, signIn } from './support.ts'

// The situation of a family (UDR-01 … UDR-18): written with strengths first, labelled, a need that becomes a goal; three houses on a telephone; what
// the school sees. Words of our own in every attempt: the demo is shared and a retry begins where the last one stopped.
const familyOf = async (page: import('@playwright/test').Page, name: RegExp): Promise<string> => {
  await page.goto('/familier')
  const href = await page.getByRole('link', { name }).first().getAttribute('href')
  return `/familier/${/\d+/.exec(href!)![0]}`
}

test('UDR-01, UDR-05, UDR-15: strengths first, then a theme, then a need that becomes a goal without being typed twice', async ({ page }, info) => {
  const word = `morgen${info.retry}x${info.repeatEachIndex}`
  await signIn(page, 'koordinator')
  const family = await familyOf(page, /Sørensen/)
  await page.goto(`${family}/situation`)
  const first = page.locator('[id^=person-]').first()
  await expect(first.locator('h3').first()).toHaveText('Det, der går godt')
  await expectAccessible(page)
  await look(page, info, 'situation')

  await page.getByRole('link', { name: 'Skriv', exact: true }).first().click()
  await page.getByRole('radio', { name: 'Oliver' }).check()
  await page.getByRole('radio', { name: 'Mine egne' }).check()
  await page.getByLabel('Skriv det, som det blev sagt').fill(`Synger hver ${word}`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByText(`Synger hver ${word}`).first()).toBeVisible()

  await page.getByRole('link', { name: new RegExp(`Åbn ?: Synger hver ${word}`) }).click()
  await page.getByText('ICS-trekanten', { exact: true }).click()
  await page.getByRole('checkbox', { name: 'Udvikling og adfærd' }).check()
  await page.getByRole('checkbox', { name: 'Følg udviklingen på det her' }).check()
  await page.getByRole('button', { name: 'Gem temaer' }).click()
  await expect(page.getByText('Broen (ICF)')).toContainText('d2')
  await page.goto(`${family}/situation/tema/ics`)
  await expect(page.getByText(`Synger hver ${word}`).first()).toBeVisible()
  await expectAccessible(page)

  await page.goto(`${family}/situation/skriv?felt=need`)
  await page.getByRole('radio', { name: 'Oliver' }).check()
  await page.getByRole('radio', { name: 'Mine egne' }).check()
  await page.getByLabel('Skriv det, som det blev sagt').fill(`En fast plads ved vinduet ${word}`)
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await page.getByRole('link', { name: new RegExp(`Fra behov til hjælp.*vinduet ${word}`) }).click()
  await expectAccessible(page)
  await look(page, info, 'situation-behov')
  await page.getByRole('link', { name: 'Gør det til et mål' }).click()
  await expect(page.locator('textarea[name=title]')).toHaveValue(`En fast plads ved vinduet ${word}`)
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByText(`En fast plads ved vinduet ${word}`).first()).toBeVisible()
  await page.goto(`${family}/situation`)
  await expect(page.locator('li', { hasText: `En fast plads ved vinduet ${word}` })).toContainText('Er blevet til et mål')
})

test("UDR-06: a child's three houses on a telephone, in the child's own words, and on paper", async ({ page }, info) => {
  const word = `kat${info.retry}x${info.repeatEachIndex}`
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'koordinator')
  const family = await familyOf(page, /Sørensen/)
  await page.goto(`${family}/situation`)
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: 'Idas tre huse' }).click()
  await page.getByRole('link', { name: 'Skriv i husene' }).click()
  await page.getByRole('radio', { name: 'Drømmenes hus' }).check()
  await page.getByLabel('Skriv det, som det blev sagt').fill(`En ${word}`)
  await page.getByLabel('Hvem hørte barnet?').fill('Anna Holm')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByRole('img', { name: new RegExp(`Drømmenes hus.*${word}`) })).toBeVisible()
  await expect(page.locator('svg.house').nth(2)).toContainText(word)
  await expect(page.locator('figure.quote', { hasText: word })).toContainText('hørt af Anna Holm')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await look(page, info, 'tre-huse-telefon')
  await page.getByRole('link', { name: 'På papir til at skrive og tegne i' }).click()
  await expect(page.locator('svg.house')).toHaveCount(3)
  await expectAccessible(page)
})

test('UDR-04: the mother writes herself; the teacher sees only what she wrote herself', async ({ page }, info) => {
  const word = `pandekage${info.retry}x${info.repeatEachIndex}`
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'mor')
  await page.goto('/min/situation')
  await expect(page.locator('h1')).toHaveText('Din situation i dag')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: 'Skriv', exact: true }).first().click()
  await page.getByLabel('Skriv det, som det blev sagt').fill(`Jeg kan lave ${word}`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByText(`Jeg kan lave ${word}`).first()).toBeVisible()
  await look(page, info, 'min-situation')

  await page.setViewportSize({ width: 1280, height: 900 })
  await signIn(page, 'laerer')
  const family = await familyOf(page, /Sørensen/)
  await page.goto(`${family}/situation`)
  await expect(page.getByText('Er bagud i matematik').first()).toBeVisible()
  await expect(page.getByText(word)).toHaveCount(0)
  await expect(page.getByText('Mette siger selv')).toHaveCount(0)
  await expect(page.getByText('Ondt i maven')).toHaveCount(0)
  await expectAccessible(page)
  await look(page, info, 'situation-laerer')
  await page.goto(`${family}/situation/udredning`)
  await expect(page.getByText('Kun rådgiver i familieafdelingen kan begynde den')).toBeVisible()
  await expectAccessible(page)
})
