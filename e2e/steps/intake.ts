import { expect, type Locator, type Page } from '@playwright/test'
import { bornAged, caseIdOf, choose, daForm, day, enForm, typeDate, unfold } from './forms.ts'
import { type Look, notLooking } from './looking.ts'

/* The way in, in the words of the field: a family is referred, asked, screened and taken in. Danish unless a step takes `locale`. */

export type Referred = {
  name: string
  people: readonly { firstName: string; age: number; part?: string; custody?: boolean; saidYes?: boolean }[]
  reason: string
}

const words = {
  da: {
    form: daForm,
    when: 'Hvornår sagde de ja?',
    how: 'Hvordan sagde de ja?',
    spoken: 'De har sagt det',
    where: 'Hvor fik du deres ja?',
    meeting: 'Ved et møde',
    next: 'Næste',
    call: 'Hvad skal vi kalde familien?',
    part: 'Hvem er det?',
    adult: 'Voksen i familien',
    child: 'Barn',
    first: 'Fornavn',
    last: 'Efternavn',
    born: 'Fødselsdag',
    custody: 'Voksen: har forældremyndighed over børnene',
    saidYes: 'Voksen: har sagt ja til henvisningen',
    more: 'Tilføj en person mere',
    reason: /Hvad håber familien på/,
    check: 'Tjek dine svar',
    send: 'Send henvisningen',
    thanks: 'Tak. Henvisningen er sendt',
    answers: /Svar på de \d+ spørgsmål/,
    yes: 'Ja',
    no: 'Nej',
    evidence: 'Set i sagen, og familien har selv sagt det',
    saveAnswers: 'Gem svarene',
    answersSaved: 'Svarene er gemt',
  },
  en: {
    form: enForm,
    when: 'When did they say yes?',
    how: 'How did they say yes?',
    spoken: 'They said it',
    where: 'Where did you get their yes?',
    meeting: 'At a meeting',
    next: 'Next',
    call: 'What shall we call the family?',
    part: 'Who is it?',
    adult: 'Adult of the family',
    child: 'Child',
    first: 'First name',
    last: 'Last name',
    born: 'Birthday',
    custody: 'Adult: holds custody of the children',
    saidYes: 'Adult: has said yes to the referral',
    more: 'Add one more person',
    reason: /What does the family hope for/,
    check: 'Check your answers',
    send: 'Send the referral',
    thanks: 'Thank you. The referral is sent',
    answers: /Answer the \d+ questions/,
    yes: 'Yes',
    no: 'No',
    evidence: 'Seen in the file, and the family said it itself',
    saveAnswers: 'Save the answers',
    answersSaved: 'The answers are saved',
  },
} as const
type Locale = keyof typeof words

/** The family's yes: when, how and where. */
export async function tellFamilysYes(page: Page, locale: Locale = 'da'): Promise<void> {
  const w = words[locale]
  await page.goto('/familier/ny')
  await typeDate(page, w.when, day(-3), w.form)
  await choose(page, w.how, w.spoken)
  await choose(page, w.where, w.meeting)
  await page.getByRole('button', { name: w.next, exact: true }).click()
}

/** Who is in the family; ends on the page that asks why. */
export async function tellPeople(page: Page, family: Referred, locale: Locale = 'da'): Promise<void> {
  const w = words[locale]
  await page.getByLabel(w.call).fill(family.name)
  for (const [n, one] of family.people.entries()) {
    if (n >= 2) await page.getByRole('button', { name: w.more }).click()
    const fields = page.getByRole('group', { name: `Person ${n + 1}`, exact: true })
    await choose(fields, w.part, one.part ?? (one.age >= 18 ? w.adult : w.child))
    await fields.getByLabel(w.first).fill(one.firstName)
    await fields.getByLabel(w.last).fill(family.name)
    await typeDate(fields, w.born, bornAged(one.age), w.form)
    await fields.getByLabel(w.custody).setChecked(one.custody ?? one.age >= 18)
    await fields.getByLabel(w.saidYes).setChecked(one.saidYes ?? one.age >= 18)
  }
  await page.getByRole('button', { name: w.next, exact: true }).click()
}

/** Refers a family that has said yes, through all steps to the receipt. @returns its number */
export async function referFamily(page: Page, family: Referred, locale: Locale = 'da', look: Look = notLooking): Promise<number> {
  const w = words[locale]
  await tellFamilysYes(page, locale)
  await look('refer-people')
  await tellPeople(page, family, locale)
  await page.getByLabel(w.reason).fill(family.reason)
  await look('refer-reason')
  await page.getByRole('button', { name: w.next, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: w.check })).toBeVisible()
  await look('refer-check')
  await page.getByRole('button', { name: w.send }).click()
  await expect(page.getByRole('heading', { level: 1, name: w.thanks })).toBeVisible()
  await look('refer-receipt')
  return caseIdOf(page)
}

/** The intake team answers every question of the pack, each with what it rests on; `no`: those that are answered with a no. */
export async function answerCriteria(page: Page, caseId: number, no: readonly RegExp[] = [], locale: Locale = 'da'): Promise<void> {
  await page.goto(`/familier/${caseId}/optagelse`)
  const w = words[locale]
  const form = await unfold(page.locator('#kriterier'), w.answers)
  for (const question of await form.getByRole('radiogroup').all()) {
    const text = await question.locator('legend').innerText()
    await question.getByRole('radio', { name: no.some((one) => one.test(text)) ? w.no : w.yes, exact: true }).check()
  }
  for (const evidence of (await form.getByRole('textbox').all()).slice(0, -1)) await evidence.fill(w.evidence)
  await form.getByRole('button', { name: w.saveAnswers }).click()
  await expect(page.getByRole('status').filter({ hasText: w.answersSaved })).toBeVisible()
}

/** The team decides, on a date, with its reasons. */
export async function decideIntake(page: Page, caseId: number, d: { decision: string; on: string; reasons: string }): Promise<void> {
  await page.goto(`/familier/${caseId}/optagelse`)
  const form = page.locator('#beslutning')
  await form.getByRole('radio', { name: d.decision, exact: true }).check()
  await typeDate(form, 'Hvornår bestemte I det?', d.on)
  await form.getByLabel('Begrundelse').fill(d.reasons)
  await form.locator('summary', { hasText: 'Bestem' }).click()
  await form.getByRole('button', { name: 'Ja, vi har bestemt det' }).click()
}

/** The family's line in the intake team's queue. */
export const inQueue = (page: Page, caseId: number): Locator =>
  page.getByRole('row').filter({ has: page.locator(`a[href="/familier/${caseId}/optagelse"]`) })

/** The project manager gives the family a coordinator; `as` only where the project has two. */
export async function appointCoordinator(
  page: Page,
  caseId: number,
  who: string,
  as?: 'Koordinator (primær)' | 'Sekundær koordinator',
): Promise<void> {
  await page.goto('/projekt/koordinatorer')
  const folded = page.locator('details').filter({ has: page.locator(`input[name="caseId"][value="${caseId}"]`) }).first()
  if ((await folded.getAttribute('open')) === null) await folded.locator('summary').first().click()
  const select = folded.getByLabel('Hvem?')
  await select.selectOption(await select.getByRole('option', { name: new RegExp(who) }).innerText())
  if (as) await choose(folded, 'Som', as)
  await folded.locator('details.confirm summary').click()
  await folded.getByRole('button', { name: 'Vælg koordinator', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Det er gemt' })).toBeVisible()
}

/** The coordinator puts somebody else on the family. */
export async function addHelper(page: Page, caseId: number, who: string, role: RegExp, doesWhat: string): Promise<void> {
  await page.goto(`/familier/${caseId}/hjaelpere`)
  const folded = page.locator('details').filter({ has: page.locator('button[value="add"]') }).first()
  if ((await folded.getAttribute('open')) === null) await folded.locator('summary').first().click()
  const person = page.getByLabel('Hvem?')
  await person.selectOption(await person.getByRole('option', { name: new RegExp(who) }).innerText())
  const roles = page.getByLabel('Rolle')
  await roles.selectOption(await roles.getByRole('option', { name: role }).innerText())
  await page.getByLabel('Hvad gør hun eller han for familien?').fill(doesWhat)
  await page.getByRole('button', { name: 'Sæt på' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Det er gemt' })).toBeVisible()
}

