import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Agreement } from '#app/agreements/agreement.ts'
import { forRecipients, type MinutesAnswer, type MinutesContent, type MinutesPoint, type Sight, type TookPart } from './minutes.ts'
import { minutesLetter } from './minutes-letter.ts'

/* What is on paper for several is never more than what is on paper for one of them. */
const shelf = fc.integer({ min: 1, max: 6 })
const person = fc.integer({ min: 1, max: 4 })
const name = (id: number) => ['', 'Mette', 'Jonas', 'Ida', 'Ali'][id] ?? ''
const point = fc.record({ shelfId: shelf, kind: fc.constantFrom('point', 'child', 'reflection', 'decision') }).map(
  (v, ): Omit<MinutesPoint, 'id'> => ({ ...v, revision: 1, subjects: [1], position: 10, title: '', words: 'x', late: false }) as Omit<MinutesPoint, 'id'>,
)
const content: fc.Arbitrary<MinutesContent> = fc
  .record({
    points: fc.array(point, { maxLength: 8 }),
    agreed: fc.array(fc.record({ shelfId: shelf, owner: person }), { maxLength: 6 }),
    there: fc.array(fc.record({ shelfId: shelf, personId: person, along: fc.option(person) }), { maxLength: 5 }),
    answers: fc.array(fc.record({ shelfId: shelf, personId: person, answer: fc.constantFrom('confirmed', 'correction', 'disagree'), released: fc.boolean() }), { maxLength: 5 }),
  })
  .map((v) => ({
    points: v.points.map((one, i) => ({ ...one, id: i + 1, words: `punkt ${i}` })),
    agreements: v.agreed.map((one, i): Agreement => ({
      id: i + 1, revision: 1, shelfId: one.shelfId, caseId: 1, subjects: [1], what: `aftale ${i}`, owner: { kind: 'person', id: one.owner, name: name(one.owner) }, dueOn: '2026-12-04', goal: { id: 1, title: 'mål' },
      meeting: null, heardBy: '', madeOn: '2026-11-22', keptOn: null, dropped: null, marks: [], authorStaffId: 1, authorPersonId: null,
    })),
    tookPart: v.there.map((one, i): TookPart => ({
      participantId: i + 1, shelfId: one.shelfId, personId: one.personId, staffId: null, name: name(one.personId), role: '', how: 'seat', present: true,
      along: one.along === null ? null : { personId: one.along, name: name(one.along) }, interpreter: false, contribution: '',
    })),
    answers: v.answers.map((one, i): MinutesAnswer => ({
      id: i + 1, shelfId: one.shelfId, versionNumber: 1, personId: one.personId, staffId: null, name: name(one.personId), answer: one.answer as MinutesAnswer['answer'], words: `svar ${i}`, released: one.released,
      onBehalf: null, on: '2026-11-22', mine: false,
    })),
  }))
const sight: fc.Arbitrary<Sight> = fc.record({ shelves: fc.uniqueArray(shelf, { maxLength: 6 }), knows: fc.option(fc.uniqueArray(person, { maxLength: 4 })) })

const lines = (c: MinutesContent) =>
  [...c.points.map((x) => `p${x.id}`), ...c.agreements.map((x) => `a${x.id}`), ...c.tookPart.map((x) => `t${x.participantId}`), ...c.answers.map((x) => `s${x.id}`)]
const names = (c: MinutesContent) =>
  [...c.agreements.map((x) => `a${x.id} ${x.owner.name}`), ...c.tookPart.map((x) => `t${x.participantId} ${x.name} ${x.along?.name ?? ''}`), ...c.answers.map((x) => `s${x.id} ${x.name}`)]

test('MEET-15: one more recipient never adds a line to the minutes, nor a name; nobody gets nothing', () => {
  fc.assert(
    fc.property(content, fc.array(sight, { minLength: 1, maxLength: 4 }), sight, (all, some, more) => {
      const [few, many] = [forRecipients(all, some), forRecipients(all, [...some, more])]
      expect(lines(few)).toEqual(expect.arrayContaining(lines(many)))
      for (const line of names(many)) expect(names(few).some((n) => n === line || n.startsWith(line.split(' ')[0]!))).toBe(true)
      const hidden = new Set([...some, more].flatMap((s) => (s.knows === null ? [] : [1, 2, 3, 4].filter((id) => !s.knows!.includes(id)))))
      expect(many.agreements.every((a) => a.goal === null && (!hidden.has(a.owner.id ?? 0) || a.owner.name === ''))).toBe(true)
      expect(many.answers.every((a) => a.answer !== 'disagree' || a.released)).toBe(true)
      expect(lines(forRecipients(all, []))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('MEET-15: what is not for the recipients stands nowhere in the letter', () => {
  fc.assert(
    fc.property(content, fc.array(sight, { minLength: 1, maxLength: 3 }), (all, some) => {
      const made = forRecipients(all, some)
      const letter = minutesLetter('da', { ...made, municipality: 'Hedensted Kommune', today: '2026-11-22', meeting: { startsAt: '2026-11-20T12:00:00Z', minutes: 60 }, recipients: ['Mette'] })
      const text = JSON.stringify(letter.blocks)
      for (const p of all.points) if (!made.points.some((x) => x.id === p.id)) expect(text).not.toContain(`"${p.words}"`)
      for (const a of all.agreements) if (!made.agreements.some((x) => x.id === a.id)) expect(text).not.toContain(`"${a.what}"`)
      for (const s of all.answers) if (!made.answers.some((x) => x.id === s.id)) expect(text).not.toContain(`"${s.words}"`)
    }),
    { numRuns: 500 },
  )
})
