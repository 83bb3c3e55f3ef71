import { sql } from 'kysely'
import type { z } from 'zod'
import { casePack } from '#app/catalogue/queries.server.ts'
import { helpersOf } from '#app/consent/queries.server.ts'
import { peopleOf } from '#app/families/queries.server.ts'
import { changeSeen } from '#app/platform/change-seen.ts'
import { command } from '#app/platform/command.server.ts'
import { type Context, Forbidden, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { hiddenIn } from './call-meeting.server.ts'
import { tellInvited } from './change-meeting.server.ts'
import { kindOf } from './kinds.ts'
import { AddParticipant, ChangeParticipant, dayOf, type Meeting, type Participant, timeOf, usualMinutes, WithdrawParticipant, WriteContribution } from './meeting.ts'
import { agendaOf, participantsOf, takingPart } from './queries.server.ts'
import { arranges, behalfColumns, onMeeting, openMeeting, recordOf, takesPart, wrong } from './rights.server.ts'

const concernsOf = ({ caseId }: { caseId: number }, p: Participant) => ({
  caseId,
  personIds: p.subjects,
  shelfIds: [p.shelfId],
  details: { meeting: p.meetingId, participant: p.id },
})

/**
 * Somebody more at the meeting: a person of the family or its network, a helper, or somebody outside. The family itself, or the coordinator at its word
 * (MEET-14). A doctor comes by letter with ten minutes by telephone and the first point; an interpreter doubles the time.
 */
export const addParticipant = command({
  event: 'meetings.add-participant',
  input: AddParticipant,
  case: ({ caseId }) => caseId,
  may: onMeeting(takesPart),
  async run(tx, ctx, input) {
    const meeting = await openMeeting(tx, input.caseId, input.meetingId)
    const staff = ctx.actor.kind === 'staff'
    const who = await whoIs(tx, ctx, input, meeting)
    if (!staff && (input.interpreterFor || input.worksWith)) throw new Forbidden('meetings.add-participant')
    for (const [field, id] of [['companionOf', input.companionOf], ['interpreterFor', input.interpreterFor]] as const)
      if (id && !meeting.subjects.includes(id)) throw wrong(field, 'Vælg en, mødet handler om', 'Choose somebody the meeting is about')
    if (input.worksWith) await otherParentAgrees(tx, input)
    const pack = await casePack(tx, input.caseId)
    const kind = kindOf(pack, meeting.kind, dayOf(meeting))
    const doctor = input.outsideSector === 'general-practice' && kind?.doctorMinutes ? kind.doctorMinutes : null
    const said = behalfColumns(ctx, input, meeting.subjects)
    const row = await tx
      .insertInto('meeting_participant')
      .values({
        ...(await recordOf(tx, ctx, meeting)),
        ...said,
        ...who,
        meeting_id: meeting.id,
        how: doctor ? 'telephone' : input.how,
        required_by: staff && input.requiredBy && kind?.mustCome.some((r) => r.code === input.requiredBy) ? input.requiredBy : null,
        wished_by: staff ? ('on_behalf_of_person' in said ? (said.on_behalf_of_person ?? null) : null) : ctx.actor.id,
        companion_of: input.companionOf ?? null,
        interpreter_for: input.interpreterFor ?? null,
        works_with: input.worksWith ?? null,
        slot_from: doctor ? input.slotFrom || timeOf(meeting) : input.slotFrom || null,
        slot_minutes: doctor ? (input.slotMinutes ?? doctor) : input.slotFrom ? (input.slotMinutes ?? 10) : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (doctor) await doctorFirst(tx, ctx, meeting)
    if (input.interpreterFor && kind && meeting.minutes < usualMinutes(kind.minutes, true)) await lengthen(tx, meeting, usualMinutes(kind.minutes, true))
    await tellInvited(tx, ctx, input.caseId, meeting.id)
    return theOne(tx, meeting.id, row.id)
  },
  concerns: concernsOf,
})

async function theOne(tx: Tx, meetingId: number, id: number): Promise<Participant> {
  const one = (await participantsOf(tx, [meetingId])).find((p) => p.id === id)
  if (!one) throw new NotFound('participant')
  return one
}

/** The columns that say who it is. @throws Invalid when they are not known here, come already, or a shield keeps the meeting from them */
async function whoIs(tx: Tx, ctx: Context, input: AddParticipant, meeting: Meeting) {
  const [kind, text] = input.who.split('-')
  const id = Number(text)
  const there = takingPart(await participantsOf(tx, [meeting.id]))
  if (there.some((p) => (kind === 'person' ? p.personId === id : kind === 'staff' && p.staffId === id))) throw wrong('who', 'Er allerede med', 'Comes already')
  if (kind === 'person') {
    if (!(await peopleOf(tx, [input.caseId], ctx.today)).some((p) => p.id === id && p.died === null && p.kind !== 'unborn'))
      throw wrong('who', 'Vælg en fra familien eller netværket', 'Choose somebody of the family or its network')
    if ((await hiddenIn(tx, ctx, input.caseId))(id).some((other) => meeting.subjects.includes(other)))
      throw wrong('who', 'En afskærmning holder mødet skjult for personen. Hold et møde for sig', 'A shield keeps the meeting from this person. Hold a separate meeting')
    return { person_id: id }
  }
  if (kind === 'staff') {
    const team = await helpersOf(tx, [input.caseId], ctx.today)
    if (!team.some((h) => h.staffId === id)) throw wrong('who', 'Vælg en, der er med om familien', 'Choose somebody who works with the family')
    return { staff_id: id }
  }
  const name = input.outsideName || (ctx.locale === 'da' ? 'Tolk' : 'Interpreter')
  return { outside_name: name, outside_role: input.outsideRole, outside_address: input.worksWith ? '' : input.outsideAddress, of_sector: input.outsideSector || null }
}

/** Of the other parent's caseworker name and department, while that parent has said yes to it (MEET-20). */
async function otherParentAgrees(tx: Tx, input: AddParticipant): Promise<void> {
  const { rows } = await sql<{ yes: boolean }>`select access.other_parent_told(${input.caseId}, ${input.worksWith ?? 0}, ${input.outsideSector}) as yes`.execute(tx)
  if (rows[0]?.yes !== true)
    throw wrong('worksWith', 'Den anden forælder har ikke sagt ja til, at vi må vide det', 'The other parent has not said yes to our knowing it')
}

/** His point stands first, so that he can ring off after ten minutes. */
async function doctorFirst(tx: Tx, ctx: Context, meeting: Meeting): Promise<void> {
  if ((await agendaOf(tx, [meeting.id])).some((p) => p.kind === 'doctor')) return
  await tx
    .insertInto('meeting_point')
    .values({ ...(await recordOf(tx, ctx, meeting)), meeting_id: meeting.id, position: 1, kind: 'doctor', title: 'Lægens punkt', minutes: 10 })
    .execute()
}
const lengthen = (tx: Tx, meeting: Meeting, minutes: number) =>
  tx
    .updateTable('meeting')
    .set((e) => ({ minutes, ...(meeting.invitedAt === null ? {} : { sequence: e('sequence', '+', 1) }) }))
    .where('id', '=', meeting.id)
    .execute()

async function openParticipant(tx: Tx, caseId: number, id: number): Promise<{ meeting: Meeting; participant: Participant }> {
  const row = await tx.selectFrom('meeting_participant').select('meeting_id').where('id', '=', id).where('case_id', '=', caseId).executeTakeFirst()
  if (!row) throw new NotFound('participant')
  return { meeting: await openMeeting(tx, caseId, row.meeting_id), participant: await theOne(tx, row.meeting_id, id) }
}

/** How somebody comes: at the table, by telephone with a time, by video, or in writing; as whose companion; when the interpreter was booked. */
export const changeParticipant = command({
  event: 'meetings.change-participant',
  input: ChangeParticipant,
  case: ({ caseId }) => caseId,
  may: onMeeting(arranges),
  async run(tx, ctx, input) {
    const { meeting } = await openParticipant(tx, input.caseId, input.participantId)
    if (input.companionOf && !meeting.subjects.includes(input.companionOf)) throw wrong('companionOf', 'Vælg en, mødet handler om', 'Choose somebody the meeting is about')
    await changeSeen({
      seen: input.seen,
      mine: { how: input.how, slotFrom: input.slotFrom, bookedWith: input.bookedWith },
      read: () => theOne(tx, meeting.id, input.participantId),
      shown: (p) => ({ how: p.how, slot: p.slot, bookedWith: p.bookedWith }),
      write: (p) =>
        tx
          .updateTable('meeting_participant')
          .set({
            how: input.how,
            companion_of: input.companionOf ?? null,
            booked_on: input.bookedOn ?? null,
            booked_with: input.bookedWith,
            slot_from: input.slotFrom || null,
            slot_minutes: input.slotFrom ? (input.slotMinutes ?? 10) : null,
          })
          .where('id', '=', p.id)
          .where('revision', '=', p.revision)
          .executeTakeFirst(),
    })
    await tellInvited(tx, ctx, input.caseId, meeting.id)
    return theOne(tx, meeting.id, input.participantId)
  },
  concerns: concernsOf,
})

/** Somebody is not to come after all. The family decides (MEET-14); who must come by the kind's rule stays, with the reason on the page. */
export const withdrawParticipant = command({
  event: 'meetings.withdraw-participant',
  input: WithdrawParticipant,
  case: ({ caseId }) => caseId,
  may: onMeeting(takesPart),
  run: (tx, ctx, input) => setOff(tx, ctx, input, true),
  concerns: concernsOf,
})
/** They come after all. */
export const restoreParticipant = command({
  event: 'meetings.restore-participant',
  input: WithdrawParticipant,
  case: ({ caseId }) => caseId,
  may: onMeeting(takesPart),
  run: (tx, ctx, input) => setOff(tx, ctx, input, false),
  concerns: concernsOf,
})

async function setOff(tx: Tx, ctx: Context, input: z.output<typeof WithdrawParticipant>, off: boolean): Promise<Participant> {
  const { meeting, participant } = await openParticipant(tx, input.caseId, input.participantId)
  if ((participant.withdrawnAt !== null) === off) return participant
  // Somebody else of the same kind may take the place: then the coordinator says why, and the rule stands as not met until then.
  if (off && participant.requiredBy !== null && (ctx.actor.kind === 'member' || input.reason.length < 3))
    throw wrong('reason', 'Skal være med til den slags møde. Koordinatoren kan skrive, hvem der kommer i stedet', 'Must come to a meeting of this kind. The coordinator may write who comes instead')
  if (ctx.actor.kind === 'member') {
    const { rows } = await sql<{ done: boolean }>`select access.decide_participant(${participant.id}, ${off}, ${input.reason}) as done`.execute(tx)
    if (rows[0]?.done !== true) throw new Forbidden('meetings.withdraw-participant')
  } else {
    const said = behalfColumns(ctx, input, meeting.subjects)
    await tx
      .updateTable('meeting_participant')
      .set({ withdrawn_at: off ? ctx.now : null, withdrawn_reason: off ? input.reason : '', withdrawn_for: off ? ('on_behalf_of_person' in said ? (said.on_behalf_of_person ?? null) : null) : null })
      .where('id', '=', participant.id)
      .executeTakeFirst()
  }
  await tellInvited(tx, ctx, input.caseId, meeting.id)
  return theOne(tx, meeting.id, participant.id)
}

/** What somebody sent instead of coming (MEET-22): open groups and others without a caseworker take part in that way. Also on the day itself. */
export const writeContribution = command({
  event: 'meetings.write-contribution',
  input: WriteContribution,
  case: ({ caseId }) => caseId,
  may: onMeeting(arranges),
  async run(tx, ctx, input) {
    const row = await tx.selectFrom('meeting_participant').select('meeting_id').where('id', '=', input.participantId).where('case_id', '=', input.caseId).executeTakeFirst()
    if (!row) throw new NotFound('participant')
    await changeSeen({
      seen: input.seen,
      mine: input.words,
      read: () => theOne(tx, row.meeting_id, input.participantId),
      shown: (p) => p.contribution,
      write: (p) =>
        tx
          .updateTable('meeting_participant')
          .set({ contribution: input.words, contributed_on: ctx.today })
          .where('id', '=', p.id)
          .where('revision', '=', p.revision)
          .executeTakeFirst(),
    })
    return theOne(tx, row.meeting_id, input.participantId)
  },
  concerns: concernsOf,
})
