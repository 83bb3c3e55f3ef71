import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const threadRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/beskeder', 'routes/threads.tsx'),
  route('familier/:caseId/beskeder/:thread', 'routes/thread.tsx'),
]
