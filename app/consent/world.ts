/*
 * The dated facts that decide who sees what, row for row as the database holds them, and the words for time. Nothing here asks the clock:
 * every rule takes an instant. Runs in the browser too, so days are computed with Intl and text, not Temporal.
 */
export type Day = string // 2026-11-22, in Danish time; both ends of a range count
export type Instant = string // 2026-11-22T08:00:00.000Z, always UTC, so the order of text is the order of time

export type InMunicipality = { municipality_id: number }
export type Days = { valid_from: Day; valid_until: Day | null }
type Named = InMunicipality & { id: number }

export type Consent = Named & {
  case_id: number
  subject_id: number
  purpose: string
  from_sectors: string[]
  to_sectors: string[]
  categories: string[]
  valid_from: Day
  valid_until: Day | null
  withdrawn_at: Instant | null
}
export type Signature = Named & { consent_id: number; signer_id: number; signed_at: Instant | null; refused_at: Instant | null }
export type LegalBasis = Named & {
  case_id: number
  subject_id: number
  from_sectors: string[]
  to_sectors: string[]
  categories: string[]
  valid_from: Day
  valid_until: Day
  registered_at: Instant
  confirm_by: Day
  confirmed_at: Instant | null
  ended_at: Instant | null
}
export type SignerRuleName = 'self' | 'all-holders' | 'resident-parent' | 'young-person-and-holders' | 'young-person-alone'

export type World = {
  law_age: (InMunicipality & Days & { code: string; years: number })[]
  signer_rule: (InMunicipality & Days & { purpose: string; category: string; age_from: number; age_until: number; rule: SignerRuleName })[]
  consent_duration: (InMunicipality & Days & { from_sector: string; months: number })[]
  pack_role: (InMunicipality &
    Days & {
      kind: 'break-glass' | 'authority' | 'assignment' | 'child-protection'
      role: string
      sector: string | null
      verbs: string[]
    })[]
  person: (Named & { born: Day | null })[]
  staff: (Named & { person_id: number | null })[]
  post: (InMunicipality & Days & { staff_id: number; role: string })[]
  project_role: (InMunicipality &
    Days & { project_id: number; staff_id: number; role: 'project-manager' | 'intake-team' | 'economist' | 'steering-group' })[]
  family_case: (Named & { project_id: number })[]
  case_person: (InMunicipality & Days & { case_id: number; person_id: number })[]
  household: (Named & Days & { case_id: number })[]
  household_member: (InMunicipality & Days & { household_id: number; case_id: number; person_id: number })[]
  custody: (InMunicipality & Days & { child_id: number; holder_id: number })[]
  assignment: (InMunicipality & Days & { case_id: number; staff_id: number; role: string; sector: string })[]
  referral: (InMunicipality & {
    case_id: number
    referred_by: number
    sector: string
    referred_at: Instant
    decided_at: Instant | null
    decision: 'accepted' | 'refused' | 'waiting' | null
  })[]
  /** `portal_until`: the last day on which the family reads its pages; null: no limit. */
  closure: (InMunicipality & { case_id: number; closed_at: Instant; reopened_at: Instant | null; portal_until?: Day | null })[]
  disqualification: (InMunicipality & { case_id: number; staff_id: number; valid_from: Instant; ended_at: Instant | null })[]
  break_glass: (InMunicipality & { case_id: number; staff_id: number; granted_at: Instant; until: Instant })[]
  reasoned_opening: (InMunicipality & {
    case_id: number
    staff_id: number
    category: 'logbook' | 'thread'
    opened_at: Instant
    until: Instant
  })[]
  shield: (InMunicipality & Days & { person_a: number; person_b: number; lifted_at: Instant | null })[]
  address_protection: (InMunicipality & Days & { person_id: number })[]
  consent: Consent[]
  consent_signer: Signature[]
  legal_basis: LegalBasis[]
}

export type Actor = InMunicipality & { kind: 'staff' | 'member' | 'national' | 'job'; id: number }
export type AccessRecord = InMunicipality & {
  case_id: number
  sector: string
  category: string
  visibility: 'family' | 'staff' | 'private'
  household_shared: boolean
  shielded_from: number[]
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
}

// ---- time ----
const danish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', year: 'numeric', month: '2-digit', day: '2-digit' })
const known = new Map<Instant, Day>()

/** The day in Denmark at that instant. */
export function dayOf(at: Instant): Day {
  const found = known.get(at)
  if (found) return found
  const day = danish.format(new Date(at))
  if (known.size > 10_000) known.clear()
  known.set(at, day)
  return day
}
export const onDay = (x: { valid_from: Day; valid_until: Day | null }, day: Day): boolean =>
  x.valid_from <= day && (x.valid_until === null || day <= x.valid_until)
export const during = (at: Instant, since: Instant, until: Instant | null): boolean => since <= at && (until === null || at < until)

const two = (n: number) => String(n).padStart(2, '0')
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The same day some months later; the last of the month when there is none (31 January + 1 = 28 February). */
export function plusMonths(day: Day, months: number): Day {
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number)
  const index = y * 12 + (m - 1) + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(Math.min(d, lastDay(year, month)))}`
}
export const plusDays = (day: Day, days: number): Day => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

// ---- people ----
/** Is the person at least so many years old? An unborn child or an unknown birthday is 0. Born 29 February: the birthday is the 28th. */
export function hasAge(world: World, municipality: number, id: number, years: number, day: Day): boolean {
  if (years <= 0) return true
  const born = world.person.find((p) => p.municipality_id === municipality && p.id === id)?.born
  return born != null && plusMonths(born, years * 12) <= day
}
/** Who lives in a household with the person today, the person among them (nobody when they live in none). */
export function matesOf(world: World, municipality: number, person: number, day: Day): number[] {
  const here = world.household_member.filter(
    (x) =>
      x.municipality_id === municipality &&
      onDay(x, day) &&
      world.household.some((h) => h.municipality_id === municipality && h.id === x.household_id && onDay(h, day)),
  )
  const mine = here.filter((x) => x.person_id === person).map((x) => x.household_id)
  return here.filter((x) => mine.includes(x.household_id)).map((x) => x.person_id)
}
export const holdersOf = (world: World, municipality: number, child: number, day: Day): number[] =>
  world.custody.filter((c) => c.municipality_id === municipality && c.child_id === child && onDay(c, day)).map((c) => c.holder_id)
