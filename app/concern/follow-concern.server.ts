import { sql } from 'kysely'
import { command } from '#app/platform/command.server.ts'
import { Conflict, Invalid } from '#app/platform/context.ts'
import { enqueue } from '#app/platform/jobs/enqueue.server.ts'
import { planMessage } from '#app/platform/messages/plan-message.server.ts'
import { AddToConcern, AssessConcern, SendReceipt } from './concern.ts'
import { seal } from './content.server.ts'
import { concernPack, procedureOf } from './queries.server.ts'
import { assesses, seesConcern } from './rights.server.ts'
import { tellAboutConcerns } from './watch.server.ts'

/** A correction or more to say, by the writer or a child-protection role. What stood there before stands. */
export const addToConcern = command({
  event: 'concern.add',
  input: AddToConcern,
  may: (tx, ctx, { concernId }) => seesConcern(tx, ctx, concernId),
  run: async (tx, ctx, { concernId, text }) => {
    const { content, key } = seal(ctx.municipalityId, { text })
    await sql`select access.add_to_concern(${concernId}, ${content}, ${key})`.execute(tx)
    await enqueue(tx, tellAboutConcerns, {})
    return { id: concernId }
  },
  concerns: ({ concernId }) => ({ personIds: [], bases: [], details: { concern: concernId } }),
})

/** The assessment within 24 hours, with its reasons. A later one stands beside it. @throws Conflict when a colleague was first */
export const assessConcern = command({
  event: 'concern.assess',
  input: AssessConcern,
  may: (tx, ctx, { concernId }) => assesses(tx, ctx, concernId),
  run: async (tx, ctx, { concernId, seen, result, text }) => {
    const { results } = procedureOf(await concernPack(tx, null), ctx.locale, ctx.today)
    if (!results.some((r) => r.code === result))
      throw new Invalid([{ field: 'result', message: { da: 'Vælg en af mulighederne', en: 'Choose one of the options' } }])
    const { content, key } = seal(ctx.municipalityId, { text })
    const { rows } = await sql<{ id: number | null }>`select access.assess_concern(${concernId}, ${seen}, ${result}, ${content}, ${key}) as id`.execute(tx)
    if ((rows[0]?.id ?? null) === null) throw new Conflict('assessed-meanwhile')
    return { id: concernId }
  },
  concerns: ({ concernId, result }) => ({ personIds: [], bases: [], details: { concern: concernId, result } }),
})

/** The receipt to whoever wrote it, with what they may know; they hear by a neutral word. @throws Conflict when it was sent before */
export const sendReceipt = command({
  event: 'concern.send-receipt',
  input: SendReceipt,
  may: (tx, ctx, { concernId }) => assesses(tx, ctx, concernId),
  run: async (tx, ctx, { concernId, text }) => {
    const { content, key } = seal(ctx.municipalityId, { text })
    const { rows } = await sql<{ id: number | null }>`select access.send_concern_receipt(${concernId}, ${content}, ${key}) as id`.execute(tx)
    if ((rows[0]?.id ?? null) === null) throw new Conflict('sent-meanwhile')
    const writer = await tx
      .selectFrom('concern')
      .innerJoin('staff', 'staff.id', 'concern.author_staff_id')
      .select(['staff.id', 'staff.closed_at'])
      .where('concern.id', '=', concernId)
      .executeTakeFirstOrThrow()
    if (writer.closed_at === null) await planMessage(tx, ctx, { to: { staffId: writer.id }, template: 'message', caseId: null, key: `told.${key}` })
    return { id: concernId }
  },
  concerns: ({ concernId }) => ({ personIds: [], bases: [], details: { concern: concernId } }),
})
