import { noDepth } from './goal-fields.ts'
import type { Activity, Goal, Hope, RecordBase } from './plan.ts'
import type { Terms } from './terms.ts'

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
  measure: 'Hun siger ja til at tage af sted',
  ...noDepth,
  aim: 'develop',
  ownerPersonId: 1,
  start: '2026-11-02',
  end: '2027-01-31',
  lookOn: '2026-12-04',
  ...over,
})
export const anActivity = (over: Partial<Activity> = {}): Activity => ({
  ...base(),
  what: 'Morgenstøtte',
  measureKind: '',
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
  ownMinutes: {},
  breaks: [],
  travelMinutes: null,
  afterId: null,
  needsApproval: false,
  ...over,
})
/** Complete unless something is said otherwise. */
export const someTerms = (over: Partial<Terms> = {}): Terms => ({
  ...base(),
  householdId: null,
  howFollowed: 'Vi ser på hvert mål sammen',
  howOften: 'monthly',
  nextOn: '2099-01-31',
  nextPeople: [1],
  nextStaff: [],
  nextOthers: '',
  nextGoals: [1],
  thinkOver: '',
  ifOtherwise: 'Vi mødes før tid',
  whoCalls: 'Mette ringer til Anna',
  reopenedWhen: 'Når noget går i stå i to uger',
  registeredBy: 'Mette',
  registeredWhat: 'Hvordan ugen gik',
  registeredOften: 'Hver fredag',
  registeredChannel: 'portal',
  ...over,
})
