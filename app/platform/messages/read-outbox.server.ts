import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../command.server.ts'
import { linkMark, type MessageDates, type MessageState, messageState } from './message.ts'
import { openBody } from './read-letter.server.ts'
import { publicUrl } from './transport.server.ts'

export type OutboxRow = {
  id: number; channel: MessageDates['channel']; template: string; subject: string; plannedAt: string; state: MessageState
  at: string | null; attempts: number; error: string | null
  /** In a demo only: to whom, and what would have been sent. */
  demo: { recipient: string; text: string; letterTitle: string | null } | null
}
type Row = MessageDates & { id: number; template: string; subject: string; recipient: string | null; body: Buffer | null; key: string | null; planned_at: string; attempts: number; error: string | null }

/** The administrator's outbox: the state of the latest 200 messages; to whom and what only in a demo, whose people are invented. */
export const readOutbox = query({
  event: 'messages.read-outbox',
  input: z.object({}),
  may: async (tx) => (await sql<{ yes: boolean }>`select access.holds('{administrator}') as yes`.execute(tx)).rows[0]?.yes === true,
  async run(tx, ctx): Promise<OutboxRow[]> {
    const { rows } = await sql<Row>`select * from access.outbox(200)`.execute(tx)
    return rows.map((r) => ({
      id: r.id, channel: r.channel, template: r.template, subject: r.subject, plannedAt: r.planned_at, state: messageState(r), at: r.sent_at ?? r.held_at ?? r.failed_at ?? r.cancelled_at,
      attempts: r.attempts, error: r.error, demo: r.body && r.key ? content(ctx.municipalityId, r.key, r.body, r) : null,
    }))
  },
  concerns: () => ({ personIds: [], bases: [] }),
})

function content(municipalityId: number, key: string, body: Buffer, row: Row): OutboxRow['demo'] {
  const { text, letter } = openBody(municipalityId, key, body)
  const paper = letter.blocks.flatMap((b) => (b.kind === 'text' || b.kind === 'heading' ? [b.text] : b.kind === 'list' ? b.items : [])).join('\n\n')
  return row.channel === 'letter'
    ? { recipient: row.recipient ?? '', text: paper.includes(linkMark) ? paper.replaceAll(linkMark, publicUrl()) : paper, letterTitle: letter.title }
    : { recipient: row.recipient ?? '', text: text.replaceAll(linkMark, publicUrl()), letterTitle: null }
}
