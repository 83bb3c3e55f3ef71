import { z } from 'zod'
import { defineJob } from '#app/platform/jobs/job.ts'
import { remindCoordinators } from './remind.server.ts'

/** Every morning; a coordinator gets each reminder once. */
export const remindJob = defineJob({
  name: 'progression.remind',
  schema: z.object({}),
  cron: '10 7 * * *',
  run: async (ctx) => void (await remindCoordinators(ctx, {})),
})
export const progressionJobs = [remindJob]
