import { z } from 'zod'
import { MaybeId } from '#app/families/families.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { inOrder } from './concern.ts'
import { childrenOf, concernPack, concernsOf, procedureOf } from './queries.server.ts'
import { worksHere } from './rights.server.ts'

const WithCase = z.object({ caseId: MaybeId.optional().transform((v) => v ?? null) })
const mayOpen = async (tx: Tx, ctx: Context, { caseId }: { caseId: number | null }) =>
  caseId === null || (await reachesCase(tx, caseId)) ? worksHere(tx, ctx) : ('not-found' as const)

/*
 * What is read here stands in the log without a case and without persons: the family's log, the spot checks and a search by CPR number must not tell
 * that somebody has thought of writing. Whose names were seen is kept as ids in the row's details.
 */

/** "Bekymret for et barn?": the local procedure and its telephone numbers, and what the actor has written before. */
export const readProcedure = query({
  event: 'concern.read-procedure',
  input: WithCase,
  may: mayOpen,
  run: async (tx, ctx, { caseId }) => {
    const { steps, phones, clocks } = procedureOf(await concernPack(tx, caseId), ctx.locale, ctx.today)
    const mine = (await concernsOf(tx, { mine: ctx.actor.id })).map((c) => ({
      id: c.id,
      reportedAt: c.reportedAt,
      assessBy: c.assessBy,
      receiptBy: c.receiptBy,
      assessedAt: c.assessedAt,
      receiptAt: c.receiptAt,
    }))
    return { caseId, steps, phones, clocks, mine: inOrder(mine, ctx.now), now: ctx.now, today: ctx.today }
  },
  concerns: (_input, { mine }) => ({ personIds: [], bases: ['own-sector'], details: { concerns: mine.map((c) => c.id) } }),
})

/** The form: the children of the family by name, where the actor comes from a family's page. */
export const readForm = query({
  event: 'concern.read-form',
  input: WithCase,
  may: mayOpen,
  run: async (tx, ctx, { caseId }) => {
    const { phones } = procedureOf(await concernPack(tx, caseId), ctx.locale, ctx.today)
    const me = await tx.selectFrom('staff').select(['phone']).where('id', '=', ctx.actor.id).executeTakeFirst()
    const children = caseId === null ? [] : await childrenOf(tx, caseId, ctx.today)
    return { caseId, children, phones, reach: me?.phone ?? '', today: ctx.today }
  },
  concerns: (_input, { children }) => ({ personIds: [], bases: ['household-names'], details: { people: children.map((c) => c.id) } }),
})
