import { type Browser, expect, type Locator, type Page, type TestInfo } from '@playwright/test'
import { expectNoSidewaysScroll, signIn } from '../support.ts'
import { typeDate, unfold } from './forms.ts'
import { looking } from './looking.ts'

/* Several people at once, each in a browser of their own, and what each of them is shown. */

export const PHONE = { width: 390, height: 844 }
export type Seat = { page: Page; look: (name: string) => Promise<void> }

/** Somebody signs in, in a browser of their own. A family member sits with a phone. */
export async function sit(browser: Browser, info: TestInfo, username: string, phone = ['mor', 'far', 'ung'].includes(username)): Promise<Seat> {
  const context = await browser.newContext({ viewport: phone ? PHONE : { width: 1280, height: 900 }, locale: 'da-DK' })
  const page = await context.newPage()
  await signIn(page, username)
  const see = looking(page, info, `access-${username}`)
  return {
    page,
    look: async (name) => {
      await see(name)
      if (phone) await expectNoSidewaysScroll(page)
    },
  }
}

/** The number of a family on the reader's own list. */
export async function familyCalled(page: Page, name: string): Promise<number> {
  await page.goto('/familier')
  const href = await page.getByRole('link', { name: `Familien ${name}`, exact: true }).getAttribute('href')
  return Number(/\d+/.exec(href ?? '')?.[0])
}

export type Shown = { hopes: string[]; goals: string[]; activities: string[] }
/** What the plan's page that is open shows, in no order. */
export async function planShown(page: Page): Promise<Shown> {
  const texts = async (of: Locator) => (await of.allInnerTexts()).map((t) => t.replace(/[”“"]/g, '').trim()).toSorted()
  return {
    hopes: await texts(page.locator('#haab blockquote')),
    goals: await texts(page.locator('#maal li strong')),
    activities: await texts(page.locator('#det-goer-vi [id^=aktivitet-]').getByRole('heading', { level: 3 })),
  }
}

/** The box's answer to that word, typed where everybody searches. */
export async function searchFor(page: Page, word: string): Promise<Locator> {
  await page.goto('/soeg')
  await page.getByLabel('Navn, sagsnummer eller CPR-nummer').fill(word)
  await page.getByRole('main').getByRole('button', { name: 'Søg' }).click()
  await expect(page.getByRole('main').getByText(/Vi fandt ingen|^\d+ famili|Personen er kendt/).first()).toBeVisible()
  return page.getByRole('main')
}

/** The whole CPR number of somebody, looked up on the page of the family's people (and so in the log). */
export async function cprOf(page: Page, caseId: number, firstName: string): Promise<string> {
  await page.goto(`/familier/${caseId}/personer`)
  await page.getByRole('button', { name: `Vis hele nummeret ${firstName}` }).click()
  const shown = page.getByText(/^\d{6}-\d{4}$/)
  await expect(shown).toBeVisible()
  return (await shown.innerText()).trim()
}

/** Keeps what is about one person, or a child living there, from another. */
export async function shield(page: Page, caseId: number, between: [string, string], reason: string): Promise<void> {
  await page.goto(`/familier/${caseId}/personer`)
  await page.getByRole('link', { name: 'Skærm to personer' }).click()
  await page.getByLabel('Den ene').selectOption({ label: between[0] })
  await page.getByLabel('Den anden').selectOption({ label: between[1] })
  await page.getByLabel('Hvorfor?').fill(reason)
  await page.getByRole('button', { name: 'Skærm', exact: true }).click()
  await expect(page.locator('#skaermning')).toContainText(reason)
}

/** Writes down a yes that somebody said aloud, with a witness; on the page of that one consent. */
export async function sayYesAloud(page: Page, who: string, witness: string, on?: string): Promise<void> {
  const form = await unfold(page.getByRole('main'), `Skriv et ja på vegne af ${who}`)
  await form.getByRole('radio', { name: 'Sagt højt med vidne' }).check()
  await form.getByLabel('Hvem var vidne?').fill(witness)
  if (on) await typeDate(form, 'Hvornår?', on)
  await form.getByLabel('Teksten blev læst højt').check()
  await form.getByRole('button', { name: 'Gem ja' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Gemt' })).toBeVisible()
}

/** What an address of the API answers to the person who sits there, with the cookie of the same session. */
export async function api(page: Page, path: string, body?: unknown): Promise<{ status: number; type: string; json: Record<string, unknown> }> {
  const origin = new URL(page.url()).origin
  const answer = body === undefined ? await page.request.get(`/api/v1/${path}`) : await page.request.post(`/api/v1/${path}`, { data: body, headers: { origin } })
  return { status: answer.status(), type: answer.headers()['content-type'] ?? '', json: (await answer.json()) as Record<string, unknown> }
}
