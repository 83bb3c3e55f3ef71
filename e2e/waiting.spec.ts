import { expect, type Page, test, type TestInfo } from '@playwright/test'
import { choose, danish, day, unfold } from './steps/forms.ts'
import { looking } from './steps/looking.ts'
import { expectNoSidewaysScroll, signIn } from './support.ts'

// The waiting list and the districts. Words of this attempt only, and never a count: the demo is shared.
const own = (info: TestInfo) => `${Date.now().toString(36)}${info.retry}`
const cardOf = (page: Page, title: string) => page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

test('ORG-14, VIS-11, VIS-06: the family department screens its own case, asks the family, and goes on to the referral; others see numbers', async ({
  page,
}, info) => {
  test.setTimeout(120_000)
  const look = looking(page, info, 'waiting')
  const number = `FM-${own(info)}`
  await signIn(page, 'sagsbehandler-familie')
  await page.goto('/optagelse/distrikter')
  await look('districts')
  await page.getByRole('link', { name: /Se afdelingens egne sager Distrikt midt/ }).last().click()
  await page.getByLabel('Jeres eget sagsnummer').fill('010190-1234')
  await page.getByRole('button', { name: 'Sæt på listen' }).click()
  await expect(page.getByText('Skriv jeres eget sagsnummer, ikke et CPR-nummer eller et navn').first()).toBeVisible()
  await page.getByLabel('Jeres eget sagsnummer').fill(number)
  await page.getByRole('button', { name: 'Sæt på listen' }).click()
  const card = cardOf(page, number)
  const answers = await unfold(card, `Svar på spørgsmålene, ${number}`)
  const against = /førtidspension|Er begge forældre/
  for (const question of await answers.getByRole('radiogroup').all()) {
    const text = await question.locator('legend').innerText()
    await question.getByRole('radio', { name: against.test(text) ? 'Nej' : 'Ja', exact: true }).check()
  }
  await answers.getByRole('checkbox', { name: 'Har kun lidt netværk' }).check()
  await answers.getByRole('button', { name: 'Gem svarene' }).click()
  await expect(card).toContainText('Passer til projektet')
  await expect(card).toContainText('Har kun lidt netværk')
  const step = async (what: string, more?: () => Promise<void>) => {
    const next = await unfold(card, `Næste skridt, ${number}`)
    await choose(next, 'Næste skridt', what)
    await more?.()
    await next.getByRole('button', { name: 'Gem', exact: true }).click()
  }
  await step('Sæt på kandidatlisten')
  await expect(card.getByText('På kandidatlisten', { exact: true })).toBeVisible()
  await step('Skriv, at familien er spurgt')
  await expect(card.getByText('Spurgt', { exact: true })).toBeVisible()
  await step('Familien siger ja', () => card.getByRole('radio', { name: 'Sagde det' }).check())
  await look('round')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await card.getByRole('link', { name: /Henvis familien/ }).click()
  await expect(page.getByRole('group', { name: 'Hvornår sagde de ja?' }).getByLabel('År')).toHaveValue(day().slice(0, 4))
  await expect(page.getByRole('radio', { name: 'De har sagt det' })).toBeChecked()
  // Somebody else sees how many, and never which.
  await page.setViewportSize({ width: 1280, height: 900 })
  await signIn(page, 'projektleder')
  await page.goto('/optagelse/distrikter')
  await expect(page.getByText('Distrikt midt', { exact: true }).first()).toBeVisible()
  await expect(page.getByText(number)).toHaveCount(0)
  await expect(page.getByRole('link', { name: /Se afdelingens egne sager/ })).toHaveCount(0)
})

test('VIS-13, VIS-19: a place is free, the next family is asked by its caseworker; after a no the next, whose yes goes to the decision', async ({
  page,
}, info) => {
  test.setTimeout(150_000)
  const look = looking(page, info, 'waiting')
  const words = `Vi vil hellere vente til sommer, sagde de (${own(info)})`
  const ask = async () => {
    await signIn(page, 'projektleder')
    await page.goto('/projekt/venteliste')
    const free = page.locator('#ledig')
    const link = free.getByRole('link', { name: /står for tur/ }).first()
    const href = (await link.getAttribute('href'))!
    const name = /Familien (.+) står for tur/.exec(await link.innerText())![1]!
    await look('list')
    await link.click()
    await expect(page.getByRole('heading', { level: 1, name: `Familien ${name} på ventelisten` })).toBeVisible()
    const offer = await unfold(page.locator('#plads'), 'Hold pladsen')
    await offer.getByLabel('Hvem spørger familien?').selectOption({ label: 'Sofie Lund, Familieafdelingen' })
    await offer.getByRole('button', { name: /Hold pladsen/ }).click()
    await expect(page.locator('#plads')).toContainText(`svar senest ${danish(day(14))}`)
    return { name, caseId: /\d+$/.exec(href)![0] }
  }
  const first = await ask()
  await look('asked')
  await signIn(page, 'sagsbehandler-familie')
  await page.goto('/familier')
  await expect(page.getByText('Spørg familien, om den vil have en ledig plads').first()).toBeVisible()
  await page.goto(`/familier/${first.caseId}/optagelse/plads`)
  await expect(page.getByText('Vil de have den?')).toBeVisible()
  await page.getByRole('radio', { name: 'Nej tak' }).check()
  await page.getByRole('button', { name: 'Gem svaret' }).click()
  await expect(page.getByText('Skriv, hvad familien sagde').first()).toBeVisible()
  await look('caseworker-error')
  await page.getByRole('radio', { name: 'Nej tak' }).check()
  await page.getByLabel('Hvad sagde de?').fill(words)
  await page.getByRole('button', { name: 'Gem svaret' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Svaret er gemt' })).toBeVisible()

  const second = await ask()
  expect(second.caseId).not.toBe(first.caseId)
  await page.goto(`/projekt/venteliste/${first.caseId}`)
  await expect(page.getByText(words)).toBeVisible()
  await signIn(page, 'sagsbehandler-familie')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/familier/${second.caseId}/optagelse/plads`)
  await look('caseworker-phone')
  await expectNoSidewaysScroll(page)
  await page.getByRole('radio', { name: 'Ja tak' }).check()
  await page.getByRole('button', { name: 'Gem svaret' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Svaret er gemt' })).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 900 })
  await signIn(page, 'projektleder')
  await page.goto(`/projekt/venteliste/${second.caseId}`)
  await expect(page.getByText('Familien har sagt ja. Pladsen holdes, til optagelsesteamet har bestemt.')).toBeVisible()
  // Given back, so that the place is there for the next journey.
  const back = await unfold(page.locator('#plads'), 'Tag pladsen tilbage')
  await back.getByLabel('Hvorfor tages pladsen tilbage?').fill('Familien ville alligevel vente')
  await back.locator('summary', { hasText: 'Tag pladsen tilbage' }).last().click()
  await page.getByRole('button', { name: 'Ja, tag pladsen tilbage' }).click()
  await expect(page.locator('#plads')).toContainText('Taget tilbage')
})

test('VIS-19: the letter says where the family stands and who helps meanwhile; the turn changes with a reason', async ({ page }, info) => {
  test.setTimeout(90_000)
  const look = looking(page, info, 'waiting')
  const meanwhile = `Sofie ringer hver fredag (${own(info)}).`
  await signIn(page, 'thisted-projektleder')
  await page.goto('/projekt/venteliste')
  await page.locator('#liste').getByRole('link', { name: 'Overgaard' }).click()
  const form = await unfold(page.locator('#brev'), 'Skriv brevet')
  await form.getByLabel('Hvad sker der, til der er en plads?').fill(meanwhile)
  await form.getByRole('button', { name: 'Skriv brevet' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Brevet er skrevet' })).toBeVisible()
  await page.locator('#brev').getByRole('link', { name: /Se brevet/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Jeres plads på ventelisten' })).toBeVisible()
  await expect(page.locator('article')).toContainText(meanwhile)
  await expect(page.locator('article')).toContainText(/nummer \d af \d/)
  await look('letter')
  await page.goto('/projekt/venteliste')
  await page.locator('#liste').getByRole('link', { name: 'Kallesen' }).click()
  const reason = `Skiftet sagsbehandler igen (${own(info)})`
  const move = await unfold(page.locator('#flyt'), 'Flyt familien i rækken')
  const stands = Number(await move.getByLabel('Ny plads i rækken').inputValue())
  await move.getByLabel('Ny plads i rækken').fill(String(stands === 1 ? 2 : 1))
  await move.getByLabel('Hvorfor skal familien stå der?').fill(reason)
  await move.getByRole('button', { name: 'Flyt', exact: true }).click()
  await expect(page.locator('#flyt')).toContainText(reason)
})

test('ORG-08: the intake meeting has its families in order, each on one page with question and recommendation', async ({ page }, info) => {
  test.setTimeout(90_000)
  const look = looking(page, info, 'waiting')
  await signIn(page, 'thisted-visitator')
  await page.goto('/optagelse')
  await expect(page.locator('#team')).toContainText('Sundhedskoordinator')
  await look('intake')
  await page.locator('#moeder').getByRole('link').first().click()
  await look('meeting')
  await page.getByRole('link', { name: 'Åbn siderne' }).click()
  const sheet = page.locator('article').first()
  const words = `Ja, plads fra næste måned (${own(info)})`
  const form = await unfold(sheet, 'Skriv spørgsmål og indstilling')
  await form.getByLabel('Hvad indstilles, og hvorfor?').fill(words)
  await form.getByRole('button', { name: 'Gem' }).click()
  await expect(page.getByText(words).first()).toBeVisible()
  await look('case-pages')
})
