import { sql } from 'kysely'
import type { Meeting } from '#app/meetings/meeting.ts'
import { participantsOf } from '#app/meetings/queries.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { forRecipients, type MinutesContent, type Sight } from './minutes.ts'
import type { MinutesPaper } from './minutes-letter.ts'

/**
 * The minutes for these participants: what the asker reads and every one of them may read at this instant.
 * @throws NotFound for somebody who was not asked to come, or who gets nothing in writing
 */
export async function minutesFor(
  tx: Tx,
  ctx: Context,
  { meeting, content, participantIds }: { meeting: Meeting; content: MinutesContent; participantIds: readonly number[] },
): Promise<MinutesPaper> {
  const all = await participantsOf(tx, [meeting.id])
  const recipients = participantIds.map((id) => {
    const found = all.find((p) => p.id === id && p.interpreterFor === null)
    if (!found) throw new NotFound('recipient')
    return found
  })
  const wasThere = new Set(content.tookPart.filter((t) => t.present).map((t) => t.participantId))
  const together = content.tookPart.flatMap((t) => (t.present && t.personId !== null ? [t.personId] : []))
  const sights: Sight[] = []
  for (const p of recipients) {
    const { rows } = await sql<{ sight: Sight }>`select access.minutes_for(${p.id}) as sight`.execute(tx)
    const sight = rows[0]?.sight
    if (!sight) throw new NotFound('recipient')
    // Who was at the table knows who else was.
    sights.push(sight.knows && wasThere.has(p.id) ? { ...sight, knows: [...sight.knows, ...together] } : sight)
  }
  const place = await tx.selectFrom('municipality').select('name').where('municipality_id', '=', ctx.municipalityId).executeTakeFirst()
  return {
    municipality: place ? `${place.name} Kommune` : '',
    today: ctx.today,
    meeting: { startsAt: meeting.startsAt, minutes: meeting.minutes },
    recipients: recipients.map((p) => p.name),
    ...forRecipients(content, sights),
  }
}
