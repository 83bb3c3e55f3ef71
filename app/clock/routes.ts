import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Below the head of a family. */
export const clockRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/moeder/aaret', 'routes/year.tsx'),
  route('familier/:caseId/moeder/aaret/opfoelgning', 'routes/deadlines.tsx'),
]
