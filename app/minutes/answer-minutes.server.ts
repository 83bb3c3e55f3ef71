import { sql } from 'kysely'
import { peopleOf, rightsOf } from '#app/plan/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { type Context, Forbidden, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Meeting } from '#app/meetings/meeting.ts'
import { AnswerMinutes, type MinutesAnswer, newestAnswers, OneAnswer } from './minutes.ts'
import { answersOf, findMinutes, versionsOf } from './queries.server.ts'
import { minutesRights, type MinutesRights, recordOf, seesMeeting, theMeeting, wrong } from './rights.server.ts'

/**
 * What somebody says to the minutes that were sent: right, to be corrected, or "I disagree" in their own words. A disagreement is seen by nobody
 * else until its writer releases it. Staff write it down at a member's word, with channel and date; a colleague who was there answers in the
 * name of their own sector. A new answer replaces the old one.
 */
export const answerMinutes = command({
  event: 'minutes.answer',
  input: AnswerMinutes,
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, input) => {
    const sees = await seesMeeting(tx, ctx, input)
    if (sees !== true) return sees
    const r = await minutesRights(tx, ctx, input.caseId)
    if (!r.staff) return r.open
    return input.personId ? r.write : r.answers.length > 0
  },
  async run(tx, ctx, input) {
    const meeting = await theMeeting(tx, input)
    const head = await findMinutes(tx, meeting.id)
    const version = head && (await versionsOf(tx, head.id))[0]
    if (!head || !version) throw new NotFound('minutes')
    const rights = await minutesRights(tx, ctx, input.caseId)
    const who = rights.staff && !input.personId ? { staff_id: ctx.actor.id } : { person_id: input.personId ?? ctx.actor.id }
    const behalf = await atTheirWord(tx, ctx, input, rights)
    const before = newestAnswers(await answersOf(tx, ctx, head.id)).find((a) => ('staff_id' in who ? a.staffId === who.staff_id : a.personId === who.person_id))
    const columns = answerRecord(ctx, { meeting, rights, personId: input.personId ?? null })
    const row = await tx
      .insertInto('minutes_answer')
      .values({
        ...columns,
        ...who,
        ...behalf,
        version_id: version.id,
        answer: input.answer,
        words: input.words,
        released_at: input.answer === 'disagree' && input.release ? ctx.now : null,
        replaces: before && replaceable(before, ctx) ? before.id : null,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects: columns.subjects }
  },
  concerns: ({ caseId, meetingId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { meeting: meetingId, answer: r.id } }),
})

/** Shows one's disagreement to the others. There is no way back into hiding: it has been read. */
export const releaseDisagreement = command({
  event: 'minutes.release',
  input: OneAnswer,
  case: ({ caseId }) => caseId,
  may: seesMeeting,
  async run(tx, ctx, input) {
    const found = await ownAnswer(tx, ctx, input)
    const { rows } = await sql<{ done: boolean }>`select access.release_disagreement(${found.id}) as done`.execute(tx)
    if (rows[0]?.done !== true) throw new Forbidden('minutes.release')
    return { shelfId: found.shelfId }
  },
  concerns: ({ caseId, answerId }, r) => ({ caseId, personIds: [], shelfIds: [r.shelfId], details: { answer: answerId } }),
})

/** Takes back one's answer, also one that staff wrote on one's behalf. */
export const undoAnswer = command({
  event: 'minutes.undo-answer',
  input: OneAnswer,
  case: ({ caseId }) => caseId,
  may: seesMeeting,
  async run(tx, ctx, input) {
    const meeting = await theMeeting(tx, input)
    const head = await findMinutes(tx, meeting.id)
    const found = await ownAnswer(tx, ctx, input)
    const version = head && (await versionsOf(tx, head.id)).find((v) => v.number === found.versionNumber)
    if (!head || !version) throw new NotFound('minutes')
    const rights = await minutesRights(tx, ctx, input.caseId)
    const columns = answerRecord(ctx, { meeting, rights, personId: null })
    const row = await tx
      .insertInto('minutes_answer')
      .values({ ...columns, person_id: found.personId, staff_id: found.staffId, version_id: version.id, answer: 'confirmed', undone: true, replaces: found.id })
      .returning('shelf_id')
      .executeTakeFirstOrThrow()
    return { shelfId: row.shelf_id }
  },
  concerns: ({ caseId, answerId }, r) => ({ caseId, personIds: [], shelfIds: [r.shelfId], details: { answer: answerId } }),
})

async function ownAnswer(tx: Tx, ctx: Context, input: { caseId: number; meetingId: number; answerId: number }): Promise<MinutesAnswer> {
  const meeting = await theMeeting(tx, input)
  const head = await findMinutes(tx, meeting.id)
  const found = head && (await answersOf(tx, ctx, head.id)).find((a) => a.id === input.answerId)
  if (!found) throw new NotFound('answer')
  if (!found.mine) throw new Forbidden('answer')
  return found
}

const replaceable = (a: MinutesAnswer, ctx: Context): boolean => a.mine || (ctx.actor.kind === 'staff' && a.onBehalf !== null)

/** Staff say how and when a member of the family said it. @throws Invalid */
async function atTheirWord(tx: Tx, ctx: Context, input: { caseId: number; personId?: number | null | undefined; channel: string | null; saidOn?: string | null | undefined }, rights: MinutesRights) {
  if (!rights.staff) {
    if (input.personId && input.personId !== ctx.actor.id) throw wrong('personId', 'ownOnly')
    return {}
  }
  if (!input.personId) return {}
  const people = await peopleOf(tx, ctx, input.caseId, await rightsOf(tx, ctx, input.caseId))
  if (!people.some((p) => p.id === input.personId && !p.died)) throw wrong('personId', 'notInFamily')
  if (input.channel === null || !input.saidOn) throw wrong('channel', 'onlyOnBehalf')
  return { on_behalf_of_person: input.personId, on_behalf_channel: input.channel, on_behalf_on: input.saidOn }
}

/**
 * About those of the meeting whom the writer speaks for, so that who reads the minutes about them reads the answer; a colleague's belongs to
 * their own sector.
 */
function answerRecord(ctx: Context, { meeting, rights, personId }: { meeting: Meeting; rights: MinutesRights; personId: number | null }) {
  if (rights.staff) {
    const sector = rights.answers.includes('coordination') || personId !== null || rights.answers.length === 0 ? 'coordination' : rights.answers[0]!
    return recordOf(ctx, meeting, meeting.subjects, sector)
  }
  const mine = meeting.subjects.filter((id) => rights.speak.includes(id))
  return recordOf(ctx, meeting, mine.length > 0 ? mine : [ctx.actor.id])
}
