import type { Activity, Goal, Hope, RecordBase } from './plan.ts'

/* Makers with defaults for tests of the plan: a whole, agreeable plan unless something is said otherwise. */
let next = 100
const base = (): RecordBase => ({
  id: ++next,
  revision: 1,
  shelfId: 1,
  sector: 'coordination',
  subjects: [1],
  stated: null,
  onBehalf: null,
  authorStaffId: 1,
  authorPersonId: null,
  dropped: null,
})
export const aHope = (over: Partial<Hope> = {}): Hope => ({ ...base(), personId: 1, words: 'At vi får ro om morgenen', ...over })
export const aGoal = (over: Partial<Goal> = {}): Goal => ({
  ...base(),
  title: 'Ida kommer glad i skole',
  kind: 'own',
  level: 1,
  parentId: null,
  hopeId: 1,
  measure: '',
  ...over,
})
export const anActivity = (over: Partial<Activity> = {}): Activity => ({
  ...base(),
  what: 'Morgenstøtte',
  goalId: 1,
  offer: 'En fast voksen tager imod',
  provider: 'Skolen',
  place: 'Skolen',
  rhythm: 'weekly',
  weekdays: [1, 3],
  timeFrom: '08:00',
  timeTo: '09:00',
  start: '2026-11-02',
  end: '2027-01-31',
  minutesPerWeek: 120,
  takesPart: [1],
  unknownUntil: {},
  ...over,
})
