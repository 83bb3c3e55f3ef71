import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Answering, preparing, and one's own calendar addresses, on the family's own pages. */
export const portalInvitationRoutes: RouteConfigEntry[] = [
  route('min/moeder/:meetingId/svar', 'routes/meeting-answer.tsx'),
  route('min/moeder/:meetingId/forbered', 'routes/meeting-prepare.tsx'),
  route('min/kalender', 'routes/feeds.tsx'),
]
/** A file for the calendar: no shell around it. */
export const portalInvitationFileRoutes: RouteConfigEntry[] = [route('min/moeder/:meetingId/kalender', 'routes/meeting-file.ts')]
