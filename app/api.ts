import { agreementsApi } from './agreements/api.server.ts'
import { assessmentApi } from './assessment/api.server.ts'
import { attendanceApi } from './attendance/api.server.ts'
import { consentApi } from './consent/api.server.ts'
import { familiesApi } from './families/api.server.ts'
import { goalsApi } from './goals/api.server.ts'
import { instrumentsApi } from './instruments/api.server.ts'
import { intakeApi } from './intake/api.server.ts'
import { composeApi } from './platform/api/api.server.ts'
import { logbookApi } from './logbook/api.server.ts'
import { meetingsApi } from './meetings/api.server.ts'
import { planApi } from './plan/api.server.ts'
import { progressionApi } from './progression/api.server.ts'
import { ratingsApi } from './ratings/api.server.ts'
import { registersApi } from './registers/api.server.ts'
import { sectorPlansApi } from './sector-plans/api.server.ts'
import { teamApi } from './team/api.server.ts'

/** The API: each slice's routes, and nothing else. */
export const api = composeApi([
  agreementsApi, assessmentApi, attendanceApi, consentApi, familiesApi, goalsApi, instrumentsApi, intakeApi, logbookApi, meetingsApi, planApi, progressionApi, ratingsApi, registersApi, sectorPlansApi, teamApi,
])
