import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** All below the head of a family. */
export const sectorPlanRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/planen/sektorplaner', 'routes/sector-plans.tsx'),
  route('familier/:caseId/planen/sektorplaner/ny', 'routes/new-sector-plan.tsx'),
  route('familier/:caseId/planen/sektorplaner/:planId', 'routes/sector-plan.tsx'),
  route('familier/:caseId/planen/sektorplaner/:planId/ret', 'routes/edit-sector-plan.tsx'),
  route('familier/:caseId/planen/sektorplaner/:planId/kopier/:target', 'routes/copy.tsx'),
]
/** Files, not pages: no shell around them. */
export const sectorPlanFileRoutes: RouteConfigEntry[] = [route('delplan/:caseId/:planId/plan.pdf', 'routes/plan-pdf.ts')]
