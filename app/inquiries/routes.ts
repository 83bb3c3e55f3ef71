import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Below the head of a family. */
export const inquiryRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/situation/spoergsmaal', 'routes/inquiries.tsx'),
  route('familier/:caseId/situation/spoergsmaal/ny', 'routes/new-inquiry.tsx'),
  route('familier/:caseId/situation/spoergsmaal/:inquiryId', 'routes/inquiry.tsx'),
  route('familier/:caseId/situation/helbred', 'routes/health.tsx'),
  route('familier/:caseId/situation/screening', 'routes/screenings.tsx'),
  route('familier/:caseId/situation/screening/:form/:personId', 'routes/screening.tsx'),
]
/** Files, and the page of a link: no shell and no session around them. */
export const inquiryFileRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/situation/spoergsmaal/:inquiryId/skema', 'routes/paper.tsx'),
  route('svar/:token', 'routes/reply.tsx'),
  route('svar/:token/kladde', 'routes/reply-draft.tsx'),
]
