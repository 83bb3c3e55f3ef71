import { command } from '#app/platform/command.server.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { Conflict, type Context, Invalid, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { mayAppoint, mayManageTeam } from '#app/intake/authority.server.ts'
import { issue as problem } from './refusals.ts'
import {
  AddAssignment,
  appointmentProblem,
  AppointCoordinator,
  coordinatorRole,
  EndAssignment,
  isCaseworkerRole,
  isCoordinatorRole,
} from '#app/intake/coordinators.ts'
import { incomingRole, leavesNone } from './handover.ts'
import { modelEnds } from './coordinator-model.ts'
import { writeLetters } from '#app/intake/intake-letters.server.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { adultsOf, caseHead, familyPeople } from '#app/intake/queries.server.ts'
import { latestReferral } from '#app/intake/record-queries.server.ts'
import { mayWork, teamOf } from '#app/intake/team-queries.server.ts'


/**
 * KOO-01, KOO-02: the project manager gives a family its coordinator, and a secondary where the project has two. Exactly one primary at a
 * time
 * (KOO-07); not the family's own caseworker unless the project allows it (KOO-06). The first primary writes the family a welcome.
 */
export const appointCoordinator = command({
  event: 'intake.appoint-coordinator',
  input: AppointCoordinator,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId }) => mayAppoint(tx, ctx, caseId),
  run: async (tx, ctx, input) => {
    const head = await caseHead(tx, input.caseId)
    const pack = await projectPack(tx, head.projectId)
    const referral = await latestReferral(tx, input.caseId)
    if (referral && referral.decision !== 'accepted') throw problem('staffId', 'not-accepted')
    await mayWork(tx, ctx, input.caseId, input.staffId)
    const team = await teamOf(tx, input.caseId)
    const found = appointmentProblem(team, input, {
      // One or two coordinators is decided for a period (KOO-05): what holds on the first day counts.
      model: settingAt(pack, 'coordinatorModel', input.from),
      mayBeCaseworker: settingAt(pack, 'coordinatorMayBeCaseworker', ctx.today),
    })
    if (found) throw problem(found === 'no-secondary' || found === 'primary-taken' || found === 'secondary-taken' ? 'as' : 'staffId', found)
    const until = input.as === 'secondary' ? modelEnds(pack, input.from) : null
    const { id } = await insertAssignment(tx, ctx, { ...input, role: coordinatorRole[input.as], sector: 'coordination', until })
    await setTimeAside(tx, ctx, team, input)
    const people = await familyPeople(tx, ctx, [input.caseId])
    const first = input.as === 'primary' && !team.some((one) => one.role === coordinatorRole.primary)
    const letters = first && referral ? await welcome(tx, ctx, { head, pack, input, people }) : []
    return { assignmentId: id, personIds: people.map((person) => person.id), shelfIds: letters.map((letter) => letter.shelfId) }
  },
  concerns: ({ caseId, staffId, as }, result) => ({
    caseId,
    personIds: result.personIds,
    shelfIds: result.shelfIds,
    bases: ['project'],
    details: { assignment: result.assignmentId, staff: staffId, as },
  }),
})

/** KOO-06: a caseworker of the family coordinates it only with time set aside: hours a week, and who agreed. @throws Invalid */
async function setTimeAside(
  tx: Tx,
  ctx: Context,
  team: readonly { staffId: number; role: string; until: string | null }[],
  input: { caseId: number; staffId: number; from: string; hoursSetAside: number | null; agreedWith: string },
): Promise<void> {
  const own = team.some((one) => one.staffId === input.staffId && isCaseworkerRole(one.role) && (one.until === null || one.until >= input.from))
  if (!own) return
  if (input.hoursSetAside === null) throw problem('hoursSetAside', 'time-missing')
  if (input.agreedWith === '') throw problem('agreedWith', 'agreed-missing')
  await tx
    .insertInto('coordination_time')
    .values({
      municipality_id: ctx.municipalityId,
      case_id: input.caseId,
      staff_id: input.staffId,
      minutes_per_week: Math.round(input.hoursSetAside * 60),
      agreed_with: input.agreedWith,
      valid_from: input.from,
      created_at: ctx.now,
    })
    .execute()
}

/** The letter that says yes and who calls: written when it is known who. */
async function welcome(
  tx: Tx,
  ctx: Context,
  w: {
    head: { projectName: string }
    pack: Awaited<ReturnType<typeof projectPack>>
    input: { caseId: number; staffId: number; from: string }
    people: Awaited<ReturnType<typeof familyPeople>>
  },
) {
  if (!inForce(w.pack.letterTemplates, ctx.today).some((one) => one.code === 'intake-accepted')) return []
  const coordinator = await tx.selectFrom('staff').select(['name', 'phone']).where('id', '=', w.input.staffId).executeTakeFirstOrThrow()
  return writeLetters(tx, ctx, {
    caseId: w.input.caseId,
    pack: w.pack,
    template: 'intake-accepted',
    to: adultsOf(w.people, ctx.today),
    values: (locale) => ({
      project: w.head.projectName,
      startDate: formatDate(locale, w.input.from),
      coordinatorName: coordinator.name,
      coordinatorPhone: coordinator.phone ?? (locale === 'da' ? 'kommunens hovednummer' : 'the municipality’s main number'),
    }),
  })
}

/**
 * Puts somebody else on the family: role, sector, one sentence on what they do, from and until. The project manager and the coordinator.
 */
export const addAssignment = command({
  event: 'intake.add-assignment',
  input: AddAssignment,
  case: ({ caseId }) => caseId,
  may: (tx, _, { caseId }) => mayManageTeam(tx, caseId),
  run: async (tx, ctx, input) => {
    const pack = await projectPack(tx, (await caseHead(tx, input.caseId)).projectId)
    const role = inForce(pack.assignmentRoles, ctx.today).find((one) => one.code === input.role && one.coordinator === null && one.code !== incomingRole)
    if (!role) throw new Invalid([{ field: 'role', message: { da: 'Vælg en rolle fra listen', en: 'Choose a role from the list' } }])
    await mayWork(tx, ctx, input.caseId, input.staffId)
    const team = await teamOf(tx, input.caseId)
    const coordinates = team.some(
      (one) => one.staffId === input.staffId && isCoordinatorRole(one.role) && (one.until === null || one.until >= input.from),
    )
    if (coordinates && isCaseworkerRole(input.role) && !settingAt(pack, 'coordinatorMayBeCaseworker', ctx.today))
      throw problem('staffId', 'own-coordinator')
    return insertAssignment(tx, ctx, { ...input, sector: input.sector || role.sector })
  },
  concerns: ({ caseId, staffId, role }, result) => ({
    caseId,
    personIds: [],
    bases: [],
    details: { assignment: result.id, staff: staffId, role },
  }),
})

/** The last day somebody works with the family; their reading ends with it. A coordinator's own ends by the project manager only. */
export const endAssignment = command({
  event: 'intake.end-assignment',
  input: EndAssignment,
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId, assignmentId }) => {
    const manages = await mayManageTeam(tx, caseId)
    if (manages !== true) return manages
    const row = await tx
      .selectFrom('assignment')
      .select('role')
      .where('id', '=', assignmentId)
      .where('case_id', '=', caseId)
      .executeTakeFirst()
    if (!row) return 'not-found'
    return isCoordinatorRole(row.role) ? mayAppoint(tx, ctx, caseId) : true
  },
  run: async (tx, _, input) => {
    const row = await tx
      .selectFrom('assignment')
      .select(['valid_from', 'valid_until'])
      .where('id', '=', input.assignmentId)
      .where('case_id', '=', input.caseId)
      .executeTakeFirst()
    if (!row) throw new NotFound('assignment')
    if (row.valid_until !== null && row.valid_until <= input.until) throw new Conflict('already-ended')
    if (input.until < row.valid_from)
      throw new Invalid([
        { field: 'until', message: { da: 'Datoen ligger før, personen blev sat på', en: 'The date is before the person was added' } },
      ])
    // KOO-07: a family always has its primary coordinator; another one takes over by a handover.
    const closed = await tx.selectFrom('closure').select('id').where('case_id', '=', input.caseId).where('reopened_at', 'is', null).executeTakeFirst()
    if (!closed && leavesNone(await teamOf(tx, input.caseId), input.assignmentId, input.until)) throw problem('until', 'leaves-none')
    await tx
      .updateTable('assignment')
      .set({ valid_until: input.until })
      .where('id', '=', input.assignmentId)
      .where('case_id', '=', input.caseId)
      .execute()
    return { id: input.assignmentId }
  },
  concerns: ({ caseId, assignmentId, until }) => ({ caseId, personIds: [], bases: [], details: { assignment: assignmentId, until } }),
})

function insertAssignment(
  tx: Tx,
  ctx: Context,
  a: { caseId: number; staffId: number; role: string; sector: string; doesWhat: string; from: string; until: string | null },
) {
  return tx
    .insertInto('assignment')
    .values({
      municipality_id: ctx.municipalityId,
      case_id: a.caseId,
      staff_id: a.staffId,
      role: a.role,
      sector: a.sector,
      does_what: a.doesWhat,
      valid_from: a.from,
      valid_until: a.until,
      created_by: ctx.actor.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
}
