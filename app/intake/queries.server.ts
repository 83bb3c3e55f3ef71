import { sql } from 'kysely'
import type { Pack } from '#app/catalogue/pack.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { byAge, isChild } from '#app/families/families.ts'
import { missingConsents, type ValidConsent } from './intake.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'

/** The case with its project. @throws NotFound when the actor does not reach it. */
export async function caseHead(tx: Tx, caseId: number) {
  const row = await tx
    .selectFrom('family_case')
    .innerJoin('project', (j) =>
      j.onRef('project.id', '=', 'family_case.project_id').onRef('project.municipality_id', '=', 'family_case.municipality_id'),
    )
    .select([
      'family_case.id',
      'family_case.number',
      'family_case.name',
      'project.id as projectId',
      'project.name as projectName',
      'project.capacity',
    ])
    .where('family_case.id', '=', caseId)
    .executeTakeFirst()
  if (!row) throw new NotFound('case')
  return row
}
export type CaseHead = Awaited<ReturnType<typeof caseHead>>

export type FamilyPerson = {
  id: number
  caseId: number
  kind: 'person' | 'network' | 'unborn'
  firstName: string
  lastName: string
  born: string | null
  due: string | null
  language: string
}
/** Those who live in the family today, adults first. Subjects of everything that intake writes about the whole family. */
export async function familyPeople(tx: Tx, ctx: Context, caseIds: number[]): Promise<FamilyPerson[]> {
  if (caseIds.length === 0) return []
  const rows = await tx
    .selectFrom('case_person as cp')
    .innerJoin('person as p', (j) => j.onRef('p.id', '=', 'cp.person_id').onRef('p.municipality_id', '=', 'cp.municipality_id'))
    .select([
      'p.id',
      'cp.case_id as caseId',
      'p.kind',
      'p.first_name as firstName',
      'p.last_name as lastName',
      'p.born',
      'p.due',
      'p.language',
    ])
    .where('cp.case_id', 'in', caseIds)
    .where('cp.role', '=', 'family')
    .where('p.died', 'is', null)
    .where('cp.valid_from', '<=', ctx.today)
    .where((e) => e.or([e('cp.valid_until', 'is', null), e('cp.valid_until', '>=', ctx.today)]))
    .execute()
  return byAge(rows.map((row) => ({ ...row, kind: row.kind === 'unborn' || row.kind === 'network' ? row.kind : ('person' as const) })))
}
export const adultsOf = (people: readonly FamilyPerson[], today: string): FamilyPerson[] =>
  people.filter((p) => p.kind === 'person' && !isChild(p, today))

/** Consents of these cases that are complete and in force now, as far as the actor sees the ledger. */
export async function validConsents(tx: Tx, caseIds: number[]): Promise<(ValidConsent & { caseId: number })[]> {
  if (caseIds.length === 0) return []
  const { rows } = await sql<ValidConsent & { caseId: number }>`
    select c.case_id as "caseId", c.subject_id as "subjectId", c.purpose, c.template, c.from_sectors as "fromSectors",
      c.to_sectors as "toSectors", c.categories
    from (select s.consent_id from access.consent_states(array(select x.id from consent x where x.case_id = any (${caseIds}::bigint[]))) s
      group by s.consent_id having bool_and(s.valid)) valid
    join consent c on c.id = valid.consent_id and c.case_id = any (${caseIds}::bigint[])`.execute(tx)
  return rows
}

/** CON-02: are the consents that taking part needs in place for everybody in the family? `missing` names who lacks which. */
export async function minimumConsentsInPlace(
  tx: Tx,
  ctx: Context,
  caseId: number,
): Promise<{ inPlace: boolean; missing: { person: FamilyPerson; template: string }[] }> {
  const pack = await projectPack(tx, (await caseHead(tx, caseId)).projectId)
  const missing = missingConsents(
    inForce(pack.minimumConsents, ctx.today),
    await familyPeople(tx, ctx, [caseId]),
    await validConsents(tx, [caseId]),
  )
  return { inPlace: missing.length === 0, missing }
}

export type Places = { taken: number; waiting: number; held: number; capacity: number | null }
/**
 * Families taken in and not closed, places held while a family is asked, and the project's places: numbers only; null when the actor has no
 * part in the project.
 */
export async function places(tx: Tx, projectId: number): Promise<Places | null> {
  const { rows } = await sql<{ capacity: number | null; taken: number; waiting: number; held: number }>`
    select capacity, taken, waiting, held from access.place_counts() where project_id = ${projectId}`.execute(tx)
  const found = rows[0]
  return found
    ? { taken: Number(found.taken), waiting: Number(found.waiting), held: Number(found.held), capacity: found.capacity }
    : null
}
/** Is a place of the project held for this family? */
export async function holdsPlace(tx: Tx, caseId: number): Promise<boolean> {
  const row = await tx
    .selectFrom('place_offer')
    .select(['answer', 'withdrawn_on'])
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row !== undefined && row.withdrawn_on === null && row.answer !== 'no'
}

/** Projects in which the actor holds one of these roles today. */
export async function projectsWithRole(
  tx: Tx,
  ctx: Context,
  roles: ('project-manager' | 'intake-team' | 'economist' | 'steering-group')[],
): Promise<number[]> {
  if (ctx.actor.kind !== 'staff') return []
  const rows = await tx
    .selectFrom('project_role')
    .select('project_id')
    .distinct()
    .where('staff_id', '=', ctx.actor.id)
    .where('role', 'in', roles)
    .where('valid_from', '<=', ctx.today)
    .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>=', ctx.today)]))
    .execute()
  return rows.map((row) => row.project_id)
}
export async function hasProjectRole(tx: Tx, ctx: Context, caseId: number, role: 'project-manager' | 'intake-team'): Promise<boolean> {
  const row = await tx.selectFrom('family_case').select('project_id').where('id', '=', caseId).executeTakeFirst()
  return row !== undefined && (await projectsWithRole(tx, ctx, [role])).includes(row.project_id)
}
/** The intake team's people today: the ones who may have been present. */
export const intakeTeam = (tx: Tx, ctx: Context, projectId: number) =>
  tx
    .selectFrom('project_role')
    .innerJoin('staff', (j) =>
      j.onRef('staff.id', '=', 'project_role.staff_id').onRef('staff.municipality_id', '=', 'project_role.municipality_id'),
    )
    .select(['staff.id', 'staff.name', 'staff.title'])
    .distinct()
    .where('project_role.project_id', '=', projectId)
    .where('project_role.role', 'in', ['intake-team', 'project-manager'])
    .where('project_role.valid_from', '<=', ctx.today)
    .where((e) => e.or([e('project_role.valid_until', 'is', null), e('project_role.valid_until', '>=', ctx.today)]))
    .orderBy('staff.name')
    .execute()

/** Departments in which the actor holds a post today, with their sectors: who may refer, and as whom. */
export async function myDepartments(tx: Tx, ctx: Context): Promise<{ id: number; name: string; sector: string }[]> {
  if (ctx.actor.kind !== 'staff') return []
  return tx
    .selectFrom('post')
    .innerJoin('department', (j) =>
      j.onRef('department.id', '=', 'post.department_id').onRef('department.municipality_id', '=', 'post.municipality_id'),
    )
    .select(['department.id', 'department.name', 'department.sector'])
    .distinct()
    .where('post.staff_id', '=', ctx.actor.id)
    .where('post.valid_from', '<=', ctx.today)
    .where((e) => e.or([e('post.valid_until', 'is', null), e('post.valid_until', '>=', ctx.today)]))
    .orderBy('department.name')
    .execute()
}
export const openProjects = (tx: Tx, ctx: Context) =>
  tx
    .selectFrom('project')
    .select(['id', 'name'])
    .where('valid_from', '<=', ctx.today)
    .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>=', ctx.today)]))
    .orderBy('name')
    .execute()

/** Names of the sectors in the reader's language, by code. */
export const sectorLabels = (pack: Pack, ctx: Context): Record<string, string> =>
  Object.fromEntries(inForce(pack.sectors, ctx.today).map((one) => [one.code, one.label[ctx.locale]]))
