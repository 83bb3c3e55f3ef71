import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** What we have agreed, on the family's own pages. */
export const portalAgreementsRoutes: RouteConfigEntry[] = [
  route('min/aftaler', 'routes/agreements.tsx'),
  route('min/aftaler/ny', 'routes/new-agreement.tsx'),
  route('min/aftaler/:agreementId', 'routes/agreement.tsx'),
]
