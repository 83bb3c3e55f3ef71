import { expect, test } from '@playwright/test'
import { choose, day } from './steps/forms.ts'
import { tellFamilysYes, tellPeople } from './steps/intake.ts'
import { addActivity, addGoal, agreeVersion, planOf, writeHope } from './steps/plan.ts'
import { expectNoSidewaysScroll, look, signIn } from './support.ts'

// axe itself is a script and cannot look here: it looks at the same pages in the other journeys.
test.use({ javaScriptEnabled: false })

const family = {
  name: 'Nygaard',
  people: [
    { firstName: 'Tanja', age: 36 },
    { firstName: 'Villads', age: 7, custody: false, saidYes: false },
  ],
  reason: 'Tanja vil gerne have en hverdag, hvor hun ikke skal huske alt selv. Villads kan godt lide at lave mad.',
}

test('VIS-02 without JavaScript: an error is summed up with links, nothing typed is lost, and the referral is sent', async ({ page }, info) => {
  test.setTimeout(180_000)
  await signIn(page, 'sagsbehandler-familie')
  await tellFamilysYes(page)
  // Nobody is ticked as having said yes.
  await tellPeople(page, { ...family, people: family.people.map((one) => ({ ...one, saidYes: false })) })
  const errors = page.getByRole('alert')
  await expect(errors.getByRole('heading', { name: 'Der mangler noget' })).toBeVisible()
  await errors.getByRole('link', { name: 'Sæt hak ved den voksne, der har sagt ja' }).click()
  await expect(page).toHaveURL(/#f-persons-0-saidYes$/)
  await expect(page.getByLabel('Hvad skal vi kalde familien?')).toHaveValue('Nygaard')
  const first = page.getByRole('group', { name: 'Person 1', exact: true })
  await expect(first.getByLabel('Fornavn')).toHaveValue('Tanja')
  const born = first.getByRole('group', { name: 'Fødselsdag' })
  await expect(born.getByLabel('År', { exact: true })).toHaveValue(String(Number(day().slice(0, 4)) - 36))
  await expect(page.getByRole('group', { name: 'Person 2', exact: true }).getByLabel('Fornavn')).toHaveValue('Villads')
  await look(page, info, 'first-way-without-script-error')
  await expectNoSidewaysScroll(page)
  await first.getByLabel('Voksen: har sagt ja til henvisningen').check()
  await page.getByRole('button', { name: 'Næste', exact: true }).click()
  await page.getByLabel(/Hvad håber familien på/).fill(family.reason)
  await page.getByRole('button', { name: 'Næste', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('Tanja Nygaard')
  await expect(page.getByRole('main')).toContainText(family.reason)
  await page.getByRole('button', { name: 'Send henvisningen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tak. Henvisningen er sendt' })).toBeVisible()
})

test('VIS-02 without JavaScript: without the family’s yes the way leads to a question without names', async ({ page }) => {
  await signIn(page, 'sagsbehandler-familie')
  await page.goto('/familier/ny')
  await choose(page, 'Har familien sagt ja til, at du henviser dem?', 'Nej, eller jeg har ikke spurgt endnu')
  await page.getByRole('button', { name: 'Næste', exact: true }).click()
  await expect(page).toHaveURL(/spoergsmaal/)
  await expect(page.getByRole('main')).toContainText('Uden familiens ja kan du ikke henvise')
})

test('PLAN-02, PLAN-14 without JavaScript: a hope, a goal and an activity are written, and the plan is agreed', async ({ page }, info) => {
  test.setTimeout(180_000)
  await signIn(page, 'koordinator')
  await page.goto('/familier')
  await page.getByRole('link', { name: /Al-Rashid/ }).first().click()
  const caseId = Number(/\d+/.exec(new URL(page.url()).pathname)![0])
  await page.goto(planOf(caseId))
  const versions = await page.getByRole('link', { name: /^Udgave \d+, aftalt/ }).count()
  await writeHope(page, caseId, 'Hele familien', 'At vi kan lave mad sammen om søndagen')
  await addGoal(page, caseId, { title: 'Vi laver mad sammen hver søndag', hope: 'At vi kan lave mad sammen om søndagen' })
  await addActivity(page, caseId, {
    what: 'Madlavning i beboerhuset',
    goal: 'Vi laver mad sammen hver søndag',
    offer: 'En frivillig køber ind og laver mad sammen med jer',
    provider: 'Beboerhuset',
    days: ['søndag'],
    from: '15.00',
    to: '18.00',
    start: day(7),
    end: day(90),
    hours: '3',
  })
  await agreeVersion(page, caseId, versions + 1)
  await look(page, info, 'first-way-without-script-agreed')
})

