import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Below the head of a family. */
export const ratingRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/udvikling/egen', 'routes/ratings.tsx'),
  route('familier/:caseId/udvikling/egen/:personId', 'routes/rate-for.tsx'),
  route('familier/:caseId/udvikling/egen/:personId/ark', 'routes/paper.tsx'),
]
