import { expect, test } from '@playwright/test'
import { familyCalled, sit } from './steps/consent-access.ts'
import { day, typeDate, unfold } from './steps/forms.ts'
import { expectAccessible, expectNoSidewaysScroll } from './support.ts'

test.describe.configure({ timeout: 240_000, mode: 'serial' })

// The family Vestmark has left; she is taken back in, and leaves again: so the journey can be walked any number of times.
test('VIS-20, PLAN-21: a family leaves, somebody goes on by name, and the mother reads her letter and her pages afterwards', async ({ browser }, info) => {
  const hanne = await sit(browser, info, 'projektleder')
  await hanne.page.goto('/familier?lukkede=1')
  const href = await hanne.page.getByRole('link', { name: 'Familien Vestmark', exact: true }).getAttribute('href')
  const caseId = Number(/\d+/.exec(href ?? '')?.[0])
  const address = `/familier/${caseId}/optagelse/afslut`
  await hanne.page.goto(address)
  if ((await hanne.page.getByRole('heading', { level: 1 }).innerText()) === 'Forløbet er afsluttet') {
    await expectAccessible(hanne.page)
    const way = await unfold(hanne.page.getByRole('main'), /^Åbn forløbet igen/)
    await way.getByLabel('Hvorfor åbner du det igen?').fill(`De vil gerne tale om det en gang til (${info.retry})`)
    await way.locator('summary').filter({ hasText: 'Åbn forløbet igen' }).last().click()
    await way.getByRole('button', { name: 'Åbn forløbet igen' }).click()
    await expect(hanne.page.getByRole('main')).toContainText('Forløbet er åbnet igen.')
    await hanne.look('exit-reopened')
  }

  const anna = await sit(browser, info, 'koordinator')
  const { page } = anna
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Afslut forløbet')
  await expectAccessible(page)
  const main = page.getByRole('main')
  const finish = async () => {
    const question = main.locator('details.confirm')
    if ((await question.getAttribute('open')) === null) await question.locator('summary').click()
    await question.getByRole('button', { name: 'Ja, afslut' }).click()
  }
  // Nothing is left without an end or a name: the page says which.
  await main.getByRole('radio', { name: 'Klarer sig selv nu' }).check()
  const helper = main.getByRole('radiogroup', { name: /^Karim Aziz/ })
  await helper.getByRole('radio', { name: 'Fortsætter hos' }).check()
  await helper.getByLabel('Hvem?').selectOption('')
  await main.getByLabel('Hvis ord er det?').selectOption({ label: 'Maria' })
  await main.getByLabel('Hvad blev der sagt?').fill('Nu kan vi selv')
  for (const group of await main.getByRole('radiogroup').all()) {
    if ((await group.getByRole('radio', { name: 'Slutter' }).count()) > 0 && (await group.locator('input:checked').count()) === 0) await group.getByRole('radio', { name: 'Slutter' }).check()
  }
  await finish()
  await expect(main.getByRole('alert').first()).toContainText('Skriv, hvem der fører det videre: Karim Aziz')
  await expect(main.getByLabel('Hvad blev der sagt?')).toHaveValue('Nu kan vi selv')
  await anna.look('exit-refused')
  const whom = main.getByRole('radiogroup', { name: /^Karim Aziz/ }).getByLabel('Hvem?')
  await whom.selectOption((await whom.locator('option', { hasText: 'Karim Aziz' }).getAttribute('value')) ?? '')
  await finish()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Forløbet er afsluttet')
  await expect(main).toContainText('Fortsætter hos Karim Aziz')
  await expectAccessible(page)
  await anna.look('exit-closed')

  // Who goes on has it by name, with a date.
  const karim = await sit(browser, info, 'sagsbehandler-jobcenter')
  await karim.page.goto('/overdraget')
  await expect(karim.page.getByRole('main')).toContainText('Familien Vestmark')
  await expectAccessible(karim.page)
  await karim.look('exit-taken-over')

  const maria = await sit(browser, info, 'mor-bagefter', true)
  await maria.page.goto('/min/plan')
  await expect(maria.page.getByRole('main')).toContainText('Jeres forløb er slut')
  await expect(maria.page.getByRole('main')).toContainText('At Karl kan sige, at hans mor er bager')
  await maria.page.getByRole('link', { name: /Læs, hvad der sker nu/ }).click()
  await expect(maria.page.getByRole('heading', { level: 1 })).toHaveText('Jeres forløb er slut')
  await expect(maria.page.getByRole('article')).toContainText('Karim Aziz (sagsbehandler i jobcentret) er der stadig')
  await expectAccessible(maria.page)
  await expectNoSidewaysScroll(maria.page)
  await maria.look('exit-after')
  const plan = await maria.page.request.get((await maria.page.getByRole('link', { name: 'Hent planen som PDF' }).getAttribute('href')) ?? '')
  expect(plan.headers()['content-type']).toBe('application/pdf')
})

test('a death is handled in one step, and taken back when it was a mistake', async ({ browser }, info) => {
  const anna = await sit(browser, info, 'koordinator')
  const { page } = anna
  const caseId = await familyCalled(page, 'Gade')
  const main = page.getByRole('main')
  const here = `/familier/${caseId}/optagelse/doedsfald`
  const undo = async () => {
    const way = await unfold(main, 'Var det en fejl?')
    await way.getByLabel('Hvad var fejlen?').fill(`Forkert person (${info.retry})`)
    await way.locator('summary').filter({ hasText: 'Tag dødsfaldet tilbage' }).click()
    await way.getByRole('button', { name: 'Tag dødsfaldet tilbage' }).click()
    await expect(main).toContainText('Dødsfaldet er taget tilbage.')
  }
  await page.goto(here)
  if ((await main.getByText('Var det en fejl?').count()) > 0) await undo()
  await expectAccessible(page)
  await main.getByRole('radiogroup', { name: 'Hvem er død?' }).getByRole('radio', { name: 'Per' }).check()
  await typeDate(main, 'Hvornår?', day(-1))
  await main.getByRole('button', { name: 'Gem dødsfaldet' }).click()
  await expect(main).toContainText('Per †')
  await expect(main).toContainText('Ring til familien')
  await expectAccessible(page)
  await anna.look('exit-death')
  await page.goto(`/familier/${caseId}/personer`)
  await expect(page.getByRole('main').getByRole('heading', { name: /Per/ })).toContainText('†')
  await page.goto(here)
  await undo()
  await anna.look('exit-death-undone')
})
