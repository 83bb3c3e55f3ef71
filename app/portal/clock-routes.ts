import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** What must be followed up and when the family cannot meet, on the family's own pages. */
export const portalClockRoutes: RouteConfigEntry[] = [route('min/opfoelgning', 'routes/follow-up.tsx')]
