import { z } from 'zod'
import { AboutOthers } from '#app/consent/about-others.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import { type GoalDepth, goalDatesInOrder, goalDatesWrong, goalDepthFields } from './goal-fields.ts'
import type { Terms } from './terms.ts'

/*
 * The family plan (da: familieplanen): one per case, gathering what the family hopes for, its goals in up to three levels and what is
 * done about them (002:140-142). The family's own words come first; a sector's goals stand beside them, marked (004:656-662).
 */

export const levels = [1, 2, 3] as const
export const goalKinds = ['own', 'sector'] as const
export const rhythms = ['weekly', 'once'] as const
export const answers = ['agree', 'partly', 'disagree'] as const
export const channels = ['phone', 'paper', 'meeting'] as const
/** The fields of PLAN-02 that may be answered "ved vi ikke endnu", with the date by which we know. */
export const openFields = ['offer', 'start', 'end', 'hours', 'provider'] as const
export type GoalKind = (typeof goalKinds)[number]
export type Rhythm = (typeof rhythms)[number]
export type Answer = (typeof answers)[number]
export type Channel = (typeof channels)[number]
export type OpenField = (typeof openFields)[number]

/** What another sector said and the coordinator wrote down: "oplyst af Line, skolen, 3. nov.". */
export type StatedBy = { name: string; sector: string; on: string; channel: string }
/** Written by staff at a member's word. */
export type OnBehalf = { personId: number; channel: string; on: string }
/** What every record of the plan carries. `mayChange`: this reader may change it. */
export type RecordBase = {
  id: number
  revision: number
  shelfId: number
  sector: string
  subjects: number[]
  stated: StatedBy | null
  onBehalf: OnBehalf | null
  authorStaffId: number | null
  authorPersonId: number | null
  dropped: { on: string; reason: string } | null
}
/**
 * A hope in somebody's own words; `personId` null is the whole family's. Hopes may be far away; what is followed up are activities
 * (PLAN-10).
 */
export type Hope = RecordBase & { personId: number | null; words: string }
/** `level` 1 goal, 2 sub-goal, 3 sub-sub-goal (PLAN-06). Own goals trace to a hope, a sector's are marked with their sector (PLAN-11). */
export type Goal = RecordBase & GoalDepth & {
  title: string
  kind: GoalKind
  level: number
  parentId: number | null
  hopeId: number | null
  measure: string
}
/** What is done about a goal (PLAN-02). `minutesPerWeek` for `once`: how long it lasts. Dates inclusive. */
export type Activity = RecordBase & {
  what: string
  /** Which kind of course it is (PLAN-20), a code of the pack; empty: none of them. */
  measureKind: string
  goalId: number | null
  offer: string
  provider: string
  place: string
  rhythm: Rhythm
  /** 1 Monday … 7 Sunday; empty: not settled. */
  weekdays: number[]
  timeFrom: string | null
  timeTo: string | null
  start: string | null
  end: string | null
  minutesPerWeek: number | null
  /** Members who take part: their week is loaded. A subset of `subjects`. */
  takesPart: number[]
  /** Field → the date by which we know it. */
  unknownUntil: Partial<Record<OpenField, string>>
  /** Members whose minutes a week are others than `minutesPerWeek`, by id. */
  ownMinutes: Record<number, number>
  /** Holidays and other times when nothing happens; both ends inclusive. */
  breaks: Break[]
  /** How long it takes to get there; null: not said. */
  travelMinutes: number | null
  /** The activity that must be over before this one begins. */
  afterId: number | null
  /** A manager must say yes to it: help that costs something (PLAN-15). */
  needsApproval: boolean
}
export type Break = { from: string; until: string; why: string }
/** What is compared, agreed and drawn: the parts of one state of the plan that one reader may see. `terms`: one per home. */
export type PlanContent = { hopes: Hope[]; goals: Goal[]; activities: Activity[]; terms: Terms[] }

/** Which sector a goal or activity is marked with: the one that stated it, else the record's own. */
export const markedSector = (r: Pick<RecordBase, 'sector' | 'stated'>): string => r.stated?.sector ?? r.sector

// ---- what verbs take; form strings are welcome ----

export const id = z.coerce.number().int().positive()
const optionalId = z.preprocess((v) => (v === '' || v === undefined ? null : v), id.nullable())
const text = (max: number) => z.string().trim().max(max).default('')
const idList = z.preprocess((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(id).max(50))
const day = z.preprocess((v) => (v === '' || v === undefined ? null : v), PlainDate.nullable())
const clock = z.preprocess(
  (v) => (v === '' || v === undefined ? null : typeof v === 'string' ? v.trim().replace('.', ':').padStart(5, '0') : v),
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, undefined)
    .nullable(),
)

/** Hours as they are typed ("2", "1,5") to whole minutes; empty is null. */
export function minutesFromHours(raw: unknown): unknown {
  if (raw === undefined || raw === null || raw === '') return null
  if (typeof raw !== 'string') return raw
  const hours = Number(raw.trim().replace(',', '.'))
  return Number.isFinite(hours) ? Math.round(hours * 60) : raw
}

/** What another sector states, filled by the coordinator (case 24); all four or none. */
const stated = {
  statedName: text(100),
  statedSector: text(60),
  statedOn: day,
  statedChannel: text(40),
}
/** How and when a member said it, when staff write for them. Staff always do; a member who writes for themselves leaves both out. */
const onBehalf = {
  onBehalfChannel: z.preprocess((v) => (v === '' || v === undefined ? null : v), z.enum(channels).nullable()),
  onBehalfOn: day,
}
type StatedFields = { statedName: string; statedSector: string; statedOn: string | null; statedChannel: string }
export type OnBehalfFields = { onBehalfChannel: Channel | null; onBehalfOn: string | null }

const sayStated = said(
  {
    da: 'Skriv, hvem der har oplyst det, fra hvilken sektor, hvornår og hvordan',
    en: 'Write who stated it, from which sector, when and how',
  },
  ['statedName'],
)
export const statedWhole = (v: StatedFields): boolean =>
  (v.statedName === '' && v.statedSector === '') ||
  (v.statedName !== '' && v.statedSector !== '' && v.statedOn !== null && v.statedChannel !== '')

const caseId = id
/** `seenRevision`: what the writer had on the screen; another one in the database is a Conflict. */
const seenRevision = id

export const WriteHope = z.object({
  caseId,
  hopeId: optionalId,
  seenRevision: optionalId,
  personId: optionalId,
  words: z.string().trim().min(1).max(2000),
  /** The note of the family's situation that it came from. */
  fromNoteId: optionalId,
  aboutOthers: AboutOthers,
  ...onBehalf,
})
export const DropRecord = z.object({ caseId, id, seenRevision, reason: z.string().trim().min(1).max(500) })

const goalFields = {
  title: text(300),
  kind: z.enum(goalKinds).default('own'),
  parentId: optionalId,
  hopeId: optionalId,
  measure: text(500),
  subjects: idList,
  aboutOthers: AboutOthers,
  ...goalDepthFields,
  ...stated,
}
/** Without the case: what the API takes in a body. */
export const GoalBody = z.object({ sector: text(60), sectorPlanId: optionalId, ...goalFields })
const sayGoalDates = said(goalDatesWrong, ['goalEnd'])
export const AddGoal = GoalBody.extend({ caseId, fromNoteId: optionalId }).refine(statedWhole, sayStated).refine(goalDatesInOrder, sayGoalDates)
export const ChangeGoal = z
  .object({ caseId, goalId: id, seenRevision, ...goalFields })
  .refine(statedWhole, sayStated)
  .refine(goalDatesInOrder, sayGoalDates)

const breakOrder = { da: 'Pausen slutter, før den begynder', en: 'The break ends before it begins' }
/** Minutes by member, as the form's hours or the API's object say it; a member without a number has the activity's own hours. */
const ownMinutes = z.preprocess((v) => v ?? {}, z.record(z.string().regex(/^\d{1,15}$/), z.number().int().min(0).max(10_080)))
const breaks = z
  .array(z.object({ from: PlainDate, until: PlainDate, why: text(200) }).refine((b) => b.from <= b.until, said(breakOrder, ['until'])))
  .max(8)
  .default([])

const activityFields = {
  what: text(300),
  measureKind: text(60),
  goalId: optionalId,
  offer: text(2000),
  provider: text(200),
  place: text(200),
  rhythm: z.enum(rhythms).default('weekly'),
  weekdays: z.preprocess(
    (v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]),
    z.array(z.coerce.number().int().min(1).max(7)).max(7),
  ),
  timeFrom: clock,
  timeTo: clock,
  start: day,
  end: day,
  minutesPerWeek: z.preprocess(
    (v) => (v === undefined || v === '' ? null : typeof v === 'string' ? Number(v) : v),
    z.number().int().min(1).max(10_080).nullable(),
  ),
  takesPart: idList,
  ownMinutes,
  breaks,
  travelMinutes: z.preprocess(
    (v) => (v === undefined || v === '' ? null : typeof v === 'string' ? Number(v) : v),
    z.number().int().min(0).max(600).nullable(),
  ),
  afterId: optionalId,
  needsApproval: z.preprocess((v) => v === true || v === 'on' || v === 'yes', z.boolean()),
  offerUnknownUntil: day,
  startUnknownUntil: day,
  endUnknownUntil: day,
  hoursUnknownUntil: day,
  providerUnknownUntil: day,
  aboutOthers: AboutOthers,
  ...stated,
}
const orderedDates = (v: { start: string | null; end: string | null }): boolean => v.start === null || v.end === null || v.start <= v.end
const orderedTimes = (v: { timeFrom: string | null; timeTo: string | null }): boolean =>
  v.timeFrom === null || v.timeTo === null || v.timeFrom < v.timeTo
const sayDates = said({ da: 'Slutdatoen ligger før startdatoen', en: 'The end date is before the start date' }, ['end'])
const sayTimes = said({ da: 'Sluttiden ligger før starttiden', en: 'The end time is before the start time' }, ['timeTo'])
export const ActivityBody = z.object({ sector: text(60), ...activityFields })
export const AddActivity = ActivityBody.extend({ caseId })
  .refine(statedWhole, sayStated)
  .refine(orderedDates, sayDates)
  .refine(orderedTimes, sayTimes)
export const ChangeActivity = z
  .object({ caseId, activityId: id, seenRevision, ...activityFields })
  .refine(statedWhole, sayStated)
  .refine(orderedDates, sayDates)
  .refine(orderedTimes, sayTimes)

/** `goalIds`: the goals the actor sees, in the wanted order; the ones the actor does not see keep their place. */
export const OrderGoals = z.object({ caseId, goalIds: idList })
/** PLAN-14: what was agreed, where and when, and when it is followed up. */
export const MakeVersion = z.object({
  caseId,
  agreedOn: day,
  atMeeting: z.preprocess((v) => v === true || v === 'on' || v === 'yes', z.boolean()),
  nextFollowUpOn: day,
  /** Who was there, with their own words for it. */
  present: text(500),
})

export const AgreementBody = z.object({
  personId: id,
  answer: z.preprocess((v) => (v === '' || v === undefined ? null : v), z.enum(answers).nullable()),
  words: text(2000),
  heardBy: text(100),
  heardOn: day,
  notHeardReason: text(500),
  ...onBehalf,
})
export const RecordAgreement = AgreementBody.extend({ caseId, number: id })
  .refine((v) => v.answer !== null || v.notHeardReason !== '', said({ da: 'Vælg et svar', en: 'Choose an answer' }, ['answer']))
  .refine(
    (v) => v.heardBy === '' || v.heardOn !== null,
    said({ da: 'Skriv, hvornår barnet blev hørt', en: 'Write when the child was heard' }, ['heardOn']),
  )
export const UndoOnBehalf = z.object({ caseId, what: z.enum(['hope', 'agreement']), id })
export const Restore = z.object({ caseId, what: z.enum(['hope', 'goal', 'activity']), id, seenRevision })
export const TakeOver = z.object({ caseId, what: z.enum(['goal', 'activity']), id })
