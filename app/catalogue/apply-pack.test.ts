import { beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aWorld, auditRows, type World } from '#test/world.ts'
import { Conflict, Forbidden, Invalid } from '#app/platform/context.ts'
import { applyPack, planApply, shippedPack } from './apply-pack.server.ts'
import { itemText } from './edit-item.ts'
import { editPackItem } from './edit-pack-item.server.ts'
import type { Pack } from './pack.ts'
import { readCurrentPack, readPackState } from './read-pack-states.server.ts'

let t: TestDatabase
let w: World
let neighbour: World
let pack: Pack
const CODE = 'consentDurations'

beforeAll(async () => {
  t = await createTestDatabase()
  w = await aWorld(t)
  neighbour = await aWorld(t, { municipality: 787 })
  pack = await shippedPack('hedensted')
})

const apply = async (next: Pack, answers = {}) => applyPack(t.owner, 766, await planApply(t.owner, 766, 'hedensted', next), answers)
const durations = () => t.owner.query<{ months: number }>('select months from consent_duration where municipality_id = 766')

test('VIS-08: a pack is applied, and applied again without harm', async () => {
  expect(await apply(pack)).toMatchObject({ applied: expect.any(Number) })
  const before = (await durations()).rowCount
  expect(before).toBe(pack.consentDurations.length)
  expect(await apply(pack)).toEqual({ applied: null })
  expect((await durations()).rowCount).toBe(before)
})

const edit = async (who: World, name: 'administrator' | 'coordinator', months: number, stateId?: number) => {
  const ctx = who.ctxFor(name)
  const { states } = await readCurrentPack(w.ctxFor('administrator'), {})
  const code = pack.consentDurations[0]!.code
  const text = itemText(pack, CODE, code).replace(/months: \d+/, `months: ${months}`)
  return editPackItem(ctx, { stateId: stateId ?? states[0]!.id, section: CODE, code, text, note: 'Prøve af en kortere frist' })
}

test('an administrator edits an item: the rule holds at once, the earlier state stays, the log has a row', async () => {
  const { stateId } = await edit(w, 'administrator', 3)
  const { rows } = await durations()
  expect(rows.some((r) => r.months === 3)).toBe(true)
  const { state, changes } = await readPackState(w.ctxFor('administrator'), { stateId })
  expect(state).toMatchObject({ kind: 'edit', madeBy: expect.any(String) })
  expect(changes).toHaveLength(1)
  expect((await auditRows(t, 'catalogue.edit-pack-item')).at(-1)).toMatchObject({ outcome: 'done', municipality_id: 766 })
})

test('a coordinator may not edit, an administrator of another municipality finds no state of ours; refusals are logged', async () => {
  await expect(edit(w, 'coordinator', 5)).rejects.toThrow(Forbidden)
  await expect(edit(neighbour, 'administrator', 5)).rejects.toThrow()
  expect((await auditRows(t, 'catalogue.edit-pack-item')).filter((r) => r.outcome === 'refused').length).toBeGreaterThanOrEqual(2)
})

test('text that makes no sense is refused with line and field; a lost race carries both texts', async () => {
  const ctx = w.ctxFor('administrator')
  const { states } = await readCurrentPack(ctx, {})
  const code = pack.consentDurations[0]!.code
  const bad = { stateId: states[0]!.id, section: CODE, code, text: '- code: [', note: 'Prøve' }
  await expect(editPackItem(ctx, bad)).rejects.toThrow(Invalid)
  await expect(edit(w, 'administrator', 4, states.at(-1)!.id)).rejects.toMatchObject({ code: 'stale', details: { mine: expect.stringContaining('months: 4'), theirs: expect.stringContaining('months: 3') } })
  await expect(edit(w, 'administrator', 4, states.at(-1)!.id)).rejects.toThrow(Conflict)
})

test('a new version over a local edit: the conflict must be answered, and nothing is applied before', async () => {
  const code = pack.consentDurations[0]!.code
  const next: Pack = { ...pack, version: '1.1.0', consentDurations: pack.consentDurations.map((d) => (d.code === code ? { ...d, months: 9 } : d)) }
  expect(await apply(next)).toEqual({ unanswered: [`${CODE}/${code}`] })
  expect((await durations()).rows.some((r) => r.months === 3)).toBe(true)
  expect(await apply(next, { [`${CODE}/${code}`]: 'theirs' })).toMatchObject({ applied: expect.any(Number) })
  expect((await durations()).rows.some((r) => r.months === 9)).toBe(true)
})
