import { type AgreeingRules, agreeingRules } from './agreeing-rules.server.ts'
import type { Decision } from './approval.ts'
import { decidingSectors } from './decide-measure.server.ts'
import { decisionsOf } from './decisions.server.ts'
import { seenInOrder } from './goal-order.ts'
import { z } from 'zod'
import { readersOf } from '#app/consent/readers.server.ts'
import { lix, type LixBand } from '#app/platform/calc/lix.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type Agreement, type AgreementState, agreementState } from './agreement.ts'
import { type GoalRules, goalRulesOf } from './goal-rules.server.ts'
import { type Missing, missingForAgreement } from './missing.ts'
import { id, type PlanContent, type RecordBase } from './plan.ts'
import { planTexts, sectorName } from './plan-words.ts'
import { followUpDue, type Home, homesOf } from './terms.ts'
import { addMonths } from '#app/platform/time/plain-date.ts'
import {
  agreementsOf,
  findPlan,
  peopleOf,
  type PlanPerson,
  type PlanVersionHead,
  type Rights,
  rightsOf,
  teamOf,
  type TeamMember,
  versionsOf,
} from './queries.server.ts'
import { contentNow, shelvesOf, subjectsOf } from './records.server.ts'
import { onCase } from './rights.server.ts'

/** What this reader may do; the pages show the rest disabled with the reason, or not at all. */
export type PlanMay = {
  /** Write hopes and the plan's own goals and activities. */
  write: boolean
  /** Sectors a member of staff writes goals and activities for. */
  sectors: string[]
  hope: boolean
  order: boolean
  makeVersion: boolean
  /** Answer for others, at their word. */
  answerForOthers: boolean
  /** Write how the plan is followed up. */
  setTerms: boolean
  /** Sectors in which this reader decides over measures; `quoteDecisions`: writes down what an authority decided (KOO-13). */
  decides: string[]
  quoteDecisions: boolean
}
/** `knowsAll`: reads the whole plan, so that a missing answer means that none was given. */
export type PlanAgreement = { version: PlanVersionHead; given: Agreement[]; state: AgreementState | null; knowsAll: boolean }
export type PlanPage = PlanContent & {
  caseId: number
  familyName: string
  today: string
  /** The reader as a member of the family, or null for staff. */
  me: number | null
  people: PlanPerson[]
  team: TeamMember[]
  goalOrder: number[]
  nextFollowUpOn: string | null
  versions: PlanVersionHead[]
  agreement: PlanAgreement | null
  missing: Missing[]
  /** How hard the plan is to read; for staff. */
  lix: { value: number; band: LixBand } | null
  /** "Det her kan læses af …": who could read the text that is being written, by name; empty while nothing is. */
  readers: string[]
  /** What the pack says about goals: how deep, how many in focus, which areas of law. */
  goalRules: GoalRules
  may: PlanMay
  /** Who agrees how the plan is followed up: the family, or each of its homes. */
  homes: Home[]
  rules: AgreeingRules
  decisions: Decision[]
  /** When the plan should be looked at again, if it has been agreed; null where the reader is not told. */
  followUpDue: string | null
}

/**
 * The family plan as the reader may see it: hopes, goals, activities, people, versions and agreement; what is missing; what they may do
 * (PLAN-01, PLAN-21).
 */
export const readPlan = query({
  event: 'plan.read',
  input: z.object({
    caseId: id,
    writing: z
      .string()
      .regex(/^(hope|goal|activity|terms)(-\d+)?$/)
      .nullish(),
  }),
  case: ({ caseId }) => caseId,
  may: onCase(() => true),
  run: async (tx, ctx, { caseId, writing }): Promise<PlanPage> => {
    const page = await planPage(tx, ctx, caseId, writing)
    // A custody holder elsewhere reads what concerns the child, never who works with the other household.
    return page.me !== null && !page.people.some((p) => p.id === page.me && p.inHousehold) ? { ...page, team: [] } : page
  },
  concerns: ({ caseId }, p) => ({
    caseId,
    // A parent elsewhere is named only: a look-up concerns them when a record does. Else the household could not see who has looked.
    personIds: [...new Set([...p.people.filter((x) => x.family).map((x) => x.id), ...subjectsOf(p)])],
    shelfIds: [...shelvesOf(p), ...(p.agreement?.given.map((a) => a.shelfId) ?? []), ...p.decisions.map((d) => d.shelfId)],
  }),
})

/** The same inside another verb's transaction: the portal and the overview of a family. */
export async function planPage(tx: Tx, ctx: Context, caseId: number, writing?: string | null): Promise<PlanPage> {
  const rights = await rightsOf(tx, ctx, caseId)
  const people = await peopleOf(tx, ctx, caseId, rights)
  const content = withoutDropped(await contentNow(tx, caseId))
  const plan = await findPlan(tx, caseId)
  const family = await tx.selectFrom('family_case').select('name').where('id', '=', caseId).executeTakeFirst()
  const all = rights.coordination || (!rights.staff && people.some((p) => p.id === ctx.actor.id && p.inHousehold))
  const versions = await versionsOf(tx, caseId, all)
  const rules = await agreeingRules(tx, ctx, caseId)
  // A member is told of their own home; whether another one has agreed is that home's.
  const homes = homesOf(people).filter((h) => rights.staff || h.id === null || h.personIds.includes(ctx.actor.id))
  const sees = all || content.hopes.length + content.goals.length + content.activities.length > 0
  return {
    ...content,
    caseId,
    familyName: family?.name ?? '',
    today: ctx.today,
    me: ctx.actor.kind === 'member' ? ctx.actor.id : null,
    people,
    team: await teamOf(tx, ctx, caseId),
    goalOrder: seenInOrder(plan?.goal_order ?? [], content.goals),
    nextFollowUpOn: sees ? (plan?.next_follow_up_on ?? null) : null,
    versions,
    agreement: versions[0] ? await agreementOf(tx, versions[0], people, rights) : null,
    missing: rights.coordination || !rights.staff ? missingForAgreement(content, ctx.today, homes) : [],
    lix: rights.staff ? lixOf(content) : null,
    readers: writing ? await readersFor(tx, ctx, caseId, content, people, rights, writing) : [],
    goalRules: await goalRulesOf(tx, caseId, ctx.today),
    may: {
      write: rights.writes && (rights.coordination || !rights.staff),
      sectors: rights.writes ? rights.sectors : [],
      hope: rights.writes && (rights.coordination || !rights.staff),
      order: rights.writes && all,
      makeVersion: rights.writes && rights.coordination,
      answerForOthers: rights.writes && rights.coordination,
      setTerms: rights.writes && rights.coordination,
      decides: rights.staff && rights.writes ? await decidingSectors(tx, caseId, rights.sectors) : [],
      quoteDecisions: rights.writes && rights.coordination,
    },
    homes,
    rules,
    decisions: await decisionsOf(tx, caseId),
    followUpDue:
      rights.coordination && versions[0]
        ? followUpDue(plan?.next_follow_up_on ?? null, versions[0].agreedOn, (on) => addMonths(on, rules.followUpEveryMonths))
        : null,
  }
}

/** Who could read a text of that record, or of a new one about the whole family. */
async function readersFor(
  tx: Tx,
  ctx: Context,
  caseId: number,
  plan: PlanContent,
  people: readonly PlanPerson[],
  rights: Rights,
  writing: string,
): Promise<string[]> {
  const [what, recordId] = writing.split('-')
  const written: Record<string, RecordBase[]> = { hope: plan.hopes, goal: plan.goals, terms: plan.terms }
  const records = written[what ?? ''] ?? plan.activities
  const record = records.find((r) => r.id === Number(recordId))
  const sector = record?.sector ?? (rights.coordination || !rights.staff ? 'coordination' : (rights.sectors[0] ?? 'coordination'))
  const subjects = record?.subjects ?? people.filter((p) => (rights.staff ? p.family : p.speaksFor)).map((p) => p.id)
  const m = planTexts(ctx.locale)
  const found = await readersOf(tx, { caseId, sector, category: 'plan', visibility: 'family', subjects })
  return found.map((r) => (r.kind === 'member' ? r.name : `${r.name} (${sectorName(m, r.sector).toLocaleLowerCase(ctx.locale)})`))
}

export const withoutDropped = (plan: PlanContent): PlanContent => ({
  hopes: plan.hopes,
  goals: plan.goals.filter((g) => !g.dropped),
  activities: plan.activities.filter((a) => !a.dropped),
  terms: plan.terms,
})

/** The answers to one version. Only who reads everybody's answers is told who has not answered. */
export async function agreementOf(tx: Tx, version: PlanVersionHead, people: readonly PlanPerson[], rights: Rights): Promise<PlanAgreement> {
  const given = await agreementsOf(tx, version.id)
  const asked = people.filter((p) => p.asked).map((p) => ({ personId: p.id, child: p.child }))
  return { version, given, knowsAll: rights.coordination, state: rights.coordination ? agreementState(asked, given) : null }
}

/** LIX of everything that is written for the family to read. */
export function lixOf(plan: PlanContent): { value: number; band: LixBand } | null {
  const texts = [
    ...plan.hopes.map((h) => h.words),
    ...plan.goals.flatMap((g) => [g.title, g.measure]),
    ...plan.activities.flatMap((a) => [a.what, a.offer]),
    ...plan.terms.flatMap((t) => [t.howFollowed, t.ifOtherwise, t.whoCalls, t.reopenedWhen, t.registeredWhat]),
  ]
  const whole = texts
    .filter(Boolean)
    .map((t) => (/[.!?:]$/.test(t) ? t : `${t}.`))
    .join(' ')
  const found = lix(whole)
  return found.lix === null ? null : { value: Math.round(found.lix), band: found.band }
}
