import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { mayAppoint, mayManageTeam } from '#app/intake/authority.server.ts'
import { caseloads, coordinatorRole, isCoordinatorRole, missingCoordinator, type Assignment } from '#app/intake/coordinators.ts'
import { CaseInput } from '#app/intake/intake.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { asHelpers, mergesToday } from './answer-merge.server.ts'
import { fullCaseload, modelEnds, modelPeriods, type ModelPeriod } from './coordinator-model.ts'
import { countSteps } from './count.ts'
import { entryOf } from './entry.server.ts'
import { coordinatorHistory, incomingRole } from './handover.ts'
import { keyOf, mergeKey } from './merge.ts'
import { facesOf, handoversOf, type PlannedHandover, type StandingSubstitute, standingSubstitutes, timeSetAside } from './queries.server.ts'
import { purposeOf } from './read-purpose.server.ts'
import { mayWritePurpose } from './write-purpose.server.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { caseHead, familyPeople, places, projectsWithRole, sectorLabels } from '#app/intake/queries.server.ts'
import { teamOf, type Worker, workers } from '#app/intake/team-queries.server.ts'

/**
 * Who helps the family, what each of them does and until when; how many they are and were, who has coordinated, what the
 * coordination is for, which
 * roles might be one; and for who may change it, whom and as what they can add.
 */
export const readTeam = query({
  event: 'intake.read-team',
  input: CaseInput,
  case: ({ caseId }) => caseId,
  may: async (tx, _, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  run: async (tx, ctx, { caseId }) => {
    const head = await caseHead(tx, caseId)
    const pack = await projectPack(tx, head.projectId)
    const people = await familyPeople(tx, ctx, [caseId])
    const rows = await teamOf(tx, caseId)
    const all = await named(tx, ctx, pack, rows)
    const manages = (await mayManageTeam(tx, caseId)) === true
    const appoints = manages && (await mayAppoint(tx, ctx, caseId)) === true
    const primary = all.find((one) => one.role === coordinatorRole.primary && one.from <= ctx.today && (one.until ?? ctx.today) >= ctx.today)
    return {
      caseId,
      name: head.name,
      today: ctx.today,
      me: ctx.actor.id,
      team: all.filter((one) => one.until === null || one.until >= ctx.today),
      past: all.filter((one) => one.until !== null && one.until < ctx.today),
      steps: countSteps(rows, ctx.today),
      coordinators: coordinatorHistory(rows),
      entry: await entryOf(tx, ctx, caseId),
      purpose: await purposeOf(tx, ctx, caseId, people),
      handover: await handoverNow(tx, ctx, caseId),
      ...(await suggestionsOf(tx, ctx, { caseId, pack, rows, people, manages })),
      standing: primary ? ((await standingSubstitutes(tx, head.projectId, ctx.today)).find((one) => one.staffId === primary.staffId) ?? null) : null,
      timeAside: (await timeSetAside(tx, caseId)).map((one) => ({ ...one, name: all.find((x) => x.staffId === one.staffId)?.name ?? '' })),
      may: { manage: manages, appoint: appoints, purpose: (await mayWritePurpose(tx, ctx, caseId)) === true },
      workers: manages ? await workers(tx, ctx) : [],
      model: settingAt(pack, 'coordinatorModel', ctx.today),
      modelUntil: modelEnds(pack, ctx.today),
      roles: rolesToAdd(pack, ctx),
    }
  },
  // Names of staff alone are about nobody; with the purpose or an answer it is about the family, on the basis its shelf was read by.
  concerns: ({ caseId }, page) => {
    const shelfIds = [...new Set([...page.purpose.shelfIds, ...page.answered.map((one) => one.shelfId)])]
    return shelfIds.length === 0
      ? { caseId, personIds: [], bases: [] }
      : { caseId, personIds: page.purpose.people.map((one) => one.id), shelfIds }
  },
})

/** Assignments with the words of the pack and the faces behind them. */
async function named(tx: Tx, ctx: Context, pack: Pack, rows: Awaited<ReturnType<typeof teamOf>>) {
  const sectors = sectorLabels(pack, ctx)
  const roles = inForce(pack.assignmentRoles, ctx.today)
  const faces = await facesOf(
    tx,
    rows.map((one) => one.staffId),
    ctx.today,
  )
  const label = (role: string) =>
    (role === coordinatorRole.primary
      ? roles.find((one) => one.coordinator === 'primary')
      : role === coordinatorRole.secondary
        ? roles.find((one) => one.coordinator === 'secondary')
        : roles.find((one) => one.code === role)
    )?.label[ctx.locale] ?? role
  return rows.map((one) => ({
    ...one,
    roleLabel: label(one.role),
    sectorLabel: sectors[one.sector] ?? one.sector,
    coordinator: isCoordinatorRole(one.role),
    face: faces.get(one.staffId) ?? null,
  }))
}

function rolesToAdd(pack: Pack, ctx: Context) {
  const sectors = sectorLabels(pack, ctx)
  return inForce(pack.assignmentRoles, ctx.today)
    .filter((one) => one.coordinator === null && one.code !== incomingRole)
    .map((one) => ({ code: one.code, label: one.label[ctx.locale], sector: one.sector, sectorLabel: sectors[one.sector] ?? one.sector }))
}

/** The newest handover, while it is planned and for a month after its day. */
async function handoverNow(tx: Tx, ctx: Context, caseId: number) {
  const found = (await handoversOf(tx, [caseId]))[0]
  return found && addDays(found.takesOverOn, 30) >= ctx.today ? { ...found, planned: found.takesOverOn > ctx.today } : null
}

/** KOO-08: open suggestions for who sets the team, and what was answered before. */
async function suggestionsOf(
  tx: Tx,
  ctx: Context,
  c: { caseId: number; pack: Pack; rows: Awaited<ReturnType<typeof teamOf>>; people: readonly { born: string | null }[]; manages: boolean },
) {
  const answers = await tx
    .selectFrom('merge_answer')
    .select(['id', 'suggestion', 'keep_staff_id as keep', 'other_staff_ids as others', 'answer', 'why', 'answered_on as on', 'shelf_id as shelfId'])
    .where('case_id', '=', c.caseId)
    .where('replaced_by', 'is', null)
    .orderBy('id', 'desc')
    .execute()
  const answered = new Set(answers.map((one) => mergeKey(one.suggestion, [one.keep, ...one.others])))
  const words = (code: string) => c.pack.mergeSuggestions.findLast((one) => one.code === code)
  const name = (staffId: number) => c.rows.find((one) => one.staffId === staffId)?.name ?? ''
  const open = c.manages ? mergesToday(c.pack, ctx.today, asHelpers(c.rows), c.people).filter((one) => !answered.has(keyOf(one))) : []
  return {
    suggestions: open.map((one) => ({
      code: one.code,
      label: words(one.code)?.label[ctx.locale] ?? one.code,
      why: words(one.code)?.why[ctx.locale] ?? '',
      keep: { staffId: one.keep.staffId, name: name(one.keep.staffId) },
      others: one.others.map((other) => ({ staffId: other.staffId, name: name(other.staffId) })),
    })),
    answered: answers.map((one) => ({
      id: one.id,
      label: words(one.suggestion)?.label[ctx.locale] ?? one.suggestion,
      names: [one.keep, ...one.others].map(name),
      answer: one.answer === 'merged' ? ('merged' as const) : ('not-merged' as const),
      why: one.why,
      on: one.on,
      shelfId: one.shelfId,
    })),
  }
}
export type TeamPage = Awaited<ReturnType<typeof readTeam>>

export type CoordinatorProject = {
  id: number
  name: string
  model: 'primary' | 'primary-and-secondary'
  places: { taken: number; capacity: number | null } | null
  without: { caseId: number; number: string; name: string; lacks: 'primary' | 'secondary'; since: string | null }[]
  loads: { staffId: number; name: string; primary: number; secondary: number }[]
  /** How many families make a full day, where the pack says it (KOO-02). */
  full: { primary: number | null; secondary: number | null }
  /** The family's own caseworker may coordinate it, with time set aside (KOO-06). */
  mayBeCaseworker: boolean
  /** One or two coordinators, period by period (KOO-05). */
  periods: ModelPeriod[]
  standing: (StandingSubstitute & { name: string })[]
  handovers: (PlannedHandover & { family: string })[]
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
    details: {
      cases: projects.flatMap((project) => [...project.without.map((one) => one.caseId), ...project.handovers.map((one) => one.caseId)]),
    },
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
  const handovers = await handoversOf(
    tx,
    cases.map((one) => one.id),
  )
  return {
    ...project,
    model,
    full: { primary: fullCaseload(pack, 'primary', ctx.today), secondary: fullCaseload(pack, 'secondary', ctx.today) },
    periods: modelPeriods(pack),
    mayBeCaseworker: settingAt(pack, 'coordinatorMayBeCaseworker', ctx.today),
    standing: (await standingSubstitutes(tx, project.id, ctx.today)).map((one) => ({
      ...one,
      name: all.find((worker) => worker.id === one.staffId)?.name ?? '',
    })),
    handovers: handovers
      .filter((one) => one.takesOverOn > ctx.today)
      .map((one) => ({ ...one, family: cases.find((c) => c.id === one.caseId)?.name ?? '' })),
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
