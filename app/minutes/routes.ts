import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const minutesRoutes: RouteConfigEntry[] = [route('familier/:caseId/moeder/:meetingId/referat', 'routes/minutes.tsx')]
/** Files, not pages: no shell around them. The same for staff and for the family. */
export const minutesFileRoutes: RouteConfigEntry[] = [route('papir/:caseId/:paper', 'routes/minutes-pdf.tsx')]
