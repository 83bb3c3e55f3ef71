import { Buffer } from 'node:buffer'
import { expect, test } from '@playwright/test'
import { day, tick, typeDate, unfold } from './steps/forms.ts'
import { expectAccessible, expectNoSidewaysScroll, look, signIn } from './support.ts'

/** A whole PDF, as small as one can be. */
const pdf = (text: string) =>
  Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${text}\nxref\n0 1\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`)

test('PLAN-01 IT-15 IT-17: a sector plan from the authority, as PDF, with its goals, copied into the authority’s system', async ({ page }, info) => {
  test.setTimeout(240_000)
  const title = `Siljes plan ${info.retry + 1}`
  const goal = `Silje har en fast voksen i frikvarteret ${info.retry + 1}`

  await test.step('what is missing stands first, and the plan begins there or by itself', async () => {
    await signIn(page, 'thisted-koordinator', '/familier')
    await page.getByRole('link', { name: /Nørgaard/ }).first().click()
    await page.goto(`${new URL(page.url()).pathname.replace(/\/$/, '')}/planen`)
    await page.getByRole('link', { name: 'Delplaner' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Delplaner' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Barnets plan: Silje og Bo' })).toBeVisible()
    await expectAccessible(page)
    await look(page, info, 'sector-plans')
  })

  await test.step('the coordinator writes it at the authority’s word', async () => {
    await page.getByRole('link', { name: 'Ny delplan' }).click()
    await page.getByLabel('Hvilken plan er det?').selectOption({ label: 'Barnets plan (Barnets lov § 91)' })
    await tick(page, 'Hvem handler den om?', ['Silje'])
    await page.getByLabel('Hvad kalder I den?').fill(title)
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
    await expect(page.getByText('Skriv, hvem i myndigheden der har oplyst det').first()).toBeVisible()
    await unfold(page.getByRole('main'), 'Er det en anden, der har oplyst det?')
    await page.getByLabel('Hvem har oplyst det?').fill('Familieafdelingen')
    await page.getByLabel('Fra hvilken sektor?').selectOption({ label: 'Familieafdelingen' })
    await typeDate(page, 'Hvornår?', day(-3))
    await page.getByLabel('Hvordan?').selectOption({ label: 'I telefonen' })
    await typeDate(page, 'Besluttet', day(-3))
    await typeDate(page, 'Hvornår følger myndigheden op?', day(30))
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: `${title}: Silje` })).toBeVisible()
  })
  const here = new URL(page.url()).pathname

  await test.step('each part of the checklist: in the family’s plan, written here, or in the authority’s system', async () => {
    await page.getByRole('link', { name: 'Udfyld Mål for barnets trivsel og udvikling' }).click()
    await tick(page, 'Hvilke mål?', ['Silje læser højt for Elly'])
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
    await expect(page.locator('#del-goals').getByText('Silje læser højt for Elly')).toBeVisible()
    await page.getByRole('link', { name: 'Udfyld Hjælp og ansvar' }).click()
    await page.getByRole('radio', { name: 'Jeg skriver det her' }).check()
    await page.getByLabel('Tekst').fill('En kontaktperson to timer om ugen')
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
    await page.getByRole('link', { name: 'Udfyld Hvornår der følges op' }).click()
    await page.getByRole('radio', { name: 'Det står i fagsystemet' }).check()
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
    await expect(page.locator('#del-follow-up').getByText('Står i fagsystemet')).toBeVisible()
  })

  await test.step('a goal is picked out of it, and stands in the family’s plan as the sector’s', async () => {
    await page.getByRole('link', { name: 'Skriv et mål fra planen' }).click()
    await expect(page.getByRole('radio', { name: 'En sektors mål' })).toBeChecked()
    await page.getByLabel('Hvad vil I nå?').fill(goal)
    await tick(page, 'Hvem handler det om?', ['Silje'])
    await unfold(page.getByRole('main'), 'Er det en anden, der har oplyst det?')
    await page.getByLabel('Hvem har oplyst det?').fill('Familieafdelingen')
    await page.getByLabel('Fra hvilken sektor?').selectOption({ label: 'Familieafdelingen' })
    await typeDate(page, 'Hvornår?', day(-3))
    await page.getByLabel('Hvordan?').selectOption({ label: 'I telefonen' })
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
    await expect(page.locator('#maal').getByRole('link', { name: goal })).toBeVisible()
    await expectAccessible(page)
    await look(page, info, 'sector-plan')
  })

  await test.step('the authority’s own paper: only a real PDF', async () => {
    const choose = (name: string, buffer: Buffer) => page.getByLabel('Vælg PDF').setInputFiles({ name, mimeType: 'application/pdf', buffer })
    await choose('plan.pdf', Buffer.from('<html>%PDF-1.4</html>'))
    await page.getByRole('button', { name: 'Læg filen op' }).click()
    await expect(page.getByText('Filen er ikke en hel PDF').first()).toBeVisible()
    await choose('siljes-plan.pdf', pdf(title))
    await page.getByRole('button', { name: 'Læg filen op' }).click()
    const link = page.getByRole('link', { name: 'Åbn siljes-plan.pdf' })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toBe('siljes-plan.pdf')
  })

  await test.step('copied into DUBU field by field; what changes afterwards is marked', async () => {
    await page.goto(here)
    await page.getByRole('link', { name: 'Kopiér til DUBU' }).click()
    await expect(page.getByLabel('Indsats')).toHaveValue(/En kontaktperson to timer om ugen/)
    await expect(page.getByLabel('Mål og delmål')).toHaveValue(new RegExp(`Silje læser højt for Elly[\\s\\S]*${goal}|${goal}[\\s\\S]*Silje læser højt for Elly`))
    await expectAccessible(page)
    await look(page, info, 'copy-into')
    await page.getByRole('button', { name: 'Jeg har sat det ind' }).click()
    await expect(page.getByText('Sidst kopieret')).toBeVisible()
    await expect(page.getByText('Ændret, siden det blev kopieret')).toHaveCount(0)
    await page.goto(`${here}?del=support`)
    await page.getByLabel('Tekst').fill('En kontaktperson tre timer om ugen')
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
    await page.getByRole('link', { name: 'Kopiér til DUBU' }).click()
    await expect(page.getByText('Ændret, siden det blev kopieret')).toHaveCount(1)
  })

  await test.step('the mother sees it on her phone, in plain words', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await signIn(page, 'thisted-mor', '/min/plan/delplaner')
    await expect(page.getByRole('heading', { name: `${title}: Silje` })).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await look(page, info, 'sector-plans-portal')
  })
})

test('KOO-13 PLAN-22: an authority’s plan is the authority’s; the family chooses what is in focus', async ({ page }, info) => {
  test.setTimeout(120_000)
  await signIn(page, 'thisted-koordinator', '/familier')
  await page.getByRole('link', { name: /Nørgaard/ }).first().click()
  const family = /\/familier\/\d+/.exec(page.url())![0]
  await page.goto(`${family}/planen/sektorplaner`)
  await page.getByRole('link', { name: 'Min Plan: Lisbeth' }).click()
  await expect(page.getByText('Planen er en del af familiens plan.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ret', exact: true })).toHaveCount(0)
  await expect(page.getByLabel('Vælg PDF')).toHaveCount(0)

  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'thisted-mor', '/min/plan/raekkefoelge')
  const first = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^(Sæt i fokus|Ikke i fokus mere)/ }) }).first()
  const button = first.getByRole('button', { name: /fokus/ })
  const was = (await button.innerText()).includes('Ikke')
  await button.click()
  await expect(first.getByRole('button', { name: was ? /^Sæt i fokus/ : /^Ikke i fokus mere/ })).toBeVisible()
  await expectAccessible(page)
  await look(page, info, 'in-focus')
  // Back as it was: others read the same demo.
  await first.getByRole('button', { name: /fokus/ }).click()
})
