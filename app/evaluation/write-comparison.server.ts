import { z } from 'zod'
import { trimmed } from '#app/families/families.ts'
import { command } from '#app/platform/command.server.ts'
import { type FieldIssue, Invalid } from '#app/platform/context.ts'
import type { Measure } from '#app/progression/series.ts'
import { choiceOf } from './comparison.ts'
import { comparable, groupOf } from './read-comparison.server.ts'
import { leadsAProject, MaybeProject, placedFamilies, theProject } from './the-project.server.ts'

/** `2,5` as well as `2.5`. */
const Decimal = z.preprocess((v) => (typeof v === 'string' && v.trim() !== '' ? Number(v.trim().replace(',', '.')) : v === '' ? undefined : v), z.number())
const Whole = z.preprocess((v) => (v === '' ? undefined : v), z.coerce.number().int())
/** Fewer than this are not written down: a family could be recognised. The published rule (measurement.md 3.8). */
const FEWEST_PEOPLE = 5

export const WriteComparison = z.object({
  projectId: MaybeProject,
  measure: z.string().min(1).max(100),
  afterMonths: Whole.pipe(z.number().min(3).max(60)),
  people: Whole.pipe(z.number().min(1).max(1_000_000)),
  before: Decimal,
  after: Decimal,
  sdChange: z.preprocess((v) => (v === '' || v === undefined || v === null ? null : v), Decimal.nullable()),
  source: trimmed(300).min(3),
})

/**
 * What the comparison group had before and after, as means with their source; never a person (EVAL-09). A figure of the same measure and time takes the place of the one before, which
 * stays. @throws Invalid when no group was chosen in time, or the numbers cannot be
 */
export const writeComparison = command({
  event: 'evaluation.write-comparison',
  input: WriteComparison,
  may: leadsAProject,
  async run(tx, ctx, input) {
    const { project, pack } = await theProject(tx, ctx, input.projectId)
    const group = groupOf(pack, ctx.today)
    const first = (await placedFamilies(tx, project.id)).map((f) => f.intakeOn).toSorted()[0] ?? null
    const choice = choiceOf(group, first)
    if (!group || choice === 'none' || choice === 'late')
      throw new Invalid([{ field: '', message: { da: 'Der er ikke valgt en gruppe, før den første familie kom, og der står ikke hvorfor.', en: 'No group was chosen before the first family came, and no reason is given.' } }])
    const issues = wrong(input, comparable(pack, ctx.today).find((m) => m.code === input.measure))
    if (issues.length > 0) throw new Invalid(issues)
    const key = { project_id: project.id, comparison_group: group.code, measure: input.measure, after_months: input.afterMonths }
    const old = await tx.selectFrom('comparison_figure').select('id').where((e) => e.and(key)).where('replaced_by', 'is', null).forUpdate().executeTakeFirst()
    // Out of the way first: one stands of each.
    if (old) await tx.updateTable('comparison_figure').set({ replaced_by: old.id }).where('id', '=', old.id).execute()
    const row = await tx
      .insertInto('comparison_figure')
      .values({ municipality_id: ctx.municipalityId, ...key, people: input.people, mean_before: input.before, mean_after: input.after, sd_change: input.sdChange, source: input.source, made_at: ctx.now, made_by: ctx.actor.id })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (old) await tx.updateTable('comparison_figure').set({ replaced_by: row.id }).where('id', '=', old.id).execute()
    return { id: row.id, projectId: project.id }
  },
  concerns: (_, r) => ({ personIds: [], bases: ['project'], details: { project: r.projectId, figure: r.id } }),
})

function wrong(input: z.infer<typeof WriteComparison>, measure: Measure | undefined): FieldIssue[] {
  if (!measure) return [{ field: 'measure', message: { da: 'Vælg et af de tal, projektet følger', en: 'Choose one of the numbers that the project follows' } }]
  const [least, most] = measure.range
  const outside = (v: number) => v < least || v > most
  const range = { da: `Skriv et tal fra ${least} til ${most}`, en: `Write a number from ${least} to ${most}` }
  return [
    ...(outside(input.before) ? [{ field: 'before', message: range }] : []),
    ...(outside(input.after) ? [{ field: 'after', message: range }] : []),
    ...(input.sdChange !== null && !(input.sdChange > 0) ? [{ field: 'sdChange', message: { da: 'Spredningen skal være over 0', en: 'The spread must be above 0' } }] : []),
    ...(input.people < FEWEST_PEOPLE
      ? [{ field: 'people', message: { da: `Under ${FEWEST_PEOPLE} personer skrives ikke ned: de kan kendes`, en: `Fewer than ${FEWEST_PEOPLE} people are not written down: they could be recognised` } }]
      : []),
  ]
}
