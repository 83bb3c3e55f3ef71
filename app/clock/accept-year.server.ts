import { hiddenIn, insertMeeting } from '#app/meetings/call-meeting.server.ts'
import { kindsOf } from '#app/meetings/kinds.ts'
import { separateMeetings } from '#app/meetings/meeting.ts'
import { arranges } from '#app/meetings/rights.server.ts'
import { onCase } from '#app/plan/rights.server.ts'
import { command } from '#app/platform/command.server.ts'
import { AcceptYear } from './clock.ts'
import { calledDays, yearOf } from './read-year.server.ts'
import { clockOf, type FamilyClock } from './queries.server.ts'
import { wrong } from './rights.server.ts'

/**
 * Calls the joint meetings of the proposal that were chosen, each with the obligations it is meant to serve (MEET-07, MEET-10, IT-01). The proposal
 * is computed again here: a date that is no longer in it is refused, so that nobody calls what has changed meanwhile.
 * @throws Invalid at `dates`
 */
export const acceptYear = command({
  event: 'clock.accept-year',
  input: AcceptYear,
  case: ({ caseId }) => caseId,
  may: onCase(arranges),
  async run(tx, ctx, input) {
    const clock = await clockOf(tx, input.caseId, ctx.today)
    if (!kindsOf(clock.pack, ctx.today).some((kind) => kind.code === input.kind)) throw wrong('kind', 'Vælg, hvilket møde det er', 'Choose which meeting it is')
    const { year } = await yearOf(tx, ctx, clock, input.slack ?? null)
    const called = calledDays(clock, ctx.today)
    const proposed = (year.proposal?.meetings ?? []).filter((meeting) => !called.includes(meeting.date))
    const chosen = proposed.filter((meeting) => input.dates.includes(meeting.date))
    if (chosen.length < new Set(input.dates).size)
      throw wrong('dates', 'Forslaget har ændret sig. Se det igennem, og vælg igen', 'The proposal has changed. Look at it and choose again')
    const subjects = clock.people.map((p) => p.id)
    // Where a shield stands between two of them each side has a meeting of its own (CON-15).
    const groups = separateMeetings(subjects, await hiddenIn(tx, ctx, input.caseId))
    const made: { id: number; shelfId: number }[] = []
    for (const meeting of chosen)
      for (const group of groups) {
        const one = await insertMeeting(tx, ctx, {
          caseId: input.caseId,
          kind: input.kind,
          day: meeting.date,
          time: input.time,
          minutes: null,
          place: input.place,
          videoLink: '',
          note: '',
          personIds: group,
          serves: servesOf(clock, meeting.serves, group),
        })
        made.push({ id: one.id, shelfId: one.shelfId })
      }
    return { meetings: made, subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [...new Set(r.meetings.map((m) => m.shelfId))], details: { meetings: r.meetings.map((m) => m.id) } }),
})

/** What a meeting of these people is meant to serve: what is about the family as one, and about those of them. */
const servesOf = (clock: FamilyClock, ids: readonly string[], group: readonly number[]) =>
  clock.entries
    .filter((entry) => ids.includes(entry.id) && (entry.personId === null || group.includes(entry.personId)))
    .map((entry) => ({ code: entry.code, personId: entry.personId, due: entry.due }))
