import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const filingRoutes: RouteConfigEntry[] = [
  route('til-sagen', 'routes/outside.tsx'),
  route('familier/:caseId/til-sagen/ny', 'routes/send.tsx'),
  route('familier/:caseId/til-sagen/:filingId', 'routes/one.tsx'),
]
/** A file, not a page: no shell around it. */
export const filingFileRoutes: RouteConfigEntry[] = [route('til-sagen/:caseId/:filingId/pdf', 'routes/paper.tsx')]
