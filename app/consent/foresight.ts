import { consentState, isWhole } from './access-signers.ts'
import { type Consent, type Day, holdersOf, matesOf, onDay, plusDays, plusMonths, type World } from './world.ts'

/*
 * What is going to stop, before it does: a birthday that asks for another signature, a change of custody or home, an end date, the
 * longest duration. Asked of
 * the same rules that judge the read, on the days when something may change.
 */

export const REASONS = ['birthday', 'custody', 'home', 'ends'] as const
export type Foreseen = {
  consentId: number
  caseId: number
  subjectId: number
  /** The first day on which the consent no longer opens all that it opens today. */
  on: Day
  why: (typeof REASONS)[number]
  /** Whose signature is missing from that day; empty when it simply ends. */
  missing: number[]
}

/** The consents that are whole today and stop within so many days, soonest first; each once. */
export function foreseen(world: World, consents: readonly Consent[], today: Day, days: number): Foreseen[] {
  return consents
    .flatMap((c) => stops(world, c, today, plusDays(today, days)) ?? [])
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.consentId - b.consentId)
}

const noon = (day: Day) => `${day}T11:00:00.000Z`

function stops(world: World, c: Consent, today: Day, last: Day): Foreseen | null {
  if (!isWhole(world, c, noon(today))) return null
  for (const { on, why } of turningDays(world, c, today, last)) {
    if (isWhole(world, c, noon(on))) continue
    const parts = consentState(world, c, noon(on))
    const missing = [...new Set(parts.flatMap((p) => (p.required ?? []).filter((r) => !p.signed.includes(r))))]
    return { consentId: c.id, caseId: c.case_id, subjectId: c.subject_id, on, why, missing }
  }
  return null
}

/** The days after today, up to the last, on which one of the facts behind the consent changes. A birthday comes before the rest. */
function turningDays(world: World, c: Consent, today: Day, last: Day): { on: Day; why: Foreseen['why'] }[] {
  const found: { on: Day; why: Foreseen['why'] }[] = []
  const add = (on: Day | null | undefined, why: Foreseen['why']) => {
    if (on && today < on && on <= last) found.push({ on, why })
  }
  const here = (x: { municipality_id: number }) => x.municipality_id === c.municipality_id
  const born = world.person.find((p) => here(p) && p.id === c.subject_id)?.born
  if (born) for (let years = 1; years <= 18; years++) add(plusMonths(born, years * 12), 'birthday')
  const edges = (x: { valid_from: Day; valid_until: Day | null }, why: Foreseen['why']) => {
    add(x.valid_from, why)
    add(x.valid_until && plusDays(x.valid_until, 1), why)
  }
  for (const x of world.custody) if (here(x) && x.child_id === c.subject_id) edges(x, 'custody')
  const near = [
    c.subject_id,
    ...holdersOf(world, c.municipality_id, c.subject_id, today),
    ...matesOf(world, c.municipality_id, c.subject_id, today),
  ]
  for (const x of world.household_member) if (here(x) && near.includes(x.person_id)) edges(x, 'home')
  for (const x of world.household) if (here(x) && x.case_id === c.case_id && onDay(x, today)) edges(x, 'home')
  add(c.valid_until && plusDays(c.valid_until, 1), 'ends')
  for (const p of consentState(world, c, noon(today))) add(p.lastsUntil && plusDays(p.lastsUntil, 1), 'ends')
  return found.toSorted((a, b) => a.on.localeCompare(b.on) || REASONS.indexOf(a.why) - REASONS.indexOf(b.why))
}
