import { sql } from 'kysely'
import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import { municipalityPack } from '#app/catalogue/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { defineJob } from '#app/platform/jobs/job.ts'
import { planMessage } from '#app/platform/messages/plan-message.server.ts'
import { addMonths, startOfMonth } from '#app/platform/time/plain-date.ts'

/** Younger ones have no login: they are asked on paper or at a meeting. */
const LOGIN_FROM_AGE = 15

/**
 * One neutral line a month, from the pack's day, to those who can sign in, can be written to by mail or SMS, and have said nothing yet (PROG-33). Never a letter. Jobs only.
 */
export const remindOfRatings = command({
  event: 'ratings.remind',
  input: z.object({}),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'job'),
  async run(tx, ctx) {
    const pack = await municipalityPack(tx).catch((error: unknown) => {
      if (error instanceof NotFound) return null
      throw error
    })
    const questions = pack ? inForce(pack.ratingQuestions, ctx.today) : []
    const day = pack && inForce(pack.settings, ctx.today).find((s) => s.code === 'ratingReminderDay')?.value
    if (questions.length === 0 || typeof day !== 'number' || Number(ctx.today.slice(8)) < day) return { reminded: 0 }
    const month = startOfMonth(ctx.today)
    const since = addMonths(month, 1 - Math.min(...questions.map((q) => q.everyMonths)))
    const { rows } = await sql<{ case_id: number; person_id: number }>`select * from access.ratings_to_remind(${Math.max(LOGIN_FROM_AGE, Math.min(...questions.map((q) => q.ageFrom)))}, ${since}::date)`.execute(tx)
    let reminded = 0
    for (const r of rows) {
      const route = (await sql<{ channel: string }>`select channel from access.message_route(${r.case_id}, ${r.person_id}, null)`.execute(tx)).rows[0]
      if (route?.channel !== 'email' && route?.channel !== 'sms') continue
      const id = await planMessage(tx, ctx, { to: { personId: r.person_id }, template: 'answer', caseId: r.case_id, key: `ratings.remind.${r.person_id}.${month}` })
      if (id !== null) reminded++
    }
    return { reminded }
  },
  concerns: (_, r) => ({ personIds: [], bases: [], details: r }),
})

/** Every morning; once a month for each. */
export const ratingReminders = defineJob({
  name: 'ratings.remind',
  schema: z.object({}),
  cron: '50 6 * * *',
  run: async (ctx) => {
    await remindOfRatings(ctx, {})
  },
})
