import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { db } from '#app/platform/db.server.ts'
import { withdrawConsent } from '#app/consent/withdraw-consent.server.ts'
import { cameIn, wentOut } from './come-and-go.server.ts'
import { readRoom } from './read-room.server.ts'
import { readWall } from './read-wall.server.ts'
import { showAnyway } from './show-anyway.server.ts'
import { roomWorld } from './testing.ts'

const r = roomWorld()
const anna = () => r.w.ctxFor('coordinator')
const room = async (over = {}) => (await readRoom(anna(), { caseId: r.w.caseId, meetingId: r.meetingId, ...over })).page
const comes = (who: keyof typeof r.parts) => cameIn(anna(), r.edit({ participantId: r.parts[who] }))
const goes = (who: keyof typeof r.parts) => wentOut(anna(), r.edit({ participantId: r.parts[who] }))

describe('the wall', () => {
  test('MEET-19: whoever comes or goes changes it, and the leader is told before, in numbers', async () => {
    await r.start(['mette', 'ida', 'coordinator'])
    await r.write({ words: 'Vi spiser sammen' })
    await r.write({ kind: 'worries', words: 'Regninger hober sig op', subjects: [String(r.w.people.mette)] })
    expect(await r.said()).toHaveLength(2)
    expect((await room({ comes: r.parts.teacher })).change).toMatchObject({ gone: 2, come: 0 })
    await comes('teacher')
    expect(await r.said()).toEqual([])
    expect((await room({ goes: r.parts.teacher })).change).toMatchObject({ gone: 0, come: 2 })
    const off = (await room()).notes
    expect(off.every((n) => !n.onWall && n.hiddenFrom.includes(r.parts.teacher))).toBe(true)
    await goes('teacher')
    expect(await r.said()).toHaveLength(2)
  })

  test('nobody in the room: nothing on the wall; what only staff may read never is while the family is there', async () => {
    await r.start(['coordinator'])
    await r.write()
    expect(await r.said()).toHaveLength(1)
    await r.t.owner.query("update room_note set visibility = 'staff', on_behalf_of_person = null where meeting_id = $1", [r.meetingId])
    expect(await r.said()).toHaveLength(1)
    await comes('mette')
    expect(await r.said()).toEqual([])
    await goes('mette')
    await goes('coordinator')
    expect(await r.said()).toEqual([])
  })

  test('a friend or an interpreter sees what the one they are there for reads of themselves and the children; no more', async () => {
    await r.start(['mette', 'ida', 'coordinator', 'friend', 'interpreter'])
    await r.write({ words: 'Om os to' })
    expect(await r.said()).toEqual(['Om os to'])
    await r.t.owner.query('update custody set valid_until = $1 where child_id = $2 and holder_id = $3', ['2021-01-01', r.w.people.ida, r.w.people.mette])
    expect(await r.said()).toEqual([])
    await goes('friend')
    await goes('interpreter')
    expect(await r.said()).toEqual(['Om os to'])
  })

  test('a guest of another authority sees what is the coordination’s and consented to that sector', async () => {
    await r.start(['mette', 'coordinator', 'doctor'])
    await r.write({ words: 'Ida sover om natten' })
    expect(await r.said()).toEqual([])
    await r.shared('general-practice')
    expect(await r.said()).toEqual(['Ida sover om natten'])
  })

  test('a withdrawal in the middle of a meeting is off the wall from the next read, and the pulse tells it', async () => {
    const [mette] = await r.shared()
    await r.start(['mette', 'coordinator', 'teacher'])
    await r.write()
    expect(await r.said()).toHaveLength(1)
    const before = (await r.wall()).pulse?.at ?? 0
    await withdrawConsent(r.w.ctxFor('mette'), { caseId: r.w.caseId, consentId: mette })
    expect((await r.wall()).pulse?.at).toBeGreaterThan(before)
    expect(await r.said()).toEqual([])
  })

  test('a shield keeps the other parent’s meeting from them: it is not there', async () => {
    await r.start()
    await expect(readWall(r.w.ctxFor('jonas'), { caseId: r.w.caseId, meetingId: r.meetingId })).rejects.toThrow(NotFound)
    await expect(readWall(r.other.ctxFor('coordinator'), { caseId: r.w.caseId, meetingId: r.meetingId })).rejects.toThrow(NotFound)
    await expect(readWall(r.w.ctxFor('teacher'), { caseId: r.w.caseId, meetingId: r.meetingId })).rejects.toThrow(NotFound)
  })

  test('who follows the meeting without leading it is told nothing of who may read what', async () => {
    await r.shared()
    await r.start(['mette', 'coordinator'])
    await r.write({ subjects: [String(r.w.people.mette)] })
    const page = (await readRoom(r.w.ctxFor('teacher'), { caseId: r.w.caseId, meetingId: r.meetingId, comes: r.parts.doctor })).page
    expect(page).toMatchObject({ change: null, anyway: null, may: { lead: false, consents: false } })
    expect(page.notes.flatMap((n) => n.hiddenFrom)).toEqual([])
  })
})

describe('show anyway', () => {
  const closed = async () => {
    await r.start(['mette', 'coordinator', 'teacher'])
    await r.write({ words: 'Mette venter på svar', subjects: [String(r.w.people.mette)] })
    const [note] = (await room()).notes
    return note ?? expect.fail('no note')
  }
  const anyway = (shelfId: number, yes: string[], over = {}) => showAnyway(anna(), r.edit({ shelfId, participantId: r.parts.teacher, yes, witness: 'Peter Bak', ...over }))

  test('a spoken yes of the person concerned opens it for today: one consent, one sector, one category', async () => {
    const note = await closed()
    expect(note).toMatchObject({ onWall: false, hiddenFrom: [r.parts.teacher], open: [r.parts.teacher] })
    expect((await room({ shelf: note.shelfId, to: r.parts.teacher })).anyway).toMatchObject({ needs: [{ subject: r.w.people.mette, name: 'Mette', signers: [{ id: r.w.people.mette, name: 'Mette', here: true }] }] })
    await anyway(note.shelfId, [`${r.w.people.mette}-${r.w.people.mette}`])
    expect(await r.said()).toEqual(['Mette venter på svar'])
    const { rows } = await r.t.owner.query(
      `select c.from_sectors, c.to_sectors, c.categories, c.valid_from = access.today() and c.valid_until = access.today() as today, s.signed_how, s.witness from consent c
        join consent_signer s on s.municipality_id = c.municipality_id and s.consent_id = c.id where c.case_id = $1`,
      [r.w.caseId],
    )
    expect(rows).toEqual([{ from_sectors: ['coordination'], to_sectors: ['education'], categories: ['meetings'], today: true, signed_how: 'spoken', witness: 'Peter Bak' }])
    expect(await r.mine('meeting-room.show-anyway')).toHaveLength(1)
  })

  test('never without a witness, by somebody who is not in the room, or by half of those who must say it', async () => {
    const note = await closed()
    await expect(anyway(note.shelfId, [`${r.w.people.mette}-${r.w.people.mette}`], { witness: '' })).rejects.toThrow(Invalid)
    await expect(anyway(note.shelfId, [])).rejects.toThrow(Invalid)
    await r.write({ words: 'Ida er glad', subjects: [String(r.w.people.ida)] })
    const about = (await room()).notes.find((n) => n.words === 'Ida er glad')
    await expect(anyway(about?.shelfId ?? 0, [`${r.w.people.ida}-${r.w.people.jonas}`])).rejects.toThrow(Invalid)
    await expect(anyway(about?.shelfId ?? 0, [`${r.w.people.ida}-${r.w.people.mette}`])).rejects.toThrow(Invalid)
    await expect(showAnyway(r.w.ctxFor('mette'), r.edit({ shelfId: note.shelfId, participantId: r.parts.teacher, yes: [], witness: 'x' }))).rejects.toThrow(Forbidden)
    await expect(showAnyway(r.other.ctxFor('coordinator'), r.edit({ shelfId: note.shelfId, participantId: r.parts.teacher, yes: [], witness: 'x' }))).rejects.toThrow(NotFound)
    expect(await r.said()).toEqual([])
  })

  test('a yes for one of two people is that one’s only: what is about both stays off the wall', async () => {
    await r.t.owner.query('update custody set valid_until = $1 where holder_id = $2', ['2021-01-01', r.w.people.jonas])
    await r.start(['mette', 'coordinator', 'teacher'])
    await r.write({ words: 'Om os begge' })
    const [note] = (await room()).notes
    await anyway(note?.shelfId ?? 0, [`${r.w.people.mette}-${r.w.people.mette}`])
    expect(await r.said()).toEqual([])
    await anyway(note?.shelfId ?? 0, [`${r.w.people.ida}-${r.w.people.mette}`])
    expect(await r.said()).toEqual(['Om os begge'])
  })
})

describe('the pulse and the log', () => {
  const pulse = async (token: string, key: string) => (await db().pool.query<{ v: string | null }>('select access.room_pulse($1, $2) as v', [token, key])).rows[0]?.v ?? null

  test('grows with each change, tells nothing without the key or a session, and leaves no row in the log', async () => {
    await r.start()
    const key = (await r.wall()).pulse?.key ?? ''
    const rows = async () => Number((await r.t.owner.query<{ n: string }>('select count(*) as n from audit_log')).rows[0]?.n)
    const logged = await rows()
    const one = await pulse(anna().token, key)
    expect(await pulse(anna().token, key)).toBe(one)
    expect(await rows()).toBe(logged)
    await r.write()
    expect(Number(await pulse(anna().token, key))).toBeGreaterThan(Number(one))
    expect(await pulse('nobody', key)).toBeNull()
    expect(await pulse(anna().token, '00000000-0000-4000-8000-000000000000')).toBeNull()
    expect(await pulse(r.other.ctxFor('coordinator').token, key)).toBeNull()
  })

  test('a screen that reads again is logged when it shows something new, not with every change', async () => {
    await r.start()
    await r.wall()
    await r.write({ words: 'En' })
    await r.wall()
    const first = (await r.mine('meeting-room.read-wall')).length
    await r.write({ words: 'To' })
    await r.wall()
    await r.wall()
    expect((await r.mine('meeting-room.read-wall')).length).toBe(first)
    await r.write({ words: 'Kun om Ida', subjects: [String(r.w.people.ida)] })
    await r.wall()
    const rows = await r.mine('meeting-room.read-wall')
    expect(rows).toHaveLength(first + 1)
    expect(rows.at(-1)?.shelf_ids.length).toBeGreaterThan(0)
  })

  test('without a session no room is there', async () => {
    await r.start()
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from meeting_room`.execute(db().kysely)
    expect(rows[0]?.n).toBe(0)
  })
})
