import { meetingReminders } from './remind.server.ts'

export const invitationJobs = [meetingReminders]
