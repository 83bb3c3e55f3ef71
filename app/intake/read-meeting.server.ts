import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import { ageOn } from '#app/platform/time/plain-date.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { Id } from './intake.ts'
import { intakeBasis } from './intake-facts.server.ts'
import { inProject } from './keep-team.server.ts'
import { emptyFunctions, inOrder } from './meeting.ts'
import { projectsWithRole, sectorLabels } from './queries.server.ts'
import { decisionsOf } from './record-queries.server.ts'
import { softGroundsOf } from './screening.ts'
import { teamOf, workers } from './team-queries.server.ts'

/** ORG-08: the intake team by function and its meetings, for each project the actor belongs to. No family is named. */
export const readIntakeTeam = query({
  event: 'intake.read-intake-team',
  input: z.object({}),
  may: async (tx, ctx) => (await projectsWithRole(tx, ctx, ['intake-team', 'project-manager'])).length > 0,
  run: async (tx, ctx) => {
    const ids = await projectsWithRole(tx, ctx, ['intake-team', 'project-manager'])
    const leads = await projectsWithRole(tx, ctx, ['project-manager'])
    const projects = await tx.selectFrom('project').select(['id', 'name']).where('id', 'in', ids).orderBy('name').execute()
    const out = []
    for (const project of projects) out.push({ ...project, ...(await teamAndMeetings(tx, ctx, project.id, leads.includes(project.id))) })
    return { projects: out, today: ctx.today }
  },
  concerns: () => ({ personIds: [], bases: [] }),
})
export type IntakeTeamProject = Awaited<ReturnType<typeof readIntakeTeam>>['projects'][number]

async function teamAndMeetings(tx: Tx, ctx: Context, projectId: number, leads: boolean) {
  const pack = await projectPack(tx, projectId)
  const functions = inForce(pack.choices, ctx.today)
    .filter((one) => one.list === 'intake-function')
    .map((one) => ({ code: one.code, label: one.label[ctx.locale] }))
  const rows = await tx
    .selectFrom('intake_seat as x')
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'x.staff_id').onRef('s.municipality_id', '=', 'x.municipality_id'))
    .select(['x.id', 'x.function', 'x.name', 'x.comes_from as comesFrom', 'x.valid_from as from', 'x.valid_until as until', 's.name as staff'])
    .where('x.project_id', '=', projectId)
    .where((e) => e.or([e('x.valid_until', 'is', null), e('x.valid_until', '>=', ctx.today)]))
    .orderBy('x.id')
    .execute()
  const seats = rows.map(({ staff, name, ...row }) => ({
    ...row,
    name: staff ?? name,
    label: functions.find((one) => one.code === row.function)?.label ?? row.function,
  }))
  const meetings = await tx
    .selectFrom('intake_meeting as m')
    .leftJoin('intake_meeting_case as c', (j) =>
      j.onRef('c.meeting_id', '=', 'm.id').onRef('c.municipality_id', '=', 'm.municipality_id').on('c.taken_off_on', 'is', null),
    )
    .select(['m.id', 'm.held_on as heldOn', 'm.place', (e) => e.fn.count<number>('c.id').as('cases')])
    .where('m.project_id', '=', projectId)
    .groupBy(['m.municipality_id', 'm.id', 'm.held_on', 'm.place'])
    .orderBy('m.held_on', 'desc')
    .limit(12)
    .execute()
  const order = (code: string) => functions.findIndex((one) => one.code === code)
  return {
    functions,
    seats: seats.toSorted((a, b) => order(a.function) - order(b.function)),
    empty: emptyFunctions(
      functions.map((one) => one.code).filter((code) => code !== 'expert'),
      seats,
    ).map((code) => functions.find((one) => one.code === code)?.label ?? code),
    meetings: meetings.map((one) => ({ ...one, cases: Number(one.cases) })),
    workers: leads ? (await workers(tx, ctx)).map(({ id, name, department }) => ({ id, name, department })) : [],
    may: { team: leads },
  }
}

/** A meeting with its cases in order, each on one page; and which families in intake could still be put on the list. */
export const readMeeting = query({
  event: 'intake.read-meeting',
  input: z.object({ meetingId: Id }),
  may: async (tx, _, { meetingId }) => {
    const meeting = await tx.selectFrom('intake_meeting').select('project_id').where('id', '=', meetingId).executeTakeFirst()
    return (meeting && (await inProject(tx, meeting.project_id, ['project-manager', 'intake-team']))) || 'not-found'
  },
  run: async (tx, ctx, { meetingId }) => {
    const meeting = await tx
      .selectFrom('intake_meeting as m')
      .innerJoin('project as p', (j) => j.onRef('p.id', '=', 'm.project_id').onRef('p.municipality_id', '=', 'm.municipality_id'))
      .select(['m.id', 'm.held_on as heldOn', 'm.place', 'p.id as projectId', 'p.name as project'])
      .where('m.id', '=', meetingId)
      .executeTakeFirstOrThrow()
    const listed = await tx
      .selectFrom('intake_meeting_case')
      .select(['case_id as caseId', 'position'])
      .where('meeting_id', '=', meetingId)
      .where('taken_off_on', 'is', null)
      .execute()
    const cases = []
    for (const one of inOrder(listed)) cases.push(await caseOnAPage(tx, ctx, { ...one, meetingId }))
    return {
      ...meeting,
      today: ctx.today,
      cases,
      others: (await undecided(tx, meeting.projectId)).filter((one) => !listed.some((l) => l.caseId === one.caseId)),
    }
  },
  concerns: (_, page) =>
    page.cases.length === 0
      ? { personIds: [], bases: [], details: { meeting: page.id } }
      : page.cases.map((one) => ({
          caseId: one.caseId,
          personIds: one.people.map((person) => person.id),
          shelfIds: one.shelfIds,
          details: { meeting: page.id },
        })),
})
export type MeetingPage = Awaited<ReturnType<typeof readMeeting>>
export type CaseOnAPage = MeetingPage['cases'][number]

const undecided = (tx: Tx, projectId: number) =>
  tx
    .selectFrom('referral as r')
    .innerJoin('family_case as c', (j) => j.onRef('c.id', '=', 'r.case_id').onRef('c.municipality_id', '=', 'r.municipality_id'))
    .select(['c.id as caseId', 'c.number', 'c.name', 'r.decision'])
    .where('c.project_id', '=', projectId)
    .where((e) => e.or([e('r.decided_at', 'is', null), e('r.decision', '=', 'waiting')]))
    .orderBy('r.decision', (o) => o.desc().nullsFirst())
    .orderBy('r.referred_at')
    .execute()

/** All that the team needs for one decision: answers, consents, departments, soft grounds, the question and the recommendation. */
async function caseOnAPage(tx: Tx, ctx: Context, at: { caseId: number; position: number; meetingId: number }) {
  const basis = await intakeBasis(tx, ctx, at.caseId)
  const sectors = sectorLabels(basis.pack, ctx)
  const words = await tx
    .selectFrom('intake_recommendation')
    .select(['question', 'recommendation', 'shelf_id'])
    .where('case_id', '=', at.caseId)
    .where('meeting_id', '=', at.meetingId)
    .where('replaced_by', 'is', null)
    .executeTakeFirst()
  const team = (await teamOf(tx, at.caseId)).filter((one) => one.until === null || one.until >= ctx.today)
  const templates = [...inForce(basis.pack.intakeConsents, ctx.today), ...inForce(basis.pack.minimumConsents, ctx.today)]
  const missing = [...basis.intakeConsent, ...basis.missing]
  const referrer = basis.referral && {
    name: basis.referral.referrer ?? '',
    sector: sectors[basis.referral.sector] ?? basis.referral.sector,
  }
  return {
    caseId: at.caseId,
    position: at.position,
    number: basis.head.number,
    name: basis.head.name,
    people: basis.people.map((one) => ({ id: one.id, name: one.firstName, age: one.born ? ageOn(one.born, ctx.today) : null })),
    referredOn: basis.referral?.referredOn ?? null,
    yesOn: basis.referral?.yes_on ?? null,
    decision: basis.referral?.decision ?? null,
    referrer,
    result: basis.result.result,
    against: basis.result.against.map((rule) => rule.reason[ctx.locale]),
    soft: softGroundsOf(
      basis.pack,
      Object.fromEntries(basis.screening?.answers.map((one) => [one.criterion, one.answer]) ?? []),
      ctx.today,
    ).map((one) => one.label[ctx.locale]),
    note: basis.screening?.note ?? '',
    answers: inForce(basis.pack.intakeCriteria, ctx.today).map((criterion) => {
      const answer = basis.screening?.answers.find((one) => one.criterion === criterion.code)
      return { label: criterion.label[ctx.locale], answer: answer?.answer ?? null, evidence: answer?.evidence ?? '' }
    }),
    consents: templates.map((template) => ({
      label: template.label[ctx.locale],
      missing: missing.filter((one) => one.template === template.code).map((one) => one.person.firstName),
    })),
    departments: [
      ...(referrer ? [{ department: referrer.sector, who: referrer.name, referred: true }] : []),
      ...team.map((one) => ({
        department: one.department || sectors[one.sector] || one.sector,
        who: one.title ? `${one.name}, ${one.title}` : one.name,
        referred: false,
      })),
    ],
    hearings: basis.hearings.map((one) => ({
      who: basis.people.find((person) => person.id === one.personId)?.firstName ?? '',
      sentOn: one.sentOn,
      answerBy: one.answerBy,
      answeredOn: one.answeredOn,
    })),
    question: words?.question ?? '',
    recommendation: words?.recommendation ?? '',
    decided: (await decisionsOf(tx, at.caseId))[0] ?? null,
    shelfIds: [
      ...(words ? [words.shelf_id] : []),
      ...basis.hearings.map((one) => one.shelfId),
      ...(basis.screening ? [basis.screening.shelfId, ...basis.screening.answers.map((one) => one.shelfId)] : []),
    ],
  }
}
