import { sql } from 'kysely'
import { type Context, Invalid } from '../context.ts'
import { encrypt } from '../crypto/column-cipher.server.ts'
import { keys } from '../crypto/keys.server.ts'
import type { Tx } from '../db.server.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { deliverMessage } from './deliver.server.ts'
import { bodyAad, type Channel, type LetterText } from './message.ts'
import { renderMessage, type Templated } from './templates.ts'

export type PlannedMessage = Templated & {
  to: { personId: number } | { staffId: number }
  /** The family it is about; always for a person, null only for staff. */
  caseId: number | null
  /** What makes this message one and the same however often it is planned: `consent.asked.17.4`. Unique in the municipality. */
  key: string
  /** Goes by letter whatever the person chose: decisions, forms to sign. */
  onPaper?: boolean
  /** An instant before which it is not sent: what can be taken back for a moment is told of afterwards. */
  after?: string
  /** The full text, for paper only. */
  letter?: LetterText
}

/**
 * Plans a message in the transaction of the change that causes it, in the person's chosen channel and language. Rolled back, it never was;
 * planned twice with one key, it is one.
 * @returns its id, or null when it was planned before
 * @throws Forbidden when the recipient is not of the case, or the case is not there for the actor
 */
export async function planMessage(tx: Tx, ctx: Context, planned: PlannedMessage): Promise<number | null> {
  const personId = 'personId' in planned.to ? planned.to.personId : null
  const staffId = 'staffId' in planned.to ? planned.to.staffId : null
  const route = (await sql<{ channel: Channel; locale: 'da' | 'en' }>`
    select * from access.message_route(${planned.caseId}, ${personId}, ${staffId})`.execute(tx)).rows[0]
  if (!route) throw new Invalid([{ field: 'to', message: { da: 'Modtageren er ikke med i sagen.', en: 'The recipient is not of this case.' } }])
  const channel = planned.onPaper ? 'letter' : route.channel
  const { subject, body } = renderMessage(route.locale, planned, ctx.today, planned.letter)
  const sealed = encrypt(keys().cprKeys, JSON.stringify(body), bodyAad(ctx.municipalityId, planned.key))
  const id = (await sql<{ id: number | null }>`select access.plan_message(${planned.caseId}, ${personId}, ${staffId}, ${channel}, ${planned.template}, ${route.locale}, ${subject}, ${sealed},
    ${planned.key}) as id`.execute(tx)).rows[0]?.id ?? null
  if (id !== null && (channel === 'email' || channel === 'sms')) await enqueue(tx, deliverMessage, { messageId: id }, { after: planned.after ?? null })
  return id
}
