import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const monitoringRoutes: RouteConfigEntry[] = [
  route('projekt', 'routes/project.tsx'),
  route('projekt/tal', 'routes/figure.tsx'),
  route('projekt/indsatser', 'routes/measures.tsx'),
]
