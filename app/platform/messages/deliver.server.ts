import { sql } from 'kysely'
import { z } from 'zod'
import { appendAudit } from '../audit/append.server.ts'
import type { Context } from '../context.ts'
import { decrypt } from '../crypto/column-cipher.server.ts'
import { keys } from '../crypto/keys.server.ts'
import { inTransaction } from '../db.server.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { defineJob, type Job } from '../jobs/job.ts'
import type { CalendarPart } from './calendar-file.ts'
import { bodyAad, linkMark, type MessageBody } from './message.ts'
import { CannotDeliver, type Delivered, publicUrl, sendMail, sendSms } from './transport.server.ts'

type Claimed = { channel: 'email' | 'sms'; address: string; subject: string; body: Buffer; key: string; case_id: number | null; person_id: number | null }

/**
 * Sends one message. Three steps: claim (in the database, which asks again whether it may be sent), send, write down. A run that dies between
 * the last two is repeated after five minutes; the second copy carries the same Message-ID or file name.
 */
export const deliverMessage: Job<{ messageId: number }> = defineJob({
  name: 'messages.deliver',
  schema: z.object({ messageId: z.int().positive() }),
  async run(ctx, { messageId }) {
    const claimed = await claim(ctx, messageId)
    if (!claimed) return
    const { text, calendar } = JSON.parse(decrypt(keys().cprKeys, claimed.body, bodyAad(ctx.municipalityId, claimed.key))) as MessageBody
    const message = { municipalityId: ctx.municipalityId, id: messageId, address: claimed.address, subject: claimed.subject, text: text.replaceAll(linkMark, publicUrl()), ...(calendar ? { calendar: withAddress(calendar) } : {}) }
    try {
      await note(ctx, messageId, claimed, await (claimed.channel === 'sms' ? sendSms(message) : sendMail(message)))
    } catch (error) {
      await note(ctx, messageId, claimed, { outcome: 'failed', code: error instanceof CannotDeliver ? error.code : 'unknown' })
      throw error
    }
  },
})

/** The address of the page, which only the process that sends knows. */
const withAddress = (c: CalendarPart): CalendarPart => ({
  ...c, event: { ...c.event, url: c.event.url.replaceAll(linkMark, publicUrl()), description: c.event.description.replaceAll(linkMark, publicUrl()) },
})

const claim = (ctx: Context, id: number): Promise<Claimed | undefined> =>
  inTransaction(ctx, null, async (tx) => (await sql<Claimed>`select * from access.claim_message(${id})`.execute(tx)).rows[0])

/** What came of it, with its row in the log. */
const note = (ctx: Context, id: number, claimed: Claimed, { outcome, code }: Delivered | { outcome: 'failed'; code: string }): Promise<void> =>
  inTransaction(ctx, null, async (tx, inner) => {
    await sql`select access.message_outcome(${id}, ${outcome}, ${code})`.execute(tx)
    await appendAudit(tx, inner, 'messages.deliver', {
      caseId: claimed.case_id, personIds: claimed.person_id === null ? [] : [claimed.person_id], bases: [], details: { message: id, channel: claimed.channel, result: outcome },
    })
  })

/** A message whose job gave up, or was lost, is tried again for a week. */
export const retryMessages = defineJob({
  name: 'messages.retry',
  cron: '7 * * * *',
  schema: z.object({}),
  run: (ctx) => inTransaction(ctx, null, async (tx) => {
    const late = await tx.selectFrom('message').select('id').where('channel', 'in', ['email', 'sms']).where('sent_at', 'is', null).where('cancelled_at', 'is', null).where('held_at', 'is', null)
      .where('planned_at', '<', sql<string>`now() - interval '2 hours'`).where('planned_at', '>', sql<string>`now() - interval '7 days'`).orderBy('id').limit(500).execute()
    for (const { id } of late) await enqueue(tx, deliverMessage, { messageId: id })
  }),
})

export const messageJobs: readonly Job[] = [deliverMessage, retryMessages]
