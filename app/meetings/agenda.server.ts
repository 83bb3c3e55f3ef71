import { sql } from 'kysely'
import { subjectsAfterAsking } from '#app/consent/about-others.ts'
import { peopleThere } from '#app/families/queries.server.ts'
import { changeSeen } from '#app/platform/change-seen.ts'
import { command } from '#app/platform/command.server.ts'
import { type Context, Forbidden, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { DropAgendaPoint, type Meeting, MoveAgendaPoint, type Point, SetAgendaPoint } from './meeting.ts'
import { agendaOf } from './queries.server.ts'
import { behalfColumns, onMeeting, openMeeting, recordOf, takesPart, wrong } from './rights.server.ts'

const concernsOf = ({ caseId }: { caseId: number }, p: Point) => ({ caseId, personIds: p.subjects, shelfIds: [p.shelfId], details: { meeting: p.meetingId, point: p.id } })

/**
 * Something to talk about (MEET-13, MEET-21): new, or other words. By the family itself, or by the coordinator, at its word with how and when. Whom the
 * words name and the meeting is not about is asked about once.
 */
export const setAgendaPoint = command({
  event: 'meetings.set-point',
  input: SetAgendaPoint,
  case: ({ caseId }) => caseId,
  may: onMeeting(takesPart),
  async run(tx, ctx, input) {
    const meeting = await openMeeting(tx, input.caseId, input.meetingId)
    const before = input.pointId ? await pointOf(tx, meeting.id, input.pointId) : null
    const record = await recordOf(tx, ctx, meeting)
    const people = (await peopleThere(tx, input.caseId, ctx.today)).map((p) => ({ id: p.id, firstName: p.firstName }))
    const subjects = before
      ? before.subjects
      : subjectsAfterAsking({ texts: [input.title, input.words], subjects: record.subjects, people: mentionable(people, record.subjects, ctx, meeting), aboutOthers: input.aboutOthers })
    if (before) {
      await changeSeen({
        seen: input.seen ?? 0,
        mine: { title: input.title, words: input.words },
        read: () => pointOf(tx, meeting.id, before.id),
        shown: (p) => ({ title: p.title, words: p.words }),
        write: (p) =>
          tx
            .updateTable('meeting_point')
            .set({ title: input.title, words: input.words, minutes: input.minutes })
            .where('id', '=', p.id)
            .where('revision', '=', p.revision)
            .executeTakeFirst(),
      })
      return pointOf(tx, meeting.id, before.id)
    }
    const agenda = await agendaOf(tx, [meeting.id])
    const said = behalfColumns(ctx, input, meeting.subjects)
    const staff = ctx.actor.kind === 'staff'
    const forPerson = 'on_behalf_of_person' in said ? (said.on_behalf_of_person ?? null) : null
    const row = await tx
      .insertInto('meeting_point')
      .values({
        ...record,
        subjects,
        ...said,
        meeting_id: meeting.id,
        position: placeFor(agenda, !staff || forPerson !== null),
        kind: input.kind,
        title: input.title,
        words: input.words,
        minutes: input.minutes,
        raised_by_person: staff ? forPerson : ctx.actor.id,
        raised_by_staff: staff && forPerson === null ? ctx.actor.id : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return pointOf(tx, meeting.id, row.id)
  },
  concerns: concernsOf,
})

/** A member is asked only about those of the meeting; staff about everybody they know. */
const mentionable = <P extends { id: number }>(people: readonly P[], subjects: readonly number[], ctx: Context, meeting: Meeting): P[] =>
  ctx.actor.kind === 'staff' ? [...people] : people.filter((p) => subjects.includes(p.id) && meeting.subjects.includes(p.id))

/** What the family wants to talk about stands first, after the doctor's point; what others raise comes last. */
export function placeFor(agenda: readonly Pick<Point, 'position' | 'kind' | 'code' | 'raisedByPerson'>[], family: boolean): number {
  const last = Math.max(0, ...agenda.map((p) => p.position))
  if (!family) return last + 10
  const own = agenda.filter((p) => p.kind === 'doctor' || p.code === 'family-agenda' || (p.code === null && p.raisedByPerson !== null))
  const after = own.length === 0 ? 1 : Math.max(...own.map((p) => p.position)) + 1
  return after
}

async function pointOf(tx: Tx, meetingId: number, id: number): Promise<Point> {
  const one = (await agendaOf(tx, [meetingId])).find((p) => p.id === id)
  if (!one) throw new NotFound('point')
  return one
}
async function openPoint(tx: Tx, caseId: number, id: number): Promise<{ meeting: Meeting; point: Point }> {
  const row = await tx.selectFrom('meeting_point').select('meeting_id').where('id', '=', id).where('case_id', '=', caseId).executeTakeFirst()
  if (!row) throw new NotFound('point')
  const meeting = await openMeeting(tx, caseId, row.meeting_id)
  return { meeting, point: await pointOf(tx, meeting.id, id) }
}

/** Takes a point off. The child's voice, consents and agreements stay on every agenda that has them. */
export const dropAgendaPoint = command({
  event: 'meetings.drop-point',
  input: DropAgendaPoint,
  case: ({ caseId }) => caseId,
  may: onMeeting(takesPart),
  async run(tx, ctx, input) {
    const { point } = await openPoint(tx, input.caseId, input.pointId)
    if (['child', 'consents', 'agreements'].includes(point.kind)) throw wrong('pointId', 'Det punkt er altid med', 'This point is always there')
    await decide(tx, ctx, point, true, null)
    return point
  },
  concerns: concernsOf,
})

async function decide(tx: Tx, ctx: Context, point: Point, off: boolean, position: number | null): Promise<void> {
  if (ctx.actor.kind === 'member') {
    const { rows } = await sql<{ done: boolean }>`select access.decide_point(${point.id}, ${off}, ${position}) as done`.execute(tx)
    if (rows[0]?.done !== true) throw new Forbidden('meetings.point')
    return
  }
  await tx
    .updateTable('meeting_point')
    .set({ ...(off ? { dropped_at: ctx.now } : {}), ...(position === null ? {} : { position }) })
    .where('id', '=', point.id)
    .executeTakeFirst()
}

/** One place up or down; the others keep their order. */
export const moveAgendaPoint = command({
  event: 'meetings.move-point',
  input: MoveAgendaPoint,
  case: ({ caseId }) => caseId,
  may: onMeeting(takesPart),
  async run(tx, ctx, input) {
    const { meeting, point } = await openPoint(tx, input.caseId, input.pointId)
    const order = moved(await agendaOf(tx, [meeting.id]), point.id, input.direction)
    for (const [i, p] of order.entries()) if (p.position !== (i + 1) * 10) await decide(tx, ctx, p, false, (i + 1) * 10)
    return pointOf(tx, meeting.id, point.id)
  },
  concerns: concernsOf,
})

/** The list with one point moved one place; at either end nothing happens. */
export function moved<P extends { id: number }>(list: readonly P[], id: number, direction: 'up' | 'down'): P[] {
  const at = list.findIndex((p) => p.id === id)
  const to = direction === 'up' ? at - 1 : at + 1
  if (at < 0 || to < 0 || to >= list.length) return [...list]
  const next = [...list]
  const [one] = next.splice(at, 1)
  next.splice(to, 0, one!)
  return next
}

