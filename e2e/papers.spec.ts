import { expect, test } from '@playwright/test'
import { readPdf } from '../app/papers/testing.ts'
import { expectAccessible, expectNoSidewaysScroll, look, signIn } from './support.ts'

/* The plan on paper: for each what that one may read, for the table what all may, two pages for a child. Read back by an independent reader. */

test('PLAN-09, PLAN-14: the coordinator makes a paper for each; the father elsewhere is not handed the mother’s hopes', async ({ page }, info) => {
  await signIn(page, 'koordinator', '/familier')
  await page.getByRole('link', { name: /Sørensen/ }).first().click()
  const family = new URL(page.url()).pathname
  await page.goto(`${family}/planen`)
  await page.getByRole('link', { name: 'Som PDF til hver især' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Planen på papir' })).toBeVisible()
  await expectAccessible(page)
  await look(page, info, 'papers')

  const pdf = async (name: string) => {
    const href = await page.getByRole('link', { name: new RegExp(name) }).getAttribute('href')
    const answer = await page.request.get(href!)
    expect(answer.headers()['content-type']).toBe('application/pdf')
    return readPdf(await answer.body())
  }
  const mothers = await pdf('Planen til Mette')
  expect(mothers).toMatchObject({ tagged: true, language: 'da-DK' })
  expect(mothers.title).toBe('Familien Sørensens plan')
  expect(mothers.roles).toContain('TH')
  expect(mothers.text).toContain('ikke råber')
  const fathers = await pdf('Planen til Jonas')
  expect(fathers.text).not.toContain('ikke råber')
  expect(fathers.title).not.toContain('Sørensen')
  const idas = await pdf('Den korte udgave til Ida')
  expect(idas.pages).toBe(2)
  expect(idas.title).toContain('Hej Ida')
})

test('PLAN-09: the mother has her own as a PDF on her phone, and nobody else’s', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'mor', '/min/plan')
  await expectNoSidewaysScroll(page)
  const href = await page.getByRole('link', { name: /Planen som PDF/ }).getAttribute('href')
  const mine = await page.request.get(href!)
  expect((await readPdf(await mine.body())).text).toContain('Lavet til Mette')
  const own = Number(/til=(\d+)/.exec(href!)![1])
  const others = await page.request.get(href!.replace(`til=${own}`, 'til=999999'))
  expect([403, 404]).toContain(others.status())
})
