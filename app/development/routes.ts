import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { layout, route } = relative(import.meta.dirname)

export const developmentRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/udvikling', 'routes/family.tsx'),
  route('familier/:caseId/udvikling/maal/:goalId', 'routes/goal.tsx'),
  route('familier/:caseId/udvikling/:personId', 'routes/member.tsx'),
  route('projekt/udvikling', 'routes/support.tsx'),
]

const showsGoals = (r: RouteConfigEntry): boolean => /\/planen(\/udskrift)?$/.test(r.path ?? '')
/** The pages of the plan; those that show its goals get each goal's measure (PLAN-12), which the plan itself knows nothing of. */
export const withGoalMeasures = (plan: readonly RouteConfigEntry[]): RouteConfigEntry[] => [
  layout('routes/plan-measures.tsx', plan.filter(showsGoals)),
  ...plan.filter((r) => !showsGoals(r)),
]
