import { expect, test } from '@playwright/test'
import { day, tick, typeDate, unfold } from './steps/forms.ts'
import { expectAccessible, expectNoSidewaysScroll, look, signIn } from './support.ts'

test('MEET-09 MEET-10 MEET-11 IT-02: the year with the fewest meetings, what if one moves, and the meetings in the calendar', async ({ page }, info) => {
  test.setTimeout(180_000)
  await signIn(page, 'koordinator', '/familier')
  await page.getByRole('link', { name: /Olesen/ }).first().click()
  const family = new URL(page.url()).pathname.replace(/\/$/, '')
  const here = `${family}/moeder/aaret`

  await test.step('separate meetings against joint ones, as a picture and as a table', async () => {
    await page.goto(here)
    await expect(page.getByRole('heading', { level: 1, name: 'Hvornår skal I mødes i år?' })).toBeVisible()
    await expect(page.getByText(/\d+ fælles møder i stedet for \d+ hver for sig/)).toBeVisible()
    await expect(page.getByRole('img', { name: /Tidslinje over det næste år/ })).toBeVisible()
    await unfold(page.getByRole('main'), 'Vis tallene')
    await expect(page.getByRole('rowheader', { name: 'Fælles møder' })).toBeVisible()
    await expectAccessible(page)
    await look(page, info, 'clock-year')
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoSidewaysScroll(page)
    await look(page, info, 'clock-year-phone')
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  await test.step('what happens if a meeting moves far: somebody would be late, and nothing is saved', async () => {
    const which = page.getByLabel('Mødet den')
    await which.selectOption({ index: 2 })
    await typeDate(page, 'Flyttes til', day(330))
    await page.getByRole('button', { name: 'Se, hvad der sker' }).click()
    await expect(page.getByText(/for sent \(senest|når ikke et møde/).first()).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('a period that is closed, and opened again', async () => {
    const words = `Sommerlejr ${info.retry + 1}`
    const folded = await unfold(page.getByRole('main'), 'Luk en periode')
    await typeDate(folded, 'Fra', day(200))
    await typeDate(folded, 'Til og med', day(199))
    await folded.getByRole('button', { name: 'Luk en periode' }).click()
    // The summary takes the focus when the page is alive; only then is it typed in again.
    await expect(page.getByRole('alert', { name: 'Der mangler noget' })).toBeFocused()
    await expect(page.getByText('Slutdatoen ligger før startdatoen').first()).toBeVisible()
    const again = await unfold(page.getByRole('main'), 'Luk en periode')
    await typeDate(again, 'Til og med', day(214))
    await again.getByLabel('Et par ord').fill(words)
    await again.getByRole('button', { name: 'Luk en periode' }).click()
    const row = page.getByRole('row').filter({ hasText: words })
    await expect(row).toBeVisible()
    await row.getByRole('button', { name: /Åbn igen/ }).click()
    await expect(page.getByText(words)).toHaveCount(0)
  })

  await test.step('a meeting of the proposal goes into the calendar', async () => {
    await page.goto(here)
    const form = page.locator('#opret')
    await form.getByLabel('Hvor?').fill(`Børnehuset ${info.retry + 1}`)
    await form.getByRole('button', { name: 'Opret møderne' }).click()
    await expect(page.getByText('1 møde er sat i kalenderen')).toBeVisible()
    await expect(page.locator('#forslag').getByText('Indkaldt').first()).toBeVisible()
  })
})

test('MEET-08 MEET-11: only a law’s own worker says that it was followed up; others do not know of it', async ({ page }, info) => {
  test.setTimeout(120_000)
  const note = `Talte med Ida ${info.retry + 1}`
  await signIn(page, 'sagsbehandler-familie', '/familier')
  await page.getByRole('link', { name: /Sørensen/ }).first().click()
  const here = `${new URL(page.url()).pathname.replace(/\/$/, '')}/moeder/aaret/opfoelgning`
  await page.goto(here)
  const own = page.getByRole('region', { name: /Senere opfølgning på hjælp til barnet \(Ida\)/ }).or(page.locator('section').filter({ has: page.getByRole('heading', { level: 3, name: 'Senere opfølgning på hjælp til barnet (Ida)' }) })).last()
  await expect(page.getByRole('heading', { level: 3, name: 'Senere opfølgning på hjælp til barnet (Ida)' })).toBeVisible()
  await expect(page.getByText('Barnets lov § 95, stk. 3-5').first()).toBeVisible()
  await expectAccessible(page)
  await look(page, info, 'clock-deadlines')
  const folded = await unfold(own, 'Vi har fulgt op')
  await tick(folded, 'Sæt kryds ved det, der er opfyldt', ['Barnet er hørt'])
  await folded.getByLabel('Bemærkning').fill(note)
  await folded.getByRole('button', { name: 'Gem, at der er fulgt op' }).click()
  await expect(page.getByText('Det er gemt')).toBeVisible()
  await page.getByRole('button', { name: /tag tilbage.*\(Ida\)/ }).last().click()
  await expect(page.getByText('Det er gemt')).toBeVisible()
  await signIn(page, 'laerer', here)
  await expect(page.getByRole('heading', { level: 1, name: 'Hvad skal følges op, og hvornår?' })).toBeVisible()
  await expect(page.getByText('Det ved vi ikke')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Gem, at der er fulgt op' })).toHaveCount(0)
  await expect(page.getByText('Samtale i jobcentret')).toHaveCount(0)
})
