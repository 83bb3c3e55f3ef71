// Written by `npm run schema` from the migrated database. Do not edit.
import type { ColumnType, Generated } from 'kysely'

export type Timestamp = ColumnType<string, string | Date, string | Date>
export type Json = ColumnType<unknown, string, string>

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

export type CasePerson = {
  municipality_id: number
  id: Generated<number>
  case_id: number
  person_id: number
  role: string
  valid_from: string
  valid_until: string | null
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
}

export type Custody = {
  municipality_id: number
  id: Generated<number>
  child_id: number
  holder_id: number
  valid_from: string
  valid_until: string | null
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

export type Municipality = {
  municipality_id: number
  code: string
  name: string
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

export type ProjectRole = {
  municipality_id: number
  id: Generated<number>
  project_id: number
  staff_id: number
  role: string
  valid_from: string
  valid_until: string | null
}

export type RecordHistory = {
  municipality_id: number
  id: Generated<number>
  table_name: string
  record_id: number
  revision: number
  shelf_id: number
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
}

export type Tables = {
  assignment: Assignment
  audit_head: AuditHead
  audit_log: AuditLog
  audit_seal: AuditSeal
  break_glass: BreakGlass
  case_person: CasePerson
  closure: Closure
  consent: Consent
  consent_duration: ConsentDuration
  consent_signer: ConsentSigner
  custody: Custody
  department: Department
  disqualification: Disqualification
  draft: Draft
  family_case: FamilyCase
  household: Household
  household_member: HouseholdMember
  law_age: LawAge
  legal_basis: LegalBasis
  legal_basis_rule: LegalBasisRule
  municipality: Municipality
  pack_role: PackRole
  person: Person
  post: Post
  project: Project
  project_role: ProjectRole
  record_history: RecordHistory
  referral: Referral
  relation: Relation
  shield: Shield
  signer_rule: SignerRule
  staff: Staff
}
