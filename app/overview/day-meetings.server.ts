import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { copenhagenDay, copenhagenTime } from '#app/platform/time/copenhagen.ts'
import { answersOf } from '#app/invitations/queries.server.ts'
import { type Meeting, stateOf } from '#app/meetings/meeting.ts'
import { nextMeetings, participantsOf, takingPart } from '#app/meetings/queries.server.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import { type DayScope, packOfCase } from './day-scope.server.ts'
import { firstName, type DayItem } from './my-day.ts'
import type { Source } from './day-sources.server.ts'

/** The kind of a meeting as the family's pack names it; its code where the pack does not. */
export function kindLabel(scope: DayScope, ctx: Context, one: Pick<Meeting, 'caseId' | 'kind'>): string {
  const pack = packOfCase(scope, one.caseId)
  return (pack ? inForce(pack.meetingKinds, ctx.today) : []).find((kind) => kind.code === one.kind)?.label[ctx.locale] ?? one.kind
}

/** Meetings to come: of the families one coordinates, elsewhere those in which one takes part. */
export const meetingItems: Source = async (tx, ctx, scope) => {
  const all = await nextMeetings(tx, scope.all)
  const people = takingPart(await participantsOf(tx, all.map((one) => one.id)))
  const answers = await answersOf(tx, all.map((one) => one.id))
  return all.flatMap((one): DayItem[] => {
    const there = people.filter((p) => p.meetingId === one.id)
    if (!scope.whole.includes(one.caseId) && !there.some((p) => p.staffId === scope.me)) return []
    const said = answers.filter((a) => a.meetingId === one.id && there.some((p) => p.id === a.participantId))
    const coming = said.filter((a) => a.answer !== null && a.answer !== 'declines').length
    return [
      {
        key: `meeting.${one.id}`,
        caseId: one.caseId,
        due: copenhagenDay(one.startsAt),
        time: copenhagenTime(one.startsAt),
        owner: null,
        what: {
          kind: 'meeting',
          label: kindLabel(scope, ctx, one),
          place: one.place,
          people: there.length,
          coming,
          silent: said.filter((a) => a.answer === null).length,
          now: stateOf(one, ctx.now) === 'running',
        },
        href: `/familier/${one.caseId}/moeder/${one.id}`,
        act: null,
        personIds: one.subjects,
        shelfIds: [one.shelfId, ...there.map((p) => p.shelfId)],
      },
    ]
  })
}

/** Meetings of the last month whose time went by and nobody began: held elsewhere, or to be cancelled. */
export const unheldItems: Source = async (tx, ctx, scope) => {
  if (scope.whole.length === 0) return []
  const since = new Date(Date.parse(ctx.now) - 30 * 86_400_000).toISOString()
  const rows = await tx
    .selectFrom('meeting')
    .select(['id', 'case_id', 'kind', 'starts_at', 'minutes', 'subjects', 'shelf_id'])
    .where('case_id', 'in', scope.whole)
    .where('replaced_by', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('began_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('starts_at', '>', since)
    .where('starts_at', '<', ctx.now)
    .execute()
  return rows
    .filter((row) => Date.parse(row.starts_at) + row.minutes * 60_000 < Date.parse(ctx.now))
    .map((row) => ({
      key: `unheld.${row.id}`,
      caseId: row.case_id,
      due: copenhagenDay(row.starts_at),
      time: copenhagenTime(row.starts_at),
      owner: null,
      what: { kind: 'unheld', label: kindLabel(scope, ctx, { caseId: row.case_id, kind: row.kind }) },
      href: `/familier/${row.case_id}/moeder/${row.id}`,
      act: null,
      personIds: row.subjects,
      shelfIds: [row.shelf_id],
    }))
}

export type SoonMeeting = { id: number; caseId: number; label: string; day: string; time: string; place: string; people: string[] }
/** Meetings of these families that begin within so many hours, the soonest first: what a substitute hears first. */
export async function meetingsWithin(
  tx: Tx,
  ctx: Context,
  scope: DayScope,
  caseIds: readonly number[],
  hours: number,
): Promise<SoonMeeting[]> {
  const until = Date.parse(ctx.now) + hours * 3_600_000
  const soon = (await nextMeetings(tx, caseIds)).filter((one) => Date.parse(one.startsAt) <= until)
  const people = takingPart(await participantsOf(tx, soon.map((one) => one.id)))
  return soon.map((one) => ({
    id: one.id,
    caseId: one.caseId,
    label: kindLabel(scope, ctx, one),
    day: copenhagenDay(one.startsAt),
    time: copenhagenTime(one.startsAt),
    place: one.place,
    people: people.filter((p) => p.meetingId === one.id && p.name !== '').map((p) => firstName(p.name)),
  }))
}
