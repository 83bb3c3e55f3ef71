import { sql } from 'kysely'
import { z } from 'zod'
import { baselineDays } from '#app/catalogue/pack-values.ts'
import { peopleOf } from '#app/families/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addMonths } from '#app/platform/time/plain-date.ts'
import type { BaselineStanding } from '#app/progression/baseline.ts'
import { baselinesOf, membersByCase } from '#app/progression/baselines.server.ts'
import { fieldsOf, type Member } from '#app/progression/indicators.ts'
import { monthOf } from '#app/progression/months.ts'
import { type Following, following } from '#app/progression/queries.server.ts'
import { howOf } from '#app/progression/values.ts'
import { byField, type MonthStatus, monthsShown, monthStatus, newestDue, type StatusValue } from './status.ts'
import { leadsAProject, MaybeProject, PageNumber, placedFamilies, type PlacedFamily, theProject } from './the-project.server.ts'

/** A leap is seen from the value before it; no further back. */
const LOOK_BACK = 6
export const PAGE = 25
export const VIEWS = ['all', 'baseline', 'gaps'] as const

export type StatusFamily = Omit<PlacedFamily, 'coordinator'> & { coordinator: string | null; baseline: BaselineStanding; months: (MonthStatus | null)[]; people: number[]; shelves: number[] }
type Known = PlacedFamily & { members: Member[]; baseline: BaselineStanding; ofDue: number; filledDue: number }

/**
 * PROG-04: completeness and plausibility of every family of the project, month by month, and whether the first measurement came in time. Numbers for the whole project, families a page at a
 * time; about ten statements, however many families. One row in each shown family's log.
 */
export const readStatus = query({
  event: 'evaluation.read-status',
  input: z.object({ projectId: MaybeProject, view: z.enum(VIEWS).catch('all'), page: PageNumber }),
  may: leadsAProject,
  async run(tx, ctx, input) {
    const { project, projects, pack } = await theProject(tx, ctx, input.projectId)
    const rules = following(pack, ctx.today)
    const days = baselineDays(pack, ctx.today)
    const due = newestDue(ctx.today, rules.rules)
    const known = await knownFamilies(tx, ctx, project.id, rules, days, due)
    const [asked, baselineLacks] = [known.filter((f) => f.ofDue > 0), known.filter((f) => f.leftOn === null && ['partly', 'missing'].includes(f.baseline.state))]
    const gaps = asked.filter((f) => f.filledDue < f.ofDue)
    const listed = input.view === 'baseline' ? baselineLacks : input.view === 'gaps' ? gaps : known
    const pages = Math.max(1, Math.ceil(listed.length / PAGE))
    const page = Math.min(input.page, pages)
    const shown = listed.slice((page - 1) * PAGE, page * PAGE)
    const months = monthsShown(ctx.today, rules.rules)
    return {
      today: ctx.today,
      project,
      projects,
      view: input.view,
      days,
      months,
      due,
      counts: {
        families: known.length,
        baselineOf: known.filter((f) => f.baseline.state !== 'soon').length,
        baselineInTime: known.filter((f) => f.baseline.state === 'done').length,
        baselineLacks: baselineLacks.length,
        dueOf: asked.length,
        dueFull: asked.length - gaps.length,
        dueFilled: asked.reduce((n, f) => n + Math.min(f.filledDue, f.ofDue), 0),
        dueAsked: asked.reduce((n, f) => n + f.ofDue, 0),
      },
      page,
      pages,
      families: await statusOf(tx, ctx, rules, shown, months),
    }
  },
  concerns: (_, r) =>
    r.families.length === 0
      ? [{ personIds: [], bases: ['project'], details: { project: r.project.id } }]
      : r.families.map((f) => ({ caseId: f.caseId, personIds: f.people, shelfIds: f.shelves, ...(f.shelves.length === 0 ? { bases: ['project'] } : {}), details: { project: r.project.id } })),
})
export type StatusPage = Awaited<ReturnType<typeof readStatus>>

const wasThere = (f: Pick<PlacedFamily, 'intakeOn' | 'leftOn'>, month: string): boolean => month >= monthOf(f.intakeOn) && (f.leftOn === null || month <= monthOf(f.leftOn))

/** Every family with a place, with what the whole project is counted from. */
async function knownFamilies(tx: Tx, ctx: Context, projectId: number, rules: Following, days: number, due: string): Promise<Known[]> {
  const placed = await placedFamilies(tx, projectId)
  const caseIds = placed.map((f) => f.caseId)
  const members = await membersByCase(tx, await peopleOf(tx, caseIds, ctx.today), ctx.today)
  const families = placed.map((f) => ({ ...f, members: members.get(f.caseId) ?? [] }))
  const baselines = await baselinesOf(tx, rules.indicators, families, ctx.today, days)
  const filled = await filledIn(tx, caseIds, due)
  return families.flatMap((f) => {
    const baseline = baselines.get(f.caseId)
    if (!baseline) return []
    const ofDue = wasThere(f, due) ? fieldsOf(rules.indicators, f.members, due, monthOf(f.intakeOn)).length : 0
    return [{ ...f, baseline, ofDue, filledDue: filled.get(f.caseId) ?? 0 }]
  })
}

/** Real values that stand of one month, by family. */
async function filledIn(tx: Tx, caseIds: number[], month: string): Promise<Map<number, number>> {
  const { rows } = await sql<{ caseId: number; n: number }>`select case_id as "caseId", count(*)::int as n from progression_value
    where case_id = any (${caseIds}::bigint[]) and month = ${month}::date and how <> 'carried' and replaced_by is null group by case_id`.execute(tx)
  return new Map(rows.map((r) => [r.caseId, r.n]))
}

async function statusOf(tx: Tx, ctx: Context, rules: Following, families: readonly Known[], months: readonly string[]): Promise<StatusFamily[]> {
  if (families.length === 0) return []
  const caseIds = families.map((f) => f.caseId)
  const values = await valuesOfMany(tx, caseIds, addMonths(months.at(-1)!, -LOOK_BACK))
  const done = await tx.selectFrom('registration_month').select(['case_id', 'month']).where('case_id', 'in', caseIds).where('finished_at', 'is not', null).execute()
  const finished = new Set(done.map((d) => `${d.case_id}.${d.month}`))
  return families.map(({ members, ofDue: _of, filledDue: _filled, ...f }) => {
    const mine = values.get(f.caseId) ?? []
    const fields = byField(mine)
    return {
      ...f,
      months: months.map((month) =>
        wasThere(f, month) ? monthStatus(fieldsOf(rules.indicators, members, month, monthOf(f.intakeOn)), fields, month, ctx.today, rules.rules, finished.has(`${f.caseId}.${month}`)) : null,
      ),
      people: members.map((m) => m.id),
      shelves: [...new Set(mine.map((v) => v.shelfId))],
    }
  })
}

async function valuesOfMany(tx: Tx, caseIds: number[], from: string): Promise<Map<number, (StatusValue & { shelfId: number })[]>> {
  const rows = await tx
    .selectFrom('progression_value as v')
    .select(['v.case_id as caseId', 'v.shelf_id as shelfId', 'v.person_id as personId', 'v.indicator', 'v.month', 'v.number', 'v.second', 'v.choice', 'v.how', 'v.confirmed'])
    .select(sql<string>`access.day(v.created_at)::text`.as('writtenOn'))
    .where('v.case_id', 'in', caseIds)
    .where('v.month', '>=', from)
    .where('v.replaced_by', 'is', null)
    .execute()
  return Map.groupBy(rows.map((r) => ({ ...r, how: howOf(r.how) })), (r) => r.caseId)
}
