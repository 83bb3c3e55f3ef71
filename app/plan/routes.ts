import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** All below the head of a family. */
export const planRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/planen', 'routes/plan.tsx'),
  route('familier/:caseId/planen/maal/nyt', 'routes/new-goal.tsx'),
  route('familier/:caseId/planen/maal/:goalId', 'routes/goal.tsx'),
  route('familier/:caseId/planen/aktivitet/ny', 'routes/new-activity.tsx'),
  route('familier/:caseId/planen/aktivitet/:activityId', 'routes/activity.tsx'),
  route('familier/:caseId/planen/aktivitet/:activityId/svar', 'routes/decide.tsx'),
  route('familier/:caseId/planen/uger', 'routes/load.tsx'),
  route('familier/:caseId/planen/aftal', 'routes/agree.tsx'),
  route('familier/:caseId/planen/enighed/:number/:personId', 'routes/answer.tsx'),
  route('familier/:caseId/planen/udgave/:number', 'routes/version.tsx'),
  route('familier/:caseId/planen/sammenlign', 'routes/compare.tsx'),
  route('familier/:caseId/planen/udskrift', 'routes/print.tsx'),
]
