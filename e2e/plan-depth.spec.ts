import { expect, type Page, test } from '@playwright/test'
import { choose, day, typeDate } from './steps/forms.ts'
import { looking } from './steps/looking.ts'
import { addActivity, agreeVersion, planOf, tellActivity } from './steps/plan.ts'
import { expectNoSidewaysScroll, signIn } from './support.ts'

/*
 * The plan in depth, in a family of its own (Gade): how it is followed up, who says yes to help that costs something, what does not fit
 * together in time, and what has changed since last time, side by side.
 */

test.use({ actionTimeout: 20_000 })

async function gade(page: Page): Promise<number> {
  await page.goto('/familier')
  const href = await page.getByRole('link', { name: /Gade/ }).first().getAttribute('href')
  return Number(/\d+/.exec(href!)![0])
}

test('PLAN-03, PLAN-07, PLAN-15, PLAN-16: follow-up, a clash in words, a manager’s answer, a new version, and what changed side by side', async ({ page }, info) => {
  test.setTimeout(240_000)
  const look = looking(page, info, 'plan-depth')
  await signIn(page, 'koordinator')
  const caseId = await gade(page)
  const word = `Fiskeklub${info.retry || ''}`

  // How it is followed up is edited where it stands.
  await page.goto(planOf(caseId))
  await page.locator('#opfoelgning').getByRole('link', { name: /opfølgningen$/ }).click()
  const form = page.locator('#opfoelgning')
  await form.getByLabel('Hvem ringer til hvem?').fill(`Susanne ringer til Anna, også om ${word}`)
  await form.getByLabel(/Hvordan følger vi op på målene/).fill('Vi gennemgår rehabiliteringsindsatsens delmål')
  await expect(form.getByText(/Lange ord: .*rehabiliteringsindsatsens/)).toBeVisible()
  await form.getByLabel(/Hvordan følger vi op på målene/).fill('Vi tager målene ét ad gangen')
  await choose(form, 'Hvor tit?', 'Hver måned')
  await typeDate(form, 'Hvornår ser vi på planen igen?', day(30))
  await look('follow-up-form')
  await form.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.locator('#opfoelgning')).toContainText(`også om ${word}`)
  await expect(page.locator('#opfoelgning')).toContainText('om 30 dage')

  // Two things at once are said in words, with what one could do.
  await addActivity(page, caseId, {
    what: word,
    goal: 'Magnus går i skole med en ven',
    offer: 'En frivillig tager Magnus med ud at fiske',
    place: 'Søen',
    days: ['tirsdag'],
    from: '10.00',
    to: '12.00',
    start: day(-14),
    end: day(20),
    hours: '2',
    takesPart: ['Magnus'],
  })
  await page.getByRole('link', { name: `Ret ${word}`, exact: true }).click()
  await page.getByLabel('Det er hjælp, som en leder skal sige ja til').check()
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  const fits = page.locator('#passer-ikke')
  await expect(fits).toContainText('Magnus skal to ting på samme tid tirsdag')
  await expect(fits).toContainText(word)
  await expect(fits).toContainText('Flyt den ene')
  await look('clash')
  await page.getByRole('link', { name: 'Se hele planen, uge for uge' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hvor meget fylder planen?' })).toBeVisible()
  await look('weeks')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1280, height: 900 })

  // The chain: the meeting recommends, a manager says yes, and the project only writes it down.
  await page.goto(`${planOf(caseId)}/aftal`)
  await expect(page.getByRole('main')).toContainText('Indstillet af')
  await expect(page.getByRole('main')).toContainText(`${word}: venter på svar fra den ansvarlige leder`)
  await page.goto(planOf(caseId))
  await page.getByRole('link', { name: new RegExp(`^Skriv svaret.*${word}`) }).click()
  await choose(page, 'Svaret', 'Noget andet end det, mødet indstillede')
  await page.getByLabel('Hvem bestemte det?').fill('Anna Holm')
  await page.getByLabel('Hvilken sektor?').selectOption({ label: 'Familieafdelingen' })
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Skriv hvorfor')
  await page.getByLabel('Hvad får familien i stedet?').fill('En lystfiskerforening betaler kontingentet')
  await page.getByLabel(/^Hvorfor\?/).fill('Foreningen har plads og koster ikke noget')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Du kan ikke selv godkende hjælp')
  await look('answer')
  await page.getByLabel('Hvem bestemte det?').fill('Gitte Mørk')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.locator('#enighed')).toContainText('Ændret af Gitte Mørk')
  await expect(page.locator('#enighed')).toContainText('Foreningen har plads')

  // Agreed, changed, agreed again: what changed, in words and side by side.
  const before = await page.getByRole('link', { name: /^Udgave \d+, aftalt/ }).count()
  await agreeVersion(page, caseId, before + 1, look)
  await page.getByRole('link', { name: `Ret ${word}`, exact: true }).click()
  await tellActivity(page, { from: '13.00', to: '15.00' })
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await page.goto(`${planOf(caseId)}/sammenlign?fra=${before + 1}`)
  await expect(page.getByRole('main')).toContainText(`En aktivitet er ændret: ${word}`)
  await expect(page.getByRole('listitem').filter({ hasText: /^Fra kl\./ })).toContainText(/10.00.*13.00/)
  await page.getByRole('link', { name: 'Side om side' }).click()
  await expect(page.getByRole('main')).toContainText('Ændret')
  await expect(page.getByRole('main')).toContainText('13.00')
  await look('side-by-side')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await look('side-by-side-phone')
})
