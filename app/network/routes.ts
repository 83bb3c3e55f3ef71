import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Below the head of a family. */
export const networkRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/netvaerk', 'routes/network.tsx'),
  route('familier/:caseId/netvaerk/ny', 'routes/add.tsx'),
  route('familier/:caseId/netvaerk/baand', 'routes/tie.tsx'),
  route('familier/:caseId/netvaerk/moede', 'routes/meeting.tsx'),
  route('familier/:caseId/netvaerk/tegning', 'routes/shapes.tsx'),
]
