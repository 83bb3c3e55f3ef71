import { z } from 'zod'
import { defineJob } from '#app/platform/jobs/job.ts'
import { foreseeConsents } from './foresight.server.ts'

/** Every morning before anybody comes: which consents stop within the warning. */
export const consentForesight = defineJob({
  name: 'consent.foresight',
  schema: z.object({}),
  cron: '10 5 * * *',
  run: async (ctx) => {
    await foreseeConsents(ctx, {})
  },
})
export const consentJobs = [consentForesight]
