import { beforeAll, expect, test } from 'vitest'
import { changeNote } from '#app/assessment/change-note.server.ts'
import { readBackground, readSituation } from '#app/assessment/read-situation.server.ts'
import { writeNote } from '#app/assessment/write-note.server.ts'
import { applyShippedPack } from '#app/catalogue/testing.ts'
import { NotFound } from '#app/platform/context.ts'
import { addGoal } from './add-goal.server.ts'
import { carriedFrom } from './carry.server.ts'
import { makeVersion } from './make-version.server.ts'
import { planWorld } from './verbs-testing.ts'
import { writeHope } from './write-hope.server.ts'

const p = planWorld()
beforeAll(async () => {
  await applyShippedPack(p.t, p.world.municipalityId, 'hedensted')
})
const need = (over = {}) =>
  writeNote(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, personId: p.w.people.ida, part: 'need', aspect: 'work', words: 'Ro om morgenen', ...over })

test('UDR-15: a need becomes a goal and a wish a hope with the words they had; the page says so, and remembers where they came from', async () => {
  const ctx = p.w.ctxFor('coordinator')
  const { id } = await need()
  const carried = await carriedFrom(ctx, p.w.caseId, new URLSearchParams({ note: String(id) }), 'goal')
  expect(carried?.values).toMatchObject({ title: 'Ro om morgenen', subjects: [String(p.w.people.ida)], fromNoteId: String(id) })
  const goal = await addGoal(ctx, { caseId: p.w.caseId, ...carried?.values })
  const wish = await need({ part: 'wish', words: 'En hund', voice: 'member', onBehalfChannel: 'phone', onBehalfOn: '2026-11-02' })
  const hoped = await carriedFrom(ctx, p.w.caseId, new URLSearchParams({ note: String(wish.id) }), 'hope')
  expect(hoped?.values).toMatchObject({ words: 'En hund', onBehalfChannel: 'phone', 'onBehalfOn.day': '2' })
  const hope = await writeHope(ctx, { caseId: p.w.caseId, ...hoped?.values, onBehalfOn: '2026-11-02' })
  const { carried: on } = await readSituation(ctx, { caseId: p.w.caseId })
  expect(on.map((c) => [c.noteId, c.kind, c.id])).toEqual([[id, 'goal', goal.id], [wish.id, 'hope', hope.id]])
})

test('UDR-15: a note one may not see cannot be carried, and is never named as the origin', async () => {
  const { id } = await need()
  const query = new URLSearchParams({ note: String(id) })
  await expect(carriedFrom(p.w.ctxFor('teacher'), p.w.caseId, query, 'goal')).rejects.toThrow(NotFound)
  const goal = await addGoal(p.w.ctxFor('teacher'), { caseId: p.w.caseId, title: 'Skolens', subjects: [p.w.people.ida], fromNoteId: id })
  const { rows } = await p.t.owner.query<{ from_note_id: string | null }>('select from_note_id from goal where id = $1', [goal.id])
  expect(rows).toEqual([{ from_note_id: null }])
})

test('PLAN-04, PLAN-05, KOO-09: an agreed plan remembers the situation it was built on, whatever is written afterwards', async () => {
  const ctx = p.w.ctxFor('coordinator')
  const { id } = await need({ part: 'strength', words: 'Som det var' })
  await p.wholePlan()
  const { number } = await makeVersion(ctx, { caseId: p.w.caseId, agreedOn: '2026-11-20', atMeeting: 'on' })
  await changeNote(ctx, { caseId: p.w.caseId, noteId: id, seenRevision: 1, words: 'Som det blev' })
  await need({ words: 'Kom til senere' })
  const then = await readBackground(ctx, { caseId: p.w.caseId, number })
  expect(then.notes.map((n) => n.words)).toEqual(['Som det var'])
  const now = await readBackground(ctx, { caseId: p.w.caseId, number: null })
  expect(now.notes.map((n) => n.words)).toEqual(['Som det blev', 'Kom til senere'])
  expect((await readBackground(p.w.ctxFor('teacher'), { caseId: p.w.caseId, number: null })).versions).toEqual([])
})
