import { sql } from 'kysely'
import { z } from 'zod'
import { Id, MaybeId } from '#app/families/families.ts'
import { command, type May, reachesCase, writesInCase } from '#app/platform/command.server.ts'
import { Forbidden } from '#app/platform/context.ts'
import { refreshAccess } from '#app/platform/db.server.ts'
import { VIA } from './consent.ts'
import { wrong } from './signers.server.ts'

/**
 * Takes one record out of the household's view (case 18): any subject, or who signs for them, in the portal; staff of the record's
 * own sector at their word.
 * `table` is the record's kind (goal, activity, hope …).
 */
export const switchHouseholdShared = command({
  event: 'consent.stop-household-sharing',
  input: z.object({
    caseId: Id,
    table: z.string().regex(/^[a-z_]{1,63}$/),
    recordId: Id,
    forPerson: MaybeId,
    via: z.enum(VIA).default('portal'),
  }),
  case: (input) => input.caseId,
  may: async (tx, ctx, input): Promise<May> => {
    if (!(await reachesCase(tx, input.caseId))) return 'not-found'
    return ctx.actor.kind === 'member' || writesInCase(tx, input.caseId)
  },
  run: async (tx, ctx, input) => {
    if (ctx.actor.kind === 'member') {
      await sql`select access.stop_sharing(${input.table}::regclass, ${input.recordId})`.execute(tx)
      return { subjects: [ctx.actor.id], shelfIds: [] as number[] }
    }
    if (input.forPerson === null) throw wrong('forPerson', 'Vælg, hvem der bad om det', 'Choose who asked for it')
    const { rows } = await sql<{ subjects: number[]; shelf_id: number }>`update ${sql.table(input.table)} set household_shared = false
      where id = ${input.recordId} and case_id = ${input.caseId} and household_shared and (${input.forPerson} = any (subjects)
        or exists (select from custody c where c.holder_id = ${input.forPerson} and c.child_id = any (subjects) and access.within(${ctx.today}::date, c.valid_from, c.valid_until)))
      returning subjects, shelf_id`.execute(tx)
    if (!rows[0]) throw new Forbidden('stop-sharing')
    await refreshAccess(tx)
    return { subjects: rows[0].subjects, shelfIds: [rows[0].shelf_id] }
  },
  concerns: (input, result) => ({
    caseId: input.caseId,
    personIds: result.subjects,
    shelfIds: result.shelfIds,
    details: { record: input.recordId, table: input.table, via: input.via },
  }),
})
