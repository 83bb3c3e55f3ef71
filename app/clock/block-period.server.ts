import { arranges, takesPart } from '#app/meetings/rights.server.ts'
import { onCase } from '#app/plan/rights.server.ts'
import { rightsOf } from '#app/plan/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { BlockPeriod, TakeBack } from './clock.ts'
import { clockOf } from './queries.server.ts'
import { wrong } from './rights.server.ts'

/** Days without joint meetings: school holidays, work, an operation. The coordinator writes them, or a member for those they speak for. */
export const blockPeriod = command({
  event: 'clock.block-period',
  input: BlockPeriod,
  case: ({ caseId }) => caseId,
  may: onCase(takesPart),
  async run(tx, ctx, input) {
    if (input.until < ctx.today) throw wrong('until', 'Perioden er forbi', 'The period is over')
    const rights = await rightsOf(tx, ctx, input.caseId)
    const { people } = await clockOf(tx, input.caseId, ctx.today)
    const subjects = people.map((p) => p.id).filter((id) => rights.staff || rights.speak.includes(id))
    const row = await tx
      .insertInto('blocked_period')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: 'coordination',
        category: 'meetings',
        visibility: 'family',
        subjects: subjects.length > 0 ? subjects : [ctx.actor.id],
        from_day: input.from,
        until_day: input.until,
        why: input.why,
        words: input.words,
      })
      .returning(['id', 'shelf_id', 'subjects'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { blocked: r.id } }),
})

/** Meetings may be held there again. The row stays. */
export const unblockPeriod = command({
  event: 'clock.unblock-period',
  input: TakeBack,
  case: ({ caseId }) => caseId,
  may: onCase((r) => arranges(r) || takesPart(r)),
  async run(tx, ctx, { caseId, id }) {
    const row = await tx
      .updateTable('blocked_period')
      .set({ dropped_on: ctx.today })
      .where('id', '=', id)
      .where('case_id', '=', caseId)
      .where('dropped_on', 'is', null)
      .returning(['id', 'shelf_id', 'subjects'])
      .executeTakeFirst()
    if (!row) throw new NotFound('blocked period')
    return { id: row.id, shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { blocked: r.id } }),
})
