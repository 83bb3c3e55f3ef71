import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { defineJob, type Job } from '#app/platform/jobs/job.ts'
import { logger } from '#app/platform/logging/logger.server.ts'
import { planMessage } from '#app/platform/messages/plan-message.server.ts'
import { CannotDeliver, publicUrl, sendMail } from '#app/platform/messages/transport.server.ts'
import { mailText } from './mail-text.ts'
import { openReport } from './content.server.ts'

const log = logger('concern')

/** Tells the child-protection roles what is new, what must be assessed soon and what is late: each step once, by a mail that says nothing. */
const remindOfConcerns = command({
  event: 'concern.remind',
  input: z.object({}),
  may: async (_tx, ctx) => ctx.actor.kind === 'job',
  run: async (tx, ctx) => {
    const { rows } = await sql<{ concern_id: number; step: string; staff_ids: number[] }>`select * from access.concerns_to_tell()`.execute(tx)
    for (const { concern_id, step, staff_ids } of rows)
      for (const staffId of staff_ids)
        await planMessage(tx, ctx, { to: { staffId }, template: 'urgent', caseId: null, key: `urgent.${concern_id}.${step}.${staffId}` })
    return rows
  },
  concerns: (_input, rows) => rows.map((r) => ({ personIds: [], bases: [], details: { concern: r.concern_id, step: r.step, told: r.staff_ids.length } })),
})

type Waiting = { mail_id: number; concern_id: number; kind: 'report' | 'addition' | 'overdue'; address: string; secure: boolean; danger: boolean; content: Buffer; content_key: string }

/** Mail to the authority's mailbox: claimed in the database, sent, written down. A run that dies in between is repeated with the same Message-ID. */
async function mailTheAuthority(ctx: Context): Promise<void> {
  const waiting = await inTransaction(ctx, null, async (tx) => (await sql<Waiting>`select * from access.claim_concern_mails()`.execute(tx)).rows)
  for (const mail of waiting) {
    const report = mail.secure && mail.kind === 'report' ? openReport(ctx.municipalityId, mail) : null
    const { subject, text } = mailText({ id: mail.concern_id, kind: mail.kind, danger: mail.danger, url: publicUrl(), report })
    const outcome = await sendMail({ municipalityId: ctx.municipalityId, id: mail.mail_id, series: 'u', address: mail.address, subject, text }).catch((error: unknown) => ({
      outcome: 'failed' as const,
      code: error instanceof CannotDeliver ? error.code : 'unknown',
    }))
    if (outcome.outcome === 'failed') log.warn('mail to the mailbox of notifications failed; it is tried again', { code: outcome.code })
    await inTransaction(ctx, null, async (tx) => void (await sql`select access.concern_mail_outcome(${mail.mail_id}, ${outcome.outcome}, ${outcome.code})`.execute(tx)))
  }
}

/** Every five minutes, and at once when something was written. Safe to run twice. */
export const tellAboutConcerns: Job<Record<never, never>> = defineJob({
  name: 'concern.tell',
  cron: '*/5 * * * *',
  schema: z.object({}),
  run: async (ctx) => {
    await remindOfConcerns(ctx, {})
    await mailTheAuthority(ctx)
  },
})
