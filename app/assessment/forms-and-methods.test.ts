import { describe, expect, test } from 'vitest'
import { Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { concludeForm, openForm, quoteConclusion, saveForm } from './forms.server.ts'
import { agreePrinciples, chooseMethod, chooseProjectMethod, endMethod, endProjectMethod } from './methods.server.ts'
import { readMethods } from './read-methods.server.ts'
import { readFamilyMethods, readSituation } from './read-situation.server.ts'
import { situationWorld } from './testing.ts'
import { auditRows } from '#test/world.ts'

const s = situationWorld()
const open = (who: Parameters<typeof s.w.ctxFor>[0] = 'familyWorker', over = {}) =>
  openForm(s.w.ctxFor(who), { caseId: s.w.caseId, personId: s.w.people.ida, kind: 'ics-child-examination', ...over })
async function concluded() {
  const { id } = await open()
  const ctx = s.w.ctxFor('familyWorker')
  const text = { answers: { 'ics-health': 'Sund og rask', nonsense: 'x' }, levels: {}, conclusion: 'Ida har brug for ro om morgenen.\nDet kan familien selv.' }
  const saved = await saveForm(ctx, { caseId: s.w.caseId, formId: id, seenRevision: 1, ...text })
  await concludeForm(ctx, { caseId: s.w.caseId, formId: id, seenRevision: saved.revision })
  return id
}

describe('full forms', () => {
  test('UDR-06: a child examination opens for the family caseworker, and for nobody else; the refusal is in the log', async () => {
    for (const who of ['coordinator', 'teacher', 'healthVisitor'] as const) await expect(open(who), who).rejects.toThrow(Forbidden)
    await expect(open('mette')).rejects.toThrow(Forbidden)
    const { id } = await open()
    expect((await readSituation(s.w.ctxFor('familyWorker'), { caseId: s.w.caseId })).forms.map((f) => f.id)).toEqual([id])
    expect((await s.mine('assessment.open-form')).map((r) => r.outcome)).toEqual(['refused', 'refused', 'refused', 'refused', 'done'])
  })
  test('UDR-07: VUM is for an adult and the adult caseworker, with the part about work that it lacks', async () => {
    const vum = { kind: 'vum-adult', personId: s.w.people.mette }
    await expect(open('familyWorker', vum)).rejects.toThrow(Forbidden)
    await s.assign('jobcentre', { role: 'adult-caseworker', sector: 'adult-social' })
    await expect(open('jobcentre', { ...vum, personId: s.w.people.ida })).rejects.toThrow(Invalid)
    await open('jobcentre', vum)
    const page = await readSituation(s.w.ctxFor('jobcentre'), { caseId: s.w.caseId })
    expect(page.formKinds.find((k) => k.code === 'vum-adult')).toMatchObject({ mine: true, frameworks: ['ffb', 'work'] })
  })
  test('UDR-06: others know that it exists only through consent; another municipality never', async () => {
    const id = await concluded()
    const forms = async () => (await readSituation(s.w.ctxFor('coordinator'), { caseId: s.w.caseId })).forms
    expect(await forms()).toEqual([])
    await expect(quoteConclusion(s.w.ctxFor('coordinator'), { caseId: s.w.caseId, formId: id, words: 'ro' })).rejects.toThrow(NotFound)
    await s.consented(['family-department'], ['coordination'], ['assessment'])
    expect((await forms()).map((f) => f.id)).toEqual([id])
    await expect(saveForm(s.w.ctxFor('coordinator'), { caseId: s.w.caseId, formId: id, seenRevision: 3 })).rejects.toThrow(Forbidden)
    await expect(concludeForm(s.other.ctxFor('familyWorker'), { caseId: s.w.caseId, formId: id, seenRevision: 3 })).rejects.toThrow(NotFound)
  })
  test('UDR-08: a conclusion stands, and is quoted word for word with authority and date', async () => {
    const id = await concluded()
    await s.consented(['family-department'], ['coordination'], ['assessment'])
    const ctx = s.w.ctxFor('coordinator')
    await expect(quoteConclusion(ctx, { caseId: s.w.caseId, formId: id, words: 'Ida har brug for mere ro' })).rejects.toThrow(Invalid)
    await quoteConclusion(ctx, { caseId: s.w.caseId, formId: id, words: 'ro om morgenen. Det kan familien selv.' })
    const { notes, today } = await readSituation(ctx, { caseId: s.w.caseId })
    expect(notes).toMatchObject([{ quoted: { authority: 'Afdeling family-department', on: today }, personId: s.w.people.ida }])
    await expect(saveForm(s.w.ctxFor('familyWorker'), { caseId: s.w.caseId, formId: id, seenRevision: 3, conclusion: 'Ændret' })).rejects.toThrow(Invalid)
    await expect(s.t.owner.query(`update assessment_form set conclusion = 'x' where id = $1`, [id])).rejects.toThrow('stands')
  })
})

describe('methods', () => {
  test('UDR-03, UDR-17: a method is chosen with a reason and ended with one; the school does not', async () => {
    const ctx = s.w.ctxFor('coordinator')
    const choice = { caseId: s.w.caseId, method: 'signs-of-safety', reason: 'Mette vil have sin mor med ved bordet', chosenOn: '2026-10-01' }
    await expect(chooseMethod(ctx, { ...choice, method: 'tea-leaves' })).rejects.toThrow(Invalid)
    await expect(chooseMethod(ctx, { ...choice, reason: ' ' })).rejects.toThrow(Invalid)
    const { id } = await chooseMethod(ctx, choice)
    await expect(endMethod(s.w.ctxFor('teacher'), { caseId: s.w.caseId, id, seenRevision: 1, reason: 'x' })).rejects.toThrow(NotFound)
    await endMethod(ctx, { caseId: s.w.caseId, id, seenRevision: 1, reason: 'Familien kan selv' })
    expect((await readFamilyMethods(ctx, { caseId: s.w.caseId })).chosen).toMatchObject([
      { method: 'signs-of-safety', chosenBy: 'Anna Holm', endedReason: 'Familien kan selv' },
    ])
    expect((await readFamilyMethods(s.w.ctxFor('teacher'), { caseId: s.w.caseId })).chosen).toEqual([])
    await expect(chooseMethod(s.other.ctxFor('coordinator'), choice)).rejects.toThrow(NotFound)
    expect((await s.mine('assessment.choose-method')).map((r) => r.outcome)).toContain('done')
  })
  test('UDR-12, UDR-14, IT-11: the project manager writes the methods and the day of the principles; a coordinator reads them', async () => {
    const manager = s.w.ctxFor('projectManager')
    const method = { projectId: s.w.projectId, method: 'solution-focused', reason: 'Det virker, og familierne kan kende det' }
    await expect(chooseProjectMethod(s.w.ctxFor('coordinator'), method)).rejects.toThrow(Forbidden)
    await expect(agreePrinciples(s.w.ctxFor('coordinator'), { projectId: s.w.projectId, agreedOn: '2026-10-01', agreedBy: 'Os' })).rejects.toThrow(Forbidden)
    await expect(chooseProjectMethod(manager, { ...method, projectId: s.other.projectId })).rejects.toThrow(Forbidden)
    const { id } = await chooseProjectMethod(manager, method)
    await agreePrinciples(manager, { projectId: s.w.projectId, agreedOn: '2026-10-01', agreedBy: 'Styregruppen' })
    await expect(agreePrinciples(manager, { projectId: s.w.projectId, agreedOn: '2099-10-01', agreedBy: 'Os' })).rejects.toThrow(Invalid)
    const page = await readMethods(s.w.ctxFor('coordinator'), {})
    expect(page.projects).toMatchObject([{ principles: { agreedOn: '2026-10-01', agreedBy: 'Styregruppen' }, manage: false }])
    expect(page.projects[0]?.methods.at(-1)).toMatchObject({ id, method: 'solution-focused', chosenBy: 'Hanne Kjær' })
    await endProjectMethod(manager, { projectId: s.w.projectId, id, reason: 'Vi har fundet en bedre' })
    await expect(readMethods(s.w.ctxFor('mette'), {})).rejects.toThrow(Forbidden)
    const rows = await auditRows(s.t, 'assessment.agree-principles')
    expect(rows.map((r) => r.outcome)).toEqual(expect.arrayContaining(['refused', 'done']))
  })
  test('UDR-19: instruments say whether we may use them, and hold no questions', async () => {
    const { instruments } = await readMethods(s.w.ctxFor('coordinator'), {})
    expect(instruments.map((i) => [i.code, i.licence])).toEqual(
      expect.arrayContaining([['who-5', 'free'], ['core-10', 'verbatim-only'], ['sdq', 'licensed-by-tenant'], ['kidscreen-10', 'scores-only'], ['trial-instruments', 'unknown']]),
    )
    expect(instruments.find((i) => i.code === 'sdq')?.items.every((i) => i.label === null)).toBe(true)
  })
})
