import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { agreeInRoom, returnToNote } from './agree-in-room.server.ts'
import { cameIn, wentOut } from './come-and-go.server.ts'
import { endRoom } from './end-room.server.ts'
import { giveTurn, showPoint } from './lead-room.server.ts'
import { readRoom } from './read-room.server.ts'
import { startRoom } from './start-room.server.ts'
import { roomWorld } from './testing.ts'
import { takeBackNote, writeNote } from './write-note.server.ts'
import { insert } from '#test/world.ts'

const r = roomWorld()
const anna = () => r.w.ctxFor('coordinator')
const room = async () => (await readRoom(anna(), { caseId: r.w.caseId, meetingId: r.meetingId })).page

describe('the room', () => {
  test('MEET-04: the coordinator begins the meeting with those who are here; the family comes first', async () => {
    await r.start(['coordinator', 'mette'])
    const page = await room()
    expect(page.state).toBe('running')
    expect(page.attendants.filter((a) => a.here).map((a) => a.name)).toEqual(['Mette', 'Anna Holm'])
    expect((await r.mine('meeting-room.start'))[0]).toMatchObject({ outcome: 'done', case_id: r.w.caseId })
  })

  test('refused: a teacher, the family, another municipality; nobody here is an error of its own', async () => {
    await expect(r.start(['mette'], 'teacher')).rejects.toThrow(NotFound)
    await expect(r.start(['mette'], 'mette')).rejects.toThrow(Forbidden)
    await expect(startRoom(r.other.ctxFor('coordinator'), r.edit({ present: [r.parts.mette] }))).rejects.toThrow(NotFound)
    await expect(startRoom(anna(), r.edit({ present: [] }))).rejects.toThrow(Invalid)
    expect((await r.mine('meeting-room.start')).map((a) => a.outcome)).toContain('refused')
  })

  test('LOG-06: who came and went is dated, and that the coordinator went along with Mette', async () => {
    await r.start(['mette'])
    await cameIn(anna(), r.edit({ participantId: r.parts.coordinator, alongWith: r.w.people.mette }))
    expect((await room()).attendants.find((a) => a.participantId === r.parts.coordinator)).toMatchObject({ here: true, wentAlongWith: r.w.people.mette })
    await wentOut(anna(), r.edit({ participantId: r.parts.coordinator }))
    const gone = (await room()).attendants.find((a) => a.participantId === r.parts.coordinator)
    expect(gone).toMatchObject({ here: false, wentAlongWith: r.w.people.mette })
    expect(gone?.cameAt && gone.leftAt && gone.cameAt <= gone.leftAt).toBe(true)
    await expect(cameIn(anna(), r.edit({ participantId: r.parts.mette, alongWith: r.w.people.ida }))).rejects.toThrow(Invalid)
    await expect(cameIn(r.w.ctxFor('mette'), r.edit({ participantId: r.parts.ida }))).rejects.toThrow(Forbidden)
    await expect(wentOut(r.other.ctxFor('coordinator'), r.edit({ participantId: r.parts.mette }))).rejects.toThrow(NotFound)
    expect((await r.mine('meeting-room.went')).map((a) => a.outcome).sort()).toEqual(['done', 'refused'])
  })

  test('MEET-05, MEET-12: one point at a time, each voice in turn; a turn is over when its owner leaves', async () => {
    const point = await insert(r.t, 'meeting_point', { ...r.record(), meeting_id: r.meetingId, position: 1, kind: 'fixed', title: 'Bordet rundt' })
    await r.start()
    await showPoint(anna(), r.edit({ pointId: point }))
    await giveTurn(anna(), r.edit({ participantId: r.parts.mette, minutes: 3 }))
    expect(await room()).toMatchObject({ pointId: point, turn: { participantId: r.parts.mette, minutes: 3 } })
    await expect(giveTurn(anna(), r.edit({ participantId: r.parts.teacher }))).rejects.toThrow(Invalid)
    await expect(showPoint(anna(), r.edit({ pointId: 999_999 }))).rejects.toThrow(NotFound)
    await expect(showPoint(r.w.ctxFor('mette'), r.edit({ pointId: point }))).rejects.toThrow(Forbidden)
    await expect(giveTurn(r.w.ctxFor('ida'), r.edit({ participantId: r.parts.mette }))).rejects.toThrow(Forbidden)
    await expect(giveTurn(r.other.ctxFor('coordinator'), r.edit({ participantId: r.parts.mette }))).rejects.toThrow(NotFound)
    await wentOut(anna(), r.edit({ participantId: r.parts.mette }))
    expect((await room()).turn).toBeNull()
    expect((await r.mine('meeting-room.turn')).length).toBeGreaterThan(0)
  })

  test('MEET-12: a voice is written at the word of whom it belongs to', async () => {
    await r.start(['mette', 'coordinator'])
    await r.write({ kind: 'voice', words: 'Jeg sover igen', participantId: r.parts.mette })
    await r.shared()
    await cameIn(anna(), r.edit({ participantId: r.parts.teacher }))
    await r.write({ kind: 'voice', words: 'Der er ro i klassen', participantId: r.parts.teacher })
    const { rows } = await r.t.owner.query('select on_behalf_of_person::int as p, stated_by_sector as s, stated_by_name as n from room_note where meeting_id = $1 order by id', [r.meetingId])
    expect(rows).toEqual([
      { p: r.w.people.mette, s: null, n: null },
      { p: null, s: 'education', n: 'Line Krogh' },
    ])
    await expect(r.write({ kind: 'voice', words: 'Hvem?' })).rejects.toThrow(Invalid)
  })

  test('nobody but the leader writes; another municipality finds no meeting', async () => {
    await r.start()
    await expect(r.write({}, 'teacher')).rejects.toThrow(NotFound)
    await expect(r.write({}, 'mette')).rejects.toThrow(Forbidden)
    const key = randomUUID()
    await expect(writeNote(r.other.ctxFor('coordinator'), r.edit({ key, noteKey: key, kind: 'works', words: 'x' }))).rejects.toThrow(NotFound)
    expect((await r.mine('meeting-room.write')).every((a) => a.outcome === 'refused')).toBe(true)
  })

  test('an edit that is sent twice is done once, also at the same moment', async () => {
    await r.start()
    const key = randomUUID()
    const line = r.edit({ key, noteKey: key, kind: 'works', words: 'Bedstemor henter torsdag' })
    const [one, two] = await Promise.all([writeNote(anna(), line), writeNote(anna(), line)])
    await writeNote(anna(), line)
    expect(one.id).toBe(two.id)
    expect(await r.said()).toEqual(['Bedstemor henter torsdag'])
    expect(await r.mine('meeting-room.write')).toHaveLength(1)
    const change = r.edit({ noteKey: key, seen: 1, kind: 'works', words: 'Bedstemor henter fredag' })
    await writeNote(anna(), change)
    expect(await writeNote(anna(), change)).toMatchObject({ again: true, revision: 2 })
    expect(await r.said()).toEqual(['Bedstemor henter fredag'])
  })

  test('two edits of one line: the later one gets both texts, nothing is written over', async () => {
    await r.start()
    const key = randomUUID()
    await writeNote(anna(), r.edit({ key, noteKey: key, kind: 'worries', words: 'Morgenen er svær' }))
    await writeNote(r.w.ctxFor('projectManager'), r.edit({ noteKey: key, seen: 1, kind: 'worries', words: 'Morgenen er hård' }))
    const mine = writeNote(anna(), r.edit({ noteKey: key, seen: 1, kind: 'worries', words: 'Morgenen er bedre' }))
    await expect(mine).rejects.toMatchObject({ code: 'stale', details: { mine: { words: 'Morgenen er bedre' }, theirs: { words: 'Morgenen er hård', revision: 2 } } })
    await expect(takeBackNote(anna(), r.edit({ noteKey: key, seen: 1 }))).rejects.toThrow(Conflict)
    await takeBackNote(anna(), r.edit({ noteKey: key, seen: 2 }))
    expect(await r.said()).toEqual([])
    await takeBackNote(anna(), r.edit({ noteKey: key, seen: 3, back: 'on' }))
    expect(await r.said()).toEqual(['Morgenen er hård'])
    await expect(takeBackNote(r.w.ctxFor('mette'), r.edit({ noteKey: key, seen: 4 }))).rejects.toThrow(Forbidden)
    await expect(takeBackNote(r.other.ctxFor('coordinator'), r.edit({ noteKey: key, seen: 4 }))).rejects.toThrow(NotFound)
    expect(await r.mine('meeting-room.take-back')).not.toHaveLength(0)
  })

  test('a name in a line about fewer is asked about, once', async () => {
    await r.start()
    const line = { words: 'Ida glæder sig', subjects: [String(r.w.people.mette)] }
    await expect(r.write(line)).rejects.toMatchObject({ code: 'about-somebody-else' })
    await r.write({ ...line, aboutOthers: String(r.w.people.ida) })
    const { rows } = await r.t.owner.query<{ subjects: string[] }>('select subjects from room_note where meeting_id = $1', [r.meetingId])
    expect(rows[0]?.subjects.map(Number)).toEqual([r.w.people.mette, r.w.people.ida])
  })

  test('MEET-15: an agreement is written as it is made, and belongs to the meeting', async () => {
    await r.start()
    const deal = r.edit({ what: 'Ringer til banken', owner: `person-${r.w.people.mette}`, dueOn: '2099-01-31' })
    await agreeInRoom(anna(), deal)
    await agreeInRoom(anna(), deal)
    expect((await r.wall()).agreements).toMatchObject([{ what: 'Ringer til banken', owner: 'Mette' }])
    await expect(agreeInRoom(r.w.ctxFor('mette'), r.edit({ ...deal, key: randomUUID() }))).rejects.toThrow(Forbidden)
    await expect(agreeInRoom(r.other.ctxFor('coordinator'), r.edit({ ...deal, key: randomUUID() }))).rejects.toThrow(NotFound)
    expect(await r.mine('meeting-room.agree')).not.toHaveLength(0)
  })

  test('MEET-18: something to think over comes back at the next meeting until it was talked about', async () => {
    await r.start()
    await r.write({ kind: 'reflection', words: 'Skal Ida skifte fritidshjem?' })
    const next = await r.aMeeting()
    const part = await insert(r.t, 'meeting_participant', { ...r.record(), meeting_id: next, person_id: r.w.people.mette })
    const there = (over: object) => r.edit({ meetingId: next, ...over })
    await startRoom(anna(), there({ present: [part] }))
    const read = async () => (await readRoom(anna(), { caseId: r.w.caseId, meetingId: next })).page.earlier
    const [note] = await read()
    expect(note).toMatchObject({ words: 'Skal Ida skifte fritidshjem?', returned: false })
    await expect(returnToNote(r.w.ctxFor('mette'), there({ noteId: note?.id }))).rejects.toThrow(Forbidden)
    await expect(returnToNote(r.other.ctxFor('coordinator'), there({ noteId: note?.id }))).rejects.toThrow(NotFound)
    await returnToNote(anna(), there({ noteId: note?.id }))
    expect(await read()).toMatchObject([{ returned: true }])
    expect(await r.mine('meeting-room.return-to')).not.toHaveLength(0)
  })

  test('CAT-11: where the kind of meeting decides, a decision is written', async () => {
    await r.start()
    await r.write({ kind: 'decision', words: 'Planen er godkendt' })
    expect(await r.said()).toEqual(['Planen er godkendt'])
  })

  test('the end: everybody has left, the wall is empty, and what was typed without a network still comes in', async () => {
    await r.start()
    await r.write()
    await expect(endRoom(r.w.ctxFor('mette'), r.edit())).rejects.toThrow(Forbidden)
    await expect(endRoom(r.other.ctxFor('coordinator'), r.edit())).rejects.toThrow(NotFound)
    await endRoom(anna(), r.edit())
    expect(await r.wall()).toMatchObject({ state: 'held', family: [], notes: [] })
    await r.write({ words: 'Skrevet i toget' })
    expect((await room()).notes.map((n) => n.words)).toContain('Skrevet i toget')
    await r.t.owner.query("update meeting set began_at = access.now() - interval '3 days', ended_at = access.now() - interval '2 days' where id = $1", [r.meetingId])
    await expect(r.write()).rejects.toMatchObject({ code: 'meeting-over' })
    expect(await r.mine('meeting-room.end')).not.toHaveLength(0)
  })
})
