import { sql } from 'kysely'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { CancelInquiry, isOpen, RemindInquiry } from './inquiry.ts'
import { sendLink } from './link-messages.server.ts'
import { formsOf, inquiriesOf, unitsOf } from './queries.server.ts'
import { coordinates, onCase, wrong } from '#app/families/case-rights.server.ts'

/** An open request of the case. @throws NotFound */
async function openOne(tx: Tx, ctx: Context, caseId: number, inquiryId: number) {
  const [one] = await inquiriesOf(tx, caseId, ctx.now, inquiryId)
  if (!one || !isOpen(one, ctx.today)) throw new NotFound('inquiry')
  return one
}

/** A new link and a new code, by hand: the old one was locked, lost or ran out. */
export const sendNewLink = command({
  event: 'inquiries.send-new-link',
  input: RemindInquiry,
  case: ({ caseId }) => caseId,
  may: onCase(coordinates),
  async run(tx, ctx, input) {
    const q = await openOne(tx, ctx, input.caseId, input.inquiryId)
    if (q.channel !== 'link') throw wrong('', 'Spørgsmålet er ikke sendt med link', 'The question was not sent by link')
    const pack = await casePack(tx, input.caseId)
    const unit = (await unitsOf(tx, q.sector, ctx.today)).find((u) => u.id === q.departmentId)
    const replyBy = q.replyBy < ctx.today ? ctx.today : q.replyBy
    await sendLink(tx, ctx, { id: q.id, caseId: input.caseId, subjects: q.subjects, replyBy }, { ...input, address: input.address || q.link?.address || unit?.email || '' }, {
      allowed: formsOf(pack, ctx.today).find((f) => f.code === q.form)?.confirm ?? ['agreed'],
      extraDays: settingAt(pack, 'inquiryLinkExtraDays', ctx.today),
      tries: settingAt(pack, 'inquiryCodeTries', ctx.today),
    })
    await sql`select access.note_reminder(${q.id}, 'by-hand'), access.end_inquiry_tasks(${q.id})`.execute(tx)
    return q
  },
  concerns: ({ caseId }, q) => ({ caseId, personIds: q.subjects, shelfIds: [q.shelfId], details: { inquiry: q.id } }),
})

/** Takes a request back: the link closes, nobody is reminded. What was answered stays. */
export const cancelInquiry = command({
  event: 'inquiries.cancel',
  input: CancelInquiry,
  case: ({ caseId }) => caseId,
  may: onCase(coordinates),
  async run(tx, ctx, input) {
    const q = await openOne(tx, ctx, input.caseId, input.inquiryId)
    await sql`select access.end_reply_links(${q.id}), access.end_inquiry_tasks(${q.id})`.execute(tx)
    await tx
      .updateTable('inquiry')
      .set({ cancelled_on: ctx.today, cancelled_reason: input.reason })
      .where('id', '=', q.id)
      .where('cancelled_on', 'is', null)
      .execute()
    return q
  },
  concerns: ({ caseId }, q) => ({ caseId, personIds: q.subjects, shelfIds: [q.shelfId], details: { inquiry: q.id } }),
})
