import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { asLines, type AskedQuestion, KINDS, type Kind, type Partner, type Round } from './partner-survey.ts'
import { partnersOf, projectsRun, roundsOf, wordsOf } from './queries.server.ts'

const Maybe = z.preprocess((v) => (v === '' || v === undefined || v === null ? null : v), z.coerce.number().int().positive().nullable())
export type RoundsPage = {
  today: string
  project: { id: number; name: string }
  rounds: Round[]
  /** Of the newest round: whom it went to, and what they wrote, when it may be shown. */
  partners: Partner[]
  words: string[]
  /** What a new round would ask, when it would close, and last round's partners as they can be typed again. */
  questions: AskedQuestion[]
  closesOn: string
  before: Record<Kind, string>
}

/** The partners' rounds of the project that one runs: nobody of a family is in it. */
export const readRounds = query({
  event: 'partner-survey.read',
  input: z.object({ projectId: Maybe }),
  may: async (tx, ctx) => ((await projectsRun(tx, ctx)).length > 0 ? true : 'not-found'),
  async run(tx, ctx, { projectId }): Promise<RoundsPage> {
    const mine = await projectsRun(tx, ctx)
    const project = projectId === null ? mine[0] : mine.find((p) => p.id === projectId)
    if (!project) throw new NotFound('project')
    const pack = await projectPack(tx, project.id)
    const rounds = await roundsOf(tx, project.id, ctx.today)
    const [newest] = rounds
    const partners = newest ? await partnersOf(tx, newest.id) : []
    return {
      today: ctx.today,
      project,
      rounds,
      partners,
      words: newest?.over ? await wordsOf(tx, newest.id) : [],
      questions: inForce(pack.partnerQuestions, ctx.today).map(({ code, label, text, low, high, goal }) => ({ code, label, text, low, high, goal })),
      closesOn: addDays(ctx.today, settingAt(pack, 'partnerSurveyDays', ctx.today)),
      before: Object.fromEntries(KINDS.map((kind) => [kind, asLines(partners, kind)])) as Record<Kind, string>,
    }
  },
  concerns: (_, r) => ({ personIds: [], bases: ['project'], details: { project: r.project.id } }),
})
