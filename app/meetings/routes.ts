import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Meetings of a family before they are held, and those to come in all my families. */
export const meetingRoutes: RouteConfigEntry[] = [
  route('moeder', 'routes/my-meetings.tsx'),
  route('familier/:caseId/moeder', 'routes/meetings.tsx'),
  route('familier/:caseId/moeder/ny', 'routes/new-meeting.tsx'),
  route('familier/:caseId/moeder/:meetingId', 'routes/meeting.tsx'),
  route('familier/:caseId/moeder/:meetingId/ret', 'routes/edit-meeting.tsx'),
]
