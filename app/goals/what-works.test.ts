import { describe, expect, test } from 'vitest'
import { aPoint } from './testing.ts'
import { directionOf, type TookPart, whatWorks } from './what-works.ts'

const measure = { code: 'm', label: { da: 'm', en: 'm' }, range: [0, 4] as const, higherIsBetter: false }
const activity = (id: number, people: number[], from: string, kind = 'family-therapy'): TookPart => ({ id, shelfId: 1, caseId: people[0]! * 10, people, kind, from, until: null })
const point = (person: number, on: string, value: number) => aPoint(person * 10, person, on, value)

describe('what works for whom', () => {
  test.each([
    ['down is better where low is best', [['2025-12-31', 3], ['2026-06-30', 1]], 'better'],
    ['up is harder', [['2025-12-31', 1], ['2026-06-30', 3]], 'worse'],
    ['half a step is nothing', [['2025-12-31', 2], ['2026-06-30', 1.5]], 'same'],
    ['a first value soon after the start will do', [['2026-01-31', 3], ['2026-06-30', 1]], 'better'],
    ['one long before it will not', [['2025-06-30', 3], ['2026-06-30', 1]], null],
    ['a value from the first three months says nothing yet', [['2025-12-31', 3], ['2026-02-28', 1]], null],
    ['never measured', [], null],
  ] as const)('PROG-35: %s', (_, values, direction) => {
    expect(directionOf(values.map(([on, v]) => point(1, on, v)), '2026-01-10', measure, 1)).toBe(direction)
  })

  test('PROG-35: each who took part counts once, from the first day; few are said to be few; the order is that of the pack', () => {
    const points = [1, 2, 3].flatMap((p) => [point(p, '2025-12-31', 3), point(p, '2026-06-30', p === 3 ? 3 : 1)])
    const activities = [activity(1, [1], '2026-01-10'), activity(2, [1], '2026-03-01'), activity(3, [2], '2026-01-10'), activity(4, [3], '2026-01-10'), activity(5, [4], '2026-01-10'), activity(6, [1], '2026-01-10', 'budget-help')]
    const found = whatWorks(activities, points, measure, 1, 3, ['budget-help', 'family-therapy', 'never-used'])
    expect(found.map((f) => f.kind)).toEqual(['budget-help', 'family-therapy'])
    expect(found[1]).toMatchObject({ people: 4, families: 4, better: 2, same: 1, worse: 0, unmeasured: 1, share: { x: 2, n: 3 }, enough: true })
    expect(found[0]).toMatchObject({ people: 1, enough: false })
  })
})
