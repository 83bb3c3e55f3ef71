import { addDays, addMonths, addYears } from '#app/platform/time/plain-date.ts'
import type { Ids, Row } from './database.ts'
import type { Place } from './place.ts'
import type { Key, Story } from './story.ts'

/** Rows in the order in which they can be written: what is pointed at comes first. */
export const TABLES = [
  'person',
  'family_case',
  'case_person',
  'household',
  'household_member',
  'custody',
  'relation',
  'address_protection',
  'person_shape',
  'assignment',
  'referral',
  'closure',
  'consent',
  'consent_signer',
  'legal_basis',
  'shield',
  'break_glass',
  'disqualification',
  'task',
  'person_cpr',
  'address',
  'contact_detail',
  'referral_note',
  'family_yes',
  'screening',
  'screening_answer',
  'intake_decision',
  'spell',
  'tie',
  'meeting_wish',
  'family_plan',
  'situation_note',
  'situation_scale',
  'method_choice',
  'assessment_form',
  'hope',
  'sector_plan',
  'sector_plan_file',
  'goal',
  'activity',
  'plan_terms',
  'measure_decision',
  'plan_version',
  'plan_version_record',
  'situation_version_record',
  'plan_agreement',
  'inquiry',
  'inquiry_answer',
  'inquiry_link',
  'inquiry_reminder',
  'medical_declaration',
  'assessment_expert',
  'need_screening',
  'progression_value',
  'registration_month',
  'goal_measure',
  'attendance',
  'challenge',
  'rating',
  'instrument_score',
  'goal_attainment',
  'attainment_rating',
  'logbook_entry',
  'thread_message',
  'thread_receipt',
  'thread_step',
  'meeting',
  'agreement',
  'meeting_participant',
  'obligation_fact',
  'obligation_served',
  'blocked_period',
  'invitation',
  'meeting_preparation',
  'meeting_point',
  'meeting_yes',
  'meeting_room',
  'room_presence',
  'room_note',
  'minutes',
  'minutes_point',
  'minutes_version',
  'minutes_version_point',
  'minutes_sent',
  'minutes_answer',
] as const
export type Table = (typeof TABLES)[number]
export type Rows = Record<Table, Row[]>
export const noRows = (): Rows => Object.fromEntries(TABLES.map((table): [string, Row[]] => [table, []])) as Rows

/** A change of a record after it was written: keeps the earlier text in the history, under this author and day. */
export type LaterChange = { table: 'hope' | 'goal' | 'activity'; id: number; at: string; by: number; caseId: number; set: Row }
/** What was made of a story: its rows, its later changes, and who is who. */
export type Written = { rows: Rows; later: LaterChange[]; caseId: number; people: Record<Key, number>; looks: Look[] }
export type Look = { caseId: number; at: string; kind: 'staff' | 'member'; actor: number; event: string }

/** Everything the parts of a story need to become rows. */
export type Making = {
  place: Place
  story: Story
  ids: Ids
  today: string
  caseId: number
  number: string
  people: Record<Key, number>
  households: number[]
  born: Record<Key, string | null>
  rows: Rows
  later: LaterChange[]
}

export const dayAgo = (w: Pick<Making, 'today'>, ago: number): string => addDays(w.today, -ago)
/** A working hour of that day: the same one for the same day and step. */
export const instantAgo = (w: Pick<Making, 'today'>, ago: number, step = 0): string => {
  const minutes = 8 * 60 + ((Math.abs(ago) * 37 + step * 23) % (7 * 60))
  return `${dayAgo(w, Math.max(ago, 0))}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00Z`
}
export const staffId = (w: Making, key: Key): number => {
  const found = w.place.staff[key]
  if (!found) throw new Error(`${w.place.name}: nobody called '${key}' works there (family ${w.story.name})`)
  return found.id
}
export const personId = (w: Making, key: Key): number => {
  const found = w.people[key]
  if (found === undefined) throw new Error(`family ${w.story.name} has nobody called '${key}'`)
  return found
}
export const everyone = (w: Making, keys: readonly Key[]): number[] => keys.map((key) => personId(w, key))
/** The family's coordinator of today, else of the past; the one who referred when there is none. */
export const coordinatorKey = (story: Story): Key =>
  (story.team ?? []).find((one) => one.role === 'coordinator' && one.until === undefined)?.staff ??
  (story.team ?? []).find((one) => one.role === 'coordinator')?.staff ??
  story.referred.by

export const add = (w: Making, table: Table, row: Row): void => {
  w.rows[table].push({ municipality_id: w.place.municipalityId, ...row })
}
/** The columns that every record has; author and day as if it had been written then. */
export function record(
  w: Making,
  r: {
    sector?: string
    category: string
    visibility?: 'family' | 'staff'
    about: readonly Key[]
    ago: number
    step?: number
    by?: Key
    member?: Key
  },
): Row {
  return {
    case_id: w.caseId,
    sector: r.sector ?? 'coordination',
    category: r.category,
    visibility: r.visibility ?? 'family',
    subjects: everyone(w, r.about),
    created_at: instantAgo(w, r.ago, r.step),
    ...(r.member === undefined
      ? { author_staff_id: staffId(w, r.by ?? coordinatorKey(w.story)) }
      : { author_person_id: personId(w, r.member) }),
  }
}

/** Birthday of somebody who is `age` years today. */
export const bornOn = (today: string, age: number, days = 120): string => addDays(addYears(today, -age), -days)
export { addMonths }

/** Adults, children and network persons as they count here. */
export const isAdult = (story: Story, key: Key): boolean => (story.people[key]?.age ?? -1) >= 18
export const familyKeys = (story: Story): Key[] =>
  Object.entries(story.people)
    .filter(([, p]) => (p.role ?? 'family') === 'family')
    .map(([key]) => key)
