import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aGoal, aHope, anActivity, someTerms } from '#app/plan/testing.ts'
import { renderLetter } from '#app/platform/letters/render-letter.server.ts'
import { easyLetter, short } from './easy-blocks.ts'
import { inAll, type Paper, readByAll } from './paper.ts'
import { planLetter } from './plan-blocks.ts'
import { readPdf } from './testing.ts'

const mette = { id: 1, name: 'Mette', age: 34, child: false, family: true, asked: true, speaksFor: false }
const ida = { id: 2, name: 'Ida', age: 9, child: true, family: true, asked: true, speaksFor: false }
const jonas = { id: 3, name: 'Jonas', age: 36, child: false, family: false, asked: false, speaksFor: false }
const anna = { staffId: 9, name: 'Anna Holm', title: 'Koordinator', role: 'coordinator', sector: 'coordination', does: 'Samler det hele' }

const aPaper = (over: Partial<Paper> = {}): Paper => ({
  caseId: 7,
  municipality: 'Hedensted Kommune',
  familyName: 'Sørensen',
  today: '2026-11-22',
  recipients: [{ id: 1, name: 'Mette', child: false, elsewhere: false }],
  plan: {
    hopes: [aHope({ id: 11, personId: 1 })],
    goals: [
      aGoal({ id: 21, hopeId: 11, measure: 'Ida kommer til tiden' }),
      aGoal({ id: 22, parentId: 21, level: 2, title: 'Tasken er pakket om aftenen' }),
      aGoal({ id: 23, hopeId: null, kind: 'sector', sector: 'education', title: 'Ida læser i et kvarter' }),
    ],
    activities: [anActivity({ id: 31, goalId: 21, takesPart: [2], subjects: [2] })],
    terms: [],
  },
  goalOrder: [21, 22],
  people: [mette, ida],
  team: [anna],
  nextFollowUpOn: '2026-12-04',
  agreement: null,
  ...over,
})

describe('who may read what is on the paper', () => {
  const page = { ...aPaper().plan, goalOrder: [21], people: [mette, ida, jonas], given: [] }
  const onShelf = (shelf: number) => ({
    ...page,
    hopes: [aHope({ id: 1, shelfId: 1 }), aHope({ id: 2, shelfId: 2 })],
    goals: [aGoal({ id: 3, shelfId: shelf })],
    activities: [],
  })

  test('only what lies on a shelf that every recipient reads, and only names that all of them know', () => {
    const found = readByAll(onShelf(2), [
      { personId: 1, shelves: [1, 2], knows: [2] },
      { personId: 3, shelves: [2], knows: [2] },
    ])
    expect(found.plan.hopes.map((h) => h.id)).toEqual([2])
    expect(found.plan.goals.map((g) => g.id)).toEqual([3])
    expect(found.people.map((p) => p.name)).toEqual(['Ida'])
  })

  test('property: one more recipient never adds a line', () => {
    const sight = fc.record({ personId: fc.integer({ min: 1, max: 4 }), shelves: fc.uniqueArray(fc.integer({ min: 1, max: 5 })), knows: fc.uniqueArray(fc.integer({ min: 1, max: 4 })) })
    fc.assert(
      fc.property(fc.array(sight, { minLength: 1, maxLength: 4 }), sight, fc.integer({ min: 1, max: 5 }), (sights, another, shelf) => {
        const fewer = readByAll(onShelf(shelf), [...sights, another])
        const more = readByAll(onShelf(shelf), sights)
        expect(more.plan.hopes.map((h) => h.id)).toEqual(expect.arrayContaining(fewer.plan.hopes.map((h) => h.id)))
        expect(more.plan.goals.length).toBeGreaterThanOrEqual(fewer.plan.goals.length)
        expect(more.people.map((p) => p.id)).toEqual(expect.arrayContaining(fewer.people.map((p) => p.id)))
      }),
    )
  })

  test('nobody chosen reads nothing', () => expect([...inAll([])]).toEqual([]))
})

describe('the whole plan', () => {
  test('PLAN-04, PLAN-09: reads as a letter, the hopes first, a sector’s goals after the family’s own', async () => {
    const { text } = await readPdf(await renderLetter(planLetter('da', aPaper())))
    const at = (part: string) => {
      expect(text).toContain(part)
      return text.indexOf(part)
    }
    const order = ['Familien Sørensens plan', 'Lavet til Mette', '1 Vores håb', 'At vi får ro om morgenen', '2 Vores mål', 'Ida kommer glad i skole',
      'Tasken er pakket', 'Skole og dagtilbud: mål', 'Ida læser i et kvarter', '3 Det gør vi', 'Morgenstøtte', '4 Sådan følger vi op', '4. december 2026', '5 Hvem er med']
    expect(order.map(at)).toEqual(order.map(at).toSorted((a, b) => a - b))
  })

  test('an independent reader finds tags, language, title, headings and table heads', async () => {
    for (const locale of ['da', 'en'] as const) {
      const pdf = await readPdf(await renderLetter(planLetter(locale, aPaper())))
      expect(pdf).toMatchObject({ tagged: true, language: locale === 'da' ? 'da-DK' : 'en-GB' })
      expect(pdf.title).toContain('Sørensen')
      expect(pdf.roles.filter((r) => r === 'H1')).toHaveLength(1)
      expect(pdf.roles.filter((r) => r === 'H2').length).toBeGreaterThanOrEqual(5)
      expect(pdf.roles).toContain('TH')
      expect(pdf.roles).toContain('LI')
    }
  })

  test('for a parent elsewhere it is about the children and does not name the household', async () => {
    const paper = aPaper({ familyName: '', people: [ida], recipients: [{ id: 3, name: 'Jonas', child: false, elsewhere: true }] })
    const pdf = await readPdf(await renderLetter(planLetter('da', paper)))
    expect(pdf.title).toBe('Planen om Ida')
    expect(pdf.text).not.toContain('Sørensen')
  })

  test('PLAN-03, PLAN-16, PLAN-17, PLAN-18: what was agreed about following up stands on the paper, with names and goals', async () => {
    const terms = [someTerms({ howFollowed: 'Vi tager målene ét ad gangen', howOften: 'monthly', nextOn: '2026-12-04', nextPeople: [1, 2], nextStaff: [9], nextGoals: [21], ifOtherwise: 'Vi mødes før tid', registeredBy: 'De voksne', registeredChannel: 'paper' })]
    const { text } = await readPdf(await renderLetter(planLetter('da', aPaper({ plan: { ...aPaper().plan, terms } }))))
    for (const part of ['Hver måned: Vi tager målene ét ad gangen', 'Næste gang: 4. dec. med Mette', 'Anna Holm', 'Hvis det går anderledes: Vi mødes før tid', 'De voksne', 'på papir']) expect(text).toContain(part)
  })

  test('an empty plan is a paper too', async () => {
    const empty = aPaper({ plan: { hopes: [], goals: [], activities: [], terms: [] }, team: [], nextFollowUpOn: null })
    const { text } = await readPdf(await renderLetter(planLetter('da', empty)))
    expect(text).toContain('Der står ikke noget håb endnu')
    expect(text).toContain('Planen er en kladde')
  })
})

describe('the short version', () => {
  const forIda = (over: Partial<Paper> = {}) => aPaper({ recipients: [{ id: 2, name: 'Ida', child: true, elsewhere: false }], ...over })

  test('says hello, the own hopes first, the week and who helps', async () => {
    const hopes = [aHope({ id: 11, personId: 1 }), aHope({ id: 12, personId: 2, words: 'At jeg må have min hund med' })]
    const pdf = await readPdf(await renderLetter(easyLetter('da', forIda({ plan: { ...aPaper().plan, hopes } }))))
    expect(pdf.title).toBe('Hej Ida. Det her er vores plan')
    expect(pdf.text.indexOf('hund')).toBeLessThan(pdf.text.indexOf('ro om morgenen'))
    expect(pdf.text).toContain('Mandag')
    expect(pdf.text).toContain('eller Anna Holm')
    expect(pdf.tagged).toBe(true)
  })

  test('property: never more than two pages, however large the plan, and it says how much is left out', { timeout: 120_000 }, async () => {
    const words = fc.string({ minLength: 1, maxLength: 300, unit: fc.constantFrom('a', 'b', ' ', 'æ', 'W', 'i', '\n') })
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 12 }), fc.array(words, { maxLength: 12 }), fc.array(words, { maxLength: 20 }), async (hopes, goals, what) => {
        const plan = {
          hopes: hopes.map((text, i) => aHope({ id: i + 1, words: text, personId: 2 })),
          goals: goals.map((title, i) => aGoal({ id: i + 1, title, hopeId: null })),
          activities: what.map((text, i) => anActivity({ id: i + 1, what: text, takesPart: [2], weekdays: [1, 2, 3, 4, 5, 6, 7] })),
          terms: [],
        }
        const team = Array.from({ length: 9 }, (_, i) => ({ ...anna, staffId: i, name: `Anna Holm-Kristiansen den ${i + 1}.` }))
        const pdf = await readPdf(await renderLetter(easyLetter('da', forIda({ plan, team }))))
        expect(pdf.pages).toBe(2)
        if (hopes.length + goals.length > 7) expect(pdf.text).toMatch(/Der er \S+ ting mere/)
      }),
      { numRuns: 25 },
    )
    const wide = 'Wmii '.repeat(50)
    const most = { hopes: [1, 2, 3].map((id) => aHope({ id, words: wide, personId: 2 })), goals: [1, 2, 3, 4].map((id) => aGoal({ id, title: wide })), terms: [] }
    const days = Array.from({ length: 4 }, (_, i) => anActivity({ id: i + 1, what: wide, takesPart: [2], weekdays: [1, 2, 3, 4, 5, 6, 7] }))
    expect((await readPdf(await renderLetter(easyLetter('da', forIda({ plan: { ...most, activities: days } }))))).pages).toBe(2)
  })

  test('a long line is cut at a word', () => {
    expect(short('kort')).toBe('kort')
    expect(short(`${'ord '.repeat(40)}`, 20)).toBe('ord ord ord ord…')
    expect(short('x'.repeat(200), 20)).toHaveLength(20)
  })
})
