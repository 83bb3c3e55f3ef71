import { expect, type Page } from '@playwright/test'
import { choose, day, tick, typeDate, unfold } from './forms.ts'
import { type Look, notLooking } from './looking.ts'

/* The plan, in the words of the field. Every step begins at the plan's page, so that it can stand anywhere in a journey. */

export const planOf = (caseId: number): string => `/familier/${caseId}/planen`

/** A hope of one of the family, in their own words, written down at a meeting. */
export async function writeHope(page: Page, caseId: number, who: string, words: string): Promise<void> {
  await page.goto(planOf(caseId))
  await page.getByRole('link', { name: 'Skriv et håb' }).first().click()
  await page.getByLabel('Hvis håb er det?').selectOption({ label: who })
  await page.getByLabel('Håbet, med egne ord').fill(words)
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.locator('#haab').getByText(words).first()).toBeVisible()
}

export type NewGoal = {
  title: string
  hope?: string
  under?: string
  measure?: string
  about?: readonly string[]
  said?: { by: string; sector: string; on: string }
}

/** A goal; `under`: the goal it is a step towards; `said`: it is a sector's own, told by somebody there. */
export async function addGoal(page: Page, caseId: number, goal: NewGoal, look: Look = notLooking): Promise<void> {
  await page.goto(planOf(caseId))
  if (goal.under) await page.getByRole('link', { name: `Nyt delmål ${goal.under}` }).click()
  else await page.getByRole('link', { name: 'Nyt mål', exact: true }).first().click()
  if (goal.said) {
    await choose(page, 'Hvis mål er det?', 'En sektors mål')
    await unfold(page.getByRole('main'), 'Er det en anden, der har oplyst det?')
    await page.getByLabel('Hvem har oplyst det?').fill(goal.said.by)
    await page.getByLabel('Fra hvilken sektor?').selectOption({ label: goal.said.sector })
    await typeDate(page, 'Hvornår?', goal.said.on)
    await page.getByLabel('Hvordan?').selectOption({ label: 'I telefonen' })
  }
  await page.getByLabel('Hvad vil I nå?').fill(goal.title)
  if (goal.hope) await page.getByLabel('Hvilket håb hører målet til?').selectOption({ label: goal.hope })
  // A step takes kind, owner and dates from the goal above it; a goal for itself says them before the plan is agreed.
  const measure = goal.measure ?? (goal.under ? null : 'Vi spørger hinanden hver måned')
  if (measure) await page.getByLabel('Hvordan kan I se, at det går den rigtige vej?').fill(measure)
  if (!goal.under) {
    await page.getByLabel('Hvem holder fast i målet?').selectOption({ index: 1 })
    await typeDate(page, 'Målet gælder til', '2099-01-31')
    await typeDate(page, 'Hvornår ser vi på målet?', '2098-12-01')
  }
  if (goal.about) await tick(page, 'Hvem handler det om?', goal.about)
  await look('plan-goal')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.locator('#maal').getByText(goal.title).first()).toBeVisible()
}

/** What is known of an activity; `unknown`: the question that is answered "ved vi ikke endnu", and by when it will be known. */
export type NewActivity = {
  what: string
  goal?: string
  offer?: string
  provider?: string
  place?: string
  days?: readonly string[]
  from?: string
  to?: string
  start?: string
  end?: string
  hours?: string
  takesPart?: readonly string[]
  unknown?: { question: string; until: string }
}

export async function addActivity(page: Page, caseId: number, a: NewActivity, look: Look = notLooking): Promise<void> {
  await page.goto(planOf(caseId))
  await page.getByRole('link', { name: 'Ny aktivitet' }).first().click()
  await tellActivity(page, a)
  await look('plan-activity')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.locator('#det-goer-vi').getByRole('heading', { name: a.what })).toBeVisible()
}

/** Fills what is given into the form of an activity that is open. */
export async function tellActivity(page: Page, a: Partial<NewActivity>): Promise<void> {
  if (a.what) await page.getByLabel('Hvad gør vi?').fill(a.what)
  if (a.goal) {
    const goals = page.getByLabel('Hvilket mål hører det til?')
    await goals.selectOption(await goals.getByRole('option', { name: a.goal }).innerText())
  }
  if (a.offer) await page.getByLabel('Hvad er det for et tilbud?').fill(a.offer)
  if (a.provider) await page.getByLabel('Hvem giver det?').fill(a.provider)
  if (a.place) await page.getByLabel('Hvor?').fill(a.place)
  if (a.days) await tick(page, 'Hvilke dage?', a.days)
  if (a.from) await page.getByLabel('Fra kl.').fill(a.from)
  if (a.to) await page.getByLabel('Til kl.').fill(a.to)
  if (a.start) await typeDate(page, 'Første dag (', a.start)
  if (a.end) await typeDate(page, 'Sidste dag (', a.end)
  if (a.hours) await page.getByLabel('Timer om ugen').fill(a.hours)
  if (a.takesPart) await tick(page, 'Hvem tager det tid for?', a.takesPart)
  if (a.unknown) {
    const question = await unfold(page.getByRole('main'), a.unknown.question)
    await typeDate(question, a.unknown.question, a.unknown.until)
  }
}

/** How the plan is followed up, with what a family usually agrees; what already stands is left as it is, but for the next day. `least`: only what an agreement asks for. */
export async function agreeFollowUp(page: Page, caseId: number, look: Look = notLooking, least = false): Promise<void> {
  await page.goto(`${planOf(caseId)}?ret=opfoelgning-0`)
  const form = page.locator('#opfoelgning')
  const fill = async (label: string, text: string) => {
    const field = form.getByLabel(label)
    if ((await field.inputValue()) === '') await field.fill(text)
  }
  await fill('Hvordan følger vi op på målene', 'Vi tager målene ét ad gangen')
  await choose(page, 'Hvor tit?', 'Hver måned')
  if (!least) await typeDate(form, 'Hvornår ser vi på planen igen?', day(60))
  const goals = form.getByRole('group', { name: /Hvilke mål arbejder I med/ }).getByRole('checkbox')
  if ((await form.getByRole('group', { name: /Hvilke mål arbejder I med/ }).locator(':checked').count()) === 0) await goals.first().check()
  await fill('Hvad gør vi, hvis det går anderledes', 'Vi mødes før tid')
  await fill('Hvem fortæller det?', 'De voksne')
  if (!least) {
    await fill('Hvem ringer til hvem?', 'Den, der ser det, ringer samme dag')
    await fill('Hvornår tager vi planen op før tid?', 'Når noget står stille i to uger')
    await fill('Hvad skrives ned?', 'Hvordan ugen gik')
    await form.getByLabel(/^Hvornår\? \(/).fill('Hver søndag')
  }
  await form.getByLabel('Hvordan vil I helst?').selectOption({ label: 'På papir' })
  await look('plan-follow-up')
  await form.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(form.getByRole('link', { name: 'Ret opfølgningen' })).toBeVisible()
}

/** Agrees the plan as it stands; how it is followed up is agreed first, where it has not been. */
export async function agreeVersion(page: Page, caseId: number, number: number, look: Look = notLooking): Promise<void> {
  await page.goto(`${planOf(caseId)}/aftal`)
  if (await page.getByRole('main').getByRole('link', { name: 'Sådan følger vi op' }).isVisible()) await agreeFollowUp(page, caseId, look)
  await page.goto(planOf(caseId))
  await page.getByRole('link', { name: 'Aftal planen' }).click()
  await expect(page.getByText('Intet mangler. Planen kan aftales.')).toBeVisible()
  await look('plan-agree')
  await page.getByRole('button', { name: `Aftal udgave ${number} af planen` }).click()
  await expect(page.locator('#enighed').getByText(new RegExp(`^Udgave ${number}, aftalt`)).first()).toBeVisible()
}

export type Answer = { answer?: 'Enig' | 'Delvist enig' | 'Uenig'; words?: string; heard?: { by: string; on: string }; notHeard?: string }

/** What one of the family says to the latest version, written down at their word. */
export async function tellAnswer(page: Page, caseId: number, who: string, a: Answer, look: Look = notLooking): Promise<void> {
  await page.goto(planOf(caseId))
  await page.getByRole('link', { name: new RegExp(`^(Skriv|Ret) svar ${who}`) }).click()
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`Hvad siger ${who}`) })).toBeVisible()
  if (a.answer) await choose(page, 'Svar', a.answer)
  if (a.words) await page.getByLabel('Med egne ord').fill(a.words)
  if (a.heard) {
    await page.getByLabel('Hvem har talt med barnet?').fill(a.heard.by)
    await typeDate(page.getByRole('group', { name: 'Barnets egen mening' }), 'Hvornår?', a.heard.on)
  }
  if (a.notHeard) await page.getByLabel('Eller: hvorfor er barnet ikke hørt?').fill(a.notHeard)
  await look('plan-answer')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page).toHaveURL(/planen/)
  await expect(page.locator('#enighed').getByText(a.words ?? a.notHeard ?? who).first()).toBeVisible()
}
