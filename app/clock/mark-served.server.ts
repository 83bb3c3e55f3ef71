import { command } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { MarkServed, TakeBack } from './clock.ts'
import { anyAuthority, heldMeeting, ownEntry, recordColumns, wrong } from './rights.server.ts'

/**
 * "Mødet tæller": the obligation's own authority says that it has been kept (MEET-11). With a joint meeting every condition of the pack must be
 * met; a meeting serves nothing without this. The database takes it from nobody else.
 * @throws NotFound when it is not the actor's to say, Invalid when a condition is missing or the day is not the meeting's
 */
export const markServed = command({
  event: 'clock.mark-served',
  input: MarkServed,
  case: ({ caseId }) => caseId,
  may: anyAuthority,
  async run(tx, ctx, input) {
    const { clock, entry } = await ownEntry(tx, ctx, input)
    if (input.servedOn > ctx.today) throw wrong('servedOn', 'Datoen kan ikke ligge i fremtiden', 'The date cannot be in the future')
    const known = entry.obligation.conditions.map((c) => c.code)
    const conditions = known.filter((code) => input.conditions.includes(code))
    if (input.meetingId) {
      const meeting = heldMeeting(clock, input.meetingId)
      if (!meeting) throw wrong('meetingId', 'Vælg et møde, der er holdt', 'Choose a meeting that was held')
      if (meeting.onDay !== input.servedOn) throw wrong('servedOn', 'Det er ikke mødets dag', 'That is not the day of the meeting')
      if (!entry.joint) throw wrong('meetingId', 'Den kan ikke klares på et fælles møde', 'It cannot be kept by a joint meeting')
      if (conditions.length < known.length)
        throw wrong('conditions', 'Mødet tæller kun, når alt er krydset af', 'The meeting counts only when everything is ticked')
      if (entry.history.some((h) => h.meetingId === input.meetingId && h.servedId !== null))
        throw wrong('meetingId', 'Mødet tæller allerede', 'The meeting counts already')
    }
    const row = await tx
      .insertInto('obligation_served')
      .values({
        ...recordColumns(ctx, input.caseId, entry, clock),
        code: entry.code,
        person_id: entry.personId,
        served_on: input.servedOn,
        due_on: entry.due,
        meeting_id: input.meetingId ?? null,
        conditions,
        note: input.note,
      })
      .returning(['id', 'shelf_id', 'subjects'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { served: r.id } }),
})

/** A tick made by mistake is taken back: a new row says so, the old one stays in the history. */
export const takeBackServed = command({
  event: 'clock.take-back-served',
  input: TakeBack,
  case: ({ caseId }) => caseId,
  may: anyAuthority,
  async run(tx, ctx, { caseId, id, reason }) {
    const old = await tx.selectFrom('obligation_served').selectAll().where('id', '=', id).where('case_id', '=', caseId).where('replaced_by', 'is', null).where('undone', '=', false).executeTakeFirst()
    if (!old) throw new NotFound('served')
    const row = await tx
      .insertInto('obligation_served')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: caseId,
        sector: old.sector,
        category: old.category,
        visibility: old.visibility,
        household_shared: old.household_shared,
        subjects: old.subjects,
        code: old.code,
        person_id: old.person_id,
        served_on: old.served_on,
        due_on: old.due_on,
        meeting_id: old.meeting_id,
        note: reason,
        undone: true,
        replaces: old.id,
      })
      .returning(['id', 'shelf_id', 'subjects'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects: row.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { served: r.id } }),
})
