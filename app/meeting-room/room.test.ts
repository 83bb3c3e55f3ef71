import { describe, expect, test } from 'vitest'
import { ownPacks } from '#app/catalogue/testing.ts'
import { kindsOf } from '#app/meetings/kinds.ts'
import { openOutbox, type EditAnswer, newKey, type OutboxState } from './outbox.ts'
import { decidesHere, inRoom, nextVoice, takesEdits, turnAt } from './room.ts'
import { changeOfWall } from './wall.ts'

describe('rules of a meeting', () => {
  test('MEET-17: Thisted’s meetings never decide; CAT-11: one that the pack gives power to does', async () => {
    const { effective } = await ownPacks()
    const today = '2026-11-22'
    const thisted = kindsOf(effective('thisted'), today).find((k) => k.code === 'follow-up-meeting')
    expect(thisted && decidesHere(thisted)).toBe(false)
    expect(kindsOf(effective('hedensted'), today).some(decidesHere)).toBe(true)
    expect(decidesHere({ plan: 'recommends', measures: 'decides' })).toBe(true)
    expect(decidesHere(null)).toBe(false)
  })
  test('MEET-12: the round goes on in the order of the room, and passes over whoever has left', () => {
    expect(nextVoice([], null)).toBeNull()
    expect(nextVoice([1, 2, 3], null)).toBe(1)
    expect(nextVoice([1, 2, 3], 2)).toBe(3)
    expect(nextVoice([1, 2, 3], 3)).toBeNull()
    expect(nextVoice([1, 3], 2)).toBe(1)
  })
  test('the timer fills and stays full; nothing happens after that', () => {
    const since = '2026-11-22T10:00:00.000Z'
    expect(turnAt(since, 2, Date.parse('2026-11-22T10:01:00.000Z'))).toEqual({ share: 0.5, minutesGone: 1 })
    expect(turnAt(since, 2, Date.parse('2026-11-22T10:09:30.000Z'))).toEqual({ share: 1, minutesGone: 9 })
    expect(turnAt(since, 2, Date.parse('2026-11-22T09:59:00.000Z'))).toEqual({ share: 0, minutesGone: 0 })
  })
  test('what was typed without a network is taken in for twelve hours after the end', () => {
    const m = { beganAt: '2026-11-22T10:00:00.000Z', endedAt: null, cancelledAt: null }
    expect(takesEdits({ ...m, beganAt: null }, m.beganAt)).toBe(false)
    expect(takesEdits(m, m.beganAt)).toBe(true)
    expect(takesEdits({ ...m, endedAt: '2026-11-22T11:00:00.000Z' }, '2026-11-22T22:59:00.000Z')).toBe(true)
    expect(takesEdits({ ...m, endedAt: '2026-11-22T11:00:00.000Z' }, '2026-11-22T23:01:00.000Z')).toBe(false)
  })
  test('who is in the room, and what a change does to the wall', () => {
    const stay = (participantId: number, leftAt: string | null) => ({ id: participantId, meetingId: 1, shelfId: 1, participantId, cameAt: 'a', leftAt, wentAlongWith: null })
    expect(inRoom([stay(1, null), stay(2, 'b')])).toEqual([1])
    expect(changeOfWall([{ shelfId: 1 }, { shelfId: 1 }, { shelfId: 2 }], [1], [2])).toEqual({ gone: 2, come: 1 })
  })
})

describe('the queue of a screen', () => {
  const edit = (n: number, over = {}) => ({ key: `k${n}`, intent: 'write', fields: { words: `ord ${n}` }, ...over })
  function aScreen(kept: string | null = null) {
    let stored = kept
    let net = true
    let last: OutboxState | null = null
    const sent: Record<string, string | string[]>[] = []
    const answers: EditAnswer[] = []
    const box = openOutbox({
      send: (fields) => {
        if (!net) return Promise.reject(new Error('no network'))
        sent.push(fields)
        return Promise.resolve(answers.shift() ?? { done: true, revision: sent.length })
      },
      store: { load: () => stored, save: (text) => void (stored = text) },
      changed: (s) => void (last = s),
      arrived: () => undefined,
    })
    return { box, sent, answers, kept: () => stored, state: () => last ?? box.state(), net: (on: boolean) => void (net = on) }
  }

  test('without a network nothing typed is lost, and it goes out in order with the keys it was given', async () => {
    const s = aScreen()
    s.net(false)
    s.box.add(edit(1))
    s.box.add(edit(2))
    await s.box.pump()
    expect(s.state()).toMatchObject({ offline: true })
    expect(s.kept()).toContain('ord 2')
    s.net(true)
    s.box.heard(true)
    await s.box.pump()
    expect(s.sent.map((f) => f['key'])).toEqual(['k1', 'k2'])
    expect(s.kept()).toBeNull()
    expect(s.state().offline).toBe(false)
  })
  test('a reload takes up what the tab kept', async () => {
    const s = aScreen(JSON.stringify({ edits: [edit(7)], stuck: [] }))
    await s.box.pump()
    expect(s.sent.map((f) => f['words'])).toEqual(['ord 7'])
    expect(aScreen('not json').box.state().edits).toEqual([])
  })
  test('more letters of a line go with those that wait; what may have arrived is never changed, and follows as an edit of its own', async () => {
    const s = aScreen()
    s.net(false)
    s.box.add(edit(1, { note: 'n', seen: null }))
    await s.box.pump()
    s.box.add(edit(2, { note: 'n', seen: null, fields: { words: 'ord 1 og 2' } }))
    s.box.add(edit(3, { note: 'n', seen: null, fields: { words: 'ord 1, 2 og 3' } }))
    await s.box.pump()
    s.net(true)
    await s.box.pump()
    expect(s.sent).toMatchObject([
      { key: 'k1', words: 'ord 1', seen: '' },
      { key: 'k2', words: 'ord 1, 2 og 3', seen: '1' },
    ])
  })
  test('an edit that was refused waits beside for a choice, the others go on', async () => {
    const s = aScreen()
    s.answers.push({ done: false, why: 'conflict', code: 'stale', theirs: { words: 'deres', revision: 4 } })
    s.box.add(edit(1, { note: 'n', seen: 2 }))
    s.box.add(edit(2))
    await s.box.pump()
    expect(s.state().stuck).toHaveLength(1)
    expect(s.sent).toHaveLength(2)
    s.box.settle('k1', { ...edit(3), note: 'n', seen: 4 })
    await s.box.pump()
    expect(s.sent.at(-1)).toMatchObject({ key: 'k3', seen: '4' })
    expect(s.state().stuck).toEqual([])
  })
  test('signed out: everything is kept until somebody has signed in again', async () => {
    const s = aScreen()
    s.answers.push({ done: false, why: 'signed-out' })
    s.box.add(edit(1))
    await s.box.pump()
    expect(s.state()).toMatchObject({ signedOut: true })
    expect(s.state().edits).toHaveLength(1)
    s.box.heard(true)
    await s.box.pump()
    expect(s.sent).toHaveLength(2)
  })
  test('a key is a version 4 UUID', () => {
    expect(newKey((b) => b.fill(255))).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
