import { expect, test } from '@playwright/test'
import { api, cprOf, familyCalled, sit } from './steps/consent-access.ts'

// Each is well below a minute; slow machines and other tests beside it get two.
test.describe.configure({ timeout: 120_000 })

const REASON = 'Skolen ringede: Ida er ikke kommet hjem, og ingen tager telefonen'

test('CON-14, access 11, UDR-16: the duty opens a family with a whole CPR number and a reason, reads it marked and cannot write; the mother sees it at once', async ({ browser }, info) => {
  const anna = await sit(browser, info, 'koordinator')
  const caseId = await familyCalled(anna.page, 'Sørensen')
  const cpr = await cprOf(anna.page, caseId, 'Ida')

  const niels = await sit(browser, info, 'vagt')
  expect((await niels.page.goto(`/familier/${caseId}/planen`))?.status()).toBe(404)
  await niels.page.goto('/')
  await niels.page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name: 'Nødadgang' }).click()
  await expect(niels.page.getByRole('heading', { level: 1, name: 'Nødadgang' })).toBeVisible()
  await niels.look('emergency')
  await niels.page.getByLabel('Hele CPR-nummeret').fill(cpr.slice(0, 6))
  await niels.page.getByLabel('Hvad sker der?').fill(REASON)
  const open = async () => {
    const confirm = niels.page.locator('details.confirm')
    if ((await confirm.getAttribute('open')) === null) await confirm.locator('summary').click()
    await expect(confirm.getByText('Alt, hvad du åbner, bliver skrevet ned.')).toBeVisible()
    await confirm.getByRole('button', { name: 'Åbn nu' }).click()
  }
  await open()
  await expect(niels.page.getByRole('link', { name: 'Skriv hele CPR-nummeret, 10 cifre' })).toBeVisible()
  await expect(niels.page.getByLabel('Hvad sker der?')).toHaveValue(REASON)
  await niels.look('emergency-refused')
  await niels.page.getByLabel('Hele CPR-nummeret').fill(cpr)
  await open()
  await expect(niels.page).toHaveURL(new RegExp(`/familier/${caseId}$`))
  await expect(niels.page.getByText(/^Nødadgang til kl\. \d\d\.\d\d$/)).toBeVisible()
  await niels.look('emergency-family')
  await niels.page.goto(`/familier/${caseId}/planen`)
  await expect(niels.page.getByText('Ida har en legeaftale hver uge').first()).toBeVisible()
  await expect(niels.page.getByText(/^Nødadgang til kl\. /)).toBeVisible()
  await expect(niels.page.getByRole('link', { name: 'Nyt mål' })).toHaveCount(0)
  const refused = await api(niels.page, `cases/${caseId}/plan/goals`, { kind: 'own', sector: 'coordination', title: 'Vagten må ikke skrive', subjects: [1] })
  expect([refused.status, refused.type]).toEqual([403, 'application/problem+json'])

  // The family's log, at once: who, and that it was without consent.
  const mor = await sit(browser, info, 'mor')
  await mor.page.goto('/min/har-set')
  const look = mor.page.getByRole('listitem').filter({ hasText: /Niels Dam|vagt for børn/ }).filter({ hasText: 'Set uden samtykke, fordi det hastede med at beskytte et barn' }).first()
  await expect(look).toBeVisible()
  await mor.look('who-has-seen')
  // The project manager has a task.
  const hanne = await sit(browser, info, 'projektleder')
  await hanne.page.goto('/familier')
  await expect(hanne.page.getByRole('row').filter({ hasText: 'Familien Sørensen' })).toContainText('Nogen har åbnet familien i en nødsituation')
})

test('CON-14, access 15: a teacher who asks for emergency access is told whom to call; asking anyway is refused and stands in the log', async ({ browser }, info) => {
  const line = await sit(browser, info, 'laerer')
  await line.page.goto('/noedadgang')
  await expect(line.page.getByText('Kun den sociale døgnvagt og dens leder har nødadgang.')).toBeVisible()
  await expect(line.page.getByLabel('Hele CPR-nummeret')).toHaveCount(0)
  await line.look('emergency')
  const answer = await line.page.request.post('/noedadgang', { form: { intent: 'open', cpr: '6605170000', reason: 'Jeg vil bare lige se, hvordan det går' }, headers: { origin: new URL(line.page.url()).origin } })
  expect(answer.status()).toBe(403)
  await line.page.goto('/familier')

  const vibeke = await sit(browser, info, 'auditor')
  await vibeke.page.goto('/administration/log')
  await vibeke.page.getByLabel('Brugernavn (frivilligt)').fill('laerer')
  await vibeke.page.getByRole('main').getByRole('button', { name: 'Søg' }).click()
  await expect(vibeke.page.getByRole('row').filter({ hasText: 'consent.break-glass' }).first()).toContainText('Line Krogh')
  await expect(vibeke.page.getByRole('row').filter({ hasText: 'consent.break-glass · Afvist' }).first()).toBeVisible()
  await vibeke.look('log')
})
