/** Numbers that look random and are the same for the same seed (mulberry32). */
export type Random = {
  /** From 0 up to but not including 1. */
  next: () => number
  /** A whole number between both, inclusive. */
  int: (from: number, to: number) => number
  /** True that often. */
  chance: (share: number) => boolean
  pick: <T>(list: readonly T[]) => T
  /** So many different ones, in their order. */
  some: <T>(list: readonly T[], n: number) => T[]
}

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => {
    const found = list[int(0, list.length - 1)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  return {
    next,
    int,
    pick,
    chance: (share) => next() < share,
    some: (list, n) => {
      const keyed = list
        .map((one, i) => ({ one, i, key: next() }))
        .sort((a, b) => a.key - b.key)
        .slice(0, n)
      return keyed.sort((a, b) => a.i - b.i).map(({ one }) => one)
    },
  }
}

/** One seed from several numbers: a family of its own does not change when another one is added before it. */
export const mix = (...parts: number[]): number =>
  parts.reduce((h, part) => Math.imul(h ^ (part + 0x9e3779b9 + (h << 6) + (h >>> 2)), 0x85ebca6b) >>> 0, 0x1234567)
