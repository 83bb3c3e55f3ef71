import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../command.server.ts'
import { type Context, NotFound } from '../context.ts'
import { decrypt } from '../crypto/column-cipher.server.ts'
import { keys } from '../crypto/keys.server.ts'
import type { Tx } from '../db.server.ts'
import type { Letter, LetterBlock } from '../letters/letter.ts'
import { copenhagenDay } from '../time/copenhagen.ts'
import { bodyAad, linkMark, type MessageBody, messageState } from './message.ts'
import { publicUrl } from './transport.server.ts'

type Head = { municipality: string; recipient: string; lines: string[]; number: string | null; author: string | null; title: string | null }

/** The row, when the policies give it to this actor. @throws NotFound */
async function messageRow(tx: Tx, id: number) {
  const row = await tx.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('message')
  return row
}

/** The texts of a message. @throws CannotDecrypt when its key is gone */
export const openBody = (municipalityId: number, key: string, body: Uint8Array): MessageBody =>
  JSON.parse(decrypt(keys().cprKeys, body, bodyAad(municipalityId, key))) as MessageBody

/** The public address where a letter says where to answer. */
export function withAddress(blocks: readonly LetterBlock[]): LetterBlock[] {
  const text = JSON.stringify(blocks)
  return JSON.parse(text.includes(linkMark) ? text.replaceAll(linkMark, publicUrl()) : text) as LetterBlock[]
}

/** The letter as `renderLetter` takes it. */
async function letterOf(tx: Tx, ctx: Context, id: number): Promise<Letter> {
  const row = await messageRow(tx, id)
  const head = (await sql<Head>`select * from access.letter_head(${id})`.execute(tx)).rows[0]
  if (!head) throw new NotFound('message')
  const { letter } = openBody(ctx.municipalityId, row.key, row.body)
  return {
    locale: row.locale === 'en' ? 'en' : 'da', sender: { name: `${head.municipality} Kommune`, lines: [] }, recipient: { name: head.recipient, lines: head.lines }, date: copenhagenDay(row.planned_at),
    title: letter.title, blocks: withAddress(letter.blocks), ...(head.number ? { reference: head.number } : {}),
    ...(head.author ? { closing: { name: head.author, ...(head.title ? { role: head.title } : {}) } } : {}),
  }
}

/**
 * A letter with name and address, for whoever works with the whole of the case, whoever wrote it (without the address), or the recipient.
 * For anybody else it does not exist.
 */
export const readLetter = query({
  event: 'messages.read-letter',
  input: z.object({ id: z.coerce.number().int().positive() }),
  may: async () => true,
  async run(tx, ctx, { id }) {
    const { case_id: caseId, person_id: personId } = await messageRow(tx, id)
    return { id, caseId, personId, letter: await letterOf(tx, ctx, id) }
  },
  concerns: ({ id }, { caseId, personId }) => ({ caseId, personIds: personId === null ? [] : [personId], details: { message: id } }),
})

/** Letters to print, and the latest printed ones, of the families that the actor works with as a whole. */
export const readLetters = query({
  event: 'messages.read-letters',
  input: z.object({}),
  may: async (_tx, ctx) => ctx.actor.kind === 'staff',
  async run(tx, ctx) {
    const { rows } = await sql<LetterRow>`
      select m.id, m.case_id, c.number, c.name as family, m.person_id, coalesce(o.outside_name, trim(p.first_name || ' ' || p.last_name), '') as recipient, m.template, m.planned_at, m.sent_at, m.channel, m.held_at,
        m.failed_at, m.cancelled_at, m.key, m.body
      from message m join family_case c on c.municipality_id = m.municipality_id and c.id = m.case_id left join person p on p.municipality_id = m.municipality_id and p.id = m.person_id
        left join meeting_participant o on o.municipality_id = m.municipality_id and o.id = m.meeting_participant_id
      where m.channel = 'letter' and m.staff_id is null and m.cancelled_at is null and m.case_id = any (access.ids('ledger')) and (m.sent_at is null or m.sent_at > access.now() - interval '30 days')
      order by m.sent_at is not null, coalesce(m.sent_at, m.planned_at) desc limit 200`.execute(tx)
    return rows.map((r) => ({
      id: r.id, caseId: r.case_id, number: r.number, family: r.family, personId: r.person_id, recipient: r.recipient,
      title: openBody(ctx.municipalityId, r.key, r.body).letter.title, plannedAt: r.planned_at, printedAt: r.sent_at, state: messageState(r),
    }))
  },
  concerns: (_, letters) => ({ personIds: letters.flatMap((l) => l.personId ?? []), bases: ['household-names'] }),
})
type LetterRow = {
  id: number; case_id: number; number: string; family: string; person_id: number | null; recipient: string; template: string; planned_at: string
  channel: 'letter'; sent_at: string | null; held_at: string | null; failed_at: string | null; cancelled_at: string | null; key: string; body: Uint8Array
}
