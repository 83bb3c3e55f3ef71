import { command, query, reachesCase } from '#app/platform/command.server.ts'
import { Conflict, Forbidden } from '#app/platform/context.ts'
import { rightsOf } from '#app/plan/queries.server.ts'
import { ScoreEntry, ScoreRef } from './entry.ts'
import { findScore } from './queries.server.ts'
import { draftOf, mayWriteScores, rowOf } from './write-score.server.ts'

/**
 * Writes down a filled-in form about one of the family (UDR-19, PROG-05): the answers as ticked, or ready scores; the score, the norm set that is chosen today and its version stay with
 * them. What somebody of the family answered is written on their behalf. A correction replaces, nothing is overwritten.
 * @throws Invalid with every wrong field, Conflict 'stale'
 */
export const registerScore = command({
  event: 'instruments.register',
  input: ScoreEntry,
  case: ({ caseId }) => caseId,
  may: mayWriteScores,
  async run(tx, ctx, input) {
    const draft = await draftOf(tx, ctx, input)
    const row = await tx.insertInto('instrument_score').values(rowOf(ctx, input, draft)).returning(['id', 'shelf_id']).executeTakeFirstOrThrow()
    return { id: row.id, shelfIds: [row.shelf_id, ...(draft.replaced ? [draft.replaced.shelfId] : [])], personId: draft.person.id }
  },
  concerns: ({ caseId, instrument }, r) => ({ caseId, personIds: [r.personId], shelfIds: [...new Set(r.shelfIds)], details: { instrument, score: r.id } }),
})

/** The score of what is typed, before it is saved. */
export const previewScore = query({
  event: 'instruments.preview',
  input: ScoreEntry,
  case: ({ caseId }) => caseId,
  may: mayWriteScores,
  async run(tx, ctx, input) {
    const { tool, form, answers, scores, incomplete, normSet, bands } = await draftOf(tx, ctx, input)
    return { tool, form, answers, scores, incomplete, normSet, bands }
  },
  concerns: ({ caseId, personId, instrument }) => ({ caseId, personIds: [personId], details: { instrument } }),
})

/** Takes a score back: staff of its sector, or whoever it was written for. It stays in the history. */
export const takeBackScore = command({
  event: 'instruments.take-back',
  input: ScoreRef,
  case: ({ caseId }) => caseId,
  may: async (tx, _, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  async run(tx, ctx, { caseId, id }) {
    const old = await findScore(tx, caseId, id)
    const rights = await rightsOf(tx, ctx, caseId)
    if (!old) throw new Conflict('stale')
    const mine = ctx.actor.kind === 'member' ? old.onBehalfOf === ctx.actor.id : rights.sectors.includes(old.sector)
    if (!mine) throw new Forbidden('instruments.take-back')
    const row = await tx
      .insertInto('instrument_score')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: caseId,
        sector: ctx.actor.kind === 'member' ? 'coordination' : old.sector,
        category: old.category,
        visibility: 'family',
        subjects: [old.personId],
        person_id: old.personId,
        instrument: old.instrument,
        version: old.version,
        form: old.form,
        informant: old.informant,
        informant_person: old.informantPerson,
        informant_name: old.informantName,
        answered_on: old.answeredOn,
        filled: old.filled,
        answers: old.answers === null ? null : JSON.stringify(old.answers),
        scores: JSON.stringify(old.scores),
        algorithm: old.algorithm,
        replaces: id,
        undone: true,
      })
      .returning('shelf_id')
      .executeTakeFirstOrThrow()
    return { personId: old.personId, shelfIds: [...new Set([old.shelfId, row.shelf_id])] }
  },
  concerns: ({ caseId, id }, r) => ({ caseId, personIds: [r.personId], shelfIds: r.shelfIds, details: { score: id } }),
})
