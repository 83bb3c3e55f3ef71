import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const intakeRoutes: RouteConfigEntry[] = [
  route('familier/ny', 'routes/refer.tsx'),
  route('familier/ny/tak/:caseId', 'routes/refer-receipt.tsx'),
  route('spoergsmaal', 'routes/questions.tsx'),
  route('optagelse', 'routes/queue.tsx'),
  route('optagelse/moede/:meetingId', 'routes/meeting.tsx'),
  route('optagelse/moede/:meetingId/sider', 'routes/meeting-cases.tsx'),
  route('familier/:caseId/optagelse', 'routes/case-intake.tsx'),
  route('familier/:caseId/optagelse/igen', 'routes/reassess.tsx'),
  route('projekt/genvurdering', 'routes/reassessments.tsx'),
  route('brev/:letterId', 'routes/letter.tsx'),
]
/** A file, not a page: no shell around it. */
export const intakeFileRoutes: RouteConfigEntry[] = [route('brev/:letterId/pdf', 'routes/letter-pdf.tsx')]
