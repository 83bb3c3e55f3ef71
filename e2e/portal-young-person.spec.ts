import { expect, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, signIn } from './support.ts'

/* Emil is 16: on his phone, with and without a script, he writes a hope of his own, corrects it, and says what he thinks of the plan. */

for (const script of [true, false]) {
  test.describe(script ? 'with a script' : 'without a script', () => {
    test.use({ viewport: { width: 390, height: 844 }, javaScriptEnabled: script })

    test(`PLAN-09, PLAN-14: a young person's own hope and own answer, ${script ? 'with' : 'without'} a script`, async ({ page }, info) => {
      await signIn(page, 'ung', '/min/plan')
      await expect(page.getByRole('heading', { level: 1, name: 'Hej Emil' })).toBeVisible()
      await expectNoSidewaysScroll(page)

      await page.getByRole('link', { name: 'Skriv et håb' }).first().click()
      await page.getByRole('button', { name: 'Gem' }).click()
      await expect(page.getByText('Der mangler noget')).toBeVisible()
      if (script) await expectAccessible(page)
      // Its own words in every attempt: what an earlier one left behind is somebody else's hope.
      const first = `At komme på højskole${script ? '' : ' i Jylland'} ${'igen '.repeat(info.retry + info.repeatEachIndex)}`.trim()
      await page.getByLabel('Hvad håber du på?').fill(first)
      await page.getByRole('button', { name: 'Gem' }).click()
      await expect(page.locator('#haab').getByText(first).first()).toBeVisible()

      await page.getByRole('link', { name: new RegExp(`Ret håbet.*${first}$`) }).click()
      await page.getByLabel('Hvad håber du på?').fill(`${first} til sommer`)
      await page.getByRole('button', { name: 'Gem' }).click()
      const hope = page.locator('#haab li', { hasText: `${first} til sommer` })
      await expect(hope).toBeVisible()
      await hope.getByText('Tag det ud af planen').first().click()
      await hope.getByRole('button', { name: 'Tag det ud af planen' }).click()
      await expect(page.locator('#haab').getByText(first)).toHaveCount(0)

      await page.getByRole('link', { name: 'Ret dit svar' }).click()
      await page.getByLabel('Med egne ord').fill(script ? 'Fint, så længe det er onsdag' : 'Ok nu hvor det er onsdag')
      await page.getByRole('button', { name: 'Gem' }).click()
      await expect(page.locator('#enighed').getByText(script ? 'Fint, så længe det er onsdag' : 'Ok nu hvor det er onsdag').first()).toBeVisible()
      if (script) await expectAccessible(page)
    })
  })
}
