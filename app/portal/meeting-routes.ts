import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Our meetings, on the family's own pages. */
export const portalMeetingRoutes: RouteConfigEntry[] = [route('min/moeder', 'routes/meetings.tsx'), route('min/moeder/:meetingId', 'routes/meeting.tsx')]
