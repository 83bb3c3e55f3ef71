import { ratingReminders } from './remind.server.ts'

export const ratingJobs = [ratingReminders]
