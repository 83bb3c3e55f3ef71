import { sql } from 'kysely'
import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { Conflict, Invalid } from '#app/platform/context.ts'
import { mayAppoint, mayManageTeam } from './authority.server.ts'
import { Id, text } from './intake.ts'
import { caseHead } from './queries.server.ts'

/** `reason`: a code of the pack's list of exit reasons. */
export const CloseFamily = z.object({ caseId: Id, reason: z.string().trim().min(1).max(60) })
export const ReopenFamily = z.object({ caseId: Id, reason: text(500) })

/**
 * VIS-20: the family leaves the project, with day and reason. Writing stops; reading ends with the assignments. @throws Conflict 'closed'
 */
export const closeFamily = command({
  event: 'intake.close-family',
  input: CloseFamily,
  case: ({ caseId }) => caseId,
  may: (tx, _, { caseId }) => mayManageTeam(tx, caseId),
  run: async (tx, ctx, { caseId, reason }) => {
    const pack = await projectPack(tx, (await caseHead(tx, caseId)).projectId)
    if (!inForce(pack.choices, ctx.today).some((one) => one.list === 'exit-reason' && one.code === reason)) {
      throw new Invalid([{ field: 'reason', message: { da: 'Vælg en grund fra listen', en: 'Choose a reason from the list' } }])
    }
    const open = await tx
      .selectFrom('closure')
      .select('id')
      .where('case_id', '=', caseId)
      .where('reopened_at', 'is', null)
      .executeTakeFirst()
    if (open) throw new Conflict('closed')
    return tx
      .insertInto('closure')
      .values({ municipality_id: ctx.municipalityId, case_id: caseId, closed_at: ctx.now, reason, closed_by: ctx.actor.id })
      .returning('id')
      .executeTakeFirstOrThrow()
  },
  concerns: ({ caseId, reason }, result) => ({ caseId, personIds: [], bases: [], details: { closure: result.id, reason } }),
})

/** The project manager takes a family back in, with a reason. @throws Conflict 'not-closed' */
export const reopenFamily = command({
  event: 'intake.reopen-family',
  input: ReopenFamily,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId }) => mayAppoint(tx, ctx, caseId),
  run: async (tx, _, { caseId, reason }) => {
    const { rows } = await sql<{ done: boolean }>`select access.reopen_case(${caseId}, ${reason}) as done`.execute(tx)
    if (rows[0]?.done !== true) throw new Conflict('not-closed')
    return { caseId }
  },
  concerns: ({ caseId }) => ({ caseId, personIds: [], bases: ['project'] }),
})
