import { expect, type Page, test } from '@playwright/test'
import { askForConsent, giveConsentOnPaper } from './steps/consent.ts'
import { day } from './steps/forms.ts'
import { answerCriteria, appointCoordinator, decideIntake, inQueue, referFamily } from './steps/intake.ts'
import { type Look, looking } from './steps/looking.ts'
import { addActivity, addGoal, agreeFollowUp, agreeVersion, planOf, tellAnswer, writeHope } from './steps/plan.ts'
import { expectNoSidewaysScroll, signIn } from './support.ts'

// The same way in the other municipality, on a telephone: its own criteria, two coordinators, a meeting that never decides.
test.describe.configure({ mode: 'serial' })
test.use({ viewport: { width: 390, height: 844 } })

const everybody = ['Gitte', 'Anton']
let caseId = 0

test('VIS-01, VIS-02, CON-02: a family in Thisted is referred and consents on paper, on a telephone', async ({ page }, info) => {
  test.setTimeout(180_000)
  const look = phone(looking(page, info, 'first-way-thisted'), page)
  await signIn(page, 'thisted-sagsbehandler-familie')
  caseId = await referFamily(page, {
    name: 'Dahlgaard',
    people: [
      { firstName: 'Gitte', age: 29 },
      { firstName: 'Anton', age: 6, custody: false, saidYes: false },
    ],
    reason: 'Gitte vil gerne i gang med noget, hun er god til. Anton glæder sig til at begynde i skole.',
  }, 'da', look)
  await signIn(page, 'thisted-visitator')
  await page.goto('/optagelse')
  await look('queue')
  await expect(inQueue(page, caseId)).toContainText('Samtykke fra')
  await askForConsent(page, caseId, [
    { text: 'Vi må se, om projektet passer til jer', about: everybody, with: ['Familieafdelingen'] },
    { text: 'Én plan for hele familien', about: everybody },
    { text: 'Koordinatoren må tale med dem på det første møde', about: everybody, with: ['Familieafdelingen'] },
  ], look)
  expect(await giveConsentOnPaper(page, caseId, look)).toBe(6)
})

test('VIS-08, VIS-14, KOO-02, KOO-07: Thisted’s own criteria, a yes, and one primary and one secondary coordinator', async ({ page }, info) => {
  test.setTimeout(180_000)
  const look = phone(looking(page, info, 'first-way-thisted'), page)
  await signIn(page, 'thisted-visitator')
  await page.goto(`/familier/${caseId}/optagelse`)
  await expect(page.locator('#resultat')).toContainText('Kontanthjælp og børnesag')
  await expect(page.locator('#resultat')).not.toContainText('Førtidspension')
  await answerCriteria(page, caseId)
  await expect(page.locator('#resultat').getByText('Familien er i målgruppen')).toBeVisible()
  await look('intake-result')
  const reasons = 'I er i målgruppen, og vi begynder i næste uge.'
  await decideIntake(page, caseId, { decision: 'Ja, familien får en plads', on: day(), reasons })
  await expect(inQueue(page, caseId)).toHaveCount(0)

  await signIn(page, 'thisted-projektleder')
  await appointCoordinator(page, caseId, 'Mona Thy', 'Koordinator (primær)')
  await appointCoordinator(page, caseId, 'Jesper Klit', 'Sekundær koordinator')
  await page.goto('/projekt/koordinatorer')
  await expect(page.locator(`input[name="caseId"][value="${caseId}"]`)).toHaveCount(0)
  await look('coordinators')
  await page.goto(`/familier/${caseId}/hjaelpere`)
  await expect(page.getByRole('main')).toContainText('Mona Thy')
  await expect(page.getByRole('main')).toContainText('Jesper Klit')
  await look('helpers')
})

test('PLAN-02, PLAN-05, PLAN-14: the secondary coordinator writes the plan, the primary agrees it; no meeting decides', async ({ page }, info) => {
  test.setTimeout(180_000)
  const look = phone(looking(page, info, 'first-way-thisted'), page)
  await signIn(page, 'thisted-koordinator2')
  await writeHope(page, caseId, 'Gitte', 'Et arbejde, hvor jeg kan bruge mine hænder')
  const hope = 'Et arbejde, hvor jeg kan bruge mine hænder'
  await addGoal(page, caseId, { title: 'Gitte prøver et værksted af', hope, about: ['Gitte'] }, look)
  await addActivity(page, caseId, {
    what: 'Praktik på værkstedet',
    goal: 'Gitte prøver et værksted af',
    offer: 'To formiddage om ugen med en fast makker',
    provider: 'Jobcentret',
    place: 'Værkstedet ved havnen',
    days: ['mandag', 'onsdag'],
    from: '9.00',
    to: '12.00',
    start: day(7),
    end: day(63),
    hours: '6',
    takesPart: ['Gitte'],
  }, look)
  await signIn(page, 'thisted-koordinator')
  await page.goto(planOf(caseId))
  await look('plan-whole')
  await agreeFollowUp(page, caseId, look)
  await page.goto(`${planOf(caseId)}/aftal`)
  await expect(page.getByRole('main')).not.toContainText('netværksmøde')
  await expect(page.getByRole('main')).toContainText('Opfølgningsmødet bestemmer ikke')
  await agreeVersion(page, caseId, 1, look)
  await tellAnswer(page, caseId, 'Gitte', { answer: 'Delvist enig', words: 'Seks timer er nok til at begynde med.' }, look)
  await tellAnswer(page, caseId, 'Anton', { notHeard: 'Han er seks år og er på ferie hos sin mormor. Vi taler med ham på mandag.' })
  await look('plan-agreed')
})

const phone = (look: Look, page: Page): Look => async (name) => {
  await expectNoSidewaysScroll(page)
  await look(name)
}
