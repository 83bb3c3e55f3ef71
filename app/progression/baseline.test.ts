import { describe, expect, test } from 'vitest'
import { baselineOf } from './baseline.ts'
import type { Indicator, Member } from './indicators.ts'

const indicator = (code: string, about: Indicator['about']): Indicator => ({
  code, about, answer: 'scale', scale: 'ffb', everyMonths: 1, ageFrom: 0, ageUntil: null, label: { da: code, en: code }, source: 'test', validFrom: '2014-01-01', validUntil: null,
} as Indicator)
const members: Member[] = [
  { id: 1, name: 'Mette', born: '1990-01-01', unborn: false, parent: true },
  { id: 2, name: 'Ida', born: '2017-01-01', unborn: false, parent: false },
]
const indicators = [indicator('a', 'parent'), indicator('b', 'parent'), indicator('c', 'child')]
const of = (said: [number, number, number][], today: string) =>
  baselineOf(indicators, members, '2026-03-10', said.map(([personId, inTime, ever]) => ({ personId, inTime, ever })), today, 28)

describe('PROG-04: the first measurement within four weeks after intake', () => {
  test('the last day counts; before it nothing is missing yet', () => {
    expect(of([], '2026-04-07')).toMatchObject({ state: 'soon', due: '2026-04-07', filled: 0, of: 3 })
    expect(of([], '2026-04-08')).toMatchObject({ state: 'missing', lacking: [1, 2] })
  })
  test('all of it in time, all of it but late, some of it', () => {
    expect(of([[1, 2, 2], [2, 1, 1]], '2026-03-20').state).toBe('done')
    expect(of([[1, 1, 2], [2, 1, 1]], '2026-05-01').state).toBe('late')
    expect(of([[1, 2, 2]], '2026-05-01')).toMatchObject({ state: 'partly', filled: 2, of: 3, lacking: [2] })
  })
  test('more values than the first month asks about never make up for a missing one', () => {
    expect(of([[1, 9, 9]], '2026-05-01')).toMatchObject({ state: 'partly', filled: 2 })
  })
})
