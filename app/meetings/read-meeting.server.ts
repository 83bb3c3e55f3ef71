import { inForce, type Words } from '#app/catalogue/pack-item.ts'
import type { MeetingKind } from '#app/catalogue/pack-meetings.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { openAgreements } from '#app/agreements/queries.server.ts'
import { consentsOf, helpersOf } from '#app/consent/queries.server.ts'
import { peopleOf, type PersonThere, peopleThere } from '#app/families/queries.server.ts'
import { standingWishes } from '#app/network/network.ts'
import { meetingWishesOf } from '#app/network/queries.server.ts'
import { answersOf } from '#app/invitations/queries.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { livesElsewhere } from '#app/plan/for-a-member.ts'
import { rightsOf } from '#app/plan/queries.server.ts'
import { contentNow } from '#app/plan/records.server.ts'
import type { Face } from '#app/team/face.ts'
import { facesOf } from '#app/team/queries.server.ts'
import { hiddenIn } from './call-meeting.server.ts'
import { preparedFor } from './consents.ts'
import { standingYeses } from './invite.server.ts'
import { kindOf, missingBy } from './kinds.ts'
import { dayOf, isOpen, type Meeting, OneMeeting, type Participant, stateOf } from './meeting.ts'
import { type Proposal, proposalsFor } from './proposals.ts'
import { agendaOf, findMeeting, participantsOf, takingPart, yesesOf } from './queries.server.ts'
import { arranges, takesPart } from './rights.server.ts'
import { type Sight, sightOf } from './sight.ts'
import { readersByPerson, toldTo } from './sight.server.ts'

export type ParticipantView = Participant & { sight: Sight; rule: { label: string; why: string; paragraph: string } | null; network: boolean; child: boolean; role: string; sector: string }
export type MeetingPage = Awaited<ReturnType<typeof meetingPage>>

/** One meeting before it is held: who comes and why, what each will see, what is talked about, and what is missing. For staff and for the family. */
export const readMeeting = query({
  event: 'meetings.read',
  input: OneMeeting,
  case: ({ caseId }) => caseId,
  may: async (tx, _ctx, { caseId }) => ((await reachesCase(tx, caseId)) ? true : 'not-found'),
  run: (tx, ctx, { caseId, meetingId }) => meetingPage(tx, ctx, caseId, meetingId),
  concerns: ({ caseId }, r) => ({
    caseId,
    personIds: r.meeting.subjects,
    shelfIds: [...new Set([r.meeting.shelfId, ...r.participants.map((p) => p.shelfId), ...r.agenda.map((p) => p.shelfId), ...r.yeses.map((y) => y.shelfId), ...r.agreements.map((a) => a.shelfId)])],
    details: { meeting: r.meeting.id },
  }),
})

async function meetingPage(tx: Tx, ctx: Context, caseId: number, meetingId: number) {
  const meeting = await findMeeting(tx, caseId, meetingId)
  if (!meeting) throw new NotFound('meeting')
  const rights = await rightsOf(tx, ctx, caseId)
  const pack = await casePack(tx, caseId)
  const kind = kindOf(pack, meeting.kind, dayOf(meeting))
  const there = await peopleThere(tx, caseId, ctx.today)
  const known = await peopleOf(tx, [caseId], ctx.today)
  const network = known.filter((p) => p.role === 'network').map((p) => p.id)
  const all = await participantsOf(tx, [meetingId])
  const coming = takingPart(all)
  const team = await helpersOf(tx, [caseId], ctx.today)
  const faces = await facesOf(tx, coming.flatMap((p) => (p.staffId === null ? [] : [p.staffId])), ctx.today)
  const facts = { readers: await readersByPerson(tx, caseId, meeting.subjects), told: await toldTo(tx, ctx, caseId, meeting.subjects), network }
  const participants = all.map((p): ParticipantView => {
    const rule = kind?.mustCome.find((r) => r.code === p.requiredBy)
    const helper = team.find((h) => h.staffId === p.staffId)
    return {
      ...p,
      sight: sightOf(p, meeting.subjects, facts),
      rule: rule ? { label: rule.label[ctx.locale], why: rule.why[ctx.locale], paragraph: rule.paragraph } : null,
      network: p.personId !== null && network.includes(p.personId),
      child: there.some((x) => x.id === p.personId && x.child),
      role: helper?.role ?? '',
      sector: helper?.sector ?? p.outside?.sector ?? '',
    }
  })
  const hidden = await hiddenIn(tx, ctx, caseId)
  const staff = ctx.actor.kind === 'staff'
  const open = isOpen(meeting)
  const may = { arrange: arranges(rights) && open, decide: takesPart(rights) && open && (staff || meeting.subjects.some((id) => rights.speak.includes(id))) }
  const labelOf = (list: { code: string; label: Words }[]) => Object.fromEntries(list.map((x) => [x.code, x.label[ctx.locale]]))
  return {
    caseId,
    familyName: staff ? await familyName(tx, caseId) : '',
    today: ctx.today,
    now: ctx.now,
    me: ctx.actor,
    meeting,
    state: stateOf(meeting, ctx.now),
    kind: kindView(kind, ctx.locale),
    participants,
    answers: (await answersOf(tx, [meetingId])).map((a) => ({ participantId: a.participantId, answer: a.answer, substitute: a.detail?.substitute ?? '', reason: a.detail?.reason ?? '' })),
    faces: Object.fromEntries(faces) as Record<number, Face>,
    missing: missingBy(kind?.mustCome ?? [], coming, team).map(({ rule, missing }) => ({ code: rule.code, label: rule.label[ctx.locale], why: rule.why[ctx.locale], missing })),
    agenda: await agendaOf(tx, [meetingId]),
    yeses: await yesesOf(tx, [meetingId]),
    standing: await standingYeses(tx, meetingId),
    people: there.filter((p) => p.died === null).map((p) => ({ id: p.id, name: p.firstName, child: p.child, family: p.family, speaksFor: rights.speak.includes(p.id) })),
    network: known.filter((p) => p.role === 'network').map((p) => ({ id: p.id, name: p.firstName })),
    proposals: may.decide ? await proposals(tx, ctx, { meeting, kind, coming, there, network: known.filter((p) => p.role === 'network'), team, hidden, speak: rights.speak }) : [],
    shield: staff && (await anyShield(hidden, there)),
    agreements: (await openAgreements(tx, [caseId])).filter((a) => a.subjects.every((id) => meeting.subjects.includes(id))),
    reflections: await reflectionsOf(tx, caseId, meetingId),
    consents: may.arrange ? await prepared(tx, ctx, pack, kind, meeting, there, coming) : [],
    series: await seriesOf(tx, meeting),
    serves: meeting.serves.map((s) => ({ ...s, label: pack.obligations.find((o) => o.code === s.code)?.label[ctx.locale] ?? s.code, paragraph: pack.obligations.find((o) => o.code === s.code)?.paragraph ?? '' })),
    sectors: labelOf(inForce(pack.sectors, ctx.today)),
    roles: labelOf(inForce(pack.assignmentRoles, ctx.today)),
    may,
  }
}

const kindView = (kind: MeetingKind | null, locale: 'da' | 'en') =>
  kind && {
    code: kind.code,
    label: kind.label[locale],
    plan: kind.plan,
    measures: kind.measures,
    decides: kind.decides?.[locale] ?? '',
    minutes: kind.minutes,
    rounds: kind.rounds.map((r) => ({ label: r.label[locale], minutes: r.minutes })),
    doctorMinutes: kind.doctorMinutes,
    writtenBy: kind.writtenBy,
    startsAtOnce: kind.startsAtOnce,
    rules: kind.mustCome.filter((r) => r.who !== 'adults').map((r) => ({ code: r.code, label: r.label[locale] })),
  }

async function familyName(tx: Tx, caseId: number): Promise<string> {
  const row = await tx.selectFrom('family_case').select('name').where('id', '=', caseId).executeTakeFirst()
  return row?.name ?? ''
}
async function anyShield(hidden: (id: number) => number[], people: readonly PersonThere[]): Promise<boolean> {
  return people.some((p) => hidden(p.id).length > 0)
}

type Asked = {
  meeting: Meeting
  kind: MeetingKind | null
  coming: Participant[]
  there: PersonThere[]
  network: { id: number; firstName: string }[]
  team: { staffId: number; name: string; doesWhat: string; role: string }[]
  hidden: (id: number) => number[]
  speak: readonly number[]
}
async function proposals(tx: Tx, ctx: Context, a: Asked): Promise<Proposal[]> {
  const known = a.there.map((p) => ({ id: p.id, child: p.child, family: p.family, inHousehold: p.homes.length > 0, speaksFor: a.speak.includes(p.id) }))
  // A parent who lives elsewhere knows the coordinators, not who helps the other home.
  const elsewhere = ctx.actor.kind === 'member' && livesElsewhere(known, ctx.actor.id)
  const plan = elsewhere ? { goals: [], activities: [] } : await contentNow(tx, a.meeting.caseId)
  const away = (id: number) => a.hidden(id).some((other) => a.meeting.subjects.includes(other))
  const people = [...a.there.filter((p) => p.died === null && !p.unborn && (!elsewhere || a.meeting.subjects.includes(p.id))), ...a.network].filter((p) => !away(p.id))
  return proposalsFor({
    coming: a.coming,
    people: people.map((p) => ({ id: p.id, name: p.firstName, child: a.there.some((x) => x.id === p.id && x.child), network: !a.there.some((x) => x.id === p.id), subject: a.meeting.subjects.includes(p.id) })),
    team: a.team.filter((h) => !elsewhere || h.role.includes('coordinator')).map((h) => ({ staffId: h.staffId, name: h.name, does: h.doesWhat })),
    wishes: standingWishes(await meetingWishesOf(tx, a.meeting.caseId)),
    goals: plan.goals,
    activities: plan.activities,
    doctor: a.kind?.doctorMinutes ? (ctx.locale === 'da' ? 'Jeres læge' : 'Your doctor') : null,
  })
}

/** What was to be thought over since an earlier meeting and nobody has come back to (MEET-18). Written in the room; read here. */
async function reflectionsOf(tx: Tx, caseId: number, meetingId: number): Promise<{ id: number; words: string }[]> {
  return tx
    .selectFrom('room_note')
    .select(['id', 'words'])
    .where('case_id', '=', caseId)
    .where('kind', '=', 'reflection')
    .where('meeting_id', '<>', meetingId)
    .where('replaced_by', 'is', null)
    .where('taken_back_at', 'is', null)
    .where('returned_in', 'is', null)
    .orderBy('id')
    .execute()
}
async function seriesOf(tx: Tx, meeting: Meeting): Promise<{ id: number; everyMonths: number; ended: boolean } | null> {
  if (meeting.seriesId === null) return null
  const row = await tx.selectFrom('meeting_series').select(['id', 'every_months', 'ended_on']).where('id', '=', meeting.seriesId).executeTakeFirst()
  return row ? { id: row.id, everyMonths: row.every_months, ended: row.ended_on !== null } : null
}

/** The separate consents that the kind prepares (CON-13), and how each stands. */
async function prepared(tx: Tx, ctx: Context, pack: Pack, kind: MeetingKind | null, meeting: Meeting, people: readonly PersonThere[], coming: readonly Participant[]) {
  if (!kind || kind.consents.length === 0) return []
  const team = await helpersOf(tx, [meeting.caseId], ctx.today)
  const sectors = [...new Set(coming.flatMap((p) => (p.staffId !== null ? team.filter((h) => h.staffId === p.staffId).map((h) => h.sector) : p.outside?.sector ? [p.outside.sector] : [])))]
  const wanted = preparedFor(kind.consents, pack, { subjects: people.filter((p) => meeting.subjects.includes(p.id)), sectors, today: ctx.today })
  const ledger = await consentsOf(tx, meeting.caseId, ctx.today)
  return wanted.map((w) => {
    const found = ledger.filter((c) => c.template === w.template && c.subjectId === w.subjectId && !['withdrawn', 'ended'].includes(c.standing) && (w.party === null || c.toSectors.includes(w.party) || c.fromSectors.includes(w.party)))
    return { template: w.template, subjectId: w.subjectId, party: w.party, label: w.label[ctx.locale], consentId: found[0]?.id ?? null, standing: found[0]?.standing ?? null }
  })
}
