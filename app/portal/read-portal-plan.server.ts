import { z } from 'zod'
import type { AgreementsPage } from '#app/agreements/read-agreements.server.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { consentsOf } from '#app/consent/queries.server.ts'
import { plannedExitOf } from '#app/exit/plan-exit.server.ts'
import { closingOf } from '#app/exit/queries.server.ts'
import { goalMeasuresOf, goalsShown } from '#app/development/goal-measures.server.ts'
import { goalMeasureText } from '#app/development/goal-measures.ts'
import { MaybeId } from '#app/families/families.ts'
import { type NextForFamily, nextForFamily } from '#app/meetings/next-for-family.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type Helper, helpersFor, isCoordinator, livesElsewhere, ownChildren } from '#app/plan/for-a-member.ts'
import type { PlanPage } from '#app/plan/read-plan.server.ts'
import { planPage } from '#app/plan/read-plan.server.ts'
import { shelvesOf, subjectsOf } from '#app/plan/records.server.ts'
import { type Entry, entryOf } from '#app/team/entry.server.ts'
import { facesOf } from '#app/team/queries.server.ts'
import { type Purpose, purposeOf } from '#app/team/read-purpose.server.ts'
import { familyPeople } from '#app/intake/queries.server.ts'
import { type MyRatings, myRatings } from '#app/ratings/my-ratings.server.ts'
import { type MyCase, myCases, phonesOf } from './queries.server.ts'
import { myAgreements } from './read-my-agreements.server.ts'
import { shelvesOf as shelvesOfRatings } from './read-my-ratings.server.ts'

export type UrgentPhone = { label: string; number: string; hours: string }
export type PortalPlan = {
  plan: PlanPage
  /** What was agreed, as far as this member reads it (MEET-16). */
  agreed: AgreementsPage
  me: { id: number; name: string }
  /** A parent who lives elsewhere: the page is about the children, by name. */
  elsewhere: boolean
  children: string[]
  helpers: Helper[]
  /** Addresses of the helpers' photos, by member of staff. */
  photos: Record<number, string>
  /** The one way in to the municipality (KOO-15, KOO-17). */
  entry: Entry
  /** The next meeting this member may know of (MEET-04, MEET-14). */
  nextMeeting: NextForFamily | null
  /** What the coordination is for (KOO-14); null to a parent who lives elsewhere. */
  purpose: Purpose | null
  /** How it goes, in this member's own numbers (PROG-33); null: nothing is asked. */
  ratings: MyRatings | null
  /** How far each goal has come by its measure (PLAN-12), by goal; `shown` is for the log. */
  goalNotes: { text: Record<number, string>; shown: { personIds: number[]; shelfIds: number[] } }
  /** The municipality's own numbers for when it cannot wait. */
  urgent: UrgentPhone[]
  /** The family has left: its last day, and the last day of these pages. */
  left: { on: string; until: string | null } | null
  /** The day on which the family is expected to leave. */
  leavesOn: string | null
}
/** Several cases and none chosen, or none at all. */
export type ChooseCase = { plan: null; cases: MyCase[] }

/** "Vores plan": what this member may read of it, those who help, and what they may do. Without `caseId` the member's only case. */
export const readPortalPlan = query({
  event: 'portal.read-plan',
  input: z.object({ caseId: MaybeId }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) =>
    ctx.actor.kind === 'member' && (caseId === null || (await reachesCase(tx, caseId))) ? true : 'not-found',
  run: async (tx, ctx, { caseId }): Promise<PortalPlan | ChooseCase> => {
    if (caseId !== null) return portalPlan(tx, ctx, caseId)
    const cases = await myCases(tx, ctx)
    return cases.length === 1 ? portalPlan(tx, ctx, cases[0]!.caseId) : { plan: null, cases }
  },
  concerns: (_, r) =>
    r.plan === null
      ? { personIds: [] }
      : {
          caseId: r.plan.caseId,
          personIds: [...new Set([...r.plan.people.map((p) => p.id), ...subjectsOf(r.plan), ...r.goalNotes.shown.personIds])],
          shelfIds: [...r.goalNotes.shown.shelfIds, ...(r.nextMeeting ? [r.nextMeeting.meeting.shelfId] : []), ...(r.purpose?.shelfIds ?? []), ...shelvesOfRatings(r.ratings), ...shelvesOf(r.plan), ...(r.plan.agreement?.given.map((a) => a.shelfId) ?? []), ...r.agreed.agreements.map((a) => a.shelfId)],
        },
})

async function portalPlan(tx: Tx, ctx: Context, caseId: number): Promise<PortalPlan> {
  const whole = await planPage(tx, ctx, caseId)
  const me = whole.people.find((p) => p.id === ctx.actor.id)
  if (!me) throw new NotFound('case')
  const closing = await closingOf(tx, caseId)
  const elsewhere = livesElsewhere(whole.people, me.id)
  const children = ownChildren(whole.people, me.id)
  const consents = elsewhere ? await consentsOf(tx, caseId, ctx.today) : []
  const team = helpersFor(
    whole.team,
    elsewhere,
    children.map((c) => c.id),
    consents,
  )
  const phones = await phonesOf(
    tx,
    team.filter(isCoordinator).map((h) => h.staffId),
    ctx.today,
  )
  const helpers = team.map((h) => ({ ...h, phone: phones.get(h.staffId) ?? null }))
  return {
    plan: elsewhere ? aboutChildren(whole, me.id) : whole,
    agreed: await myAgreements(tx, ctx, caseId),
    me: { id: me.id, name: me.name },
    elsewhere,
    children: children.map((c) => c.name),
    helpers,
    photos: await photosOf(tx, ctx, helpers),
    entry: await entryOf(tx, ctx, caseId),
    nextMeeting: closing ? null : await nextForFamily(tx, ctx, caseId),
    purpose: elsewhere ? null : await purposeOf(tx, ctx, caseId, await familyPeople(tx, ctx, [caseId])),
    ratings: elsewhere || closing ? null : await myRatings(tx, ctx, caseId),
    goalNotes: await goalNotesOf(tx, ctx, caseId),
    urgent: await urgentPhones(tx, ctx, caseId),
    left: closing && { on: closing.leftOn, until: closing.pagesUntil },
    leavesOn: closing ? null : ((await plannedExitOf(tx, caseId))?.expected_on ?? null),
  }
}

async function goalNotesOf(tx: Tx, ctx: Context, caseId: number): Promise<PortalPlan['goalNotes']> {
  const measures = await goalMeasuresOf(tx, ctx, caseId)
  return { text: Object.fromEntries(measures.map((g) => [g.goalId, goalMeasureText(ctx.locale, g, ctx.today, true)])), shown: goalsShown(measures) }
}

async function photosOf(tx: Tx, ctx: Context, helpers: readonly Helper[]): Promise<Record<number, string>> {
  const faces = await facesOf(
    tx,
    helpers.map((one) => one.staffId),
    ctx.today,
  )
  return Object.fromEntries([...faces.values()].flatMap((one) => (one.photo ? [[one.staffId, one.photo]] : [])))
}

/** What a parent elsewhere is handed: no name of the other household, nothing of how its plan is going. */
function aboutChildren(plan: PlanPage, me: number): PlanPage {
  const about = plan.people.filter((p) => p.id === me || p.speaksFor)
  const something = plan.goals.length + plan.activities.length + plan.hopes.length > 0
  return {
    ...plan,
    familyName: '',
    people: about,
    team: [],
    missing: [],
    readers: [],
    nextFollowUpOn: something ? plan.nextFollowUpOn : null,
    versions: something ? plan.versions : [],
    agreement: something ? plan.agreement : null,
    may: { ...plan.may, order: false },
  }
}

/** None where no pack has been applied yet. */
async function urgentPhones(tx: Tx, ctx: Context, caseId: number): Promise<UrgentPhone[]> {
  const pack = await casePack(tx, caseId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  const procedure = pack && inForce(pack.concernProcedures, ctx.today)[0]
  return procedure?.phones.map((p) => ({ label: p.label[ctx.locale], number: p.number, hours: p.hours[ctx.locale] })) ?? []
}
