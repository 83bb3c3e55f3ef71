import { command, reachesCase } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { findSpell } from './queries.server.ts'
import { writing } from './rights.server.ts'
import { CorrectSpell } from './spells.ts'
import { insertSpell } from './write-spell.server.ts'

/** Puts a wrong spell right: a new one stands instead, the wrong one stays in the history. Possible after closing too. */
export const correctSpell = command({
  event: 'spells.correct',
  input: CorrectSpell,
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId, spellId }) => {
    if (!(await reachesCase(tx, caseId))) return 'not-found'
    const spell = await findSpell(tx, caseId, spellId)
    if (!spell) return 'not-found'
    if (ctx.actor.kind === 'staff') return true // whether their sector may is asked by the record's policy
    return (await writing(tx, ctx, caseId)).speak.includes(spell.personId)
  },
  run: async (tx, ctx, { spellId, ...input }) => {
    const before = await findSpell(tx, input.caseId, spellId)
    if (!before) throw new NotFound('spell')
    return insertSpell(tx, ctx, { ...input, personId: before.personId }, spellId)
  },
  concerns: ({ caseId, spellId }, r) => ({
    caseId,
    personIds: [r.personId],
    shelfIds: [r.shelfId],
    details: { spell: r.id, replaces: spellId },
  }),
})
