import { beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aWorld, type World } from '#test/world.ts'
import { setKeys, testKeys } from '../crypto/keys.server.ts'
import { dropDraft, findDraft, isFormName, saveDraft } from './drafts.server.ts'

let t: TestDatabase
let w: World
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t)
})

test('a draft is its writer’s alone, is replaced by the next, and goes when dropped', async () => {
  const anna = w.ctxFor('coordinator')
  await saveDraft(anna, 'plan.goal.12', { title: 'Første' })
  await saveDraft(anna, 'plan.goal.12', { title: 'Anden', subjects: ['1', '2'] })
  expect((await findDraft(anna, 'plan.goal.12'))?.values).toEqual({ title: 'Anden', subjects: ['1', '2'] })
  expect(await findDraft(w.ctxFor('teacher'), 'plan.goal.12')).toBeNull()
  await dropDraft(anna, 'plan.goal.12')
  expect(await findDraft(anna, 'plan.goal.12')).toBeNull()
})

test('what is typed lies encrypted', async () => {
  await saveDraft(w.ctxFor('coordinator'), 'plan.hope.1', { words: 'Noget meget privat' })
  const { rows } = await t.owner.query<{ content: Buffer }>('select content from draft')
  expect(rows.every((r) => !r.content.toString('latin1').includes('privat'))).toBe(true)
})

test('a form’s name is plain', () => {
  expect(['plan.goal.12', 'a-b'].every(isFormName)).toBe(true)
  expect(['', '../x', 'Æ', 'x'.repeat(101)].some(isFormName)).toBe(false)
})
