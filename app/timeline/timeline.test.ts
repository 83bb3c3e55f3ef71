import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#app/platform/time/plain-date.ts'
import { gathered, inWindow, type Lane, moved, placeLane, windowOf, ZOOMS } from './timeline.ts'

const day = fc.integer({ min: -1500, max: 400 }).map((n) => addDays('2026-11-22', n))
const lane: fc.Arbitrary<Lane> = fc.record({
  id: fc.constant(1),
  name: fc.constant('Mette'),
  bars: fc.array(
    fc.record({
      kind: fc.constantFrom('home', 'benefit', 'school', 'activity'),
      label: fc.string({ maxLength: 40 }),
      from: day,
      length: fc.option(fc.integer({ min: 0, max: 900 })),
    }),
    { maxLength: 12 },
  ).map((bars) => bars.map(({ length, ...b }) => ({ ...b, to: length === null ? null : addDays(b.from, length) }))),
  marks: fc.array(fc.record({ kind: fc.constantFrom('consent', 'version', 'referral'), label: fc.string({ maxLength: 30 }), on: day }), { maxLength: 8 }),
}) as fc.Arbitrary<Lane>
const zoom = fc.constantFrom(...ZOOMS)
const part = { today: '2026-11-22', came: '2026-03-01', until: null }

describe('the time line', () => {
  test('IT-13: nothing lies over anything else in a lane, its words counted', () => {
    fc.assert(
      fc.property(lane, zoom, fc.constantFrom(300, 540, 860), (one, z, width) => {
        const w = windowOf(z, [one], part)
        const placed = placeLane(inWindow([one], w)[0]!, w, width)
        const taken = [
          ...placed.bars.map((b) => ({ row: b.row, from: Math.min(b.x, b.textX), to: Math.max(b.x + b.width, b.textX + b.textWidth) })),
          ...placed.marks.map((m) => ({ row: m.row, from: Math.min(m.x, m.textX), to: Math.max(m.x, m.textX + m.textWidth) })),
        ]
        taken.forEach((a, i) =>
          taken.slice(i + 1).forEach((b) => expect(a.row !== b.row || a.to <= b.from + 0.01 || b.to <= a.from + 0.01).toBe(true)),
        )
        expect(taken.every((t) => t.from >= -MARGIN && t.to <= width + MARGIN)).toBe(true)
      }),
    )
  })
  test('IT-13: everything that touches the days shown is drawn, and nothing else', () => {
    fc.assert(
      fc.property(lane, zoom, (one, z) => {
        const w = windowOf(z, [one], part)
        const placed = placeLane(inWindow([one], w)[0]!, w, 860)
        expect(placed.bars.length).toBe(one.bars.filter((b) => b.from <= w.to && (b.to ?? '9999') >= w.from).length)
        expect(placed.marks.length).toBe(one.marks.filter((m) => m.on >= w.from && m.on <= w.to).length)
      }),
    )
  })
  test('IT-13: the same facts give the same picture in whatever order they come', () => {
    fc.assert(
      fc.property(lane, (one) => {
        const w = windowOf('all', [one], part)
        const told = { ...one, bars: one.bars.toReversed(), marks: one.marks.toReversed() }
        const picture = (l: Lane) => placeLane(l, w, 860).bars.map((b) => [b.label, b.from, b.to, b.row, b.x])
        expect(picture(told)).toEqual(picture(one))
      }),
    )
  })
  test('CON-02: from far away consents that follow each other are one mark, and none is lost', () => {
    fc.assert(
      fc.property(lane, (one) => {
        const [far] = gathered([one], (n) => `${n}`)
        const count = (marks: Lane['marks']) => marks.filter((m) => m.kind === 'consent').reduce((sum, m) => sum + (m.count ?? 1), 0)
        expect(count(far!.marks)).toBe(count(one.marks))
        expect(far!.marks.filter((m) => m.kind !== 'consent')).toEqual(one.marks.filter((m) => m.kind !== 'consent'))
      }),
    )
  })
  test('IT-13: a year and three months end where they are asked to; the whole begins three years before at most', () => {
    expect(windowOf('year', [], { ...part, until: '2026-06-30' })).toEqual({ from: '2025-06-30', to: '2026-06-30' })
    expect(windowOf('quarter', [], part)).toEqual({ from: '2026-09-22', to: '2026-12-22' })
    const old: Lane = { id: 1, name: 'Mette', bars: [{ kind: 'benefit', label: 'x', from: '1999-01-01', to: null }], marks: [] }
    expect(windowOf('all', [old], part)).toEqual({ from: '2023-03-01', to: '2027-02-22' })
    expect(moved('quarter', { from: '2026-09-22', to: '2026-12-22' }, '2026-11-22', -1)).toBe('2026-10-22')
    expect(moved('year', { from: '2026-09-22', to: '2027-09-22' }, '2026-11-22', 1)).toBeNull()
  })
})
const MARGIN = 12
