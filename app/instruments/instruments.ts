import type { InformantKind, Instrument } from '#app/catalogue/pack-instruments.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack, PackItem } from '#app/catalogue/pack.ts'
import { ageOn } from '#app/platform/time/plain-date.ts'

/*
 * Which instruments there are for somebody, and what may be entered of one (UDR-05 … UDR-07, UDR-18, UDR-19; measurement.md 1.6, 2.1, 6.1). Scoring is in scoring.ts, bands in norms.ts.
 */

export type Scale = { code: string; label: { da: string; en: string }; range: readonly [number, number]; higherIsBetter: boolean; followed: boolean } & Pick<Instrument['scales'][number], 'errors' | 'reliableChange' | 'relevantChange'>
export type Form = Instrument['forms'][number]
export type Item = Instrument['items'][number]
/** An instrument with the scales of its framework, if it has one. */
export type Tool = Omit<Instrument, 'scales'> & { scales: Scale[] }
/** `items`: the answers by item code; `scores`: what somebody else counted, or levels. */
export type Entry = 'items' | 'scores'
/** Where the form was filled in. `elsewhere`: only ready scores came here. */
export const FILLED = ['paper', 'aloud', 'licensed', 'elsewhere'] as const
export type Filled = (typeof FILLED)[number]

/** Every instrument of the pack in force that something can be entered of, the levels of frameworks as scales. */
export function toolsOf(pack: Pick<Pack, 'instruments' | 'frameworkThemes'>, today: string): Tool[] {
  const themes = inForce(pack.frameworkThemes, today)
  return inForce(pack.instruments, today).map((i) => ({ ...i, scales: i.framework && i.levels ? scalesOfFramework(themes, i.framework, i.levels) : i.scales }))
}
type Theme = PackItem<'frameworkThemes'>
/** A theme may carry a level unless the framework forbids it. */
const scalesOfFramework = (themes: readonly Theme[], framework: string, levels: NonNullable<Instrument['levels']>): Scale[] =>
  themes
    .filter((t) => t.framework === framework && t.level !== 'forbidden')
    .map((t) => ({ code: t.code, label: t.label, range: levels.range, higherIsBetter: levels.higherIsBetter, followed: true, errors: [], reliableChange: null, relevantChange: { points: 1, source: t.source, verified: false } }))

/** Has the municipality written down a licence that holds on the day? */
export const isLicensed = (tool: Pick<Tool, 'tenantLicence'>, today: string): boolean =>
  tool.tenantLicence !== null && tool.tenantLicence.from <= today && (tool.tenantLicence.until === null || tool.tenantLicence.until >= today)

/**
 * Where a form may have been filled in, by its licence. A free one on paper or asked aloud; one that may only be used word for word on paper only, since the official words are not
 * here; one that the municipality must have a licence for on paper (free of charge for those who earn nothing by it), and in a licensed system once the licence is written down;
 * of the others only ready scores come here, and of an unknown one nothing.
 */
export function filledWays(tool: Pick<Tool, 'licence' | 'tenantLicence' | 'algorithm' | 'items'>, today: string): Filled[] {
  if (tool.licence === 'unknown' || tool.algorithm === null) return []
  const forms: Filled[] = { free: ['paper', 'aloud'] as Filled[], 'verbatim-only': ['paper'] as Filled[], 'licensed-by-tenant': isLicensed(tool, today) ? (['paper', 'licensed'] as Filled[]) : (['paper'] as Filled[]), 'scores-only': [] as Filled[] }[tool.licence]
  return [...(tool.items.length > 0 ? forms : []), 'elsewhere']
}
export function entriesOf(tool: Parameters<typeof filledWays>[0], today: string): Entry[] {
  const ways = filledWays(tool, today)
  return ways.length === 0 ? [] : ways.length === 1 ? ['scores'] : ['items', 'scores']
}

const within = (age: number, range: { ageFrom: number; ageUntil: number | null }): boolean => age >= range.ageFrom && (range.ageUntil === null || age <= range.ageUntil)
/** The forms that are about somebody of that age, the narrowest first. */
export function formsFor(tool: Pick<Tool, 'forms' | 'ageFrom' | 'ageUntil'>, born: string | null, on: string): Form[] {
  if (born === null || born > on) return []
  const age = ageOn(born, on)
  if (!within(age, tool)) return []
  const width = (f: Form) => (f.ageUntil ?? 200) - f.ageFrom
  return tool.forms.filter((f) => within(age, f)).toSorted((a, b) => tool.forms.indexOf(a) - tool.forms.indexOf(b) || width(a) - width(b))
}
/** The instruments that can be used about somebody on a day. */
export const toolsFor = (tools: readonly Tool[], born: string | null, on: string): Tool[] => tools.filter((t) => entriesOf(t, on).length > 0 && formsFor(t, born, on).length > 0)

/** The items that this form asks. */
export const itemsFor = (tool: Pick<Tool, 'items'>, informant: InformantKind): Item[] => tool.items.filter((i) => i.informants.length === 0 || i.informants.includes(informant))

/** Up to where a score of this form can go: the teacher answers fewer questions about impact. */
export function rangeOf(tool: Pick<Tool, 'algorithm'>, scale: Scale, informant: InformantKind): readonly [number, number] {
  return tool.algorithm === 'sdq' && scale.code === 'impact' && informant === 'teacher' ? [0, 6] : scale.range
}

/** The spread and reliability that hold for this informant; null: nobody has published them, and no change of one person is judged by them. */
export function errorOf(scale: Pick<Scale, 'errors'>, informant: InformantKind): Scale['errors'][number] | null {
  return scale.errors.find((e) => e.informants.length === 0 || e.informants.includes(informant)) ?? null
}
