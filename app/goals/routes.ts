import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const goalsRoutes: RouteConfigEntry[] = [
  route('projekt/maal', 'routes/goals.tsx'),
  route('projekt/maal/:code', 'routes/goal.tsx'),
  route('projekt/kriterier', 'routes/criteria.tsx'),
  route('projekt/virker', 'routes/what-works.tsx'),
  route('maal', 'routes/published.tsx'),
]
