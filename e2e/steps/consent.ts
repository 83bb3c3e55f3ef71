import { expect, type Page } from '@playwright/test'
import { tick, unfold } from './forms.ts'
import { type Look, notLooking } from './looking.ts'

export type Asked = {
  /** The text as the page names it. */
  text: string
  /** First names it is about; whoever is ticked beforehand when left out. */
  about?: readonly string[]
  /** With whom it is shared, where the family chooses. */
  with?: readonly string[]
}

/** Writes down what the family is asked, one text at a time, and checks the list before it is kept. */
export async function askForConsent(page: Page, caseId: number, asked: readonly Asked[], look: Look = notLooking): Promise<void> {
  await page.goto(`/familier/${caseId}/samtykke/ny`)
  for (const one of asked) {
    const box = page.getByRole('checkbox', { name: one.text, exact: true })
    await box.check()
    const fields = page.locator('.choice').filter({ has: box }).locator('.choice-reveals').first()
    if (one.about) await tick(fields, 'Hvem handler det om?', one.about)
    if (one.with) await tick(fields, 'Hvem skal det være?', one.with)
  }
  await look('consent-new')
  await page.getByRole('button', { name: 'Tjek dine svar' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tjek dine svar' })).toBeVisible()
  await look('consent-check')
  await page.getByRole('button', { name: 'Gem, og spørg familien' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Gemt' })).toBeVisible()
}

/**
 * Registers a yes on paper for each who must sign, one question after the other, until nobody's answer is missing.
 * @returns how many signatures
 */
export async function giveConsentOnPaper(page: Page, caseId: number, look: Look = notLooking): Promise<number> {
  for (let signatures = 0; ; signatures++) {
    await page.goto(`/familier/${caseId}/samtykke`)
    const waiting = page.getByRole('link', { name: /(er ikke spurgt|har ikke svaret): / })
    const next = waiting.first()
    if ((await waiting.count()) === 0) {
      await expect(page.getByText('Ingen mangler at svare.')).toBeVisible()
      return signatures
    }
    const who = /^(\S+) /.exec(await next.innerText())![1]!
    await next.click()
    const form = await unfold(page.getByRole('main'), new RegExp(`^Skriv et ja på vegne af ${who}`))
    await form.getByRole('radio', { name: 'Skrevet under på papir' }).check()
    if (signatures === 0) await look('consent-one')
    await form.getByRole('button', { name: 'Gem ja' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Gemt' })).toBeVisible()
  }
}

/** Enters each signer's sheet in one go: every text is ticked on its own, how and when is told once. @returns how many sheets */
export async function enterSheets(page: Page, caseId: number, look: Look = notLooking): Promise<number> {
  for (let sheets = 0; ; sheets++) {
    await page.goto(`/familier/${caseId}/samtykke/ark`)
    const save = page.getByRole('button', { name: /^Gem det, \S+ sagde ja til$/ }).first()
    if ((await save.count()) === 0) return sheets
    if (sheets === 0) await look('consent-sheet')
    const form = page.locator('form').filter({ has: save }).first()
    for (const box of await form.getByRole('group', { name: 'Hvad blev der sagt ja til?' }).getByRole('checkbox').all()) await box.check()
    await save.click()
    await expect(page.getByRole('status').filter({ hasText: 'Gemt' })).toBeVisible()
  }
}
