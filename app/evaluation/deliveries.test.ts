import { beforeAll, describe, expect, test } from 'vitest'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { Forbidden, Invalid, NotFound, type Context } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { registerMonth } from '#app/progression/register-month.server.ts'
import { registerSpell } from '#app/spells/register-spell.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aHome, auditRows, aWorld, consent, insert, type World } from '#test/world.ts'
import { changeDelivery, checkExtract, fetchExtract, fetchNationalDelivery, readDeliveries, readDelivery, readNationalDeliveries } from './deliveries.server.ts'
import { makeExtract } from './make-extract.server.ts'

let t: TestDatabase
let world: World
let w: World
let silent: World
let other: World
let evaluator: Context
let office: Context
const month = '2026-10'
const cover = { from: ['coordination'], to: ['coordination'], categories: ['progression', 'plan'], purpose: 'evaluation', validFrom: '2026-09-01' }
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  await t.setNow('2026-11-20T10:00Z')
  world = await aWorld(t, { name: 'Andersen' })
  other = await aWorld(t, { municipality: 787, name: 'Thy' })
  await applyShippedPack(t, world.municipalityId, 'hedensted')
  await applyShippedPack(t, other.municipalityId, 'thisted')
  ;[w, silent] = [await aHome(t, world, { name: 'Bager' }), await aHome(t, world, { name: 'Clausen' })]
  await t.owner.query("update referral set decided_at = '2026-09-01T10:00Z', intake_on = '2026-09-01'")
  for (const subject of [w.people.mette, w.people.ida]) await consent(t, w, { subject, ...cover })
  for (const home of [w, silent]) {
    await registerMonth(home.ctxFor('coordinator'), { caseId: home.caseId, month: '2026-10-01', entries: [{ personId: home.people.ida, indicator: 'child-health', text: '2' }, { personId: home.people.mette, indicator: 'parent-health', text: '3' }] })
    await registerSpell(home.ctxFor('coordinator'), { caseId: home.caseId, personId: home.people.mette, kind: 'work', status: 'ordinary-job', what: 'Hemmelig bager', place: 'Hemmelig gade', from: '2026-09-01', hoursPerWeek: '15' })
  }
  const national = async (name: string, role: string) => {
    await t.owner.query("insert into municipality values (0, 'landet', 'Landet') on conflict do nothing")
    const department = await insert(t, 'department', { municipality_id: 0, code: name, name, sector: 'coordination' })
    const id = await insert(t, 'staff', { municipality_id: 0, username: name, name })
    await insert(t, 'post', { municipality_id: 0, staff_id: id, department_id: department, role, valid_from: '2020-01-01' })
    return nationalSession(id)
  }
  evaluator = await national('viggo', 'evaluator')
  office = await national('esther', 'programme-office')
})
/** A session of the country. */
async function nationalSession(id: number): Promise<Context> {
  const { createHash, randomBytes } = await import('node:crypto')
  const token = randomBytes(32).toString('base64url')
  await t.owner.query("insert into access.session (token_hash, municipality_id, kind, actor_id, created_at, last_seen_at, expires_at, idle_until) values ($1, 0, 'national', $2, '2020-01-01', '2020-01-01', '2150-01-01', '2150-01-01')", [createHash('sha256').update(token).digest(), id])
  return { municipalityId: 0, actor: { kind: 'national', id, name: 'national' }, token, now: '', today: '', locale: 'da' }
}

type Who = Parameters<World['ctxFor']>[0]
const make = (over: Record<string, unknown> = {}, who: Who = 'projectManager') => makeExtract(world.ctxFor(who), { projectId: null, month, mark: 'monthly', destroyKey: false, ...over })
const manager = () => world.ctxFor('projectManager')

describe('a delivery to the evaluation', () => {
  test('PROG-34: holds those with a consent to evaluation, no name and no words, and is a row in the log of each family that is in it', async () => {
    const made = await make()
    expect(made).toMatchObject({ people: 2, leftOut: 4 })
    const text = (await fetchExtract(manager(), { id: made.id })).file.toString('utf8')
    expect(text).toContain('child-health;2')
    expect(text).toContain('work;ordinary-job;15;2026-09')
    for (const secret of ['Mette', 'Ida', 'Bager', 'Hemmelig', 'Clausen']) expect(text.includes(secret), secret).toBe(false)
    const rows = (await auditRows(t, 'evaluation.make-extract')).filter((r) => r.details['delivery'] === made.id)
    expect(rows.map((r) => r.case_id)).toEqual([w.caseId])
    expect(rows[0]).toMatchObject({ outcome: 'done', bases: ['project'] })
    expect(rows[0]?.person_ids.toSorted()).toEqual([w.people.mette, w.people.ida].toSorted())
  })
  test('PROG-34: made again it is the same to the byte; a correction afterwards is told and changes nothing that was sent', async () => {
    const made = await make({ mark: 'midterm' })
    expect(await checkExtract(manager(), { id: made.id })).toMatchObject({ same: true, differs: [] })
    await t.setNow('2026-11-20T11:00Z')
    const stood = await t.owner.query<{ id: string }>("select id from progression_value where person_id = $1 and indicator = 'child-health' and replaced_by is null", [w.people.ida])
    await registerMonth(w.ctxFor('coordinator'), { caseId: w.caseId, month: '2026-10-01', entries: [{ personId: w.people.ida, indicator: 'child-health', text: '1', seen: Number(stood.rows[0]!.id) }] })
    expect((await checkExtract(manager(), { id: made.id })).same).toBe(true) // what was written later is not in it
    await t.owner.query('update extract_delivery set made_at = $1 where id = $2', ['2026-11-20T12:00Z', made.id])
    await t.setNow('2026-11-20T13:00Z')
    expect(await checkExtract(manager(), { id: made.id })).toMatchObject({ same: false, differs: ['vaerdier.csv'] })
    expect((await fetchExtract(manager(), { id: made.id })).sha256).toBe(made.sha256)
  })
  test('PROG-34: two deliveries share no pseudonym, and a destroyed key is gone', async () => {
    const [a, b] = [await make(), await make({ destroyKey: true })]
    const names = async (id: number) => new Set((await fetchExtract(manager(), { id })).file.toString('utf8').match(/\b[0-9a-f]{16}\b/g))
    const [first, second] = [await names(a.id), await names(b.id)]
    expect(first.size).toBe(3) // two people and a family
    expect([...first].filter((p) => second.has(p))).toEqual([])
    await expect(checkExtract(manager(), { id: b.id })).rejects.toThrow(NotFound)
    await changeDelivery(manager(), { id: a.id, do: 'destroy-key' })
    expect(await readDelivery(manager(), { id: a.id })).toMatchObject({ keyKept: false, key_destroyed_at: expect.any(String) })
    const { rows } = await t.owner.query('select key from extract_delivery where id = any ($1)', [[a.id, b.id]])
    expect(rows).toEqual([{ key: null }, { key: null }])
  })
  test('EVAL-05: a withdrawn consent keeps the person out of the next; a month that is not due is refused', async () => {
    await expect(make({ month: '2026-11' })).rejects.toThrow(Invalid)
    const { rows } = await t.owner.query<{ id: string }>("select id from consent where subject_id = $1 and purpose = 'evaluation'", [w.people.ida])
    await t.owner.query("update consent set withdrawn_at = '2026-11-19T10:00Z' where id = $1", [rows[0]!.id])
    expect(await make({ mark: 'final' })).toMatchObject({ people: 1, leftOut: 5 })
    await t.owner.query('update consent set withdrawn_at = null where id = $1', [rows[0]!.id])
  })
  test('the evaluator sees and fetches every municipality’s deliveries, told in that municipality’s log; nobody else does', async () => {
    const made = await make()
    const list = await readNationalDeliveries(evaluator, {})
    expect(list.find((d) => d.id === made.id)).toMatchObject({ municipality: 'Hedensted', people: 2, sha256: made.sha256 })
    const got = await fetchNationalDelivery(evaluator, { municipalityId: world.municipalityId, id: made.id })
    expect(got.sha256).toBe(made.sha256)
    expect(await auditRows(t, 'evaluation.fetch-delivery')).toMatchObject([{ municipality_id: world.municipalityId, actor_kind: 'national', details: { delivery: made.id } }])
    for (const ctx of [office, manager(), world.ctxFor('administrator')]) {
      await expect(readNationalDeliveries(ctx, {})).rejects.toThrow(Forbidden)
      await expect(fetchNationalDelivery(ctx, { municipalityId: world.municipalityId, id: made.id })).rejects.toThrow(Forbidden)
    }
    await changeDelivery(manager(), { id: made.id, do: 'withdraw' })
    expect((await readNationalDeliveries(evaluator, {})).some((d) => d.id === made.id)).toBe(false)
    await expect(fetchNationalDelivery(evaluator, { municipalityId: world.municipalityId, id: made.id })).rejects.toThrow(NotFound)
  })
  test('refused for others in the municipality; a neighbour’s delivery does not exist', async () => {
    const made = await make()
    for (const who of ['coordinator', 'teacher', 'steering', 'economist', 'administrator'] as const) {
      await expect(make({}, who)).rejects.toThrow(Forbidden)
      await expect(fetchExtract(world.ctxFor(who), { id: made.id })).rejects.toThrow(Forbidden)
    }
    for (const verb of [fetchExtract, readDelivery, checkExtract]) await expect(verb(other.ctxFor('projectManager'), { id: made.id })).rejects.toThrow(NotFound)
    await expect(changeDelivery(other.ctxFor('projectManager'), { id: made.id, do: 'withdraw' })).rejects.toThrow(NotFound)
    expect((await readDeliveries(other.ctxFor('projectManager'), { projectId: null })).deliveries).toEqual([])
    await expect(makeExtract(other.ctxFor('projectManager'), { projectId: null, month, mark: 'monthly', destroyKey: false })).rejects.toThrow(Invalid) // nobody said yes
  })
})
