import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const logbookRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/logbog', 'routes/logbook.tsx'),
  route('familier/:caseId/logbog/ny', 'routes/new-entry.tsx'),
  route('familier/:caseId/logbog/:entryId/ret', 'routes/correct-entry.tsx'),
  route('logbog/ny', 'routes/choose-family.tsx'),
  route('projekt/gaa-med', 'routes/companion.tsx'),
]
/** Answers without a page. */
export const logbookFileRoutes: RouteConfigEntry[] = [route('familie-logbog/:caseId/laesere', 'routes/readers.tsx')]
