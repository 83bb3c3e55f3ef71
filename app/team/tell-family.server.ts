import type { FamilyPerson } from '#app/intake/queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { planMessage } from '#app/platform/messages/plan-message.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { da, en } from './letter-messages.ts'

/**
 * KOO-15: tells the adults in plain words who helps them from when, in each one's own channel. An e-mail or SMS only says that
 * something waits; the
 * words stand in the portal and on paper.
 */
export async function tellFamily(
  tx: Tx,
  ctx: Context,
  t: { caseId: number; handoverId: number; what: 'planned' | 'taken-back'; toStaffId: number; on: string; to: readonly FamilyPerson[] },
): Promise<void> {
  const staff = await tx
    .selectFrom('staff')
    .leftJoin('staff_card', (j) =>
      j.onRef('staff_card.staff_id', '=', 'staff.id').onRef('staff_card.municipality_id', '=', 'staff.municipality_id'),
    )
    .select(['staff.name', 'staff.phone', 'staff_card.hours'])
    .where('staff.id', '=', t.toStaffId)
    .executeTakeFirstOrThrow()
  for (const person of t.to) {
    const locale = person.language === 'en' ? 'en' : 'da'
    const m = locale === 'en' ? en : da
    const lines = t.what === 'planned' ? m.planned(staff.name, formatDate(locale, t.on)) : m.takenBack(staff.name)
    await planMessage(tx, ctx, {
      template: 'message',
      to: { personId: person.id },
      caseId: t.caseId,
      key: `team.handover.${t.handoverId}.${t.what}.${person.id}`,
      letter: {
        title: m.title,
        blocks: [...lines, ...(staff.phone ? [m.call(staff.name, staff.phone, staff.hours ?? '')] : [])].map((text) => ({ kind: 'text', text })),
      },
    })
  }
}
