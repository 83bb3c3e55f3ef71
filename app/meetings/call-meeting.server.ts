import { casePack } from '#app/catalogue/queries.server.ts'
import type { MeetingKind } from '#app/catalogue/pack-meetings.ts'
import { helpersOf } from '#app/consent/queries.server.ts'
import { findPerson, householdsOf, membershipsOf, type PersonThere, peopleThere } from '#app/families/queries.server.ts'
import { householdOf } from '#app/families/families.ts'
import { command } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { instantAt } from '#app/platform/time/copenhagen.ts'
import { answering, kindOf } from './kinds.ts'
import { CallMeeting, hiddenFrom, type Meeting, usualMinutes } from './meeting.ts'
import { agendaOf, asMeeting, meetingsOf, shieldsOf } from './queries.server.ts'
import { arranges, newUid, onMeeting, recordOf, wrong } from './rights.server.ts'

/**
 * Sets a day for a meeting of the family (MEET-01, MEET-02): its fixed points, what was to be thought over since last time, the adults and those who
 * must come. Nobody is invited yet: the family decides who comes and what is talked about first (MEET-13, MEET-14).
 */
export const callMeeting = command({
  event: 'meetings.call',
  input: CallMeeting,
  case: ({ caseId }) => caseId,
  may: onMeeting(arranges),
  run: async (tx, ctx, input) => insertMeeting(tx, ctx, input),
  concerns: ({ caseId }, m) => ({ caseId, personIds: m.subjects, shelfIds: [m.shelfId], details: { meeting: m.id, kind: m.kind } }),
})

/**
 * As `callMeeting`, inside the transaction of another verb that has asked whether the actor may (the clock's series).
 * @throws Invalid for an unknown kind, a day that has passed, somebody not of the case, or two whom a shield keeps apart
 */
export async function insertMeeting(tx: Tx, ctx: Context, input: CallMeeting): Promise<Meeting> {
  const pack = await casePack(tx, input.caseId)
  const kind = kindOf(pack, input.kind, input.day)
  if (!kind) throw wrong('kind', 'Vælg, hvilket møde det er', 'Choose which meeting it is')
  const startsAt = instantAt(input.day, input.time)
  if (startsAt < ctx.now) throw wrong('day', 'Vælg en dag og et klokkeslæt, der kommer', 'Choose a day and time to come')
  const people = await peopleThere(tx, input.caseId, ctx.today)
  const subjects = await subjectsFor(tx, ctx, input, people)
  const interpreter = await anyInterpreter(tx, subjects)
  const record = await recordOf(tx, ctx, { caseId: input.caseId, subjects })
  const row = await tx
    .insertInto('meeting')
    .values({
      ...record,
      kind: kind.code,
      starts_at: startsAt,
      minutes: input.minutes ?? usualMinutes(kind.minutes, interpreter),
      place: input.place,
      video_link: input.videoLink,
      note: input.note,
      serves: JSON.stringify(input.serves),
      series_id: input.seriesId ?? null,
      uid: newUid(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const meeting = asMeeting(row)
  await firstAgenda(tx, ctx, meeting, kind)
  await firstParticipants(tx, ctx, meeting, kind, people)
  return meeting
}

/** Whom it is about: those chosen, else all of the family. Two whom a shield keeps apart are never in one meeting (CON-15). */
async function subjectsFor(tx: Tx, ctx: Context, input: CallMeeting, people: readonly PersonThere[]): Promise<number[]> {
  const possible = people.filter((p) => p.died === null)
  if (input.personIds.some((id) => !possible.some((p) => p.id === id))) throw wrong('personIds', 'Vælg nogen fra familien', 'Choose somebody of the family')
  const chosen = input.personIds.length > 0 ? input.personIds : possible.filter((p) => p.family).map((p) => p.id)
  if (chosen.length === 0) throw wrong('personIds', 'Vælg, hvem mødet handler om', 'Choose whom the meeting is about')
  const hidden = await hiddenIn(tx, ctx, input.caseId)
  if (chosen.some((id) => hidden(id).some((other) => chosen.includes(other))))
    throw wrong(
      'personIds',
      'Der er en afskærmning mellem nogle af dem. Hold et møde med hver, så ingen får at vide, hvor og hvornår den anden er',
      'There is a shield between some of them. Hold a meeting with each, so that nobody learns where and when the other is',
    )
  return chosen
}

/** For a person: whose meetings a shield in force keeps from them. */
export async function hiddenIn(tx: Tx, ctx: Pick<Context, 'today'>, caseId: number): Promise<(personId: number) => number[]> {
  const shields = await shieldsOf(tx, caseId, ctx.today)
  if (shields.length === 0) return () => []
  const memberships = await membershipsOf(tx, [caseId])
  const homes = await householdsOf(tx, caseId)
  const people = await peopleThere(tx, caseId, ctx.today)
  const known = memberships.filter((m) => homes.some((h) => h.id === m.householdId))
  const child = (id: number) => people.some((p) => p.id === id && p.child)
  return (personId) => hiddenFrom(personId, shields, (id) => householdOf(known, id, ctx.today), child)
}

async function anyInterpreter(tx: Tx, subjects: readonly number[]): Promise<boolean> {
  for (const id of subjects) if ((await findPerson(tx, id))?.interpreter) return true
  return false
}

/** The fixed points of the kind; what was to be thought over last time comes back first of its kind (MEET-18). */
async function firstAgenda(tx: Tx, ctx: Context, meeting: Meeting, kind: MeetingKind): Promise<void> {
  const record = await recordOf(tx, ctx, meeting)
  const points = kind.agenda.map((p) => ({ kind: p.kind, code: p.code, title: p.label.da, words: '', minutes: p.minutes ?? null, carried_from: null as number | null }))
  const last = (await meetingsOf(tx, meeting.caseId)).find((m) => m.id !== meeting.id && m.cancelledAt === null && m.startsAt < meeting.startsAt)
  const carried = last ? (await agendaOf(tx, [last.id])).filter((p) => p.kind === 'reflection' && p.code === null) : []
  const all = [
    ...points,
    ...carried.map((p) => ({ kind: 'reflection' as const, code: null, title: p.title, words: p.words, minutes: p.minutes, carried_from: p.id })),
  ]
  for (const [position, point] of all.entries())
    await tx.insertInto('meeting_point').values({ ...record, ...point, meeting_id: meeting.id, position: (position + 1) * 10 }).execute()
}

/** The adults it is about, and those who must come as far as they are found in the team. */
async function firstParticipants(tx: Tx, ctx: Context, meeting: Meeting, kind: MeetingKind, people: readonly PersonThere[]): Promise<void> {
  const record = await recordOf(tx, ctx, meeting)
  const adults = people.filter((p) => meeting.subjects.includes(p.id) && !p.child)
  for (const p of adults) await tx.insertInto('meeting_participant').values({ ...record, meeting_id: meeting.id, person_id: p.id }).execute()
  const team = await helpersOf(tx, [meeting.caseId], ctx.today)
  const found = new Map<number, string>()
  for (const rule of kind.mustCome)
    for (const c of answering(rule, team))
      if (!found.has(c.staffId)) found.set(c.staffId, rule.code)
  for (const [staffId, rule] of found)
    await tx.insertInto('meeting_participant').values({ ...record, meeting_id: meeting.id, staff_id: staffId, required_by: rule }).execute()
}
