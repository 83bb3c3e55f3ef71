import type { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { command } from '#app/platform/command.server.ts'
import { Conflict, type Context, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { mayDecide, mayReassess } from './authority.server.ts'
import { CaseInput } from './intake.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { caseHead, familyPeople } from './queries.server.ts'
import { screenings, type Screening } from './record-queries.server.ts'
import { AnswerCriteria, type AnswerInput } from './screening.ts'

/** Begins the screening of a family against the criteria in force today (VIS-08). Does nothing when one is there already. */
export const startScreening = command({
  event: 'intake.start-screening',
  input: CaseInput,
  case: ({ caseId }) => caseId,
  may: (tx, _, { caseId }) => mayDecide(tx, caseId),
  run: async (tx, ctx, { caseId }) => (await screenings(tx, [caseId]))[0] ?? insertScreening(tx, ctx, caseId, await packOf(tx, caseId)),
  concerns: ({ caseId }, screening) => ({
    caseId,
    personIds: screening.subjects,
    shelfIds: [screening.shelfId],
    details: { screening: screening.id },
  }),
})

/**
 * Saves the answers as they are; anything may be missing (VIS-01 … VIS-07). An answer somebody else changed meanwhile is not overwritten.
 * @throws Conflict 'stale' with both texts; Invalid for a criterion that the project does not ask
 */
export const answerCriteria = command({
  event: 'intake.answer-criteria',
  input: AnswerCriteria,
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => {
    const decides = await mayDecide(tx, caseId)
    return decides === false ? mayReassess(tx, ctx, caseId) : decides
  },
  run: async (tx, ctx, input) => {
    const pack = await packOf(tx, input.caseId)
    refuseUnknown(pack, input, ctx.today)
    const screening = (await screenings(tx, [input.caseId]))[0] ?? (await insertScreening(tx, ctx, input.caseId, pack))
    if (screening.note !== input.note || screening.packVersion !== pack.version) {
      await tx
        .updateTable('screening')
        .set({ note: input.note, pack_version: pack.version, screened_on: ctx.today })
        .where('id', '=', screening.id)
        .execute()
    }
    const shelfIds = [screening.shelfId]
    let changed = 0
    for (const answer of input.answers) {
      const saved = await saveAnswer(tx, ctx, screening, answer)
      if (saved !== null) {
        shelfIds.push(saved)
        changed++
      }
    }
    return { screeningId: screening.id, subjects: screening.subjects, shelfIds, changed }
  },
  concerns: ({ caseId }, result) => ({
    caseId,
    personIds: result.subjects,
    shelfIds: result.shelfIds,
    details: { screening: result.screeningId, answers: result.changed },
  }),
})

const packOf = async (tx: Tx, caseId: number): Promise<Pack> => projectPack(tx, (await caseHead(tx, caseId)).projectId)

/** A new screening of today, about everybody who lives in the family now. */
export async function insertScreening(tx: Tx, ctx: Context, caseId: number, pack: Pack): Promise<Screening> {
  const subjects = (await familyPeople(tx, ctx, [caseId])).map((person) => person.id)
  const row = await tx
    .insertInto('screening')
    .values({
      municipality_id: ctx.municipalityId,
      pack: pack.code,
      pack_version: pack.version,
      screened_on: ctx.today,
      case_id: caseId,
      sector: 'coordination',
      category: 'intake',
      visibility: 'staff',
      subjects,
    })
    .returning(['id', 'shelf_id', 'subjects'])
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    caseId,
    pack: pack.code,
    packVersion: pack.version,
    screenedOn: ctx.today,
    note: '',
    shelfId: row.shelf_id,
    subjects: row.subjects,
    answers: [],
  }
}

/** The shelf of the answer when something was written, null when nothing had changed. */
async function saveAnswer(tx: Tx, ctx: Context, screening: Screening, typed: AnswerInput): Promise<number | null> {
  const old = screening.answers.find((one) => one.criterion === typed.criterion)
  if (!old) {
    if (typed.answer === null && typed.evidence === '') return null
    const row = await tx
      .insertInto('screening_answer')
      .values({
        municipality_id: ctx.municipalityId,
        screening_id: screening.id,
        criterion: typed.criterion,
        answer: typed.answer,
        evidence: typed.evidence,
        case_id: screening.caseId,
        sector: 'coordination',
        category: 'intake',
        visibility: 'staff',
        subjects: screening.subjects,
      })
      .returning('shelf_id')
      .executeTakeFirstOrThrow()
    return row.shelf_id
  }
  if (old.answer === typed.answer && old.evidence === typed.evidence) return null
  const mine = { answer: typed.answer, evidence: typed.evidence }
  if (typed.revision !== old.revision)
    throw new Conflict('stale', { mine, theirs: { answer: old.answer, evidence: old.evidence, by: old.by } })
  const updated = await tx
    .updateTable('screening_answer')
    .set(mine)
    .where('id', '=', old.id)
    .where('revision', '=', old.revision)
    .returning('shelf_id')
    .executeTakeFirst()
  if (!updated) throw new Conflict('stale', { mine, theirs: { answer: old.answer, evidence: old.evidence, by: old.by } })
  return updated.shelf_id
}

function refuseUnknown(pack: Pack, input: z.output<typeof AnswerCriteria>, today: string): void {
  const known = new Set(inForce(pack.intakeCriteria, today).map((one) => one.code))
  const unknown = input.answers.filter((one) => !known.has(one.criterion) && (one.answer !== null || one.evidence !== ''))
  if (unknown.length === 0) return
  throw new Invalid(
    unknown.map(({ criterion }) => ({
      field: `answer.${criterion}`,
      message: {
        da: 'Det spørgsmål stiller projektet ikke længere',
        en: 'The project no longer asks this question',
      },
    })),
  )
}
