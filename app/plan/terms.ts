import { z } from 'zod'
import { AboutOthers } from '#app/consent/about-others.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import type { RecordBase } from './plan.ts'

/*
 * How the plan is followed up (da: aftaler om opfølgningen): needed to agree the plan, never to save it. How and how often (PLAN-03), the
 * next time with who and which goals (PLAN-16), what happens when it goes otherwise (PLAN-17), how progression is registered (PLAN-18).
 */

export const oftens = ['weekly', 'fortnightly', 'monthly', 'two-monthly', 'quarterly'] as const
export type Often = (typeof oftens)[number]
/** Weeks between two times. */
export const weeksOf: Record<Often, number> = { weekly: 1, fortnightly: 2, monthly: 4, 'two-monthly': 9, quarterly: 13 }
/** The family's own choice: on the phone or computer, on paper, or they are called. */
export const registrations = ['portal', 'paper', 'phone'] as const
export type Registration = (typeof registrations)[number]

/** One per family, or one per home where the family lives in several: then about those who live there. */
export type Terms = RecordBase & {
  householdId: number | null
  howFollowed: string
  howOften: Often | null
  nextOn: string | null
  nextPeople: number[]
  nextStaff: number[]
  nextOthers: string
  /** Ids of the goals until then; those the reader does not see are left out. */
  nextGoals: number[]
  /** Something to think about until then; never required (MEET-18). */
  thinkOver: string
  ifOtherwise: string
  whoCalls: string
  reopenedWhen: string
  registeredBy: string
  registeredWhat: string
  registeredOften: string
  registeredChannel: Registration | null
}
/** A home as the plan knows it: who of the family lives there. `id` null: all of the family, who live together. */
export type Home = { id: number | null; personIds: number[] }

type Person = { id: number; family: boolean; asked: boolean; households: readonly number[] }
/**
 * The homes that each agree how the plan is followed up. A family that lives in one home, or in none that is written down, is one; parents
 * who live apart each have theirs, with the children they share in both.
 */
export function homesOf(people: readonly Person[]): Home[] {
  const family = people.filter((p) => p.family && p.asked)
  const ids = [...new Set(family.flatMap((p) => p.households))].toSorted((a, b) => a - b)
  if (ids.length < 2) return [{ id: null, personIds: people.filter((p) => p.family).map((p) => p.id) }]
  return ids.map((id) => ({ id, personIds: people.filter((p) => p.family && p.households.includes(id)).map((p) => p.id) }))
}

/**
 * The terms of a home: its own; of a family that lives in one home, or of whom the reader sees one home only, those that are about
 * everybody there.
 */
export const termsOf = <T extends Pick<Terms, 'householdId' | 'subjects'>>(terms: readonly T[], home: Home): T | undefined =>
  terms.find((t) => t.householdId === home.id) ??
  (home.id === null ? terms.find((t) => home.personIds.every((p) => t.subjects.includes(p))) : undefined)

/** What must be answered before the plan can be agreed; the rest of the terms may be said and need not be. */
export const termFields = ['howFollowed', 'howOften', 'nextOn', 'nextWho', 'nextGoals', 'ifOtherwise', 'registeredBy', 'registeredChannel'] as const
export type TermField = (typeof termFields)[number]

/** Fields of the terms that nobody has answered; all of them when there are no terms. A next time that is over is no answer. */
export function missingTerms(t: Terms | undefined, today: string): TermField[] {
  if (!t) return [...termFields]
  const answered: Record<TermField, boolean> = {
    howFollowed: t.howFollowed !== '',
    howOften: t.howOften !== null,
    nextOn: t.nextOn !== null && t.nextOn >= today,
    nextWho: t.nextPeople.length > 0,
    nextGoals: t.nextGoals.length > 0,
    ifOtherwise: t.ifOtherwise !== '',
    registeredBy: t.registeredBy !== '',
    registeredChannel: t.registeredChannel !== null,
  }
  return termFields.filter((field) => !answered[field])
}

/** When the plan should be looked at again: the day agreed, or the pack's months after it was agreed. Null: it has not been agreed. */
export function followUpDue(nextOn: string | null, agreedOn: string | null, latest: (agreedOn: string) => string): string | null {
  if (nextOn !== null) return nextOn
  return agreedOn === null ? null : latest(agreedOn)
}

const id = z.coerce.number().int().positive()
const empty = (v: unknown) => (v === '' || v === undefined ? null : v)
const text = (max: number) => z.string().trim().max(max).default('')
const idList = z.preprocess((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(id).max(60))

/** `seenRevision`: what stood on the writer's screen; null when nothing was written yet. */
export const SetTerms = z.object({
  caseId: id,
  householdId: z.preprocess(empty, id.nullable()),
  seenRevision: z.preprocess(empty, id.nullable()),
  howFollowed: text(1000),
  howOften: z.preprocess(empty, z.enum(oftens).nullable()),
  nextOn: z.preprocess(empty, PlainDate.nullable()),
  nextPeople: idList,
  nextStaff: idList,
  nextOthers: text(300),
  nextGoals: idList,
  thinkOver: text(1000),
  ifOtherwise: text(1000),
  whoCalls: text(500),
  reopenedWhen: text(500),
  registeredBy: text(300),
  registeredWhat: text(500),
  registeredOften: text(200),
  registeredChannel: z.preprocess(empty, z.enum(registrations).nullable()),
  aboutOthers: AboutOthers,
})
