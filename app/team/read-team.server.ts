import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { mayAppoint, mayManageTeam } from '#app/intake/authority.server.ts'
import { caseloads, coordinatorRole, isCoordinatorRole, missingCoordinator, type Assignment } from '#app/intake/coordinators.ts'
import { CaseInput } from '#app/intake/intake.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { caseHead, places, projectsWithRole, sectorLabels } from '#app/intake/queries.server.ts'
import { teamOf, type Worker, workers } from '#app/intake/team-queries.server.ts'

/** Who helps the family, what each of them does and until when; and for who may change it, whom and as what they can add. */
export const readTeam = query({
  event: 'intake.read-team',
  input: CaseInput,
  case: ({ caseId }) => caseId,
  may: async (tx, _, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  run: async (tx, ctx, { caseId }) => {
    const head = await caseHead(tx, caseId)
    const pack = await projectPack(tx, head.projectId)
    const sectors = sectorLabels(pack, ctx)
    const roles = inForce(pack.assignmentRoles, ctx.today)
    const label = (role: string) =>
      (role === coordinatorRole.primary
        ? roles.find((one) => one.coordinator === 'primary')
        : role === coordinatorRole.secondary
          ? roles.find((one) => one.coordinator === 'secondary')
          : roles.find((one) => one.code === role)
      )?.label[ctx.locale] ?? role
    const all = (await teamOf(tx, caseId)).map((one) => ({
      ...one,
      roleLabel: label(one.role),
      sectorLabel: sectors[one.sector] ?? one.sector,
      coordinator: isCoordinatorRole(one.role),
    }))
    const manages = (await mayManageTeam(tx, caseId)) === true
    return {
      caseId,
      name: head.name,
      today: ctx.today,
      team: all.filter((one) => one.until === null || one.until >= ctx.today),
      past: all.filter((one) => one.until !== null && one.until < ctx.today),
      may: { manage: manages, appoint: (await mayAppoint(tx, ctx, caseId)) === true },
      workers: manages ? await workers(tx, ctx) : [],
      model: settingAt(pack, 'coordinatorModel', ctx.today),
      roles: roles
        .filter((one) => one.coordinator === null)
        .map((one) => ({
          code: one.code,
          label: one.label[ctx.locale],
          sector: one.sector,
          sectorLabel: sectors[one.sector] ?? one.sector,
        })),
    }
  },
  // Names of staff only; which family it is about says the case.
  concerns: ({ caseId }) => ({ caseId, personIds: [], bases: [] }),
})
export type TeamPage = Awaited<ReturnType<typeof readTeam>>

export type CoordinatorProject = {
  id: number
  name: string
  model: 'primary' | 'primary-and-secondary'
  places: { taken: number; capacity: number | null } | null
  without: { caseId: number; number: string; name: string; lacks: 'primary' | 'secondary'; since: string | null }[]
  loads: { staffId: number; name: string; primary: number; secondary: number }[]
  candidates: { id: number; name: string; department: string; primary: number; secondary: number }[]
}

/**
 * KOO-01, KOO-02: the project manager's page: families that lack a coordinator first, then who has how many, as primary and as secondary.
 */
export const readCaseloads = query({
  event: 'intake.read-caseloads',
  input: z.object({}),
  may: async (tx, ctx) => (await projectsWithRole(tx, ctx, ['project-manager'])).length > 0,
  run: async (tx, ctx) => {
    const mine = await projectsWithRole(tx, ctx, ['project-manager'])
    const all = await workers(tx, ctx)
    const rows = await tx.selectFrom('project').select(['id', 'name']).where('id', 'in', mine).orderBy('name').execute()
    const projects: CoordinatorProject[] = []
    for (const project of rows) projects.push(await coordinatorsOf(tx, ctx, project, all))
    return { projects, today: ctx.today }
  },
  concerns: (_, { projects }) => ({
    personIds: [],
    bases: ['project'],
    details: { cases: projects.flatMap((project) => project.without.map((one) => one.caseId)) },
  }),
})

async function coordinatorsOf(
  tx: Tx,
  ctx: Context,
  project: { id: number; name: string },
  all: readonly Worker[],
): Promise<CoordinatorProject> {
  const pack = await projectPack(tx, project.id)
  const model = settingAt(pack, 'coordinatorModel', ctx.today)
  const cases = await takenIn(tx, project.id)
  const assignments = await assignmentsOf(
    tx,
    cases.map((one) => one.id),
  )
  const loads = caseloads(assignments, ctx.today)
  const load = (id: number) => ({ primary: loads.get(id)?.primary.length ?? 0, secondary: loads.get(id)?.secondary.length ?? 0 })
  const coordinators = all.filter((one) => one.roles.includes('coordinator') || loads.has(one.id))
  const room = await places(tx, project.id)
  return {
    ...project,
    model,
    places: room && { taken: room.taken, capacity: room.capacity },
    without: cases
      .flatMap((one) => {
        const lacks = missingCoordinator(
          assignments.filter((a) => a.caseId === one.id),
          model,
          ctx.today,
        )
        return lacks ? [{ caseId: one.id, number: one.number, name: one.name, lacks, since: one.since }] : []
      })
      .toSorted((a, b) => a.lacks.localeCompare(b.lacks) || (a.since ?? '').localeCompare(b.since ?? '')),
    loads: [...loads.keys()]
      .map((id) => ({ staffId: id, name: all.find((one) => one.id === id)?.name ?? '', ...load(id) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'da')),
    candidates: (coordinators.length > 0 ? coordinators : all).map((one) => ({
      id: one.id,
      name: one.name,
      department: one.department,
      ...load(one.id),
    })),
  }
}

/** Families with a place: taken in (or imported without a referral) and not closed. */
async function takenIn(tx: Tx, projectId: number): Promise<{ id: number; number: string; name: string; since: string | null }[]> {
  const rows = await tx
    .selectFrom('family_case as c')
    .leftJoin('referral as r', (j) => j.onRef('r.case_id', '=', 'c.id').onRef('r.municipality_id', '=', 'c.municipality_id'))
    .select(['c.id', 'c.number', 'c.name', 'r.decision', 'r.intake_on', 'r.decided_at', 'r.id as referralId'])
    .where('c.project_id', '=', projectId)
    .where((e) =>
      e.not(e.exists(e.selectFrom('closure as x').select('x.id').whereRef('x.case_id', '=', 'c.id').where('x.reopened_at', 'is', null))),
    )
    .orderBy('r.id', 'desc')
    .execute()
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((group) => {
    const latest = group[0]
    if (!latest || (latest.referralId !== null && latest.decision !== 'accepted')) return []
    return [
      { id: latest.id, number: latest.number, name: latest.name, since: latest.intake_on ?? latest.decided_at?.slice(0, 10) ?? null },
    ]
  })
}

async function assignmentsOf(tx: Tx, caseIds: number[]): Promise<Assignment[]> {
  if (caseIds.length === 0) return []
  return tx
    .selectFrom('assignment')
    .select(['id', 'case_id as caseId', 'staff_id as staffId', 'role', 'sector', 'valid_from as from', 'valid_until as until'])
    .where('case_id', 'in', caseIds)
    .execute()
}
