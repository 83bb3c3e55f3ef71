import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const evaluationRoutes: RouteConfigEntry[] = [
  route('projekt/status', 'routes/status.tsx'),
  route('projekt/sammenligning', 'routes/comparison.tsx'),
  route('projekt/udtraek', 'routes/extracts.tsx'),
  route('projekt/udtraek/:deliveryId', 'routes/extract.tsx'),
  route('udtraek', 'routes/national.tsx'),
]
/** Files, not pages: no shell around them. */
export const evaluationFileRoutes: RouteConfigEntry[] = [
  route('projekt/udtraek/:deliveryId/fil', 'routes/extract-file.tsx'),
  route('udtraek/:municipalityId/:deliveryId/fil', 'routes/national-file.tsx'),
]
