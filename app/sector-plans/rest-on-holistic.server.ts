import { sql } from 'kysely'
import { itemAt } from '#app/catalogue/pack-item.ts'
import { command } from '#app/platform/command.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { onCase } from '#app/plan/rights.server.ts'
import { planToChange, writesPlans, writing, wrong } from './rights.server.ts'
import { RestOnHolistic } from './sector-plan.ts'
import { updatePlan } from './update-plan.server.ts'

/**
 * The plan stands in the family's plan instead of by itself, or again by itself. Only kinds whose law allows it, and only when everybody it
 * is about has given the consent that this kind asks for: each plan has its own, one yes never covers two (CON-14).
 * @throws Invalid at `rests`
 */
export const restOnHolistic = command({
  event: 'sector-plans.rest-on-holistic',
  input: RestOnHolistic,
  case: ({ caseId }) => caseId,
  may: onCase(writesPlans),
  async run(tx, ctx, input) {
    const { pack, rights } = await writing(tx, ctx, input.caseId)
    const plan = await planToChange(tx, { ...input, rights, mine: { rests: input.rests } })
    if (input.rests) {
      const kind = itemAt(pack.sectorPlans, plan.kind, ctx.today)
      if (!kind?.holisticPlanMayReplace || plan.notNeededReason !== '') throw wrong('rests', 'mayNotReplace')
      const yes = kind.consent === null ? [] : await consentedPersons(tx, input.caseId, kind.consent)
      if (!plan.subjects.every((s) => yes.includes(s))) throw wrong('rests', 'consentMissing')
    }
    return updatePlan(tx, plan, { rests_on_holistic: input.rests })
  },
  concerns: ({ caseId, rests }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { sectorPlan: r.id, rests } }),
})

/** Persons of the case of whom a consent of this text is valid now. */
export async function consentedPersons(tx: Tx, caseId: number, template: string): Promise<number[]> {
  const { rows } = await sql<{ ids: number[] }>`select access.consented_persons(${caseId}, ${template}) as ids`.execute(tx)
  return rows[0]?.ids ?? []
}
