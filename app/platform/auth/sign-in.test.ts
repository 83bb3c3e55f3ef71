import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, type World } from '#test/world.ts'
import type { Config } from '../config.server.ts'
import { isRateLimited } from '../http/rate-limit.server.ts'
import { high, substantial } from './assurance.ts'
import { openDemoSession } from './demo-session.server.ts'
import { prepareSignIn } from './prepare.server.ts'
import { Browser, demoConfig, signInAs, startAuth } from './testing.ts'

let t: TestDatabase
let world: World
let config: Config
let server: Awaited<ReturnType<typeof startAuth>>
let browser: Browser

beforeAll(async () => {
  t = await createTestDatabase()
  world = await aWorld(t)
  config = demoConfig(mkdtempSync(join(tmpdir(), 'helhed-auth-')))
  await prepareSignIn(t.ownerUrl, config)
  const person = (username: string, kind: string, staff: number | null, member: number | null, sort: number) =>
    t.owner.query("insert into demo_login values (766, $1, $2, $3, $4, 'Følger familien', 'Follows the family', $5)", [
      username,
      kind,
      staff,
      member,
      sort,
    ])
  await person('koordinator', 'staff', world.staff.coordinator, null, 1)
  await person('laerer', 'staff', world.staff.teacher, null, 2)
  await person('oekonom', 'staff', world.staff.economist, null, 3)
  await person('mor', 'member', null, world.people.mette, 4)
  server = await startAuth(config)
})
afterAll(() => server?.stop())
beforeEach(() => void (browser = new Browser(server.origin)))
afterEach(() => t.setNow(null))

/** The newest row of that kind in a municipality's log; 0 is the country. */
const last = async (event: string, municipality = 766) =>
  (await auditRows(t, event)).filter((r) => r.municipality_id === municipality).at(-1)
const me = async (b: Browser) =>
  JSON.parse((await b.open('/hvem')).text) as { name: string | null; kind: string | null; municipality: number | null }
const startLink = async (b: Browser) =>
  /href="(\/auth\/start[^"]*)"/.exec((await b.open('/log-ind')).text)?.[1]?.replaceAll('&amp;', '&') ?? ''
const demandLevel = (acr: string) => t.owner.query("update access.issuer set acr = $1 where audience = 'demo'", [acr])

describe('the code flow against a real provider in the same process', () => {
  test('a coordinator signs in and lands where she was going', async () => {
    const page = await signInAs(browser, 'koordinator', '/log-ind?tilbage=%2Ffamilier%2F12')
    expect(page.url.pathname).toBe('/familier/12')
    expect(await me(browser)).toEqual({ path: '/hvem', name: 'Anna Holm', kind: 'staff', municipality: 766 })
    expect(await last('auth.sign-in')).toMatchObject({
      actor_kind: 'staff',
      actor_id: world.staff.coordinator,
      outcome: 'done',
      municipality_id: 766,
    })
  })

  test('a mother signs in and is herself', async () => {
    await signInAs(browser, 'mor')
    expect(await me(browser)).toMatchObject({ name: 'Mette Sørensen', kind: 'member' })
  })

  test('the request carries PKCE, state, nonce and the level of assurance; the cookie alone holds the secret', async () => {
    const answer = await fetch(server.origin + (await startLink(browser)), { redirect: 'manual' })
    const url = new URL(answer.headers.get('location') ?? '')
    expect(url.pathname).toBe('/demo-oidc/auth')
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      acr_values: substantial,
      prompt: 'login',
      redirect_uri: `${server.origin}/auth/callback`,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect(answer.headers.get('set-cookie')).toMatch(/^helhed-login-.{8}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/)
  })

  test('an answer that this browser did not ask for signs nobody in: another browser, a state used before', async () => {
    const login = await browser.open(await startLink(browser))
    const victim = new Browser(server.origin)
    const answers: string[] = []
    browser.watch = (url) => url.pathname === '/auth/callback' && answers.push(url.pathname + url.search)
    // The attacker signs in, and has somebody else open the answer, who lacks the cookie of the one who began; then uses it once more.
    expect((await browser.post(login.url.pathname, { username: 'laerer' })).status).toBe(200)
    const stolen = await victim.open(answers[0] ?? '')
    expect([stolen.status, stolen.text.includes('Login tog for lang tid'), (await me(victim)).name]).toEqual([400, true, null])
    expect((await browser.open(answers[0] ?? '')).status).toBe(400)
  })

  test('cancelling is no failure', async () => {
    const login = await browser.open(await startLink(browser))
    const page = await browser.post(login.url.pathname, { username: '' })
    expect(page.status).toBe(200)
    expect(page.text).toContain('Du afbrød login')
  })

  test('a sign-in older than ten minutes has to begin again', async () => {
    const login = await browser.open(await startLink(browser))
    await t.setNow(new Date(Date.now() + 11 * 60_000).toISOString())
    expect((await browser.post(login.url.pathname, { username: 'koordinator' })).status).toBe(400)
  })

  test('a level below the one the issuer must give is refused and logged', async () => {
    await demandLevel(high)
    try {
      const page = await signInAs(browser, 'koordinator')
      expect(page.status).toBe(403)
      expect(page.text).toContain('ikke sikkert nok')
      expect(page.text).not.toContain('Anna')
      expect((await me(browser)).name).toBeNull()
      expect(await last('auth.sign-in', 0)).toMatchObject({ outcome: 'refused', actor_id: 0, details: { reason: 'acr' } })
    } finally {
      await demandLevel(substantial)
    }
  })

  test('somebody unknown, and somebody whose account is closed, get a calm page and no session', async () => {
    const login = await browser.open(await startLink(browser))
    const page = await browser.post(login.url.pathname, { username: 'ukendt' })
    expect([page.status, page.text.includes('Vi kunne ikke finde dig')]).toEqual([403, true])
    expect(await last('auth.sign-in', 0)).toMatchObject({ outcome: 'refused', details: { reason: 'unknown' } })
    await t.owner.query('update staff set closed_at = access.now() where municipality_id = 766 and id = $1', [world.staff.steering])
    const again = await browser.open(await startLink(browser))
    const closed = await browser.post(again.url.pathname, { username: 'steering' })
    expect([closed.status, closed.text.includes('Din konto er lukket')]).toEqual([403, true])
    expect(await last('auth.sign-in')).toMatchObject({ outcome: 'refused', actor_id: world.staff.steering, details: { reason: 'closed' } })
  })

  test('who is known in two municipalities chooses one, once', async () => {
    const thisted = await aWorld(t, { municipality: 787 })
    const login = await browser.open(await startLink(browser))
    const choice = await browser.post(login.url.pathname, { username: 'administrator' })
    expect(choice.url.pathname).toBe('/auth/vaelg')
    expect(choice.text).toContain('Thisted')
    expect((await me(browser)).name).toBeNull()
    expect((await browser.post('/auth/vaelg', { kommune: '657' })).status).toBe(400) // neither of the two
    const second = await browser.post((await browser.open(await startLink(browser))).url.pathname, { username: 'administrator' })
    expect(second.url.pathname).toBe('/auth/vaelg')
    await browser.post('/auth/vaelg', { kommune: '787' })
    expect(await me(browser)).toMatchObject({ municipality: 787, name: 'Jens Ager' })
    expect(await last('auth.sign-in', 787)).toMatchObject({ actor_id: thisted.staff.administrator })
  })
})

describe('sessions of a browser', () => {
  test('signing in again gives a new token and ends the old one; the other browser stays', async () => {
    const other = new Browser(server.origin)
    await signInAs(other, 'koordinator')
    await signInAs(browser, 'koordinator')
    const before = browser.cookie('helhed')
    await signInAs(browser, 'mor')
    expect(browser.cookie('helhed')).not.toBe(before)
    const thief = new Browser(server.origin)
    thief.setCookie('helhed', before ?? '')
    expect((await me(thief)).name).toBeNull()
    expect((await me(other)).name).toBe('Anna Holm')
  })

  test('a token that somebody planted before is not the one after (fixation)', async () => {
    browser.setCookie('helhed', 'planted-planted-planted-planted')
    await signInAs(browser, 'koordinator')
    expect(browser.cookie('helhed')).not.toBe('planted-planted-planted-planted')
  })

  test('signing out, here and everywhere', async () => {
    const other = new Browser(server.origin)
    await signInAs(other, 'laerer')
    await signInAs(browser, 'laerer')
    const token = browser.cookie('helhed') ?? ''
    const page = await browser.post('/log-ud', {})
    expect(page.text).toContain('Du er logget ud')
    browser.setCookie('helhed', token)
    expect((await me(browser)).name).toBeNull()
    expect((await me(other)).name).toBe('Line Krogh')
    await signInAs(browser, 'laerer')
    await browser.post('/log-ud/alle-enheder', {})
    expect((await me(other)).name).toBeNull()
    expect(await last('auth.sign-out-everywhere')).toMatchObject({ actor_id: world.staff.teacher, outcome: 'done' })
  })

  test('another site cannot sign anybody out, nor prolong a session', async () => {
    await signInAs(browser, 'koordinator')
    expect((await browser.post('/log-ud', {}, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await browser.post('/session/forlaeng', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await me(browser)).name).toBe('Anna Holm')
  })

  test('the page learns how long is left without prolonging it; prolonging is asked for', async () => {
    const now = Date.now()
    await signInAs(browser, 'koordinator')
    await t.setNow(new Date(now + 20 * 60_000).toISOString())
    const left = async () => (JSON.parse((await browser.open('/session/status')).text) as { secondsLeft: number }).secondsLeft
    expect(await left()).toBeLessThanOrEqual(601)
    expect(await left()).toBeGreaterThan(500)
    expect((await browser.post('/session/forlaeng', {}, { accept: 'application/json' })).text).toBe('{"signedIn":true}')
    expect(await left()).toBeGreaterThan(1790)
    await t.setNow(new Date(now + 51 * 60_000).toISOString())
    expect(JSON.parse((await browser.open('/session/status')).text)).toEqual({ signedIn: false })
    expect((await browser.open('/log-ind?tilbage=%2Fx')).text).toContain('Du var logget ud')
  })

  test('"Forlad siden" ends the session and leads away', async () => {
    await signInAs(browser, 'mor')
    expect((await browser.open('/forlad')).url.origin).toBe('https://www.dmi.dk')
    expect((await me(browser)).name).toBeNull()
  })
})

describe('the pages', () => {
  test('stand alone in Danish and English: language, title, one heading, main, stylesheet, no script', async () => {
    for (const [locale, path, heading] of [
      ['da', '/log-ind', 'Log ind'],
      ['en', '/log-ind', 'Sign in'],
      ['en', '/log-ud', 'Sign out'],
      ['da', '/auth/callback', 'Login tog for lang tid'],
    ] as const) {
      await browser.post('/sprog', { locale, next: '/' })
      const { text, headers } = await browser.open(path)
      expect(text).toContain(`<html lang="${locale}">`)
      expect(text).toMatch(new RegExp(`<h1>${heading}</h1>`))
      expect(text.match(/<h1>/g)).toHaveLength(1)
      expect(text).toContain('<main')
      expect(text).toContain(`<title>${heading} – Helhed</title>`)
      expect(text).toContain('<link rel="stylesheet" href="/assets/root.css">')
      expect(text).not.toMatch(/<script|style=/)
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    }
  })

  test('the demo shows everybody by municipality, in groups, with what they can do', async () => {
    const { text } = await browser.open(await startLink(browser))
    expect(text).toContain('Familier i Hedensted')
    expect(text).toContain('Medarbejdere i Hedensted')
    expect(text).toMatch(/<button[^>]*value="koordinator"[^>]*>Anna Holm/)
    expect(text).toContain('Følger familien')
  })

  test('what comes from outside is escaped and never a way to another site', async () => {
    const { text } = await browser.open('/log-ind?tilbage=' + encodeURIComponent('/x"><script>alert(1)</script>'))
    expect(text).not.toContain('<script>')
    expect((await browser.open('/log-ind?tilbage=' + encodeURIComponent('//evil.example'))).text).not.toContain('evil.example')
    expect((await browser.post('/sprog', { locale: 'en', next: 'https://evil.example/' })).url.origin).toBe(server.origin)
  })
})

test('a session by name for scripts: in a demo, for those who exist', async () => {
  const cookie = await openDemoSession(db().pool, config, 'mor')
  const answer = await fetch(`${server.origin}/hvem`, { headers: { cookie } })
  expect(await answer.json()).toMatchObject({ name: 'Mette Sørensen', kind: 'member' })
  await expect(openDemoSession(db().pool, config, 'ingen')).rejects.toThrow("no demo person is called 'ingen'")
  await expect(openDemoSession(db().pool, { ...config, mode: 'production' }, 'mor')).rejects.toThrow('demo mode only')
})

test('rate limits are counted in the database, per person, and open again after the window', async () => {
  const rule = { allowed: 3, seconds: 60 }
  await t.setNow('2026-11-23T08:00:00Z')
  const search = (who: string) => isRateLimited('search', who, rule)
  expect([await search('a'), await search('a'), await search('a'), await search('a'), await search('b')]).toEqual([
    false,
    false,
    false,
    true,
    false,
  ])
  await t.setNow('2026-11-23T08:01:01Z')
  expect(await search('a')).toBe(false)
  const { rows } = await t.owner.query<{ hash: Buffer }>('select key_hash as hash from access.rate_limit')
  expect(rows.every((r) => r.hash.length === 32)).toBe(true)
})

test('an address that fails again and again is asked to wait', async () => {
  let status = 0
  for (let i = 0; i < 40 && status !== 429; i++) status = (await browser.open('/auth/callback?state=x')).status
  expect(status).toBe(429)
})

test('"Din konto": a token is made, shown once, works as a bearer, and is deleted; mistakes are named at the field', async () => {
  expect((await browser.open('/konto')).url.pathname).toBe('/log-ind')
  await signInAs(browser, 'koordinator')
  const wrong = await browser.post('/konto/noegler', { name: '', days: '400' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('<a href="#days">Skriv et antal dage fra 1 til 365</a>')
  const made = await browser.post('/konto/noegler', { name: 'Regneark', days: '30' })
  const token = /Bearer ([\w-]+)/.exec(made.text)?.[1] ?? ''
  const ask = async (headers: Record<string, string>) =>
    (await (await fetch(`${server.origin}/hvem`, { headers })).json()) as { name: string | null }
  expect((await ask({ authorization: `Bearer ${token}` })).name).toBe('Anna Holm')
  expect((await ask({ cookie: `helhed=${token}` })).name).toBeNull()
  const account = await browser.open('/konto')
  expect(account.text).toContain('Regneark')
  expect(account.text).not.toContain(token)
  await browser.post(/action="(\/konto\/noegler\/\d+\/slet)"/.exec(account.text)?.[1] ?? '', {})
  expect((await ask({ authorization: `Bearer ${token}` })).name).toBeNull()
})
