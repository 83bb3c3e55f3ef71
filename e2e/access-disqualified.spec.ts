import { expect, test } from '@playwright/test'
import { api, familyCalled, searchFor, sit } from './steps/consent-access.ts'
import { unfold } from './steps/forms.ts'

// Each is well below a minute; slow machines and other tests beside it get two.
test.describe.configure({ timeout: 120_000 })

test('CON-15, access 21: a coordinator who says "jeg kender familien privat" no longer finds it anywhere; the project manager gets a task', async ({ browser }, info) => {
  const anna = await sit(browser, info, 'koordinator')
  const { page } = anna
  const caseId = await familyCalled(page, 'Mikkelsen')
  await page.goto(`/familier/${caseId}/personer`)
  const line = await unfold(page.getByRole('main'), 'Kender du familien privat?')
  await anna.look('know-family')
  await line.locator('details summary').click()
  await line.getByRole('button').click()
  await expect(page).toHaveURL(/\/familier$/)

  await expect(page.getByText('Mikkelsen')).toHaveCount(0)
  for (const path of ['', '/planen', '/personer', '/samtykke', '/hjaelpere', '/optagelse', '/har-set', '/planen/udskrift']) {
    expect((await page.goto(`/familier/${caseId}${path}`))?.status(), path).toBe(404)
    await expect(page.getByText('Mikkelsen')).toHaveCount(0)
  }
  await anna.look('not-found')
  for (const path of ['plan', 'people', 'consents']) expect((await api(page, `cases/${caseId}/${path}`)).status, path).toBe(404)
  await expect((await searchFor(page, 'Mikkelsen')).getByText('Vi fandt ingen')).toBeVisible()

  const hanne = await sit(browser, info, 'projektleder')
  await hanne.page.goto('/familier')
  await expect(hanne.page.getByRole('row').filter({ hasText: 'Familien Mikkelsen' })).toContainText('En medarbejder kender familien privat: find en anden')
  await hanne.look('task')
})
