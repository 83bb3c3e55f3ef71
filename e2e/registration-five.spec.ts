import { expect, type Page, test } from '@playwright/test'
import { looking } from './steps/looking.ts'
import { expectNoSidewaysScroll, signIn } from './support.ts'

// A family of five that no other journey registers for.
const family = 'Al-Rashid'

/** Opens the month of the family that is to be registered now. */
async function openMonth(page: Page): Promise<void> {
  await page.goto('/registrering')
  await page.getByRole('link', { name: new RegExp(`(Registrér|Se) ${family}`) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Registrering for/)
}

type Focus = { id: string; what: 'field' | 'select' | 'name' | 'save' | 'other'; keys: string }
/** What has the focus, and what one would type there: a level, last month's figure again, a choice by its first letter, a name; nothing where something stands already. */
const focused = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const at = document.activeElement
    const id = at?.id ?? ''
    if (at instanceof HTMLSelectElement && 'cell' in at.dataset) return { id, what: 'select' as const, keys: at.value === '' ? 'n' : '' }
    if (at instanceof HTMLInputElement && 'cell' in at.dataset) {
      const last = /sidst (-?\d+)/.exec(document.getElementById(`${id}-hint`)?.textContent ?? '')?.[1]
      return { id, what: 'field' as const, keys: at.value !== '' ? '' : at.dataset['step'] ? '2' : (last ?? '8') }
    }
    if (at instanceof HTMLInputElement && /^b\..*\.name$/.test(at.name)) return { id, what: 'name' as const, keys: at.value === '' ? 'Bodil' : '' }
    return { id, what: at instanceof HTMLButtonElement && at.textContent?.trim() === 'Gem' ? ('save' as const) : ('other' as const), keys: '' }
  })

test('PROG-03, PROG-04: a month for a family of five by keyboard alone; seconds and keystrokes are told', async ({ page }, info) => {
  test.setTimeout(120_000) // some three hundred single keys, each looked at
  const look = looking(page, info, 'registration-five')
  await signIn(page, 'koordinator')
  await openMonth(page)
  const members = await page.locator('.registration thead th').allTextContents()
  expect(new Set(members).size).toBeGreaterThanOrEqual(5 + 1) // five names and the column "Hvad"
  const cells = page.locator('[data-cell]')
  const total = await cells.count()
  expect(total).toBeGreaterThan(40)
  const save = page.getByRole('button', { name: 'Gem', exact: true })
  await cells.first().focus()
  const began = Date.now()
  let strokes = 0
  const press = async (key: string) => {
    strokes += 1
    await page.keyboard.press(key)
  }
  // Field by field with Tab; a level goes on to the field below by itself, so one goes back up before the next: the slowest way there is.
  for (let at = 0; at < total + 60; at++) {
    const here = await focused(page)
    if (here.what === 'save') break
    for (const key of here.keys) await press(key)
    if (here.keys !== '') {
      let now = await focused(page)
      if (now.id !== here.id) await press(now.what === 'field' ? 'ArrowUp' : 'Shift+Tab')
      // Below a table of levels stands a choice, which keeps the arrows to itself.
      for (now = await focused(page); now.id !== here.id && strokes < 600; now = await focused(page)) await press('Shift+Tab')
    }
    await press('Tab')
  }
  const saved = page.getByText(/tal er gemt|ikke noget nyt/)
  const submit = async () => {
    const answered = page.waitForResponse((r) => r.request().method() === 'POST' && /registrering/.test(r.url()))
    await press('Enter')
    await answered
    await expect(page.getByRole('alert').or(saved).first()).toBeVisible()
    await page.waitForLoadState('networkidle')
  }
  await submit()
  // What is odd beside last time is asked about at its field, and answered there; an answer may make another one odd.
  for (let round = 0; round < 3 && (await page.getByRole('alert').isVisible()); round++) {
    for (const box of await page.getByRole('checkbox', { name: 'Ja, det passer' }).all()) {
      await box.focus()
      await press('Space')
      await expect(box).toBeChecked()
    }
    await save.focus()
    await submit()
  }
  await expect(saved).toBeVisible()
  const seconds = (Date.now() - began) / 1000
  console.log(`a month for a family of five: ${total} fields, ${strokes} keystrokes, ${seconds.toFixed(1)} s by machine; at two keystrokes a second ${Math.round(strokes / 2)} s`)
  info.annotations.push({ type: 'registration', description: `${total} fields, ${strokes} keystrokes, ${seconds.toFixed(1)} s` })
  await look('month')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
})

test('PROG-24, PROG-34: days at school and what was hard, without JavaScript; the days fill the registration', async ({ browser }, info) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'da-DK' })
  const page = await context.newPage()
  await signIn(page, 'koordinator')
  await openMonth(page)
  await page.getByRole('link', { name: 'Fremmøde', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Fremmøde i/)
  const line = page.getByRole('row', { name: /Yasmin/ }).first()
  await line.getByRole('textbox', { name: /^Til stede/ }).fill('40')
  await line.getByRole('textbox', { name: /^Planlagt/ }).fill('20')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Skriv et tal fra 0 til 31')
  await line.getByRole('textbox', { name: /^Til stede/ }).fill(String(15 + info.retry))
  await line.getByRole('textbox', { name: /^Ulovligt fravær/ }).fill('2')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByText('Fremmødet ét sted er gemt.')).toBeVisible()
  await page.getByRole('link', { name: 'Udfordringer, aktiviteter og fravær' }).click()
  await page.getByLabel('Hvem?').selectOption({ label: 'Yasmin' })
  await page.getByLabel('Hvad var svært?').selectOption({ index: 2 + info.retry })
  await page.getByLabel(/Med en sætning/).fill('Var hjemme to dage')
  await page.getByRole('button', { name: 'Tilføj' }).click()
  await expect(page.getByText('Udfordringen er skrevet.')).toBeVisible()
  await expect(page.getByText(/2 dage ulovligt/)).toBeVisible()
  await context.close()
})

test('PROG-34: attendance and challenges hold on a phone and for axe', async ({ page }, info) => {
  const look = looking(page, info, 'registration-five')
  await signIn(page, 'koordinator')
  await openMonth(page)
  const month = /maaned=(\d{4}-\d\d)/.exec(page.url())?.[1]
  const caseId = /familier\/(\d+)/.exec(page.url())?.[1]
  for (const name of ['fremmoede', 'udfordringer']) {
    await page.goto(`/familier/${caseId}/udvikling/${name}?maaned=${month}`)
    await look(name)
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 1280, height: 800 })
  }
})
