import {
  type Consent,
  type Day,
  dayOf,
  during,
  hasAge,
  holdersOf,
  type Instant,
  matesOf,
  onDay,
  plusMonths,
  type SignerRuleName,
  type World,
} from './world.ts'

/*
 * When a consent is valid, and whose signature it needs. Judged at the time of asking, not of signing: a birthday or a change of
 * custody can make a consent incomplete.
 */

/** One category and one from-sector of a consent. */
export type ConsentPart = {
  category: string
  from_sector: string
  required: number[] | null
  signed: number[]
  inForce: boolean
  lastsUntil: Day | null
  valid: boolean
}

/**
 * Who must sign for this subject, purpose and category on that day; null when nobody can (a child without a recorded holder of
 * custody, or no parent living with the child where the rule asks for one). Adults always sign for themselves.
 */
export function requiredSigners(
  world: World,
  municipality: number,
  subject: number,
  purpose: string,
  category: string,
  day: Day,
): number[] | null {
  if (hasAge(world, municipality, subject, 18, day)) return [subject]
  const holders = holdersOf(world, municipality, subject, day)
  if (holders.length === 0) return null
  const required = new Set<number>()
  for (const rule of rulesFor(world, municipality, subject, purpose, category, day)) {
    if (rule === 'self' || rule === 'young-person-alone' || rule === 'young-person-and-holders') required.add(subject)
    if (rule === 'all-holders' || rule === 'young-person-and-holders') for (const h of holders) required.add(h)
    if (rule === 'resident-parent') {
      const resident = matesOf(world, municipality, subject, day).filter((p) => holders.includes(p))
      if (resident.length === 0) return null
      for (const h of resident) required.add(h)
    }
  }
  return [...required]
}

/** The pack's most specific rule for a child, purpose before category; of several equally specific ones all count. Default: all holders. */
function rulesFor(world: World, municipality: number, subject: number, purpose: string, category: string, day: Day): SignerRuleName[] {
  const fitting = world.signer_rule.filter(
    (r) =>
      r.municipality_id === municipality &&
      onDay(r, day) &&
      [purpose, '*'].includes(r.purpose) &&
      [category, '*'].includes(r.category) &&
      hasAge(world, municipality, subject, r.age_from, day) &&
      !hasAge(world, municipality, subject, r.age_until + 1, day),
  )
  const weight = (r: { purpose: string; category: string }) => (r.purpose === '*' ? 0 : 2) + (r.category === '*' ? 0 : 1)
  const best = Math.max(...fitting.map(weight))
  const rules = fitting.filter((r) => weight(r) === best).map((r) => r.rule)
  return rules.length > 0 ? rules : ['all-holders']
}

/** The state of each category and from-sector of a consent at that instant. */
export function consentState(world: World, c: Consent, at: Instant): ConsentPart[] {
  const day = dayOf(at)
  const signatures = world.consent_signer.filter(
    (s) =>
      s.municipality_id === c.municipality_id &&
      s.consent_id === c.id &&
      s.signed_at !== null &&
      s.signed_at <= at &&
      (s.refused_at === null || s.refused_at > at || s.refused_at < s.signed_at),
  )
  const signed = signatures.map((s) => s.signer_id)
  const inForce = onDay(c, day) && (c.withdrawn_at === null || at < c.withdrawn_at)
  return c.categories.flatMap((category) => {
    const required = requiredSigners(world, c.municipality_id, c.subject_id, c.purpose, category, day)
    const complete = required !== null && required.length > 0 && required.every((r) => signed.includes(r))
    const days = signatures
      .filter((s) => required?.includes(s.signer_id))
      .map((s) => dayOf(s.signed_at ?? ''))
      .sort()
    // Counted from its own beginning or from the last required signature, whichever is earlier: the stricter reading.
    const begun = [c.valid_from, ...days.slice(-1)].sort()[0] ?? c.valid_from
    return c.from_sectors.map((from_sector) => {
      const months = longest(world, c.municipality_id, from_sector, day)
      const latest = months === undefined ? null : plusMonths(begun, months)
      const lastsUntil = [latest, c.valid_until].filter((d) => d !== null).sort()[0] ?? null
      return {
        category,
        from_sector,
        required,
        signed,
        inForce,
        lastsUntil,
        valid: inForce && complete && (latest === null || day <= latest),
      }
    })
  })
}

/** The pack's longest duration for what comes from this sector, in months; a rule of its own goes before the one for any. */
function longest(world: World, municipality: number, from: string, day: Day): number | undefined {
  const rows = world.consent_duration.filter(
    (r) => r.municipality_id === municipality && onDay(r, day) && [from, '*'].includes(r.from_sector),
  )
  const own = rows.filter((r) => r.from_sector === from)
  const months = (own.length > 0 ? own : rows).map((r) => r.months)
  return months.length > 0 ? Math.min(...months) : undefined
}

/** Valid in each of its categories and from-sectors. */
export const isWhole = (world: World, c: Consent, at: Instant): boolean => consentState(world, c, at).every((p) => p.valid)

export type Cover = { kind: 'consent' | 'legal-basis'; id: number }

/** What opens a subject's records of a sector and category to another sector, for a purpose. A legal basis is for coordination only. */
export function coverFor(
  world: World,
  about: { municipality_id: number; case_id: number; subject: number; sector: string; category: string },
  to: string,
  purpose: string,
  at: Instant,
): Cover[] {
  const of = (x: { municipality_id: number; case_id: number; subject_id: number }) =>
    x.municipality_id === about.municipality_id && x.case_id === about.case_id && x.subject_id === about.subject
  const carries = (x: { from_sectors: string[]; to_sectors: string[]; categories: string[] }) =>
    x.from_sectors.includes(about.sector) && x.to_sectors.includes(to) && x.categories.includes(about.category)
  const consents = world.consent.filter(
    (c) =>
      of(c) &&
      c.purpose === purpose &&
      carries(c) &&
      consentState(world, c, at).some((p) => p.valid && p.category === about.category && p.from_sector === about.sector),
  )
  const bases =
    purpose !== 'coordination'
      ? []
      : world.legal_basis.filter(
          (l) =>
            of(l) &&
            carries(l) &&
            onDay(l, dayOf(at)) &&
            during(at, l.registered_at, l.ended_at) &&
            ((l.confirmed_at !== null && l.confirmed_at <= at) || dayOf(at) <= l.confirm_by),
        )
  return [...consents.map(({ id }) => ({ kind: 'consent', id }) as const), ...bases.map(({ id }) => ({ kind: 'legal-basis', id }) as const)]
}
