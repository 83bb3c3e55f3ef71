import type { RouteConfig, RouteConfigEntry } from '@react-router/dev/routes'
import { agreementsRoutes } from './agreements/routes.ts'
import { assessmentRoutes } from './assessment/routes.ts'
import { attendanceRoutes } from './attendance/routes.ts'
import { clockRoutes } from './clock/routes.ts'
import { concernFileRoutes, concernRoutes } from './concern/routes.ts'
import { consentFileRoutes, consentRoutes } from './consent/routes.ts'
import { developmentRoutes, withGoalMeasures } from './development/routes.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { evaluationFileRoutes, evaluationRoutes } from './evaluation/routes.ts'
import { exitPortalRoutes, exitRoutes } from './exit/routes.ts'
import { familiesRoutes } from './families/routes.ts'
import { filingFileRoutes, filingRoutes } from './filing/routes.ts'
import { goalsRoutes } from './goals/routes.ts'
import { instrumentRoutes } from './instruments/routes.ts'
import { intakeFileRoutes, intakeRoutes } from './intake/routes.ts'
import { inquiryFileRoutes, inquiryRoutes } from './inquiries/routes.ts'
import { invitationFileRoutes, invitationRoutes } from './invitations/routes.ts'
import { comingRoutes, dayRoutes, familyLayout, familyOverviewRoutes, homeRoutes, publicRoutes, staffLayout } from './overview/routes.ts'
import { logbookFileRoutes, logbookRoutes } from './logbook/routes.ts'
import { meetingRoomRoutes } from './meeting-room/routes.ts'
import { meetingRoutes } from './meetings/routes.ts'
import { minutesFileRoutes, minutesRoutes } from './minutes/routes.ts'
import { monitoringRoutes } from './monitoring/routes.ts'
import { nationFileRoutes, nationRoutes } from './nation/routes.ts'
import { networkRoutes } from './network/routes.ts'
import { organisationRoutes } from './organisation/routes.ts'
import { papersFileRoutes, papersRoutes } from './papers/routes.ts'
import { partnerSurveyLinkRoutes, partnerSurveyRoutes } from './partner-survey/routes.ts'
import { planRoutes } from './plan/routes.ts'
import { letterRoutes, outboxRoutes } from './outbox/routes.ts'
import { oversightRoutes } from './oversight/routes.ts'
import { portalAgreementsRoutes } from './portal/agreements-routes.ts'
import { portalClockRoutes } from './portal/clock-routes.ts'
import { portalConsentRoutes } from './portal/consent-routes.ts'
import { portalInvitationFileRoutes, portalInvitationRoutes } from './portal/invitation-routes.ts'
import { portalMeetingRoutes } from './portal/meeting-routes.ts'
import { portalMinutesRoutes } from './portal/minutes-routes.ts'
import { portalNetworkRoutes } from './portal/network-routes.ts'
import { portalLogbookRoutes } from './portal/logbook-routes.ts'
import { portalLayout, portalRoutes } from './portal/routes.ts'
import { progressionRoutes } from './progression/routes.ts'
import { portalFormRoutes } from './portal/form-routes.ts'
import { portalRatingRoutes } from './portal/rating-routes.ts'
import { ratingRoutes } from './ratings/routes.ts'
import { registersRoutes } from './registers/routes.ts'
import { rightsRoutes } from './rights/routes.ts'
import { sectorPlanFileRoutes, sectorPlanRoutes } from './sector-plans/routes.ts'
import { spellRoutes } from './spells/routes.ts'
import { timelineRoutes } from './timeline/routes.ts'
import { teamFileRoutes, teamRoutes } from './team/routes.ts'
import { threadRoutes } from './threads/routes.ts'
import { waitingRoutes } from './waiting/routes.ts'

// Each slice lists its own pages; here they get their shells. A page below /familier/:caseId stands under the family's head.
const staff: RouteConfigEntry[] = [...comingRoutes, ...dayRoutes, ...familyOverviewRoutes, ...familiesRoutes, ...spellRoutes, ...networkRoutes, ...timelineRoutes, ...consentRoutes, ...concernRoutes, ...filingRoutes, ...organisationRoutes, ...catalogueRoutes, ...intakeRoutes, ...teamRoutes, ...logbookRoutes, ...threadRoutes, ...waitingRoutes, ...assessmentRoutes, ...progressionRoutes, ...attendanceRoutes, ...instrumentRoutes, ...ratingRoutes, ...partnerSurveyRoutes, ...developmentRoutes, ...sectorPlanRoutes, ...papersRoutes, ...agreementsRoutes, ...minutesRoutes, ...meetingRoutes, ...clockRoutes, ...exitRoutes, ...monitoringRoutes, ...goalsRoutes, ...nationRoutes, ...evaluationRoutes, ...registersRoutes, ...rightsRoutes, ...inquiryRoutes, ...invitationRoutes, ...oversightRoutes, ...outboxRoutes]
const isOfFamily = (r: RouteConfigEntry) => r.path?.startsWith('familier/:caseId') ?? false

export default [
  ...homeRoutes,
  ...publicRoutes,
  ...letterRoutes,
  ...intakeFileRoutes,
  ...consentFileRoutes,
  ...concernFileRoutes,
  ...filingFileRoutes,
  ...teamFileRoutes,
  ...inquiryFileRoutes,
  ...partnerSurveyLinkRoutes,
  ...invitationFileRoutes,
  ...portalInvitationFileRoutes,
  ...logbookFileRoutes,
  ...nationFileRoutes,
  ...papersFileRoutes,
  ...minutesFileRoutes,
  ...sectorPlanFileRoutes,
  ...evaluationFileRoutes,
  ...meetingRoomRoutes,
  portalLayout([...portalRoutes, ...portalConsentRoutes, ...portalNetworkRoutes, ...portalMeetingRoutes, ...portalClockRoutes, ...portalInvitationRoutes, ...portalLogbookRoutes, ...portalAgreementsRoutes, ...portalMinutesRoutes, ...portalRatingRoutes, ...portalFormRoutes, ...exitPortalRoutes]),
  staffLayout([...staff.filter((r) => !isOfFamily(r)), familyLayout([...staff.filter(isOfFamily), ...withGoalMeasures(planRoutes)])]),
] satisfies RouteConfig
