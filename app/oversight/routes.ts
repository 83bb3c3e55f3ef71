import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const oversightRoutes: RouteConfigEntry[] = [
  route('administration/stikproever', 'routes/spot-checks.tsx'),
  route('administration/log', 'routes/log.tsx'),
]
