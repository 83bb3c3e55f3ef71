/* Small geometry of the network map; pure. */

/**
 * Places in a row as near as possible to where each wants to be, at least `gap` apart and in the given order: least squares under that
 * condition (isotonic regression, pool adjacent violators).
 */
export function spread(wanted: readonly number[], gap: number): number[] {
  const pools: { sum: number; n: number }[] = []
  wanted.forEach((w, i) => {
    pools.push({ sum: w - i * gap, n: 1 })
    for (;;) {
      const last = pools.at(-1)
      const before = pools.at(-2)
      if (!last || !before || before.sum / before.n <= last.sum / last.n) break
      pools.splice(-2, 2, { sum: before.sum + last.sum, n: before.n + last.n })
    }
  })
  return pools.flatMap((p) => Array.from({ length: p.n }, () => p.sum / p.n)).map((y, i) => y + i * gap)
}

export type Box = { x: number; y: number; w: number; h: number }
/** x and y are the middle of a box. */
export const overlap = (a: Box, b: Box, margin = 0): boolean =>
  Math.abs(a.x - b.x) < (a.w + b.w) / 2 + margin && Math.abs(a.y - b.y) < (a.h + b.h) / 2 + margin

export type Point = readonly [number, number]
/** The smallest convex outline around the points (monotone chain), clockwise on the screen. */
export function hull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  const turn = (o: Point, a: Point, b: Point) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])
  const half = (list: readonly Point[]) => {
    const out: Point[] = []
    for (const p of list) {
      for (let a = out.at(-2), b = out.at(-1); a && b && turn(a, b, p) <= 0; a = out.at(-2), b = out.at(-1)) out.pop()
      out.push(p)
    }
    return out.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}
/** Points on a circle around each corner of a box: a hull around them has round corners. */
export const roundCorners = (b: Box, radius: number): Point[] =>
  [-1, 1].flatMap((sx) =>
    [-1, 1].flatMap((sy) =>
      Array.from({ length: 16 }, (_, i): Point => {
        const angle = (i / 16) * 2 * Math.PI
        return [b.x + (sx * b.w) / 2 + radius * Math.cos(angle), b.y + (sy * b.h) / 2 + radius * Math.sin(angle)]
      }),
    ),
  )
export const inside = (outline: readonly Point[], [x, y]: Point): boolean =>
  outline.length > 2 &&
  outline.every((a, i) => {
    const b = outline[(i + 1) % outline.length]!
    return (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]) >= 0
  })

const r = (n: number) => Math.round(n * 10) / 10
/** Numbers of a path with one decimal, so that the same picture is the same text. */
export const path = (parts: readonly (string | number)[]): string => parts.map((p) => (typeof p === 'number' ? r(p) : p)).join(' ')

/** An ellipse by the length along it: `at(0.25)` is a quarter of the way round, from the right, clockwise on the screen. */
export function ellipse(rx: number, ry: number) {
  const steps = 720
  const lengths = [0]
  for (let i = 1; i <= steps; i++) {
    const [a, b] = [((i - 1) / steps) * 2 * Math.PI, (i / steps) * 2 * Math.PI]
    lengths.push(lengths[i - 1]! + Math.hypot(rx * (Math.cos(b) - Math.cos(a)), ry * (Math.sin(b) - Math.sin(a))))
  }
  const total = lengths[steps]!
  const angleAt = (share: number): number => {
    const wanted = (((share % 1) + 1) % 1) * total
    let i = lengths.findIndex((l) => l > wanted)
    if (i < 1) i = steps
    const part = (wanted - lengths[i - 1]!) / (lengths[i]! - lengths[i - 1]!)
    return ((i - 1 + part) / steps) * 2 * Math.PI
  }
  const shareOf = (angle: number): number => {
    const turned = ((angle / (2 * Math.PI)) % 1 + 1) % 1
    return lengths[Math.round(turned * steps)]! / total
  }
  return {
    total,
    angleAt,
    shareOf,
    at: (share: number): Point => [rx * Math.cos(angleAt(share)), ry * Math.sin(angleAt(share))],
  }
}
