import { z } from 'zod'
import { defineJob } from '#app/platform/jobs/job.ts'
import { passOnMessages } from './pass-on.server.ts'

/** Every working morning: what nobody has answered in time goes to the substitute. */
export const passOnJob = defineJob({
  name: 'threads.pass-on',
  schema: z.object({}),
  cron: '20 7 * * 1-5',
  run: async (ctx) => {
    await passOnMessages(ctx, {})
  },
})
export const threadJobs = [passOnJob]
