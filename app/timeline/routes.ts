import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Below the head of a family. */
export const timelineRoutes: RouteConfigEntry[] = [route('familier/:caseId/tidslinje', 'routes/timeline.tsx')]
