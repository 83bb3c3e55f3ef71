import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** How it goes, in the family's own numbers. */
export const portalRatingRoutes: RouteConfigEntry[] = [
  route('min/hvordan-gaar-det', 'routes/ratings.tsx'),
  route('min/udvikling', 'routes/development.tsx'),
]
