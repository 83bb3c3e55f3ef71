import type { Job } from '#app/platform/jobs/job.ts'
import { tellAboutConcerns } from './watch.server.ts'

export const concernJobs: readonly Job[] = [tellAboutConcerns]
