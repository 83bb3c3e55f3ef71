import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import { query } from '#app/platform/command.server.ts'
import { criteriaOf, goalsOf, measuresOf } from './criteria.ts'
import { isOf } from './goals.ts'
import { holds, MaybeProject, theProject } from './project.server.ts'
import { activitiesOf, factsOf } from './queries.server.ts'
import { whatWorks } from './what-works.ts'

/** With fewer measured twice than this, only the number is told. */
const FEWEST = 10

/** PROG-35: how it went on one measure for those who took part in each kind of help. Counts only. */
export const readWhatWorks = query({
  event: 'goals.read-what-works',
  input: z.object({ projectId: MaybeProject, measure: z.string().max(100).nullish() }),
  may: (tx, ctx) => holds(tx, ctx, ['project-manager']),
  run: async (tx, ctx, input) => {
    const { project, projects, pack } = await theProject(tx, ctx, input.projectId, ['project-manager'])
    const measures = measuresOf(pack, ctx.today)
    const goals = [...criteriaOf(pack, ctx.today), ...goalsOf(pack, ctx.today).flatMap((g) => (g.definition ? [{ ...g, definition: g.definition }] : []))]
    const choices = [...new Set(goals.flatMap((g) => (isOf(g, 'change') ? g.definition.codes : [])))].flatMap((code) => measures.get(code) ?? [])
    const measure = choices.find((c) => c.code === input.measure) ?? choices[0] ?? null
    const kinds = inForce(pack.choices, ctx.today).filter((c) => c.list === 'activity-kind')
    const goal = goals.find((g) => isOf(g, 'change') && measure !== null && g.definition.codes.includes(measure.code))
    const facts = goal ? await factsOf(tx, project.id, [goal]) : null
    const step = goal && isOf(goal, 'change') && 'points' in goal.definition.improveBy ? goal.definition.improveBy.points : 1
    return {
      project,
      projects,
      measures: choices.map((c) => ({ code: c.code, label: c.label })),
      measure: measure && { code: measure.code, label: measure.label },
      step,
      fewest: FEWEST,
      rows: measure && facts ? whatWorks(await activitiesOf(tx, project.id), facts.points, measure, step, FEWEST, kinds.map((k) => k.code)).map((r) => ({ ...r, label: kinds.find((k) => k.code === r.kind)!.label })) : [],
    }
  },
  concerns: (_, r) => ({ personIds: [], bases: ['project'], details: { project: r.project.id } }),
})
export type WhatWorksPage = Awaited<ReturnType<typeof readWhatWorks>>
