import { z } from 'zod'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { giveTask } from '#app/families/queries.server.ts'
import { openProjects } from '#app/intake/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { defineJob } from '#app/platform/jobs/job.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { NotFound } from '#app/platform/context.ts'
import { nextReview } from './waiting-list.ts'

/** VIS-19: where the waiting list is due to be gone through, the project manager gets a task with the day. Run twice it gives one. */
export const foreseeReviews = command({
  event: 'waiting.foresee-reviews',
  input: z.object({}),
  may: async (_, ctx) => ctx.actor.kind === 'job',
  run: async (tx, ctx) => {
    const due: number[] = []
    for (const project of await openProjects(tx, ctx)) {
      const pack = await projectPack(tx, project.id).catch((error: unknown) => {
        if (error instanceof NotFound) return null
        throw error
      })
      const first = await tx
        .selectFrom('referral as r')
        .innerJoin('family_case as c', (j) => j.onRef('c.id', '=', 'r.case_id').onRef('c.municipality_id', '=', 'r.municipality_id'))
        .select('r.decided_at')
        .where('c.project_id', '=', project.id)
        .where('r.decision', '=', 'waiting')
        .orderBy('r.decided_at')
        .executeTakeFirst()
      if (!pack || !first) continue
      const last = await tx
        .selectFrom('waiting_review')
        .select('held_on')
        .where('project_id', '=', project.id)
        .orderBy('id', 'desc')
        .executeTakeFirst()
      const day = nextReview(
        last?.held_on ?? copenhagenDay(String(first.decided_at)),
        settingAt(pack, 'waitingReviewWeeks', ctx.today),
        ctx.today,
      )
      if (day > ctx.today) continue
      await giveTask(tx, { role: 'project-manager', code: 'waiting-review', due: day, data: { project: project.id } })
      due.push(project.id)
    }
    return { due }
  },
  concerns: (_, { due }) => ({ personIds: [], bases: [], details: { projects: due } }),
})

/** Every morning before anybody comes. */
export const waitingReviewJob = defineJob({
  name: 'waiting.review-due',
  schema: z.object({}),
  cron: '20 5 * * *',
  run: async (ctx) => void (await foreseeReviews(ctx, {})),
})
export const waitingJobs = [waitingReviewJob]
