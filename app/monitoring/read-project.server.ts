import { sql } from 'kysely'
import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import { settingOr } from '#app/catalogue/pack-values.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { projectsWithRole } from '#app/intake/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { missingPlans } from '#app/sector-plans/missing-plans.ts'
import { planHeadsOf } from '#app/sector-plans/queries.server.ts'
import { placeCounts } from '#app/waiting/places.server.ts'
import { freeNow } from '#app/waiting/waiting-list.ts'
import {
  behind,
  caseloads,
  exitsByReason,
  type Lack,
  lacks,
  lacksOf,
  type Limits,
  middle,
  type Opened,
  professionalsSteps,
  type ProjectFamily,
  standingOf,
  standings,
  takesPart,
} from './project-facts.ts'

const MaybeProject = z.preprocess((v) => (v === '' || v === undefined || v === null ? null : v), z.coerce.number().int().positive().nullable())
const LAST_STEP = 12
export const PAGE = 25

type Base = { project: { id: number; name: string }; projects: { id: number; name: string }[]; families: ProjectFamily[]; pack: Pack; limits: Limits; withoutSectorPlan: Set<number> }

/** The actor's project: the one asked for, or the first by name. @throws NotFound when it is not theirs */
async function theProject(tx: Tx, ctx: Context, wanted: number | null): Promise<Base> {
  const mine = await projectsWithRole(tx, ctx, ['project-manager'])
  const projects = await tx.selectFrom('project').select(['id', 'name']).where('id', 'in', mine).orderBy('name').orderBy('id').execute()
  const project = wanted === null ? projects[0] : projects.find((p) => p.id === wanted)
  if (!project) throw new NotFound('project')
  const pack = await projectPack(tx, project.id)
  const families = await projectFacts(tx, project.id)
  const there = families.filter((f) => takesPart(f, ctx.today))
  return { project, projects, families, pack, limits: limitsOf(pack, ctx.today), withoutSectorPlan: await withoutSectorPlan(tx, ctx, pack, there) }
}

/** The families in which a plan that the law requires is not there: the rule of the sector plans, on facts that came with the families. */
async function withoutSectorPlan(tx: Tx, ctx: Context, pack: Pack, families: readonly ProjectFamily[]): Promise<Set<number>> {
  const [kinds, areas] = [inForce(pack.sectorPlans, ctx.today), inForce(pack.lawAreas, ctx.today)]
  const heads = await planHeadsOf(tx, families.map((f) => f.caseId))
  return new Set(families.filter((f) => missingPlans(kinds, areas, f.people, f.sectors, heads.get(f.caseId) ?? [], ctx.today).length > 0).map((f) => f.caseId))
}

async function projectFacts(tx: Tx, projectId: number): Promise<ProjectFamily[]> {
  const { rows } = await sql<ProjectFamily>`select case_id as "caseId", number, name, referred_on as "referredOn", screened_on as "screenedOn", decision, decided_on as "decidedOn",
    intake_on as "intakeOn", coordinator_id as "coordinatorId", coordinator, coordinator_since as "coordinatorSince", coordinators_ever as "coordinatorsEver", plan_on as "planOn",
    first_agreed_on as "firstAgreedOn", agreed_on as "agreedOn", versions, next_on as "nextOn", closed_on as "closedOn", closed_reason as "closedReason", reopened_on as "reopenedOn",
    professionals, activities, people, sectors from access.project_facts(${projectId})`.execute(tx)
  return rows
}

/** What the pack says is late and many; our own where a pack was applied before it said so. */
function limitsOf(pack: Pack, today: string): Limits {
  return { agreeWithinDays: settingOr(pack, 'agreeWithinDays', today, 90), manyProfessionals: settingOr(pack, 'manyProfessionals', today, 8) }
}

const leadsAProject = async (tx: Tx, ctx: Context) => ctx.actor.kind === 'staff' && (await projectsWithRole(tx, ctx, ['project-manager'])).length > 0

/**
 * The project manager's page in numbers (VIS-17 … VIS-20, KOO-12): standings, places, waiting list, caseloads, professionals around a family, what
 * is missing, and who has left and why. Numbers and names of staff; families are named only where a figure is opened.
 */
export const readProject = query({
  event: 'monitoring.read-project',
  input: z.object({ projectId: MaybeProject }),
  may: leadsAProject,
  run: async (tx, ctx, { projectId }) => {
    const base = await theProject(tx, ctx, projectId)
    const { families, pack, limits, withoutSectorPlan } = base
    const there = families.filter((f) => takesPart(f, ctx.today))
    const lacking = there.flatMap((f) => lacksOf(f, ctx.today, limits, withoutSectorPlan))
    const room = (await placeCounts(tx)).find((p) => p.projectId === base.project.id) ?? null
    const reasons = inForce(pack.choices, ctx.today).filter((c) => c.list === 'exit-reason')
    return {
      today: ctx.today,
      project: base.project,
      projects: base.projects,
      limits,
      families: there.length,
      places: room && { taken: room.taken, held: room.held, capacity: room.capacity, free: freeNow(room), ends3: room.ends3, ends6: room.ends6 },
      waiting: waitingOf(families, ctx.today),
      standings: standings.map((standing) => ({ standing, families: families.filter((f) => standingOf(f, ctx.today) === standing).length })).filter((s) => s.families > 0),
      lacks: lacks.map((lack): { lack: Lack; families: number } => ({ lack, families: lacking.filter((l) => l === lack).length })),
      caseloads: caseloads(families, ctx.today),
      professionals: { steps: professionalsSteps(there, LAST_STEP), middle: middle(there.map((f) => f.professionals)) },
      exits: exitsByReason(families, ctx.today).map((e) => ({ ...e, label: reasons.find((r) => r.code === e.reason)?.label[ctx.locale] ?? e.reason })),
      everWithPlace: families.filter((f) => f.intakeOn !== null && f.decision === 'accepted').length,
    }
  },
  concerns: (_, r) => ({ personIds: [], bases: ['project'], details: { project: r.project.id } }),
})
export type ProjectPage = Awaited<ReturnType<typeof readProject>>

const waitingOf = (families: readonly ProjectFamily[], today: string): { families: number; longestSince: string | null } => {
  const list = families.filter((f) => standingOf(f, today) === 'waiting')
  return { families: list.length, longestSince: list.map((f) => f.decidedOn).filter((d) => d !== null).toSorted()[0] ?? null }
}

const one = (text: string | null | undefined): string | undefined => (text === '' || text === null || text === undefined ? undefined : text)
const Whole = z.preprocess((v) => (v === '' || v === undefined || v === null ? undefined : v), z.coerce.number().int().min(0).max(1e9).optional())
/** A figure that is opened, as an address says it. What is not a figure is no filter. */
export const OpenFigure = z.object({
  projectId: MaybeProject,
  standing: z.string().nullish().transform((v) => standings.find((s) => s === v)),
  lack: z.string().nullish().transform((v) => lacks.find((l) => l === v)),
  coordinator: Whole,
  professionals: Whole,
  orMore: z.preprocess((v) => v === '1' || v === true, z.boolean()),
  reason: z.string().nullish().transform(one),
  page: z.preprocess((v) => (v === '' || v === undefined || v === null ? 1 : v), z.coerce.number().int().min(1).max(10_000).catch(1)),
})

/** The families behind one figure, a page at a time; each look-up is one row in that family's log. */
export const readFigure = query({
  event: 'monitoring.read-figure',
  input: OpenFigure,
  may: leadsAProject,
  run: async (tx, ctx, input) => {
    const base = await theProject(tx, ctx, input.projectId)
    const opened: Opened = { standing: input.standing, lack: input.lack, coordinator: input.coordinator, professionals: input.professionals, orMore: input.orMore, reason: input.reason }
    const all = behind(base.families, opened, ctx.today, base.limits, base.withoutSectorPlan)
    const pages = Math.max(1, Math.ceil(all.length / PAGE))
    const page = Math.min(input.page, pages)
    const shown = all.slice((page - 1) * PAGE, page * PAGE)
    const reasons = inForce(base.pack.choices, ctx.today).filter((c) => c.list === 'exit-reason')
    return {
      today: ctx.today,
      project: base.project,
      opened,
      reasonLabel: input.reason === undefined ? null : (reasons.find((r) => r.code === input.reason)?.label[ctx.locale] ?? input.reason),
      coordinatorName: input.coordinator === undefined ? null : (all[0]?.coordinator ?? null),
      limits: base.limits,
      total: all.length,
      page,
      pages,
      families: shown.map((f) => ({
        caseId: f.caseId,
        name: f.name,
        coordinator: f.coordinator,
        nextOn: f.nextOn,
        professionals: f.professionals,
        standing: standingOf(f, ctx.today),
        lacks: lacksOf(f, ctx.today, base.limits, base.withoutSectorPlan),
      })),
      people: await membersOf(tx, shown.map((f) => f.caseId)),
    }
  },
  concerns: (_, r) => r.families.map((f) => ({ caseId: f.caseId, personIds: r.people.get(f.caseId) ?? [], bases: ['project'] })),
})

/** Who the families behind a figure are: for the log, which names whom a look-up concerned. */
async function membersOf(tx: Tx, caseIds: readonly number[]): Promise<Map<number, number[]>> {
  if (caseIds.length === 0) return new Map()
  const rows = await tx.selectFrom('case_person').select(['case_id', 'person_id']).where('case_id', 'in', [...caseIds]).where('role', '=', 'family').execute()
  return new Map([...Map.groupBy(rows, (r) => r.case_id)].map(([caseId, list]) => [caseId, [...new Set(list.map((r) => r.person_id))]]))
}
