import { settingAt } from '#app/catalogue/pack-values.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { mayManageTeam } from '#app/intake/authority.server.ts'
import { coordinatorRole } from '#app/intake/coordinators.ts'
import { caseHead, projectsWithRole } from '#app/intake/queries.server.ts'
import { mayWork, teamOf, workers } from '#app/intake/team-queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { SetSubstitute, StartSubstitute, substituteProblem } from './handover.ts'
import { issue } from './refusals.ts'

/**
 * KOO-03: who steps in for a coordinator who is away, from a day on: named beforehand for a project with one coordinator to a
 * family. Somebody named
 * before ends the day before.
 */
export const setStandingSubstitute = command({
  event: 'team.set-substitute',
  input: SetSubstitute,
  may: (tx, ctx, { projectId }) => managesProject(tx, ctx, projectId),
  run: async (tx, ctx, input) => {
    const known = new Set((await workers(tx, ctx)).map((one) => one.id))
    for (const field of ['staffId', 'substituteId'] as const) if (!known.has(input[field])) throw issue(field, 'not-a-worker')
    const running = await tx
      .selectFrom('standing_substitute')
      .select(['id', 'valid_from'])
      .where('project_id', '=', input.projectId)
      .where('staff_id', '=', input.staffId)
      .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>=', input.from)]))
      .execute()
    if (running.some((one) => one.valid_from >= input.from)) throw issue('from', 'later-one')
    for (const one of running)
      await tx
        .updateTable('standing_substitute')
        .set({ valid_until: addDays(input.from, -1) })
        .where('id', '=', one.id)
        .execute()
    return tx
      .insertInto('standing_substitute')
      .values({
        municipality_id: ctx.municipalityId,
        project_id: input.projectId,
        staff_id: input.staffId,
        substitute_id: input.substituteId,
        valid_from: input.from,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  },
  concerns: ({ staffId, substituteId }, result) => ({
    personIds: [],
    bases: [],
    details: { standing: result.id, staff: staffId, substitute: substituteId },
  }),
})

export async function managesProject(tx: Tx, ctx: Context, projectId: number): Promise<boolean> {
  return (await projectsWithRole(tx, ctx, ['project-manager'])).includes(projectId)
}

/**
 * Somebody stands in for the coordinator in one family, from a day to a day: with the coordinator's rights to read, write and
 * register consents, which
 * end by themselves. Where the project has two coordinators the secondary steps in, and nobody is needed.
 */
export const startSubstitute = command({
  event: 'team.start-substitute',
  input: StartSubstitute,
  case: ({ caseId }) => caseId,
  may: (tx, _, { caseId }) => mayManageTeam(tx, caseId),
  run: async (tx, ctx, input) => {
    const pack = await projectPack(tx, (await caseHead(tx, input.caseId)).projectId)
    await mayWork(tx, ctx, input.caseId, input.staffId)
    const team = await teamOf(tx, input.caseId)
    const found = substituteProblem(team, input, settingAt(pack, 'coordinatorModel', input.from))
    if (found) throw issue('staffId', found)
    return standIn(tx, ctx, {
      ...input,
      role: coordinatorRole.secondary,
      sector: 'coordination',
      doesWhat: 'Hjælper jer, mens jeres koordinator er væk',
    })
  },
  concerns: ({ caseId, staffId, from, until }, result) => ({
    caseId,
    personIds: [],
    bases: [],
    details: { assignment: result.id, staff: staffId, from, until },
  }),
})

type StandIn = { caseId: number; staffId: number; role: string; sector: string; doesWhat: string; from: string; until: string | null }
/** The dated assignment of somebody who steps in; the database asks whether the actor sets the team of that family. */
export const standIn = (tx: Tx, ctx: Context, one: StandIn): Promise<{ id: number }> =>
  tx
    .insertInto('assignment')
    .values({
      municipality_id: ctx.municipalityId,
      case_id: one.caseId,
      staff_id: one.staffId,
      role: one.role,
      sector: one.sector,
      does_what: one.doesWhat,
      valid_from: one.from,
      valid_until: one.until,
      created_by: ctx.actor.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
