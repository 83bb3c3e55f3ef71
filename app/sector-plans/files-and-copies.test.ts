import { describe, expect, test } from 'vitest'
import { Forbidden, NotFound } from '#app/platform/context.ts'
import { ENCRYPTED } from '../../cli/rotate-keys.ts'
import { addPlanFile } from './add-plan-file.server.ts'
import { fileProblem, safeName } from './plan-file.ts'
import { readCopy } from './read-copy.server.ts'
import { readPlanFile } from './read-plan-file.server.ts'
import { readSectorPlan } from './read-sector-plan.server.ts'
import { registerCopied } from './register-copied.server.ts'
import { aPdf, sectorPlanWorld } from './testing.ts'
import { writePart } from './write-part.server.ts'

const p = sectorPlanWorld()

describe('a plan as PDF', () => {
  const add = (planId: number, content = aPdf(), name = 'handleplan.pdf', who: 'jobcentre' | 'coordinator' = 'jobcentre') =>
    addPlanFile(p.w.ctxFor(who), { caseId: p.w.caseId, planId, name, content })
  const read = (planId: number, who: Parameters<typeof p.w.ctxFor>[0] = 'jobcentre') =>
    readPlanFile(p.w.ctxFor(who), { caseId: p.w.caseId, planId })

  test('PLAN-01: only a whole PDF of a size we keep: not another kind, not a false beginning, not cut off, not too large', () => {
    const text = (s: string) => new TextEncoder().encode(s)
    const problem = (content: Uint8Array, name = 'plan.pdf') => fileProblem({ name, content }, 1)
    expect(problem(aPdf())).toBeNull()
    expect(problem(text(''))).toBe('noFile')
    expect(problem(aPdf(), 'plan.docx')).toBe('notPdf')
    expect(problem(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...aPdf()]))).toBe('notPdf')
    expect(problem(text('<html>%PDF-1.7 startxref 9 %%EOF'))).toBe('notPdf')
    expect(problem(text('%PDF-1.7\nhalf of it'))).toBe('notPdf')
    expect(problem(text(`%PDF-1.7\n${'x'.repeat(1024 * 1024)}\nstartxref\n9\n%%EOF`))).toBe('tooBig')
    expect(safeName('Idas "plan"\r\n æøå.PDF')).toBe('Idas plan aeoea.pdf')
  })
  test('PLAN-01: kept encrypted, given back as it was, each opening in the log', async () => {
    const { id } = await p.myPlan()
    await add(id, aPdf('Hemmelig handleplan'))
    const { rows } = await p.t.owner.query('select content, size from sector_plan_file where plan_id = $1', [id])
    expect(rows[0].content.includes(Buffer.from('%PDF'))).toBe(false)
    expect(Buffer.from((await read(id)).content)).toEqual(Buffer.from(aPdf('Hemmelig handleplan')))
    expect(await p.mine('sector-plans.read-file')).toMatchObject([{ outcome: 'done', person_ids: [p.w.people.mette], bases: ['own-sector'] }])
    expect(ENCRYPTED.map((c) => `${c.table}.${c.column}`)).toContain('sector_plan_file.content')
  })
  test('PLAN-01: a new file replaces the old one, which is kept', async () => {
    const { id } = await p.myPlan()
    await add(id, aPdf('1'))
    await add(id, aPdf('2'))
    expect(Buffer.from((await read(id)).content).toString()).toContain('% 2')
    const { rows } = await p.t.owner.query('select replaced_by from sector_plan_file where plan_id = $1 order by id', [id])
    expect(rows.map((r) => r.replaced_by !== null)).toEqual([true, false])
  })
  test('KOO-13, CON-05: the coordinator adds no file to another’s plan, and reads the paper only with consent to documents', async () => {
    const { id } = await p.myPlan()
    await add(id)
    await p.yes(p.w.people.mette, 'employment', 'coordination', ['plan'])
    await expect(add(id, aPdf(), 'x.pdf', 'coordinator')).rejects.toThrow(Forbidden)
    await expect(read(id, 'coordinator')).rejects.toThrow(NotFound)
    expect((await readSectorPlan(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, planId: id })).file).toBeNull()
    await p.yes(p.w.people.mette, 'employment', 'coordination', ['documents'])
    expect((await read(id, 'coordinator')).name).toBe('handleplan.pdf')
    await expect(read(id, 'teacher')).rejects.toThrow(NotFound)
    expect((await read(id, 'mette')).name).toBe('handleplan.pdf')
    await expect(readPlanFile(p.other.ctxFor('coordinator'), { caseId: p.w.caseId, planId: id })).rejects.toThrow(NotFound)
  })
  test('PLAN-01: a bad file says so at its field', async () => {
    const { id } = await p.myPlan()
    await expect(add(id, new TextEncoder().encode('GIF89a'))).rejects.toMatchObject({ issues: [{ field: 'file' }] })
  })
})

describe('copying into another system', () => {
  const copy = (planId: number, who: Parameters<typeof p.w.ctxFor>[0] = 'coordinator', target = 'dubu') =>
    readCopy(p.w.ctxFor(who), { caseId: p.w.caseId, planId, target })
  const field = async (planId: number, code: string) => (await copy(planId)).fields.find((f) => f.code === code)

  test('IT-15, IT-17: each field of the other system has its text from the family’s plan, and nothing is typed twice', async () => {
    const { id } = await p.childsPlan({ nextFollowUpOn: '2026-12-04' })
    const g = await p.goal({ measure: 'Hun siger ja til at tage af sted', goalEnd: '2027-01-31' })
    await writePart(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, planId: id, seenRevision: 1, part: 'goals', how: 'points', goals: [g.id] })
    await writePart(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, planId: id, seenRevision: 2, part: 'support', how: 'text', text: 'Kontaktperson' })
    const page = await copy(id)
    expect(Object.fromEntries(page.fields.map((f) => [f.code, f.text]))).toEqual({
      'child-view': '',
      goals: 'Ida kommer glad i skole (senest 31. januar 2027)',
      measure: 'Hun siger ja til at tage af sted',
      effort: 'Kontaktperson',
      'follow-up': 'Næste opfølgning 4. december 2026',
    })
    expect((await p.mine('sector-plans.copy'))[0]).toMatchObject({ outcome: 'done', actor_id: p.w.staff.coordinator, details: { target: 'dubu' } })
  })
  test('IT-14: what has changed since it was copied is marked, without keeping the text', async () => {
    const { id } = await p.childsPlan()
    const part = (seenRevision: number, text: string) =>
      writePart(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, planId: id, seenRevision, part: 'support', how: 'text', text })
    await part(1, 'To timer om ugen')
    expect(await field(id, 'effort')).toMatchObject({ changed: false })
    await registerCopied(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, planId: id, target: 'dubu' })
    expect((await copy(id)).copiedOn).toBe((await copy(id)).today)
    await part(2, 'Tre timer om ugen')
    expect((await copy(id)).fields.map((f) => [f.code, f.changed]).filter(([, changed]) => changed)).toEqual([['effort', true]])
    const { rows } = await p.t.owner.query('select hashes::text as h from sector_plan_copy where plan_id = $1', [id])
    expect(rows[0].h).not.toContain('timer')
  })
  test('CON-05: says whom else a text is about, and leaves out what the reader may not see', async () => {
    const { id } = await p.childsPlan({ subjects: [p.w.people.ida] })
    const g = await p.goal({ title: 'Mette henter til tiden', subjects: [p.w.people.ida, p.w.people.mette] })
    await writePart(p.w.ctxFor('coordinator'), { caseId: p.w.caseId, planId: id, seenRevision: 1, part: 'goals', how: 'points', goals: [g.id] })
    expect(await field(id, 'goals')).toMatchObject({ alsoAbout: ['Mette'] })
    await p.yes(p.w.people.ida, 'coordination', 'family-department')
    await expect(copy(id, 'familyWorker')).rejects.toThrow(Forbidden)
  })
  test('IT-17: only its own systems; not the school, not the family, not another municipality', async () => {
    const { id } = await p.childsPlan()
    await expect(copy(id, 'coordinator', 'jobnet')).rejects.toThrow(NotFound)
    await expect(copy(id, 'mette')).rejects.toThrow(Forbidden)
    await expect(copy(id, 'teacher')).rejects.toThrow(NotFound)
    const elsewhere = { caseId: p.w.caseId, planId: id, target: 'dubu' }
    await expect(readCopy(p.other.ctxFor('coordinator'), elsewhere)).rejects.toThrow(NotFound)
    await expect(registerCopied(p.w.ctxFor('mette'), elsewhere)).rejects.toThrow(Forbidden)
  })
})
