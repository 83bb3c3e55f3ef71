import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const nationRoutes: RouteConfigEntry[] = [
  route('nationen', 'routes/nation.tsx'),
  route('nationen/:code', 'routes/criterion.tsx'),
  route('projekt/siden-start', 'routes/own-criteria.tsx'),
]
export const nationFileRoutes: RouteConfigEntry[] = [route('nationen/tal.csv', 'routes/figures-file.ts')]
