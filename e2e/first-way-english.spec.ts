import { expect, test } from '@playwright/test'
import { answerCriteria, inQueue, referFamily } from './steps/intake.ts'
import { looking } from './steps/looking.ts'
import { signIn } from './support.ts'

test('VIS-02, VIS-14 in English: a referral, a hearing, and a no with a letter that gives reasons and says how to appeal', async ({ page }, info) => {
  test.setTimeout(180_000)
  const look = looking(page, info, 'first-way-english')
  const english = async (who: string) => {
    await signIn(page, who)
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  }
  await english('sagsbehandler-familie')
  const caseId = await referFamily(page, {
    name: 'Winther',
    people: [
      { firstName: 'Lone', age: 41 },
      { firstName: 'Sofus', age: 12, custody: false, saidYes: false },
    ],
    reason: 'Lone would like to work more, and Sofus to see his cousins.',
  }, 'en', look)

  await english('visitator')
  await page.goto('/optagelse')
  await expect(inQueue(page, caseId)).toContainText('Consent of Lone and Sofus')
  await look('queue')
  await answerCriteria(page, caseId, [/cash benefit/, /disability pension/, /both parents in work/], 'en')
  await expect(page.locator('#resultat').getByText('The family is not in the target group', { exact: true })).toBeVisible()
  await look('result')

  // A no without a hearing is held back: the family is heard first.
  const hearing = page.locator('#hoering')
  await hearing.getByRole('textbox').fill('Nobody in the family receives cash benefit.')
  await hearing.locator('details.confirm > summary').click()
  await hearing.getByRole('button', { name: 'Yes, send the letter' }).click()
  await expect(hearing).toContainText('Lone')
  await hearing.getByLabel('What did Lone answer?').fill('That is right, but I hope to hear of other help.')
  await hearing.getByRole('button', { name: 'Save the answer' }).click()
  await expect(hearing.getByText('That is right, but I hope to hear of other help.')).toBeVisible()
  await look('heard')

  const decision = page.locator('#beslutning')
  await decision.getByRole('radio', { name: 'No', exact: true }).check()
  await decision.getByLabel('Reasons').fill('The project is for families where a parent receives cash benefit.')
  await decision.locator('details.confirm > summary').click()
  await decision.getByRole('button', { name: 'Yes, we have decided' }).click()
  await expect(page).toHaveURL(/\/optagelse(#|$)/)
  await expect(inQueue(page, caseId)).toHaveCount(0)

  // The letters lie where they are printed: the hearing, and the no with what the family said, the reasons and where to complain.
  await english('projektleder')
  await page.goto('/breve')
  await look('letters')
  const letters = page.getByRole('row').filter({ has: page.locator(`a[href="/familier/${caseId}"]`) })
  await expect(letters).toHaveCount(2)
  for (const link of await letters.getByRole('link', { name: /PDF/ }).all()) {
    const answer = await page.request.get((await link.getAttribute('href'))!)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-type']).toContain('application/pdf')
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
  }
})
