import { expect, type Locator, type Page } from '@playwright/test'

/** What the small parts of a form are called in one language. */
export type FormWords = { day: string; month: string; year: string; save: string }
export const daForm: FormWords = { day: 'Dag', month: 'Måned', year: 'År', save: 'Gem' }
export const enForm: FormWords = { day: 'Day', month: 'Month', year: 'Year', save: 'Save' }

type Within = Page | Locator

/** Types a date (YYYY-MM-DD) into the three fields below that legend, as a person would: 4 12 2026. */
export async function typeDate(within: Within, legend: string, date: string, words: FormWords = daForm): Promise<void> {
  const fields = within.getByRole('group', { name: legend })
  const [year = '', month = '', day = ''] = date.split('-')
  await fields.getByLabel(words.day, { exact: true }).fill(String(Number(day)))
  await fields.getByLabel(words.month, { exact: true }).fill(String(Number(month)))
  await fields.getByLabel(words.year, { exact: true }).fill(year)
}

/** Chooses one of a few below that legend. */
export async function choose(within: Within, legend: string, choice: string): Promise<void> {
  await within.getByRole('radiogroup', { name: legend }).getByRole('radio', { name: choice, exact: true }).check()
}

/** Ticks some of a few below that legend. */
export async function tick(within: Within, legend: string, choices: readonly string[]): Promise<void> {
  for (const choice of choices) await within.getByRole('group', { name: legend }).getByRole('checkbox', { name: choice }).check()
}

/** Unfolds what is folded below that line, unless it is open. */
export async function unfold(within: Within, line: string | RegExp): Promise<Locator> {
  const summary = within.locator('summary').filter({ hasText: line }).first()
  const folded = summary.locator('xpath=..')
  if ((await folded.getAttribute('open')) === null) await summary.click()
  return folded
}

/** Today in Denmark, so many days later or, below zero, earlier: YYYY-MM-DD. */
export function day(later = 0): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date(Date.now() + later * 86_400_000))
}

/** A day as the pages write it: 4. december 2026. */
export const danish = (date: string): string =>
  new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))

/** A birthday of somebody who is that old today. */
export const bornAged = (years: number): string => `${Number(day().slice(0, 4)) - years}-01-15`

/** The number of the family whose page is open. */
export function caseIdOf(page: Page): number {
  const [, id] = /\/(?:familier|tak)\/(?:ny\/tak\/)?(\d+)/.exec(page.url()) ?? []
  expect(id, page.url()).toBeTruthy()
  return Number(id)
}

/** The day so many days from today, as Denmark counts; its parts by getUTC…. */
export const dayAhead = (days: number): Date => new Date(`${day(days)}T00:00:00Z`)
