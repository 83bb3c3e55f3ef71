import { packSchema, type SectionName, sectionNames, type Pack } from './pack.ts'
import type { Item } from './pack-item.ts'

/**
 * The effective pack: everything a pack extends, with its own items in the place of inherited items of the same code (all periods of
 * that code), new ones after them, and what `without` names left out. Later names in `extends` win over earlier ones.
 * @throws Error with code `unknown-pack` or `circular-pack` in `cause`; `readPacks` reports both before this is called.
 */
export function mergePacks(pack: Pack, known: readonly Pack[]): Pack {
  return packSchema.parse(merge(pack, known, []))
}

type Merged = Record<string, unknown> & Record<SectionName, readonly Item[]>
/** As data: every item was parsed when its own pack was read, so only the whole is looked at again. */
function merge(pack: Pack, known: readonly Pack[], below: readonly string[]): Merged {
  if (below.includes(pack.code)) throw new Error(`The pack ${pack.code} builds on itself`, { cause: 'circular-pack' })
  const bases = pack.extends.map((name) => {
    const base = known.find((one) => one.code === name)
    if (!base) throw new Error(`The pack ${name} is not known`, { cause: 'unknown-pack' })
    return merge(base, known, [...below, pack.code])
  })
  const merged: Merged = { ...pack, extends: [], without: {} }
  for (const section of sectionNames) {
    const inherited = bases.reduce<readonly Item[]>((under, base) => overlay(under, base[section]), [])
    const left = pack.without[section] ?? []
    merged[section] = overlay(inherited.filter((one) => !left.includes(one.code)), pack[section])
  }
  return merged
}

/** Items of `over` in the place of the items of `under` that carry their code; the order of `under` first. */
function overlay(under: readonly Item[], over: readonly Item[]): Item[] {
  const own = Map.groupBy(over, (one) => one.code)
  const placed = new Set<string>()
  const result = under.flatMap((one) => {
    const mine = own.get(one.code)
    if (!mine) return [one]
    if (placed.has(one.code)) return []
    placed.add(one.code)
    return mine
  })
  return [...result, ...over.filter((one) => !placed.has(one.code))]
}

/** Codes a pack inherits in some sections, before its own items and `without`. */
export function inheritedCodes(pack: Pack, known: readonly Pack[], of: readonly SectionName[]): Map<SectionName, string[]> {
  const bases = of.length === 0 ? [] : pack.extends.flatMap((name) => known.filter((one) => one.code === name).slice(0, 1)).map((base) => merge(base, known, []))
  return new Map(of.map((section) => [section, bases.flatMap((base) => base[section].map((one) => one.code))]))
}
