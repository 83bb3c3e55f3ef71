import { command } from '#app/platform/command.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/context.ts'
import { findSpell } from './queries.server.ts'
import { mayWriteAbout } from './rights.server.ts'
import { EndSpell } from './spells.ts'
import { checkEnd } from './write-spell.server.ts'

/** Says until which day it lasted and why it ended. What stood before stays in the history. @throws Conflict('stale') */
export const endSpell = command({
  event: 'spells.end',
  input: EndSpell,
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId, spellId }) => {
    const spell = await findSpell(tx, caseId, spellId)
    return spell ? mayWriteAbout(tx, ctx, caseId, spell.personId) : 'not-found'
  },
  run: async (tx, ctx, input) => {
    const spell = await findSpell(tx, input.caseId, input.spellId)
    if (!spell) throw new NotFound('spell')
    if (input.until < spell.from)
      throw new Invalid([
        { field: 'until', message: { da: 'Slutdatoen ligger før startdatoen', en: 'The end is before the beginning' } },
      ])
    if (spell.revision !== input.seenRevision)
      throw new Conflict('stale', { mine: { until: input.until }, theirs: { until: spell.until, revision: spell.revision } })
    await checkEnd(tx, ctx, input.caseId, input.endCode)
    const { numUpdatedRows } = await tx
      .updateTable('spell')
      .set({ ended_on: input.until, end_code: input.endCode, end_reason: input.endReason })
      .where('id', '=', spell.id)
      .where('revision', '=', input.seenRevision)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Forbidden('spells.end')
    return spell
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: [r.personId], shelfIds: [r.shelfId], details: { spell: r.id } }),
})
