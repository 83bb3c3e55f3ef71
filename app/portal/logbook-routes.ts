import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** The logbook and the messages on the family's own pages. */
export const portalLogbookRoutes: RouteConfigEntry[] = [
  route('min/logbog', 'routes/logbook.tsx'),
  route('min/beskeder', 'routes/messages.tsx'),
]
