import { type FamilyHome, type FamilyLine, type FamilyPerson, type FamilyRelation, genogram, GLYPH, type Genogram, type HomeOutline, widestRow } from './genogram.ts'
import type { EndKey, Strength } from './network.ts'
import { type Box, ellipse, overlap, path, type Point } from './spread.ts'

/*
 * Where everything on the network map stands: the family in the middle, the private network and associations around it, the professionals
 * outermost by department. On a wide page as rings; on a narrow one as bands, one inside the other. Pure and without words.
 */

export type RingNode = { key: EndKey; /** Whom in the family it is drawn near to. */ near: readonly number[] }
export type LayoutInput = {
  family: readonly FamilyPerson[]
  relations: readonly FamilyRelation[]
  homes: readonly FamilyHome[]
  /** Private network and associations; each with what the relation line goes to. */
  circle: readonly RingNode[]
  /** Professionals by department. */
  departments: readonly { label: string; nodes: readonly RingNode[] }[]
  ties: readonly { id: number; from: number; to: EndKey; strength: Strength; strained: boolean }[]
}
export type PlacedNode = Box & { key: EndKey; ring: 0 | 1 | 2 }
/** `d` the line; `marks` the small strokes across it that say strain; `tie` null for what somebody is to somebody. */
export type Connection = {
  from: EndKey
  to: EndKey
  tie: number | null
  strength: Strength | null
  d: string
  marks: string | null
  /** A thin line under a tie: shown only where ties are not. */
  covered: boolean
}
export type Department = { label: string; x: number; y: number; /** Pixels for the name. */ room: number; /** Along the ring (rings), or null (bands: at x and y). */ arc: string | null; band: string | null }
export type MapPicture = {
  width: number
  height: number
  /** Where 0, 0 of everything below lies. */
  origin: { x: number; y: number }
  nodes: PlacedNode[]
  family: { lines: FamilyLine[]; homes: HomeOutline[]; x: number; y: number }
  connections: Connection[]
  /** Outermost first. */
  grounds: string[]
  departments: Department[]
}

const NODE = { w: 116, h: 76 }
const RING_GLYPH = 34
/** The middle of the glyph lies above the middle of its box. */
export const glyphUp = (ring: 0 | 1 | 2): number => (ring === 0 ? 0 : 17)
export const glyphSize = (ring: 0 | 1 | 2): number => (ring === 0 ? GLYPH : RING_GLYPH)

// ---- rings ----

/** For the desk and for paper: two rings around the family. */
export function ringMap(input: LayoutInput): MapPicture {
  const inner = genogram(input.family, input.relations, input.homes)
  const helpers = input.departments.flatMap((d) => d.nodes)
  const size = { a: Math.max(inner.box.w / 2, 90) + 18, b: Math.max(inner.box.h / 2, 60) + 24 }
  const reach = Math.max(1, ...inner.nodes.flatMap((n) => corners(n).map(([x, y]) => Math.hypot(x / size.a, y / size.b))))
  let disc = { rx: size.a * reach, ry: size.b * reach }
  let air = 8
  for (let round = 0; ; round++) {
    const one = { rx: disc.rx + NODE.w / 2 + 8, ry: disc.ry + NODE.h / 2 + 8 }
    // Without a circle the professionals come right after the family.
    const edge = input.circle.length ? { rx: one.rx + NODE.w / 2 + 8, ry: one.ry + NODE.h / 2 + 8 } : { rx: disc.rx + 14, ry: disc.ry + 14 }
    const two = { rx: edge.rx + NODE.w / 2 + air, ry: edge.ry + NODE.h / 2 + air }
    const first = onRing(input.circle, one, inner)
    const departments = departmentSlots(input.departments, two, inner)
    const second = departments.flatMap((d) => d.nodes)
    const nodes: PlacedNode[] = [...inner.nodes.map((n) => ({ ...n, key: `person-${n.id}` as EndKey, ring: 0 as const })), ...first, ...second]
    // Too many in one ring: larger rings. Two rings that touch where they turn (both are boxes): further apart.
    if (round < 99 && crowded(nodes)) {
      if ([0, 1, 2].some((ring) => crowded(nodes.filter((n) => n.ring === ring))) || crowded(nodes.filter((n) => n.ring < 2)))
        disc = { rx: disc.rx * 1.04 + 3, ry: disc.ry * 1.04 + 3 }
      else air += 4
      continue
    }
    const outer = helpers.length ? { rx: two.rx + NODE.w / 2 + 8, ry: two.ry + NODE.h / 2 + 8 } : input.circle.length ? edge : disc
    const band = helpers.length ? 34 : 6
    const [width, height] = [2 * (outer.rx + band + 4), 2 * (outer.ry + band + 4)]
    return {
      width: Math.ceil(width),
      height: Math.ceil(height),
      origin: { x: width / 2, y: height / 2 },
      nodes,
      family: { lines: inner.lines, homes: inner.homes, x: 0, y: 0 },
      connections: connections(input, nodes),
      grounds: [...(helpers.length ? [round2(outer)] : []), ...(input.circle.length ? [round2(edge)] : []), round2(disc)],
      departments: departments.map((d) => ({ label: d.label, ...arcBand(d.from, d.to, { rx: outer.rx + 12, ry: outer.ry + 12 }) })),
    }
  }
}
const corners = (b: Box): Point[] => [-1, 1].flatMap((sx) => [-1, 1].map((sy): Point => [b.x + (sx * b.w) / 2, b.y + (sy * b.h) / 2]))
const crowded = (nodes: readonly Box[]) => nodes.some((a, i) => nodes.slice(i + 1).some((b) => overlap(a, b, 2)))
const round2 = ({ rx, ry }: { rx: number; ry: number }) => path(['M', -rx, 0, 'A', rx, ry, 0, 1, 1, rx, 0, 'A', rx, ry, 0, 1, 1, -rx, 0, 'Z'])

type Ring = { rx: number; ry: number }
/** The direction in which the people lie to whom it belongs; straight up when there is nobody. */
function wantedAngle(node: RingNode, inner: Genogram): number {
  const near = inner.nodes.filter((n) => node.near.includes(n.id))
  if (near.length === 0) return -Math.PI / 2
  const x = near.reduce((s, n) => s + n.x, 0)
  const y = near.reduce((s, n) => s + n.y, 0)
  return Math.atan2(y, x || 0.01)
}
/** Evenly round the ring, in the order of where they want to be, turned so that all are as near to that as they can. */
function onRing(wanted: readonly RingNode[], ring: Ring, inner: Genogram): PlacedNode[] {
  const line = ellipse(ring.rx, ring.ry)
  const sorted = wanted
    .map((n) => ({ n, share: line.shareOf(wantedAngle(n, inner)) }))
    .toSorted((a, b) => a.share - b.share || a.n.key.localeCompare(b.n.key))
  const turn = bestTurn(sorted.map((s) => s.share))
  return sorted.map(({ n }, i) => {
    const [x, y] = line.at(turn + i / sorted.length)
    return { key: n.key, ring: 1, x, y, ...NODE }
  })
}
const apart = (a: number, b: number) => {
  const d = Math.abs((((a - b) % 1) + 1) % 1)
  return Math.min(d, 1 - d)
}
function bestTurn(shares: readonly number[]): number {
  const cost = (turn: number) => shares.reduce((sum, s, i) => sum + apart(s, turn + i / shares.length) ** 2, 0)
  const tries = Array.from({ length: 180 }, (_, i) => i / 180)
  return tries.reduce((best, t) => (cost(t) < cost(best) - 1e-9 ? t : best), 0)
}

/**
 * Departments follow each other round the ring with a little air between them. Those with ties lie near the people they are tied to; without
 * any tie the first one (the coordinators) is at the top.
 */
function departmentSlots(departments: LayoutInput['departments'], ring: Ring, inner: Genogram) {
  const line = ellipse(ring.rx, ring.ry)
  const air = 0.35
  const slots = departments.reduce((sum, d) => sum + d.nodes.length + air, 0)
  const top = line.shareOf(-Math.PI / 2)
  const wanted = departments.map((d) => {
    const near = d.nodes.flatMap((n) => n.near)
    return near.length ? line.shareOf(wantedAngle({ key: 'staff-0', near }, inner)) : null
  })
  const order = inOrder(wanted)
  const sizes = order.map((i) => (departments[i]!.nodes.length + air) / slots)
  const middles = sizes.map((size, k) => sizes.slice(0, k).reduce((a, b) => a + b, 0) + size / 2)
  const pulls = order.flatMap((i, k) => (wanted[i] === null ? [] : [{ share: wanted[i]!, at: middles[k]! }]))
  const first = order.indexOf(0)
  const begin = pulls.length ? turnFor(pulls) : top - (middles[first] ?? 0)
  return order.map((i, k) => {
    const d = departments[i]!
    const from = begin + middles[k]! - d.nodes.length / slots / 2
    const nodes = sortedHelpers(d.nodes).map((n, at): PlacedNode => {
      const [x, y] = line.at(from + (at + 0.5) / slots)
      return { key: n.key, ring: 2, x, y, ...NODE }
    })
    const margin = 0.04 / slots
    return { label: d.label, nodes, from: line.angleAt(from + margin), to: line.angleAt(from + d.nodes.length / slots - margin) }
  })
}
const sortedHelpers = (nodes: readonly RingNode[]) => nodes.toSorted((a, b) => a.key.localeCompare(b.key))
/** Round the ring by where each wants to be; those who do not mind go where the gap is widest. */
function inOrder(wanted: readonly (number | null)[]): number[] {
  const order = wanted.flatMap((w, i) => (w === null ? [] : [{ i, w }])).toSorted((a, b) => a.w - b.w || a.i - b.i)
  if (order.length === 0) return wanted.map((_, i) => i)
  for (const [i, w] of wanted.entries()) {
    if (w !== null) continue
    const gaps = order.map((o, k) => (k + 1 < order.length ? order[k + 1]!.w : order[0]!.w + 1) - o.w)
    const widest = gaps.indexOf(Math.max(...gaps))
    order.splice(widest + 1, 0, { i, w: order[widest]!.w + gaps[widest]! / 2 })
  }
  return order.map((o) => o.i)
}
function turnFor(pulls: readonly { share: number; at: number }[]): number {
  const cost = (turn: number) => pulls.reduce((sum, p) => sum + apart(p.share, turn + p.at) ** 2, 0)
  const tries = Array.from({ length: 180 }, (_, i) => i / 180)
  return tries.reduce((best, t) => (cost(t) < cost(best) - 1e-9 ? t : best), 0)
}
/** A stroke along the outermost ring, and the line its name is written on: never upside down. */
function arcBand(from: number, to: number, r: Ring): Omit<Department, 'label'> {
  const end = to <= from ? to + 2 * Math.PI : to
  const long = end - from > Math.PI ? 1 : 0
  const at = (angle: number, ring: Ring): Point => [ring.rx * Math.cos(angle), ring.ry * Math.sin(angle)]
  const band = path(['M', ...at(from, r), 'A', r.rx, r.ry, 0, long, 1, ...at(end, r)])
  const middle = (from + end) / 2
  const below = Math.sin(middle) > 0.15
  const words = { rx: r.rx + (below ? 18 : 8), ry: r.ry + (below ? 18 : 8) }
  // Words get the whole half of the ring, so that a long name of one person's department is not cut.
  const [a, b] = [middle - 1.2, middle + 1.2]
  const arc = below
    ? path(['M', ...at(b, words), 'A', words.rx, words.ry, 0, 0, 0, ...at(a, words)])
    : path(['M', ...at(a, words), 'A', words.rx, words.ry, 0, 0, 1, ...at(b, words)])
  const [x, y] = at(middle, r)
  return { band, arc, x, y, room: Math.min(r.rx, r.ry) * 1.8 }
}

// ---- bands ----

/** For a phone: the same three parts as panels, each around the one before. `width` in pixels. */
export function bandMap(input: LayoutInput, width: number): MapPicture {
  const people = widestRow(input.family, input.relations)
  const gap = Math.max(66, Math.min(112, (width - 44) / Math.max(people, 1)))
  const inner = genogram(input.family, input.relations, input.homes, gap)
  const wide = Math.max(width, inner.box.w + 56)
  const columns = Math.max(1, Math.floor((wide - 28) / 101))
  const cell = (wide - 28) / columns
  const nodes: PlacedNode[] = []
  let y = 40 + inner.box.h / 2
  const centre = { x: wide / 2, y }
  for (const n of inner.nodes) nodes.push({ ...n, key: `person-${n.id}`, ring: 0, x: n.x + centre.x, y: n.y + centre.y })
  y += inner.box.h / 2 + 20
  const disc = y
  const rowsOf = (list: readonly RingNode[]) => {
    list.forEach((n, i) => {
      const row = Math.floor(i / columns)
      const inRow = Math.min(columns, list.length - row * columns)
      const x = wide / 2 + ((i % columns) - (inRow - 1) / 2) * cell
      nodes.push({ key: n.key, ring: 1, x, y: y + row * (NODE.h + 8) + NODE.h / 2, w: Math.min(NODE.w, cell - 6), h: NODE.h })
    })
    y += Math.ceil(list.length / columns) * (NODE.h + 8)
  }
  if (input.circle.length) {
    y += 14
    const sorted = input.circle
      .map((n) => ({ n, at: Math.cos(wantedAngle(n, inner)) }))
      .toSorted((a, b) => a.at - b.at || a.n.key.localeCompare(b.n.key))
    rowsOf(sorted.map((s) => s.n))
  }
  const edge = (y += 8)
  const departments: Department[] = []
  // Departments beside each other as far as there is room, each below its name.
  let row: LayoutInput['departments'][number][] = []
  const layRow = () => {
    if (row.length === 0) return
    y += 28
    const used = row.reduce((sum, d) => sum + Math.min(d.nodes.length, columns), 0)
    let left = wide / 2 - (used * cell) / 2
    let deepest = 0
    for (const d of row) {
      const across = Math.min(d.nodes.length, columns)
      departments.push({ label: d.label, x: left + (across * cell) / 2, y: y - 6, room: across * cell - 6, arc: null, band: null })
      sortedHelpers(d.nodes).forEach((n, i) => {
        const down = Math.floor(i / columns)
        deepest = Math.max(deepest, down)
        nodes.push({ key: n.key, ring: 2, x: left + ((i % columns) + 0.5) * cell, y: y + down * (NODE.h + 8) + NODE.h / 2, w: Math.min(NODE.w, cell - 6), h: NODE.h })
      })
      left += across * cell
    }
    y += (deepest + 1) * (NODE.h + 8)
    row = []
  }
  for (const d of input.departments) {
    const used = row.reduce((sum, one) => sum + Math.min(one.nodes.length, columns), 0)
    if (used + d.nodes.length > columns) layRow()
    row.push(d)
  }
  layRow()
  const height = y + (input.departments.length ? 10 : 4)
  return {
    width: wide,
    height: Math.ceil(height),
    origin: { x: 0, y: 0 },
    nodes,
    family: { lines: inner.lines, homes: inner.homes, x: centre.x, y: centre.y },
    connections: connections(input, nodes),
    grounds: [panel(1, 1, wide - 2, height - 2, 22), panel(7, 7, wide - 14, edge - 7, 18), panel(13, 13, wide - 26, disc - 13, 14)],
    departments,
  }
}
const panel = (x: number, y: number, w: number, h: number, r: number) =>
  path(['M', x + r, y, 'H', x + w - r, 'A', r, r, 0, 0, 1, x + w, y + r, 'V', y + h - r, 'A', r, r, 0, 0, 1, x + w - r, y + h, 'H', x + r, 'A', r, r, 0, 0, 1, x, y + h - r, 'V', y + r, 'A', r, r, 0, 0, 1, x + r, y, 'Z'])

// ---- lines between the rings ----

/** What somebody is to somebody, and over it the ties that were drawn: a tie takes the place of the thin line between the same two. */
function connections(input: LayoutInput, nodes: readonly PlacedNode[]): Connection[] {
  const at = new Map(nodes.map((n) => [n.key, n]))
  const drawn = new Set(input.ties.map((t) => `person-${t.from} ${t.to}`))
  const turned = new Set(input.ties.map((t) => `${t.to} person-${t.from}`))
  const thin = input.circle.flatMap((n) =>
    n.near
      .map((id) => ({ from: `person-${id}` as EndKey, to: n.key }))
      .filter(({ from, to }) => at.has(from) && at.has(to)),
  )
  const both = new Map<string, number>()
  const lane = (a: string, b: string) => {
    const key = [a, b].toSorted((x, y) => x.localeCompare(y)).join(' ')
    const n = both.get(key) ?? 0
    both.set(key, n + 1)
    return n
  }
  return [
    ...thin.map((l): Connection => ({ ...l, tie: null, strength: null, d: bend(at.get(l.from)!, at.get(l.to)!, 0, nodes).d, marks: null, covered: drawn.has(`${l.from} ${l.to}`) || turned.has(`${l.from} ${l.to}`) })),
    ...input.ties.flatMap((t): Connection[] => {
      const [a, b] = [at.get(`person-${t.from}`), at.get(t.to)]
      if (!a || !b || a === b) return []
      const line = bend(a, b, lane(a.key, b.key), nodes)
      return [{ from: a.key, to: b.key, tie: t.id, strength: t.strength, d: line.d, marks: t.strained ? line.marks : null, covered: false }]
    }),
  ]
}

/** Of several ways to bend the line the one that passes over fewest others; between the same two they lie beside each other. */
function bend(a: PlacedNode, b: PlacedNode, lane: number, others: readonly PlacedNode[]): { d: string; marks: string } {
  const within = a.ring === 0 && b.ring === 0
  const bends = within ? [0.24, -0.24, 0.4, -0.4] : [0.06, -0.06, 0.16, -0.16, 0.3, -0.3, 0.44, -0.44]
  const tries = bends.map((share) => curve(a, b, share * (1 + Math.floor(lane / 2) * 0.6) * (lane % 2 ? -1 : 1)))
  const hits = tries.map((t) => others.filter((n) => n !== a && n !== b && t.samples.some((p) => onNode(n, p))).length)
  return tries[hits.indexOf(Math.min(...hits))]!
}
const onNode = (n: PlacedNode, [x, y]: Point) => Math.abs(x - n.x) < n.w / 2 - 12 && Math.abs(y - n.y) < n.h / 2 - 2

/** From the edge of one glyph to the edge of the other. `share`: how far it bends, of its length. */
function curve(a: PlacedNode, b: PlacedNode, share: number): { d: string; marks: string; samples: Point[] } {
  const from: Point = [a.x, a.y - glyphUp(a.ring)]
  const to: Point = [b.x, b.y - glyphUp(b.ring)]
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(dx, dy) || 1
  const least = a.ring === 0 && b.ring === 0 ? 44 : 0
  const lift = Math.sign(share) * Math.max(Math.abs(share) * length, least)
  const control: Point = [(from[0] + to[0]) / 2 - (dy / length) * lift, (from[1] + to[1]) / 2 + (dx / length) * lift]
  const point = (t: number): Point => [
    (1 - t) ** 2 * from[0] + 2 * t * (1 - t) * control[0] + t ** 2 * to[0],
    (1 - t) ** 2 * from[1] + 2 * t * (1 - t) * control[1] + t ** 2 * to[1],
  ]
  const [p0, p1] = [glyphSize(a.ring) / 2 + 5, glyphSize(b.ring) / 2 + 5].map((d) => Math.min(d / length, 0.45)) as [number, number]
  const [start, end] = [point(p0), point(1 - p1)]
  const middle = point(0.5)
  const c: Point = [2 * middle[0] - (start[0] + end[0]) / 2, 2 * middle[1] - (start[1] + end[1]) / 2]
  const count = Math.max(2, Math.min(6, Math.round(length / 46)))
  const marks = Array.from({ length: count }, (_, i) => {
    const t = p0 + ((i + 1) / (count + 1)) * (1 - p1 - p0)
    const [x, y] = point(t)
    const [nx, ny] = [(-dy / length) * 8, (dx / length) * 8]
    const [ux, uy] = [(dx / length) * 3, (dy / length) * 3]
    return ['M', x + nx - ux, y + ny - uy, 'L', x - nx + ux, y - ny + uy]
  })
  const samples = Array.from({ length: 24 }, (_, i) => point(p0 + (i / 23) * (1 - p1 - p0)))
  return { d: path(['M', ...start, 'Q', ...c, ...end]), marks: path(marks.flat()), samples }
}
