import { expect, type Page, test } from '@playwright/test'
import { api, familyCalled, planShown, sit } from './steps/consent-access.ts'

const titles = (list: unknown, key: string) => (list as Record<string, string>[]).map((r) => r[key]).toSorted()

/** The plan through the API is what the page shows, with the cookie of the same session. */
async function expectSame(page: Page, caseId: number): Promise<void> {
  await page.goto(`/familier/${caseId}/planen`)
  const shown = await planShown(page)
  const { status, json } = await api(page, `cases/${caseId}/plan`)
  expect(status).toBe(200)
  expect({ hopes: titles(json['hopes'], 'words'), goals: titles(json['goals'], 'title'), activities: titles(json['activities'], 'what') }).toEqual(shown)
}

test('API, access 1, 4: teacher and coordinator get through /api/v1 what the pages show them, and nothing else', async ({ browser }, info) => {
  const anna = await sit(browser, info, 'koordinator')
  const line = await sit(browser, info, 'laerer')
  const caseId = await familyCalled(anna.page, 'Holmberg')
  await expectSame(anna.page, caseId)
  await expectSame(line.page, caseId)
  const mine = titles((await api(line.page, 'cases')).json['families'], 'name')
  await line.page.goto('/familier')
  expect(mine).toEqual((await line.page.getByRole('row').getByRole('link', { name: /^Familien / }).allInnerTexts()).map((t) => t.replace('Familien ', '')).toSorted())
  const people = (await api(line.page, `cases/${caseId}/people`)).json
  expect(people['addresses']).toEqual([])
  expect(JSON.stringify(people)).not.toMatch(/Skolegade|"cpr"/)
})

test('API: no, not found and nonsense are problem details with a code, the same for what is hidden and what is not there', async ({ browser, request }, info) => {
  const { page } = await sit(browser, info, 'laerer')
  const caseId = await familyCalled(page, 'Holmberg')
  const problem = 'application/problem+json'
  const answer = async (path: string, body?: unknown) => {
    const { status, type, json } = await api(page, path, body)
    return [status, type, json['code']]
  }
  expect(await answer('cases/999999/plan')).toEqual([404, problem, 'not-found'])
  expect(await answer('nothing-here')).toEqual([404, problem, 'not-found'])
  expect(await answer('cases/abc/plan')).toEqual([422, problem, 'invalid'])
  expect(await answer(`cases/${caseId}/consents`, { consents: [{ template: 'plan-to-education', subjectId: 1, from: '2026-11-22' }] })).toEqual([403, problem, 'forbidden'])
  const nonsense = await api(page, `cases/${caseId}/plan/goals`, { kind: 'dream', sector: 'education', title: 'En drøm', subjects: [] })
  expect([nonsense.status, nonsense.type, nonsense.json['code']]).toEqual([422, problem, 'invalid'])
  expect((nonsense.json['errors'] as { field: string }[]).map((e) => e.field)).toEqual(expect.arrayContaining(['kind']))
  const signedOut = await request.get(`/api/v1/cases/${caseId}/plan`)
  expect([signedOut.status(), signedOut.headers()['content-type']]).toEqual([401, problem])
})
