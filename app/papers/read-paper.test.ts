import { describe, expect, test } from 'vitest'
import { Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { planWorld } from '#app/plan/verbs-testing.ts'
import { writeHope } from '#app/plan/write-hope.server.ts'
import { insert } from '#test/world.ts'
import { readPaper, readRecipients } from './read-paper.server.ts'

const p = planWorld()
const paper = (who: 'coordinator' | 'mette' | 'jonas' | 'ida' | 'teacher', personIds: number[]) => readPaper(p.w.ctxFor(who), { caseId: p.w.caseId, personIds })
const words = (made: Awaited<ReturnType<typeof paper>>) => made.plan.hopes.map((h) => h.words)

describe('a paper for somebody', () => {
  test('PLAN-09: the coordinator makes it for the mother, with what she may read and the team around her', async () => {
    await p.wholePlan()
    const made = await paper('coordinator', [p.w.people.mette])
    expect(words(made)).toEqual(['At vi får ro om morgenen'])
    expect(made.plan.goals).toHaveLength(1)
    expect(made.team.map((h) => h.name)).toContain('Anna Holm')
    const [row] = await p.mine('papers.read')
    expect(row?.person_ids).toEqual(expect.arrayContaining([p.w.people.mette]))
  })

  test('what the mother wrote for herself alone is not on the father’s paper; the child’s goal is', async () => {
    await p.wholePlan()
    await writeHope(p.w.ctxFor('mette'), { caseId: p.w.caseId, personId: p.w.people.mette, words: 'Et sted kun til mig' })
    const made = await paper('coordinator', [p.w.people.jonas])
    expect(made.plan.hopes).toEqual([])
    expect(made.plan.goals.map((g) => g.title)).toEqual(['Ida kommer glad i skole'])
    expect(made.familyName).toBe('')
    expect(made.people.map((x) => x.id)).not.toContain(p.w.people.mette)
    expect(made.recipients[0]?.elsewhere).toBe(true)
  })

  test('for the table only what all of them may read', async () => {
    await p.wholePlan()
    const both = await paper('coordinator', [p.w.people.mette, p.w.people.jonas])
    expect(both.plan.hopes).toEqual([])
    expect(both.plan.goals).toHaveLength(1)
  })

  test('a shield keeps off the paper what it keeps off the page', async () => {
    await p.wholePlan()
    const shelf = async () => (await paper('coordinator', [p.w.people.jonas])).plan.goals.length
    expect(await shelf()).toBe(1)
    await p.t.owner.query('update shelf set shielded_from = array[$1::bigint] where case_id = $2', [p.w.people.jonas, p.w.caseId])
    expect(await shelf()).toBe(0)
  })

  test('a member has a paper for herself and for the child in her custody, never for the other parent', async () => {
    await p.wholePlan()
    expect(words(await paper('mette', [p.w.people.mette]))).toHaveLength(1)
    expect((await paper('mette', [p.w.people.ida])).plan.goals).toHaveLength(1)
    await expect(paper('mette', [p.w.people.jonas])).rejects.toThrow(Forbidden)
    await expect(paper('jonas', [p.w.people.mette])).rejects.toThrow(Forbidden)
  })

  test('refused: a teacher, another municipality; nobody chosen and a stranger have an error of their own', async () => {
    await p.wholePlan()
    await expect(paper('teacher', [p.w.people.mette])).rejects.toThrow(Forbidden)
    await expect(readPaper(p.other.ctxFor('coordinator'), { caseId: p.w.caseId, personIds: [p.w.people.mette] })).rejects.toThrow(NotFound)
    await expect(paper('coordinator', [])).rejects.toThrow(Invalid)
    await expect(paper('coordinator', [p.other.people.mette])).rejects.toThrow(NotFound)
    await expect(readRecipients(p.w.ctxFor('teacher'), { caseId: p.w.caseId })).rejects.toThrow(Forbidden)
  })

  test('the list of recipients says who lives elsewhere', async () => {
    const { people } = await readRecipients(p.w.ctxFor('coordinator'), { caseId: p.w.caseId })
    expect(people.find((x) => x.id === p.w.people.jonas)?.elsewhere).toBe(true)
    expect(people.find((x) => x.id === p.w.people.mette)?.elsewhere).toBe(false)
  })

  test('somebody who left the family has no paper any more', async () => {
    const grandmother = await insert(p.t, 'person', { municipality_id: p.w.municipalityId, first_name: 'Else', kind: 'person', born: '1955-03-01' })
    await insert(p.t, 'case_person', { municipality_id: p.w.municipalityId, case_id: p.w.caseId, person_id: grandmother, role: 'family', valid_from: '2024-01-01', valid_until: '2024-12-31' })
    await expect(paper('coordinator', [grandmother])).rejects.toThrow(NotFound)
  })
})
