// Written by `npm run schema` from the migrated database. Do not edit.
import type { ColumnType } from 'kysely'

/** Filled by the database when left out. */
export type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
export type Timestamp = ColumnType<string, string | Date, string | Date>
export type Json = ColumnType<unknown, string, string>

export type Absence = {
  municipality_id: number
  id: Generated<number>
  staff_id: number
  substitute_id: number | null
  valid_from: string
  valid_until: string | null
  words: string | null
  reported_by: number
  reported_at: Timestamp
  ended_at: Timestamp | null
  ended_by: number | null
  until_before: string | null
  taken_back_at: Timestamp | null
}

export type AbsenceCover = {
  municipality_id: number
  id: Generated<number>
  absence_id: number
  case_id: number
  assignment_id: number
  staff_id: number
  role: string
  how: string
  by_staff_id: number | null
  stand_in_id: number | null
  valid_from: string
  valid_until: string | null
  words: string | null
  until_before: string | null
  taken_back_at: Timestamp | null
}

export type Activity = {
  municipality_id: number
  id: Generated<number>
  what: Generated<string>
  goal_id: number | null
  offer: Generated<string>
  provider: Generated<string>
  place: Generated<string>
  rhythm: string
  weekdays: Generated<number[]>
  time_from: string | null
  time_to: string | null
  start_on: string | null
  end_on: string | null
  minutes_per_week: number | null
  takes_part: number[]
  offer_unknown_until: string | null
  provider_unknown_until: string | null
  start_unknown_until: string | null
  end_unknown_until: string | null
  hours_unknown_until: string | null
  dropped_on: string | null
  dropped_reason: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
  measure_kind: Generated<string>
  travel_minutes: number | null
  own_minutes: Generated<Json>
  breaks: Generated<Json>
  after_id: number | null
  needs_approval: Generated<boolean>
}

export type Address = {
  municipality_id: number
  id: Generated<number>
  street: string
  postcode: Generated<string>
  city: Generated<string>
  protected: Generated<boolean>
  valid_from: string
  valid_until: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type AddressProtection = {
  municipality_id: number
  id: Generated<number>
  person_id: number
  valid_from: string
  valid_until: string | null
}

export type Agreement = {
  municipality_id: number
  id: Generated<number>
  what: string
  owner_person: number | null
  owner_staff: number | null
  owner_name: string | null
  due_on: string
  goal_id: number | null
  meeting_id: number | null
  heard_by: Generated<string>
  kept_on: string | null
  dropped_on: string | null
  dropped_reason: string | null
  marks: Generated<Json>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type AssessmentExpert = {
  municipality_id: number
  id: Generated<number>
  role: string
  name: string
  about: Generated<string>
  took_part_on: string
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type AssessmentForm = {
  municipality_id: number
  id: Generated<number>
  person_id: number
  kind: string
  answers: Generated<Json>
  levels: Generated<Json>
  conclusion: Generated<string>
  concluded_on: string | null
  authority: Generated<string>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type Assignment = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  staff_id: number
  role: string
  sector: string
  does_what: Generated<string>
  valid_from: string
  valid_until: string | null
  created_by: number | null
}

export type AttainmentRating = {
  municipality_id: number
  id: Generated<number>
  scale_id: number
  rated_on: string
  level: number
  said_by: string
  words: Generated<string>
  undone: Generated<boolean>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type Attendance = {
  municipality_id: number
  id: Generated<number>
  person_id: number
  spell_id: number
  month: string
  unit: string
  present: number
  planned: number | null
  lawful: number | null
  unlawful: number | null
  how: string
  source: Generated<string>
  confirmed: Generated<boolean>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type AuditHead = {
  municipality_id: number
  seq: number
  hash: Buffer
}

export type AuditLog = {
  municipality_id: number
  seq: number
  at: Timestamp
  actor_kind: string
  actor_id: number
  event: string
  outcome: string
  case_id: number | null
  person_ids: number[]
  shelf_ids: number[]
  bases: string[]
  details: Json
  search_terms: Buffer | null
  request_id: string | null
  previous_hash: Buffer
  hash: Buffer
}

export type AuditSeal = {
  municipality_id: number
  seq: number
  hash: Buffer
  rows: number
  sealed_at: Timestamp
  removed_at: Timestamp | null
}

export type BlockedPeriod = {
  municipality_id: number
  id: Generated<number>
  from_day: string
  until_day: string
  why: string
  words: Generated<string>
  dropped_on: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type BreakGlass = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  staff_id: number
  reason: string
  granted_at: Timestamp
  until: Timestamp
  hidden_paragraph: string | null
  hidden_reason: string | null
  hidden_until: string | null
}

export type Briefing = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  held_at: Timestamp
  held_by: number
  taken_back_at: Timestamp | null
}

export type CalendarFeed = {
  municipality_id: number
  id: Generated<number>
  kind: string
  actor_id: number
  secret_hash: Buffer
  name: string
  created_at: Timestamp
  last_read_at: Timestamp | null
  revoked_at: Timestamp | null
}

export type CasePerson = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  person_id: number
  role: string
  valid_from: string
  valid_until: string | null
}

export type Challenge = {
  municipality_id: number
  id: Generated<number>
  person_id: number
  month: string
  code: string
  words: Generated<string>
  withdrawn_on: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type Closure = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  closed_at: Timestamp
  reason: string
  closed_by: number | null
  reopened_at: Timestamp | null
  reopen_reason: string | null
  left_on: string | null
  portal_until: string | null
}

export type ComparisonFigure = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  comparison_group: string
  measure: string
  after_months: number
  people: number
  mean_before: number
  mean_after: number
  sd_change: number | null
  source: string
  made_at: Timestamp
  made_by: number
  replaced_by: number | null
}

export type Concern = {
  municipality_id: number
  id: Generated<number>
  author_staff_id: number
  danger: boolean
  content: Buffer
  content_key: string
  reported_at: Timestamp
  assess_by: Timestamp
  remind_at: Timestamp
  receipt_by: string
}

export type ConcernAddition = {
  municipality_id: number
  id: Generated<number>
  concern_id: number
  author_staff_id: number
  content: Buffer
  content_key: string
  added_at: Timestamp
}

export type ConcernAssessment = {
  municipality_id: number
  id: Generated<number>
  concern_id: number
  assessed_by: number
  result: string
  content: Buffer
  content_key: string
  assessed_at: Timestamp
}

export type ConcernChild = {
  municipality_id: number
  id: Generated<number>
  concern_id: number
  case_id: number | null
  person_id: number | null
  cpr_hash: Buffer | null
}

export type ConcernMail = {
  municipality_id: number
  id: Generated<number>
  concern_id: number
  kind: string
  address: string
  secure: boolean
  planned_at: Timestamp
  claimed_at: Timestamp | null
  attempts: Generated<number>
  sent_at: Timestamp | null
  held_at: Timestamp | null
  failed_at: Timestamp | null
  error: string | null
}

export type ConcernReceipt = {
  municipality_id: number
  id: Generated<number>
  concern_id: number
  sent_by: number
  content: Buffer
  content_key: string
  sent_at: Timestamp
}

export type ConcernReminder = {
  municipality_id: number
  id: Generated<number>
  concern_id: number
  step: string
  reminded_at: Timestamp
}

export type Consent = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  subject_id: number
  purpose: string
  template: string | null
  from_sectors: string[]
  to_sectors: string[]
  categories: string[]
  wording: Generated<string>
  valid_from: string
  valid_until: string | null
  given_how: string
  witness: string | null
  language: Generated<string>
  interpreter: Generated<boolean>
  read_aloud: Generated<boolean>
  created_at: Generated<Timestamp>
  created_by: Generated<Json>
  withdrawn_at: Timestamp | null
  withdrawn_by: number | null
  withdrawn_via: string | null
  withdrawn_registered_by: Json | null
  renews: number | null
  health_agreement: Generated<string>
}

export type ConsentDuration = {
  municipality_id: number
  id: Generated<number>
  from_sector: string
  months: number
  valid_from: string
  valid_until: string | null
}

export type ConsentSigner = {
  municipality_id: number
  id: Generated<number>
  consent_id: number
  signer_id: number
  asked_at: Timestamp | null
  asked_channel: string | null
  signed_at: Timestamp | null
  signed_how: string | null
  registered_by: Json | null
  refused_at: Timestamp | null
  attempt1_on: string | null
  attempt2_on: string | null
  no_contact_reason: string | null
  case_id: Generated<number>
  subject_id: Generated<number>
  witness: string | null
  language: string | null
  interpreter: Generated<boolean>
  read_aloud: Generated<boolean>
}

export type ContactDetail = {
  municipality_id: number
  id: Generated<number>
  phone: Generated<string>
  email: Generated<string>
  preferred_channel: Generated<string>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type CoordinationPurpose = {
  municipality_id: number
  id: Generated<number>
  what_for: string
  aim: string
  written_on: string
  written_with: Generated<number[]>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type CoordinationTime = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  staff_id: number
  minutes_per_week: number
  agreed_with: string
  valid_from: string
  created_at: Timestamp
}

export type Custody = {
  municipality_id: number
  id: Generated<number>
  child_id: number
  holder_id: number
  valid_from: string
  valid_until: string | null
}

export type DayMail = {
  municipality_id: number
  id: Generated<number>
  staff_id: number
  wanted: boolean
  set_at: Timestamp
}

export type DemoLogin = {
  municipality_id: number
  username: string
  kind: string
  staff_id: number | null
  person_id: number | null
  description_da: Generated<string>
  description_en: Generated<string>
  sort: Generated<number>
}

export type Department = {
  municipality_id: number
  id: Generated<number>
  code: string
  name: string
  sector: string
  phone: string | null
  email: string | null
  street: string | null
  note: string | null
  valid_from: Generated<string>
  valid_until: string | null
}

export type DepartmentHistory = {
  municipality_id: number
  id: Generated<number>
  department_id: number
  changed_at: Timestamp
  changed_by: Json
  row_before: Json
}

export type DepartmentSuccessor = {
  municipality_id: number
  id: Generated<number>
  department_id: number
  successor_id: number
  on_date: string
}

export type Disqualification = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  staff_id: number
  kind: string
  valid_from: Timestamp
  ended_at: Timestamp | null
  by_person: number | null
}

export type Draft = {
  municipality_id: number
  actor_kind: string
  actor_id: number
  form: string
  content: Buffer
  saved_at: Timestamp
}

export type ExitItem = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  closure_id: number
  kind: string
  ref: number
  outcome: string
  staff_id: number | null
  name: Generated<string>
  due: string | null
  changed: Generated<Json>
}

export type ExitStatement = {
  municipality_id: number
  id: Generated<number>
  person_id: number | null
  left_on: string
  words: string
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type ExitStep = {
  municipality_id: number
  id: Generated<number>
  plan_id: number
  kind: string
  on_date: string
  what: string
  who: Generated<string>
  contact: Generated<string>
  checked_on: string | null
  ready: string | null
  ready_words: Generated<string>
  dropped_on: string | null
  dropped_reason: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type ExpectedEnd = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  ends_on: string | null
  reason: Generated<string>
  set_on: string
  set_by: number
}

export type ExtractDelivery = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  month: string
  mark: string
  basis: string
  format: number
  made_at: Timestamp
  made_by: number
  key: Buffer | null
  key_destroyed_at: Timestamp | null
  file: Buffer
  sha256: string
  families: number
  people: number
  left_out: number
  contents: Json
  withdrawn_at: Timestamp | null
}

export type FactHistory = {
  municipality_id: number
  id: Generated<number>
  table_name: string
  row_id: number
  person_id: number | null
  case_id: number | null
  changed_at: Timestamp
  changed_by: Json
  row_before: Json
}

export type FamilyCase = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  number: string
  name: string
  guarded: Generated<boolean>
  created_at: Generated<Timestamp>
  revision: Generated<number>
}

export type FamilyPlan = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  created_at: Timestamp
  goal_order: Generated<number[]>
  next_follow_up_on: string | null
  focus_goals: Generated<number[]>
}

export type FamilyYes = {
  municipality_id: number
  id: Generated<number>
  said_to: string
  said_on: string
  channel: string
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type Filing = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  kind: string
  record_id: number
  revision: number
  shelf_id: number
  sector: string
  staff_id: number
  theme: string
  sent_by: number
  sent_at: Timestamp
  due: string
  taken_back_at: Timestamp | null
}

export type FilingReceipt = {
  municipality_id: number
  id: Generated<number>
  filing_id: number
  system: string
  number: string
  filed_on: string
  written_by: number
  written_at: Timestamp
}

export type Goal = {
  municipality_id: number
  id: Generated<number>
  title: Generated<string>
  kind: string
  level: number
  parent_id: number | null
  hope_id: number | null
  measure: Generated<string>
  dropped_on: string | null
  dropped_reason: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
  from_note_id: number | null
  owner_person_id: number | null
  owner_staff_id: number | null
  aim: string | null
  start_value: number | null
  target_value: number | null
  unit: Generated<string>
  start_on: string | null
  end_on: string | null
  look_on: string | null
  law_area: string | null
  sector_plan_id: number | null
}

export type GoalAttainment = {
  municipality_id: number
  id: Generated<number>
  goal_id: number
  levels: string[]
  weight: Generated<number>
  baseline: number
  agreed_on: string
  dropped_on: string | null
  dropped_reason: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type GoalBasis = {
  municipality_id: number
  snapshot_id: number
  units: Json
}

export type GoalMeasure = {
  municipality_id: number
  id: Generated<number>
  goal_id: number
  person_id: number
  measure: string
  from_on: string | null
  ended_on: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type GoalSnapshot = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  month: string
  audience: string
  goal: string
  figures: Json
  published_at: Generated<Timestamp>
}

export type Handover = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  from_staff_id: number
  to_staff_id: number
  takes_over_on: string
  reason: string
  planned_by: number
  planned_at: Timestamp
  from_assignment_id: number
  from_until: string | null
  to_assignment_id: number
  meanwhile_assignment_id: number | null
  meanwhile_until: string | null
  told_people: Generated<number[]>
  cancelled_at: Timestamp | null
  cancelled_by: number | null
}

export type HandoverTick = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  handover_id: number
  item: string
  side: string
  ticked_by: number
  ticked_on: string
  taken_back_at: Timestamp | null
}

export type Hope = {
  municipality_id: number
  id: Generated<number>
  person_id: number | null
  words: string
  dropped_on: string | null
  dropped_reason: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
  from_note_id: number | null
}

export type Household = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  name: Generated<string>
  valid_from: string
  valid_until: string | null
}

export type HouseholdMember = {
  municipality_id: number
  id: Generated<number>
  household_id: number
  case_id: number
  person_id: number
  valid_from: string
  valid_until: string | null
}

export type Inquiry = {
  municipality_id: number
  id: Generated<number>
  form: string
  to_sector: string
  department_id: number | null
  staff_id: number | null
  recipient: string
  channel: string
  asks_category: string
  names: Generated<string>
  questions: Json
  message: Generated<string>
  sent_on: string
  reply_by: string
  cancelled_on: string | null
  cancelled_reason: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type InquiryAnswer = {
  municipality_id: number
  id: Generated<number>
  inquiry_id: number
  person_id: number
  answers: Json
  answered_on: string
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type InquiryLink = {
  municipality_id: number
  id: Generated<number>
  inquiry_id: number
  case_id: number
  token_hash: Buffer
  address: string
  code_by: string
  code_address: string | null
  code_hashes: string[]
  created_at: Timestamp
  created_by: number
  expires_at: Timestamp
  revoked_at: Timestamp | null
  wrong_codes: Generated<number>
  most_wrong: number
  opened_at: Timestamp | null
  confirmed_at: Timestamp | null
  secret_hash: Buffer | null
  secret_until: Timestamp | null
  draft: Buffer | null
  draft_saved_at: Timestamp | null
  answered_at: Timestamp | null
}

export type InquiryReminder = {
  municipality_id: number
  id: Generated<number>
  inquiry_id: number
  case_id: number
  reminded_on: string
  how: string
}

export type InstrumentScore = {
  municipality_id: number
  id: Generated<number>
  person_id: number
  instrument: string
  version: string
  form: string
  informant: string
  informant_person: number | null
  informant_name: Generated<string>
  answered_on: string
  filled: string
  answers: Json | null
  scores: Json
  algorithm: string
  norm_set: string | null
  norm_version: string | null
  norm_group: Generated<string>
  bands: Generated<Json>
  undone: Generated<boolean>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type IntakeDecision = {
  municipality_id: number
  id: Generated<number>
  screening_id: number | null
  decided_on: string
  decision: string
  computed: string
  pack: string
  pack_version: string
  present: number[]
  reasons: string
  deviation_reason: Generated<string>
  no_hearing_reason: Generated<string>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type IntakeHearing = {
  municipality_id: number
  id: Generated<number>
  sent_on: string
  answer_by: string
  reasons: string
  answered_on: string | null
  answer: Generated<string>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type IntakeLetter = {
  municipality_id: number
  id: Generated<number>
  template: string
  locale: string
  written_on: string
  title: string
  body: string
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type IntakeMeeting = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  held_on: string
  place: Generated<string>
  called_by: number
}

export type IntakeMeetingCase = {
  municipality_id: number
  id: Generated<number>
  meeting_id: number
  case_id: number
  position: number
  taken_off_on: string | null
}

export type IntakeRecommendation = {
  municipality_id: number
  id: Generated<number>
  meeting_id: number
  question: Generated<string>
  recommendation: Generated<string>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type IntakeSeat = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  function: string
  staff_id: number | null
  name: Generated<string>
  comes_from: Generated<string>
  valid_from: string
  valid_until: string | null
}

export type Invitation = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  meeting_id: number
  participant_id: number
  channel: string
  method: string
  sequence: number
  state: string
  told: Generated<Json>
  planned_at: Timestamp
  reminded_at: Timestamp | null
  answer: string | null
  answered_at: Timestamp | null
}

export type LawAge = {
  municipality_id: number
  id: Generated<number>
  code: string
  years: number
  valid_from: string
  valid_until: string | null
}

export type LegalBasis = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  subject_id: number
  paragraph: string
  from_sectors: string[]
  to_sectors: string[]
  categories: string[]
  valid_from: string
  valid_until: string
  reason: string
  registered_by: number
  registered_at: Generated<Timestamp>
  confirm_by: string
  confirmed_by: number | null
  confirmed_at: Timestamp | null
  ended_at: Timestamp | null
  hidden_paragraph: string | null
  hidden_reason: string | null
  hidden_until: string | null
  confirmer_id: number | null
}

export type LegalBasisRule = {
  municipality_id: number
  id: Generated<number>
  paragraph: string
  from_sectors: string[]
  to_sectors: string[]
  categories: string[]
  longest_days: number
  roles: string[]
  valid_from: string
  valid_until: string | null
}

export type LifeEvent = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  kind: string
  on_date: string
  person_ids: number[]
  changed: Generated<Json>
  made_at: Timestamp
  made_by: number
  undone_at: Timestamp | null
  undone_by: number | null
  undo_reason: string | null
}

export type LogbookEntry = {
  municipality_id: number
  id: Generated<number>
  kind: string
  on_date: string
  minutes: number | null
  words: string
  hidden_because: string | null
  meeting_id: number | null
  withdrawn_at: Timestamp | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type MeasureDecision = {
  municipality_id: number
  id: Generated<number>
  activity_id: number
  outcome: string
  decided_on: string
  decided_by: string
  reason: Generated<string>
  instead: Generated<string>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type MedicalDeclaration = {
  municipality_id: number
  id: Generated<number>
  person_id: number
  needed: boolean
  reason: string
  decided_on: string
  decided_by: string
  health_coordinator: Generated<string>
  scope: Generated<string>
  from_sector: string | null
  requested_of: Generated<string>
  requested_on: string | null
  received_on: string | null
  conclusion: Generated<string>
  authority: Generated<string>
  concluded_on: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type Meeting = {
  municipality_id: number
  id: Generated<number>
  kind: string
  starts_at: Timestamp
  minutes: number
  place: Generated<string>
  video_link: Generated<string>
  note: Generated<string>
  serves: Generated<Json>
  series_id: number | null
  uid: string
  sequence: Generated<number>
  invited_at: Timestamp | null
  cancelled_at: Timestamp | null
  cancelled_reason: string | null
  cancelled_words: Generated<string>
  began_at: Timestamp | null
  ended_at: Timestamp | null
  ended_by: number | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type MeetingAnswer = {
  municipality_id: number
  id: Generated<number>
  meeting_id: number
  participant_id: number
  answer: string
  reason: Generated<string>
  substitute: Generated<string>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type MeetingLink = {
  municipality_id: number
  id: Generated<number>
  participant_id: number
  case_id: number
  token_hash: Buffer
  code_hashes: string[]
  created_at: Timestamp
  revoked_at: Timestamp | null
  wrong_codes: Generated<number>
  most_wrong: number
  opened_at: Timestamp | null
  confirmed_at: Timestamp | null
  secret_hash: Buffer | null
  secret_until: Timestamp | null
}

export type MeetingParticipant = {
  municipality_id: number
  id: Generated<number>
  meeting_id: number
  person_id: number | null
  staff_id: number | null
  outside_name: string | null
  outside_role: Generated<string>
  outside_address: Generated<string>
  of_sector: string | null
  how: Generated<string>
  required_by: string | null
  wished_by: number | null
  companion_of: number | null
  interpreter_for: number | null
  booked_on: string | null
  booked_with: Generated<string>
  works_with: number | null
  slot_from: string | null
  slot_minutes: number | null
  contribution: Generated<string>
  contributed_on: string | null
  withdrawn_at: Timestamp | null
  withdrawn_reason: Generated<string>
  withdrawn_for: number | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type MeetingPoint = {
  municipality_id: number
  id: Generated<number>
  meeting_id: number
  position: number
  kind: string
  code: string | null
  title: string
  words: Generated<string>
  minutes: number | null
  raised_by_person: number | null
  raised_by_staff: number | null
  carried_from: number | null
  dropped_at: Timestamp | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type MeetingPreparation = {
  municipality_id: number
  id: Generated<number>
  meeting_id: number
  participant_id: number
  well: Generated<string>
  worries: Generated<string>
  offer: Generated<string>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type MeetingRoom = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  meeting_id: number
  key: Generated<string>
  pulse: Generated<number>
  point_id: number | null
  speaker_id: number | null
  speaking_since: Timestamp | null
  speaking_minutes: number | null
  opened_at: Timestamp
  over: Generated<boolean>
  revision: Generated<number>
}

export type MeetingSeries = {
  municipality_id: number
  id: Generated<number>
  kind: string
  every_months: number
  first_on: string
  ended_on: string | null
  ended_reason: Generated<string>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type MeetingWish = {
  municipality_id: number
  id: Generated<number>
  wished_by: number
  wished_on: string
  about_person: number | null
  about_staff: number | null
  answer: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type MeetingYes = {
  municipality_id: number
  id: Generated<number>
  meeting_id: number
  person_id: number
  said_on: string
  undone: Generated<boolean>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type MergeAnswer = {
  municipality_id: number
  id: Generated<number>
  suggestion: string
  keep_staff_id: number
  other_staff_ids: number[]
  answer: string
  why: string
  answered_on: string
  ends_on: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type Message = {
  municipality_id: number
  id: Generated<number>
  case_id: number | null
  person_id: number | null
  staff_id: number | null
  channel: string
  template: string
  locale: string
  subject: string
  body: Buffer
  key: string
  author_staff_id: number | null
  author_person_id: number | null
  planned_at: Timestamp
  claimed_at: Timestamp | null
  attempts: Generated<number>
  sent_at: Timestamp | null
  held_at: Timestamp | null
  failed_at: Timestamp | null
  cancelled_at: Timestamp | null
  error: string | null
  printed_by: number | null
  inquiry_link_id: number | null
  meeting_participant_id: number | null
  partner_link_id: number | null
}

export type MethodChoice = {
  municipality_id: number
  id: Generated<number>
  method: string
  reason: string
  chosen_on: string
  ended_on: string | null
  ended_reason: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type Minutes = {
  municipality_id: number
  id: Generated<number>
  meeting_id: number
  took_part: Generated<number[]>
  went_along_with: number | null
  plan_version: number | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type MinutesAnswer = {
  municipality_id: number
  id: Generated<number>
  version_id: number
  person_id: number | null
  staff_id: number | null
  answer: string
  words: Generated<string>
  released_at: Timestamp | null
  undone: Generated<boolean>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type MinutesPoint = {
  municipality_id: number
  id: Generated<number>
  minutes_id: number
  position: number
  kind: string
  title: Generated<string>
  words: Generated<string>
  dropped_at: Timestamp | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type MinutesSent = {
  municipality_id: number
  id: Generated<number>
  version_id: number
  participant_id: number
  sent_on: string
  how: string
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type MinutesVersion = {
  municipality_id: number
  id: Generated<number>
  minutes_id: number
  number: number
  made_on: string
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type MinutesVersionPoint = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  version_id: number
  point_id: number
  revision: number
  shelf_id: number
}

export type Municipality = {
  municipality_id: number
  code: string
  name: string
}

export type NeedScreening = {
  municipality_id: number
  id: Generated<number>
  person_id: number
  form: string
  pack_version: string
  screened_on: string
  answered_with: string
  answers: Json
  own_words: Generated<string>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type ObligationFact = {
  municipality_id: number
  id: Generated<number>
  what: string
  code: string
  person_id: number | null
  on_day: string
  every_weeks: number | null
  every_months: number | null
  reason: Generated<string>
  undone: Generated<boolean>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type ObligationServed = {
  municipality_id: number
  id: Generated<number>
  code: string
  person_id: number | null
  served_on: string
  due_on: string | null
  meeting_id: number | null
  conditions: Generated<string[]>
  note: Generated<string>
  undone: Generated<boolean>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type PackRole = {
  municipality_id: number
  id: Generated<number>
  kind: string
  role: string
  sector: string | null
  verbs: Generated<string[]>
  valid_from: string
  valid_until: string | null
}

export type PackState = {
  municipality_id: number
  id: Generated<number>
  code: string
  kind: string
  version: string
  content: Json
  base: Json
  note: Generated<string>
  made_at: Timestamp
  made_by: number | null
}

export type PartnerAnswer = {
  municipality_id: number
  id: Generated<number>
  survey_id: number
  answers: Json
  words: Generated<string>
}

export type PartnerLink = {
  municipality_id: number
  id: Generated<number>
  survey_id: number
  name: string
  kind: string
  address: string
  token_hash: Buffer
  answered: Generated<boolean>
}

export type PartnerSurvey = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  questions: Json
  opened_on: string
  closes_on: string
  closed_on: string | null
  least: number
  opened_by: number
}

export type Person = {
  municipality_id: number
  id: Generated<number>
  kind: Generated<string>
  first_name: string
  last_name: Generated<string>
  born: string | null
  due: string | null
  died: string | null
  language: Generated<string>
  interpreter: Generated<boolean>
  revision: Generated<number>
}

export type PersonCpr = {
  municipality_id: number
  id: Generated<number>
  cpr_encrypted: Buffer
  cpr_hash: Buffer
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type PersonShape = {
  municipality_id: number
  id: Generated<number>
  person_id: number
  shape: string
  set_at: Generated<Timestamp>
  set_by: Generated<Json>
}

export type PlaceOffer = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  case_id: number
  caseworker_id: number
  offered_on: string
  offered_by: number
  answer_by: string
  out_of_turn: Generated<string>
  answered_on: string | null
  answer: string | null
  answered_by: number | null
  reason: Generated<string>
  withdrawn_on: string | null
  withdrawn_by: number | null
  withdraw_reason: Generated<string>
}

export type PlanAgreement = {
  municipality_id: number
  id: Generated<number>
  version_id: number
  person_id: number
  answer: string | null
  words: Generated<string>
  heard_by: Generated<string>
  heard_on: string | null
  not_heard_reason: Generated<string>
  undone: Generated<boolean>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type PlanLetter = {
  municipality_id: number
  id: Generated<number>
  decision_id: number
  template: string
  locale: string
  written_on: string
  title: string
  body: string
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type PlanTerms = {
  municipality_id: number
  id: Generated<number>
  household_id: number | null
  how_followed: Generated<string>
  how_often: string | null
  next_on: string | null
  next_people: Generated<number[]>
  next_staff: Generated<number[]>
  next_others: Generated<string>
  next_goals: Generated<number[]>
  if_otherwise: Generated<string>
  who_calls: Generated<string>
  reopened_when: Generated<string>
  registered_by: Generated<string>
  registered_what: Generated<string>
  registered_often: Generated<string>
  registered_channel: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
  think_over: Generated<string>
}

export type PlanVersion = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  plan_id: number
  number: number
  made_at: Timestamp
  made_by: Json
  agreed_on: string
  at_meeting: boolean
  next_follow_up_on: string | null
  goal_order: number[]
  focus_goals: Generated<number[]>
  recommended_by: string | null
  approved_by: string | null
  present: Generated<string>
}

export type PlanVersionRecord = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  version_id: number
  table_name: string
  record_id: number
  revision: number
  shelf_id: number
}

export type PlannedExit = {
  municipality_id: number
  id: Generated<number>
  expected_on: string
  reason: Generated<string>
  words: Generated<string>
  dropped_on: string | null
  dropped_reason: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type Post = {
  municipality_id: number
  id: Generated<number>
  staff_id: number
  department_id: number
  role: string
  full_time: boolean | null
  valid_from: string
  valid_until: string | null
}

export type PostUnit = {
  municipality_id: number
  id: Generated<number>
  post_id: number
  department_id: number
  manager_id: number | null
  valid_from: string
  valid_until: string | null
}

export type PrinciplesAgreed = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  agreed_on: string
  agreed_by: string
  written_by: number
}

export type ProgressionBegun = {
  municipality_id: number
  project_id: number
  indicator: string
  intake_month: string
  n: number
}

export type ProgressionRollup = {
  municipality_id: number
  project_id: number
  indicator: string
  month: number
  n: number
  up: number
  down: number
  above_zero: number
  amount_sum: string
  change_sum: string
  change_squares: string
  late: number
}

export type ProgressionStanding = {
  municipality_id: number
  case_id: number
  person_id: number
  indicator: string
  project_id: number
  intake_month: string
  baseline_month: number
  baseline: string
  months: number[]
  amounts: string[]
}

export type ProgressionValue = {
  municipality_id: number
  id: Generated<number>
  person_id: number
  indicator: string
  month: string
  number: number | null
  second: number | null
  choice: string | null
  how: string
  judged_month: string
  source: Generated<string>
  confirmed: Generated<boolean>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type Project = {
  municipality_id: number
  id: Generated<number>
  code: string
  name: string
  pack: string
  capacity: number | null
  valid_from: string
  valid_until: string | null
}

export type ProjectMethod = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  method: string
  reason: string
  chosen_by: number
  chosen_on: string
  ended_on: string | null
  ended_reason: string | null
}

export type ProjectReach = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  department_id: number
  contact_id: number | null
  valid_from: string
  valid_until: string | null
}

export type ProjectRole = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  staff_id: number
  role: string
  valid_from: string
  valid_until: string | null
  full_time: boolean | null
}

export type QuestionWithoutIdentity = {
  municipality_id: number
  id: Generated<number>
  department_id: number
  asked_by: number
  asked_at: Timestamp
  question: string
  answered_by: number | null
  answered_at: Timestamp | null
  answer: Generated<string>
}

export type Rating = {
  municipality_id: number
  id: Generated<number>
  person_id: number
  question: string
  value: number
  words: Generated<string>
  rated_on: string
  month: string
  how: string
  undone: Generated<boolean>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type ReasonedOpening = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  staff_id: number
  category: string
  reason: string
  opened_at: Timestamp
  until: Timestamp
}

export type Reassessment = {
  municipality_id: number
  id: Generated<number>
  screening_id: number
  opened_on: string
  decided_on: string | null
  decision: string | null
  present: Generated<number[]>
  reasons: Generated<string>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type RecordHistory = {
  municipality_id: number
  id: Generated<number>
  table_name: string
  record_id: number
  revision: number
  shelf_id: number
  shelf_now: number
  changed_at: Timestamp
  changed_by: Json
  row_before: Json
}

export type Referral = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  referred_by: number
  sector: string
  referred_at: Generated<Timestamp>
  yes_on: string
  yes_form: string
  reason: string
  decided_at: Timestamp | null
  decision: string | null
  intake_on: string | null
}

export type ReferralNote = {
  municipality_id: number
  id: Generated<number>
  note: string
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type RegisterImport = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  mapping: string
  pack_version: string
  file_name: string
  file_hash: Buffer
  imported_at: Timestamp
  imported_by: number | null
  row_count: number
  bad: number
  unknown: number
  written: Generated<number>
  replaced: Generated<number>
  unchanged: Generated<number>
  kept: Generated<number>
}

export type RegistrationMonth = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  month: string
  finished_at: Timestamp | null
  finished_by: number | null
}

export type Relation = {
  municipality_id: number
  id: Generated<number>
  person_id: number
  other_id: number
  kind: string
  label: Generated<string>
  valid_from: string | null
  valid_until: string | null
}

export type RoomEdit = {
  municipality_id: number
  id: Generated<number>
  meeting_id: number
  key: string
  actor_kind: string
  actor_id: number
  done_at: Timestamp
  result: Json
}

export type RoomNote = {
  municipality_id: number
  id: Generated<number>
  meeting_id: number
  point_id: number | null
  participant_id: number | null
  kind: string
  words: Generated<string>
  value: number | null
  key: string
  taken_back_at: Timestamp | null
  returned_in: number | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type RoomPresence = {
  municipality_id: number
  id: Generated<number>
  meeting_id: number
  participant_id: number
  came_at: Timestamp
  left_at: Timestamp | null
  went_along_with: number | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type RoomReader = {
  municipality_id: number
  id: Generated<number>
  meeting_id: number
  screen: string
  actor_kind: string
  actor_id: number
  shelf_ids: number[]
  logged_at: Timestamp
}

export type Screening = {
  municipality_id: number
  id: Generated<number>
  pack: string
  pack_version: string
  screened_on: string
  note: Generated<string>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type ScreeningAnswer = {
  municipality_id: number
  id: Generated<number>
  screening_id: number
  criterion: string
  answer: string | null
  evidence: Generated<string>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type ScreeningRound = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  district: string
  sector: string
  opened_on: string
  opened_by: number
  closed_on: string | null
  closed_by: number | null
}

export type SectorPlan = {
  municipality_id: number
  id: Generated<number>
  kind: string
  title: Generated<string>
  law_area: string
  paragraph: string
  authority_department_id: number | null
  caseworker_staff_id: number | null
  caseworker_name: Generated<string>
  decided_on: string | null
  valid_from: string | null
  valid_until: string | null
  next_follow_up_on: string | null
  contents: Generated<Json>
  rests_on_holistic: Generated<boolean>
  not_needed_reason: Generated<string>
  dropped_on: string | null
  dropped_reason: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type SectorPlanCopy = {
  municipality_id: number
  id: Generated<number>
  plan_id: number
  target: string
  copied_on: string
  hashes: Json
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type SectorPlanFile = {
  municipality_id: number
  id: Generated<number>
  plan_id: number
  name: string
  size: number
  sha256: string
  content: Buffer
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type Service = {
  municipality_id: number
  id: Generated<number>
  department_id: number
  name: string
  what: Generated<string>
  how_to_reach: Generated<string>
  valid_from: string
  valid_until: string | null
}

export type SharedDocumentRule = {
  municipality_id: number
  id: Generated<number>
  document: string
  with_sectors: string[]
  how: string
  kept_where: Generated<string>
  ended_on: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type Shelf = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  sector: string
  category: string
  visibility: string
  household_shared: boolean
  shielded_from: number[]
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
}

export type Shield = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  person_a: number
  person_b: number
  valid_from: string
  valid_until: string | null
  reason: string
  set_by: number
  lifted_at: Timestamp | null
  lifted_by: number | null
  lift_reason: string | null
}

export type ShortlistLine = {
  municipality_id: number
  id: Generated<number>
  round_id: number
  sector: string
  own_number: string
  answers: Generated<Json>
  soft_grounds: Generated<string[]>
  note: Generated<string>
  listed_on: string
  listed_by: number
  revision: Generated<number>
}

export type ShortlistStep = {
  municipality_id: number
  id: Generated<number>
  line_id: number
  sector: string
  kind: string
  on_date: string
  reason: Generated<string>
  yes_form: string | null
  case_id: number | null
  by_staff: number
}

export type SignerRule = {
  municipality_id: number
  id: Generated<number>
  purpose: string
  category: string
  age_from: number
  age_until: number
  rule: string
  valid_from: string
  valid_until: string | null
}

export type SituationNote = {
  municipality_id: number
  id: Generated<number>
  person_id: number | null
  part: string
  aspect: string | null
  words: string
  labels: Generated<string[]>
  levels: Generated<Json>
  follow: Generated<boolean>
  heard_by: Generated<string>
  heard_on: string | null
  quoted_authority: string | null
  quoted_on: string | null
  dropped_on: string | null
  dropped_reason: string | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type SituationScale = {
  municipality_id: number
  id: Generated<number>
  person_id: number
  value: number
  said_by_person: number | null
  said_by: Generated<string>
  said_on: string
  not_lower: Generated<string>
  one_up: Generated<string>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
  undone: Generated<boolean>
}

export type SituationVersionRecord = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  version_id: number
  table_name: string
  record_id: number
  revision: number
  shelf_id: number
}

export type Spell = {
  municipality_id: number
  id: Generated<number>
  person_id: number
  kind: string
  status: Generated<string>
  what: Generated<string>
  place: Generated<string>
  minutes_per_week: number | null
  started_on: string
  ended_on: string | null
  end_reason: Generated<string>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
  end_code: Generated<string>
  source: Generated<string>
}

export type SpotCheck = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  month: string
  drawn_at: Timestamp
}

export type SpotCheckItem = {
  municipality_id: number
  id: Generated<number>
  spot_check_id: number
  seq: number
  case_id: number
  staff_id: number
  day: string
  look_ups: number
  events: string[]
  bases: string[]
  reason: string
  verdict: string | null
  note: Generated<string>
  reviewed_at: Timestamp | null
  reviewed_by: number | null
}

export type Staff = {
  municipality_id: number
  id: Generated<number>
  username: string
  name: string
  title: Generated<string>
  email: string | null
  phone: string | null
  person_id: number | null
  subject: string | null
  closed_at: Timestamp | null
  closed_reason: string | null
  last_sign_in_at: Timestamp | null
  created_at: Generated<Timestamp>
  reopened_at: Timestamp | null
}

export type StaffCard = {
  municipality_id: number
  id: Generated<number>
  staff_id: number
  hours: Generated<string>
  outside_hours: Generated<string>
  set_at: Timestamp
  set_by: number
}

export type StaffPhoto = {
  municipality_id: number
  id: Generated<number>
  staff_id: number
  mime: string | null
  bytes: Buffer | null
  hash: string | null
  set_at: Timestamp
  set_by: number
}

export type Staffing = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  function: string
  staff_id: number | null
  minutes_per_week: number | null
  note: Generated<string>
  valid_from: string
  valid_until: string | null
}

export type StandingSubstitute = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  staff_id: number
  substitute_id: number
  valid_from: string
  valid_until: string | null
}

export type Task = {
  municipality_id: number
  id: Generated<number>
  case_id: number | null
  for_role: string | null
  for_staff: number | null
  code: string
  due: string | null
  data: Generated<Json>
  created_at: Generated<Timestamp>
  done_at: Timestamp | null
  done_by: number | null
  later_on: string | null
}

export type ThreadMessage = {
  municipality_id: number
  id: Generated<number>
  person_id: number | null
  household_id: number | null
  words: string
  withdrawn_at: Timestamp | null
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type ThreadReceipt = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  message_id: number
  staff_id: number | null
  person_id: number | null
  seen_at: Timestamp
}

export type ThreadStep = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  message_id: number
  kind: string
  to_staff_id: number | null
  to_name: Generated<string>
  by_staff_id: number | null
  on_date: string
  made_at: Timestamp
}

export type Tie = {
  municipality_id: number
  id: Generated<number>
  said_by: number
  said_on: string
  from_person: number
  to_person: number | null
  to_staff: number | null
  to_spell: number | null
  strength: string | null
  strained: Generated<boolean>
  words: Generated<string>
  case_id: number
  sector: string
  category: string
  visibility: string
  shielded_from: Generated<number[]>
  household_shared: Generated<boolean>
  subjects: number[]
  author_staff_id: number | null
  author_person_id: number | null
  stated_by_name: string | null
  stated_by_sector: string | null
  stated_on: string | null
  stated_channel: string | null
  on_behalf_of_person: number | null
  on_behalf_channel: string | null
  on_behalf_on: string | null
  shelf_id: Generated<number>
  revision: Generated<number>
  created_at: Generated<Timestamp>
  replaces: number | null
  replaced_by: number | null
  late_marked: Generated<boolean>
}

export type WaitingMove = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  sort_key: number
  reason: string
  moved_on: string
  moved_by: number
}

export type WaitingReview = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  held_on: string
  held_by: number
}

export type WaitingReviewLine = {
  municipality_id: number
  id: Generated<number>
  review_id: number
  case_id: number
  outcome: string
  note: Generated<string>
}

export type Tables = {
  absence: Absence
  absence_cover: AbsenceCover
  activity: Activity
  address: Address
  address_protection: AddressProtection
  agreement: Agreement
  assessment_expert: AssessmentExpert
  assessment_form: AssessmentForm
  assignment: Assignment
  attainment_rating: AttainmentRating
  attendance: Attendance
  audit_head: AuditHead
  audit_log: AuditLog
  audit_seal: AuditSeal
  blocked_period: BlockedPeriod
  break_glass: BreakGlass
  briefing: Briefing
  calendar_feed: CalendarFeed
  case_person: CasePerson
  challenge: Challenge
  closure: Closure
  comparison_figure: ComparisonFigure
  concern: Concern
  concern_addition: ConcernAddition
  concern_assessment: ConcernAssessment
  concern_child: ConcernChild
  concern_mail: ConcernMail
  concern_receipt: ConcernReceipt
  concern_reminder: ConcernReminder
  consent: Consent
  consent_duration: ConsentDuration
  consent_signer: ConsentSigner
  contact_detail: ContactDetail
  coordination_purpose: CoordinationPurpose
  coordination_time: CoordinationTime
  custody: Custody
  day_mail: DayMail
  demo_login: DemoLogin
  department: Department
  department_history: DepartmentHistory
  department_successor: DepartmentSuccessor
  disqualification: Disqualification
  draft: Draft
  exit_item: ExitItem
  exit_statement: ExitStatement
  exit_step: ExitStep
  expected_end: ExpectedEnd
  extract_delivery: ExtractDelivery
  fact_history: FactHistory
  family_case: FamilyCase
  family_plan: FamilyPlan
  family_yes: FamilyYes
  filing: Filing
  filing_receipt: FilingReceipt
  goal: Goal
  goal_attainment: GoalAttainment
  goal_basis: GoalBasis
  goal_measure: GoalMeasure
  goal_snapshot: GoalSnapshot
  handover: Handover
  handover_tick: HandoverTick
  hope: Hope
  household: Household
  household_member: HouseholdMember
  inquiry: Inquiry
  inquiry_answer: InquiryAnswer
  inquiry_link: InquiryLink
  inquiry_reminder: InquiryReminder
  instrument_score: InstrumentScore
  intake_decision: IntakeDecision
  intake_hearing: IntakeHearing
  intake_letter: IntakeLetter
  intake_meeting: IntakeMeeting
  intake_meeting_case: IntakeMeetingCase
  intake_recommendation: IntakeRecommendation
  intake_seat: IntakeSeat
  invitation: Invitation
  law_age: LawAge
  legal_basis: LegalBasis
  legal_basis_rule: LegalBasisRule
  life_event: LifeEvent
  logbook_entry: LogbookEntry
  measure_decision: MeasureDecision
  medical_declaration: MedicalDeclaration
  meeting: Meeting
  meeting_answer: MeetingAnswer
  meeting_link: MeetingLink
  meeting_participant: MeetingParticipant
  meeting_point: MeetingPoint
  meeting_preparation: MeetingPreparation
  meeting_room: MeetingRoom
  meeting_series: MeetingSeries
  meeting_wish: MeetingWish
  meeting_yes: MeetingYes
  merge_answer: MergeAnswer
  message: Message
  method_choice: MethodChoice
  minutes: Minutes
  minutes_answer: MinutesAnswer
  minutes_point: MinutesPoint
  minutes_sent: MinutesSent
  minutes_version: MinutesVersion
  minutes_version_point: MinutesVersionPoint
  municipality: Municipality
  need_screening: NeedScreening
  obligation_fact: ObligationFact
  obligation_served: ObligationServed
  pack_role: PackRole
  pack_state: PackState
  partner_answer: PartnerAnswer
  partner_link: PartnerLink
  partner_survey: PartnerSurvey
  person: Person
  person_cpr: PersonCpr
  person_shape: PersonShape
  place_offer: PlaceOffer
  plan_agreement: PlanAgreement
  plan_letter: PlanLetter
  plan_terms: PlanTerms
  plan_version: PlanVersion
  plan_version_record: PlanVersionRecord
  planned_exit: PlannedExit
  post: Post
  post_unit: PostUnit
  principles_agreed: PrinciplesAgreed
  progression_begun: ProgressionBegun
  progression_rollup: ProgressionRollup
  progression_standing: ProgressionStanding
  progression_value: ProgressionValue
  project: Project
  project_method: ProjectMethod
  project_reach: ProjectReach
  project_role: ProjectRole
  question_without_identity: QuestionWithoutIdentity
  rating: Rating
  reasoned_opening: ReasonedOpening
  reassessment: Reassessment
  record_history: RecordHistory
  referral: Referral
  referral_note: ReferralNote
  register_import: RegisterImport
  registration_month: RegistrationMonth
  relation: Relation
  room_edit: RoomEdit
  room_note: RoomNote
  room_presence: RoomPresence
  room_reader: RoomReader
  screening: Screening
  screening_answer: ScreeningAnswer
  screening_round: ScreeningRound
  sector_plan: SectorPlan
  sector_plan_copy: SectorPlanCopy
  sector_plan_file: SectorPlanFile
  service: Service
  shared_document_rule: SharedDocumentRule
  shelf: Shelf
  shield: Shield
  shortlist_line: ShortlistLine
  shortlist_step: ShortlistStep
  signer_rule: SignerRule
  situation_note: SituationNote
  situation_scale: SituationScale
  situation_version_record: SituationVersionRecord
  spell: Spell
  spot_check: SpotCheck
  spot_check_item: SpotCheckItem
  staff: Staff
  staff_card: StaffCard
  staff_photo: StaffPhoto
  staffing: Staffing
  standing_substitute: StandingSubstitute
  task: Task
  thread_message: ThreadMessage
  thread_receipt: ThreadReceipt
  thread_step: ThreadStep
  tie: Tie
  waiting_move: WaitingMove
  waiting_review: WaitingReview
  waiting_review_line: WaitingReviewLine
}
