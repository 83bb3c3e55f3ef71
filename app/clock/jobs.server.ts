import { z } from 'zod'
import { defineJob } from '#app/platform/jobs/job.ts'
import { remindDue } from './remind.server.ts'

/** Every morning before anybody comes: what is soon due without a meeting, what is late, and which meetings may count. */
export const clockReminders = defineJob({
  name: 'clock.remind',
  schema: z.object({}),
  cron: '35 5 * * *',
  run: async (ctx) => {
    await remindDue(ctx, {})
  },
})
export const clockJobs = [clockReminders]
