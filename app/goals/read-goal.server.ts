import { z } from 'zod'
import { query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { criteriaOf, goalsOf, measuresOf } from './criteria.ts'
import { evaluateGoal, indexed } from './evaluate-goal.ts'
import { type Facts, isCounted, type Outcome, type Unit } from './goals.ts'
import { holds, MaybeProject, theProject } from './project.server.ts'
import { factsOf } from './queries.server.ts'
import { measureLabels } from './read-goals.server.ts'

export const PAGE = 25
const OUTCOMES: Outcome[] = ['reached', 'not-reached', 'pending', 'left-out']
const OpenGoal = z.object({
  projectId: MaybeProject,
  code: z.string().max(100),
  outcome: z.string().nullish().transform((v) => OUTCOMES.find((o) => o === v) ?? null),
  page: z.preprocess((v) => v ?? 1, z.coerce.number().int().min(1).max(10_000).catch(1)),
})

/** One goal opened (GOAL-14): who is counted, how each stands, and the registrations behind; a page at a time, a row in each family's log with the people and shelves shown. */
export const readGoal = query({
  event: 'goals.read-goal',
  input: OpenGoal,
  may: (tx, ctx) => holds(tx, ctx, ['project-manager']),
  run: async (tx, ctx, input) => {
    const { project, pack } = await theProject(tx, ctx, input.projectId, ['project-manager'])
    const goal = [...goalsOf(pack, ctx.today), ...criteriaOf(pack, ctx.today)].find((g) => g.code === input.code)
    if (!goal) throw new NotFound('goal')
    const facts = await factsOf(tx, project.id, [goal])
    const result = isCounted(goal) ? evaluateGoal(goal, indexed(facts), measuresOf(pack, ctx.today), ctx.today) : null
    const chosen = (result?.units ?? []).filter((u) => input.outcome === null || u.outcome === input.outcome)
    const names = new Map(facts.families.map((f) => [f.caseId, f.name]))
    const sorted = chosen.toSorted((a, b) => (names.get(a.caseId) ?? '').localeCompare(names.get(b.caseId) ?? '', 'da') || a.caseId - b.caseId || (a.personId ?? 0) - (b.personId ?? 0))
    const pages = Math.max(1, Math.ceil(sorted.length / PAGE))
    const page = Math.min(input.page, pages)
    const shown = sorted.slice((page - 1) * PAGE, page * PAGE)
    const people = await firstNames(tx, shown, facts)
    const { units, ...figures } = result ?? { units: [] }
    return {
      today: ctx.today,
      project,
      goal,
      figures: result ? { ...figures, units: units.length } as Omit<typeof result, 'units'> & { units: number } : null,
      counts: OUTCOMES.map((outcome) => ({ outcome, n: units.filter((u) => u.outcome === outcome).length })),
      outcome: input.outcome,
      labels: measureLabels(pack, ctx.today),
      total: chosen.length,
      page,
      pages,
      rows: shown.map((u) => ({ ...u, family: names.get(u.caseId) ?? '', person: people.get(u.personId ?? 0) ?? null, evidence: u.evidence.map((e) => ({ ...e, what: whatOf(facts, e) })) })),
    }
  },
  concerns: (_, r) =>
    [...Map.groupBy(r.rows, (row) => row.caseId)].map(([caseId, rows]) => ({
      caseId,
      personIds: [...new Set(rows.flatMap((row) => (row.personId === null ? [] : [row.personId])))],
      shelfIds: [...new Set(rows.flatMap((row) => row.evidence.map((e) => e.shelfId)))],
      bases: ['project'],
      details: { project: r.project.id, goal: r.goal.code },
    })),
})
export type GoalPage = Awaited<ReturnType<typeof readGoal>>

async function firstNames(tx: Tx, shown: readonly Unit[], facts: Facts): Promise<Map<number, string>> {
  const ids = [...new Set([...shown.flatMap((u) => (u.personId === null ? [] : [u.personId])), ...shown.flatMap((u) => u.evidence.flatMap((e) => personOf(facts, e) ?? []))])]
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('person').select(['id', 'first_name']).where('id', 'in', ids).execute()
  return new Map(rows.map((r) => [r.id, r.first_name]))
}
const personOf = (facts: Facts, e: Unit['evidence'][number]): number | null => (e.kind === 'spell' ? (facts.spells.find((s) => s.id === e.id)?.personId ?? null) : null)
/** Whose registration it is and what it says, for the link. */
function whatOf(facts: Facts, e: Unit['evidence'][number]): { personId: number | null; text: string } {
  const spell = e.kind === 'spell' ? facts.spells.find((s) => s.id === e.id) : undefined
  return { personId: spell?.personId ?? null, text: spell?.what ?? '' }
}
