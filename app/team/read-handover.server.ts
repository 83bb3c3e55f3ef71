import { inForce } from '#app/catalogue/pack-item.ts'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { mayAppoint } from '#app/intake/authority.server.ts'
import { caseloads, coordinatorRole, isCoordinatorRole } from '#app/intake/coordinators.ts'
import { CaseInput } from '#app/intake/intake.ts'
import { caseHead } from '#app/intake/queries.server.ts'
import { teamOf, workers } from '#app/intake/team-queries.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { fullCaseload, listOf } from './coordinator-model.ts'
import { checklist, primariesOn } from './handover.ts'
import { mayHandOver } from './plan-handover.server.ts'
import { handoversOf, standingSubstitutes, ticksOf } from './queries.server.ts'

/**
 * KOO-03: the change of coordinator of one family: the plan of it with its checklist while one runs, those before, and for the
 * project manager whom to
 * choose. For everybody who coordinates the family, and the project manager.
 */
export const readHandover = query({
  event: 'team.read-handover',
  input: CaseInput,
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => {
    if (!(await reachesCase(tx, caseId))) return 'not-found'
    if ((await mayAppoint(tx, ctx, caseId)) === true) return true
    return (await teamOf(tx, caseId)).some((one) => one.staffId === ctx.actor.id && one.sector === 'coordination')
  },
  run: async (tx, ctx, { caseId }) => {
    const head = await caseHead(tx, caseId)
    const pack = await projectPack(tx, head.projectId)
    const team = await teamOf(tx, caseId)
    const primary = primariesOn(team, ctx.today)[0] ?? null
    const all = await handoversOf(tx, [caseId])
    const reasons = listOf(pack, 'handover-reason', ctx.today, ctx.locale)
    const now = all[0] ?? null
    const may = (await mayHandOver(tx, ctx, caseId)) === true
    const loads = may ? await loadsOf(tx, head.projectId, ctx.today) : new Map<number, { primary: number[]; secondary: number[] }>()
    const side = now && (now.fromStaffId === ctx.actor.id ? 'old' : now.toStaffId === ctx.actor.id ? 'new' : null)
    return {
      caseId,
      name: head.name,
      today: ctx.today,
      primary: primary && { staffId: primary.staffId, name: primary.name },
      secondary: team.find((one) => one.role === coordinatorRole.secondary && one.from <= ctx.today && (one.until ?? ctx.today) >= ctx.today) ?? null,
      standing: primary ? ((await standingSubstitutes(tx, head.projectId, ctx.today)).find((one) => one.staffId === primary.staffId) ?? null) : null,
      model: settingAt(pack, 'coordinatorModel', ctx.today),
      handover: now && {
        ...now,
        planned: now.takesOverOn > ctx.today,
        reasonLabel: pack.choices.find((one) => one.list === 'handover-reason' && one.code === now.reason)?.label[ctx.locale] ?? now.reason,
        ...checklist(
          inForce(pack.handoverItems, now.plannedOn).map((one) => ({ code: one.code, by: one.by, label: one.label[ctx.locale] })),
          await ticksOf(tx, now.id),
        ),
      },
      before: all.slice(1),
      reasons,
      side,
      may: { plan: may, tickOld: may || side === 'old', tickNew: may || side === 'new' },
      full: fullCaseload(pack, 'primary', ctx.today),
      candidates: may
        ? (await workers(tx, ctx))
            .filter((one) => one.id !== primary?.staffId && (one.roles.includes('coordinator') || loads.has(one.id)))
            .map((one) => ({ id: one.id, name: one.name, department: one.department, primary: loads.get(one.id)?.primary.length ?? 0 }))
        : [],
      substitutes: may || team.some((one) => one.staffId === ctx.actor.id && isCoordinatorRole(one.role)) ? await workers(tx, ctx) : [],
    }
  },
  // Names of staff only; which family it is about says the case.
  concerns: ({ caseId }) => ({ caseId, personIds: [], bases: [] }),
})
export type HandoverPage = Awaited<ReturnType<typeof readHandover>>

async function loadsOf(tx: Tx, projectId: number, today: string) {
  const rows = await tx
    .selectFrom('assignment as a')
    .innerJoin('family_case as c', (j) => j.onRef('c.id', '=', 'a.case_id').onRef('c.municipality_id', '=', 'a.municipality_id'))
    .select(['a.id', 'a.case_id as caseId', 'a.staff_id as staffId', 'a.role', 'a.sector', 'a.valid_from as from', 'a.valid_until as until'])
    .where('c.project_id', '=', projectId)
    .execute()
  return caseloads(rows, today)
}
