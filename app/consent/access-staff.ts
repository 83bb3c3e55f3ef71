import { type Cover, coverFor, isWhole } from './access-signers.ts'
import { type AccessRecord, type Actor, dayOf, during, type Instant, onDay, plusDays, type World } from './world.ts'

/* Staff: the four walls, in the order of the access rules. */

export type StaffBasis = 'own-sector' | 'consent' | 'legal-basis' | 'intake' | 'project' | 'break-glass' | 'economist' | 'referral'
type Found = { kind: StaffBasis; covers?: Cover[] }

/** A way in which a member of staff reaches a family (wall 2). */
export type Way =
  | { how: 'assignment'; sector: string; role: string; since: string }
  | { how: 'referral'; sector: string }
  | { how: 'intake' | 'project' | 'break-glass' | 'economist' }
type InCase = { municipality_id: number; case_id: number }

const INTAKE = ['identity', 'contact', 'intake', 'assessment']
const REASONED = ['logbook', 'thread']
const LATE = ['meetings', 'logbook']
const ORDER: StaffBasis[] = ['own-sector', 'consent', 'legal-basis', 'intake', 'project', 'break-glass', 'economist', 'referral']

/** Walls 0 to 2: every way in which this member of staff reaches the case at that instant; none when disqualified or without a post. */
export function waysTo(world: World, a: Actor, { municipality_id, case_id }: InCase, at: Instant): Way[] {
  const day = dayOf(at)
  const here = (x: { municipality_id: number }) => x.municipality_id === municipality_id
  const mine = (x: { municipality_id: number; staff_id: number }) => here(x) && x.staff_id === a.id
  const inCase = (x: { municipality_id: number; case_id: number }) => here(x) && x.case_id === case_id
  if (!world.post.some((p) => mine(p) && onDay(p, day))) return []
  if (isDisqualified(world, a, { municipality_id, case_id }, at)) return []
  const project = world.family_case.find((c) => here(c) && c.id === case_id)?.project_id
  const has = (role: string) => world.project_role.some((r) => mine(r) && r.project_id === project && r.role === role && onDay(r, day))
  const open = world.referral.filter(
    (r) => inCase(r) && r.referred_at <= at && (r.decided_at === null || at < r.decided_at || r.decision === 'waiting'),
  )
  const ways: Way[] = []
  for (const x of world.assignment)
    if (inCase(x) && mine(x) && onDay(x, day)) ways.push({ how: 'assignment', sector: x.sector, role: x.role, since: x.valid_from })
  if (open.length > 0 && has('intake-team')) ways.push({ how: 'intake' })
  if (has('project-manager')) ways.push({ how: 'project' })
  if (holdsRole(world, a, 'break-glass', at) && world.break_glass.some((b) => inCase(b) && mine(b) && during(at, b.granted_at, b.until)))
    ways.push({ how: 'break-glass' })
  if (has('economist')) ways.push({ how: 'economist' })
  for (const r of open) if (r.referred_by === a.id) ways.push({ how: 'referral', sector: r.sector })
  return ways
}

/** Wall 0: a person of the family (whenever), declared to know it, or named by it. */
function isDisqualified(world: World, a: Actor, { municipality_id, case_id }: InCase, at: Instant): boolean {
  const person = world.staff.find((s) => s.municipality_id === municipality_id && s.id === a.id)?.person_id ?? null
  return (
    (person !== null &&
      world.case_person.some((p) => p.municipality_id === municipality_id && p.case_id === case_id && p.person_id === person)) ||
    world.disqualification.some(
      (q) => q.municipality_id === municipality_id && q.case_id === case_id && q.staff_id === a.id && during(at, q.valid_from, q.ended_at),
    )
  )
}

/** Holds a post today in one of the pack's roles of that kind. */
export function holdsRole(world: World, a: Actor, kind: 'break-glass' | 'child-protection', at: Instant): boolean {
  const day = dayOf(at)
  return world.post.some(
    (p) =>
      p.municipality_id === a.municipality_id &&
      p.staff_id === a.id &&
      onDay(p, day) &&
      world.pack_role.some((r) => r.municipality_id === a.municipality_id && r.kind === kind && r.role === p.role && onDay(r, day)),
  )
}

const wrote = (a: Actor, r: AccessRecord) => r.author_staff_id === a.id

/** Why the member of staff reads the record; of several reasons the most ordinary. */
export function staffBasis(world: World, a: Actor, r: AccessRecord, at: Instant): Found | undefined {
  if (hiddenAltogether(world, a, r, at)) return undefined
  return waysTo(world, a, r, at)
    .map((way) => basisThrough(world, a, way, r, at))
    .filter((b) => b !== undefined)
    .sort((x, y) => ORDER.indexOf(x.kind) - ORDER.indexOf(y.kind))[0]
}

const hiddenAltogether = (world: World, a: Actor, r: AccessRecord, at: Instant) =>
  r.subjects.length === 0 ||
  (r.visibility === 'private' && !wrote(a, r)) ||
  (r.category === 'concern' && !holdsRole(world, a, 'child-protection', at))

/** Wall 3, through one way. */
function basisThrough(world: World, a: Actor, way: Way, r: AccessRecord, at: Instant): Found | undefined {
  switch (way.how) {
    case 'assignment':
      if (r.sector === way.sector || (wrote(a, r) && r.category !== 'childtalk')) return { kind: 'own-sector' }
      return agreed(world, r, way.sector, at)
    case 'intake':
      if (!INTAKE.includes(r.category)) return undefined
      return wrote(a, r) || r.subjects.every((subject) => agreedForIntake(world, r, subject, at)) ? { kind: 'intake' } : undefined
    case 'project': {
      if (r.sector !== 'coordination' || r.category === 'childtalk') return undefined
      const opened =
        !REASONED.includes(r.category) ||
        world.reasoned_opening.some(
          (o) =>
            o.municipality_id === r.municipality_id &&
            o.case_id === r.case_id &&
            o.staff_id === a.id &&
            o.category === r.category &&
            during(at, o.opened_at, o.until),
        )
      return opened ? { kind: 'project' } : undefined
    }
    case 'break-glass':
      return r.category === 'childtalk' ? undefined : { kind: 'break-glass' }
    case 'economist':
      return r.category === 'costs' ? { kind: 'economist' } : undefined
    case 'referral':
      return r.category === 'intake' && wrote(a, r) ? { kind: 'referral' } : undefined
  }
}

/** 3b: every subject's consent or legal basis opens the record to this sector. */
function agreed(world: World, r: AccessRecord, to: string, at: Instant): Found | undefined {
  const covers = r.subjects.map((subject) => coverFor(world, { ...r, subject }, to, 'coordination', at))
  if (covers.some((c) => c.length === 0)) return undefined
  const onlyLegal = covers.some((c) => c.every((x) => x.kind === 'legal-basis'))
  return { kind: onlyLegal ? 'legal-basis' : 'consent', covers: covers.flat() }
}

/** 3b in 2b: the team acts for coordination; a record of coordination needs any whole consent of purpose intake. */
function agreedForIntake(world: World, r: AccessRecord, subject: number, at: Instant): boolean {
  if (r.sector !== 'coordination') return coverFor(world, { ...r, subject }, 'coordination', 'intake', at).length > 0
  return world.consent.some(
    (c) =>
      c.municipality_id === r.municipality_id &&
      c.case_id === r.case_id &&
      c.subject_id === subject &&
      c.purpose === 'intake' &&
      isWhole(world, c, at),
  )
}

// ---- writing ----

/** A new record; `correcting` when it replaces an earlier one (the only writing, with late minutes, that a closed case still takes). */
export function staffMayCreate(world: World, a: Actor, r: AccessRecord, correcting: boolean, at: Instant): boolean {
  if (r.subjects.length === 0 || (r.category === 'concern' && !holdsRole(world, a, 'child-protection', at))) return false
  return waysTo(world, a, r, at).some((way) => fitsNew(world, way, r, at) && (correcting || isOpenFor(world, way, r, at)))
}

function fitsNew(world: World, way: Way, r: AccessRecord, at: Instant): boolean {
  switch (way.how) {
    case 'assignment':
      return r.sector === way.sector && roleAllows(world, way, r, 'create', at)
    case 'intake':
      return r.sector === 'coordination' && INTAKE.includes(r.category)
    case 'project':
      return r.sector === 'coordination' && ![...REASONED, 'childtalk'].includes(r.category)
    case 'referral':
      return r.sector === way.sector && r.category === 'intake'
    case 'break-glass':
    case 'economist':
      return false
  }
}

/** A change of a record as it is: it must be read through the same way, by 3a under 2a. */
export function staffMayChange(world: World, a: Actor, r: AccessRecord, at: Instant): boolean {
  if (hiddenAltogether(world, a, r, at)) return false
  return waysTo(world, a, r, at).some((way) => {
    const basis = basisThrough(world, a, way, r, at)
    if (!basis || !isOpenFor(world, way, r, at)) return false
    switch (way.how) {
      case 'assignment':
        return basis.kind === 'own-sector' && roleAllows(world, way, r, 'change', at)
      case 'intake':
        return r.sector === 'coordination'
      case 'project':
        return !REASONED.includes(r.category)
      case 'referral':
        return true
      case 'break-glass':
      case 'economist':
        return false
    }
  })
}

function roleAllows(world: World, way: { sector: string; role: string }, r: InCase, verb: string, at: Instant): boolean {
  return world.pack_role.some(
    (k) =>
      k.municipality_id === r.municipality_id &&
      k.kind === 'assignment' &&
      k.role === way.role &&
      (k.sector === null || k.sector === way.sector) &&
      onDay(k, dayOf(at)) &&
      (k.verbs.includes(verb) || k.verbs.includes('*')),
  )
}

/** The day the case was closed, while it is. */
export function closedOn(world: World, { municipality_id, case_id }: InCase, at: Instant): string | undefined {
  return world.closure
    .filter((c) => c.municipality_id === municipality_id && c.case_id === case_id && during(at, c.closed_at, c.reopened_at))
    .map((c) => dayOf(c.closed_at))
    .sort()
    .at(-1)
}

/** Closing stops writing; minutes and remarks by the last coordinator or the project manager are taken for 60 days more. */
function isOpenFor(world: World, way: Way, r: AccessRecord, at: Instant): boolean {
  const closed = closedOn(world, r, at)
  if (closed === undefined) return true
  const last = way.how === 'project' || (way.how === 'assignment' && way.role === 'coordinator' && way.since <= closed)
  return last && LATE.includes(r.category) && dayOf(at) <= plusDays(closed, 60)
}
