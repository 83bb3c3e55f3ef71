import { beforeAll, expect, test } from 'vitest'
import { ownPack } from '#app/catalogue/testing.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { fullCaseload, listOf, modelEnds, modelPeriods } from './coordinator-model.ts'

let thisted: Pack
let hedensted: Pack
beforeAll(async () => {
  thisted = await ownPack('thisted')
  hedensted = await ownPack('hedensted')
})

/** Thisted's pack with two coordinators for a limited time only, then one. */
function limited(): Pack {
  const pack = thisted
  const model = pack.settings.find((one) => one.code === 'coordinatorModel')!
  return {
    ...pack,
    settings: [
      ...pack.settings.filter((one) => one.code !== 'coordinatorModel'),
      { ...model, value: 'primary-and-secondary', validFrom: '2014-01-01', validUntil: '2015-06-30' },
      { ...model, value: 'primary-and-secondary', validFrom: '2015-07-01', validUntil: '2015-12-31' },
      { ...model, value: 'primary', validFrom: '2016-01-01', validUntil: null },
    ],
  }
}

test('KOO-05: two coordinators for a period: the secondary ends with it, across periods in a row', () => {
  const pack = limited()
  expect(modelPeriods(pack).map((one) => [one.model, one.until])).toEqual([
    ['primary-and-secondary', '2015-06-30'],
    ['primary-and-secondary', '2015-12-31'],
    ['primary', null],
  ])
  expect(modelEnds(pack, '2015-03-01')).toBe('2015-12-31')
  expect(modelEnds(pack, '2016-03-01')).toBe(null)
  expect(modelEnds(thisted, '2015-03-01')).toBe(null)
})
test('KOO-02: a full caseload is the pack’s figure; a pack without one gives none', () => {
  expect(fullCaseload(thisted, 'secondary', '2026-01-01')).toBe(8)
  expect(fullCaseload(hedensted, 'secondary', '2026-01-01')).toBe(null)
  const { settings, ...pack } = thisted
  expect(fullCaseload({ ...pack, settings: settings.filter((one) => !one.code.startsWith('fullCaseload')) }, 'primary', '2026-01-01')).toBe(null)
})
test('ORG-12: the functions of staff come from the pack, in the reader’s language', () => {
  const pack = hedensted
  expect(listOf(pack, 'staff-function', '2026-01-01', 'en')).toContainEqual({ value: 'health-consultant', label: 'Health consultant' })
})
