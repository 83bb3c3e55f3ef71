import type { Tx } from '#app/platform/db.server.ts'
import type { SectorPlan } from './sector-plan.ts'

/** The authority's department and caseworker by name; '' where it is not said. */
export async function authorityNames(
  tx: Tx,
  plan: Pick<SectorPlan, 'departmentId' | 'caseworkerStaffId' | 'caseworkerName'>,
): Promise<{ department: string; caseworker: string }> {
  const department =
    plan.departmentId === null
      ? undefined
      : await tx.selectFrom('department').select('name').where('id', '=', plan.departmentId).executeTakeFirst()
  const staff =
    plan.caseworkerStaffId === null ? undefined : await tx.selectFrom('staff').select('name').where('id', '=', plan.caseworkerStaffId).executeTakeFirst()
  return { department: department?.name ?? '', caseworker: staff?.name ?? plan.caseworkerName }
}

/** Departments there are today, with their sector. */
export async function departmentsOf(tx: Tx, today: string): Promise<{ id: number; name: string; sector: string }[]> {
  return tx
    .selectFrom('department')
    .select(['id', 'name', 'sector'])
    .where('valid_from', '<=', today)
    .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>=', today)]))
    .orderBy('name')
    .execute()
}
