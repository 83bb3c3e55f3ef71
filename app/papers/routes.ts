import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const papersRoutes: RouteConfigEntry[] = [route('familier/:caseId/planen/papir', 'routes/papers.tsx')]
/** Files, not pages: no shell around them. */
export const papersFileRoutes: RouteConfigEntry[] = [
  route('papir/:caseId/plan.pdf', 'routes/paper-pdf.tsx'),
]
