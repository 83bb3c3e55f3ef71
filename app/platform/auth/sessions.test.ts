import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction, db } from '#app/platform/db.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, type World } from '#test/world.ts'
import { cprSearchHash } from '../cpr/search-hash.server.ts'
import { type Config, openingKey } from '../config.server.ts'
import { Invalid, SignedOut } from '../context.ts'
import { createApiToken, listApiTokens, revokeApiToken } from './api-tokens.server.ts'
import { findAccounts } from './issuers.server.ts'
import { checkOpeningKey, prepareSignIn } from './prepare.server.ts'
import { closeAllSessions, closeSession, findSession, newToken, openSession, tokenHash, touchSession } from './sessions.server.ts'
import { demoConfig } from './testing.ts'

let t: TestDatabase
let world: World
let config: Config
const start = '2026-11-23T08:00:00Z'

beforeAll(async () => {
  t = await createTestDatabase()
  world = await aWorld(t)
  config = demoConfig(mkdtempSync(join(tmpdir(), 'helhed-sessions-')))
  await prepareSignIn(t.ownerUrl, config)
})
afterEach(() => t.setNow(null))

const pool = () => db().pool
const open = (actorId: number, oldToken?: string, kind: 'staff' | 'member' = 'staff') =>
  openSession(pool(), config, {
    account: { kind, municipalityId: 766, actorId },
    issuerId: null,
    acr: null,
    ...(oldToken ? { oldToken } : {}),
  })
const closeDormantAccounts = async (days: number) =>
  (await pool().query<{ n: number }>('select access.close_dormant_accounts($1) as n', [days])).rows[0]?.n ?? 0
const find = (token: string, more: { bearer?: boolean; touch?: boolean } = {}) =>
  findSession(pool(), token, { demo: true, locale: 'da', ...more })
const later = (minutes: number) => t.setNow(new Date(Date.parse(start) + minutes * 60_000).toISOString())
const enters = (token: string) => inTransaction({ ...world.ctxFor('teacher'), token }, null, async (_, ctx) => ctx.today)

describe('who may open a session', () => {
  test('an injected statement without the opening key opens none, finds nobody and writes no session', async () => {
    const forged = (key: string | null) =>
      pool().query('select access.open_session($1, $2, null, $3, 766, $4, null, null, 1800, 36000, null)', [
        key,
        tokenHash(newToken()),
        'staff',
        world.staff.coordinator,
      ])
    await expect(forged(null)).rejects.toMatchObject({ code: '42501' })
    await expect(forged('0'.repeat(64))).rejects.toMatchObject({ code: '42501' })
    await expect(pool().query("select * from access.find_account('guess', 1, 'coordinator', null)")).rejects.toMatchObject({
      code: '42501',
    })
    await expect(pool().query("select * from access.find_member('guess', '\\x00')")).rejects.toMatchObject({ code: '42501' })
    for (const statement of [
      'select * from access.session',
      'select * from access.secret',
      'select * from access.issuer',
      'select * from access.login_pending',
      'select * from demo_login',
      "update access.session set kind = 'staff'",
      "insert into access.secret values ('opening-key', '\\x00')",
    ])
      await expect(pool().query(statement)).rejects.toMatchObject({ code: '42501' })
  })

  test('the database keeps hashes only: neither a token nor the opening key', async () => {
    const token = await open(world.staff.coordinator)
    const { rows } = await t.owner.query<{ found: number }>(
      `select (select count(*)::int from access.session s where s::text like '%' || $1 || '%')
      + (select count(*)::int from access.secret s where encode(s.value, 'escape') like '%' || $2 || '%' or encode(s.value, 'hex') = $2) as found`,
      [token, openingKey(config)],
    )
    expect(rows[0]?.found).toBe(0)
  })

  test('another SESSION_SECRET opens nothing until the owner has stored its key', async () => {
    const other = demoConfig(mkdtempSync(join(tmpdir(), 'helhed-other-')))
    await expect(checkOpeningKey(pool(), other)).rejects.toThrow('helhed migrate')
    await expect(checkOpeningKey(pool(), config)).resolves.toBeUndefined()
  })

  test('nobody becomes staff of another municipality, a national user in a municipality, or somebody who is not there', async () => {
    const as = (kind: 'staff' | 'member' | 'national', municipalityId: number, actorId: number) =>
      openSession(pool(), config, { account: { kind, municipalityId, actorId }, issuerId: null })
    await expect(as('staff', 787, world.staff.coordinator)).rejects.toMatchObject({ code: '42501' })
    await expect(as('national', 766, world.staff.coordinator)).rejects.toMatchObject({ code: '42501' })
    await expect(as('member', 766, 999_999)).rejects.toMatchObject({ code: '42501' })
  })
})

describe('how long a session lasts', () => {
  test("it says who, with today's posts and roles, and opens the database as that person", async () => {
    const token = await open(world.staff.projectManager)
    const found = await find(token)
    expect(found?.ctx).toMatchObject({
      municipalityId: 766,
      actor: { kind: 'staff', id: world.staff.projectManager, name: 'Hanne Kjær' },
      token,
      locale: 'da',
    })
    expect(found?.session).toMatchObject({
      municipality: { id: 766, code: 'hedensted', name: 'Hedensted' },
      roles: ['project-manager'],
      demo: true,
      api: false,
      posts: [{ role: 'project-manager', sector: 'coordination', department: 'Afdeling coordination' }],
    })
    await expect(enters(token)).resolves.toBe(found?.ctx.today)
    expect((await find(await open(world.people.mette, undefined, 'member')))?.ctx.actor).toMatchObject({
      kind: 'member',
      name: 'Mette Sørensen',
    })
  })

  test('signing in rotates the token of this browser; another browser is unaffected', async () => {
    const elsewhere = await open(world.staff.coordinator)
    const before = await open(world.staff.coordinator)
    const after = await open(world.staff.coordinator, before)
    expect(after).not.toBe(before)
    expect(await find(before)).toBeNull()
    expect(await find(after)).not.toBeNull()
    expect(await find(elsewhere)).not.toBeNull()
    await expect(enters(before)).rejects.toThrow(SignedOut)
  })

  test('30 minutes without use end it, in pages and in the database; use prolongs it', async () => {
    await t.setNow(start)
    const token = await open(world.staff.teacher)
    await later(29)
    expect((await find(token))?.session.idleUntil).toBe('2026-11-23T08:59:00.000Z')
    await later(58)
    expect(await find(token, { touch: false })).not.toBeNull() // looking without use
    await later(60)
    expect(await find(token)).toBeNull()
    await expect(enters(token)).rejects.toThrow(SignedOut)
    await touchSession(pool(), token) // what is over cannot be prolonged
    expect(await find(token)).toBeNull()
  })

  test('ten hours end it, however much it is used', async () => {
    await t.setNow(start)
    const token = await open(world.staff.teacher)
    for (let minutes = 20; minutes < 600; minutes += 20) {
      await later(minutes)
      expect(await find(token)).not.toBeNull()
    }
    expect((await find(token))?.session.idleUntil).toBe('2026-11-23T18:00:00.000Z')
    await later(600)
    expect(await find(token)).toBeNull()
    await expect(enters(token)).rejects.toThrow(SignedOut)
    await later(600 + 25 * 60)
    await pool().query('select access.clean_sign_in()')
    const { rows } = await t.owner.query('select from access.session where token_hash = $1', [tokenHash(token)])
    expect(rows).toHaveLength(0)
  })

  test("signing out ends one, signing out everywhere ends all of the same person and nobody else's", async () => {
    const [a, b, c] = [await open(world.staff.coordinator2), await open(world.staff.coordinator2), await open(world.staff.coordinator2)]
    const other = await open(world.staff.teacher)
    expect(await closeSession(pool(), a)).toBe(true)
    expect(await closeSession(pool(), a)).toBe(false)
    expect(await find(b)).not.toBeNull()
    expect(await closeAllSessions(pool(), b)).toBeGreaterThanOrEqual(2)
    expect([await find(b), await find(c)]).toEqual([null, null])
    expect(await find(other)).not.toBeNull()
  })

  test('signing in and out, refused or not, stands in the audit log of the municipality', async () => {
    const token = await open(world.people.mette, undefined, 'member')
    await closeSession(pool(), token)
    const mine = (await auditRows(t)).filter((r) => r.actor_kind === 'member' && r.actor_id === world.people.mette)
    expect(mine.slice(-2)).toMatchObject([
      { event: 'auth.sign-in', outcome: 'done', municipality_id: 766, person_ids: [world.people.mette], bases: ['self'] },
      { event: 'auth.sign-out', outcome: 'done', person_ids: [world.people.mette] },
    ])
    const { rows } = await t.owner.query<{ broken_seq: number | null }>('select broken_seq from access.verify_audit(766)')
    expect(rows[0]?.broken_seq).toBeNull()
  })
})

describe('accounts that close', () => {
  test('closing an account ends its sessions and tokens at once, and it opens no new one', async () => {
    const token = await open(world.staff.economist)
    const api = await createApiToken(pool(), (await find(token))!, { name: 'udtræk', days: 30 })
    await t.owner.query('update staff set closed_at = access.now() where municipality_id = 766 and id = $1', [world.staff.economist])
    expect(await find(token)).toBeNull()
    expect(await find(api.token, { bearer: true })).toBeNull()
    await expect(enters(token)).rejects.toThrow(SignedOut)
    await expect(open(world.staff.economist)).rejects.toMatchObject({ code: '42501' })
  })

  test('accounts nobody has used close by rule, each with a row in the log; a used one stays', async () => {
    await t.setNow('2027-08-01T08:00:00Z')
    await open(world.staff.coordinator)
    const closed = await closeDormantAccounts(180)
    expect(closed).toBeGreaterThan(3)
    const { rows } = await t.owner.query<{ username: string }>(
      'select username from staff where municipality_id = 766 and closed_at is null and closed_reason is null',
    )
    expect(rows.map((r) => r.username)).toEqual(['coordinator'])
    expect((await auditRows(t, 'auth.close-dormant-account')).length).toBe(closed)
    await expect(closeDormantAccounts(1)).rejects.toThrow('at least 30 days')
    await t.owner.query("update staff set closed_at = null, closed_reason = null where closed_reason = 'dormant'")
    expect(await closeDormantAccounts(180)).toBe(0) // who was let in again is not shut out the same night
  })
})

describe("a person's own token for the API", () => {
  test('has the same rights, is no cookie, cannot make another, and ends when revoked', async () => {
    const who = (await find(await open(world.staff.coordinator)))!
    const made = await createApiToken(pool(), who, { name: 'Regneark', days: 90 })
    const as = (await find(made.token, { bearer: true }))!
    expect(as.ctx.actor).toEqual(who.ctx.actor)
    expect(as.session.api).toBe(true)
    await expect(enters(made.token)).resolves.toBeTypeOf('string')
    expect(await find(made.token)).toBeNull()
    expect(await find(who.ctx.token, { bearer: true })).toBeNull()
    await expect(createApiToken(pool(), as, { name: 'Endnu en', days: 1 })).rejects.toMatchObject({ code: '28000' })
    expect(await listApiTokens(pool(), who)).toMatchObject([{ id: made.id, name: 'Regneark' }])
    const other = (await find(await open(world.staff.teacher)))!
    expect(await revokeApiToken(pool(), other, made.id)).toBe(false)
    expect(await revokeApiToken(pool(), who, made.id)).toBe(true)
    expect(await find(made.token, { bearer: true })).toBeNull()
    expect((await auditRows(t, 'auth.create-api-token')).at(-1)).toMatchObject({ actor_id: world.staff.coordinator, details: { days: 90 } })
  })

  test('lives a year at most and is not ended by idleness or by signing out everywhere', async () => {
    await t.setNow(start)
    const who = (await find(await open(world.staff.coordinator)))!
    await expect(createApiToken(pool(), who, { name: 'x', days: 366 })).rejects.toThrow(Invalid)
    await expect(createApiToken(pool(), who, { name: ' ', days: 1 })).rejects.toThrow(Invalid)
    const made = await createApiToken(pool(), who, { name: 'x', days: 365 })
    await closeAllSessions(pool(), who.ctx.token)
    await later(364 * 1440)
    expect(await find(made.token, { bearer: true })).not.toBeNull()
    await later(365 * 1440)
    expect(await find(made.token, { bearer: true })).toBeNull()
  })
})

test('a citizen is found by CPR in each municipality that knows the number, and never by anything else', async () => {
  const thisted = await aWorld(t, { municipality: 787 })
  await t.owner.query(
    "insert into access.issuer (audience, name, url, client_id, secret_env, claim, match) values ('citizen', 'MitID', 'https://login.example.dk', 'x', 'OIDC_CLIENT_SECRET', 'cpr', 'cpr')",
  )
  const { rows } = await t.owner.query<{ id: string }>("select id from access.issuer where audience = 'citizen'")
  const mitId = { id: Number(rows[0]?.id), match: 'cpr' as const }
  const digits = '0101921234'
  for (const w of [world, thisted])
    await t.owner.query(
      `insert into person_cpr (municipality_id, case_id, sector, category, visibility, subjects, cpr_encrypted, cpr_hash)
    values ($1, $2, 'coordination', 'identity', 'family', $3, '\\x00', $4)`,
      [w.municipalityId, w.caseId, [w.people.mette], cprSearchHash(config.cprSearchKey, digits)],
    )
  expect(await findAccounts(pool(), config, mitId, '010192-1234')).toMatchObject([
    { kind: 'member', municipalityId: 766, municipality: 'Hedensted', actorId: world.people.mette, closed: false },
    { kind: 'member', municipalityId: 787, actorId: thisted.people.mette },
  ])
  expect(await findAccounts(pool(), config, mitId, '0101921235')).toEqual([])
  expect(await findAccounts(pool(), config, mitId, 'coordinator')).toEqual([])
})
