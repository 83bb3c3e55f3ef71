import { type Box, hull, inside, path, roundCorners, spread } from './spread.ts'

/*
 * The family in the middle of the map by the conventions of a genogram: a row for each generation, parents above children, a line between
 * partners (two strokes across it when they have parted), the home as a dashed line around those who live in it. Pure: the same family gives
 * the same picture.
 */

export type FamilyPerson = { id: number; /** For the order of siblings: birthday or due date; '9999' unknown. */ born: string }
export type FamilyRelation = {
  personId: number
  otherId: number
  kind: 'parent' | 'partner' | 'sibling' | 'grandparent' | 'foster-parent'
  /** It held once and does not any more. */
  ended: boolean
}
export type FamilyHome = { id: number; members: readonly number[] }
export type FamilyLine = { kind: 'couple' | 'parted' | 'co-parents' | 'child' | 'foster' | 'sibling'; ids: number[]; d: string; strokes?: string }
export type HomeOutline = { id: number; d: string[]; x: number; y: number }
export type Genogram = { nodes: (Box & { id: number })[]; lines: FamilyLine[]; homes: HomeOutline[]; box: Box }

export const GLYPH = 46
const ROW = 146
const HEIGHT = 92

/** @param gap between the middles of two neighbours; a node is 10 narrower */
export function genogram(
  told: readonly FamilyPerson[],
  relations: readonly FamilyRelation[],
  homes: readonly FamilyHome[],
  gap = 112,
): Genogram {
  const people = inOrder(told)
  const known = new Set(people.map((p) => p.id))
  const own = relations.filter((r) => known.has(r.personId) && known.has(r.otherId) && r.personId !== r.otherId)
  const rows = orderRows(people, own)
  const xs = placeRows(rows, own, gap)
  const nodes = rows.flatMap((row, i) =>
    row.map((id) => ({ id, x: xs.get(id)!, y: i * ROW, w: gap - 10, h: HEIGHT })),
  )
  const middle = nodes.length ? (Math.min(...nodes.map((n) => n.x)) + Math.max(...nodes.map((n) => n.x))) / 2 : 0
  const lift = ((rows.length - 1) * ROW) / 2
  const placed = nodes.map((n) => ({ ...n, x: n.x - middle, y: n.y - lift }))
  return { nodes: placed, lines: familyLines(placed, own), homes: homes.flatMap((h) => outline(h, placed)), box: boxAround(placed) }
}

/** The older first: the same family is drawn the same, in whatever order it is told. */
const inOrder = (people: readonly FamilyPerson[]) => people.toSorted((a, b) => a.born.localeCompare(b.born) || a.id - b.id)

/** How many stand beside each other at most: what the width of a phone must be shared among. */
export const widestRow = (told: readonly FamilyPerson[], relations: readonly FamilyRelation[]): number => {
  const people = inOrder(told)
  const known = new Set(people.map((p) => p.id))
  return Math.max(0, ...orderRows(people, relations.filter((r) => known.has(r.personId) && known.has(r.otherId))).map((row) => row.length))
}

const isParent = (r: FamilyRelation) => r.kind === 'parent' || r.kind === 'foster-parent'
const parentsOf = (id: number, relations: readonly FamilyRelation[]) => [
  ...new Set(relations.filter((r) => isParent(r) && r.otherId === id).map((r) => r.personId)),
]
const childrenOf = (id: number, relations: readonly FamilyRelation[]) => [
  ...new Set(relations.filter((r) => isParent(r) && r.personId === id).map((r) => r.otherId)),
]
/** Pairs that stand side by side: partners, and those who have a child together. */
function unions(people: readonly number[], relations: readonly FamilyRelation[]): [number, number][] {
  const pairs = new Map<string, [number, number]>()
  const add = (a: number, b: number) => pairs.set([a, b].toSorted((x, y) => x - y).join(' '), a < b ? [a, b] : [b, a])
  for (const r of relations) if (r.kind === 'partner') add(r.personId, r.otherId)
  for (const child of people) {
    const parents = [...new Set(relations.filter((r) => r.kind === 'parent' && r.otherId === child).map((r) => r.personId))]
    parents.forEach((a, i) => parents.slice(i + 1).forEach((b) => add(a, b)))
  }
  return [...pairs.values()]
}

// ---- generations ----

function generations(people: readonly FamilyPerson[], relations: readonly FamilyRelation[]): Map<number, number> {
  const gen = new Map(people.map((p) => [p.id, 0]))
  const g = (id: number) => gen.get(id)!
  const level = [...unions(people.map((p) => p.id), relations), ...relations.filter((r) => r.kind === 'sibling').map((r): [number, number] => [r.personId, r.otherId])]
  // As many rounds as there are people are enough for any family; a wrong ring of parents stops there too.
  for (let round = 0; round < people.length; round++) {
    for (const r of relations) {
      const step = isParent(r) ? 1 : r.kind === 'grandparent' ? 2 : 0
      if (step) gen.set(r.otherId, Math.max(g(r.otherId), g(r.personId) + step))
    }
    for (const [a, b] of level) {
      const low = Math.max(g(a), g(b))
      gen.set(a, low).set(b, low)
    }
  }
  // A parent without parents of their own stands right above the children, not at the top.
  const tied = new Set(level.flat())
  for (const p of people) {
    const children = childrenOf(p.id, relations)
    if (children.length && !tied.has(p.id) && parentsOf(p.id, relations).length === 0)
      gen.set(p.id, Math.max(g(p.id), Math.min(...children.map(g)) - 1))
  }
  const used = [...new Set(gen.values())].toSorted((a, b) => a - b)
  return new Map([...gen].map(([id, at]) => [id, used.indexOf(at)]))
}

// ---- the order within a row ----

function orderRows(people: readonly FamilyPerson[], relations: readonly FamilyRelation[]): number[][] {
  const gen = generations(people, relations)
  const byBirth = people.map((p) => p.id)
  const count = people.length ? Math.max(...gen.values()) + 1 : 0
  const rows: number[][] = Array.from({ length: count }, (_, i) => byBirth.filter((id) => gen.get(id) === i))
  const pairs = unions(byBirth, relations)
  const mean = (ids: readonly number[], row: readonly number[] | undefined) => {
    const places = ids.map((id) => row?.indexOf(id) ?? -1).filter((i) => i >= 0)
    return places.length ? places.reduce((a, b) => a + b, 0) / places.length : null
  }
  // From the top each row goes by its parents; then from the bottom parents go by their children; twice settles it.
  const settle = (i: number, near: (id: number) => number | null) => {
    const row = rows[i]!
    const place = new Map(row.map((id, k) => [id, near(id) ?? k]))
    rows[i] = chains(row, pairs, (id) => place.get(id)!)
  }
  for (let round = 0; round < 2; round++) {
    for (let i = count - 1; i >= 0; i--) settle(i, (id) => mean(childrenOf(id, relations), rows[i + 1]))
    for (let i = 1; i < count; i++) settle(i, (id) => mean(parentsOf(id, relations), rows[i - 1]))
  }
  return rows
}

/** Those who belong together beside each other, the chains by where they want to be. */
function chains(row: readonly number[], pairs: readonly (readonly [number, number])[], place: (id: number) => number): number[] {
  const near = (id: number) => pairs.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : [])).filter((x) => row.includes(x))
  const left = new Set(row)
  const index = (id: number) => row.indexOf(id)
  const by = (a: number, b: number) => place(a) - place(b) || index(a) - index(b)
  const done: number[][] = []
  for (const start of row.toSorted((a, b) => near(a).length - near(b).length || by(a, b))) {
    if (!left.has(start)) continue
    const chain: number[] = []
    const walk = (id: number) => {
      left.delete(id)
      chain.push(id)
      for (const next of near(id).toSorted(by)) if (left.has(next)) walk(next)
    }
    walk(start)
    done.push(chain.length > 1 && by(chain[0]!, chain.at(-1)!) > 0 ? chain.toReversed() : chain)
  }
  const middle = (c: readonly number[]) => c.reduce((sum, id) => sum + place(id), 0) / c.length
  return done.toSorted((a, b) => middle(a) - middle(b) || index(a[0]!) - index(b[0]!)).flat()
}

// ---- where in the row ----

function placeRows(rows: readonly number[][], relations: readonly FamilyRelation[], gap: number): Map<number, number> {
  const x = new Map<number, number>()
  for (const row of rows) row.forEach((id, i) => x.set(id, (i - (row.length - 1) / 2) * gap))
  const put = (row: readonly number[], want: (id: number) => number) => spread(row.map(want), gap).forEach((v, i) => x.set(row[i]!, v))
  const middle = (ids: readonly number[]) => ids.reduce((sum, id) => sum + x.get(id)!, 0) / ids.length
  for (let round = 0; round < 4; round++) {
    for (const row of rows.slice(1)) {
      // Brothers and sisters spread evenly below the middle of their parents.
      const sets = new Map<string, number[]>()
      for (const id of row) {
        const key = parentsOf(id, relations).toSorted((a, b) => a - b).join(' ')
        sets.set(key, [...(sets.get(key) ?? []), id])
      }
      const want = new Map<number, number>()
      for (const [key, ids] of sets) {
        const at = key ? middle(key.split(' ').map(Number)) : middle(ids)
        ids.forEach((id, i) => want.set(id, at + (i - (ids.length - 1) / 2) * gap))
      }
      put(row, (id) => want.get(id)!)
    }
    for (const row of rows.slice(0, -1).toReversed()) {
      put(row, (id) => {
        const children = childrenOf(id, relations)
        if (children.length === 0) return x.get(id)!
        const others = [...new Set(children.flatMap((c) => parentsOf(c, relations)))].filter((p) => row.includes(p))
        return middle(children) + (row.indexOf(id) - others.reduce((sum, p) => sum + row.indexOf(p), 0) / others.length) * gap
      })
    }
  }
  return x
}

// ---- lines ----

type Node = Box & { id: number }
function familyLines(nodes: readonly Node[], relations: readonly FamilyRelation[]): FamilyLine[] {
  const of = (id: number) => nodes.find((n) => n.id === id)!
  const adjacent = (a: Node, b: Node) => a.y === b.y && !nodes.some((n) => n.y === a.y && n.x > Math.min(a.x, b.x) && n.x < Math.max(a.x, b.x))
  const lines: FamilyLine[] = []
  for (const [a, b] of unions(nodes.map((n) => n.id), relations)) lines.push(coupleLine(of(a), of(b), relations, adjacent(of(a), of(b))))
  const buses = new Map<string, number>()
  for (const child of nodes) {
    for (const kind of ['parent', 'foster-parent', 'grandparent'] as const) {
      const parents = [...new Set(relations.filter((r) => r.kind === kind && r.otherId === child.id).map((r) => r.personId))].map(of)
      if (parents.length === 0) continue
      const [a, b] = parents
      const together = a && b && parents.length === 2 && kind === 'parent' && adjacent(a, b)
      const starts = together ? [{ ids: [a.id, b.id], x: (a.x + b.x) / 2, y: a.y }] : parents.map((p) => ({ ids: [p.id], x: p.x, y: p.y + HEIGHT / 2 + 6 }))
      for (const from of starts) {
        const key = `${child.y} ${from.ids.join(' ')}`
        const level = buses.get(key) ?? [...buses.keys()].filter((k) => k.startsWith(`${child.y} `)).length
        buses.set(key, level)
        const bus = child.y - HEIGHT / 2 - 24 + (level % 3) * 8
        lines.push({
          kind: kind === 'parent' ? 'child' : 'foster',
          ids: [...from.ids, child.id],
          d: path(['M', from.x, from.y, 'V', bus, 'H', child.x, 'V', child.y - GLYPH / 2 - 3]),
        })
      }
    }
  }
  for (const r of relations.filter((one) => one.kind === 'sibling')) {
    const [a, b] = [of(r.personId), of(r.otherId)]
    if (parentsOf(a.id, relations).some((p) => parentsOf(b.id, relations).includes(p))) continue
    const top = Math.min(a.y, b.y) - GLYPH / 2 - 14
    lines.push({ kind: 'sibling', ids: [a.id, b.id], d: path(['M', a.x, a.y - GLYPH / 2 - 3, 'V', top, 'H', b.x, 'V', b.y - GLYPH / 2 - 3]) })
  }
  return lines
}

function coupleLine(one: Node, two: Node, relations: readonly FamilyRelation[], adjacent: boolean): FamilyLine {
  const [a, b] = one.x <= two.x ? [one, two] : [two, one]
  const said = relations.filter((r) => r.kind === 'partner' && [a.id, b.id].includes(r.personId) && [a.id, b.id].includes(r.otherId))
  const kind = said.some((r) => !r.ended) ? 'couple' : said.length ? 'parted' : 'co-parents'
  const half = GLYPH / 2 + 3
  const top = Math.min(a.y, b.y) - half - 16
  const d = adjacent ? path(['M', a.x + half, a.y, 'H', b.x - half]) : path(['M', a.x, a.y - half, 'V', top, 'H', b.x, 'V', b.y - half])
  const [mx, my] = [a.x + (b.x - a.x) * 0.36, adjacent ? a.y : top]
  const stroke = (x: number) => ['M', x - 4, my + 9, 'L', x + 4, my - 9]
  return { kind, ids: [a.id, b.id], d, ...(kind === 'parted' ? { strokes: path([...stroke(mx - 4), ...stroke(mx + 4)]) } : {}) }
}

// ---- homes ----

const PAD = 12
const around = (n: Box): Box => ({ x: n.x, y: n.y + 2, w: n.w - 14, h: n.h })
function outline(home: FamilyHome, nodes: readonly Node[]): HomeOutline[] {
  const members = nodes.filter((n) => home.members.includes(n.id))
  if (members.length === 0) return []
  const points = hull(members.flatMap((n) => roundCorners(around(n), PAD)))
  const stranger = nodes.some((n) => !home.members.includes(n.id) && inside(points, [n.x, n.y]))
  const outlines = stranger ? members.map((n) => hull(roundCorners(around(n), PAD))) : [points]
  const all = outlines.flat()
  const top = Math.min(...all.map((p) => p[1]))
  const upper = all.filter((p) => p[1] < top + 3)
  return [
    {
      id: home.id,
      d: outlines.map((o) => path([...o.flatMap(([px, py], i) => [i ? 'L' : 'M', px, py]), 'Z'])),
      x: (Math.min(...upper.map((p) => p[0])) + Math.max(...upper.map((p) => p[0]))) / 2,
      y: top,
    },
  ]
}

export function boxAround(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, w: 0, h: 0 }
  const left = Math.min(...boxes.map((b) => b.x - b.w / 2))
  const right = Math.max(...boxes.map((b) => b.x + b.w / 2))
  const top = Math.min(...boxes.map((b) => b.y - b.h / 2))
  const bottom = Math.max(...boxes.map((b) => b.y + b.h / 2))
  return { x: (left + right) / 2, y: (top + bottom) / 2, w: right - left, h: bottom - top }
}
