import { sql } from 'kysely'
import { z } from 'zod'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { planMessage } from '#app/platform/messages/plan-message.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { type Following, following } from './queries.server.ts'
import { monthsOf, type MyMonth, myFamilies } from './read-my-months.server.ts'

/**
 * Reminds each coordinator of the month's registration (PROG-03): once the day before it is due, once when it is late, however many families; it says how many, never whom. The job counts
 * with the coordinator's own eyes. Run twice it reminds once.
 */
export const remindCoordinators = command({
  event: 'progression.remind',
  input: z.object({}),
  may: (_, ctx) => Promise.resolve(ctx.actor.kind === 'job'),
  run: async (tx, ctx) => {
    const { rows } = await sql<{ id: number; name: string }>`
      select s.id, s.name from staff s where s.closed_at is null and coalesce(s.email, '') <> ''
        and exists (select from assignment a where a.municipality_id = s.municipality_id and a.staff_id = s.id and a.sector = 'coordination' and access.within(${ctx.today}::date, a.valid_from, a.valid_until))
        and not exists (select from absence x where x.municipality_id = s.municipality_id and x.staff_id = s.id and x.taken_back_at is null and access.within(${ctx.today}::date, x.valid_from, x.valid_until))
      order by s.id`.execute(tx)
    let sent = 0
    for (const one of rows) for (const reminder of remindersOf(await monthsAs(tx, ctx, one), ctx.today)) {
      const data = { count: reminder.count, late: reminder.late }
      const id = await planMessage(tx, ctx, { template: 'registration', data, to: { staffId: one.id }, caseId: null, key: `progression.${reminder.late ? 'late' : 'due'}.${one.id}.${reminder.month}` })
      if (id !== null) sent += 1
    }
    return { sent }
  },
  concerns: (_, { sent }) => ({ personIds: [], bases: [], details: { sent } }),
})

/** The reminders of a day: for the month due tomorrow or today, and for each month that is late, how many families lack it. */
export function remindersOf(months: readonly Pick<MyMonth, 'lacking'>[], today: string): { month: string; late: boolean; count: number }[] {
  const lacking = months.flatMap((m) => m.lacking ?? []).filter((l) => addDays(l.due, -1) <= today)
  return [...Map.groupBy(lacking, (l) => l.month)].map(([month, all]) => ({ month, late: (all[0]?.due ?? today) < today, count: all.length }))
}

/** The months of a coordinator's families as she sees them. Rolled back, the job is a job again. */
async function monthsAs(tx: Tx, ctx: Context, one: { id: number; name: string }): Promise<MyMonth[]> {
  await sql`savepoint remind`.execute(tx)
  await sql`select access.look_as(${one.id})`.execute(tx)
  const mine = { ...ctx, actor: { kind: 'staff' as const, id: one.id, name: one.name } }
  const families = await myFamilies(tx, mine)
  const rules = new Map<number, Following>()
  for (const id of new Set(families.map((f) => f.projectId))) {
    const pack = await projectPack(tx, id).catch((error: unknown) => {
      if (error instanceof NotFound) return null
      throw error
    })
    if (pack) rules.set(id, following(pack, ctx.today))
  }
  const months = await monthsOf(tx, mine, families, rules)
  await sql`rollback to savepoint remind`.execute(tx)
  return months
}
