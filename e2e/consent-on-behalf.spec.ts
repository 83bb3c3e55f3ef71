import { expect, test } from '@playwright/test'
import { askForConsent } from './steps/consent.ts'
import { api, familyCalled, planShown, sayYesAloud, sit } from './steps/consent-access.ts'
import { choose } from './steps/forms.ts'
import { agreeVersion, planOf } from './steps/plan.ts'

// Each is well below a minute; slow machines and other tests beside it get two.
test.describe.configure({ timeout: 120_000 })

const GOAL = 'Connie åbner al post samme dag'
const HOPE = 'At jeg selv kan ringe til banken'

test('CON-07, CON-12, VIS-08, PLAN-09: a mother without MitID consents aloud with a witness, hopes and agrees, all "på vegne af", marked with channel and date', async ({ browser }, info) => {
  const anna = await sit(browser, info, 'koordinator')
  const karim = await sit(browser, info, 'sagsbehandler-jobcenter')
  const { page } = anna
  const caseId = await familyCalled(page, 'Poulsen')
  const goals = async () => {
    await karim.page.goto(planOf(caseId))
    return (await planShown(karim.page)).goals
  }
  const before = await goals()
  expect(before).toContain(GOAL)

  // By telephone she stops what opened it; the job centre's next read is without it.
  await page.goto(`/familier/${caseId}/samtykke`)
  const row = page.getByRole('row').filter({ hasText: 'Koordinering → Beskæftigelse' }).filter({ hasText: 'Gælder' })
  await row.getByRole('link', { name: /: Connie$/ }).first().press('Enter')
  await choose(page, 'Hvem siger stop?', 'Connie')
  await choose(page, 'Hvordan fik du det at vide?', 'i telefonen')
  const stop = page.locator('details.confirm').filter({ hasText: 'Træk samtykket tilbage' })
  await stop.locator('summary').click()
  await stop.getByRole('button', { name: 'Ja, stop nu' }).click()
  await expect(page.getByText(/^Stoppet \d+\. .* af Connie i telefonen$/)).toBeVisible()
  expect(await goals()).not.toContain(GOAL)

  // Asked again, and answered aloud at the kitchen table.
  await askForConsent(page, caseId, [{ text: 'Jobcentret må se planen', about: ['Connie'] }])
  await page.goto(`/familier/${caseId}/samtykke`)
  await page.getByRole('link', { name: /^Connie .*: jobcentret kan ikke se Connies .*mål/ }).first().click()
  await sayYesAloud(page, 'Connie', 'Ulla Bro, sagsbehandler')
  await expect(page.getByText('Gælder', { exact: true }).first()).toBeVisible()
  await expect(page.getByText(/^Ja \d+\. .* Sagt højt med vidne/)).toBeVisible()
  for (const fact of ['Vidne: Ulla Bro, sagsbehandler', 'Læst højt']) await expect(page.getByText(fact)).toBeVisible()
  await anna.look('spoken-consent')
  expect(await goals()).toEqual(before)

  // Her hope, by telephone.
  await page.goto(planOf(caseId))
  await page.getByRole('link', { name: 'Skriv et håb' }).click()
  await page.getByLabel('Hvis håb er det?').selectOption({ label: 'Connie' })
  await page.getByLabel('Håbet, med egne ord').fill(HOPE)
  await choose(page, 'Hvordan sagde de det?', 'I telefonen')
  await anna.look('hope-by-telephone')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.locator('#haab figure').filter({ hasText: HOPE })).toContainText(/Connie, sagt i telefonen \d+\. \S+, skrevet ned af en medarbejder/)

  // Her agreement to the next version, on paper.
  await agreeVersion(page, caseId, 2)
  await page.getByRole('link', { name: /^Skriv svar Connie/ }).click()
  await choose(page, 'Svar', 'Enig')
  await page.getByLabel('Med egne ord').fill('Ja. Og I skal blive ved med at læse det for mig')
  await choose(page, 'Hvordan sagde de det?', 'På papir')
  await anna.look('agreement-on-paper')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.locator('#enighed').getByText(/^Skrevet på vegne af Connie, på papir \d+\. \S+/)).toBeVisible()
  await anna.look('plan-agreed')

  // What was written for her is counted as hers, and the same through the API.
  const { json } = await api(page, `cases/${caseId}/plan`)
  expect(json['agreement']).toMatchObject({ number: 2, given: expect.arrayContaining([expect.objectContaining({ answer: 'agree', words: 'Ja. Og I skal blive ved med at læse det for mig' })]) })
})

test('PLAN-14: what staff wrote on behalf of the mother stands with her name, channel and date on her own page, and she takes it back herself', async ({ browser }, info) => {
  const anna = await sit(browser, info, 'koordinator')
  const { page } = anna
  const words = 'At jeg får min egen bil'
  const caseId = await familyCalled(page, 'Sørensen')
  await page.goto(planOf(caseId))
  await page.getByRole('link', { name: 'Skriv et håb' }).click()
  await page.getByLabel('Hvis håb er det?').selectOption({ label: 'Mette' })
  await page.getByLabel('Håbet, med egne ord').fill(words)
  await choose(page, 'Hvordan sagde de det?', 'I telefonen')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.locator('#haab').getByText(words).first()).toBeVisible()

  const mor = await sit(browser, info, 'mor')
  await mor.page.goto('/min/plan')
  const hope = mor.page.getByRole('listitem').filter({ has: mor.page.getByText(words) }).first()
  await expect(hope).toContainText(/Mette, sagt i telefonen \d+\. \S+, skrevet ned af en medarbejder/)
  await hope.locator('summary').filter({ hasText: 'Det har jeg ikke sagt' }).click()
  await hope.locator('details').getByRole('button').click()
  await expect(mor.page.getByText(words)).toHaveCount(0)
  await mor.look('plan-taken-back')
  await page.goto(planOf(caseId))
  await expect(page.locator('#haab blockquote').filter({ hasText: words })).toHaveCount(0)
})
