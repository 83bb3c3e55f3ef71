import { expect, test } from '@playwright/test'
import { api, familyCalled, searchFor, sit } from './steps/consent-access.ts'

// Each is well below a minute; slow machines and other tests beside it get two.
test.describe.configure({ timeout: 120_000 })

test('two municipalities at once, access wall 1: neither coordinator finds, opens or counts a family of the other, on pages, in search or through the API', async ({ browser }, info) => {
  const anna = await sit(browser, info, 'koordinator')
  const mona = await sit(browser, info, 'thisted-koordinator')
  await anna.page.goto('/familier')
  await mona.page.goto('/familier')
  await expect(anna.page.getByRole('banner')).toContainText('Hedensted Kommune')
  await expect(mona.page.getByRole('banner')).toContainText('Thisted Kommune')
  await mona.look('families')
  const sides = [
    { here: anna.page, other: mona.page, family: 'Sørensen', street: 'Kløvervænget', there: 'Bondar' },
    { here: mona.page, other: anna.page, family: 'Bondar', street: 'Fjordgade', there: 'Sørensen' },
  ]
  for (const { here, other, family, street, there } of sides) {
    await here.goto('/familier')
    await expect(here.getByRole('main').getByText(there)).toHaveCount(0)
    const caseId = await familyCalled(here, family)
    expect((await here.goto(`/familier/${caseId}`))?.status()).toBe(200)
    for (const path of ['', '/planen', '/personer', '/samtykke', '/optagelse', '/hjaelpere', '/har-set']) {
      const answer = await other.goto(`/familier/${caseId}${path}`)
      expect(answer?.status(), `${family}${path}`).toBe(404)
      expect(await other.locator('body').innerText()).not.toMatch(new RegExp(`${family}|${street}`))
    }
    expect((await api(here, `cases/${caseId}/plan`)).status).toBe(200)
    for (const path of ['plan', 'people', 'consents', 'visible?sector=education']) {
      const answer = await api(other, `cases/${caseId}/${path}`)
      expect([answer.status, answer.type, answer.json['code']], path).toEqual([404, 'application/problem+json', 'not-found'])
    }
    // The same words as for a number that is nobody's.
    expect((await api(other, `cases/${caseId}/plan`)).json).toEqual((await api(other, 'cases/999999/plan')).json)
    await other.goto('/familier')
    await expect((await searchFor(other, family)).getByText('Vi fandt ingen')).toBeVisible()
    const { json } = await api(other, 'cases')
    expect((json['families'] as { caseId: number }[]).map((f) => f.caseId)).not.toContain(caseId)
    const written = await api(other, `cases/${caseId}/plan/goals`, { kind: 'own', sector: 'coordination', title: 'Fra den anden kommune', subjects: [1] })
    expect(written.status).toBe(404)
  }
})
