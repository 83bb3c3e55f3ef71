import { command } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { tellInvited } from './change-meeting.server.ts'
import { InviteToMeeting, type Meeting, SayYes, UndoOnBehalf, yesStands } from './meeting.ts'
import { agendaOf, participantsOf, yesesOf } from './queries.server.ts'
import { arranges, behalfColumns, onMeeting, openMeeting, recordOf, takesPart, wrong } from './rights.server.ts'

/** "Sådan skal mødet være": a member's own yes to who comes and what is talked about, or their word written down by the coordinator (MEET-13). */
export const sayYes = command({
  event: 'meetings.say-yes',
  input: SayYes,
  case: ({ caseId }) => caseId,
  may: onMeeting(takesPart),
  async run(tx, ctx, input) {
    const meeting = await openMeeting(tx, input.caseId, input.meetingId)
    const staff = ctx.actor.kind === 'staff'
    const said = behalfColumns(ctx, input, meeting.subjects)
    const personId = staff ? input.onBehalfOf : ctx.actor.id
    if (!personId) throw wrong('onBehalfOf', 'Vælg, hvem der har sagt ja', 'Choose who said yes')
    const before = (await yesesOf(tx, [meeting.id])).find((y) => y.personId === personId)
    const mine = before && (staff || (await ownOr(tx, before.id, ctx.actor.id))) ? before.id : null
    const row = await tx
      .insertInto('meeting_yes')
      .values({
        ...(await recordOf(tx, ctx, meeting)),
        ...said,
        subjects: [personId],
        meeting_id: meeting.id,
        person_id: personId,
        said_on: ('on_behalf_on' in said ? said.on_behalf_on : null) ?? ctx.today,
        replaces: mine,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, personId }
  },
  concerns: ({ caseId, meetingId }, y) => ({ caseId, personIds: [y.personId], shelfIds: [y.shelfId], details: { meeting: meetingId, yes: y.id } }),
})
async function ownOr(tx: Tx, id: number, me: number): Promise<boolean> {
  const row = await tx.selectFrom('meeting_yes').select(['author_person_id', 'on_behalf_of_person']).where('id', '=', id).executeTakeFirst()
  return row?.author_person_id === me || row?.on_behalf_of_person === me
}

/** Members whose yes holds for the meeting as it stands now: nobody else added a point or somebody to it since. */
export async function standingYeses(tx: Tx, meetingId: number): Promise<number[]> {
  const points = (await agendaOf(tx, [meetingId])).filter((p) => p.code === null && p.kind !== 'doctor')
  const rows = await tx.selectFrom('meeting_participant').select(['id', 'created_at', 'author_person_id']).where('meeting_id', '=', meetingId).where('replaced_by', 'is', null).execute()
  const changes = [...points.map((p) => ({ createdAt: p.createdAt, authorPersonId: p.authorPersonId })), ...rows.map((r) => ({ createdAt: r.created_at, authorPersonId: r.author_person_id }))]
  return (await yesesOf(tx, [meetingId])).filter((y) => yesStands(y, changes)).map((y) => y.personId)
}

/** Sends the invitations, once the family has agreed who comes and what is talked about (MEET-13). What changes later is told at once. */
export const inviteToMeeting = command({
  event: 'meetings.invite',
  input: InviteToMeeting,
  case: ({ caseId }) => caseId,
  may: onMeeting(arranges),
  async run(tx, ctx, input): Promise<Meeting> {
    const meeting = await openMeeting(tx, input.caseId, input.meetingId)
    if (meeting.invitedAt !== null) return meeting
    if ((await standingYeses(tx, meeting.id)).length === 0)
      throw wrong('meetingId', 'Familien har ikke sagt ja til, hvem der kommer, og hvad I taler om', 'The family has not said yes to who comes and what you talk about')
    if (meeting.place === '' && meeting.videoLink === '') throw wrong('meetingId', 'Skriv først, hvor mødet er', 'Write first where the meeting is')
    await tx.updateTable('meeting').set({ invited_at: ctx.now }).where('id', '=', meeting.id).where('invited_at', 'is', null).execute()
    return tellInvited(tx, ctx, input.caseId, meeting.id)
  },
  concerns: ({ caseId }, m) => ({ caseId, personIds: m.subjects, shelfIds: [m.shelfId], details: { meeting: m.id, participants: 'told' } }),
})

/** A member takes back what was written down as theirs; the old one stays in the history. */
export const undoOnBehalf = command({
  event: 'meetings.undo-on-behalf',
  input: UndoOnBehalf,
  case: ({ caseId }) => caseId,
  may: onMeeting((r) => !r.staff && r.writes),
  async run(tx, ctx, { caseId, what, id }) {
    const table = ({ participant: 'meeting_participant', point: 'meeting_point', yes: 'meeting_yes' } as const)[what]
    const theirs = await tx.selectFrom(table).select(['meeting_id']).where('id', '=', id).where('case_id', '=', caseId).where('on_behalf_of_person', '=', ctx.actor.id).where('replaced_by', 'is', null).executeTakeFirst()
    if (!theirs) throw new NotFound(what)
    const meeting = await openMeeting(tx, caseId, theirs.meeting_id)
    const record = { ...(await recordOf(tx, ctx, meeting)), replaces: id }
    if (what === 'yes') {
      const row = await tx
        .insertInto('meeting_yes')
        .values({ ...record, subjects: [ctx.actor.id], meeting_id: meeting.id, person_id: ctx.actor.id, said_on: ctx.today, undone: true })
        .returning('shelf_id')
        .executeTakeFirstOrThrow()
      return { shelfId: row.shelf_id, subjects: [ctx.actor.id], meetingId: meeting.id }
    }
    if (what === 'point') {
      const point = (await agendaOf(tx, [meeting.id])).find((p) => p.id === id)
      if (!point) throw new NotFound('point')
      const row = await tx
        .insertInto('meeting_point')
        .values({ ...record, meeting_id: meeting.id, position: point.position, kind: point.kind, title: point.title, words: point.words, raised_by_person: ctx.actor.id, dropped_at: ctx.now })
        .returning(['shelf_id', 'subjects'])
        .executeTakeFirstOrThrow()
      return { shelfId: row.shelf_id, subjects: row.subjects, meetingId: meeting.id }
    }
    return undoParticipant(tx, ctx.now, meeting, record, id)
  },
  concerns: ({ caseId, what, id }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { meeting: r.meetingId, [what]: id } }),
})

async function undoParticipant(tx: Tx, now: string, meeting: Meeting, record: Awaited<ReturnType<typeof recordOf>> & { replaces: number }, id: number) {
  const one = (await participantsOf(tx, [meeting.id])).find((p) => p.id === id)
  if (!one) throw new NotFound('participant')
  const row = await tx
    .insertInto('meeting_participant')
    .values({
      ...record,
      meeting_id: meeting.id,
      person_id: one.personId,
      staff_id: one.staffId,
      outside_name: one.outside?.name ?? null,
      outside_role: one.outside?.role ?? '',
      of_sector: one.outside?.sector || null,
      how: one.how,
      withdrawn_at: now,
    })
    .returning(['shelf_id', 'subjects'])
    .executeTakeFirstOrThrow()
  return { shelfId: row.shelf_id, subjects: row.subjects, meetingId: meeting.id }
}
