import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import type { Words } from '#app/catalogue/pack-item.ts'
import { query } from '#app/platform/command.server.ts'
import type { Measure } from '#app/progression/series.ts'
import { measureOf } from '#app/progression/indicator-series.ts'
import { choiceOf, compare, type Compared, type ComparisonGroup, type Moved } from './comparison.ts'
import { comparisonFigures, type ComparisonFigure, ownMoved, pairKey } from './comparison-rows.server.ts'
import { leadsAProject, MaybeProject, placedFamilies, theProject } from './the-project.server.ts'

/** What can be compared: values that are numbers. Choices (begun, kept) are the goals' to count. */
export function comparable(pack: Pack, today: string): Measure[] {
  const scales = inForce(pack.scales, today)
  return inForce(pack.indicators, today)
    .filter((i) => i.about !== 'family' && ['scale', 'attendance', 'hours', 'hours-and-attendance', 'grade'].includes(i.answer))
    .map((i) => measureOf(i, scales.find((s) => s.code === i.scale)))
}

export type ComparisonRow = ComparisonFigure & { label: Words; higherIsBetter: boolean; own: Moved | null; compared: Compared | null }
export const groupOf = (pack: Pack, today: string): ComparisonGroup | undefined => inForce(pack.comparisonGroups, today)[0]

/** EVAL-09: the families against the group of the pack. Means only; nobody is named, and nobody's values leave the statement. */
export const readComparison = query({
  event: 'evaluation.read-comparison',
  input: z.object({ projectId: MaybeProject }),
  may: leadsAProject,
  async run(tx, ctx, input) {
    const { project, projects, pack } = await theProject(tx, ctx, input.projectId)
    const families = await placedFamilies(tx, project.id)
    const firstIntakeOn = families.map((f) => f.intakeOn).toSorted()[0] ?? null
    const group = groupOf(pack, ctx.today)
    const choice = choiceOf(group, firstIntakeOn)
    const measures = comparable(pack, ctx.today)
    const figures = choice === 'in-time' || choice === 'late-told' ? (await comparisonFigures(tx, project.id)).filter((f) => f.group === group?.code) : []
    const own = await ownMoved(tx, families, figures)
    const rows = figures.flatMap((figure): ComparisonRow[] => {
      const measure = measures.find((m) => m.code === figure.measure)
      if (!measure || !group) return []
      const mine = own.get(pairKey(figure.measure, figure.afterMonths)) ?? null
      return [{ ...figure, label: measure.label, higherIsBetter: measure.higherIsBetter, own: mine, compared: mine && compare(mine, figure.theirs, group.fewest, measure.higherIsBetter) }]
    })
    return { today: ctx.today, project, projects, group: group ?? null, choice, firstIntakeOn, measures: measures.map((m) => ({ code: m.code, label: m.label })), rows }
  },
  concerns: (_, r) => ({ personIds: [], bases: ['project'], details: { project: r.project.id } }),
})
export type ComparisonPage = Awaited<ReturnType<typeof readComparison>>
