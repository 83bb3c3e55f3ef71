import { type FamilyFact, type FamilyStanding, standingOn } from '#app/intake/family-state.ts'
import type { PlanSubject } from '#app/sector-plans/missing-plans.ts'
import { daysBetween } from '#app/platform/time/plain-date.ts'

/*
 * The project as its manager sees it: every figure is counted from dated facts and opens to the families behind it. Rules only.
 */

/** One family's facts. Days are plain dates, null: not yet. `professionals`: different people assigned today, the coordinators among them. */
export type ProjectFamily = {
  caseId: number
  number: string
  name: string
  referredOn: string
  screenedOn: string | null
  decision: 'accepted' | 'waiting' | 'refused' | null
  decidedOn: string | null
  /** The anchor of the one-year measurements (VIS-15). */
  intakeOn: string | null
  coordinatorId: number | null
  coordinator: string | null
  coordinatorSince: string | null
  coordinatorsEver: number
  planOn: string | null
  firstAgreedOn: string | null
  agreedOn: string | null
  versions: number
  nextOn: string | null
  closedOn: string | null
  closedReason: string | null
  reopenedOn: string | null
  professionals: number
  activities: number
  /** Members as the rule of missing sector plans sees them, and the sectors at work today. */
  people: PlanSubject[]
  sectors: string[]
}

/** VIS-21: the facts as the rule of standing takes them. */
export function factsOf(f: ProjectFamily): FamilyFact[] {
  const one = (kind: FamilyFact['kind'], on: string | null): FamilyFact[] => (on === null ? [] : [{ kind, on }])
  return [
    ...one('referred', f.referredOn),
    ...one('screened', f.screenedOn),
    ...(f.decision === null ? [] : one(f.decision, f.decision === 'accepted' ? (f.intakeOn ?? f.decidedOn) : f.decidedOn)),
    ...one('coordinator', f.coordinatorSince),
    ...one('preparation', f.planOn),
    ...one('agreed', f.firstAgreedOn),
    ...(f.versions > 1 ? one('follow-up', f.agreedOn) : []),
    ...one('exited', f.closedOn),
    ...one('reopened', f.reopenedOn),
  ]
}
export const standingOf = (f: ProjectFamily, today: string): FamilyStanding => standingOn(factsOf(f), today).standing

/** Standings in the order of a family's way; those that nobody is in are left out by the page. */
export const standings: FamilyStanding[] = [
  'shortlisted', 'invited', 'referred', 'consent', 'screened', 'waiting', 'accepted', 'coordinator', 'preparation', 'meeting-planned', 'agreed', 'follow-up', 'refused', 'exited', 'unknown',
]
/** Takes part: has a place by the last decision, and has not left. */
export const takesPart = (f: ProjectFamily, today: string): boolean =>
  f.decision === 'accepted' && !['waiting', 'refused', 'exited', 'unknown'].includes(standingOf(f, today))

/** Something that is not as it should be. The pages say each in words; the order is that of the way. */
export const lacks = ['no-coordinator', 'no-plan', 'not-agreed', 'no-follow-up-date', 'follow-up-late', 'sector-plan-missing', 'many-professionals'] as const
export type Lack = (typeof lacks)[number]
export type Limits = { agreeWithinDays: number; manyProfessionals: number }

/**
 * What one family that takes part lacks. `not-agreed`: the plan is begun and the days a family waits for an agreed plan are over;
 * `no-follow-up-date`: agreed, and no day is set (PLAN-16, PLAN-19).
 */
export function lacksOf(f: ProjectFamily, today: string, limits: Limits, withoutSectorPlan: ReadonlySet<number>): Lack[] {
  if (!takesPart(f, today)) return []
  const waited = f.intakeOn === null ? 0 : daysBetween(f.intakeOn, today)
  const found: [Lack, boolean][] = [
    ['no-coordinator', f.coordinatorId === null],
    ['no-plan', f.planOn === null],
    ['not-agreed', f.planOn !== null && f.firstAgreedOn === null && waited > limits.agreeWithinDays],
    ['no-follow-up-date', f.firstAgreedOn !== null && f.nextOn === null],
    ['follow-up-late', f.nextOn !== null && f.nextOn < today],
    ['sector-plan-missing', withoutSectorPlan.has(f.caseId)],
    ['many-professionals', f.professionals >= limits.manyProfessionals],
  ]
  return found.filter(([, is]) => is).map(([lack]) => lack)
}

/** How many families stand with how many professionals, from 0 to the most; the last step holds everything from `last` up. */
export function professionalsSteps(families: readonly ProjectFamily[], last: number): { from: number; orMore: boolean; families: number }[] {
  return Array.from({ length: last + 1 }, (_, n) => ({
    from: n,
    orMore: n === last,
    families: families.filter((f) => (n === last ? f.professionals >= n : f.professionals === n)).length,
  }))
}

/** The middle value, or null of nothing; between two it is the lower (a whole number of people or days). */
export function middle(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}

export type Exits = { reason: string; families: number; medianDays: number | null }
/** VIS-20: who has left, by reason, the most common first, with how long they stayed. Families that never had a place are not counted. */
export function exitsByReason(families: readonly ProjectFamily[], today: string): Exits[] {
  const gone = families.filter((f) => standingOf(f, today) === 'exited' && f.intakeOn !== null && f.closedOn !== null)
  return [...Map.groupBy(gone, (f) => f.closedReason ?? '')]
    .map(([reason, list]) => ({ reason, families: list.length, medianDays: middle(list.map((f) => daysBetween(f.intakeOn!, f.closedOn!))) }))
    .toSorted((a, b) => b.families - a.families || (a.reason < b.reason ? -1 : 1))
}

/** KOO-02: how many families each coordinator has today, the most first. */
export function caseloads(families: readonly ProjectFamily[], today: string): { staffId: number; name: string; families: number }[] {
  const theirs = families.filter((f) => takesPart(f, today) && f.coordinatorId !== null)
  return [...Map.groupBy(theirs, (f) => f.coordinatorId!)]
    .map(([staffId, list]) => ({ staffId, name: list[0]?.coordinator ?? '', families: list.length }))
    .toSorted((a, b) => b.families - a.families || a.name.localeCompare(b.name, 'da'))
}

/** What a figure opens to: `tilstand` a standing, `mangler` a lack, `koordinator` a worker, `fagpersoner` a step, `grund` a reason of exit. */
export type Opened = { standing?: FamilyStanding; lack?: Lack; coordinator?: number; professionals?: number; orMore?: boolean; reason?: string }

/** The families behind a figure: exactly those that were counted in it. */
export function behind(families: readonly ProjectFamily[], opened: Opened, today: string, limits: Limits, withoutSectorPlan: ReadonlySet<number>): ProjectFamily[] {
  return families.filter(
    (f) =>
      (opened.standing === undefined || standingOf(f, today) === opened.standing) &&
      (opened.lack === undefined || lacksOf(f, today, limits, withoutSectorPlan).includes(opened.lack)) &&
      (opened.coordinator === undefined || (takesPart(f, today) && f.coordinatorId === opened.coordinator)) &&
      (opened.professionals === undefined ||
        (takesPart(f, today) && (opened.orMore ? f.professionals >= opened.professionals : f.professionals === opened.professionals))) &&
      (opened.reason === undefined || (standingOf(f, today) === 'exited' && f.intakeOn !== null && (f.closedReason ?? '') === opened.reason)),
  )
}
