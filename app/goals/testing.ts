import type { Counted, FamilyFact, MeasureInfo, Measures, PointFact, SpellFact } from './goals.ts'

/* Makers for tests of goals: whole facts with defaults. */

let ids = 0
const id = (): number => ++ids
const words = (text: string) => ({ da: text, en: text })

export const aGoalOf = (over: Partial<Counted> & Pick<Counted, 'definition'>): Counted => ({
  code: 'goal', label: words('goal'), validFrom: '2014-01-01', validUntil: null, source: 'test', requirement: 'GOAL-01', text: words('goal'), measure: 'share', target: 70, population: words('all'), counts: 'child',
  ageFrom: 0, ageUntil: null, anchor: 'intake', afterMonths: null, data: words('spells'), ...over,
})

/** A family of an adult (40) and a child, taken in on the first of January 2025. Persons are numbered case·10 + 1, 2. */
export const aFamilyFact = (caseId: number, over: Partial<FamilyFact> & { childBorn?: string } = {}): FamilyFact => {
  const { childBorn = '2009-06-01', ...rest } = over
  return {
    caseId, name: `Familie ${caseId}`, intakeOn: '2025-01-01', leftOn: null, contacts: 1, others: 4, ownGoals: [],
    people: [
      { id: caseId * 10 + 1, born: '1985-03-01', died: null, until: null },
      { id: caseId * 10 + 2, born: childBorn, died: null, until: null },
    ],
    ...rest,
  }
}
export const aSpell = (caseId: number, personId: number, from: string, until: string | null, over: Partial<SpellFact> = {}): SpellFact => ({
  id: id(), shelfId: 1, caseId, personId, kind: 'leisure-job', status: '', what: 'Bageren', from, until, ...over,
})
export const aPoint = (caseId: number, personId: number, on: string, value: number | null, over: Partial<PointFact> = {}): PointFact => ({
  id: id(), shelfId: 1, caseId, personId, source: 'indicator', code: 'm', on, value, choice: null, ...over,
})
export const measuresFor = (...some: (Pick<MeasureInfo, 'code'> & Partial<MeasureInfo>)[]): Measures =>
  new Map(some.map((m) => [m.code, { label: words(m.code), range: [0, 10], higherIsBetter: true, ...m }]))
