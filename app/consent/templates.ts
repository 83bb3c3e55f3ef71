import type { ConsentTemplate } from '#app/catalogue/pack-access.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import { longestMonths } from '#app/catalogue/pack-values.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { lastDayFor } from './consent.ts'

/** The pack's texts of consent. intake: before the family is taken in; minimum: needed to take part; optional: a no changes nothing. */
export type TemplateKind = 'intake' | 'minimum' | 'optional'
export type Offer = ConsentTemplate & { kind: TemplateKind }

/** All texts that hold today, those needed first. */
export const offers = (pack: Pack, today: string): Offer[] => [
  ...inForce(pack.intakeConsents, today).map((t) => ({ ...t, kind: 'intake' as const })),
  ...inForce(pack.minimumConsents, today).map((t) => ({ ...t, kind: 'minimum' as const })),
  ...inForce(pack.optionalConsents, today).map((t) => ({ ...t, kind: 'optional' as const })),
]
export const offerOf = (pack: Pack, code: string | null, today: string): Offer | null =>
  offers(pack, today).find((o) => o.code === code) ?? null

/** The sectors among which the family names the party, and on which side it stands; null where the text itself says who. */
export function partiesOf(t: ConsentTemplate): { side: 'from' | 'to'; sectors: string[] } | null {
  if (!t.chosen) return null
  return t.toSectors.length > 1 ? { side: 'to', sectors: t.toSectors } : { side: 'from', sectors: t.fromSectors }
}
/** From and to of one yes: the chosen party alone, so that one yes never covers several. Null when the party is not one of the text's. */
export function coverOf(t: ConsentTemplate, party: string | null): { from: string[]; to: string[] } | null {
  const parties = partiesOf(t)
  if (!parties) return { from: t.fromSectors, to: t.toSectors }
  if (party === null || !parties.sectors.includes(party)) return null
  return parties.side === 'to' ? { from: t.fromSectors, to: [party] } : { from: [party], to: t.toSectors }
}
/** The last day a consent of this text may be asked for. */
export const lastDayOf = (pack: Pack, t: ConsentTemplate, fromSectors: readonly string[], from: string): string =>
  lastDayFor(
    from,
    t.months,
    fromSectors.map((s) => longestMonths(pack, s, from)),
  )
