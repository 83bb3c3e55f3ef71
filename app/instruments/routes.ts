import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const instrumentRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/udvikling/skemaer', 'routes/instruments.tsx'),
  route('familier/:caseId/udvikling/skemaer/ny', 'routes/entry.tsx'),
  route('familier/:caseId/udvikling/skemaer/:scoreId', 'routes/score.tsx'),
  route('familier/:caseId/udvikling/maalskala', 'routes/attainment.tsx'),
  route('administration/maaleredskaber', 'routes/licences.tsx'),
]
