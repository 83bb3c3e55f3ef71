import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { missingConsents } from './intake.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { familyPeople, places, projectsWithRole, sectorLabels, validConsents } from './queries.server.ts'
import { screenings } from './record-queries.server.ts'
import { screeningResult } from './screening.ts'

export type QueueRow = {
  caseId: number
  number: string
  name: string
  people: string[]
  referredOn: string
  sector: string
  waiting: boolean
  /** What comes next: ask for consent, answer the criteria, decide. */
  next: 'consent' | 'screen' | 'decide'
  /** First names of those whose consent is missing, and the number of criteria still to answer. */
  withoutConsent: string[]
  unanswered: number
  result: 'meets' | 'does-not-meet' | 'unanswered'
}

/**
 * The intake team's list: every family in intake with its state, how long it has waited and what is missing; oldest first, waiting list
 * after.
 */
export const readIntakeQueue = query({
  event: 'intake.read-queue',
  input: z.object({}),
  may: async (tx, ctx) => (await projectsWithRole(tx, ctx, ['intake-team', 'project-manager'])).length > 0,
  run: async (tx, ctx) => {
    const open = await openReferrals(tx)
    const ids = open.map((one) => one.caseId)
    const people = await familyPeople(tx, ctx, ids)
    const consents = await validConsents(tx, ids)
    const screened = await screenings(tx, ids)
    const packs = new Map<number, Pack>()
    for (const projectId of new Set(open.map((one) => one.projectId))) packs.set(projectId, await projectPack(tx, projectId))
    const rows: QueueRow[] = []
    for (const one of open) {
      const pack = packs.get(one.projectId)
      if (!pack) continue
      const family = people.filter((person) => person.caseId === one.caseId)
      const screening = screened.find((s) => s.caseId === one.caseId)
      const result = screeningResult(pack, screening?.answers ?? [], ctx.today)
      const withoutConsent = [
        ...new Set(
          missingConsents(
            [...inForce(pack.intakeConsents, ctx.today), ...inForce(pack.minimumConsents, ctx.today)],
            family,
            consents.filter((consent) => consent.caseId === one.caseId),
          ).map(({ person }) => person.firstName),
        ),
      ]
      rows.push({
        caseId: one.caseId,
        number: one.number,
        name: one.name,
        people: family.map((person) => person.firstName),
        referredOn: copenhagenDay(String(one.referredAt)),
        sector: sectorLabels(pack, ctx)[one.sector] ?? one.sector,
        waiting: one.decision === 'waiting',
        withoutConsent,
        unanswered: result.missing.length,
        result: result.result,
        next: withoutConsent.length > 0 ? 'consent' : result.result === 'unanswered' ? 'screen' : 'decide',
      })
    }
    return {
      rows,
      today: ctx.today,
      projects: await projectPlaces(tx, ctx),
      unansweredQuestions: await unansweredQuestions(tx),
      personIds: people.map((person) => person.id),
      shelfIds: screened.flatMap((one) => [one.shelfId, ...one.answers.map((answer) => answer.shelfId)]),
    }
  },
  concerns: (_, page) => ({
    personIds: page.personIds,
    shelfIds: page.shelfIds,
    bases: page.personIds.length > 0 ? ['intake'] : [],
    details: { cases: page.rows.map((row) => row.caseId) },
  }),
})

/** Families whose place is neither taken nor refused, as far as the actor reaches them. */
const openReferrals = (tx: Tx) =>
  tx
    .selectFrom('referral as r')
    .innerJoin('family_case as c', (j) => j.onRef('c.id', '=', 'r.case_id').onRef('c.municipality_id', '=', 'r.municipality_id'))
    .select(['c.id as caseId', 'c.number', 'c.name', 'c.project_id as projectId', 'r.referred_at as referredAt', 'r.sector', 'r.decision'])
    .where((e) => e.or([e('r.decided_at', 'is', null), e('r.decision', '=', 'waiting')]))
    .orderBy('r.decision', (o) => o.desc().nullsFirst())
    .orderBy('r.referred_at')
    .execute()

async function projectPlaces(tx: Tx, ctx: Context) {
  const mine = await projectsWithRole(tx, ctx, ['intake-team', 'project-manager'])
  const projects = await tx.selectFrom('project').select(['id', 'name']).where('id', 'in', mine).orderBy('name').execute()
  const out = []
  for (const project of projects) out.push({ ...project, places: await places(tx, project.id) })
  return out
}
async function unansweredQuestions(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom('question_without_identity')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
