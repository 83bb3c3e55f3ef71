import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#app/platform/command.server.ts'
import { planMessage } from '#app/platform/messages/plan-message.server.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'

/** Draws the look-ups of a month for every project with a manager, gives each manager a task, and tells them. A month is drawn once. */
export const drawSpotChecks = command({
  event: 'oversight.draw-spot-checks',
  input: z.object({ month: PlainDate }),
  may: async (_tx, ctx) => ctx.actor.kind === 'job',
  async run(tx, ctx, { month }) {
    const { rows } = await sql<{ staff_id: number; spot_check_id: number }>`select * from access.draw_spot_checks(${month}::date)`.execute(tx)
    for (const drawn of rows) await planMessage(tx, ctx, { to: { staffId: drawn.staff_id }, template: 'task', caseId: null, key: `spot-check.${drawn.spot_check_id}` })
    return { drawn: rows.length }
  },
  concerns: ({ month }, { drawn }) => ({ personIds: [], bases: [], details: { month, drawn } }),
})
