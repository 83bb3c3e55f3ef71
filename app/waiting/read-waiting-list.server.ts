import { z } from 'zod'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { inProject } from '#app/intake/keep-team.server.ts'
import { familyPeople, projectsWithRole } from '#app/intake/queries.server.ts'
import { workers } from '#app/intake/team-queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { addDays, daysBetween } from '#app/platform/time/plain-date.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { foreseen, freeNow, inTurn, nextReview, proposals } from './waiting-list.ts'
import { benefitCounts, placeCounts } from './places.server.ts'

/**
 * VIS-17, VIS-19: each project's places and its waiting list: the families in turn with why and since when, who is being asked, whom to ask
 * next, and when the list was gone through. For the project manager and the intake team; a family of which one is barred is not counted in
 * the list, only in the numbers.
 */
export const readWaitingList = query({
  event: 'waiting.read-list',
  input: z.object({}),
  may: async (tx, ctx) => (await projectsWithRole(tx, ctx, ['intake-team', 'project-manager'])).length > 0,
  run: async (tx, ctx) => {
    const ids = await projectsWithRole(tx, ctx, ['intake-team', 'project-manager'])
    const projects = await tx.selectFrom('project').select(['id', 'name']).where('id', 'in', ids).orderBy('name').execute()
    const pages = []
    for (const project of projects) pages.push({ ...project, ...(await projectPage(tx, ctx, project.id)) })
    return { projects: pages, today: ctx.today }
  },
  concerns: (_, { projects }) => {
    const families = projects.flatMap((one) => one.families)
    return {
      personIds: families.flatMap((one) => one.people.map((person) => person.id)),
      bases: families.length > 0 ? [projects.some((one) => one.may.offer) ? 'project' : 'intake'] : [],
      details: { cases: families.map((one) => one.caseId) },
    }
  },
})
export type WaitingProject = Awaited<ReturnType<typeof readWaitingList>>['projects'][number]
export type WaitingFamily = WaitingProject['families'][number]

async function projectPage(tx: Tx, ctx: Context, projectId: number) {
  const pack = await projectPack(tx, projectId)
  const leads = await inProject(tx, projectId, ['project-manager'])
  const counts = (await placeCounts(tx)).find((one) => one.projectId === projectId) ?? null
  const free = counts && freeNow(counts)
  const families = await waitingFamilies(tx, ctx, projectId)
  const everyWeeks = settingAt(pack, 'waitingReviewWeeks', ctx.today)
  const reviews = await reviewsOf(tx, projectId)
  return {
    counts,
    free,
    foreseen: counts ? foreseen(counts, ctx.today) : [],
    adults: leads ? await benefitCounts(tx, projectId, pack, ctx.today) : null,
    adultsExpected: settingAt(pack, 'adultsExpected', ctx.today),
    families,
    proposed: proposals(families, free).map((one) => one.caseId),
    everyWeeks,
    reviews,
    reviewDue: families.length === 0 ? null : nextReview(reviews[0]?.heldOn ?? firstDay(families), everyWeeks, ctx.today),
    answerBy: addDays(ctx.today, settingAt(pack, 'offerAnswerDays', ctx.today)),
    ends: leads ? await endsOf(tx, projectId) : [],
    workers: (await workers(tx, ctx)).map(({ id, name, department }) => ({ id, name, department })),
    may: { offer: leads, move: true, review: leads, letter: true },
  }
}
/** A list that was never gone through is due one round after its first family came. */
const firstDay = (families: readonly { since: string }[]): string | null => families.map((one) => one.since).toSorted()[0] ?? null

/** The families on the list in turn. */
export async function waitingFamilies(tx: Tx, ctx: Context, projectId: number) {
  const rows = await tx
    .selectFrom('referral as r')
    .innerJoin('family_case as c', (j) => j.onRef('c.id', '=', 'r.case_id').onRef('c.municipality_id', '=', 'r.municipality_id'))
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'r.referred_by').onRef('s.municipality_id', '=', 'r.municipality_id'))
    .select(['c.id as caseId', 'c.number', 'c.name', 'r.decided_at as decidedAt', 'r.referred_by as referrerId', 's.name as referrer'])
    .where('c.project_id', '=', projectId)
    .where('r.decision', '=', 'waiting')
    .where((e) =>
      e.not(e.exists(e.selectFrom('referral as n').select('n.id').whereRef('n.case_id', '=', 'r.case_id').whereRef('n.id', '>', 'r.id'))),
    )
    .where((e) =>
      e.not(e.exists(e.selectFrom('closure as x').select('x.id').whereRef('x.case_id', '=', 'c.id').where('x.reopened_at', 'is', null))),
    )
    .execute()
  const ids = rows.map((row) => row.caseId)
  const [moves, offers, people, letters, looked] = [
    await movesOf(tx, ids),
    await offersOf(tx, ids),
    await familyPeople(tx, ctx, ids),
    await lettersOf(tx, ids),
    await reviewLinesOf(tx, ids),
  ]
  const entries = rows.map((row) => ({ ...row, since: copenhagenDay(String(row.decidedAt)) }))
  return inTurn(entries, moves).map((row) => {
    const mine = offers.filter((one) => one.caseId === row.caseId)
    const last = mine.at(-1) ?? null
    return {
      caseId: row.caseId,
      number: row.number,
      name: row.name,
      people: people.filter((one) => one.caseId === row.caseId).map((one) => ({ id: one.id, name: one.firstName })),
      place: row.place,
      sortKey: row.sortKey,
      since: row.since,
      days: daysBetween(row.since, ctx.today),
      referrer: row.referrer === null ? null : { id: row.referrerId, name: row.referrer },
      moves: moves.filter((one) => one.caseId === row.caseId),
      offers: mine,
      offer: offerState(last),
      asked: last !== null && last.withdrawnOn === null && last.answer === null ? last : null,
      letter: letters.findLast((one) => one.caseId === row.caseId) ?? null,
      looked: looked.findLast((one) => one.caseId === row.caseId) ?? null,
    }
  })
}

const asAnswer = (value: string | null): 'yes' | 'no' | null => (value === 'yes' || value === 'no' ? value : null)

export type Offer = Awaited<ReturnType<typeof offersOf>>[number]
const offerState = (last: Offer | null): 'open' | 'yes' | 'no' | null =>
  last === null || last.withdrawnOn !== null ? null : (last.answer ?? 'open')

export async function offersOf(tx: Tx, caseIds: number[]) {
  if (caseIds.length === 0) return []
  const rows = await tx
    .selectFrom('place_offer as o')
    .innerJoin('staff as s', (j) => j.onRef('s.id', '=', 'o.caseworker_id').onRef('s.municipality_id', '=', 'o.municipality_id'))
    .select([
      'o.id',
      'o.case_id as caseId',
      'o.caseworker_id as caseworkerId',
      's.name as caseworker',
      'o.offered_on as offeredOn',
      'o.answer_by as answerBy',
      'o.out_of_turn as outOfTurn',
      'o.answered_on as answeredOn',
      'o.answer',
      'o.reason',
      'o.withdrawn_on as withdrawnOn',
      'o.withdraw_reason as withdrawReason',
    ])
    .where('o.case_id', 'in', caseIds)
    .orderBy('o.id')
    .execute()
  return rows.map((row) => ({ ...row, answer: asAnswer(row.answer) }))
}

export async function movesOf(tx: Tx, caseIds: number[]) {
  if (caseIds.length === 0) return []
  return tx
    .selectFrom('waiting_move as m')
    .innerJoin('staff as s', (j) => j.onRef('s.id', '=', 'm.moved_by').onRef('s.municipality_id', '=', 'm.municipality_id'))
    .select(['m.id', 'm.case_id as caseId', 'm.sort_key as sortKey', 'm.reason', 'm.moved_on as on', 's.name as by'])
    .where('m.case_id', 'in', caseIds)
    .orderBy('m.id')
    .execute()
}
const lettersOf = async (tx: Tx, caseIds: number[]) =>
  caseIds.length === 0
    ? []
    : tx
        .selectFrom('intake_letter')
        .select(['id', 'case_id as caseId', 'written_on as on'])
        .where('case_id', 'in', caseIds)
        .where('template', '=', 'intake-waiting')
        .orderBy('id')
        .execute()
const reviewLinesOf = async (tx: Tx, caseIds: number[]) =>
  caseIds.length === 0
    ? []
    : tx
        .selectFrom('waiting_review_line as l')
        .innerJoin('waiting_review as r', (j) => j.onRef('r.id', '=', 'l.review_id').onRef('r.municipality_id', '=', 'l.municipality_id'))
        .select(['l.case_id as caseId', 'l.outcome', 'l.note', 'r.held_on as on'])
        .where('l.case_id', 'in', caseIds)
        .orderBy('l.id')
        .execute()

/** The times the list was gone through, newest first, with what was decided about the families one still sees. */
async function reviewsOf(tx: Tx, projectId: number) {
  const rows = await tx
    .selectFrom('waiting_review as r')
    .innerJoin('staff as s', (j) => j.onRef('s.id', '=', 'r.held_by').onRef('s.municipality_id', '=', 'r.municipality_id'))
    .select(['r.id', 'r.held_on as heldOn', 's.name as by'])
    .where('r.project_id', '=', projectId)
    .orderBy('r.id', 'desc')
    .limit(6)
    .execute()
  const lines =
    rows.length === 0
      ? []
      : await tx
          .selectFrom('waiting_review_line as l')
          .innerJoin('family_case as c', (j) => j.onRef('c.id', '=', 'l.case_id').onRef('c.municipality_id', '=', 'l.municipality_id'))
          .select(['l.review_id as reviewId', 'l.outcome', 'l.note', 'c.name', 'l.case_id as caseId'])
          .where(
            'l.review_id',
            'in',
            rows.map((row) => row.id),
          )
          .orderBy('l.id')
          .execute()
  return rows.map((row) => ({ ...row, lines: lines.filter((line) => line.reviewId === row.id) }))
}

/** Families with a place, and when they are expected to end; the soonest first. */
async function endsOf(tx: Tx, projectId: number) {
  const rows = await tx
    .selectFrom('family_case as c')
    .leftJoin('expected_end as e', (j) => j.onRef('e.case_id', '=', 'c.id').onRef('e.municipality_id', '=', 'c.municipality_id'))
    .select(['c.id as caseId', 'c.name', 'c.number', 'e.ends_on as endsOn', 'e.reason'])
    .distinctOn('c.id')
    .where('c.project_id', '=', projectId)
    .where((e) =>
      e.not(e.exists(e.selectFrom('closure as x').select('x.id').whereRef('x.case_id', '=', 'c.id').where('x.reopened_at', 'is', null))),
    )
    .where((e) =>
      e.or([
        e.exists(e.selectFrom('referral as f').select('f.id').whereRef('f.case_id', '=', 'c.id').where('f.decision', '=', 'accepted')),
        e.not(e.exists(e.selectFrom('referral as f').select('f.id').whereRef('f.case_id', '=', 'c.id'))),
      ]),
    )
    .orderBy('c.id')
    .orderBy('e.id', 'desc')
    .execute()
  return rows.toSorted((a, b) => (a.endsOn ?? '9999').localeCompare(b.endsOn ?? '9999') || a.name.localeCompare(b.name, 'da'))
}
