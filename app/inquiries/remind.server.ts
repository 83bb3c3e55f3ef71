import { sql } from 'kysely'
import { z } from 'zod'
import { municipalityPack } from '#app/catalogue/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { planMessage } from '#app/platform/messages/plan-message.server.ts'
import { openBody } from '#app/platform/messages/read-letter.server.ts'
import { linkIn, reminderMail } from './compose.ts'
import { dueSteps } from './inquiry.ts'
import { planLinkMessage } from './link-messages.server.ts'
import { municipalityName, reminderRules } from './queries.server.ts'

type Open = {
  inquiry_id: number
  case_id: number
  channel: string
  staff_id: number | null
  sent_on: string
  reply_by: string
  link_id: number | null
  last_reminded: string | null
  reminders: number
}

/** The daily round: reminds by the pack's days, and gives the coordinator a task when the date has passed. Jobs only; neutral texts. */
export const remindInquiries = command({
  event: 'inquiries.remind',
  input: z.object({}),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'job'),
  async run(tx, ctx) {
    const rules = await municipalityPack(tx).then((pack) => reminderRules(pack, ctx.today), orNull)
    if (!rules) return { reminded: 0, overdue: 0 }
    const { rows } = await sql<Open>`select * from access.open_inquiries()`.execute(tx)
    let reminded = 0
    let overdue = 0
    for (const q of rows) {
      const steps = dueSteps({ sentOn: q.sent_on, replyBy: q.reply_by, lastReminded: q.last_reminded, reminders: q.reminders }, rules, ctx.today)
      if (steps.overdue && (await foresee(tx, q, 'inquiry-overdue', q.reply_by))) overdue += await note(tx, q, 'overdue')
      if (steps.remind) reminded += await remind(tx, ctx, q)
    }
    return { reminded, overdue }
  },
  concerns: (_, r) => ({ personIds: [], bases: [], details: r }),
})
const orNull = (error: unknown): null => {
  if (error instanceof NotFound) return null
  throw error
}
async function note(tx: Tx, q: Open, how: 'mail' | 'task' | 'overdue'): Promise<number> {
  const { rows } = await sql<{ made: boolean }>`select access.note_reminder(${q.inquiry_id}, ${how}) as made`.execute(tx)
  return rows[0]?.made ? 1 : 0
}
async function foresee(tx: Tx, q: Open, code: string, due: string): Promise<boolean> {
  const { rows } = await sql<{ made: boolean }>`select access.foresee_task(${q.case_id}, ${code}, ${due}::date, ${JSON.stringify({ inquiry: q.inquiry_id })}::jsonb) as made`.execute(tx)
  return rows[0]?.made === true
}

/** By the link's own mail again, to a colleague's tasks, or as a call for the coordinator to make. */
async function remind(tx: Tx, ctx: Context, q: Open): Promise<number> {
  const key = `inquiry.remind.${q.inquiry_id}.${q.reminders + 1}`
  const link = q.link_id === null ? null : await linkOf(tx, ctx, q.link_id)
  if (q.link_id !== null && link !== null) {
    const mail = reminderMail('da', { municipality: await municipalityName(tx, ctx.municipalityId), link, replyBy: q.reply_by })
    await planLinkMessage(tx, ctx, q.link_id, 'inquiry-reminder', mail, key)
    return note(tx, q, 'mail')
  }
  if (q.staff_id !== null) {
    await planMessage(tx, ctx, { to: { staffId: q.staff_id }, template: 'task', caseId: q.case_id, key })
    return note(tx, q, 'mail')
  }
  await foresee(tx, q, 'inquiry-call', ctx.today)
  return note(tx, q, 'task')
}
/** The address of the link as the first mail gave it: the token is kept nowhere else. */
async function linkOf(tx: Tx, ctx: Context, linkId: number): Promise<string | null> {
  const first = await tx
    .selectFrom('message')
    .select(['key', 'body'])
    .where('inquiry_link_id', '=', linkId)
    .where('template', '=', 'inquiry')
    .orderBy('id')
    .executeTakeFirst()
  return first ? linkIn(openBody(ctx.municipalityId, first.key, first.body).text) : null
}
