import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const evaluationRoutes: RouteConfigEntry[] = [
  route('projekt/status', 'routes/status.tsx'),
]
