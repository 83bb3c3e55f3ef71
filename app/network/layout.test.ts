import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FamilyRelation, genogram } from './genogram.ts'
import { bandMap, type LayoutInput, type MapPicture, ringMap } from './layout.ts'
import type { EndKey } from './network.ts'
import { hull, inside, overlap, spread } from './spread.ts'

/* Families of any shape: several generations, two homes, parted parents, rings of relations that nobody should have written. */
const family = fc.integer({ min: 1, max: 11 }).chain((n) =>
  fc.record({
    family: fc.constant(Array.from({ length: n }, (_, i) => ({ id: i + 1, born: `${1950 + ((i * 37) % 70)}-01-01` }))),
    relations: fc.array(
      fc.record({
        personId: fc.integer({ min: 1, max: n }),
        otherId: fc.integer({ min: 1, max: n }),
        kind: fc.constantFrom('parent', 'partner', 'sibling', 'grandparent', 'foster-parent') as fc.Arbitrary<FamilyRelation['kind']>,
        ended: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
    homes: fc.array(fc.record({ id: fc.integer({ min: 1, max: 3 }), members: fc.array(fc.integer({ min: 1, max: n }), { maxLength: 5 }) }), { maxLength: 3 }),
  }),
)
const network: fc.Arbitrary<LayoutInput> = fc
  .record({ inner: family, circle: fc.integer({ min: 0, max: 9 }), departments: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 }) })
  .chain(({ inner, circle, departments }) => {
    const n = inner.family.length
    let staff = 0
    const keys: EndKey[] = [
      ...Array.from({ length: circle }, (_, i): EndKey => `person-${100 + i}`),
      ...departments.flatMap((k) => Array.from({ length: k }, (): EndKey => `staff-${++staff}`)),
      ...inner.family.map((p): EndKey => `person-${p.id}`),
    ]
    staff = 0
    return fc.record({
      family: fc.constant(inner.family),
      relations: fc.constant(inner.relations),
      homes: fc.constant(inner.homes),
      circle: fc.tuple(...Array.from({ length: circle }, (_, i) => fc.record({ key: fc.constant<EndKey>(`person-${100 + i}`), near: fc.array(fc.integer({ min: 1, max: n }), { maxLength: 2 }) }))),
      departments: fc.constant(departments.map((k, i) => ({ label: `Afdeling ${i}`, nodes: Array.from({ length: k }, () => ({ key: `staff-${++staff}` as EndKey, near: [] })) }))),
      ties: fc.array(
        fc.record({
          id: fc.integer({ min: 1, max: 99 }),
          from: fc.integer({ min: 1, max: n }),
          to: fc.constantFrom(...keys),
          strength: fc.constantFrom('strong', 'ordinary', 'weak'),
          strained: fc.boolean(),
        }),
        { maxLength: 6 },
      ),
    })
  }) as fc.Arbitrary<LayoutInput>

const whole = (input: LayoutInput, picture: MapPicture) => {
  const keys = [...input.family.map((p) => `person-${p.id}`), ...input.circle.map((n) => n.key), ...input.departments.flatMap((d) => d.nodes.map((n) => n.key))]
  expect(picture.nodes.map((n) => n.key).toSorted()).toEqual(keys.toSorted())
}
const apart = (picture: MapPicture) => {
  picture.nodes.forEach((a, i) =>
    picture.nodes.slice(i + 1).forEach((b) => {
      if (overlap(a, b, -0.01)) throw new Error(`${a.key} and ${b.key} lie over each other: ${JSON.stringify([a, b])}`)
    }),
  )
}
const bothEnds = (input: LayoutInput, picture: MapPicture) => {
  const drawn = new Set<string>(picture.nodes.map((n) => n.key))
  for (const c of picture.connections) expect([drawn.has(c.from), drawn.has(c.to)]).toEqual([true, true])
  for (const l of picture.family.lines) expect(l.ids.every((id) => drawn.has(`person-${id}`))).toBe(true)
  // Nothing said is lost: a tie between two who are there is drawn, and so is each relation of the circle.
  for (const t of input.ties) {
    if (`person-${t.from}` !== t.to) expect(picture.connections.some((c) => c.tie === t.id && c.to === t.to)).toBe(true)
  }
  for (const n of input.circle)
    for (const id of new Set(n.near)) {
      const [a, b] = [`person-${id}`, n.key]
      expect(picture.connections.some((c) => (c.from === a && c.to === b) || (c.from === b && c.to === a))).toBe(true)
    }
  for (const r of input.relations) {
    if (r.personId === r.otherId || r.kind === 'sibling') continue
    expect(picture.family.lines.some((l) => l.ids.includes(r.personId) && l.ids.includes(r.otherId))).toBe(true)
  }
}
const within = (picture: MapPicture) => {
  for (const n of picture.nodes) {
    const [x, y] = [n.x + picture.origin.x, n.y + picture.origin.y]
    expect(x - n.w / 2).toBeGreaterThanOrEqual(-0.5)
    expect(x + n.w / 2).toBeLessThanOrEqual(picture.width + 0.5)
    expect(y - n.h / 2).toBeGreaterThanOrEqual(-0.5)
    expect(y + n.h / 2).toBeLessThanOrEqual(picture.height + 0.5)
  }
}

describe('the network map', () => {
  for (const [name, draw] of [
    ['as rings', ringMap],
    ['on a phone', (input: LayoutInput) => bandMap(input, 340)],
  ] as const) {
    test(`UDR-16: ${name} everybody is drawn once, nobody lies over anybody, all is inside the picture`, () => {
      fc.assert(
        fc.property(network, (input) => {
          const picture = draw(input)
          whole(input, picture)
          apart(picture)
          within(picture)
        }),
        { numRuns: 150 },
      )
    })
    test(`IT-09: ${name} both ends of every relation and every tie are drawn`, () => {
      fc.assert(fc.property(network, (input) => bothEnds(input, draw(input))), { numRuns: 150 })
    })
    test(`IT-09: ${name} the same family gives the same picture, in whatever order it is told`, () => {
      fc.assert(
        fc.property(network, (input) => {
          expect(draw(structuredClone(input))).toEqual(draw(input))
          const told = { ...input, family: input.family.toReversed(), circle: input.circle.toReversed() }
          const where = (p: MapPicture) => p.nodes.map((n) => [n.key, Math.round(n.x), Math.round(n.y)]).toSorted((a, b) => String(a[0]).localeCompare(String(b[0])))
          expect(where(draw(told))).toEqual(where(draw(input)))
        }),
        { numRuns: 150 },
      )
    })
  }
  test('UDR-16: children stand below their parents, the next generation below them', () => {
    const parent = (personId: number, otherId: number) => ({ personId, otherId, kind: 'parent' as const, ended: false })
    const { nodes, lines } = genogram(
      [1, 2, 3, 4, 5].map((id) => ({ id, born: `${1970 + id}-01-01` })),
      [parent(1, 3), parent(2, 3), parent(1, 4), parent(3, 5), { personId: 1, otherId: 2, kind: 'partner', ended: true }],
      [{ id: 1, members: [1, 3, 4] }],
    )
    const y = (id: number) => nodes.find((n) => n.id === id)!.y
    expect(y(1)).toBe(y(2))
    expect(y(3)).toBeGreaterThan(y(1))
    expect(y(4)).toBe(y(3))
    expect(y(5)).toBeGreaterThan(y(3))
    expect(lines.find((l) => l.ids.includes(1) && l.ids.includes(2))).toMatchObject({ kind: 'parted', strokes: expect.any(String) })
  })
  test('spread keeps the order and the gap, and moves nobody who has room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { maxLength: 12 }), fc.integer({ min: 1, max: 100 }), (wanted, gap) => {
        const out = spread(wanted, gap)
        out.slice(1).forEach((x, i) => expect(x - out[i]!).toBeGreaterThanOrEqual(gap - 1e-6))
        if (wanted.every((w, i) => i === 0 || w - wanted[i - 1]! >= gap)) expect(out).toEqual(wanted.map((w) => expect.closeTo(w, 5)))
      }),
    )
  })
  test('a hull holds its points', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })), { minLength: 3, maxLength: 20 }), (points) => {
        const outline = hull(points)
        if (outline.length > 2) for (const p of points) expect(inside(outline, p)).toBe(true)
      }),
    )
  })
})
