import { inForce } from '#app/catalogue/pack-item.ts'
import type { CopyTarget } from '#app/catalogue/pack-work.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import { type Context, Forbidden, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { seenInOrder } from '#app/plan/goal-order.ts'
import { findPlan, peopleOf, rightsOf } from '#app/plan/queries.server.ts'
import { contentNow, shelvesOf } from '#app/plan/records.server.ts'
import { onCase } from '#app/plan/rights.server.ts'
import { hashesOf } from './copy-hashes.server.ts'
import { type CopyField, copyTexts } from './copy-texts.ts'
import { authorityNames } from './authorities.server.ts'
import { planIn, writesPlans } from './rights.server.ts'
import { CopyInto, planIds, type SectorPlan } from './sector-plan.ts'

export type CopyPage = {
  plan: SectorPlan
  kindLabel: string
  target: { code: string; label: string; note: string }
  targets: { code: string; label: string }[]
  fields: (CopyField & { changed: boolean })[]
  /** When it was last copied into this system, as far as this reader knows. */
  copiedOn: string | null
  today: string
  shelfIds: number[]
  subjects: number[]
}

/**
 * The text of a plan for each field of another system, to be copied by hand (IT-14, IT-15, IT-17). Looking is logged with who: it is a
 * look at everything the text rests on. Marks what has changed since it was last copied.
 */
export const readCopy = query({
  event: 'sector-plans.copy',
  input: CopyInto,
  case: ({ caseId }) => caseId,
  may: onCase(writesPlans),
  run: (tx, ctx, input): Promise<CopyPage> => copyPage(tx, ctx, input),
  concerns: ({ caseId, planId, target }, r) => ({ caseId, personIds: r.subjects, shelfIds: r.shelfIds, details: { sectorPlan: planId, target } }),
})

/** The systems that this kind of plan is copied into. */
export const targetsFor = (targets: readonly CopyTarget[], kind: string): CopyTarget[] => targets.filter((t) => t.plans.includes(kind))

/** @throws NotFound for a system that the kind of plan is not copied into, Forbidden for a sector that is neither the plan's nor the project's */
export async function copyPage(tx: Tx, ctx: Context, { caseId, planId, target: wanted }: { caseId: number; planId: number; target: string }): Promise<CopyPage> {
  const pack = await casePack(tx, caseId)
  const plan = await planIn(tx, caseId, planId)
  const rights = await rightsOf(tx, ctx, caseId)
  if (!rights.coordination && !rights.sectors.includes(plan.sector)) throw new Forbidden('sector-plans')
  const targets = targetsFor(inForce(pack.copyTargets, ctx.today), plan.kind)
  const target = targets.find((t) => t.code === wanted)
  if (!target) throw new NotFound('target')
  const people = await peopleOf(tx, ctx, caseId, rights)
  const content = await contentNow(tx, caseId)
  const order = seenInOrder((await findPlan(tx, caseId))?.goal_order ?? [], content.goals)
  const names = await authorityNames(tx, plan)
  const fields = copyTexts(target, { plan, content, goalOrder: order, people, ...names, locale: ctx.locale, today: ctx.today })
  const last = await tx
    .selectFrom('sector_plan_copy')
    .select(['copied_on', 'hashes'])
    .where('plan_id', 'in', planIds(plan))
    .where('target', '=', wanted)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const now = hashesOf(planId, fields)
  const before: Record<string, unknown> = typeof last?.hashes === 'object' && last.hashes !== null ? { ...last.hashes } : {}
  return {
    plan,
    kindLabel: inForce(pack.sectorPlans, ctx.today).find((k) => k.code === plan.kind)?.label[ctx.locale] ?? plan.kind,
    target: { code: target.code, label: target.label[ctx.locale], note: target.note?.[ctx.locale] ?? '' },
    targets: targets.map((t) => ({ code: t.code, label: t.label[ctx.locale] })),
    fields: fields.map((f) => ({ ...f, changed: last !== undefined && before[f.code] !== now[f.code] })),
    copiedOn: last?.copied_on ?? null,
    today: ctx.today,
    shelfIds: [...new Set([...shelvesOf(content), plan.shelfId])],
    subjects: [...new Set([...plan.subjects, ...content.goals.flatMap((g) => g.subjects), ...content.activities.flatMap((a) => a.subjects)])],
  }
}
