import { command } from '#app/platform/command.server.ts'
import { onCase } from '#app/plan/rights.server.ts'
import { rightsOf } from '#app/plan/queries.server.ts'
import { hashesOf } from './copy-hashes.server.ts'
import { copyPage } from './read-copy.server.ts'
import { writesPlans } from './rights.server.ts'
import { CopyInto } from './sector-plan.ts'

/** Somebody has put the text into the other system: from now on the page shows what has changed since. */
export const registerCopied = command({
  event: 'sector-plans.copied',
  input: CopyInto,
  case: ({ caseId }) => caseId,
  may: onCase(writesPlans),
  async run(tx, ctx, input) {
    const page = await copyPage(tx, ctx, input)
    const rights = await rightsOf(tx, ctx, input.caseId)
    const row = await tx
      .insertInto('sector_plan_copy')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: rights.sectors.includes(page.plan.sector) ? page.plan.sector : 'coordination',
        category: 'plan',
        visibility: 'staff',
        subjects: page.plan.subjects,
        plan_id: page.plan.id,
        target: input.target,
        copied_on: ctx.today,
        hashes: JSON.stringify(hashesOf(page.plan.id, page.fields)),
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects: page.plan.subjects }
  },
  concerns: ({ caseId, planId, target }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { sectorPlan: planId, target } }),
})
