import { sql } from 'kysely'
import { facesOf } from '#app/team/queries.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Answer, AnswerState, Preparation, Told } from './invitation.ts'

/** Name of the municipality the actor is in. */
export async function municipalityName(tx: Tx, municipalityId: number): Promise<string> {
  const row = await tx.selectFrom('municipality').select('name').where('municipality_id', '=', municipalityId).executeTakeFirst()
  return row?.name ?? ''
}

/** Whom to call about a meeting: the family's coordinator today. */
export async function contactOf(tx: Tx, caseId: number, today: string): Promise<{ name: string; phone: string } | null> {
  const row = await tx
    .selectFrom('assignment')
    .select('staff_id')
    .where('case_id', '=', caseId)
    .where('role', '=', 'coordinator')
    .where(sql<boolean>`access.within(${today}::date, valid_from, valid_until)`)
    .orderBy('id')
    .executeTakeFirst()
  const face = row ? (await facesOf(tx, [row.staff_id], today)).get(row.staff_id) : undefined
  return face ? { name: face.name, phone: face.phone ?? '' } : null
}

/** First names of those whom the actor knows. */
export async function firstNames(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('person').select(['id', 'first_name']).where('id', 'in', [...ids]).execute()
  return new Map(rows.map((r) => [r.id, r.first_name]))
}

type Detail = NonNullable<AnswerState['detail']>
/** How each participant of these meetings was invited and what they answered, as far as the actor may see the participant; by participant. */
export async function answersOf(tx: Tx, meetingIds: readonly number[]): Promise<AnswerState[]> {
  if (meetingIds.length === 0) return []
  const sent = await tx.selectFrom('invitation').selectAll().where('meeting_id', 'in', [...meetingIds]).orderBy('participant_id').execute()
  const words = await tx.selectFrom('meeting_answer').selectAll().where('meeting_id', 'in', [...meetingIds]).where('replaced_by', 'is', null).orderBy('id').execute()
  // the newest counts, and only while it is the answer that stands
  const details = new Map<number, { answer: string; detail: Detail }>(
    words.map((w) => [
      w.participant_id,
      {
        answer: w.answer,
        detail: { id: w.id, shelfId: w.shelf_id, reason: w.reason, substitute: w.substitute, statedBy: w.stated_by_name, channel: w.stated_channel ?? w.on_behalf_channel, subjects: w.subjects },
      },
    ]),
  )
  return sent.map((i) => {
    const last = details.get(i.participant_id)
    return {
      participantId: i.participant_id,
      meetingId: i.meeting_id,
      sentBy: i.method === 'cancel' ? null : (i.channel as AnswerState['sentBy']),
      sentAt: i.planned_at,
      answer: i.answer as Answer | null,
      answeredAt: i.answered_at,
      told: i.told as Told,
      detail: last && last.answer === i.answer ? last.detail : null,
    }
  })
}

/** What participants wrote to prepare themselves, as far as the actor may read it; oldest first. */
export async function preparationsOf(tx: Tx, meetingId: number): Promise<Preparation[]> {
  const rows = await tx
    .selectFrom('meeting_preparation as w')
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'w.author_staff_id').onRef('s.municipality_id', '=', 'w.municipality_id'))
    .leftJoin('person as p', (j) => j.onRef('p.id', '=', 'w.author_person_id').onRef('p.municipality_id', '=', 'w.municipality_id'))
    .selectAll('w')
    .select(sql<string>`coalesce(w.stated_by_name, s.name, p.first_name, '')`.as('by'))
    .where('w.meeting_id', '=', meetingId)
    .where('w.replaced_by', 'is', null)
    .orderBy('w.id')
    .execute()
  return rows.map((w) => ({
    id: w.id,
    shelfId: w.shelf_id,
    revision: w.revision,
    participantId: w.participant_id,
    subjects: w.subjects,
    well: w.well,
    worries: w.worries,
    offer: w.offer,
    by: w.by,
    byStaff: w.author_staff_id,
    byPerson: w.author_person_id,
    sector: w.stated_by_sector ?? w.sector,
    visibility: w.visibility as Preparation['visibility'],
    householdShared: w.household_shared,
    writtenAt: w.created_at,
  }))
}
