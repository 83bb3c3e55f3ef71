import { z } from 'zod'
import { defineJob } from '#app/platform/jobs/job.ts'
import { isWorkingDay } from '#app/platform/time/working-days.ts'
import { sendDayMails } from './day-mail.server.ts'

/** Every working day's morning, after the reminders and tasks of the day were made. */
export const dayMail = defineJob({
  name: 'overview.day-mail',
  schema: z.object({}),
  cron: '0 7 * * 1-5',
  run: async (ctx) => {
    if (isWorkingDay(ctx.today)) await sendDayMails(ctx, {})
  },
})
export const overviewJobs = [dayMail]
