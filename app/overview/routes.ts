import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { index, layout, route } = relative(import.meta.dirname)

export const homeRoutes: RouteConfigEntry[] = [index('routes/home.tsx')]
export const publicRoutes: RouteConfigEntry[] = [
  route('tilgaengelighed', 'routes/accessibility.tsx'),
  route('privatliv', 'routes/privacy.tsx'),
]
export const comingRoutes: RouteConfigEntry[] = [
  route('kommer', 'routes/coming.tsx'),
  route('design', 'routes/design.tsx'),
  route('administration', 'routes/administration.tsx'),
]
export const dayRoutes: RouteConfigEntry[] = [
  route('i-dag', 'routes/my-day.tsx'),
  route('i-dag/fravaer', 'routes/absence.tsx'),
  route('i-dag/overblik', 'routes/briefing.tsx'),
]
export const familyOverviewRoutes: RouteConfigEntry[] = [route('familier/:caseId', 'routes/family-overview.tsx')]
/** The staff shell around pages, and inside it the head of a family around the family's pages. */
export const staffLayout = (children: RouteConfigEntry[]) => layout('routes/staff-layout.tsx', children)
export const familyLayout = (children: RouteConfigEntry[]) => layout('routes/family-layout.tsx', children)
