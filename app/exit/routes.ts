import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const exitRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/optagelse/afslut', 'routes/close.tsx'),
  route('familier/:caseId/optagelse/plan-afslutning', 'routes/plan-exit.tsx'),
  route('familier/:caseId/optagelse/flyt', 'routes/move.tsx'),
  route('familier/:caseId/optagelse/doedsfald', 'routes/death.tsx'),
  route('overdraget', 'routes/taken-over.tsx'),
]
/** The family's own page after it has left. */
export const exitPortalRoutes: RouteConfigEntry[] = [
  route('min/afslutning', 'routes/after-leaving.tsx'),
  route('min/plan-afslutning', 'routes/my-planned-exit.tsx'),
]
