import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { insert } from '#test/world.ts'
import { cameIn, wentOut } from './come-and-go.server.ts'
import { endRoom } from './end-room.server.ts'
import { guestPulse, guestWall } from './guest-wall.server.ts'
import { roomWorld } from './testing.ts'

const r = roomWorld()
const anna = () => r.w.ctxFor('coordinator')
const sha = (text: string) => createHash('sha256').update(text).digest()
const secret = 'a-secret-that-the-right-code-gave-to-this-browser-alone'
let links = 0
async function aLink(): Promise<string> {
  const token = `2bcd-efgh-jkmn-pqrs-${String.fromCharCode(97 + (++links % 26)).repeat(4)}`
  await insert(r.t, 'meeting_link', {
    municipality_id: r.w.municipalityId, participant_id: r.parts.doctor, case_id: r.w.caseId, token_hash: sha(token), code_hashes: [], created_at: new Date(), most_wrong: 5,
    secret_hash: sha(secret), secret_until: new Date(Date.now() + 3_600_000),
  })
  return token
}

describe('a guest by link', () => {
  test('sees the wall while the meeting lasts and they are in the room: what is the coordination’s and consented to their sector', async () => {
    const token = await aLink()
    expect(await guestWall(token, secret)).toBeNull()
    await r.start(['mette', 'ida', 'coordinator'])
    await r.shared('general-practice', ['meetings'])
    await r.write({ words: 'Ida sover om natten' })
    expect(await guestWall(token, secret)).toMatchObject({ state: 'invited', notes: [], family: [] })
    const before = await guestPulse(token, secret)
    await cameIn(anna(), r.edit({ participantId: r.parts.doctor }))
    expect(await guestPulse(token, secret)).toBeGreaterThan(before ?? 0)
    expect(await guestWall(token, secret)).toMatchObject({ state: 'running', family: ['Mette', 'Ida'], others: ['Anna Holm', 'Dr. Lund'], notes: [{ words: 'Ida sover om natten' }] })
    expect(await r.said()).toEqual(['Ida sover om natten'])
    await r.write({ words: 'Kun for os', subjects: [String(r.w.people.mette)] })
    await r.t.owner.query('update consent set withdrawn_at = access.now() where case_id = $1 and subject_id = $2', [r.w.caseId, r.w.people.ida])
    expect((await guestWall(token, secret))?.notes.map((n) => n.words)).toEqual(['Kun for os'])
    const logged = (await r.mine('meeting-room.read-wall')).filter((a) => a.actor_kind === 'guest')
    expect(logged.length).toBeGreaterThan(0)
    expect(logged[0]?.bases).toEqual(['guest'])
  })

  test('nothing without the secret, after leaving, or after the end', async () => {
    const token = await aLink()
    await r.start(['mette', 'coordinator', 'doctor'])
    await r.shared('general-practice')
    await r.write()
    expect(await guestWall(token, '')).toBeNull()
    expect(await guestPulse(token, 'wrong')).toBeNull()
    expect(await guestWall('9zzz-zzzz-zzzz-zzzz-zzzz', secret)).toBeNull()
    expect(await guestWall('not a token', secret)).toBeNull()
    await wentOut(anna(), r.edit({ participantId: r.parts.doctor }))
    expect(await guestWall(token, secret)).toMatchObject({ state: 'invited', notes: [] })
    await endRoom(anna(), r.edit())
    expect(await guestWall(token, secret)).toBeNull()
    expect(await guestPulse(token, secret)).toBeNull()
  })
})
