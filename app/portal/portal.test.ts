import { describe, expect, test } from 'vitest'
import { anActivity } from '#app/plan/testing.ts'
import { helpersFor, livesElsewhere, ownChildren } from '#app/plan/for-a-member.ts'
import { mayAnswerFor, nextDays, toAnswer } from './portal.ts'

const person = (over = {}) => ({
  id: 1,
  name: 'Mette',
  child: false,
  family: true,
  inHousehold: true,
  speaksFor: true,
  asked: true,
  ...over,
})
const mette = person()
const ida = person({ id: 2, name: 'Ida', child: true })

describe('who the page is for', () => {
  test('access: somebody of the household sees the whole page; a parent elsewhere only what is about the child', () => {
    expect(livesElsewhere([mette, ida], 1)).toBe(false)
    const jonas = person({ id: 3, name: 'Jonas', family: false })
    expect(livesElsewhere([jonas, person({ ...ida, inHousehold: false })], 3)).toBe(true)
    // A home of his own in the same case does not make the child's home his.
    expect(livesElsewhere([person({ id: 3 }), person({ ...ida, inHousehold: false })], 3)).toBe(true)
  })
  test('a young person is at home and speaks for nobody else', () => {
    const emil = person({ id: 4, child: true })
    expect(livesElsewhere([emil], 4)).toBe(false)
    expect(ownChildren([emil, person({ ...ida, speaksFor: false })], 4)).toEqual([])
  })
})

describe('helpers', () => {
  const team = [
    { sector: 'coordination', role: 'coordinator', does: 'Holder sammen på planen' },
    { sector: 'education', role: 'teacher', does: 'Idas lærer' },
    { sector: 'employment', role: 'employment-caseworker', does: 'Finder praktik til Mette' },
  ]
  const yes = (over = {}) => ({
    subjectId: 2,
    purpose: 'coordination',
    toSectors: ['education'],
    categories: ['plan'],
    standing: 'valid',
    ...over,
  })
  test('the household knows everybody who helps', () => expect(helpersFor(team, false, [2], [])).toEqual(team))
  test('a parent elsewhere knows the coordinator and whom a standing yes about the child names, not what they do for others', () => {
    expect(helpersFor(team, true, [2], [yes()])).toEqual([team[0], { ...team[1], does: '' }])
    expect(
      helpersFor(
        team,
        true,
        [2],
        [
          yes({ standing: 'withdrawn' }),
          yes({ subjectId: 1, toSectors: ['employment'] }),
          yes({ purpose: 'evaluation', toSectors: ['employment'] }),
        ],
      ),
    ).toEqual([team[0]])
  })
})

describe('the next days', () => {
  test('today and tomorrow, in the order of the clock', () => {
    const late = anActivity({ weekdays: [1], timeFrom: '19:30', start: '2026-11-02' })
    const early = anActivity({ weekdays: [1, 2], timeFrom: '07:45', start: '2026-11-02' })
    expect(nextDays([late, early], '2026-11-23').map((d) => [d.date, d.activities.map((a) => a.timeFrom)])).toEqual([
      ['2026-11-23', ['07:45', '19:30']],
      ['2026-11-24', ['07:45']],
    ])
  })
  test('over the end of the week; with nothing soon the next day that has something', () => {
    const monday = anActivity({ weekdays: [1] })
    expect(nextDays([monday], '2026-11-22').map((d) => d.date)).toEqual(['2026-11-23'])
    expect(nextDays([monday], '2026-11-24').map((d) => d.date)).toEqual(['2026-11-30'])
    expect(nextDays([], '2026-11-22')).toEqual([])
  })
})

describe('PLAN-14: who answers', () => {
  test('each for themselves, a parent for a child only while nobody has heard it', () => {
    expect(toAnswer([mette, ida], 1, []).map((p) => p.id)).toEqual([1, 2])
    expect(toAnswer([mette, ida], 1, [{ personId: 2 }]).map((p) => p.id)).toEqual([1])
    expect(mayAnswerFor(mette, 1, true)).toBe(true)
    expect(mayAnswerFor(ida, 1, true)).toBe(false)
    expect(mayAnswerFor(person({ id: 4, speaksFor: false }), 1, false)).toBe(false)
  })
})
