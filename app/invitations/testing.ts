import { applyShippedPack } from '#app/catalogue/testing.ts'
import { decrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys } from '#app/platform/crypto/keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { bodyAad, type MessageBody } from '#app/platform/messages/message.ts'
import { instantAt } from '#app/platform/time/copenhagen.ts'
import type { TestDatabase } from '#test/database.ts'
import { insert, type World } from '#test/world.ts'
import type { InvitedMeeting, InvitedParticipant, PlannedInvitation, WayToCome } from './invitation.ts'
import { planInvitations } from './plan-invitations.server.ts'

export const applyPackTo = (t: TestDatabase, municipalityId: number, code = 'hedensted'): Promise<void> => applyShippedPack(t, municipalityId, code)
export const inDays = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10)

const record = (w: World, subjects: number[]) => ({ municipality_id: w.municipalityId, case_id: w.caseId, sector: 'coordination', category: 'meetings', visibility: 'family', subjects })
let meetings = 0
/** A meeting in ten days at one o'clock about Mette and Ida, as its own slice writes it. */
export async function aMeeting(t: TestDatabase, w: World, over: Record<string, unknown> = {}): Promise<number> {
  return insert(t, 'meeting', {
    ...record(w, [w.people.mette, w.people.ida]),
    kind: 'network-meeting',
    starts_at: instantAt(inDays(10), '13:00'),
    minutes: 90,
    place: 'Børnehuset, Æblevej 3',
    uid: `moede-${++meetings}@test`,
    invited_at: new Date().toISOString(),
    serves: JSON.stringify([]),
    author_staff_id: w.staff.coordinator,
    ...over,
  })
}
/** Somebody's place at it. `meeting_participant` has the walls of the meeting. */
export async function aPlace(t: TestDatabase, w: World, meetingId: number, who: Record<string, unknown>): Promise<number> {
  const { rows } = await t.owner.query<{ subjects: number[] }>('select subjects::int[] from meeting where id = $1', [meetingId])
  return insert(t, 'meeting_participant', { ...record(w, rows[0]?.subjects ?? []), meeting_id: meetingId, author_staff_id: w.staff.coordinator, ...who })
}
export const doctor = (over: Record<string, unknown> = {}) => ({
  outside_name: 'Lægehuset Torvet', outside_role: 'Læge', outside_address: 'Torvet 1, 8722 Hedensted', of_sector: 'general-practice', how: 'telephone', slot_from: '13:00', slot_minutes: 10, ...over,
})

type Row = Record<string, unknown>
/** Plans the invitations as meetings' verbs do, with what stands in the tables. */
export async function invite(t: TestDatabase, w: World, meetingId: number, as: Parameters<World['ctxFor']>[0] = 'coordinator'): Promise<PlannedInvitation[]> {
  const { rows } = await t.owner.query<Row>('select * from meeting where id = $1', [meetingId])
  const m = rows[0]!
  const meeting: InvitedMeeting = {
    id: meetingId, caseId: w.caseId, uid: String(m['uid']), sequence: Number(m['sequence']), startsAt: new Date(m['starts_at'] as string).toISOString(), minutes: Number(m['minutes']),
    place: String(m['place']), videoLink: String(m['video_link']), kind: String(m['kind']), subjects: (m['subjects'] as string[]).map(Number),
    serves: m['serves'] as InvitedMeeting['serves'], cancelledAt: m['cancelled_at'] ? new Date(m['cancelled_at'] as string).toISOString() : null,
  }
  const places = await t.owner.query<Row>('select * from meeting_participant where meeting_id = $1 order by id', [meetingId])
  const participants = places.rows.map((p): InvitedParticipant => ({
    id: Number(p['id']),
    who: p['person_id'] ? { personId: Number(p['person_id']) } : p['staff_id'] ? { staffId: Number(p['staff_id']) }
      : { outside: { name: String(p['outside_name']), role: String(p['outside_role']), sector: String(p['of_sector']), address: String(p['outside_address']) } },
    how: p['how'] as WayToCome,
    slot: p['slot_from'] ? { from: String(p['slot_from']), minutes: Number(p['slot_minutes']) } : null,
    requiredBy: (p['required_by'] as string | null) ?? null,
    interprets: p['interpreter_for'] !== null,
    withdrawnAt: p['withdrawn_at'] ? String(p['withdrawn_at']) : null,
  }))
  return inTransaction(w.ctxFor(as), w.caseId, (tx, ctx) => planInvitations(tx, ctx, meeting, participants))
}

export type SentMessage = { id: number; participantId: number | null; personId: number | null; staffId: number | null; channel: string; template: string; subject: string; body: MessageBody }
/** The messages about meetings of a municipality with their texts, oldest first. */
export async function meetingMessages(t: TestDatabase, municipalityId: number): Promise<SentMessage[]> {
  const { rows } = await t.owner.query<{ id: string; key: string; body: Buffer; meeting_participant_id: string | null; person_id: string | null; staff_id: string | null; channel: string; template: string; subject: string }>(
    `select * from message where municipality_id = $1 and template like 'meeting%' order by id`, [municipalityId])
  const number = (v: string | null) => (v === null ? null : Number(v))
  return rows.map((r) => ({
    id: Number(r.id), participantId: number(r.meeting_participant_id), personId: number(r.person_id), staffId: number(r.staff_id), channel: r.channel, template: r.template, subject: r.subject,
    body: JSON.parse(decrypt(keys().cprKeys, r.body, bodyAad(municipalityId, r.key))) as MessageBody,
  }))
}
/** The token of the newest link that was sent to a participant from outside. */
export async function newestLink(t: TestDatabase, municipalityId: number, participantId: number): Promise<string> {
  const text = JSON.stringify((await meetingMessages(t, municipalityId)).filter((m) => m.participantId === participantId).at(-1)?.body)
  return /\/moede\/([a-z0-9-]{24})/.exec(text)?.[1] ?? ''
}
