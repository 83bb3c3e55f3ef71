import { sql } from 'kysely'
import { z } from 'zod'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { municipalityPack } from '#app/catalogue/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { encrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys } from '#app/platform/crypto/keys.server.ts'
import { enqueue } from '#app/platform/jobs/enqueue.server.ts'
import { defineJob } from '#app/platform/jobs/job.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { deliverMessage } from '#app/platform/messages/deliver.server.ts'
import { bodyAad, type MessageBody } from '#app/platform/messages/message.ts'
import { whenIn } from './compose.ts'
import { da, en } from './mail-messages.ts'

type Due = { participant_id: number; case_id: number; channel: string; locale: 'da' | 'en'; starts_at: string; key: string }

/** The daily round: one line to those invited by mail or SMS to a meeting within the pack's days, who have not declined. Jobs only. */
export const remindOfMeetings = command({
  event: 'invitations.remind',
  input: z.object({}),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'job'),
  async run(tx, ctx) {
    const days = await municipalityPack(tx).then((pack) => settingAt(pack, 'meetingReminderDays', ctx.today), orNull)
    if (days === null) return { reminded: 0 }
    const { rows } = await sql<Due>`select * from access.invitations_to_remind(${days})`.execute(tx)
    let reminded = 0
    for (const r of rows) {
      const t = pick(r.locale, { da, en })
      const text = t['meeting-reminder'](whenIn(r.locale, new Date(r.starts_at).toISOString(), ctx.today))
      const body: MessageBody = { text, letter: { title: t.title['meeting-reminder'], blocks: [{ kind: 'text', text }] } }
      const sealed = encrypt(keys().cprKeys, JSON.stringify(body), bodyAad(ctx.municipalityId, r.key))
      const made = await sql<{ id: number | null }>`select access.send_reminder(${r.participant_id}, ${r.channel}, ${r.locale}, ${t.subject}, ${sealed}, ${r.key}) as id`.execute(tx)
      const id = made.rows[0]?.id ?? null
      if (id === null) continue
      reminded++
      await enqueue(tx, deliverMessage, { messageId: id })
    }
    return { reminded }
  },
  concerns: (_, r) => ({ personIds: [], bases: [], details: r }),
})
const orNull = (error: unknown): null => {
  if (error instanceof NotFound) return null
  throw error
}

export const meetingReminders = defineJob({
  name: 'invitations.remind',
  schema: z.object({}),
  cron: '20 7 * * *',
  run: async (ctx) => {
    await remindOfMeetings(ctx, {})
  },
})
