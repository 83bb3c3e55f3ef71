import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const developmentRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/udvikling', 'routes/family.tsx'),
  route('familier/:caseId/udvikling/:personId', 'routes/member.tsx'),
]
