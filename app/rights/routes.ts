import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Below the head of a family. The family's own page is the portal's. */
export const rightsRoutes: RouteConfigEntry[] = [route('familier/:caseId/har-set', 'routes/family-log.tsx')]
