import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Who is around us, on the family's own pages. */
export const portalNetworkRoutes: RouteConfigEntry[] = [
  route('min/netvaerk', 'routes/network.tsx'),
  route('min/netvaerk/baand', 'routes/network-tie.tsx'),
  route('min/netvaerk/moede', 'routes/network-meeting.tsx'),
]
