import { inForce, itemAt } from '#app/catalogue/pack-item.ts'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import type { SharedDocument } from '#app/consent/consent-page.ts'
import { consentsOf, sharedDocumentsOf } from '#app/consent/queries.server.ts'
import { readersOf } from '#app/consent/readers.server.ts'
import { registersConsent } from '#app/consent/rights.server.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { seenInOrder } from '#app/plan/goal-order.ts'
import type { Activity, Goal } from '#app/plan/plan.ts'
import { findPlan, peopleOf, type PlanPerson, rightsOf, teamOf, type TeamMember } from '#app/plan/queries.server.ts'
import { planTexts, sectorName } from '#app/plan/plan-words.ts'
import { contentNow } from '#app/plan/records.server.ts'
import { onCase } from '#app/plan/rights.server.ts'
import { departmentsOf } from './authorities.server.ts'
import { goalsOfPlan } from './copy-texts.ts'
import { targetsFor } from './read-copy.server.ts'
import { lineOf, type PlanLine } from './read-sector-plans.server.ts'
import { consentedPersons } from './rest-on-holistic.server.ts'
import { planIn } from './rights.server.ts'
import { planIds, PlanOfCase, type PlanPart, type SectorPlan } from './sector-plan.ts'

export type PartLine = {
  code: string
  label: string
  part: PlanPart | null
  /** What it points at that this reader may see; `hidden`: there is more. */
  goals: Goal[]
  activities: Activity[]
  hidden: boolean
}
export type ConsentLine = { personId: number; name: string; yes: boolean; consentId: number | null }
export type SectorPlanPage = PlanLine & {
  caseId: number
  familyName: string
  today: string
  people: PlanPerson[]
  team: TeamMember[]
  departments: { id: number; name: string; sector: string }[]
  parts: PartLine[]
  /** What a part may point at. */
  choices: { goals: Goal[]; activities: Activity[] }
  planGoals: Goal[]
  file: { id: number; name: string; size: number; on: string } | null
  megabytes: number
  sharedDocuments: SharedDocument[]
  sectorLabels: Record<string, string>
  /** Null: the law does not let the family's plan take its place. */
  holistic: { template: string | null; consents: ConsentLine[]; complete: boolean } | null
  targets: { code: string; label: string }[]
  verified: boolean
  /** "Det her kan læses af …": who could read what is written in it, for who writes it. */
  readers: string[]
  may: { change: boolean; addGoal: boolean; copy: boolean; prepareConsent: boolean; shareDocument: boolean }
}

/** One sector plan with its checklist, goals, file, consents and where it is copied to, as far as the reader may see each of them. */
export const readSectorPlan = query({
  event: 'sector-plans.read-one',
  input: PlanOfCase,
  case: ({ caseId }) => caseId,
  may: onCase(() => true),
  run: (tx, ctx, { caseId, planId }): Promise<SectorPlanPage & { shelfIds: number[] }> => planPageOf(tx, ctx, caseId, planId),
  concerns: ({ caseId, planId }, p) => ({
    caseId,
    personIds: [...new Set([...p.plan.subjects, ...p.planGoals.flatMap((g) => g.subjects), ...p.parts.flatMap((x) => x.goals.flatMap((g) => g.subjects))])],
    shelfIds: p.shelfIds,
    details: { sectorPlan: planId },
  }),
})

async function planPageOf(tx: Tx, ctx: Context, caseId: number, planId: number): Promise<SectorPlanPage & { shelfIds: number[] }> {
  const pack = await casePack(tx, caseId)
  const rights = await rightsOf(tx, ctx, caseId)
  const people = await peopleOf(tx, ctx, caseId, rights)
  const stored = await planIn(tx, caseId, planId)
  const content = await contentNow(tx, caseId)
  const goals = content.goals.filter((g) => !g.dropped)
  // A goal or activity that the reader does not see is not even a number.
  const seen = { goals: new Set(goals.map((g) => g.id)), activities: new Set(content.activities.map((a) => a.id)) }
  const contents = Object.fromEntries(
    Object.entries(stored.contents).map(([code, part]) => [
      code,
      { ...part, goals: part.goals.filter((g) => seen.goals.has(g)), activities: part.activities.filter((a) => seen.activities.has(a)) },
    ]),
  )
  const line = await lineOf(tx, ctx, pack, caseId, rights, stored)
  const kind = itemAt(pack.sectorPlans, stored.kind, ctx.today)
  const order = seenInOrder((await findPlan(tx, caseId))?.goal_order ?? [], goals)
  const planGoals = goalsOfPlan(stored, goals, order)
  const labels = new Map(kind?.contents.map((part) => [part.code, part[ctx.locale]]) ?? [])
  const parts = [...new Set([...labels.keys(), ...Object.keys(contents)])].map((code): PartLine => {
    const part = contents[code] ?? null
    const whole = stored.contents[code]
    return {
      code,
      label: labels.get(code) ?? code,
      part,
      goals: goals.filter((g) => part?.goals.includes(g.id)),
      activities: content.activities.filter((a) => part?.activities.includes(a.id)),
      hidden: whole !== undefined && part !== null && whole.goals.length + whole.activities.length > part.goals.length + part.activities.length,
    }
  })
  const file = await tx
    .selectFrom('sector_plan_file')
    .select(['id', 'name', 'size', 'created_at', 'shelf_id'])
    .where('plan_id', 'in', planIds(stored))
    .where('replaced_by', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  const family = await tx.selectFrom('family_case').select('name').where('id', '=', caseId).executeTakeFirst()
  const documents = (await sharedDocumentsOf(tx, caseId)).filter((d) => d.subjects.some((s) => stored.subjects.includes(s)))
  return {
    ...line,
    plan: { ...stored, contents },
    caseId,
    familyName: family?.name ?? '',
    today: ctx.today,
    people,
    team: await teamOf(tx, ctx, caseId),
    departments: line.mayChange ? await departmentsOf(tx, ctx.today) : [],
    parts,
    choices: line.mayChange ? { goals, activities: content.activities } : { goals: [], activities: [] },
    planGoals,
    file: file ? { id: file.id, name: file.name, size: file.size, on: file.created_at.slice(0, 10) } : null,
    megabytes: settingAt(pack, 'sectorPlanFileMegabytes', ctx.today),
    sharedDocuments: documents,
    sectorLabels: Object.fromEntries(pack.sectors.map((s) => [s.code, s.label[ctx.locale]])),
    holistic: kind?.holisticPlanMayReplace && rights.staff ? await holisticOf(tx, ctx, caseId, kind.consent, stored.subjects, people) : null,
    targets: targetsFor(inForce(pack.copyTargets, ctx.today), stored.kind).map((t) => ({ code: t.code, label: t.label[ctx.locale] })),
    verified: kind?.verified ?? false,
    readers: line.mayChange ? await readersOfPlan(tx, ctx, caseId, stored) : [],
    may: {
      change: line.mayChange,
      addGoal: line.mayChange,
      copy: rights.staff && rights.writes && (rights.coordination || rights.sectors.includes(stored.sector)),
      prepareConsent: rights.staff && (await registersConsent(tx, caseId)),
      shareDocument: rights.coordination && rights.writes,
    },
    shelfIds: [
      ...new Set([
        stored.shelfId,
        ...planGoals.map((g) => g.shelfId),
        ...parts.flatMap((p) => [...p.goals.map((g) => g.shelfId), ...p.activities.map((a) => a.shelfId)]),
        ...(file ? [file.shelf_id] : []),
        ...documents.map((d) => d.shelfId),
      ]),
    ],
  }
}

/** Who reads the plan by the same rules as the reading itself, by name. */
async function readersOfPlan(tx: Tx, ctx: Context, caseId: number, plan: SectorPlan): Promise<string[]> {
  const m = planTexts(ctx.locale)
  const { sector, subjects } = plan
  const found = await readersOf(tx, { caseId, sector, category: 'plan', visibility: 'family', subjects, householdShared: false })
  return found.map((r) => (r.kind === 'member' ? r.name : `${r.name} (${sectorName(m, r.sector).toLocaleLowerCase(ctx.locale)})`))
}

/** Who has said yes to this plan being part of the family's, and the question that lies ready for those who have not. */
async function holisticOf(
  tx: Tx,
  ctx: Context,
  caseId: number,
  template: string | null,
  subjects: readonly number[],
  people: readonly PlanPerson[],
): Promise<SectorPlanPage['holistic']> {
  const yes = template === null ? [] : await consentedPersons(tx, caseId, template)
  const asked = template === null ? [] : (await consentsOf(tx, caseId, ctx.today)).filter((c) => c.template === template)
  const consents = subjects.map((personId) => ({
    personId,
    name: people.find((p) => p.id === personId)?.name ?? '–',
    yes: yes.includes(personId),
    consentId: asked.findLast((c) => c.subjectId === personId && !['withdrawn', 'ended'].includes(c.standing))?.id ?? null,
  }))
  return { template, consents, complete: template !== null && consents.every((c) => c.yes) }
}
