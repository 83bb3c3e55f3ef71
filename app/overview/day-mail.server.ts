import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { planMessage } from '#app/platform/messages/plan-message.server.ts'
import { countToday } from './my-day.ts'
import { dayOf } from './read-my-day.server.ts'

/** Wants the morning mail, or not; only one's own. */
export const setDayMail = command({
  event: 'overview.set-day-mail',
  input: z.object({ wanted: z.enum(['yes', 'no']) }),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'staff'),
  run: async (tx, ctx, { wanted }) => {
    const set = { wanted: wanted === 'yes', set_at: ctx.now }
    await tx
      .insertInto('day_mail')
      .values({ municipality_id: ctx.municipalityId, staff_id: ctx.actor.id, ...set })
      .onConflict((c) => c.columns(['municipality_id', 'staff_id']).doUpdateSet(set))
      .execute()
  },
  concerns: ({ wanted }) => ({ personIds: [], bases: [], details: { wanted: wanted === 'yes' } }),
})

/**
 * The morning mail (IT-06): to each colleague who helps families, has an address and did not say no, when something waits. It says how
 * much, never what or who. The job counts with the eyes of the one who gets it, so nothing is counted that they may not see. Once a day each.
 */
export const sendDayMails = command({
  event: 'overview.send-day-mails',
  input: z.object({}),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'job'),
  run: async (tx, ctx) => {
    const { rows } = await sql<{ id: number; name: string }>`
      select s.id, s.name from staff s left join day_mail d on d.municipality_id = s.municipality_id and d.staff_id = s.id
      where s.closed_at is null and coalesce(s.email, '') <> '' and coalesce(d.wanted, true)
        and exists (select from assignment a where a.municipality_id = s.municipality_id and a.staff_id = s.id and access.within(${ctx.today}::date, a.valid_from, a.valid_until))
        and not exists (select from absence x where x.municipality_id = s.municipality_id and x.staff_id = s.id and x.taken_back_at is null
          and access.within(${ctx.today}::date, x.valid_from, x.valid_until))
      order by s.id`.execute(tx)
    let sent = 0
    for (const one of rows) {
      const count = await countAs(tx, ctx, one)
      if (count === 0) continue
      const id = await planMessage(tx, ctx, {
        template: 'day',
        data: { count },
        to: { staffId: one.id },
        caseId: null,
        key: `overview.day.${one.id}.${ctx.today}`,
      })
      if (id !== null) sent += 1
    }
    return { sent }
  },
  concerns: (_input, { sent }) => ({ personIds: [], bases: [], details: { sent } }),
})

/** How much waits today for a colleague, seen as they see it. Rolled back, the job is a job again. */
async function countAs(tx: Tx, ctx: Context, one: { id: number; name: string }): Promise<number> {
  await sql`savepoint day`.execute(tx)
  await sql`select access.look_as(${one.id})`.execute(tx)
  const { sections } = await dayOf(tx, { ...ctx, actor: { kind: 'staff', id: one.id, name: one.name } })
  await sql`rollback to savepoint day`.execute(tx)
  return countToday(sections)
}
