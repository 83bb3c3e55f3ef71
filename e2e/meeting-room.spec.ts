import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, look, signIn } from './support.ts'

// Two people in the same meeting at once, in two browsers; one of them loses the network for a while. The demo's meeting of today, familien Sørensen.
test.describe.configure({ mode: 'default' })

/** The address of today's meeting: the screens beside it are sub-addresses. */
async function todaysMeeting(page: Page): Promise<string> {
  await page.goto('/familier')
  const family = await page.getByRole('link', { name: /Sørensen/ }).first().getAttribute('href')
  await page.goto(`${family}/moeder`)
  const found = await page.locator('a[href*="/moeder/"]').evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).getAttribute('href') ?? ''))
  for (const href of new Set(found.filter((h) => /\/moeder\/\d+$/.test(h)))) {
    await page.goto(`${href}/tavle/leder`)
    // Other journeys call meetings of this family too: ours is the one that Ida comes to, or that has begun.
    const ours = page.getByRole('checkbox', { name: 'Ida', exact: true }).or(page.getByRole('heading', { name: 'I rummet' }))
    if ((await ours.first().isVisible()) && !(await page.getByText('Mødet er slut').isVisible())) return href
  }
  throw new Error('no meeting of today')
}

/** Everybody of the table whom the wall is to be shown to is in the room, and nobody else. */
async function begin(page: Page, meeting: string): Promise<void> {
  await page.goto(`${meeting}/tavle/leder`)
  if (await page.getByRole('button', { name: 'Begynd mødet' }).isVisible()) {
    for (const name of ['Mette', 'Ida']) await page.getByRole('checkbox', { name, exact: true }).check()
    await page.getByRole('checkbox', { name: /Anna Holm/ }).check()
    await page.getByRole('button', { name: 'Begynd mødet' }).click()
  }
  await expect(page.getByRole('heading', { name: 'I rummet' })).toBeVisible()
}

const other = async (browser: Browser, who: string): Promise<[BrowserContext, Page]> => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, who)
  return [context, page]
}
/** A line as it stands, on a screen or on the wall (not the copy in the field that changes it). */
const said = (page: Page, words: string) => page.locator('.room-words, .wall li, .wall blockquote').filter({ hasText: words })
const column = (page: Page, name: string) => page.getByRole('textbox', { name: `Skriv under “${name}”` })
const addTo = async (page: Page, name: string, words: string) => {
  await column(page, name).fill(words)
  await page.getByRole('form', { name: `Skriv under “${name}”` }).getByRole('button', { name: 'Tilføj' }).click()
}

test('MEET-12: two lead the same meeting, each sees the other within two seconds; one loses the network and nothing typed is lost', async ({ page, browser }, info) => {
  test.setTimeout(120_000)
  const tag = `r${info.retry}${Date.now() % 10_000}`
  await signIn(page, 'koordinator')
  const meeting = await todaysMeeting(page)
  await begin(page, meeting)
  const [peter, his] = await other(browser, 'koordinator2')
  await his.goto(`${meeting}/tavle/leder`)
  const [wallContext, wall] = await other(browser, 'koordinator')
  await wall.goto(`${meeting}/tavle`)
  await wall.setViewportSize({ width: 1920, height: 1080 })
  await expect(wall.getByText('Mette og Ida')).toBeVisible()

  await addTo(page, 'Det, der fungerer', `Vi spiser sammen ${tag}`)
  await expect(said(his, `Vi spiser sammen ${tag}`)).toBeVisible({ timeout: 2000 })
  await expect(said(wall, `Vi spiser sammen ${tag}`)).toBeVisible({ timeout: 2000 })

  // Peter's network goes. What he writes stays, also through more writing, and arrives once.
  await peter.setOffline(true)
  await expect(his.getByText('Ingen forbindelse: det, du skriver, bliver her.')).toBeVisible({ timeout: 15_000 })
  await addTo(his, 'Det, vi kan gøre', `Mormor henter ${tag}`)
  await addTo(his, 'Det, der bekymrer', `Onsdag er svær ${tag}`)
  await expect(said(his, `Mormor henter ${tag}`)).toBeVisible()
  await addTo(page, 'Det, der fungerer', `Imens skriver Anna ${tag}`)
  await expect(said(wall, `Imens skriver Anna ${tag}`)).toBeVisible({ timeout: 2000 })
  expect(await said(wall, `Mormor henter ${tag}`).count()).toBe(0)
  await peter.setOffline(false)
  await expect(said(wall, `Mormor henter ${tag}`)).toHaveCount(1, { timeout: 15_000 })
  await expect(said(wall, `Onsdag er svær ${tag}`)).toHaveCount(1)
  await expect(said(page, `Mormor henter ${tag}`)).toHaveCount(1)
  await expect(his.getByText('Ingen forbindelse')).toHaveCount(0)
  await expect(said(his, `Imens skriver Anna ${tag}`)).toBeVisible()

  // Whose turn it is, in her own words, saved while they are written.
  await page.getByRole('button', { name: 'Giv ordet til Mette' }).first().click()
  await expect(wall.getByText('Mette har ordet')).toBeVisible({ timeout: 3000 })
  await page.getByLabel('Mette siger').fill(`Jeg sover igen ${tag}`)
  await expect(said(wall, `Jeg sover igen ${tag}`)).toBeVisible({ timeout: 3000 })
  await expect(his.getByLabel('Mette siger')).toHaveValue(`Jeg sover igen ${tag}`, { timeout: 3000 })

  // An agreement as it is made.
  const deal = page.getByRole('form', { name: 'Det aftaler vi' })
  await deal.getByLabel('Hvad').fill(`Ringer til banken ${tag}`)
  await deal.getByRole('combobox', { name: 'Hvem', exact: true }).selectOption({ label: 'Mette' })
  await deal.getByLabel('Hvornår').fill('2099-01-31')
  await deal.getByRole('button', { name: 'Det er aftalt' }).click()
  await expect(said(wall, `Ringer til banken ${tag}`)).toBeVisible({ timeout: 3000 })

  await look(wall, info, 'meeting-room-wall-1920')
  await expectAccessible(wall)
  await wall.setViewportSize({ width: 1280, height: 800 })
  await look(wall, info, 'meeting-room-wall-1280')
  await wall.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(wall)
  await look(wall, info, 'meeting-room-wall-390')
  await look(page, info, 'meeting-room-leader-1280')
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await look(page, info, 'meeting-room-leader-390')
  await peter.close()
  await wallContext.close()
})

test('two edits of one line: both texts are shown, and nothing is written over', async ({ page, browser }, info) => {
  const tag = `s${info.retry}${Date.now() % 10_000}`
  await signIn(page, 'koordinator')
  const meeting = await todaysMeeting(page)
  await begin(page, meeting)
  const [peter, his] = await other(browser, 'koordinator2')
  await his.goto(`${meeting}/tavle/leder`)
  await addTo(page, 'Det, der fungerer', `Den første ${tag}`)
  await expect(said(his, `Den første ${tag}`)).toBeVisible({ timeout: 3000 })
  const change = async (at: Page, words: string) => {
    const line = at.locator('.room-note', { hasText: `Den første ${tag}` })
    await line.locator('.room-change summary').click()
    await line.getByRole('textbox').fill(words)
    return line
  }
  const mine = await change(page, `Annas ord ${tag}`)
  const theirs = await change(his, `Peters ord ${tag}`)
  await theirs.getByRole('button', { name: 'Gem' }).click()
  await expect(said(page, `Peters ord ${tag}`)).toBeVisible({ timeout: 3000 })
  await page.locator('.room-change[open]').getByRole('button', { name: 'Gem' }).click()
  const asked = page.getByRole('alert')
  await expect(asked).toContainText(`Annas ord ${tag}`)
  await expect(asked).toContainText(`Peters ord ${tag}`)
  await asked.getByRole('button', { name: 'Brug min tekst' }).click()
  await expect(said(his, `Annas ord ${tag}`)).toBeVisible({ timeout: 3000 })
  expect(mine).toBeTruthy()
  await peter.close()
})

test('MEET-19: the leader is told what leaves the wall before somebody comes in; a spoken yes shows it anyway', async ({ page }, info) => {
  const tag = `t${info.retry}${Date.now() % 10_000}`
  await signIn(page, 'koordinator')
  const meeting = await todaysMeeting(page)
  await begin(page, meeting)
  await addTo(page, 'Det, vi kan gøre', `Birthe følger ${tag}`)
  await expect(said(page, `Birthe følger ${tag}`)).toBeVisible()
  const coming = page.getByRole('link', { name: /Kommer ind Birthe/ })
  if (await coming.isVisible()) {
    await coming.click()
    await expect(page.getByText(/Når Birthe kommer ind forsvinder \d+ punkter? fra tavlen/)).toBeVisible()
    await look(page, info, 'meeting-room-before')
    await page.getByRole('button', { name: 'Birthe er kommet ind' }).click()
  }
  const line = page.locator('.room-note', { hasText: `Birthe følger ${tag}` })
  await expect(line.getByText('Ikke på tavlen: Birthe må ikke læse det')).toBeVisible({ timeout: 3000 })
  await line.getByRole('link', { name: /Vis alligevel/ }).click()
  await expect(page.getByRole('heading', { name: 'Vis alligevel?' })).toBeVisible()
  await expectAccessible(page)
  await look(page, info, 'meeting-room-anyway')
  await page.getByRole('link', { name: 'Ikke nu' }).last().click()
  await page.getByRole('link', { name: /Går Birthe/ }).click()
  await page.getByRole('button', { name: 'Birthe er gået' }).click()
  await expect(line.getByText('Ikke på tavlen')).toHaveCount(0, { timeout: 3000 })
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })
  test('the meeting is led with forms alone', async ({ page }, info) => {
    const tag = `u${info.retry}${Date.now() % 10_000}`
    await signIn(page, 'koordinator')
    const meeting = await todaysMeeting(page)
    await begin(page, meeting)
    await addTo(page, 'Det, der fungerer', `Uden script ${tag}`)
    await expect(said(page, `Uden script ${tag}`)).toBeVisible()
    await page.getByRole('link', { name: /Kommer ind Pia/ }).click()
    await expect(page.getByText(/Når Pia kommer ind/)).toBeVisible()
    await page.getByRole('link', { name: 'Ikke nu' }).click()
    await page.goto(`${meeting}/tavle`)
    await expect(said(page, `Uden script ${tag}`)).toBeVisible()
    await look(page, info, 'meeting-room-no-script')
  })
})
