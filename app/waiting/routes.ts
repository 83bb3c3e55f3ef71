import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const waitingRoutes: RouteConfigEntry[] = [
  route('optagelse/distrikter', 'routes/districts.tsx'),
  route('optagelse/distrikter/:roundId', 'routes/district-round.tsx'),
  route('projekt/venteliste', 'routes/waiting-list.tsx'),
  route('projekt/venteliste/:caseId', 'routes/waiting-family.tsx'),
  route('familier/:caseId/optagelse/plads', 'routes/place-offer.tsx'),
]
