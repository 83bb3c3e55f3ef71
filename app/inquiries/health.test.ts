import { beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { ownPack } from '#app/catalogue/testing.ts'
import { Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { setKeys, testKeys } from '#app/platform/crypto/keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { auditRows, aWorld, consent, type World } from '#test/world.ts'
import { addExpert, decideDeclaration, readHealth, receiveDeclaration, requestDeclaration } from './declarations.server.ts'
import { nextStepOf } from './health.ts'
import { ANSWERS, screeningAnswersIn, suggestionsOf, suits } from './need-screening.ts'
import { readScreenings, screenNeeds } from './screen-needs.server.ts'
import { inDays, prepareInquiries } from './testing.ts'

let t: TestDatabase
let w: World
let neighbour: World
beforeAll(async () => {
  setKeys(testKeys())
  t = await createTestDatabase()
  w = await aWorld(t, { jonas: 'shared' })
  neighbour = await aWorld(t, { municipality: 787 })
  await prepareInquiries(t, w)
  await prepareInquiries(t, neighbour, 'thisted')
})
const ctx = (who: Parameters<World['ctxFor']>[0] = 'coordinator') => w.ctxFor(who)
const decide = (over: Record<string, unknown> = {}, who: Parameters<World['ctxFor']>[0] = 'coordinator') =>
  decideDeclaration(ctx(who), { caseId: w.caseId, personId: w.people.mette, needed: 'yes', reason: 'Ryggen sætter grænser', decidedOn: inDays(-3), decidedBy: 'Familien og Anna Holm', healthCoordinator: 'Ellen Dahl', ...over })
const read = (who: Parameters<World['ctxFor']>[0] = 'coordinator') => readHealth(ctx(who), { caseId: w.caseId })

test('UDR-09: needed or not for each member, with reason and who decided; a needed one with a health coordinator', async () => {
  await decide()
  await decide({ personId: w.people.ida, needed: 'no', reason: 'Skolen ved nok', healthCoordinator: '' })
  const { declarations, people } = await read()
  expect(declarations.map((d) => [d.personId, d.needed, nextStepOf(d)])).toEqual([[w.people.mette, true, 'request'], [w.people.ida, false, 'done']])
  expect(people.find((p) => p.id === w.people.mette)?.from).toEqual([])
  await expect(decide({ healthCoordinator: '' })).rejects.toThrow(Invalid)
  await expect(decide({ reason: 'Ida er også træt' })).rejects.toThrow(Invalid) // health stands for each person
  await expect(decide({ decidedOn: inDays(2) })).rejects.toThrow(Invalid)
  await expect(decide({}, 'teacher')).rejects.toThrow(Forbidden)
  await expect(decideDeclaration(neighbour.ctxFor('coordinator'), { caseId: w.caseId, personId: w.people.mette, needed: 'no', reason: 'prøver', decidedOn: inDays(0), decidedBy: 'X Y' })).rejects.toThrow(NotFound)
  expect((await auditRows(t, 'inquiries.decide-declaration')).findLast((r) => r.outcome === 'done')).toMatchObject({ person_ids: [w.people.ida], case_id: w.caseId })
})

test('CON-11: it is asked for only with consent to that sector and an agreed scope, and its conclusion is quoted with authority and date', async () => {
  const id = (await read()).declarations.find((d) => d.personId === w.people.mette)!.id
  const request = { caseId: w.caseId, declarationId: id, scope: 'Hvor mange timer ryggen kan klare', fromSector: 'general-practice', requestedOf: 'Lægehuset', requestedOn: inDays(-2) }
  await expect(requestDeclaration(ctx(), request)).rejects.toThrow(Invalid)
  await consent(t, w, { subject: w.people.mette, from: ['general-practice'], to: ['coordination'], categories: ['health'] })
  await expect(requestDeclaration(ctx(), { ...request, scope: '' })).rejects.toThrow(Invalid)
  await expect(requestDeclaration(ctx(), { ...request, fromSector: 'psychiatry' })).rejects.toThrow(Invalid)
  await expect(requestDeclaration(ctx('teacher'), request)).rejects.toThrow(Forbidden)
  const receive = { caseId: w.caseId, declarationId: id, receivedOn: inDays(0), conclusion: 'Kan arbejde fire timer om dagen', authority: 'Lægehuset', concludedOn: inDays(-1) }
  await expect(receiveDeclaration(ctx(), receive)).rejects.toThrow(NotFound) // nobody has asked yet
  await requestDeclaration(ctx(), request)
  await expect(requestDeclaration(ctx(), request)).rejects.toThrow(NotFound) // asked once
  await receiveDeclaration(ctx(), receive)
  const d = (await read()).declarations.find((x) => x.id === id)!
  expect(d.received).toEqual({ on: inDays(0), conclusion: 'Kan arbejde fire timer om dagen', authority: 'Lægehuset', concludedOn: inDays(-1) })
  // health is the member's own: not the other parent's, not the school's
  const seen = async (who: 'mette' | 'jonas' | 'teacher') => (await inTransaction(ctx(who), w.caseId, (tx) => tx.selectFrom('medical_declaration').select('person_id').execute())).map((r) => r.person_id)
  expect(await seen('mette')).toContain(w.people.mette)
  expect(await seen('jonas')).not.toContain(w.people.mette)
  expect(await seen('teacher')).toEqual([])
  await decide({ needed: 'no', reason: 'Vi ved nok nu' })
  expect((await read()).declarations.filter((x) => x.personId === w.people.mette)).toHaveLength(1)
})

test('UDR-02, ORG-11: who took part in the assessment, with date and role', async () => {
  const add = (over: Record<string, unknown> = {}, who: Parameters<World['ctxFor']>[0] = 'coordinator') =>
    addExpert(ctx(who), { caseId: w.caseId, role: 'medical-consultant', name: 'Rolf Lind', about: 'Ryggen', tookPartOn: inDays(-5), personIds: [w.people.mette], ...over })
  await add()
  await add({ role: 'health-coordinator-took-part', name: 'Ellen Dahl', tookPartOn: inDays(-1), personIds: [w.people.mette, w.people.ida] })
  const { experts, roles } = await read()
  expect(experts.map((e) => e.name)).toEqual(['Ellen Dahl', 'Rolf Lind'])
  expect(roles.map((r) => r.code)).toContain('medical-consultant')
  await expect(add({}, 'teacher')).rejects.toThrow(Forbidden)
  await expect(add({ tookPartOn: '' })).rejects.toThrow(Invalid)
  await expect(add({ personIds: [neighbour.people.ida] })).rejects.toThrow(NotFound)
  await expect(addExpert(neighbour.ctxFor('coordinator'), { caseId: w.caseId, role: 'x', name: 'Y Z', tookPartOn: inDays(0), personIds: [w.people.ida] })).rejects.toThrow(NotFound)
  expect((await auditRows(t, 'inquiries.add-expert')).some((r) => r.outcome === 'done' && r.person_ids.length === 2)).toBe(true)
})

test('UDR-10, UDR-11: a screening is answered with the member and gives suggestions; other ages, others’ names and other municipalities are refused', async () => {
  const screen = (over: Record<string, unknown> = {}, who: Parameters<World['ctxFor']>[0] = 'coordinator') =>
    screenNeeds(ctx(who), { caseId: w.caseId, personId: w.people.mette, form: 'work-ready', screenedOn: inDays(0), answeredWith: 'Mette', answers: { hours: 'partly', transport: 'no', wants: 'yes' }, ...over })
  await screen()
  const { screenings } = await readScreenings(ctx(), { caseId: w.caseId })
  expect(screenings[0]).toMatchObject({ personId: w.people.mette, form: 'work-ready' })
  expect(screenings[0]?.themes.map((x) => x.da)).toEqual(['Få timer i en rolig begyndelse', 'Transport'])
  expect(screenings[0]?.ask.map((a) => a.sector)).toEqual(['employment'])
  await screen({ answers: { wants: 'no' } })
  const again = (await readScreenings(ctx(), { caseId: w.caseId })).screenings
  expect(again.filter((s) => s.form === 'work-ready')).toHaveLength(1)
  await expect(screen({ personId: w.people.ida })).rejects.toThrow(Invalid)
  await expect(screen({ ownWords: 'Jonas henter' })).rejects.toThrow(Invalid)
  await expect(screen({ answers: {} })).rejects.toThrow(Invalid)
  await expect(screen({ form: 'nothing' })).rejects.toThrow(NotFound)
  await expect(screen({}, 'teacher')).rejects.toThrow(Forbidden)
  await expect(screenNeeds(neighbour.ctxFor('coordinator'), { caseId: w.caseId, personId: w.people.mette, form: 'work-ready', screenedOn: inDays(0), answeredWith: 'Mette', answers: { wants: 'no' } })).rejects.toThrow(NotFound)
  expect((await auditRows(t, 'inquiries.screen-needs')).some((r) => r.outcome === 'done' && r.person_ids[0] === w.people.mette)).toBe(true)
})

test('IT-10: suggestions come only from the answers, never as a number, and the same answers always give the same', async () => {
  const pack = await ownPack('hedensted')
  expect(pack.screeningForms.length).toBeGreaterThan(2)
  fc.assert(
    fc.property(fc.constantFrom(...pack.screeningForms), fc.infiniteStream(fc.constantFrom(...ANSWERS, 'skip')), (form, stream) => {
      const answers = screeningAnswersIn(Object.fromEntries(form.questions.map((q) => [`q.${q.code}`, stream.next().value as string])))
      const found = suggestionsOf(form, answers)
      expect(suggestionsOf(form, { ...answers })).toEqual(found)
      expect(found.themes.length).toBe(form.questions.filter((q) => q.when.some((x) => x === answers[q.code])).length)
      for (const a of found.ask) expect(a.because.every((x) => found.themes.includes(x))).toBe(true)
      expect(JSON.stringify(found)).not.toMatch(/\d/)
    }),
  )
  expect(suggestionsOf(pack.screeningForms[0]!, {})).toEqual({ themes: [], ask: [] })
  expect(suits({ ageFrom: 3, ageUntil: 17 }, 18)).toBe(false)
  expect(suits({ ageFrom: 3, ageUntil: 17 }, 3)).toBe(true)
})
