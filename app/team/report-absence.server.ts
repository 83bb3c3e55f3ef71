import { sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { municipalityPack, projectPack } from '#app/catalogue/queries.server.ts'
import type { Assignment } from '#app/intake/coordinators.ts'
import { workers } from '#app/intake/team-queries.server.ts'
import { command, type May } from '#app/platform/command.server.ts'
import { type Context, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { coverFor, LATEST_DAYS, ReportAbsence } from './absence.ts'
import { da, en } from './absence-messages.ts'
import { absences } from './absence-queries.server.ts'
import { standIn } from './substitutes.server.ts'

const issue = (field: string, code: keyof typeof da.problem): Invalid =>
  new Invalid([{ field, message: { da: da.problem[code], en: en.problem[code] } }])

/** Oneself, or the project manager of a project in which they work. A colleague of another municipality does not exist. */
export async function mayReport(tx: Tx, staffId: number): Promise<May> {
  const there = await tx.selectFrom('staff').select('id').where('id', '=', staffId).executeTakeFirst()
  if (!there) return 'not-found'
  const { rows } = await sql<{ yes: boolean }>`select access.may_report_absence(${staffId}) as yes`.execute(tx)
  return rows[0]?.yes === true
}

/**
 * Somebody is away from a day on. In each family the other coordinator helps where there is one; else the substitute gets an assignment for
 * exactly these days. Families in which neither can are told to the project manager; nothing says why. What the family reads is
 * that she is away and who helps; more only in words she chose.
 */
export const reportAbsence = command({
  event: 'team.report-absence',
  input: ReportAbsence,
  may: (tx, _, { staffId }) => mayReport(tx, staffId),
  run: async (tx, ctx, input) => {
    await check(tx, ctx, input)
    const covers = await coverFamilies(tx, ctx, input)
    const list = JSON.stringify(covers.map(({ assignment, by, standIn: id }) => ({ assignment, by, standIn: id })))
    const { rows } = await sql<{ absence_id: number; uncovered: number }>`select * from access.keep_absence(${input.staffId}, ${input.substituteId}::bigint,
      ${input.from}::date, ${input.until}::date, ${input.words}::text, ${list}::jsonb)`.execute(tx)
    const kept = rows[0]
    return { absenceId: Number(kept?.absence_id), uncovered: Number(kept?.uncovered), covers }
  },
  concerns: ({ staffId, substituteId, from, until }, { absenceId, uncovered, covers }) => [
    { personIds: [], bases: [], details: { absence: absenceId, staff: staffId, substitute: substituteId, from, until, families: covers.length, uncovered } },
    ...covers.map((one) => ({ caseId: one.caseId, personIds: [], bases: [], details: { absence: absenceId, staff: staffId, by: one.by, assignment: one.standIn } })),
  ],
})

async function check(tx: Tx, ctx: Context, input: ReportAbsence): Promise<void> {
  const known = new Set((await workers(tx, ctx)).map((one) => one.id))
  if (!known.has(input.staffId)) throw issue('staffId', 'not-a-worker')
  if (input.substituteId !== null && !known.has(input.substituteId)) throw issue('substituteId', 'not-a-worker')
  if (input.from < addDays(ctx.today, -LATEST_DAYS)) throw issue('from', 'too-early')
  if (input.words !== null) {
    const { choices } = await municipalityPack(tx)
    if (!inForce(choices, ctx.today).some((one) => one.list === 'absence-words' && one.code === input.words)) throw issue('words', 'words')
  }
  const away = await absences(tx, input)
  if (away.some((one) => one.staffId === input.staffId)) throw issue('from', 'already-away')
  if (away.some((one) => one.staffId === input.substituteId)) throw issue('substituteId', 'substitute-away')
}

type Made = { caseId: number; assignment: number; by: number; standIn: number | null }
/** In the families whose team the reporter sets: who helps, with the assignments made for it. */
async function coverFamilies(tx: Tx, ctx: Context, input: ReportAbsence): Promise<Made[]> {
  const rows = await helpersOf(tx, input.staffId)
  const cases = [...Map.groupBy(rows, (row) => row.caseId)]
  const away = new Set([input.staffId, ...(await absences(tx, input)).map((one) => one.staffId)])
  const barred = await barredFrom(tx, cases.map(([caseId]) => caseId), input.substituteId)
  const sectors = await sectorsOf(tx, ctx, input.substituteId)
  const name = (await tx.selectFrom('staff').select('name').where('id', '=', input.staffId).executeTakeFirstOrThrow()).name.split(' ')[0] ?? ''
  const allows = new Map<number, boolean>()
  const made: Made[] = []
  for (const [caseId, team] of cases) {
    const projectId = team[0]?.projectId ?? 0
    if (!allows.has(projectId)) allows.set(projectId, settingAt(await projectPack(tx, projectId), 'coordinatorMayBeCaseworker', ctx.today))
    for (const gone of team.filter((one) => one.staffId === input.staffId && overlaps(one, input))) {
      const wish = { ...input, sectors, barred: barred.has(caseId), mayBeCaseworker: allows.get(projectId) === true }
      const cover = coverFor(team, gone, wish, away)
      if (cover.how === 'team') made.push({ caseId, assignment: gone.id, by: cover.by, standIn: null })
      if (cover.how !== 'substitute' || input.substituteId === null) continue
      const { id } = await standIn(tx, ctx, { caseId, staffId: input.substituteId, ...cover, doesWhat: da.standsIn(name) })
      made.push({ caseId, assignment: gone.id, by: input.substituteId, standIn: id })
    }
  }
  return made
}

const overlaps = (one: Pick<Assignment, 'from' | 'until'>, p: { from: string; until: string | null }) =>
  (p.until === null || one.from <= p.until) && (one.until === null || p.from <= one.until)

/** The teams of all families that somebody helps and whose team the actor sets, in one statement. */
async function helpersOf(tx: Tx, staffId: number): Promise<(Assignment & { projectId: number })[]> {
  const { rows } = await sql<Assignment & { projectId: number }>`
    select a.id, a.case_id as "caseId", a.staff_id as "staffId", a.role, a.sector, a.valid_from as "from", a.valid_until as until, c.project_id as "projectId"
    from assignment a join family_case c on c.municipality_id = a.municipality_id and c.id = a.case_id
    where a.case_id = any (access.ids('team_write')) and a.case_id in (select x.case_id from assignment x where x.staff_id = ${staffId})
    order by a.case_id, a.id`.execute(tx)
  return rows
}

async function barredFrom(tx: Tx, caseIds: number[], staffId: number | null): Promise<Set<number>> {
  if (staffId === null) return new Set()
  const { rows } = await sql<{ id: number }>`select access.may_not_know(${caseIds}::bigint[], ${staffId}) as id`.execute(tx)
  return new Set(rows.map((row) => Number(row.id)))
}

/** The sectors of the units in which somebody holds a post today. */
async function sectorsOf(tx: Tx, ctx: Context, staffId: number | null): Promise<string[]> {
  if (staffId === null) return []
  const rows = await tx
    .selectFrom('post as p')
    .innerJoin('department as d', (j) => j.onRef('d.id', '=', 'p.department_id').onRef('d.municipality_id', '=', 'p.municipality_id'))
    .select('d.sector')
    .where('p.staff_id', '=', staffId)
    .where(sql<boolean>`access.within(${ctx.today}::date, p.valid_from, p.valid_until)`)
    .execute()
  return rows.map((row) => row.sector)
}
