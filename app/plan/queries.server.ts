import { sql } from 'kysely'
import { peopleThere } from '#app/families/queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Agreement } from './agreement.ts'
import type { Answer } from './plan.ts'

/** `family`: is asked whether they agree. `speaksFor`: the reader is this person or holds their custody. */
export type PlanPerson = {
  id: number
  name: string
  age: number | null
  child: boolean
  family: boolean
  inHousehold: boolean
  asked: boolean
  /** Has died: keeps the place, is asked nothing and gets no paper. */
  died?: boolean
  speaksFor: boolean
  /** Households they live in today, as far as the reader sees them. */
  households: number[]
}
export type TeamMember = { staffId: number; name: string; title: string; role: string; sector: string; does: string }
export type PlanVersionHead = {
  id: number
  number: number
  agreedOn: string
  atMeeting: boolean
  nextFollowUpOn: string | null
  /** Codes of the pack as it was then; null in versions from before they were kept. */
  recommendedBy: string | null
  approvedBy: string | null
  present: string
}
/** What the actor may write of the plan: sectors for staff, whom they speak for as a member. `coordination`: the plan itself. */
export type Rights = { staff: boolean; sectors: string[]; coordination: boolean; speak: number[]; writes: boolean }

/** Everybody of the case whom the actor knows, the youngest last; the unborn and network persons are not asked. */
export async function peopleOf(tx: Tx, ctx: Context, caseId: number, rights: Pick<Rights, 'speak'>): Promise<PlanPerson[]> {
  const people = await peopleThere(tx, caseId, ctx.today)
  return people.map((p) => ({
    id: p.id,
    name: p.died === null ? p.firstName : `${p.firstName} †`,
    age: p.died === null ? p.age : null,
    died: p.died !== null,
    child: p.child,
    family: p.family,
    inHousehold: p.homes.length > 0,
    asked: p.family && !p.unborn && p.died === null,
    speaksFor: rights.speak.includes(p.id),
    households: p.homes,
  }))
}

/** Who works with the family today, the fixed contact person first (KOO-07). */
export async function teamOf(tx: Tx, ctx: Context, caseId: number): Promise<TeamMember[]> {
  const rows = await tx
    .selectFrom('assignment')
    .innerJoin('staff', 'staff.id', 'assignment.staff_id')
    .select(['assignment.staff_id', 'staff.name', 'staff.title', 'assignment.role', 'assignment.sector', 'assignment.does_what'])
    .where('assignment.case_id', '=', caseId)
    .where('assignment.valid_from', '<=', ctx.today)
    .where((e) => e.or([e('assignment.valid_until', 'is', null), e('assignment.valid_until', '>=', ctx.today)]))
    .orderBy('assignment.id')
    .execute()
  const place = (role: string) => (role === 'coordinator' ? 0 : role === 'secondary-coordinator' ? 1 : 2)
  return rows
    .map((r) => ({ staffId: r.staff_id, name: r.name, title: r.title, role: r.role, sector: r.sector, does: r.does_what }))
    .toSorted((a, b) => place(a.role) - place(b.role))
}

type Way = { how: string; sector: string; closed: boolean }
/** As the sealed context of this transaction says it; the record policies hold the same. */
export async function rightsOf(tx: Tx, ctx: Context, caseId: number): Promise<Rights> {
  const { rows } = await sql<{
    ways: Way[] | null
    speak: number[] | null
    writes: boolean
  }>`select access.keys('create') -> ${String(caseId)}::text as ways,
    access.ids('speak') as speak, coalesce(${caseId} = any (access.ids('cases_write')), false)
    or coalesce(${caseId} = any (access.ids('speak_cases')), false) as writes`.execute(tx)
  const { ways = null, speak = null, writes = false } = rows[0] ?? {}
  const staff = ctx.actor.kind === 'staff'
  const open = (ways ?? []).filter((w) => !w.closed)
  const sectors = [...new Set(open.flatMap((w) => (w.how === 'assignment' ? [w.sector] : w.how === 'project' ? ['coordination'] : [])))]
  return { staff, sectors, coordination: sectors.includes('coordination'), speak: speak ?? [], writes }
}

/** Versions of which the actor may read at least one record, or all of them for those who work with the whole plan; the newest first. */
export async function versionsOf(tx: Tx, caseId: number, all: boolean): Promise<PlanVersionHead[]> {
  const rows = await tx
    .selectFrom('plan_version')
    .select(['id', 'number', 'agreed_on', 'at_meeting', 'next_follow_up_on', 'recommended_by', 'approved_by', 'present'])
    .where('case_id', '=', caseId)
    .$if(!all, (q) =>
      q.where((e) =>
        e.exists(
          e
            .selectFrom('plan_version_record')
            .select('plan_version_record.id')
            .whereRef('plan_version_record.version_id', '=', 'plan_version.id'),
        ),
      ),
    )
    .orderBy('number', 'desc')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    number: r.number,
    agreedOn: r.agreed_on,
    atMeeting: r.at_meeting,
    nextFollowUpOn: r.next_follow_up_on,
    recommendedBy: r.recommended_by,
    approvedBy: r.approved_by,
    present: r.present,
  }))
}

/** The answers that stand, one per person. */
export async function agreementsOf(tx: Tx, versionId: number): Promise<Agreement[]> {
  const rows = await tx
    .selectFrom('plan_agreement')
    .selectAll()
    .where('version_id', '=', versionId)
    .where('replaced_by', 'is', null)
    .where('undone', '=', false)
    .orderBy('id')
    .execute()
  const last = new Map(rows.map((r) => [r.person_id, r]))
  return [...last.values()].map((r) => ({
    id: r.id,
    revision: r.revision,
    shelfId: r.shelf_id,
    subjects: r.subjects,
    versionId: r.version_id,
    personId: r.person_id,
    answer: r.answer as Answer | null,
    words: r.words,
    heardBy: r.heard_by,
    heardOn: r.heard_on,
    notHeardReason: r.not_heard_reason,
    answeredOn: r.on_behalf_on ?? r.created_at.slice(0, 10),
    onBehalf:
      r.on_behalf_of_person !== null && r.on_behalf_channel !== null && r.on_behalf_on !== null
        ? { personId: r.on_behalf_of_person, channel: r.on_behalf_channel, on: r.on_behalf_on }
        : null,
  }))
}

/** The plan of the case, if somebody has begun it. */
export const findPlan = (tx: Tx, caseId: number) =>
  tx.selectFrom('family_plan').select(['id', 'goal_order', 'next_follow_up_on']).where('case_id', '=', caseId).executeTakeFirst()

/** One plan per family (PLAN-01): there from the first thing written, and only once however many begin it together. */
export async function ensurePlan(
  tx: Tx,
  ctx: Context,
  caseId: number,
): Promise<{ id: number; goal_order: number[]; next_follow_up_on: string | null }> {
  await tx
    .insertInto('family_plan')
    .values({ municipality_id: ctx.municipalityId, case_id: caseId, created_at: ctx.now })
    .onConflict((c) => c.columns(['municipality_id', 'case_id']).doNothing())
    .execute()
  const plan = await findPlan(tx, caseId)
  if (!plan) throw new Error('the plan is there after it was made')
  return plan
}
