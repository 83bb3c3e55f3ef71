import { type Agreement, carriedTo, inOrder } from '#app/agreements/agreement.ts'
import { agreementsOf } from '#app/agreements/queries.server.ts'
import { decidesHere } from '#app/meeting-room/room.ts'
import { dayOf, type Meeting, stateOf } from '#app/meetings/meeting.ts'
import { meetingsOf } from '#app/meetings/queries.server.ts'
import { peopleOf, type PlanPerson, rightsOf, versionsOf as planVersionsOf } from '#app/plan/queries.server.ts'
import { contentNow } from '#app/plan/records.server.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { isEmpty, type MinutesContent, type MinutesPoint, newestAnswers, OneMinutes, sameAs } from './minutes.ts'
import { minutesContent } from './minutes-content.server.ts'
import { answersOf, findMinutes, listedIn, type MinutesHead, type MinutesVersion, pointsOf, type Sent, sentOf, tookPartOf, versionsOf } from './queries.server.ts'
import { minutesRights, type MinutesRights, seesMeeting, takesMinutes, theMeeting } from './rights.server.ts'
import { kindHere } from './kind.server.ts'

/** What is known already, so that nobody has to tell it again (MEET-19). */
export type Known = { hopes: { words: string; who: string }[]; goals: string[]; earlier: { meetingId: number; on: string; titles: string[] } | null }
export type MinutesPage = {
  caseId: number
  familyName: string
  today: string
  meeting: { id: number; on: string; startsAt: string; minutes: number; kind: string; held: boolean; subjects: number[] }
  head: MinutesHead | null
  versions: MinutesVersion[]
  /** What stands now, for who takes the minutes; empty for all others. */
  draft: MinutesPoint[]
  /** The newest that was sent; null: nothing was. */
  sent: MinutesContent | null
  /** Something has changed since it was sent. */
  changed: boolean
  content: MinutesContent
  /** Open before this meeting and carried to it (MEET-16). */
  carried: Agreement[]
  sentTo: Sent[]
  people: PlanPerson[]
  known: Known
  plan: { version: number | null; changed: boolean }
  may: { write: boolean; late: boolean; answer: boolean; decide: boolean; whole: boolean; approvesPlan: boolean }
  me: { staff: boolean; id: number; speaks: number[] }
}

/** The minutes of a meeting with all that stands around them, as far as the reader may see. */
export const readMinutes = query({
  event: 'minutes.read',
  input: OneMinutes,
  case: ({ caseId }) => caseId,
  may: seesMeeting,
  run: async (tx, ctx, input) => minutesPage(tx, ctx, await theMeeting(tx, input)),
  concerns: ({ caseId, meetingId }, r) => ({
    caseId,
    personIds: [...new Set([...r.meeting.subjects, ...r.content.points.flatMap((p) => p.subjects)])],
    shelfIds: shelvesOf(r),
    details: { meeting: meetingId },
  }),
})
export const shelvesOf = (r: MinutesPage): number[] => [
  ...new Set(
    [...r.content.points, ...r.draft, ...r.content.agreements, ...r.carried, ...r.content.answers, ...r.content.tookPart, ...r.versions, ...(r.head ? [r.head] : [])].map((x) => x.shelfId),
  ),
]

export async function minutesPage(tx: Tx, ctx: Context, meeting: Meeting): Promise<MinutesPage> {
  const rights = await minutesRights(tx, ctx, meeting.caseId)
  const write = rights.write && (await takesMinutes(tx, ctx, { caseId: meeting.caseId, meetingId: meeting.id })) === true
  const head = await findMinutes(tx, meeting.id)
  const versions = head ? await versionsOf(tx, head.id) : []
  const last = versions[0] ?? null
  const sent = head && last ? await minutesContent(tx, ctx, meeting, head, last) : null
  const draft = head && write ? await pointsOf(tx, head.id) : []
  const changed = last !== null && write && !sameAs(draft.filter((p) => !isEmpty(p)), await listedIn(tx, last.id))
  const nothing: MinutesContent = { points: [], agreements: [], tookPart: await tookPartOf(tx, meeting.id, head), answers: [] }
  const content = head && write ? await minutesContent(tx, ctx, meeting, head, null) : (sent ?? nothing)
  const people = await peopleOf(tx, ctx, meeting.caseId, await rightsOf(tx, ctx, meeting.caseId))
  const all = await agreementsOf(tx, meeting.caseId)
  const kind = await kindHere(tx, ctx, meeting)
  const family = await tx.selectFrom('family_case').select('name').where('id', '=', meeting.caseId).executeTakeFirst()
  return {
    caseId: meeting.caseId,
    familyName: family?.name ?? '',
    today: ctx.today,
    meeting: {
      id: meeting.id,
      on: dayOf(meeting),
      startsAt: meeting.startsAt,
      minutes: meeting.minutes,
      kind: kind?.label[ctx.locale] ?? '',
      held: ['held', 'running', 'passed'].includes(stateOf(meeting, ctx.now)),
      subjects: meeting.subjects,
    },
    head,
    versions,
    draft,
    sent,
    changed,
    content: { ...content, agreements: all.filter((a) => a.meeting?.id === meeting.id), answers: head ? newestAnswers(await answersOf(tx, ctx, head.id)) : [] },
    carried: inOrder(carriedTo(all, { id: meeting.id, on: dayOf(meeting) })),
    sentTo: await sentOf(tx, versions.map((v) => v.id)),
    people,
    known: await knownAlready(tx, meeting, people),
    plan: await planState(tx, meeting.caseId, rights),
    may: { write, late: rights.late, answer: last !== null && rights.open && (!rights.staff || rights.answers.length > 0), decide: kind !== null && decidesHere(kind), whole: rights.whole, approvesPlan: kind?.plan === 'approves' },
    me: { staff: rights.staff, id: ctx.actor.id, speaks: rights.speak },
  }
}

/** The family's own words, the goals, and what the last minutes were about: told once. */
async function knownAlready(tx: Tx, meeting: Meeting, people: readonly PlanPerson[]): Promise<Known> {
  const plan = await contentNow(tx, meeting.caseId)
  const earlier = (await meetingsOf(tx, meeting.caseId)).filter((x) => x.startsAt < meeting.startsAt && x.cancelledAt === null)
  let last: Known['earlier'] = null
  for (const one of earlier) {
    const head = await findMinutes(tx, one.id)
    const version = head && (await versionsOf(tx, head.id))[0]
    if (!head || !version) continue
    const { points } = await minutesOf(tx, head.id, version.id)
    last = { meetingId: one.id, on: dayOf(one), titles: [...new Set(points.map((p) => p.title).filter(Boolean))] }
    break
  }
  return {
    hopes: plan.hopes.map((h) => ({ words: h.words, who: people.find((p) => p.id === h.personId)?.name ?? '' })),
    goals: plan.goals.filter((g) => !g.dropped && g.level === 1).map((g) => g.title).filter(Boolean),
    earlier: last,
  }
}
const minutesOf = async (tx: Tx, minutesId: number, versionId: number) => {
  const listed = new Set((await listedIn(tx, versionId)).map((l) => l.pointId))
  return { points: (await pointsOf(tx, minutesId)).filter((p) => listed.has(p.id)) }
}

/** Has the plan changed since its last version? Asked for who can make the next one. */
async function planState(tx: Tx, caseId: number, rights: MinutesRights): Promise<MinutesPage['plan']> {
  const [last] = await planVersionsOf(tx, caseId, rights.staff)
  if (!rights.write || rights.late) return { version: last?.number ?? null, changed: false }
  const now = await contentNow(tx, caseId)
  const at = (table: string, rows: readonly { id: number; revision: number }[]) => rows.map((r) => `${table}.${r.id}.${r.revision}`)
  const records = [
    ...at('hope', now.hopes),
    ...at('goal', now.goals.filter((g) => !g.dropped)),
    ...at('activity', now.activities),
    ...at('plan_terms', now.terms),
  ]
  if (!last) return { version: null, changed: records.length > 0 }
  const listed = await tx.selectFrom('plan_version_record').select(['table_name', 'record_id', 'revision']).where('version_id', '=', last.id).execute()
  const before = new Set(listed.map((l) => `${l.table_name}.${l.record_id}.${l.revision}`))
  return { version: last.number, changed: listed.length !== records.length || records.some((r) => !before.has(r)) }
}
