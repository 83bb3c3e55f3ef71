import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const teamRoutes: RouteConfigEntry[] = [
  route('projekt/koordinatorer', 'routes/coordinators.tsx'),
  route('familier/:caseId/hjaelpere', 'routes/family-team.tsx'),
]
