import { command } from '#app/platform/command.server.ts'
import { mayWriteAbout } from './rights.server.ts'
import { RegisterSpell } from './spells.ts'
import { insertSpell } from './write-spell.server.ts'

/** Writes down what somebody lives on, does or goes to, from a day. The coordinator writes it, or the person in the portal. */
export const registerSpell = command({
  event: 'spells.register',
  input: RegisterSpell,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId, personId }) => mayWriteAbout(tx, ctx, caseId, personId),
  run: (tx, ctx, input) => insertSpell(tx, ctx, input, null),
  concerns: ({ caseId }, r) => ({ caseId, personIds: [r.personId], shelfIds: [r.shelfId], details: { spell: r.id } }),
})
