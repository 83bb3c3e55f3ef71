import { expect, test } from '@playwright/test'
import { api, familyCalled, planShown, searchFor, shield, sit } from './steps/consent-access.ts'
import { day, unfold } from './steps/forms.ts'
import { expectAccessible } from './support.ts'

// Each is well below a minute; slow machines and other tests beside it get two.
test.describe.configure({ timeout: 120_000 })

/* Mette, her children and Jonas, who lives elsewhere and shares custody. One family, one journey after the other: they change what the next begins with. */

const OLIVERS_GOAL = 'Oliver siger farvel uden at græde'
const OLIVERS_SLEEP = 'Oliver sover igennem de fleste nætter'
const IDAS_GOAL = 'Ida har en legeaftale hver uge'
const WAITING = /^Jonas har ikke svaret: skolen og dagtilbuddet kan ikke se Olivers .*mål.* endnu$/

test('CON-02, CON-06, access 3: what waits for the absent father is said; he gets a letter and a page about his children only; his yes opens the goal at the next read', async ({ browser }, info) => {
  const anna = await sit(browser, info, 'koordinator')
  const line = await sit(browser, info, 'laerer')
  const caseId = await familyCalled(anna.page, 'Sørensen')

  // What waits is said, on the family's page and under consent; the rest goes on.
  await anna.page.goto(`/familier/${caseId}`)
  await expect(anna.page.getByText(WAITING)).toBeVisible()
  await anna.page.goto(`/familier/${caseId}/samtykke`)
  await expect(anna.page.getByText('Alt det andet går videre imens.')).toBeVisible()
  await anna.look('consent')
  await line.page.goto(`/familier/${caseId}/planen`)
  expect((await planShown(line.page)).goals).toContain(IDAS_GOAL)
  await expect(line.page.getByText(OLIVERS_GOAL)).toHaveCount(0)

  // His own letter: about Oliver, not a word about Mette.
  await anna.page.getByRole('link', { name: WAITING }).click()
  await expect(anna.page.getByRole('heading', { level: 1, name: 'Skolen må se planen' })).toBeVisible()
  await anna.look('one-consent')
  const jonas = anna.page.locator('section').filter({ has: anna.page.getByRole('heading', { level: 3, name: 'Jonas', exact: true }) }).last()
  const letter = await jonas.getByRole('link', { name: /Brev til den anden forælder/ }).getAttribute('href')
  const pdf = await anna.page.request.get(letter ?? '')
  expect([pdf.status(), pdf.headers()['content-type'], (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])

  // His own page, on a phone: what is about Ida and Oliver, nothing about their mother or brother.
  const far = await sit(browser, info, 'far')
  await far.page.goto('/min/plan')
  await expect(far.page.getByRole('heading', { level: 1, name: 'Om Ida og Oliver' })).toBeVisible()
  const his = await far.page.getByRole('main').innerText()
  expect(his).toContain(IDAS_GOAL)
  for (const hers of ['Mette', 'Emil', 'Kløvervænget', 'praktik', 'køkken']) expect(his.toLowerCase(), hers).not.toContain(hers.toLowerCase())
  await far.look('plan')
  await far.page.getByRole('link', { name: /Hvem må se hvad om os/ }).click()
  await expect(far.page.getByText('Siden viser kun det, der handler om Ida og Oliver.')).toBeVisible()
  await expect(far.page.getByText('Mette')).toHaveCount(0)
  await far.look('consent')
  await far.page.getByRole('link', { name: /Læs og svar.*Skolen må se planen, Oliver/ }).click()
  await expect(far.page.getByText('Den anden forælder har sagt ja')).toBeVisible()
  await expect(far.page.getByText('Et nej ændrer ikke jeres hjælp.')).toBeVisible()
  await far.look('question')
  await far.page.getByRole('button', { name: 'Ja, det må I' }).click()
  await expect(far.page.getByRole('status').filter({ hasText: 'Tak. Dit ja er gemt.' })).toBeVisible()

  // The teacher's next read.
  await line.page.reload()
  await expect(line.page.getByText(OLIVERS_GOAL).first()).toBeVisible()
  await anna.page.goto(`/familier/${caseId}/samtykke`)
  await expect(anna.page.getByText('Ingen mangler at svare.')).toBeVisible()
  await expect(anna.page.getByText(WAITING)).toHaveCount(0)
})

test('CON-05, access 12, 19: a shield between the parents takes what is health or address from the other, at his next read, and leaves the child’s goal', async ({ browser }, info) => {
  const anna = await sit(browser, info, 'koordinator')
  const far = await sit(browser, info, 'far')
  const caseId = await familyCalled(anna.page, 'Sørensen')
  await far.page.goto('/min/plan')
  await expect(far.page.getByText(OLIVERS_SLEEP).first()).toBeVisible()

  await shield(anna.page, caseId, ['Mette Sørensen', 'Jonas Kragh'], 'Tilhold fra i dag; politiet har ringet')
  await anna.look('shield')
  await anna.page.goto(`/familier/${caseId}/samtykke`)
  await expect(anna.page.getByText('Pas på: to i familien er beskyttet mod hinanden')).toBeVisible()

  await far.page.reload()
  await expect(far.page.getByText(IDAS_GOAL).first()).toBeVisible()
  await expect(far.page.getByText(OLIVERS_SLEEP)).toHaveCount(0)
  await far.look('plan-shielded')
  const told = JSON.stringify([(await api(far.page, `cases/${caseId}/plan`)).json, (await api(far.page, `cases/${caseId}/people`)).json])
  for (const hidden of [OLIVERS_SLEEP, 'Kløvervænget', 'Mette prøver']) expect(told).not.toContain(hidden)
  expect(told).toContain(IDAS_GOAL)
  await far.page.goto('/min/plan/udskrift')
  await expect(far.page.getByText(OLIVERS_SLEEP)).toHaveCount(0)
  await far.page.goto('/min/oplysninger')
  expect(await far.page.getByRole('main').innerText()).not.toMatch(/Kløvervænget|Mette|Ida|Oliver/)

  // Lifting takes a reason too.
  await anna.page.goto(`/familier/${caseId}/personer`)
  const lift = await unfold(anna.page.locator('#skaermning'), 'Ophæv')
  await lift.getByRole('textbox').fill('Tilholdet er ophævet ved retten i dag')
  await lift.getByRole('button').click()
  await expect(anna.page.locator('#skaermning').getByText('Ophævet', { exact: true })).toBeVisible()
  await far.page.goto('/min/plan')
  await expect(far.page.getByText(OLIVERS_SLEEP).first()).toBeVisible()
})

test('CON-11, VIS-08: "Hvad kan skolen se lige nu?" is what the teacher really sees, on the page and through the API', async ({ browser }, info) => {
  const anna = await sit(browser, info, 'koordinator')
  const line = await sit(browser, info, 'laerer')
  const caseId = await familyCalled(anna.page, 'Sørensen')
  await anna.page.goto(`/familier/${caseId}/samtykke`)
  await anna.page.getByRole('link', { name: 'Se, hvad skolen og dagtilbuddet kan se lige nu' }).click()
  await expect(anna.page.getByRole('heading', { level: 1, name: 'Hvad kan skolen og dagtilbuddet se lige nu?' })).toBeVisible()
  await anna.look('what-can-see')
  const said = async (kind: string) => (await anna.page.getByRole('row').filter({ has: anna.page.getByRole('cell', { name: kind, exact: true }) }).getByRole('rowheader').allInnerTexts()).toSorted()
  const told = { hopes: await said('Håb'), goals: await said('Mål'), activities: await said('Aktivitet') }
  expect(told.goals.length).toBeGreaterThan(3)

  await line.page.goto(`/familier/${caseId}/planen`)
  await line.look('plan')
  expect(await planShown(line.page)).toEqual(told)
  const { json } = await api(line.page, `cases/${caseId}/plan`)
  const titles = (list: unknown, key: string) => (list as Record<string, string>[]).map((r) => r[key]).toSorted()
  expect({ hopes: titles(json['hopes'], 'words'), goals: titles(json['goals'], 'title'), activities: titles(json['activities'], 'what') }).toEqual(told)
})

test('CON-03, CON-12, access 1, 4, 5: the mother stops it in two clicks; the teacher’s open page, other pages, search and API have nothing of it at the next read', async ({ browser }, info) => {
  const mor = await sit(browser, info, 'mor')
  const line = await sit(browser, info, 'laerer')
  const caseId = await familyCalled(line.page, 'Sørensen')
  await line.page.goto(`/familier/${caseId}/planen`)
  await expect(line.page.getByText(IDAS_GOAL).first()).toBeVisible()

  await mor.page.goto('/min/plan')
  await mor.look('plan')
  await mor.page.getByRole('link', { name: /Hvem må se hvad om os/ }).click()
  await mor.look('consent')
  const card = mor.page.locator('main section, main article').filter({ has: mor.page.getByRole('heading', { name: /^Line Krogh/ }) }).last()
  await card.locator('summary').filter({ hasText: /^Stop/ }).click()
  await expect(card.getByText(/kan så ikke længere se .*Det, der allerede er læst, kan vi ikke tage tilbage\./)).toBeVisible()
  await expect(card.getByText('Det gælder alle fra skolen og dagtilbuddet.')).toBeVisible()
  await expectAccessible(mor.page)
  await card.getByRole('button', { name: 'Ja, stop nu' }).click()
  await expect(mor.page.getByRole('status').filter({ hasText: 'Det er stoppet. Ingen nye kan se det.' })).toBeVisible()
  await mor.look('consent-stopped')

  // The page that was open, another page, a page of the goal itself, search and API: the same session.
  await line.page.reload()
  expect(await planShown(line.page)).toEqual({ hopes: [], goals: [], activities: [] })
  await line.look('plan-after-stop')
  for (const path of ['', '/planen/udskrift', '/planen/sammenlign', '/samtykke', '/optagelse']) {
    const answer = await line.page.goto(`/familier/${caseId}${path}`)
    if (answer?.ok()) expect(await line.page.getByRole('main').innerText(), path).not.toMatch(/legeaftale|Freja|køkken|fritidsjob|tasken/i)
  }
  const { json } = await api(line.page, `cases/${caseId}/plan`)
  expect([json['hopes'], json['goals'], json['activities'], json['goalOrder'], json['agreement']]).toEqual([[], [], [], [], null])
  expect((await api(line.page, `cases/${caseId}/visible?sector=education`)).json).not.toMatchObject({ records: expect.arrayContaining([expect.anything()]) })
  await expect((await searchFor(line.page, 'legeaftale')).getByText('Vi fandt ingen')).toBeVisible()
  const names = await searchFor(line.page, 'Ida')
  await expect(names).toContainText('Sørensen') // names of the household stay with an assignment (3c)
  await expect(names).not.toContainText(IDAS_GOAL)

  // Asked again, and said yes again: seen at the next read.
  const anna = await sit(browser, info, 'koordinator')
  const { people } = (await api(anna.page, `cases/${caseId}/people`)).json as { people: { id: number; firstName: string }[] }
  const about = people.filter((p) => ['Mette', 'Emil', 'Ida'].includes(p.firstName))
  const asked = await api(anna.page, `cases/${caseId}/consents`, { consents: about.map((p) => ({ template: 'plan-to-education', subjectId: p.id, from: day() })) })
  expect(asked.status).toBe(201)
  const { consents } = (await api(anna.page, `cases/${caseId}/consents`)).json as { consents: { id: number; signers: { personId: number; required: boolean }[] }[] }
  for (const one of consents.filter((c) => (asked.json['consentIds'] as number[]).includes(c.id)))
    for (const signer of one.signers.filter((s) => s.required)) {
      const signed = await api(anna.page, `cases/${caseId}/consents/${one.id}/signatures`, { signerId: signer.personId, how: 'signed', on: day() })
      expect(signed.status).toBe(201)
    }
  await line.page.goto(`/familier/${caseId}/planen`)
  await expect(line.page.getByText(IDAS_GOAL).first()).toBeVisible()
})
