import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** The minutes of a meeting, on the family's own pages. */
export const portalMinutesRoutes: RouteConfigEntry[] = [route('min/moeder/:meetingId/referat', 'routes/minutes.tsx')]
