import { command, reachesCase } from '#app/platform/command.server.ts'
import { Conflict, type Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { inProject } from './keep-team.server.ts'
import { CallMeeting, MoveOnList, PutOnList, Recommend, swapped } from './meeting.ts'
import { familyPeople } from './queries.server.ts'

const TEAM: ('project-manager' | 'intake-team')[] = ['project-manager', 'intake-team']
const ofMeeting = async (tx: Tx, meetingId: number) => {
  const meeting = await tx.selectFrom('intake_meeting').select('project_id').where('id', '=', meetingId).executeTakeFirst()
  return meeting ? inProject(tx, meeting.project_id, TEAM) : ('not-found' as const)
}

/** ORG-08: a day on which the intake team meets. */
export const callMeeting = command({
  event: 'intake.call-meeting',
  input: CallMeeting,
  may: (tx, _, { projectId }) => inProject(tx, projectId, TEAM),
  run: async (tx, ctx, { projectId, heldOn, place }) =>
    tx
      .insertInto('intake_meeting')
      .values({ municipality_id: ctx.municipalityId, project_id: projectId, held_on: heldOn, place, called_by: ctx.actor.id })
      .returning('id')
      .executeTakeFirstOrThrow(),
  concerns: ({ heldOn }, result) => ({ personIds: [], bases: [], details: { meeting: result.id, heldOn } }),
})

/** Puts families last on the meeting's list; those that stand there already stay where they are. */
export const putOnList = command({
  event: 'intake.put-on-list',
  input: PutOnList,
  may: async (tx, _, { meetingId, caseIds }) => {
    const member = await ofMeeting(tx, meetingId)
    if (member !== true) return member
    for (const caseId of caseIds) if (!(await reachesCase(tx, caseId))) return 'not-found'
    return true
  },
  run: async (tx, ctx, { meetingId, caseIds }) => {
    const list = await entries(tx, meetingId)
    let last = Math.max(0, ...list.map((one) => one.position))
    for (const caseId of caseIds) {
      const old = list.find((one) => one.caseId === caseId)
      if (old && !old.off) continue
      last++
      if (old)
        await tx
          .updateTable('intake_meeting_case')
          .set({ position: last, taken_off_on: null })
          .where('meeting_id', '=', meetingId)
          .where('case_id', '=', caseId)
          .execute()
      else
        await tx
          .insertInto('intake_meeting_case')
          .values({ municipality_id: ctx.municipalityId, meeting_id: meetingId, case_id: caseId, position: last })
          .execute()
    }
    return { meetingId }
  },
  concerns: ({ meetingId, caseIds }) =>
    caseIds.map((caseId) => ({ caseId, personIds: [], bases: [], details: { meeting: meetingId } })),
})

/** Takes a family one place up or down, or off the list. */
export const moveOnList = command({
  event: 'intake.move-on-list',
  input: MoveOnList,
  may: async (tx, _, { meetingId, caseId }) => ((await reachesCase(tx, caseId)) ? ofMeeting(tx, meetingId) : 'not-found'),
  run: async (tx, ctx, { meetingId, caseId, to }) => {
    const list = (await entries(tx, meetingId)).filter((one) => !one.off)
    if (!list.some((one) => one.caseId === caseId)) throw new Conflict('not-on-list')
    const set = (id: number, values: { position?: number; taken_off_on?: string }) =>
      tx.updateTable('intake_meeting_case').set(values).where('meeting_id', '=', meetingId).where('case_id', '=', id).execute()
    if (to === 'off') await set(caseId, { taken_off_on: ctx.today })
    else for (const one of swapped(list, caseId, to)) await set(one.caseId, { position: one.position })
    return { meetingId }
  },
  concerns: ({ meetingId, caseId, to }) => ({ caseId, personIds: [], bases: [], details: { meeting: meetingId, to } }),
})

/** The question the team is to decide about a family, and what whoever prepares it recommends. One text a meeting; it may change. */
export const recommend = command({
  event: 'intake.recommend',
  input: Recommend,
  case: ({ caseId }) => caseId,
  may: async (tx, _, { meetingId, caseId }) => ((await reachesCase(tx, caseId)) ? ofMeeting(tx, meetingId) : 'not-found'),
  run: async (tx, ctx, input) => (await change(tx, input)) ?? write(tx, ctx, input),
  concerns: ({ caseId, meetingId }, result) => ({
    caseId,
    personIds: result.subjects,
    shelfIds: [result.shelf_id],
    details: { meeting: meetingId },
  }),
})
type Words = { meetingId: number; caseId: number; question: string; recommendation: string }
const change = (tx: Tx, { meetingId, caseId, question, recommendation }: Words) =>
  tx
    .updateTable('intake_recommendation')
    .set({ question, recommendation })
    .where('meeting_id', '=', meetingId)
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .returning(['shelf_id', 'subjects'])
    .executeTakeFirst()
const write = async (tx: Tx, ctx: Context, { meetingId, caseId, question, recommendation }: Words) =>
  tx
    .insertInto('intake_recommendation')
    .values({
      municipality_id: ctx.municipalityId,
      meeting_id: meetingId,
      question,
      recommendation,
      case_id: caseId,
      sector: 'coordination',
      category: 'intake',
      visibility: 'staff',
      subjects: (await familyPeople(tx, ctx, [caseId])).map((person) => person.id),
    })
    .returning(['shelf_id', 'subjects'])
    .executeTakeFirstOrThrow()

const entries = async (tx: Tx, meetingId: number) =>
  (
    await tx
      .selectFrom('intake_meeting_case')
      .select(['case_id', 'position', 'taken_off_on'])
      .where('meeting_id', '=', meetingId)
      .execute()
  ).map((row) => ({ caseId: row.case_id, position: row.position, off: row.taken_off_on !== null }))
