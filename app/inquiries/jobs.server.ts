import { z } from 'zod'
import { defineJob } from '#app/platform/jobs/job.ts'
import { remindInquiries } from './remind.server.ts'

/** Every morning: reminders of what was asked, and tasks for what is late. */
export const inquiryReminders = defineJob({
  name: 'inquiries.remind',
  schema: z.object({}),
  cron: '40 6 * * *',
  run: async (ctx) => {
    await remindInquiries(ctx, {})
  },
})
export const inquiryJobs = [inquiryReminders]
