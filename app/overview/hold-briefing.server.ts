import { command } from '#app/platform/command.server.ts'
import { Conflict } from '#app/platform/context.ts'
import { HoldBriefing, TakeBackBriefing } from './briefing.ts'
import { myProjects } from './read-briefing.server.ts'

/** The team has gone through its families: the next briefing tells what changed from today. */
export const holdBriefing = command({
  event: 'overview.hold-briefing',
  input: HoldBriefing,
  may: async (tx, ctx, { projectId }) =>
    ctx.actor.kind === 'staff' && (await myProjects(tx, ctx)).some((one) => one.id === projectId) ? true : 'not-found',
  run: (tx, ctx, { projectId }) =>
    tx
      .insertInto('briefing')
      .values({ municipality_id: ctx.municipalityId, project_id: projectId, held_at: ctx.now, held_by: ctx.actor.id })
      .returning('id')
      .executeTakeFirstOrThrow(),
  concerns: ({ projectId }, { id }) => ({ personIds: [], bases: [], details: { project: projectId, briefing: id } }),
})

/** "Fortryd", by who said it was held. */
export const takeBackBriefing = command({
  event: 'overview.take-back-briefing',
  input: TakeBackBriefing,
  may: async (tx, ctx, { briefingId }) => {
    const row = await tx.selectFrom('briefing').select('held_by').where('id', '=', briefingId).executeTakeFirst()
    return row ? row.held_by === ctx.actor.id : 'not-found'
  },
  run: async (tx, ctx, { briefingId }) => {
    const row = await tx.updateTable('briefing').set({ taken_back_at: ctx.now }).where('id', '=', briefingId).where('taken_back_at', 'is', null).returning('id').executeTakeFirst()
    if (!row) throw new Conflict('briefing-taken-back')
  },
  concerns: ({ briefingId }) => ({ personIds: [], bases: [], details: { briefing: briefingId } }),
})
