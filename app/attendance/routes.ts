import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Below the head of a family. */
export const attendanceRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/udvikling/fremmoede', 'routes/attendance.tsx'),
  route('familier/:caseId/udvikling/udfordringer', 'routes/challenges.tsx'),
]
