import type { CaseRole } from '#app/families/families.ts'
import type { Basis, LedgerConsent } from './consent.ts'
import type { Foreseen } from './foresight.ts'
import type { TemplateKind } from './templates.ts'

/* What the pages of consent show: shapes only, for queries and components. */

export type Helper = { staffId: number; name: string; role: string; sector: string; doesWhat: string }
export type SharedDocument = {
  id: number
  document: string
  withSectors: string[]
  how: string
  keptWhere: string
  subjects: number[]
  shelfId: number
}
export type Someone = { id: number; firstName: string; age: number | null; role: CaseRole; language: string; interpreter: boolean }
/** The pack's words in the reader's language, by code. */
export type Labels = {
  sectors: Record<string, string>
  plainSectors: Record<string, string>
  categories: Record<string, string>
  plainCategories: Record<string, string>
  purposes: Record<string, string>
  gdpr: Record<string, string>
}
export type OfferView = {
  code: string
  kind: TemplateKind
  label: string
  what: string
  why: string
  refusal: string
  purpose: string
  categories: string[]
  fromSectors: string[]
  toSectors: string[]
  /** Sectors among which the family names the party. */ parties: string[] | null
  until: string
  health: boolean
}
export type ConsentPage = {
  caseId: number
  caseName: string
  today: string
  people: Someone[]
  labels: Labels
  consents: LedgerConsent[]
  bases: Basis[]
  foreseen: Foreseen[]
  helpers: Helper[]
  documents: SharedDocument[]
  shield: boolean
  offers: OfferView[]
  inIntake: boolean
  may: { register: boolean; withdraw: boolean; registerBasis: boolean; confirmBasis: boolean; withhold: boolean; shareDocument: boolean }
  /** Sees the whole ledger; others see what concerns their sector. */
  whole: boolean
}

export type BasisRule = { paragraph: string; fromSectors: string[]; toSectors: string[]; categories: string[]; longestDays: number }
export type BasisForm = {
  caseId: number
  today: string
  people: Someone[]
  labels: Labels
  rules: BasisRule[]
  own: string[]
  confirmers: { staffId: number; name: string }[]
}
export type BasisToConfirm = {
  id: number
  caseId: number
  caseNumber: string
  subjectId: number
  subject: string
  paragraph: string
  fromSectors: string[]
  toSectors: string[]
  categories: string[]
  validFrom: string
  validUntil: string
  reason: string
  registeredBy: string
  confirmBy: string
  confirmed: boolean
  ended: boolean
}
export type Glass = {
  id: number
  caseId: number
  caseNumber: string
  staffName: string
  reason: string
  grantedAt: string
  until: string
  hiddenUntil: string | null
}
export type Visible = {
  kind: string
  recordId: number
  title: string
  category: string
  sector: string
  subjects: number[]
  shelfId: number
  /** Who of the sector sees it. */ staffIds: number[]
}
export type WhatCanSee = { staff: { staffId: number; name: string; role: string }[]; records: Visible[] }

/** The family member's own page. All words are ready to show. */
export type MyHelper = {
  key: string
  caseId: number
  name: string
  relation: string
  maySee: string[]
  mayNotSee: string[]
  until: string | null
  sector: string
  plainSector: string
  /** What opens it, each stopped or changed on its own: those about the reader or a child they sign for. */
  consents: { id: number; label: string; what: string }[]
}
export type MyAsk = {
  id: number
  caseId: number
  kind: TemplateKind
  label: string
  who: string
  what: string
  aboutName: string
  aboutMe: boolean
  until: string | null
  refused: boolean
}
export type MyConsents = {
  today: string
  helpers: MyHelper[]
  asks: MyAsk[]
  /** First names when the page shows only what is about the children. */ onlyAbout: string[] | null
  /** What was opened without a yes, newest first: by law, or in an emergency. What is withheld is not among it. */
  without: { key: string; title: string; why: string; when: string }[]
}
export type MyConsent = MyAsk & {
  why: string
  ifNo: string
  gdprConsent: boolean
  state: 'to-answer' | 'waiting' | 'valid' | 'refused' | 'over' | 'not-mine'
  mine: { state: string; on: string | null }
  others: { name: string | null; state: string }[]
  categories: { code: string; label: string }[]
  plainTo: string
  today: string
  validUntil: string | null
  coordinator: { name: string; phone: string | null } | null
}
