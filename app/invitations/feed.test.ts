import ICAL from 'ical.js'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, consent, insert, type World } from '#test/world.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { db } from '#app/platform/db.server.ts'
import { instantAt } from '#app/platform/time/copenhagen.ts'
import { allowJobs, drainJobs } from '#app/platform/jobs/testing.ts'
import { makeFeed, readFeed, readFeeds, revokeFeed } from './feed.server.ts'
import { meetingReminders } from './remind.server.ts'
import { aMeeting, aPlace, applyPackTo, inDays, invite, meetingMessages } from './testing.ts'

let t: TestDatabase
let w: World
let neighbour: World
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'contact' })
  neighbour = await aWorld(t, { municipality: 787 })
  await applyPackTo(t, w.municipalityId)
  await allowJobs(t)
})
type Who = Parameters<World['ctxFor']>[0]
const secretOf = (path: string) => /^\/kalender\/([A-Za-z0-9_-]{43})\.ics$/.exec(path)?.[1] ?? ''
const feedOf = async (who: Who) => secretOf((await makeFeed(w.ctxFor(who), { name: 'Telefon' })).path)
async function entries(secret: string) {
  const file = await readFeed(secret, 'https://helhed.example.dk')
  if (file === null) return null
  return new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent').map((e) => {
    const event = new ICAL.Event(e)
    return { uid: event.uid, summary: event.summary, location: event.location, start: event.startDate.toJSDate().toISOString(), status: e.getFirstPropertyValue('status') }
  })
}
async function meeting(over: Record<string, unknown> = {}, who: Record<string, unknown>[] = [{ staff_id: w.staff.teacher }, { person_id: w.people.mette }]) {
  const id = await aMeeting(t, w, over)
  for (const one of who) await aPlace(t, w, id, one)
  const { rows } = await t.owner.query<{ uid: string }>('select uid from meeting where id = $1', [id])
  return { id, uid: rows[0]?.uid ?? '' }
}

test('KOO-12: the feed shows its owner’s meetings as they may see them at that moment, and is logged as a read', async () => {
  const { uid, id } = await meeting()
  const secret = await feedOf('teacher')
  expect(await entries(secret)).toEqual([]) // no consent: the meeting is not there
  const ids = [await consent(t, w, { subject: w.people.mette, from: ['coordination'], to: ['education'], categories: ['meetings'] }), await consent(t, w, { subject: w.people.ida, from: ['coordination'], to: ['education'], categories: ['meetings'] })]
  expect(await entries(secret)).toEqual([{ uid, summary: 'Møde', location: 'Børnehuset, Æblevej 3', start: instantAt(inDays(10), '13:00'), status: 'CONFIRMED' }])
  expect((await auditRows(t, 'invitations.read-feed')).at(-1)).toMatchObject({ actor_kind: 'staff', actor_id: w.staff.teacher, case_id: w.caseId, bases: ['consent'], outcome: 'done' })
  await t.owner.query('update consent set withdrawn_at = access.now() where id = $1', [ids[0]])
  expect(await entries(secret)).toEqual([])
  await t.owner.query('update consent set withdrawn_at = null where id = $1', [ids[0]])
  await t.owner.query(`update meeting set cancelled_at = access.now(), cancelled_reason = 'ill' where id = $1`, [id])
  expect(await entries(secret)).toMatchObject([{ uid, status: 'CANCELLED', location: null }])
  await t.owner.query('delete from consent_signer; delete from consent')
})

test('KOO-12: a member’s feed has their own meetings only; a meeting that was not called yet is not in it', async () => {
  const own = await meeting({}, [{ person_id: w.people.mette }])
  const others = await meeting({ subjects: [w.people.jonas] }, [{ person_id: w.people.jonas }])
  const planned = await meeting({ invited_at: null }, [{ person_id: w.people.mette }])
  const uids = (await entries(await feedOf('mette')))?.map((e) => e.uid)
  expect(uids).toContain(own.uid)
  expect(uids).not.toContain(others.uid)
  expect(uids).not.toContain(planned.uid)
  expect((await entries(await feedOf('jonas')))?.map((e) => e.uid)).toEqual([others.uid])
})

test('CON-15: under a shield the feed says the time only, and shows nothing to the one it is kept from', async () => {
  const { uid } = await meeting({}, [{ person_id: w.people.mette }, { person_id: w.people.jonas }])
  const [mette, jonas] = [await feedOf('mette'), await feedOf('jonas')]
  const shield = await insert(t, 'shield', { municipality_id: 766, case_id: w.caseId, person_a: w.people.mette, person_b: w.people.jonas, valid_from: '2020-01-01', reason: 'Trusler', set_by: w.staff.coordinator })
  expect((await entries(mette))?.find((e) => e.uid === uid)).toMatchObject({ summary: 'Møde', location: null })
  expect((await entries(jonas))?.find((e) => e.uid === uid)).toBeUndefined()
  await t.owner.query('delete from shield where id = $1', [shield])
})

test('IT-06: the secret is shown once and kept as a hash; it is no session; closed, it opens nothing; only its owner closes it', async () => {
  const { id, path } = await makeFeed(w.ctxFor('teacher'), { name: 'Min telefon' })
  const secret = secretOf(path)
  expect(await entries(secret)).not.toBeNull()
  expect((await readFeeds(w.ctxFor('teacher'), {}))[0]).toMatchObject({ id, name: 'Min telefon' })
  expect(JSON.stringify(await readFeeds(w.ctxFor('teacher'), {}))).not.toContain(secret)
  expect(JSON.stringify((await t.owner.query('select * from calendar_feed')).rows)).not.toContain(secret)
  await expect(db().pool.query('select * from access.enter($1)', [secret])).rejects.toThrow('no session')
  await expect(revokeFeed(w.ctxFor('coordinator'), { feedId: id })).rejects.toThrow(NotFound)
  await expect(revokeFeed(neighbour.ctxFor('teacher'), { feedId: id })).rejects.toThrow(NotFound)
  await revokeFeed(w.ctxFor('teacher'), { feedId: id })
  expect(await entries(secret)).toBeNull()
  await expect(revokeFeed(w.ctxFor('teacher'), { feedId: id })).rejects.toThrow(NotFound)
  expect(await readFeed('short', '')).toBeNull()
  expect(await readFeed('A'.repeat(43), '')).toBeNull()
  expect((await auditRows(t, 'invitations.make-feed')).at(-1)).toMatchObject({ details: { feed: id } })
  expect((await auditRows(t, 'invitations.revoke-feed')).some((r) => r.outcome === 'done' && r.details['feed'] === id)).toBe(true)
  await expect(makeFeed(w.ctxFor('teacher'), { name: ' ' })).rejects.toThrow(Invalid)
})

test('IT-06: who has left has no calendar any more; nobody makes more than ten', async () => {
  const secret = await feedOf('healthVisitor')
  expect(await entries(secret)).toEqual([])
  await t.owner.query('update staff set closed_at = access.now() where id = $1', [w.staff.healthVisitor])
  expect(await entries(secret)).toBeNull()
  await expect(async () => {
    for (let i = 0; i < 11; i++) await feedOf('jobcentre')
  }).rejects.toThrow(Forbidden)
})

test('MEET-06: a reminder goes once, by mail or SMS, to who is invited and has not declined', async () => {
  await insert(t, 'contact_detail', { municipality_id: 766, case_id: w.caseId, sector: 'coordination', category: 'contact', visibility: 'family', subjects: [w.people.mette], email: 'mette@example.dk', preferred_channel: 'mail' })
  const soon = await meeting({ starts_at: instantAt(inDays(2), '13:00') }, [{ person_id: w.people.mette }])
  const later = await meeting({}, [{ person_id: w.people.mette }])
  for (const { id } of [soon, later]) await invite(t, w, id)
  await t.owner.query(`update invitation set planned_at = planned_at - interval '2 days'`)
  const run = async () => {
    await t.owner.query(`insert into pgboss.job (name, data) values ('invitations.remind', '{"municipalityId": 766}')`)
    expect(await drainJobs(t, [meetingReminders])).toEqual([])
    return (await meetingMessages(t, 766)).filter((m) => m.template === 'meeting-reminder')
  }
  const first = await run()
  expect(first).toMatchObject([{ personId: w.people.mette, channel: 'email', subject: 'Møde' }])
  expect(first[0]?.body.text).toMatch(/^Husk: møde \S+ den .* kl\. 13\.00\.$/)
  expect(await run()).toHaveLength(1)
  await t.owner.query(`update invitation set reminded_at = null, answer = 'declines', answered_at = access.now() where meeting_id = $1`, [soon.id])
  expect(await run()).toHaveLength(1)
})

test('CON-15: over random meetings, nothing that leaves by mail, SMS or calendar names family, kind or obligation; under a shield no place either', async () => {
  const places = fc.constantFrom('Børnehuset', 'Hjemme hos Mette', 'Krisecentret', '')
  await fc.assert(
    fc.asyncProperty(fc.record({ place: places, shield: fc.boolean(), guarded: fc.boolean(), kind: fc.constantFrom('network-meeting', 'plan-follow-up', 'intake-meeting'), serves: fc.boolean(), slot: fc.boolean(), subjects: fc.constantFrom('ida', 'both') }), async (c) => {
      await t.owner.query('delete from shield; delete from address_protection')
      if (c.shield) await insert(t, 'shield', { municipality_id: 766, case_id: w.caseId, person_a: w.people.mette, person_b: w.people.jonas, valid_from: '2020-01-01', reason: 'x', set_by: w.staff.coordinator })
      if (c.guarded) await insert(t, 'address_protection', { municipality_id: 766, person_id: w.people.mette, valid_from: '2020-01-01' })
      const { id } = await meeting(
        { place: c.place, kind: c.kind, subjects: c.subjects === 'ida' ? [w.people.ida] : [w.people.mette, w.people.ida], serves: JSON.stringify(c.serves ? [{ code: 'job-talk', personId: w.people.mette, due: null }] : []) },
        [{ person_id: w.people.mette }, { person_id: w.people.jonas }, { outside_name: 'Skolen', of_sector: 'education', outside_address: 'skolen@example.dk', ...(c.slot ? { slot_from: '13:10', slot_minutes: 10, how: 'telephone' } : {}) }],
      )
      const result = await invite(t, w, id)
      expect(result[1]?.result === 'shielded').toBe(c.shield)
      const out = (await meetingMessages(t, 766)).slice(-result.filter((r) => r.result === 'invited').length)
      for (const m of out) {
        const open = JSON.stringify([m.subject, m.body.text, m.body.calendar])
        expect(m.subject).toBe('Møde')
        expect(open).not.toMatch(/Sørensen|Ida|Jonas|Netværksmøde|Opfølgning|Opstart|jobcenter|Samtale/)
        if (c.shield || c.guarded) expect(open).not.toMatch(/Børnehuset|Hjemme hos|Krisecentret/)
        if (c.shield || c.guarded) expect(JSON.stringify(m.body.letter)).not.toMatch(/Børnehuset|Hjemme hos|Krisecentret|Netværksmøde|Ida/)
      }
    }),
    { numRuns: 25 },
  )
  await t.owner.query('delete from shield; delete from address_protection')
}, 60_000)
