import { command } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { da } from './messages.ts'
import { UndoOnBehalf } from './plan.ts'
import { onCase } from './rights.server.ts'

/** A member takes back what staff wrote on their behalf: a record of theirs replaces it, and the old one stays in the history. */
export const undoOnBehalf = command({
  event: 'plan.undo-on-behalf',
  input: UndoOnBehalf,
  case: ({ caseId }) => caseId,
  may: onCase((r) => !r.staff && r.writes),
  async run(tx, ctx, { caseId, what, id }) {
    const own = {
      municipality_id: ctx.municipalityId,
      case_id: caseId,
      sector: 'coordination',
      category: 'plan',
      visibility: 'family',
      subjects: [ctx.actor.id],
      replaces: id,
    }
    if (what === 'hope') {
      const hope = await tx
        .selectFrom('hope')
        .select(['words', 'person_id'])
        .where('id', '=', id)
        .where('case_id', '=', caseId)
        .where('on_behalf_of_person', '=', ctx.actor.id)
        .where('replaced_by', 'is', null)
        .executeTakeFirst()
      if (!hope) throw new NotFound('hope')
      return tx
        .insertInto('hope')
        .values({ ...own, words: hope.words, person_id: hope.person_id, dropped_on: ctx.today, dropped_reason: da.undone })
        .returning('shelf_id')
        .executeTakeFirstOrThrow()
    }
    const answer = await tx
      .selectFrom('plan_agreement')
      .select('version_id')
      .where('id', '=', id)
      .where('case_id', '=', caseId)
      .where('on_behalf_of_person', '=', ctx.actor.id)
      .where('replaced_by', 'is', null)
      .executeTakeFirst()
    if (!answer) throw new NotFound('agreement')
    return tx
      .insertInto('plan_agreement')
      .values({ ...own, version_id: answer.version_id, person_id: ctx.actor.id, undone: true })
      .returning('shelf_id')
      .executeTakeFirstOrThrow()
  },
  concerns: ({ caseId, what, id }, r) => ({ caseId, personIds: [], shelfIds: [r.shelf_id], details: { [what]: id } }),
})
