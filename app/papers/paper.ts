import { seenInOrder } from '#app/plan/goal-order.ts'
import type { Agreement } from '#app/plan/agreement.ts'
import type { PlanContent } from '#app/plan/plan.ts'

/*
 * Papers (da: papirer): the plan as it is put on a table or into a bag. A paper is made for one or more named recipients and holds what
 * every one of them may read, and nothing else: paper has no walls.
 */

export const paperKinds = ['plan', 'easy'] as const
/** `plan`: the whole plan. `easy`: two pages in large type for a child, or for anybody who would rather have few words. */
export type PaperKind = (typeof paperKinds)[number]

/** What one recipient may read now (the database's answer) and whom they know by name. */
export type Sight = { personId: number; shelves: readonly number[]; knows: readonly number[] }
export type PaperPerson = { id: number; name: string; age: number | null; child: boolean; family: boolean; asked: boolean; speaksFor: boolean }
export type PaperHelper = { staffId: number; name: string; title: string; role: string; sector: string; does: string }
export type PaperAgreement = { version: { number: number; agreedOn: string; atMeeting: boolean }; given: Agreement[] }
export type Paper = {
  caseId: number
  municipality: string
  familyName: string
  today: string
  recipients: { id: number; name: string; child: boolean; elsewhere: boolean }[]
  plan: PlanContent
  goalOrder: number[]
  /** How far each goal has come by its measure (PLAN-12), where every recipient may read all of it. */
  goalNotes?: Readonly<Record<number, string>>
  people: PaperPerson[]
  team: PaperHelper[]
  nextFollowUpOn: string | null
  agreement: PaperAgreement | null
}

/** Only what is in every list; everything when there is no list. */
export function inAll(lists: readonly (readonly number[])[]): Set<number> {
  const [first = [], ...rest] = lists
  return new Set(first.filter((id) => rest.every((list) => list.includes(id))))
}

/**
 * The parts of a plan that every one of these may read. A goal whose parent or hope is left out stands by itself; a name that one of them does
 * not know is not among the people.
 */
export function readByAll<P extends PlanContent & { goalOrder: number[]; people: PaperPerson[]; given: Agreement[] }>(
  page: P,
  sights: readonly Sight[],
): { plan: PlanContent; goalOrder: number[]; people: PaperPerson[]; given: Agreement[] } {
  const shelves = inAll(sights.map((s) => s.shelves))
  const known = inAll(sights.map((s) => [...s.knows, s.personId]))
  const open = <R extends { shelfId: number }>(records: readonly R[]) => records.filter((r) => shelves.has(r.shelfId))
  const plan = { hopes: open(page.hopes), goals: open(page.goals), activities: open(page.activities), terms: open(page.terms) }
  return {
    plan,
    goalOrder: seenInOrder(page.goalOrder, plan.goals),
    people: page.people.filter((p) => known.has(p.id)),
    given: open(page.given),
  }
}
