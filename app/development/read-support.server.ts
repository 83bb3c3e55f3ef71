import { sql } from 'kysely'
import { z } from 'zod'
import type { Pack } from '#app/catalogue/pack.ts'
import { supportRules } from '#app/catalogue/pack-values.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { projectsWithRole } from '#app/intake/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { endOfMonth } from '#app/platform/time/plain-date.ts'
import { measured, measureOf } from '#app/progression/indicator-series.ts'
import type { Measure, Point } from '#app/progression/series.ts'
import { measureOf as measureOfRating } from '#app/ratings/ratings.ts'
import { standingOf } from './development.ts'
import { type FamilyStandings, inNeed, supportOf } from './support.ts'

const MaybeProject = z.preprocess((v) => (v === '' || v === undefined || v === null ? null : v), z.coerce.number().int().positive().nullable())

/** Families of the project that may need more support; only these are named and logged, the others are a number. A handful of statements, however many families. */
export const readSupport = query({
  event: 'development.read-support',
  input: z.object({ projectId: MaybeProject }),
  may: async (tx, ctx) => ctx.actor.kind === 'staff' && (await projectsWithRole(tx, ctx, ['project-manager'])).length > 0,
  run: async (tx, ctx, { projectId }) => {
    const project = await myProject(tx, ctx, projectId)
    const families = await familiesOf(tx, project.id)
    const ends = await endsOf(tx, families.map((f) => f.caseId))
    const pack = await projectPack(tx, project.id)
    const limits = supportRules(pack, ctx.today)
    const all = families.map((f) => supportOf(standingsOf(pack, f, ends.get(f.caseId) ?? []), limits, ctx.today))
    const named = inNeed(all)
    const people = await membersOf(tx, named.map((f) => f.caseId))
    return { project, today: ctx.today, limits, of: all.length, families: named.map(({ standings: _, ...f }) => ({ ...f, personIds: people.get(f.caseId) ?? [] })) }
  },
  concerns: (_, r) => r.families.map((f) => ({ caseId: f.caseId, personIds: f.personIds, bases: ['project'] })),
})

async function myProject(tx: Tx, ctx: Context, wanted: number | null): Promise<{ id: number; name: string }> {
  const mine = await projectsWithRole(tx, ctx, ['project-manager'])
  const projects = await tx.selectFrom('project').select(['id', 'name']).where('id', 'in', mine).orderBy('name').orderBy('id').execute()
  const project = wanted === null ? projects[0] : projects.find((p) => p.id === wanted)
  if (!project) throw new NotFound('project')
  return project
}

/** Who the named families are: for the log. */
async function membersOf(tx: Tx, caseIds: readonly number[]): Promise<Map<number, number[]>> {
  if (caseIds.length === 0) return new Map()
  const rows = await tx.selectFrom('case_person').select(['case_id', 'person_id']).where('case_id', 'in', [...caseIds]).where('role', '=', 'family').execute()
  return new Map([...Map.groupBy(rows, (r) => r.case_id)].map(([caseId, list]) => [caseId, [...new Set(list.map((r) => r.person_id))]]))
}

type Family = { caseId: number; name: string; intakeOn: string }
/** Those with a place who have not left. */
async function familiesOf(tx: Tx, projectId: number): Promise<Family[]> {
  const { rows } = await sql<Family>`select case_id as "caseId", name, coalesce(intake_on, decided_on) as "intakeOn" from access.project_facts(${projectId})
    where decision = 'accepted' and coalesce(intake_on, decided_on) is not null and (closed_on is null or reopened_on > closed_on)`.execute(tx)
  return rows
}

type End = { caseId: number; personId: number; kind: string; code: string; firstOn: string; lastOn: string; first: Answer; last: Answer; by: string }
type Answer = { number: number | null; choice: string | null }
/** The first and the newest real value of each person and measure. Two statements. */
async function endsOf(tx: Tx, caseIds: readonly number[]): Promise<Map<number, End[]>> {
  if (caseIds.length === 0) return new Map()
  const values = await sql<End>`select case_id as "caseId", person_id as "personId", 'indicator' as kind, indicator as code, min(month)::text as "firstOn", max(month)::text as "lastOn",
      (array_agg(json_build_object('number', number, 'choice', choice) order by month))[1] as first, (array_agg(json_build_object('number', number, 'choice', choice) order by month desc))[1] as last,
      (array_agg(how order by month desc))[1] as by
    from progression_value where case_id = any (${[...caseIds]}::bigint[]) and replaced_by is null and how <> 'carried' group by case_id, person_id, indicator`.execute(tx)
  const ratings = await sql<End>`select case_id as "caseId", person_id as "personId", 'rating' as kind, question as code, min(rated_on)::text as "firstOn", max(rated_on)::text as "lastOn",
      (array_agg(json_build_object('number', value, 'choice', null) order by rated_on, id))[1] as first, (array_agg(json_build_object('number', value, 'choice', null) order by rated_on desc, id desc))[1] as last, 'self' as by
    from rating where case_id = any (${[...caseIds]}::bigint[]) and replaced_by is null and not undone group by case_id, person_id, question`.execute(tx)
  return Map.groupBy([...values.rows, ...ratings.rows], (e) => e.caseId)
}

function standingsOf(pack: Pack, family: Family, ends: readonly End[]): FamilyStandings {
  const months = ends.filter((e) => e.kind === 'indicator').map((e) => e.lastOn)
  const standings = ends.flatMap((e) => {
    const known = measureIn(pack, e)
    if (!known) return []
    const day = (on: string) => (e.kind === 'indicator' ? endOfMonth(on) : on)
    const by: Point['by'] = e.kind === 'rating' ? 'self' : e.by === 'judged' ? 'professional' : e.by === 'register' ? 'register' : 'counted'
    const [first, last] = [known.value(e.first), known.value(e.last)]
    if (first === null || last === null) return []
    const point = (on: string, value: number): Point => ({ on: day(on), value, by, who: null, recordId: 0, shelfId: 0 })
    const points = e.firstOn === e.lastOn ? [point(e.lastOn, last)] : [point(e.firstOn, first), point(e.lastOn, last)]
    const standing = standingOf({ personId: e.personId, measure: known.measure, by, points }, family.intakeOn, 0)
    return standing ? [standing] : []
  })
  return { ...family, lastMonth: months.toSorted().at(-1) ?? null, standings }
}

function measureIn(pack: Pack, e: End): { measure: Measure; value: (a: Answer) => number | null } | null {
  if (e.kind === 'rating') {
    const question = pack.ratingQuestions.findLast((q) => q.code === e.code)
    return question ? { measure: measureOfRating(question), value: (a) => a.number } : null
  }
  const indicator = pack.indicators.findLast((i) => i.code === e.code)
  if (!indicator) return null
  const scale = pack.scales.findLast((s) => s.code === indicator.scale)
  return { measure: measureOf(indicator, scale), value: (a) => measured(indicator, { ...a, second: null }) }
}
