import { z } from 'zod'
import { coordinatorRole, type Assignment } from '#app/intake/coordinators.ts'
import { Id } from '#app/intake/intake.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { addDays, PlainDate } from '#app/platform/time/plain-date.ts'

/* KOO-03, KOO-07, KOO-16: the coordination passes from one to another; no day without a primary coordinator, none with two. Pure. */

export const incomingRole = 'incoming-coordinator'

export const PlanHandover = z.object({
  caseId: Id,
  toStaffId: Id,
  takesOverOn: PlainDate,
  /** A code of the pack's list `handover-reason`. */
  reason: z.string().trim().min(1).max(60),
})
export const TickItem = z.object({
  caseId: Id,
  handoverId: Id,
  item: z.string().trim().min(1).max(60),
  side: z.enum(['old', 'new']),
  done: z.preprocess((v) => v === true || v === 'on' || v === 'yes', z.boolean()),
})
export const TakeBackHandover = z.object({ caseId: Id, handoverId: Id })
export const SetSubstitute = z
  .object({ projectId: Id, staffId: Id, substituteId: Id, from: PlainDate })
  .refine((v) => v.staffId !== v.substituteId, said({ da: 'Vælg en anden end koordinatoren selv', en: 'Choose somebody else than the coordinator' }, ['substituteId']))
export const StartSubstitute = z
  .object({ caseId: Id, staffId: Id, from: PlainDate, until: PlainDate })
  .refine((v) => v.from <= v.until, said({ da: 'Til-datoen ligger før fra-datoen', en: 'The end is before the start' }, ['until']))

type Span = Pick<Assignment, 'id' | 'staffId' | 'role' | 'from' | 'until'>
const runs = (one: Pick<Span, 'from' | 'until'>, day: string) => one.from <= day && (one.until === null || day <= one.until)

/** Who is primary coordinator on a day; one at most in a well-kept family. */
export const primariesOn = <T extends Span>(team: readonly T[], day: string): T[] =>
  team.filter((one) => one.role === coordinatorRole.primary && runs(one, day))

export type HandoverProblem = 'no-primary' | 'past' | 'too-soon' | 'same' | 'planned'
export type HandoverChanges = {
  /** The old coordinator's last day is the day before. */
  end: { id: number; staffId: number; until: string; was: string | null }
  start: { staffId: number; from: string }
  /** Until then: a secondary stays secondary, anybody else learns to know the family. Null when it passes today. */
  meanwhile: { id: number; until: string; was: string | null } | { from: string; until: string } | null
}

/**
 * What a handover changes, or why it cannot be. The day of the change belongs to the new coordinator.
 * @param wish.on the first day of the new coordinator; today or later
 */
export function handoverChanges(
  team: readonly Span[],
  wish: { toStaffId: number; on: string; today: string },
): { problem: HandoverProblem } | HandoverChanges {
  if (wish.on < wish.today) return { problem: 'past' }
  const now = primariesOn(team, wish.today)[0]
  if (!now) return { problem: 'no-primary' }
  if (now.staffId === wish.toStaffId) return { problem: 'same' }
  if (team.some((one) => one.role === coordinatorRole.primary && one.from > wish.today)) return { problem: 'planned' }
  if (wish.on <= now.from) return { problem: 'too-soon' }
  const until = addDays(wish.on, -1)
  const secondary = team.find(
    (one) => one.staffId === wish.toStaffId && one.role === coordinatorRole.secondary && runs(one, wish.today) && one.from < wish.on,
  )
  return {
    end: { id: now.id, staffId: now.staffId, until, was: now.until },
    start: { staffId: wish.toStaffId, from: wish.on },
    meanwhile: secondary
      ? { id: secondary.id, until: secondary.until === null || secondary.until > until ? until : secondary.until, was: secondary.until }
      : wish.on > wish.today
        ? { from: wish.today, until }
        : null,
  }
}

/** KOO-07: would ending this assignment on that day leave the family without a primary coordinator? A closed family needs none. */
export const leavesNone = (team: readonly Span[], assignmentId: number, until: string): boolean => {
  const ends = team.find((one) => one.id === assignmentId)
  if (!ends || ends.role !== coordinatorRole.primary) return false
  return primariesOn(team.filter((one) => one.id !== assignmentId), addDays(until, 1)).length === 0
}

export type Substitution = 'has-secondary' | 'is-coordinator' | 'taken' | null
/** KOO-03: may somebody stand in from a day to a day? A project with two coordinators has its secondary for that. */
export function substituteProblem(
  team: readonly Span[],
  wish: { staffId: number; from: string; until: string },
  model: 'primary' | 'primary-and-secondary',
): Substitution {
  if (model === 'primary-and-secondary') return 'has-secondary'
  const meets = (one: Span) => one.from <= wish.until && (one.until === null || wish.from <= one.until)
  if (team.some((one) => one.staffId === wish.staffId && one.role === coordinatorRole.primary && meets(one))) return 'is-coordinator'
  return team.some((one) => one.role === coordinatorRole.secondary && meets(one)) ? 'taken' : null
}

export type Stint = { staffId: number; name: string; from: string; until: string | null }
/** KOO-16: everyone who has been primary coordinator, the first one first; two stretches of the same person in a row are one. */
export function coordinatorHistory(team: readonly (Span & { name: string })[]): Stint[] {
  const chain: Stint[] = []
  for (const one of team.filter((x) => x.role === coordinatorRole.primary).toSorted((a, b) => a.from.localeCompare(b.from))) {
    const last = chain.at(-1)
    if (last?.staffId === one.staffId) last.until = one.until
    else chain.push({ staffId: one.staffId, name: one.name, from: one.from, until: one.until })
  }
  return chain
}

/** The points of a handover with who ticked them when; `open` counts those still to do. */
export function checklist<I extends { code: string; by: 'old' | 'new' | 'both' }>(
  items: readonly I[],
  ticks: readonly { item: string; side: 'old' | 'new'; name: string; on: string }[],
): { items: (I & { sides: { side: 'old' | 'new'; done: { name: string; on: string } | null }[] })[]; open: number } {
  const found = items.map((item) => ({
    ...item,
    sides: (['old', 'new'] as const)
      .filter((side) => item.by === 'both' || item.by === side)
      .map((side) => {
        const tick = ticks.find((one) => one.item === item.code && one.side === side)
        return { side, done: tick ? { name: tick.name, on: tick.on } : null }
      }),
  }))
  return { items: found, open: found.flatMap((one) => one.sides).filter((one) => one.done === null).length }
}
