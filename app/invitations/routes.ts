import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Below the staff's shell: answers and preparation of a meeting, and one's own calendar addresses. */
export const invitationRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/moeder/:meetingId/svar', 'routes/answer.tsx'),
  route('familier/:caseId/moeder/:meetingId/forbered', 'routes/prepare.tsx'),
  route('i-dag/kalender', 'routes/feeds.tsx'),
]
/** Files, and what needs no session: the page of a link and a calendar that a program fetches. */
export const invitationFileRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/moeder/:meetingId/kalender', 'routes/calendar-file.ts'),
  route('kalender/:file', 'routes/feed.ts'),
  route('moede/:token', 'routes/link.tsx'),
  route('moede/:token/kalender', 'routes/link-file.ts'),
]
