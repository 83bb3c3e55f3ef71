import { expect, test } from 'vitest'
import { applyAnswers, diffHead, diffPacks, diffThreeWay } from './diff-pack.ts'
import { packSchema, type Pack } from './pack.ts'
import { ownPacks } from './testing.ts'

const { packs, effective } = await ownPacks()
const base = effective('hedensted')

/** A pack with one setting's value changed. */
const withSetting = (pack: Pack, code: string, value: string | number): Pack =>
  packSchema.parse({ ...pack, settings: pack.settings.map((one) => (one.code === code ? { ...one, value } : one)) })

test('a pack differs from itself in nothing, and applying it again changes nothing', () => {
  expect(diffPacks(base, base)).toEqual([])
  expect(diffThreeWay(base, base, base)).toMatchObject({ empty: true, items: [] })
  expect(applyAnswers(base, base, base)).toEqual({ pack: base })
})

test('what is stored as JSON is read back the same', () => {
  expect(packSchema.parse(JSON.parse(JSON.stringify(base)))).toEqual(base)
})

test('a change names section, item and field in both languages', () => {
  const [change] = diffPacks(base, withSetting(base, 'capacity', 30))
  expect(change).toMatchObject({
    key: 'settings/capacity', kind: 'changed', fields: [{ field: 'value', before: '25', after: '30' }],
    text: {
      da: 'Indstillinger · Plads til (familier) · Ændret (value: 25 → 30)',
      en: 'Settings · Room for (families) · Changed (value: 25 → 30)',
    },
  })
})

test('a new period of the same code is a change of that item', () => {
  const capacity = base.settings.filter((one) => one.code === 'capacity')
  const after = packSchema.parse({ ...base, settings: [
    ...base.settings.filter((one) => one.code !== 'capacity'),
    ...capacity.map((one) => ({ ...one, validUntil: '2026-12-31' })),
    ...capacity.map((one) => ({ ...one, validFrom: '2027-01-01', value: 40 })),
  ] })
  expect(diffPacks(base, after).map(({ key, kind }) => [key, kind])).toEqual([['settings/capacity', 'changed']])
})

test('two packs that share nothing: added and removed', () => {
  const only = diffPacks(effective('hedensted'), effective('thisted')).filter((one) => one.section === 'meetingKinds')
  expect(only.map(({ code, kind }) => `${code} ${kind}`))
    .toEqual(['network-meeting removed', 'plan-follow-up removed', 'follow-up-meeting added'])
})

test('three ways: only theirs is taken, only mine stays, the same on both sides is no matter', () => {
  const mine = withSetting(withSetting(base, 'capacity', 20), 'goalLevels', 2)
  const theirs = withSetting(withSetting(base, 'followUpEveryMonths', 2), 'goalLevels', 2)
  const { items, conflicts, empty } = diffThreeWay(base, mine, theirs)
  expect(items.map(({ key, kind }) => [key, kind])).toEqual([['settings/capacity', 'kept'], ['settings/followUpEveryMonths', 'changed']])
  expect([conflicts, empty]).toEqual([[], false])
  const applied = applyAnswers(base, mine, theirs)
  expect('pack' in applied && applied.pack).toEqual(withSetting(mine, 'followUpEveryMonths', 2))
})

test('a conflict stops everything until it is answered, then mine or theirs wins', () => {
  const mine = withSetting(base, 'capacity', 20)
  const theirs = withSetting(base, 'capacity', 30)
  const { conflicts, summary } = diffThreeWay(base, mine, theirs)
  expect(conflicts).toMatchObject([{ key: 'settings/capacity', mine: [{ after: '20' }], theirs: [{ after: '30' }] }])
  expect(summary.da).toBe('0 nye, 0 fjernet, 0 ændret, 1 skal I tage stilling til')
  expect(applyAnswers(base, mine, theirs)).toEqual({ unanswered: ['settings/capacity'] })
  expect(applyAnswers(base, mine, theirs, { 'settings/capacity': 'mine' })).toEqual({ pack: mine })
  expect(applyAnswers(base, mine, theirs, { 'settings/capacity': 'theirs' })).toEqual({ pack: theirs })
})

test('an item I removed and they changed is a conflict; one I added stays', () => {
  const without = packSchema.parse({ ...base, principles: base.principles.filter((one) => one.code !== 'belief') })
  const added = packSchema.parse({ ...without, principles: [...without.principles, { ...base.principles[0], code: 'humour' }] })
  const changed = base.principles.map((one) => (one.code === 'belief' ? { ...one, source: 'new' } : one))
  const theirs = packSchema.parse({ ...base, principles: changed })
  expect(diffThreeWay(base, added, theirs).items.map(({ key, kind }) => [key, kind]))
    .toEqual([['principles/belief', 'conflict'], ['principles/humour', 'kept']])
  const applied = applyAnswers(base, added, theirs, { 'principles/belief': 'mine' })
  expect('pack' in applied && applied.pack.principles.map((one) => one.code)).toEqual(added.principles.map((one) => one.code))
})

test('the head is compared by itself', () => {
  const pack = packs.hedensted
  expect(pack && diffHead(pack, { ...pack, version: '1.1.0' })).toEqual([{ field: 'version', before: '1.0.0', after: '1.1.0' }])
})
