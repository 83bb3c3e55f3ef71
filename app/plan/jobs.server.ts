import { z } from 'zod'
import { defineJob } from '#app/platform/jobs/job.ts'
import { remindFollowUp } from './remind-follow-up.server.ts'

/** Every morning before anybody comes: which plans are to be looked at, and which should have been. */
export const planFollowUp = defineJob({
  name: 'plan.follow-up',
  schema: z.object({}),
  cron: '20 5 * * *',
  run: async (ctx) => {
    await remindFollowUp(ctx, {})
  },
})
export const planJobs = [planFollowUp]
