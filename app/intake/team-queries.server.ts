import { type Context, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Assignment } from './coordinators.ts'

/** All assignments of a case, past ones too, the coordinator first. */
export async function teamOf(
  tx: Tx,
  caseId: number,
): Promise<(Assignment & { name: string; title: string; doesWhat: string; department: string })[]> {
  const rows = await tx
    .selectFrom('assignment as a')
    .innerJoin('staff as s', (j) => j.onRef('s.id', '=', 'a.staff_id').onRef('s.municipality_id', '=', 'a.municipality_id'))
    .select([
      'a.id',
      'a.case_id as caseId',
      'a.staff_id as staffId',
      'a.role',
      'a.sector',
      'a.does_what as doesWhat',
      'a.valid_from as from',
      'a.valid_until as until',
      's.name',
      's.title',
    ])
    .where('a.case_id', '=', caseId)
    .orderBy('a.valid_from')
    .orderBy('a.id')
    .execute()
  const departments = await departmentsOf(
    tx,
    rows.map((row) => row.staffId),
  )
  const place = (role: string) => (role === 'coordinator' ? 0 : role === 'secondary-coordinator' ? 1 : 2)
  return rows.map((row) => ({ ...row, department: departments.get(row.staffId) ?? '' })).toSorted((a, b) => place(a.role) - place(b.role))
}

/** The department of each member of staff, by the post they hold or held last. */
async function departmentsOf(tx: Tx, staffIds: number[]): Promise<Map<number, string>> {
  if (staffIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('post')
    .innerJoin('department', (j) =>
      j.onRef('department.id', '=', 'post.department_id').onRef('department.municipality_id', '=', 'post.municipality_id'),
    )
    .select(['post.staff_id', 'department.name'])
    .where('post.staff_id', 'in', staffIds)
    .orderBy('post.valid_from')
    .execute()
  return new Map(rows.map((row) => [row.staff_id, row.name]))
}

export type Worker = { id: number; name: string; department: string; roles: string[] }
/** Everybody with a post today: who can be put on a family. */
export async function workers(tx: Tx, ctx: Context): Promise<Worker[]> {
  const rows = await tx
    .selectFrom('post as p')
    .innerJoin('staff as s', (j) => j.onRef('s.id', '=', 'p.staff_id').onRef('s.municipality_id', '=', 'p.municipality_id'))
    .innerJoin('department as d', (j) => j.onRef('d.id', '=', 'p.department_id').onRef('d.municipality_id', '=', 'p.municipality_id'))
    .select(['s.id', 's.name', 'd.name as department', 'p.role'])
    .where('s.closed_at', 'is', null)
    .where('p.valid_from', '<=', ctx.today)
    .where((e) => e.or([e('p.valid_until', 'is', null), e('p.valid_until', '>=', ctx.today)]))
    .orderBy('s.name')
    .execute()
  return [...Map.groupBy(rows, (row) => row.id)].map(([id, posts]) => ({
    id,
    name: posts[0]?.name ?? '',
    department: posts[0]?.department ?? '',
    roles: posts.map((post) => post.role),
  }))
}

/** Can this person be put on the family at all: a post today, and not somebody who may not see it (wall 0). @throws Invalid */
export async function mayWork(tx: Tx, ctx: Context, caseId: number, staffId: number, field = 'staffId'): Promise<void> {
  const issue = (da: string, en: string) => new Invalid([{ field, message: { da, en } }])
  if (!(await workers(tx, ctx)).some((one) => one.id === staffId))
    throw issue('Vælg en medarbejder fra listen', 'Choose a worker from the list')
  const barred = await tx
    .selectFrom('disqualification')
    .select('id')
    .where('case_id', '=', caseId)
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (barred) throw issue('Den medarbejder kan ikke arbejde med familien', 'That worker cannot work with this family')
}
