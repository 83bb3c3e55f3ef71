import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** The staff's pages; the family's stand in the portal. */
export const agreementsRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/aftaler', 'routes/agreements.tsx'),
  route('familier/:caseId/aftaler/ny', 'routes/new-agreement.tsx'),
  route('familier/:caseId/aftaler/:agreementId', 'routes/agreement.tsx'),
]
