import { z } from 'zod'
import { said } from '#app/platform/i18n/field-errors.ts'
import { command, query, reachesCase } from '#app/platform/command.server.ts'
import { Conflict, type Context, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { insertScreening } from './answer-criteria.server.ts'
import { mayAppoint, openReassessmentOf } from './authority.server.ts'
import { CaseInput, Id, text, ticked } from './intake.ts'
import { caseHead, familyPeople, intakeTeam, projectsWithRole } from './queries.server.ts'
import { latestReferral, screenings } from './record-queries.server.ts'
import { screeningResult } from './screening.ts'

/*
 * VIS-12: at the start of a project the families that are there are assessed anew. Each gets a screening of its own, and the decision that
 * it stays or leaves; the first intake date stands. Who leaves goes on to the exit.
 */

export const DecideReassessment = z.object({
  caseId: Id,
  decidedOn: PlainDate,
  decision: z.enum(['stays', 'leaves']),
  present: ticked(Id).refine(
    (ids) => ids.length > 0,
    said({ da: 'Vælg, hvem der var med til at bestemme', en: 'Choose who took part in the decision' }),
  ),
  reasons: text(4000),
})

/** Opens the reassessment of a family that has a place, with a new screening of today. @throws Conflict 'reassessment-open' */
export const openReassessment = command({
  event: 'intake.open-reassessment',
  input: CaseInput,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId }) => mayAppoint(tx, ctx, caseId),
  run: async (tx, ctx, { caseId }) => {
    const referral = await latestReferral(tx, caseId)
    if (referral && referral.decision !== 'accepted')
      throw new Invalid([{ field: 'caseId', message: { da: 'Familien har ikke en plads endnu', en: 'The family has no place yet' } }])
    if (await openReassessmentOf(tx, caseId)) throw new Conflict('reassessment-open')
    const screening = await insertScreening(tx, ctx, caseId, await projectPack(tx, (await caseHead(tx, caseId)).projectId))
    const row = await tx
      .insertInto('reassessment')
      .values({
        municipality_id: ctx.municipalityId,
        screening_id: screening.id,
        opened_on: ctx.today,
        case_id: caseId,
        sector: 'coordination',
        category: 'intake',
        visibility: 'family',
        household_shared: true,
        subjects: screening.subjects,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, subjects: screening.subjects, shelfIds: [row.shelf_id, screening.shelfId] }
  },
  concerns: ({ caseId }, result) => ({
    caseId,
    personIds: result.subjects,
    shelfIds: result.shelfIds,
    details: { reassessment: result.id },
  }),
})

/**
 * The dated decision: the family stays, or leaves. Leaving closes nothing here: the exit has its own steps.
 * @throws Conflict 'no-reassessment' when none is open; Invalid when the criteria are not answered
 */
export const decideReassessment = command({
  event: 'intake.decide-reassessment',
  input: DecideReassessment,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId }) => mayAppoint(tx, ctx, caseId),
  run: async (tx, ctx, input) => {
    const open = await openReassessmentOf(tx, input.caseId)
    if (!open) throw new Conflict('no-reassessment')
    await refuse(tx, ctx, input, open.opened_on)
    const row = await tx
      .updateTable('reassessment')
      .set({ decided_on: input.decidedOn, decision: input.decision, present: input.present, reasons: input.reasons })
      .where('id', '=', open.id)
      .where('decided_on', 'is', null)
      .returning(['id', 'shelf_id', 'subjects'])
      .executeTakeFirst()
    if (!row) throw new Conflict('no-reassessment')
    return row
  },
  concerns: ({ caseId, decision, decidedOn }, row) => ({
    caseId,
    personIds: row.subjects,
    shelfIds: [row.shelf_id],
    details: { reassessment: row.id, decision, decidedOn },
  }),
})

async function refuse(tx: Tx, ctx: Context, input: z.output<typeof DecideReassessment>, openedOn: string): Promise<void> {
  const issue = (field: string, da: string, en: string) => new Invalid([{ field, message: { da, en } }])
  if (input.decidedOn > ctx.today) throw issue('decidedOn', 'Datoen ligger i fremtiden', 'The date is in the future')
  if (input.decidedOn < openedOn) throw issue('decidedOn', 'Datoen ligger, før I begyndte', 'The date is before you began')
  const pack = await projectPack(tx, (await caseHead(tx, input.caseId)).projectId)
  const answers = (await screenings(tx, [input.caseId]))[0]?.answers ?? []
  if (screeningResult(pack, answers, ctx.today).result === 'unanswered')
    throw issue('decision', 'Svar på spørgsmålene, før I bestemmer', 'Answer the questions before you decide')
}

/** One family's reassessment: the questions with the new answers and the earlier ones beside them, the result, and what was decided. */
export const readReassessment = query({
  event: 'intake.read-reassessment',
  input: CaseInput,
  case: ({ caseId }) => caseId,
  may: async (tx, _, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  run: async (tx, ctx, { caseId }) => {
    const head = await caseHead(tx, caseId)
    const pack = await projectPack(tx, head.projectId)
    const people = await familyPeople(tx, ctx, [caseId])
    const rounds = await tx
      .selectFrom('reassessment')
      .select(['id', 'screening_id', 'opened_on', 'decided_on', 'decision', 'reasons', 'shelf_id'])
      .where('case_id', '=', caseId)
      .where('replaced_by', 'is', null)
      .orderBy('id', 'desc')
      .execute()
    const latest = (await screenings(tx, [caseId]))[0]
    const screening = latest && rounds[0]?.screening_id === latest.id ? latest : null
    const leads = (await mayAppoint(tx, ctx, caseId)) === true
    const open = rounds[0] !== undefined && rounds[0].decided_on === null
    return {
      caseId,
      name: head.name,
      today: ctx.today,
      people: people.map((person) => ({ id: person.id })),
      criteria: inForce(pack.intakeCriteria, ctx.today),
      screening: screening && { note: screening.note, answers: screening.answers },
      earlier: await earlierAnswers(tx, caseId, screening?.id ?? null),
      result: screeningResult(pack, screening?.answers ?? [], ctx.today),
      open,
      rounds: rounds.map((one) => ({ id: one.id, openedOn: one.opened_on, decidedOn: one.decided_on, decision: one.decision, reasons: one.reasons })),
      team: leads ? await intakeTeam(tx, ctx, head.projectId) : [],
      me: ctx.actor.id,
      may: { open: leads && !open, decide: leads && open },
      readers: { answers: [], decision: [] },
      shelfIds: [
        ...rounds.map((one) => one.shelf_id),
        ...(screening ? [screening.shelfId, ...screening.answers.map((one) => one.shelfId)] : []),
      ],
    }
  },
  concerns: ({ caseId }, page) => ({ caseId, personIds: page.people.map((one) => one.id), shelfIds: page.shelfIds }),
})
export type ReassessmentPage = Awaited<ReturnType<typeof readReassessment>>

/** What was answered the time before, by criterion. */
async function earlierAnswers(tx: Tx, caseId: number, before: number | null): Promise<Record<string, { answer: string; on: string }>> {
  if (before === null) return {}
  const rows = await tx
    .selectFrom('screening_answer as a')
    .innerJoin('screening as s', (j) => j.onRef('s.id', '=', 'a.screening_id').onRef('s.municipality_id', '=', 'a.municipality_id'))
    .select(['a.criterion', 'a.answer', 's.screened_on'])
    .where('a.case_id', '=', caseId)
    .where('a.screening_id', '<', before)
    .where('a.answer', 'is not', null)
    .orderBy('a.screening_id')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.criterion, { answer: row.answer ?? '', on: row.screened_on }]))
}

/** VIS-12: the project manager's list of the families with a place: who has been assessed anew since a day, and with what result. */
export const readReassessments = query({
  event: 'intake.read-reassessments',
  input: z.object({}),
  may: async (tx, ctx) => (await projectsWithRole(tx, ctx, ['project-manager'])).length > 0,
  run: async (tx, ctx) => {
    const projects = await projectsWithRole(tx, ctx, ['project-manager'])
    const rows = await tx
      .selectFrom('family_case as c')
      .leftJoin('reassessment as r', (j) =>
        j.onRef('r.case_id', '=', 'c.id').onRef('r.municipality_id', '=', 'c.municipality_id').on('r.replaced_by', 'is', null),
      )
      .select(['c.id as caseId', 'c.number', 'c.name', 'r.opened_on as openedOn', 'r.decided_on as decidedOn', 'r.decision', 'r.shelf_id as shelfId'])
      .distinctOn('c.id')
      .where('c.project_id', 'in', projects)
      .where((e) =>
        e.not(e.exists(e.selectFrom('closure as x').select('x.id').whereRef('x.case_id', '=', 'c.id').where('x.reopened_at', 'is', null))),
      )
      .where((e) =>
        e.not(
          e.exists(
            e
              .selectFrom('referral as f')
              .select('f.id')
              .whereRef('f.case_id', '=', 'c.id')
              .where((o) => o.or([o('f.decision', 'is', null), o('f.decision', '<>', 'accepted')])),
          ),
        ),
      )
      .orderBy('c.id')
      .orderBy('r.id', 'desc')
      .execute()
    return { families: rows.toSorted((a, b) => a.name.localeCompare(b.name, 'da')) }
  },
  concerns: (_, page) => ({
    personIds: [],
    shelfIds: page.families.flatMap((one) => (one.shelfId === null ? [] : [one.shelfId])),
    details: { families: page.families.length },
  }),
})
