import { z } from 'zod'
import { Id } from '#app/families/families.ts'
import { householdsOf, membershipsOf, peopleOf } from '#app/families/queries.server.ts'
import { personName } from '#app/families/families.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { kindOf } from '#app/meetings/kinds.ts'
import { dayOf } from '#app/meetings/meeting.ts'
import { meetingsOf } from '#app/meetings/queries.server.ts'
import { rightsOf, versionsOf } from '#app/plan/queries.server.ts'
import { spellName } from '#app/spells/spell-words.ts'
import { spellsOf, supportStatusesOf } from '#app/spells/queries.server.ts'
import type { SpellKind } from '#app/spells/spells.ts'
import { timelineTexts } from './messages.ts'
import type { Bar, BarKind, Lane, Mark } from './timeline.ts'

export type TimelinePage = {
  caseId: number
  familyName: string
  today: string
  /** The day the family was referred, if the reader knows. */
  came: string | null
  lanes: Lane[]
}

/** Everything dated about the family that the reader may see, in lanes: the family as a whole, then each person (IT-13, UDR-16). */
export const readTimeline = query({
  event: 'timeline.read',
  input: z.object({ caseId: Id }),
  case: ({ caseId }) => caseId,
  may: async (tx, _ctx, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  run: (tx, ctx, { caseId }) => timeline(tx, ctx, caseId),
  concerns: ({ caseId }, r) => r.looks.map((l) => ({ caseId, ...l })),
})

type Look = { personIds: number[]; shelfIds: number[] }
async function timeline(tx: Tx, ctx: Context, caseId: number): Promise<TimelinePage & { looks: Look[] }> {
  const family = await tx.selectFrom('family_case').select('name').where('id', '=', caseId).executeTakeFirst()
  if (!family) throw new NotFound('case')
  const people = (await peopleOf(tx, [caseId], ctx.today)).filter((p) => p.role !== 'network')
  const order = [...people.filter((p) => p.role === 'family'), ...people.filter((p) => p.role !== 'family')]
  const homes = await homeBars(tx, caseId)
  const spells = await spellBars(tx, ctx, caseId)
  const activities = await activityBars(tx, caseId)
  const facts = await familyFacts(tx, ctx, caseId)
  const meetings = await meetingMarks(tx, ctx, caseId)
  const groups = [people.filter((p) => p.role === 'family').map((p) => p.id), ...people.filter((p) => p.role !== 'family').map((p) => [p.id])]
  return {
    caseId,
    familyName: family.name,
    today: ctx.today,
    came: facts.came,
    lanes: [
      { id: null, name: timelineTexts(ctx.locale).family, bars: facts.bars, marks: [...facts.marks, ...meetings.map(({ kind, label, on }) => ({ kind, label, on }))] },
      ...order.map((p) => ({
        id: p.id,
        name: p.kind === 'unborn' ? personName(ctx.locale, p) : p.firstName,
        bars: [...homes, ...spells, ...activities.bars].filter((b) => b.personId === p.id).map(bare),
        marks: activities.marks.filter((m) => m.personIds.includes(p.id)).map(({ kind, label, on }) => ({ kind, label, on })),
      })),
    ],
    looks: groups
      .filter((ids) => ids.length > 0)
      .map((ids) => ({
        personIds: ids,
        shelfIds: [
          ...new Set([
            ...[...spells, ...activities.bars].flatMap((b) => (b.shelfId !== null && ids.includes(b.personId) ? [b.shelfId] : [])),
            ...meetings.flatMap((meeting) => (meeting.subjects.some((id) => ids.includes(id)) ? [meeting.shelfId] : [])),
          ]),
        ],
      })),
  }
}
type OwnBar = Bar & { personId: number; shelfId: number | null }
const bare = ({ kind, label, from, to }: OwnBar): Bar => ({ kind, label, from, to })

async function homeBars(tx: Tx, caseId: number): Promise<OwnBar[]> {
  const homes = new Map((await householdsOf(tx, caseId)).map((h) => [h.id, h]))
  return (await membershipsOf(tx, [caseId])).flatMap((m) => {
    const home = homes.get(m.householdId)
    return home ? [{ personId: m.personId, shelfId: null, kind: 'home' as const, label: home.name, from: m.validFrom, to: m.validUntil }] : []
  })
}

const KIND: Record<SpellKind, BarKind> = {
  benefit: 'benefit',
  work: 'work',
  education: 'school',
  school: 'school',
  'day-care': 'school',
  'leisure-job': 'leisure',
  'leisure-activity': 'leisure',
  offer: 'activity',
}
async function spellBars(tx: Tx, ctx: Context, caseId: number): Promise<OwnBar[]> {
  const statuses = await supportStatusesOf(tx, caseId, ctx.today)
  return (await spellsOf(tx, caseId)).map((s) => ({
    personId: s.personId,
    shelfId: s.shelfId,
    kind: KIND[s.kind],
    label: s.what && s.place ? `${s.what}, ${s.place}` : spellName(ctx.locale, s, statuses),
    from: s.from,
    to: s.until,
  }))
}

async function activityBars(tx: Tx, caseId: number): Promise<{ bars: OwnBar[]; marks: (Mark & { personIds: number[] })[] }> {
  const rows = await tx
    .selectFrom('activity')
    .select(['what', 'rhythm', 'start_on', 'end_on', 'takes_part', 'shelf_id'])
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .where('dropped_on', 'is', null)
    .where('start_on', 'is not', null)
    .orderBy('id')
    .execute()
  const weekly = rows.filter((r) => r.rhythm !== 'once')
  return {
    bars: weekly.flatMap((r) =>
      r.takes_part.map((personId) => ({ personId, shelfId: r.shelf_id, kind: 'activity' as const, label: r.what, from: r.start_on ?? '', to: r.end_on })),
    ),
    marks: rows.filter((r) => r.rhythm === 'once').map((r) => ({ kind: 'once' as const, label: r.what, on: r.start_on ?? '', personIds: r.takes_part })),
  }
}

/** Meetings by what their kind is called, those called off as such. */
async function meetingMarks(tx: Tx, ctx: Context, caseId: number): Promise<(Mark & { shelfId: number; subjects: number[] })[]> {
  const meetings = await meetingsOf(tx, caseId)
  if (meetings.length === 0) return []
  const m = timelineTexts(ctx.locale)
  const pack = await casePack(tx, caseId)
  return meetings.map((meeting) => {
    const label = kindOf(pack, meeting.kind, ctx.today)?.label[ctx.locale] ?? m.meeting
    return { kind: 'meeting', label: meeting.cancelledAt === null ? label : m.notHeld(label), on: dayOf(meeting), shelfId: meeting.shelfId, subjects: meeting.subjects }
  })
}

/** What happened to the family as a whole: referral, answer, consents by day, versions of the plan, coordinators, leaving. */
async function familyFacts(tx: Tx, ctx: Context, caseId: number): Promise<{ came: string | null; bars: Bar[]; marks: Mark[] }> {
  const m = timelineTexts(ctx.locale)
  const referrals = await tx.selectFrom('referral').select(['referred_at', 'decided_at', 'decision']).where('case_id', '=', caseId).orderBy('id').execute()
  const consents = await tx.selectFrom('consent').select(['valid_from', 'withdrawn_at']).where('case_id', '=', caseId).orderBy('id').execute()
  const rights = await rightsOf(tx, ctx, caseId)
  const versions = await versionsOf(tx, caseId, rights.coordination)
  const closures = await tx.selectFrom('closure').select(['closed_at', 'reopened_at']).where('case_id', '=', caseId).orderBy('id').execute()
  const team = await tx
    .selectFrom('assignment')
    .innerJoin('staff', (j) => j.onRef('staff.municipality_id', '=', 'assignment.municipality_id').onRef('staff.id', '=', 'assignment.staff_id'))
    .select(['staff.name', 'assignment.role', 'assignment.valid_from', 'assignment.valid_until'])
    .where('assignment.case_id', '=', caseId)
    .where('assignment.role', 'in', ['coordinator', 'secondary-coordinator'])
    .orderBy('assignment.valid_from')
    .execute()
  const given = new Map<string, number>()
  for (const c of consents) given.set(c.valid_from, (given.get(c.valid_from) ?? 0) + 1)
  const marks: Mark[] = [
    ...referrals.map((r): Mark => ({ kind: 'referral', label: m.referred, on: copenhagenDay(r.referred_at) })),
    ...referrals.flatMap((r): Mark[] =>
      r.decided_at === null ? [] : [{ kind: 'decision', label: m.decision[asDecision(r.decision)], on: copenhagenDay(r.decided_at) }],
    ),
    ...[...given].map(([on, n]): Mark => ({ kind: 'consent', label: m.consents(n), on, count: n })),
    ...[...new Set(consents.flatMap((c) => (c.withdrawn_at ? [copenhagenDay(c.withdrawn_at)] : [])))].map((on): Mark => ({ kind: 'withdrawn', label: m.withdrawn, on })),
    ...versions.map((v): Mark => ({ kind: 'version', label: m.version(v.number), on: v.agreedOn })),
    ...closures.map((c): Mark => ({ kind: 'closed', label: m.closed, on: copenhagenDay(c.closed_at) })),
    ...closures.flatMap((c): Mark[] => (c.reopened_at ? [{ kind: 'reopened', label: m.reopened, on: copenhagenDay(c.reopened_at) }] : [])),
  ]
  return {
    came: referrals[0] ? copenhagenDay(referrals[0].referred_at) : null,
    bars: team.map((t): Bar => ({
      kind: 'coordinator',
      label: `${t.name}, ${t.role === 'coordinator' ? m.primary : m.secondary}`,
      from: t.valid_from,
      to: t.valid_until,
    })),
    marks,
  }
}
const asDecision = (d: string | null) => (d === 'accepted' || d === 'refused' ? d : 'waiting')
