import { z } from 'zod'
import { defineJob } from '#app/platform/jobs/job.ts'
import { publishGoals } from './publish-goals.server.ts'

/** On the fifteenth: after the month before was due and late ones were reminded of. */
export const publishMonth = defineJob({ name: 'goals.publish-month', schema: z.object({}), cron: '30 4 15 * *', run: async (ctx) => void (await publishGoals(ctx, {})) })
export const goalsJobs = [publishMonth]
