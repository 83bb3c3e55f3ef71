import { beforeAll, expect, test } from 'vitest'
import { itemText, withEditedItem } from './edit-item.ts'
import type { Pack } from './pack.ts'
import { ownPacks } from './testing.ts'

let pack: Pack
beforeAll(async () => {
  pack = (await ownPacks()).effective('hedensted')
})

test('an item read and written back unchanged gives the same pack', () => {
  const result = withEditedItem(pack, 'consentDurations', pack.consentDurations[0]!.code, itemText(pack, 'consentDurations', pack.consentDurations[0]!.code))
  expect('errors' in result ? result.errors : []).toEqual([])
  if ('pack' in result) expect(result.pack.consentDurations.length).toBe(pack.consentDurations.length)
})

test('VIS-08: a change in one item is a new pack with that change only', () => {
  const first = pack.consentDurations[0]!
  const result = withEditedItem(pack, 'consentDurations', first.code, itemText(pack, 'consentDurations', first.code).replace(/months: \d+/, 'months: 6'))
  expect('pack' in result && result.pack.consentDurations.find((one) => one.code === first.code)?.months).toBe(6)
  expect('pack' in result && result.pack.intakeCriteria).toEqual(pack.intakeCriteria)
})

test('wrong text is told with its line and field, in both languages', () => {
  const first = pack.consentDurations[0]!
  const result = withEditedItem(pack, 'consentDurations', first.code, itemText(pack, 'consentDurations', first.code).replace(/months: \d+/, 'months: many'))
  expect('errors' in result && result.errors[0]).toMatchObject({ field: expect.stringContaining('months'), message: { da: expect.any(String), en: expect.any(String) } })
  const broken = withEditedItem(pack, 'consentDurations', first.code, '- code: [')
  expect('errors' in broken && broken.errors.length).toBeGreaterThan(0)
  const renamed = withEditedItem(pack, 'consentDurations', first.code, itemText(pack, 'consentDurations', first.code).replace(`code: ${first.code}`, 'code: something-else'))
  expect('errors' in renamed && renamed.errors.length).toBeGreaterThan(0)
})
