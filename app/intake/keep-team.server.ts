import { sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { Conflict, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { AddSeat, EndSeat } from './meeting.ts'

/** Does the actor lead the project, or belong to its intake team, today? */
export async function inProject(tx: Tx, projectId: number, roles: ('project-manager' | 'intake-team')[]): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select access.in_project(${projectId}, ${roles}::text[]) as yes`.execute(tx)
  return rows[0]?.yes === true
}

/** ORG-08: a member of the intake team with the function that he or she fills there. The project manager. */
export const addSeat = command({
  event: 'intake.add-seat',
  input: AddSeat,
  may: (tx, _, { projectId }) => inProject(tx, projectId, ['project-manager']),
  run: async (tx, ctx, input) => {
    const functions = inForce((await projectPack(tx, input.projectId)).choices, ctx.today).filter((one) => one.list === 'intake-function')
    if (!functions.some((one) => one.code === input.function))
      throw new Invalid([
        { field: 'function', message: { da: 'Vælg en funktion fra listen', en: 'Choose a function from the list' } },
      ])
    return tx
      .insertInto('intake_seat')
      .values({
        municipality_id: ctx.municipalityId,
        project_id: input.projectId,
        function: input.function,
        staff_id: input.staffId,
        name: input.name,
        comes_from: input.comesFrom,
        valid_from: input.from,
        valid_until: input.until,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  },
  concerns: ({ staffId, function: of }, result) => ({
    personIds: [],
    bases: [],
    details: { seat: result.id, function: of, staff: staffId ?? 0 },
  }),
})

/** The last day somebody belongs to the team. @throws Conflict 'already-ended' */
export const endSeat = command({
  event: 'intake.end-seat',
  input: EndSeat,
  may: async (tx, _, { seatId }) => {
    const seat = await tx.selectFrom('intake_seat').select('project_id').where('id', '=', seatId).executeTakeFirst()
    return seat ? inProject(tx, seat.project_id, ['project-manager']) : 'not-found'
  },
  run: async (tx, _, { seatId, until }) => {
    const seat = await tx.selectFrom('intake_seat').select(['valid_from', 'valid_until']).where('id', '=', seatId).executeTakeFirstOrThrow()
    if (seat.valid_until !== null && seat.valid_until <= until) throw new Conflict('already-ended')
    if (until < seat.valid_from)
      throw new Invalid([
        { field: 'until', message: { da: 'Datoen ligger før, personen kom med', en: 'The date is before the person joined' } },
      ])
    await tx.updateTable('intake_seat').set({ valid_until: until }).where('id', '=', seatId).execute()
    return { id: seatId }
  },
  concerns: ({ seatId, until }) => ({ personIds: [], bases: [], details: { seat: seatId, until } }),
})
