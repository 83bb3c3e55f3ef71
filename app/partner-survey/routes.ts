import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const partnerSurveyRoutes: RouteConfigEntry[] = [route('projekt/partnere', 'routes/rounds.tsx'), route('projekt/partnere/ny', 'routes/new-round.tsx')]
/** The page of a link: no shell and no session around it. */
export const partnerSurveyLinkRoutes: RouteConfigEntry[] = [route('partner/:link', 'routes/partner.tsx')]
