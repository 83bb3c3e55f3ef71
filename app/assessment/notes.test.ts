import { describe, expect, test } from 'vitest'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { changeNote, dropNote, restoreNote, undoNote } from './change-note.server.ts'
import { labelNote } from './label-note.server.ts'
import { rate, undoRating } from './rate.server.ts'
import { aFamily, consent } from '#test/world.ts'
import { takeOverNote } from './take-over-note.server.ts'
import { readBackground, readCarry, readForWriting, readNote, readSituation } from './read-situation.server.ts'
import { situationWorld } from './testing.ts'
import { writeNote } from './write-note.server.ts'

const s = situationWorld()
const { note, mine } = s
const read = (who: Parameters<typeof s.w.ctxFor>[0]) => readSituation(s.w.ctxFor(who), { caseId: s.w.caseId })
const wordsFor = async (who: Parameters<typeof s.w.ctxFor>[0]) => (await read(who)).notes.map((n) => n.words)

describe('the page', () => {
  test('UDR-16: every member stands on the page, with and without notes; the audit says who looked', async () => {
    const { id } = await note()
    const page = await read('coordinator')
    expect(page.people.filter((p) => p.family).map((p) => p.name)).toEqual(['Mette', 'Ida'])
    expect(page.notes).toMatchObject([{ id, part: 'strength', words: 'Hun tegner hver dag', sector: 'coordination', category: 'assessment' }])
    expect(page.principles.items).toHaveLength(7)
    expect(await mine('assessment.read')).toMatchObject([{ outcome: 'done', actor_kind: 'staff', case_id: s.w.caseId }])
    expect(await mine('assessment.write-note')).toMatchObject([{ outcome: 'done', person_ids: [s.w.people.ida], details: { note: id } }])
  })
  test('UDR-01: another municipality finds nothing, and writes nothing', async () => {
    const ctx = s.other.ctxFor('coordinator')
    await expect(readSituation(ctx, { caseId: s.w.caseId })).rejects.toThrow(NotFound)
    await expect(writeNote(ctx, { caseId: s.w.caseId, part: 'works', words: 'x' })).rejects.toThrow(NotFound)
    await expect(readBackground(ctx, { caseId: s.w.caseId, number: null })).rejects.toThrow(NotFound)
  })
  test('UDR-01: a box says what it is about; somebody outside the family is not written about', async () => {
    await expect(note({ aspect: '' })).rejects.toThrow(Invalid)
    await expect(note({ personId: 99_999 })).rejects.toThrow(Invalid)
    await expect(note({ part: 'works', aspect: '', personId: '' })).resolves.toMatchObject({ subjects: [s.w.people.mette, s.w.people.ida] })
  })
  test('UDR-01: free text that names another asks first', async () => {
    await expect(note({ words: 'Ida er bange, når Mette er træt' })).rejects.toThrow(Conflict)
    const { subjects } = await note({ words: 'Ida er bange, når Mette er træt', aboutOthers: String(s.w.people.mette) })
    expect(subjects).toEqual([s.w.people.ida, s.w.people.mette])
  })
})

describe('who reads', () => {
  test('UDR-04: the school reads its own notes only, whoever else writes on the page', async () => {
    await note({ words: 'Fra koordinatoren' })
    await note({ words: 'Fra skolen' }, 'teacher')
    await note({ words: 'Fra familieafdelingen' }, 'familyWorker')
    expect(await wordsFor('teacher')).toEqual(['Fra skolen'])
    expect(await wordsFor('coordinator')).toEqual(['Fra koordinatoren'])
  })
  test("UDR-01: a health note is not seen by the school, not even with consent to the situation; with a consent to health it is", async () => {
    await note({ words: 'Hun tegner' })
    await note({ words: 'Ida går til psykolog', aspect: 'health', part: 'challenge' })
    await s.consented(['coordination'], ['education'], ['assessment'])
    expect(await wordsFor('teacher')).toEqual(['Hun tegner'])
    await s.consented(['coordination'], ['education'], ['health'])
    expect(await wordsFor('teacher')).toEqual(['Hun tegner', 'Ida går til psykolog'])
  })
  test('UDR-01: a note not found cannot be opened, labelled or carried on', async () => {
    const { id } = await note({ words: 'Fra skolen' }, 'teacher')
    const at = { caseId: s.w.caseId, noteId: id }
    await expect(readNote(s.w.ctxFor('coordinator'), at)).rejects.toThrow(NotFound)
    await expect(readCarry(s.w.ctxFor('coordinator'), at)).rejects.toThrow(NotFound)
    await expect(labelNote(s.w.ctxFor('coordinator'), { ...at, seenRevision: 1, labels: [] })).rejects.toThrow(NotFound)
    await expect(readForWriting(s.w.ctxFor('coordinator'), at)).rejects.toThrow(NotFound)
  })
  test("CON-03: beside the field stand those who could read it; fewer for health", async () => {
    await s.consented(['coordination'], ['education'], ['assessment'])
    const page = await readForWriting(s.w.ctxFor('coordinator'), { caseId: s.w.caseId, personId: s.w.people.ida })
    expect(page.readers.join()).toContain('Line Krogh')
    expect(page.healthReaders.join()).not.toContain('Line Krogh')
  })
  test('UDR-01: a note hidden from the family is not read by it; the family reads the rest that concerns it', async () => {
    await note({ words: 'Synlig' })
    await note({ words: 'Skjult', hidden: 'on' })
    await note({ words: 'Mettes', personId: s.w.people.mette })
    expect(await wordsFor('mette')).toEqual(['Synlig', 'Mettes'])
    expect(await wordsFor('jonas')).toEqual(['Synlig'])
    expect(await wordsFor('ida')).toEqual(['Synlig'])
  })
})

describe("the family's own words", () => {
  test('UDR-04: a mother writes for herself and her child; nobody else rewrites it', async () => {
    const { id } = await note({ words: 'Vi spiser sammen' }, 'mette')
    await note({ words: 'Jeg er god til at lave mad', personId: s.w.people.mette }, 'mette')
    await expect(note({ words: 'Om Jonas', personId: s.w.people.jonas }, 'mette')).rejects.toThrow(Invalid)
    const at = { caseId: s.w.caseId, noteId: id, seenRevision: 1 }
    await expect(changeNote(s.w.ctxFor('coordinator'), { ...at, words: 'Omskrevet' })).rejects.toThrow(Forbidden)
    await expect(dropNote(s.w.ctxFor('coordinator'), { ...at, id, reason: 'x' })).rejects.toThrow(Forbidden)
    await changeNote(s.w.ctxFor('mette'), { ...at, words: 'Vi spiser sammen hver dag' })
    expect(await wordsFor('coordinator')).toEqual(['Vi spiser sammen hver dag', 'Jeg er god til at lave mad'])
  })
  test('UDR-04: written for a member needs how and when; the member takes it back', async () => {
    const own = { personId: s.w.people.mette, voice: 'member', words: 'Jeg sover dårligt' }
    await expect(note(own)).rejects.toThrow(Invalid)
    await expect(note({ ...own, onBehalfChannel: 'phone', onBehalfOn: '2099-01-01' })).rejects.toThrow(Invalid)
    const { id } = await note({ ...own, onBehalfChannel: 'phone', onBehalfOn: '2026-11-01' })
    expect((await read('mette')).notes).toMatchObject([{ onBehalf: { personId: s.w.people.mette, channel: 'phone' } }])
    await expect(undoNote(s.w.ctxFor('coordinator'), { caseId: s.w.caseId, id })).rejects.toThrow(Forbidden)
    await undoNote(s.w.ctxFor('mette'), { caseId: s.w.caseId, id })
    expect(await wordsFor('coordinator')).toEqual([])
    expect(await mine('assessment.undo-on-behalf')).toMatchObject([{ outcome: 'refused' }, { outcome: 'done', actor_kind: 'member' }])
  })
  test("UDR-04: what another department said is written by the coordinator only, with who, where and when", async () => {
    const stated = { voice: 'stated', statedName: 'Line Krogh', statedSector: 'education', statedOn: '2026-11-03', statedChannel: 'phone' }
    await expect(note({ ...stated, statedName: '' })).rejects.toThrow(Invalid)
    await expect(note(stated, 'familyWorker')).rejects.toThrow(Invalid)
    await note(stated)
    expect((await read('coordinator')).notes).toMatchObject([{ stated: { name: 'Line Krogh', sector: 'education' }, sector: 'coordination' }])
  })
  test("UDR-06: a child's houses hold the child's words, with who heard them and when", async () => {
    const house = { part: 'house-dreams', aspect: '', words: 'Jeg vil være dyrlæge' }
    await expect(note({ ...house, heardBy: 'Anna Holm' })).rejects.toThrow(Invalid)
    await expect(note({ ...house, personId: s.w.people.mette })).rejects.toThrow(Invalid)
    await note({ ...house, heardBy: 'Anna Holm', heardOn: '2026-11-04' })
    expect((await read('coordinator')).notes).toMatchObject([{ part: 'house-dreams', heardBy: 'Anna Holm', heardOn: '2026-11-04', aspect: null }])
  })
})

describe('change, take off, label', () => {
  test('UDR-01: a stale change is a conflict with both texts; what is taken off comes back with undo', async () => {
    const { id } = await note()
    const at = { caseId: s.w.caseId, noteId: id, seenRevision: 1 }
    await changeNote(s.w.ctxFor('coordinator'), { ...at, words: 'Først' })
    await expect(changeNote(s.w.ctxFor('coordinator'), { ...at, words: 'Sidst' })).rejects.toMatchObject({
      code: 'stale',
      details: { mine: { words: 'Sidst' }, theirs: { words: 'Først', revision: 2 } },
    })
    const out = await dropNote(s.w.ctxFor('coordinator'), { caseId: s.w.caseId, id, seenRevision: 2, reason: 'Gælder ikke mere' })
    expect(await wordsFor('coordinator')).toEqual([])
    await restoreNote(s.w.ctxFor('coordinator'), { caseId: s.w.caseId, id, seenRevision: out.revision })
    expect(await wordsFor('coordinator')).toEqual(['Først'])
  })
  test('UDR-05, UDR-18: labels and levels come on a note and leave its words alone; it is marked to be followed', async () => {
    const { id } = await note({ words: 'Hun vil gerne arbejde', personId: s.w.people.mette }, 'mette')
    await labelNote(s.w.ctxFor('coordinator'), {
      caseId: s.w.caseId,
      noteId: id,
      seenRevision: 1,
      labels: ['ffb-society', 'ffb-mental', 'nonsense'],
      levels: { 'ffb-society': 2, 'ffb-mental': 3 },
      follow: 'on',
    })
    expect((await read('coordinator')).notes).toMatchObject([
      { words: 'Hun vil gerne arbejde', labels: ['ffb-mental', 'ffb-society'], levels: { 'ffb-society': 2 }, follow: true, revision: 2 },
    ])
    await expect(labelNote(s.w.ctxFor('mette'), { caseId: s.w.caseId, noteId: id, seenRevision: 2, labels: [] })).rejects.toThrow(Forbidden)
  })
  test('UDR-08: a quotation is never rewritten, in the verb and in the database', async () => {
    const { id } = await note({ voice: 'quoted', quotedAuthority: 'Familieafdelingen', quotedOn: '2026-10-01', part: 'worry', aspect: '', words: 'Ordret' })
    await expect(changeNote(s.w.ctxFor('coordinator'), { caseId: s.w.caseId, noteId: id, seenRevision: 1, words: 'Pænere' })).rejects.toThrow(Invalid)
    await expect(s.t.owner.query(`update situation_note set words = 'Pænere' where id = $1`, [id])).rejects.toThrow('never rewritten')
  })
  test('UDR-08: what the coordinator wrote down at its word, the department takes over as its own; nobody else does', async () => {
    await s.consented(['coordination'], ['education'], ['assessment'])
    const { id } = await note({ voice: 'stated', statedName: 'Line', statedSector: 'education', statedOn: '2026-11-03', statedChannel: 'phone' })
    await expect(takeOverNote(s.w.ctxFor('coordinator'), { caseId: s.w.caseId, id })).rejects.toThrow(Forbidden)
    await expect(takeOverNote(s.w.ctxFor('healthVisitor'), { caseId: s.w.caseId, id })).rejects.toThrow(NotFound)
    const own = await takeOverNote(s.w.ctxFor('teacher'), { caseId: s.w.caseId, id })
    expect((await read('teacher')).notes).toMatchObject([{ id: own.id, sector: 'education', stated: null }])
    expect(await wordsFor('coordinator')).toEqual([])
    expect((await mine('assessment.take-over-note')).map((r) => r.outcome)).toEqual(['refused', 'refused', 'done'])
  })
  test('UDR-10: before it has decided, the intake team reads and writes the situation of a family in intake, not its health', async () => {
    const waiting = await aFamily(s.t, s.w, { inIntake: true, assigned: [] })
    for (const subject of [waiting.people.mette, waiting.people.ida])
      await consent(s.t, { ...s.w, ...waiting }, { subject, from: ['family-department'], to: ['coordination'], categories: ['assessment'], purpose: 'intake', signers: [waiting.people.mette] })
    const at = { caseId: waiting.caseId, personId: waiting.people.ida, part: 'strength' }
    await writeNote(s.w.ctxFor('intake'), { ...at, aspect: 'social', words: 'Hun er glad for skolen' })
    await expect(writeNote(s.w.ctxFor('intake'), { ...at, aspect: 'health', words: 'x' })).rejects.toThrow()
    expect((await readSituation(s.w.ctxFor('intake'), { caseId: waiting.caseId })).notes).toHaveLength(1)
  })
})

describe('the scale', () => {
  test('UDR-12: from 0 to 10 with whose answer it is; the newest of each is shown, the member first', async () => {
    const ctx = s.w.ctxFor('coordinator')
    const about = { caseId: s.w.caseId, personId: s.w.people.mette }
    await rate(ctx, { ...about, value: '4' })
    await rate(s.w.ctxFor('mette'), { ...about, value: '3' })
    await rate(s.w.ctxFor('mette'), { ...about, value: '5', notLower: 'Vi har fået ro om aftenen' })
    await expect(rate(ctx, { ...about, value: '11' })).rejects.toThrow(Invalid)
    await expect(rate(ctx, { ...about, value: '' })).rejects.toThrow(Invalid)
    await expect(rate(ctx, { ...about, value: '4', saidByPerson: s.w.people.mette })).rejects.toThrow(Invalid)
    expect((await read('coordinator')).scales).toMatchObject([
      { value: 5, saidByPerson: s.w.people.mette, notLower: 'Vi har fået ro om aftenen' },
      { value: 4, saidByPerson: null },
    ])
    expect((await read('teacher')).scales).toEqual([])
  })
  test('UDR-12: a number said for a member is taken back by that member only', async () => {
    const { id } = await rate(s.w.ctxFor('coordinator'), {
      caseId: s.w.caseId, personId: s.w.people.mette, value: 2, saidByPerson: s.w.people.mette, onBehalfChannel: 'meeting', onBehalfOn: '2026-11-01',
    })
    await expect(undoRating(s.w.ctxFor('jonas'), { caseId: s.w.caseId, id })).rejects.toThrow(Forbidden)
    await undoRating(s.w.ctxFor('mette'), { caseId: s.w.caseId, id })
    expect((await read('coordinator')).scales).toEqual([])
  })
  test('UDR-12: the family of another municipality is not there to be rated', async () => {
    await expect(rate(s.other.ctxFor('coordinator'), { caseId: s.w.caseId, personId: s.w.people.mette, value: 3 })).rejects.toThrow(NotFound)
  })
})
