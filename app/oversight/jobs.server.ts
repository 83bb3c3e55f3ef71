import { z } from 'zod'
import { defineJob, type Job } from '#app/platform/jobs/job.ts'
import { addMonths, startOfMonth } from '#app/platform/time/plain-date.ts'
import { drawSpotChecks } from './draw-spot-checks.server.ts'

/** On the first of the month, for the month before. */
export const spotCheckJob = defineJob({
  name: 'oversight.spot-check',
  cron: '0 6 1 * *',
  schema: z.object({}),
  run: async (ctx) => void (await drawSpotChecks(ctx, { month: addMonths(startOfMonth(ctx.today), -1) })),
})

export const oversightJobs: readonly Job[] = [spotCheckJob]
