import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const teamRoutes: RouteConfigEntry[] = [
  route('projekt/koordinatorer', 'routes/coordinators.tsx'),
  route('projekt/bemanding', 'routes/staffing.tsx'),
  route('familier/:caseId/hjaelpere', 'routes/family-team.tsx'),
  route('familier/:caseId/hjaelpere/formaal', 'routes/purpose.tsx'),
  route('familier/:caseId/hjaelpere/skift', 'routes/handover.tsx'),
  route('administration/medarbejdere', 'routes/staff-list.tsx'),
  route('administration/medarbejdere/ny', 'routes/add-staff.tsx'),
  route('administration/medarbejdere/:staffId', 'routes/staff-member.tsx'),
  route('mit-kort', 'routes/own-card.tsx'),
]
/** A picture, not a page: no shell around it. */
export const teamFileRoutes: RouteConfigEntry[] = [route('medarbejdere/:staffId/foto', 'routes/photo.tsx')]
