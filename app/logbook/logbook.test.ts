import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openWithReason } from '#app/consent/open-with-reason.server.ts'
import { setShield } from '#app/families/shield.server.ts'
import { searchTermAad } from '#app/families/search-families.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { decrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys, setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { TestDatabase } from '#test/database.ts'
import { twoMunicipalities } from '#test/two-municipalities.ts'
import { aHome, auditRows, consent, insert, type World } from '#test/world.ts'
import { companionHours, entriesOf } from './queries.server.ts'
import { readCompanionHours, readForEntry, readLogbook, readMyLogbook, readReaders } from './read-logbook.server.ts'
import { anEntry } from './testing.ts'
import { correctEntry, withdrawEntry, writeEntry } from './write-entry.server.ts'

let t: TestDatabase
let world: World
let other: World
beforeAll(async () => {
  setKeys(testKeys())
  ;({ t, world, other } = await twoMunicipalities())
})
type Who = Parameters<World['ctxFor']>[0]
/** A family of its own for a test. */
const home = (opts: Parameters<typeof aHome>[2] = {}) => aHome(t, world, { jonas: 'shared', assigned: ['coordinator', 'teacher'], ...opts })
const words = async (w: World, who: Who, filter: Record<string, unknown> = {}) => (await readLogbook(w.ctxFor(who), { caseId: w.caseId, filter })).entries.map((e) => e.words)
const mine = async (w: World, event: string) => (await auditRows(t, event)).filter((r) => r.case_id === w.caseId)

describe('writing', () => {
  test('LOG-03: an entry stands with today, people, minutes and one sentence; the audit row says about whom', async () => {
    const w = await home()
    const { id, shelfId } = await writeEntry(w.ctxFor('coordinator'), anEntry(w))
    const page = await readLogbook(w.ctxFor('coordinator'), { caseId: w.caseId })
    expect(page.entries).toMatchObject([{ id, kind: 'guidance', onDate: page.today, minutes: 20, subjects: [w.people.mette], author: 'Anna Holm', mine: true }])
    expect(await mine(w, 'logbook.write-entry')).toMatchObject([{ outcome: 'done', person_ids: [w.people.mette], shelf_ids: [shelfId], details: { entry: id } }])
    expect(page.months.at(-1)).toMatchObject({ minutes: 20, entries: 1 })
  })
  test('LOG-01: who is not with the family, the family itself and another municipality write nothing; the refusal is in the log', async () => {
    const w = await home()
    await expect(writeEntry(w.ctxFor('projectManager'), anEntry(w))).rejects.toThrow(Forbidden)
    await expect(writeEntry(w.ctxFor('mette'), anEntry(w))).rejects.toThrow(Forbidden)
    await expect(writeEntry(w.ctxFor('jobcentre'), anEntry(w))).rejects.toThrow(NotFound)
    await expect(writeEntry(other.ctxFor('coordinator'), anEntry(w))).rejects.toThrow(NotFound)
    expect((await mine(w, 'logbook.write-entry')).map((r) => r.outcome)).toContain('refused')
  })
  test('LOG-02: kinds and reasons are the pack’s; nothing is written about tomorrow or about strangers', async () => {
    const w = await home()
    const write = (over: Record<string, unknown>) => writeEntry(w.ctxFor('coordinator'), anEntry(w, over))
    await expect(write({ kind: 'coffee' })).rejects.toThrow(Invalid)
    await expect(write({ hiddenBecause: 'because' })).rejects.toThrow(Invalid)
    await expect(write({ onDate: '2099-01-01' })).rejects.toThrow(Invalid)
    await expect(write({ personIds: [other.people.mette] })).rejects.toThrow(Invalid)
    await expect(write({ meetingId: 999_999 })).rejects.toThrow(Invalid)
    await write({ kind: 'contact-from-family', minutes: '' })
  })
  test('LOG-01: a sentence that names somebody else asks once', async () => {
    const w = await home()
    await expect(writeEntry(w.ctxFor('coordinator'), anEntry(w, { words: 'Vi talte om Idas skole' }))).rejects.toThrow(Conflict)
    const { subjects } = await writeEntry(w.ctxFor('coordinator'), anEntry(w, { words: 'Vi talte om Idas skole', aboutOthers: String(w.people.ida) }))
    expect(subjects).toEqual([w.people.mette, w.people.ida])
  })
  test('LOG-01: a correction is a new row and the old words stay; nobody of another sector corrects', async () => {
    const w = await home()
    const { id } = await writeEntry(w.ctxFor('coordinator'), anEntry(w))
    await expect(correctEntry(w.ctxFor('teacher'), { ...anEntry(w), entryId: id })).rejects.toThrow(NotFound)
    await correctEntry(w.ctxFor('coordinator'), { ...anEntry(w, { words: 'Vi læste to breve' }), entryId: id })
    const page = await readLogbook(w.ctxFor('coordinator'), { caseId: w.caseId })
    expect(page.entries.map((e) => [e.words, e.before.map((b) => b.words)])).toEqual([['Vi læste to breve', ['Vi læste brevet fra banken sammen']]])
    await expect(correctEntry(w.ctxFor('coordinator'), { ...anEntry(w), entryId: id })).rejects.toThrow(NotFound)
    await expect(inTransaction(w.ctxFor('coordinator'), w.caseId, (tx) => tx.updateTable('logbook_entry').set({ words: 'x' }).where('id', '=', id).execute())).rejects.toThrow(Forbidden)
  })
  test('LOG-03: undo for a moment, by its author; then it stands', async () => {
    const w = await home({ assigned: ['coordinator', 'coordinator2'] })
    const { id } = await writeEntry(w.ctxFor('coordinator'), anEntry(w))
    await expect(withdrawEntry(w.ctxFor('coordinator2'), { caseId: w.caseId, entryId: id })).rejects.toThrow(Forbidden)
    await withdrawEntry(w.ctxFor('coordinator'), { caseId: w.caseId, entryId: id })
    expect(await words(w, 'coordinator')).toEqual([])
    const late = await writeEntry(w.ctxFor('coordinator'), anEntry(w))
    await t.setNow(new Date(Date.now() + 60_000).toISOString())
    await expect(withdrawEntry(w.ctxFor('coordinator'), { caseId: w.caseId, entryId: late.id })).rejects.toThrow(Forbidden)
    await t.setNow(null)
    expect(await words(w, 'coordinator')).toHaveLength(1)
  })
})

describe('who reads', () => {
  test('LOG-01: the school writes for itself and reads the coordination’s only under a consent to the logbook', async () => {
    const w = await home()
    await writeEntry(w.ctxFor('coordinator'), anEntry(w))
    await writeEntry(w.ctxFor('teacher'), anEntry(w, { words: 'Ida kom glad i skole', personIds: [w.people.ida] }))
    expect(await words(w, 'teacher')).toEqual(['Ida kom glad i skole'])
    expect(await words(w, 'coordinator')).toEqual(['Vi læste brevet fra banken sammen'])
    await consent(t, w, { subject: w.people.mette, from: ['coordination'], to: ['education'], categories: ['logbook'] })
    expect((await words(w, 'teacher')).toSorted()).toEqual(['Ida kom glad i skole', 'Vi læste brevet fra banken sammen'])
  })
  test('LOG-01: the project manager reads no entry without a typed reason; with one for an hour, and the family sees it', async () => {
    const w = await home()
    await writeEntry(w.ctxFor('coordinator'), anEntry(w))
    const locked = await readLogbook(w.ctxFor('projectManager'), { caseId: w.caseId })
    expect([locked.opening.state, locked.entries, locked.total]).toEqual(['needed', [], 0])
    await expect(openWithReason(w.ctxFor('projectManager'), { caseId: w.caseId, category: 'logbook', reason: '' })).rejects.toThrow(Invalid)
    await expect(openWithReason(w.ctxFor('coordinator'), { caseId: w.caseId, category: 'logbook', reason: 'Vil bare se' })).rejects.toThrow(Forbidden)
    await expect(openWithReason(other.ctxFor('projectManager'), { caseId: w.caseId, category: 'logbook', reason: 'Vil bare se' })).rejects.toThrow(NotFound)
    await openWithReason(w.ctxFor('projectManager'), { caseId: w.caseId, category: 'logbook', reason: 'Klage over en linje' })
    const open = await readLogbook(w.ctxFor('projectManager'), { caseId: w.caseId })
    expect([open.opening.state, open.entries.length, open.mayWrite]).toEqual(['open', 1, false])
    expect((await mine(w, 'consent.open-with-reason')).map((r) => [r.outcome, r.details['category']])).toEqual([['refused', undefined], ['done', 'logbook'], ['refused', undefined]])
    const seen = await inTransaction(w.ctxFor('mette'), w.caseId, (tx) => tx.selectFrom('reasoned_opening').select('reason').execute())
    expect(seen).toEqual([{ reason: 'Klage over en linje' }])
    await t.setNow(new Date(Date.now() + 3_700_000).toISOString())
    expect(await words(w, 'projectManager')).toEqual([])
    await t.setNow(null)
  })
  test('LOG-01: the family reads what is about them and not hidden; the other home reads about the child only', async () => {
    const w = await home()
    const c = w.ctxFor('coordinator')
    await writeEntry(c, anEntry(w))
    await writeEntry(c, anEntry(w, { words: 'Første dag i fritidsjobbet', personIds: [w.people.ida] }))
    await writeEntry(c, anEntry(w, { words: 'Kolleger imellem', hiddenBecause: 'among-colleagues' }))
    const read = async (who: Who) => (await readMyLogbook(w.ctxFor(who), { caseId: w.caseId })).entries.map((e) => e.words)
    expect((await read('mette')).toSorted()).toEqual(['Første dag i fritidsjobbet', 'Vi læste brevet fra banken sammen'])
    expect(await read('jonas')).toEqual(['Første dag i fritidsjobbet'])
    expect(await read('ida')).toEqual(['Første dag i fritidsjobbet'])
    await expect(readMyLogbook(c, { caseId: w.caseId })).rejects.toThrow(NotFound)
    await expect(readLogbook(w.ctxFor('mette'), { caseId: w.caseId })).rejects.toThrow(NotFound)
    await expect(readLogbook(other.ctxFor('coordinator'), { caseId: w.caseId })).rejects.toThrow(NotFound)
  })
  test('LOG-01: a shield keeps the logbook of one and of the child with them from the other', async () => {
    const w = await home()
    await writeEntry(w.ctxFor('coordinator'), anEntry(w, { words: 'Om Ida', personIds: [w.people.ida] }))
    await setShield(w.ctxFor('coordinator'), { caseId: w.caseId, personA: w.people.mette, personB: w.people.jonas, from: new Date().toISOString().slice(0, 10), until: null, reason: 'Tilhold' })
    expect((await readMyLogbook(w.ctxFor('jonas'), { caseId: w.caseId })).entries).toEqual([])
    expect((await readMyLogbook(w.ctxFor('mette'), { caseId: w.caseId })).entries).toHaveLength(1)
  })
  test('CON-03: beside the field stand those who could read it; an entry about two homes is read by neither', async () => {
    const w = await home()
    await consent(t, w, { subject: w.people.mette, from: ['coordination'], to: ['education'], categories: ['logbook'] })
    const form = await readForEntry(w.ctxFor('coordinator'), { caseId: w.caseId })
    const read = (personIds: number[], hidden = '') => readReaders(w.ctxFor('coordinator'), { caseId: w.caseId, personIds, hidden, sector: 'coordination' })
    expect(form.ticked).toEqual([w.people.mette])
    expect(form.readers.names.join()).toMatch(/Line Krogh.*Mette|Mette.*Line Krogh/)
    expect((await read([w.people.mette], '1')).names.join()).not.toContain('Mette')
    expect(await read([w.people.mette, w.people.jonas])).toMatchObject({ noneOfFamily: true })
    await expect(readForEntry(w.ctxFor('projectManager'), { caseId: w.caseId })).rejects.toThrow(Forbidden)
    await expect(readReaders(other.ctxFor('coordinator'), { caseId: w.caseId, personIds: [], sector: 'coordination' })).rejects.toThrow(NotFound)
  })
})

describe('search', () => {
  test('LOG-01: Danish forms of a word find each other; the words searched for are in the log, encrypted', async () => {
    const w = await home()
    for (const one of ['Vi gik til mødet i banken', 'Skoleskiftet er på plads', 'Hun ringede om huslejen']) await writeEntry(w.ctxFor('coordinator'), anEntry(w, { words: one }))
    expect(await words(w, 'coordinator', { q: 'møder' })).toEqual(['Vi gik til mødet i banken'])
    expect(await words(w, 'coordinator', { q: 'skole' })).toEqual(['Skoleskiftet er på plads'])
    expect(await words(w, 'coordinator', { q: 'møder husleje' })).toEqual([])
    expect(await words(w, 'coordinator', { q: ':*' })).toEqual([])
    const row = (await mine(w, 'logbook.read'))[0]
    expect(row?.search_terms?.toString('utf8')).not.toContain('møder')
    expect(decrypt(keys().cprKeys, row!.search_terms!, searchTermAad(w.municipalityId))).toBe('møder')
  })
  test('LOG-01: filters by kind, person, writer and day', async () => {
    const w = await home({ assigned: ['coordinator', 'coordinator2'] })
    await writeEntry(w.ctxFor('coordinator'), anEntry(w, { words: 'A', onDate: '2026-01-10' }))
    await writeEntry(w.ctxFor('coordinator2'), anEntry(w, { words: 'B', kind: 'first-day', personIds: [w.people.ida], onDate: '2026-02-10' }))
    expect(await words(w, 'coordinator', { kind: 'first-day' })).toEqual(['B'])
    expect(await words(w, 'coordinator', { personId: String(w.people.mette) })).toEqual(['A'])
    expect(await words(w, 'coordinator', { authorId: String(w.staff.coordinator2) })).toEqual(['B'])
    expect(await words(w, 'coordinator', { from: '2026-01-11', until: '2026-02-28' })).toEqual(['B'])
    expect(await words(w, 'coordinator', { from: 'not a day', kind: '' })).toEqual(['B', 'A'])
  })
  test('LOG-01: a search never finds what its reader may not read, whatever was written by whom about whom', async () => {
    const w = await home({ assigned: ['coordinator', 'teacher', 'jobcentre'] })
    await consent(t, w, { subject: w.people.mette, from: ['coordination'], to: ['employment'], categories: ['logbook'] })
    const drawn = fc.sample(fc.record({
      who: fc.constantFrom<Who>('coordinator', 'teacher', 'jobcentre'),
      about: fc.subarray(['mette', 'ida', 'jonas'] as const, { minLength: 1 }),
      hidden: fc.boolean(),
      word: fc.constantFrom('banken', 'skolen', 'lægen'),
    }), { numRuns: 30, seed: 4 })
    // Who does not work with the whole of the family does not know the parent elsewhere.
    const known = (d: (typeof drawn)[number]) => (d.who === 'coordinator' ? d.about : [...d.about.filter((n) => n !== 'jonas'), ...(d.about.join() === 'jonas' ? ['ida' as const] : [])])
    for (const d of drawn) await writeEntry(w.ctxFor(d.who), anEntry(w, { words: `Vi talte om ${d.word}`, personIds: known(d).map((n) => w.people[n]), hiddenBecause: d.hidden ? 'safety' : '' }))
    for (const who of ['coordinator', 'teacher', 'jobcentre', 'projectManager'] as const) {
      const all = (await readLogbook(w.ctxFor(who), { caseId: w.caseId })).entries
      for (const q of ['bank', 'skole', 'læge']) {
        const found = (await readLogbook(w.ctxFor(who), { caseId: w.caseId, filter: { q } })).entries
        expect(found.map((e) => e.id)).toEqual(all.filter((e) => e.words.includes(q)).map((e) => e.id))
      }
    }
    for (const who of ['mette', 'jonas', 'ida'] as const) {
      const [all, found] = await inTransaction(w.ctxFor(who), w.caseId, async (tx) => [await entriesOf(tx, w.caseId), await entriesOf(tx, w.caseId, { q: 'bank', kind: null, personId: null, authorId: null, from: null, until: null })])
      expect(all!.every((e) => e.hiddenBecause === null)).toBe(true)
      expect(found!.map((e) => e.id)).toEqual(all!.filter((e) => e.words.includes('bank')).map((e) => e.id))
    }
  })
})

describe('hours', () => {
  test('LOG-02: the project manager gets sums of every family, not entries; a colleague those they read; corrected rows count once', async () => {
    const w = await home()
    const c = w.ctxFor('coordinator')
    const { id } = await writeEntry(c, anEntry(w, { minutes: 20 }))
    await correctEntry(c, { ...anEntry(w, { minutes: 45 }), entryId: id })
    await writeEntry(c, anEntry(w, { kind: 'contact-from-family', minutes: 10 }))
    await writeEntry(w.ctxFor('teacher'), anEntry(w, { minutes: 60 }))
    const of = async (who: Who) => (await readCompanionHours(w.ctxFor(who), {})).families.find((f) => f.caseId === w.caseId)
    expect(await of('projectManager')).toMatchObject({ minutes: 45, entries: 1 })
    expect(await of('coordinator')).toMatchObject({ minutes: 45 })
    expect(await of('teacher')).toBeUndefined()
    await expect(readCompanionHours(w.ctxFor('mette'), {})).rejects.toThrow(Forbidden)
    await expect(readCompanionHours(other.ctxFor('projectManager'), { projectId: w.projectId })).rejects.toThrow(NotFound)
    const elsewhere = await inTransaction(other.ctxFor('projectManager'), null, (tx) => companionHours(tx, other.projectId, '2020-01-01', '2030-01-01'))
    expect(elsewhere).toEqual([])
    expect((await auditRows(t, 'logbook.companion-hours'))[0]).toMatchObject({ outcome: 'done', details: { project: w.projectId } })
  })
  test('LOG-06: an entry names the meeting somebody went along to', async () => {
    const w = await home()
    const meeting = await insert(t, 'meeting', { municipality_id: w.municipalityId, case_id: w.caseId, sector: 'coordination', category: 'meetings', visibility: 'family', household_shared: true, subjects: `{${w.people.mette}}`,
      kind: 'network-meeting', starts_at: new Date(Date.now() - 86_400_000).toISOString(), minutes: 60, uid: `m-${w.caseId}` })
    const form = await readForEntry(w.ctxFor('coordinator'), { caseId: w.caseId })
    expect(form.meetings.map((m) => m.id)).toEqual([meeting])
    await writeEntry(w.ctxFor('coordinator'), anEntry(w, { kind: 'meeting-companion', meetingId: meeting }))
    expect((await readLogbook(w.ctxFor('coordinator'), { caseId: w.caseId })).entries[0]).toMatchObject({ meetingId: meeting })
  })
})
