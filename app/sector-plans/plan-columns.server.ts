import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { wrong } from './rights.server.ts'

type Input = {
  title: string
  departmentId: number | null
  caseworkerStaffId: number | null
  caseworkerName: string
  decidedOn: string | null
  validFrom: string | null
  validUntil: string | null
  nextFollowUpOn: string | null
  statedName: string
  statedSector: string
  statedOn: string | null
  statedChannel: string
}
/** What a form says of a plan, as columns. */
export const planColumns = (v: Input) => ({
  title: v.title,
  authority_department_id: v.departmentId,
  caseworker_staff_id: v.caseworkerStaffId,
  caseworker_name: v.caseworkerStaffId === null ? v.caseworkerName : '',
  decided_on: v.decidedOn,
  valid_from: v.validFrom,
  valid_until: v.validUntil,
  next_follow_up_on: v.nextFollowUpOn,
})
/** Only what the coordinator writes down says who stated it. */
export const statedIn = (sector: string, v: Input) =>
  sector !== 'coordination' || v.statedName === ''
    ? { stated_by_name: null, stated_by_sector: null, stated_on: null, stated_channel: null }
    : { stated_by_name: v.statedName, stated_by_sector: v.statedSector, stated_on: v.statedOn, stated_channel: v.statedChannel }

/** The department is of this municipality, the caseworker works with the family or wrote it down before. @throws Invalid */
export async function checkAuthority(
  tx: Tx,
  ctx: Context,
  part: { caseId: number; departmentId: number | null; caseworkerStaffId: number | null; before?: number | null },
): Promise<void> {
  if (part.departmentId !== null) {
    const department = await tx.selectFrom('department').select('id').where('id', '=', part.departmentId).executeTakeFirst()
    if (!department) throw wrong('departmentId', 'otherDepartment')
  }
  if (part.caseworkerStaffId === null || part.caseworkerStaffId === part.before) return
  const assigned = await tx
    .selectFrom('assignment')
    .select('id')
    .where('case_id', '=', part.caseId)
    .where('staff_id', '=', part.caseworkerStaffId)
    .where('valid_from', '<=', ctx.today)
    .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>=', ctx.today)]))
    .executeTakeFirst()
  if (!assigned) throw wrong('caseworkerStaffId', 'otherCaseworker')
}
