import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#app/platform/db.server.ts'
import type { Tables } from '#app/platform/tables.ts'
import { oftens, registrations, type Terms } from './terms.ts'
import { goalDepth } from './goal-columns.server.ts'
import type { Activity, Goal, Hope, OpenField, PlanContent, RecordBase, Rhythm } from './plan.ts'

type HopeRow = Selectable<Tables['hope']>
type GoalRow = Selectable<Tables['goal']>
type ActivityRow = Selectable<Tables['activity']>
type TermsRow = Selectable<Tables['plan_terms']>
type AnyRow = HopeRow | GoalRow | ActivityRow | TermsRow

// A row of the table and the same row kept in record_history have the same names and values: both are read here.
const base = (r: AnyRow & { dropped_on?: string | null; dropped_reason?: string | null }): RecordBase => ({
  id: r.id,
  revision: r.revision,
  shelfId: r.shelf_id,
  sector: r.sector,
  subjects: r.subjects,
  authorStaffId: r.author_staff_id,
  authorPersonId: r.author_person_id,
  stated:
    r.stated_by_name !== null && r.stated_by_sector !== null && r.stated_on !== null && r.stated_channel !== null
      ? { name: r.stated_by_name, sector: r.stated_by_sector, on: r.stated_on, channel: r.stated_channel }
      : null,
  onBehalf:
    r.on_behalf_of_person !== null && r.on_behalf_channel !== null && r.on_behalf_on !== null
      ? { personId: r.on_behalf_of_person, channel: r.on_behalf_channel, on: r.on_behalf_on }
      : null,
  dropped: r.dropped_on ? { on: r.dropped_on, reason: r.dropped_reason ?? '' } : null,
})
export const asHope = (r: HopeRow): Hope => ({ ...base(r), personId: r.person_id, words: r.words })
export const asGoal = (r: GoalRow): Goal => ({
  ...base(r),
  title: r.title,
  kind: r.kind === 'sector' ? 'sector' : 'own',
  level: r.level,
  parentId: r.parent_id,
  hopeId: r.hope_id,
  measure: r.measure,
  ...goalDepth(r),
})
export const asActivity = (r: ActivityRow): Activity => ({
  ...base(r),
  what: r.what,
  measureKind: r.measure_kind ?? '',
  goalId: r.goal_id,
  offer: r.offer,
  provider: r.provider,
  place: r.place,
  rhythm: (r.rhythm === 'once' ? 'once' : 'weekly') satisfies Rhythm,
  weekdays: r.weekdays,
  timeFrom: r.time_from,
  timeTo: r.time_to,
  start: r.start_on,
  end: r.end_on,
  minutesPerWeek: r.minutes_per_week,
  takesPart: r.takes_part,
  unknownUntil: unknownOf(r),
  ...depthOf(r),
})
export const asTerms = (r: TermsRow): Terms => ({
  ...base(r),
  householdId: r.household_id,
  howFollowed: r.how_followed,
  howOften: oftens.find((o) => o === r.how_often) ?? null,
  nextOn: r.next_on,
  nextPeople: r.next_people,
  nextStaff: r.next_staff,
  nextOthers: r.next_others,
  nextGoals: r.next_goals,
  thinkOver: r.think_over ?? '',
  ifOtherwise: r.if_otherwise,
  whoCalls: r.who_calls,
  reopenedWhen: r.reopened_when,
  registeredBy: r.registered_by,
  registeredWhat: r.registered_what,
  registeredOften: r.registered_often,
  registeredChannel: registrations.find((c) => c === r.registered_channel) ?? null,
})
/** A row kept in the history before these columns came has none of them. */
function depthOf(r: Partial<ActivityRow>): Pick<Activity, 'ownMinutes' | 'breaks' | 'travelMinutes' | 'afterId' | 'needsApproval'> {
  return {
    ownMinutes: Minutes.catch({}).parse(r.own_minutes ?? {}),
    breaks: Breaks.catch([]).parse(r.breaks ?? []),
    travelMinutes: r.travel_minutes ?? null,
    afterId: r.after_id ?? null,
    needsApproval: r.needs_approval ?? false,
  }
}
const Minutes = z.record(z.coerce.number(), z.number())
const Breaks = z.array(z.object({ from: z.string(), until: z.string(), why: z.string() }))
function unknownOf(r: ActivityRow): Activity['unknownUntil'] {
  const all: [OpenField, string | null][] = [
    ['offer', r.offer_unknown_until],
    ['provider', r.provider_unknown_until],
    ['start', r.start_unknown_until],
    ['end', r.end_unknown_until],
    ['hours', r.hours_unknown_until],
  ]
  return Object.fromEntries(all.filter((pair) => pair[1] !== null))
}

/** The plan as this reader may see it now; what was dropped is left out. Ids of records that were taken over point to their successors. */
export async function contentNow(tx: Tx, caseId: number): Promise<PlanContent> {
  const hopes = await tx
    .selectFrom('hope')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .where('dropped_on', 'is', null)
    .orderBy('id')
    .execute()
  const goals = await tx
    .selectFrom('goal')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .orderBy('id')
    .execute()
  const activities = await tx
    .selectFrom('activity')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .where('dropped_on', 'is', null)
    .orderBy('id')
    .execute()
  const sectorPlans = await tx.selectFrom('sector_plan').select('id').where('case_id', '=', caseId).where('dropped_on', 'is', null).execute()
  const known = new Set(sectorPlans.map((p) => p.id))
  const focus = await tx.selectFrom('family_plan').select('focus_goals').where('case_id', '=', caseId).executeTakeFirst()
  return pointToSuccessors(
    { hopes: hopes.map(asHope), goals: pickedFrom(inFocus(goals.map(asGoal), focus?.focus_goals ?? []), known), activities: activities.map(asActivity), terms: await termsNow(tx, caseId) },
    { hope: successors(hopes), goal: successors(goals), activity: successors(activities) },
  )
}
/** A sector plan that the reader does not see is not even a number. */
const pickedFrom = (goals: Goal[], known: ReadonlySet<number>): Goal[] =>
  goals.map((g) => (g.sectorPlanId === null || known.has(g.sectorPlanId) ? g : { ...g, sectorPlanId: null }))
/** Marks the goals that the family has chosen to be in focus; the mark stands with the plan, not with the goal. */
const inFocus = (goals: Goal[], chosen: readonly number[]): Goal[] => goals.map((g) => ({ ...g, inFocus: chosen.includes(g.id) }))
/** How the plan is followed up, as far as the reader sees it: one of each home. */
async function termsNow(tx: Tx, caseId: number): Promise<Terms[]> {
  const rows = await tx
    .selectFrom('plan_terms')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(asTerms)
}

const successors = (rows: readonly { id: number; replaces: number | null }[]) =>
  new Map(rows.flatMap((r) => (r.replaces === null ? [] : [[r.replaces, r.id] as const])))
function pointToSuccessors(plan: PlanContent, next: Record<'hope' | 'goal' | 'activity', Map<number, number>>): PlanContent {
  const of = (map: Map<number, number>, old: number | null) => (old === null ? null : (map.get(old) ?? old))
  return {
    hopes: plan.hopes,
    goals: plan.goals.map((g) => ({ ...g, parentId: of(next.goal, g.parentId), hopeId: of(next.hope, g.hopeId) })),
    activities: plan.activities.map((a) => ({ ...a, goalId: of(next.goal, a.goalId), afterId: of(next.activity, a.afterId) })),
    // A goal that the reader does not see is not even a number.
    terms: plan.terms.map((t) => ({
      ...t,
      nextGoals: t.nextGoals.map((g) => of(next.goal, g)).filter((g) => g !== null && plan.goals.some((seen) => seen.id === g)) as number[],
    })),
  }
}

/**
 * The plan as it was agreed, through this reader's eyes now: each listed record at its revision, from the table or from its history,
 * and only when the reader may read both that revision and the record as it stands today.
 */
export async function contentOfVersion(tx: Tx, caseId: number, versionId: number): Promise<PlanContent> {
  const listed = await tx
    .selectFrom('plan_version_record')
    .select(['table_name', 'record_id', 'revision'])
    .where('case_id', '=', caseId)
    .where('version_id', '=', versionId)
    .orderBy('record_id')
    .execute()
  const idsOf = (table: string) => listed.filter((l) => l.table_name === table).map((l) => l.record_id)
  const [hopeIds, goalIds, activityIds, termIds] = [idsOf('hope'), idsOf('goal'), idsOf('activity'), idsOf('plan_terms')]
  const hopes = hopeIds.length
    ? await tx.selectFrom('hope').selectAll().where('case_id', '=', caseId).where('id', 'in', hopeIds).execute()
    : []
  const goals = goalIds.length
    ? await tx.selectFrom('goal').selectAll().where('case_id', '=', caseId).where('id', 'in', goalIds).execute()
    : []
  const activities = activityIds.length
    ? await tx.selectFrom('activity').selectAll().where('case_id', '=', caseId).where('id', 'in', activityIds).execute()
    : []
  const terms = termIds.length
    ? await tx.selectFrom('plan_terms').selectAll().where('case_id', '=', caseId).where('id', 'in', termIds).execute()
    : []
  const named = terms.flatMap((t) => t.next_goals)
  // A goal that the reader does not see is not even a number.
  const seenGoals = new Set(
    named.length ? (await tx.selectFrom('goal').select('id').where('case_id', '=', caseId).where('id', 'in', named).execute()).map((g) => g.id) : [],
  )
  const older = listed.length
    ? await tx
        .selectFrom('record_history')
        .select(['table_name', 'record_id', 'revision', 'row_before'])
        .where('table_name', 'in', ['hope', 'goal', 'activity', 'plan_terms'])
        .where(
          'record_id',
          'in',
          listed.map((l) => l.record_id),
        )
        .execute()
    : []
  const then = new Map(older.map((h) => [`${h.table_name}.${h.record_id}.${h.revision}`, h.row_before]))
  const at = <R extends AnyRow>(table: string, rows: R[]): R[] =>
    listed
      .filter((l) => l.table_name === table)
      .flatMap((l) => {
        const now = rows.find((r) => r.id === l.record_id)
        if (!now) return []
        if (now.revision === l.revision) return [now]
        const before = then.get(`${table}.${l.record_id}.${l.revision}`)
        return before ? [before as R] : []
      })
  return {
    hopes: at('hope', hopes).map(asHope),
    goals: pickedFrom(at('goal', goals).map(asGoal), new Set()),
    activities: at('activity', activities).map(asActivity),
    terms: at('plan_terms', terms)
      .map(asTerms)
      .map((t) => ({ ...t, nextGoals: t.nextGoals.filter((g) => seenGoals.has(g)) })),
  }
}

export const shelvesOf = (plan: PlanContent): number[] => [
  ...new Set([...plan.hopes, ...plan.goals, ...plan.activities, ...plan.terms].map((r) => r.shelfId)),
]
export const subjectsOf = (plan: PlanContent): number[] => [
  ...new Set([...plan.hopes, ...plan.goals, ...plan.activities, ...plan.terms].flatMap((r) => r.subjects)),
]
