import { z } from 'zod'
import {
  age, assignmentRole, category, consentDuration, consentTemplate, legalBasis, postRole, purpose, sector, signerRule,
} from './pack-access.ts'
import { assessmentForm, framework, frameworkTheme, method } from './pack-assessment.ts'
import { closingDay, obligation } from './pack-clock.ts'
import { choice, concernProcedure, intakeCriterion, intakeRule, letterTemplate, unit } from './pack-intake.ts'
import { inquiryForm, inquiryQuestion, screeningForm } from './pack-inquiries.ts'
import { comparisonGroup } from './pack-evaluation.ts'
import { instrument, normSet } from './pack-instruments.ts'
import { indicatorCriterion, projectGoal } from './pack-goals.ts'
import { code, codes, plainDate, words, type Item } from './pack-item.ts'
import { meetingKind } from './pack-meetings.ts'
import {
  copyTarget, disclosureGroup, exitDuty, indicator, lawArea, principle, projectPurpose, retentionClass, scale, sectorPlan,
  supportStatus,
} from './pack-work.ts'
import { partnerQuestion, ratingQuestion } from './pack-ratings.ts'
import { exportTarget, registerMapping } from './pack-registers.ts'
import { handoverItem, mergeSuggestion } from './pack-team.ts'
import { logbookKind } from './pack-logbook.ts'
import { setting } from './settings.ts'

/**
 * A pack: a law, a programme or a municipality written as data, so that nobody has to change code when a rule changes.
 *
 * A pack is a list of sections, a section a list of items, an item a code with labels, a source and the days it holds. A pack may
 * extend others; its own items then take the place of items of the same code (`merge-packs.ts`). The same schema reads a YAML file, an
 * effective pack and what the database keeps.
 */

/** Every section with the schema of its items, in the order an administrator meets them. */
export const sections = {
  sectors: z.array(sector).default([]),
  categories: z.array(category).default([]),
  purposes: z.array(purpose).default([]),
  assignmentRoles: z.array(assignmentRole).default([]),
  postRoles: z.array(postRole).default([]),
  units: z.array(unit).default([]),
  ages: z.array(age).default([]),
  signerRules: z.array(signerRule).default([]),
  consentDurations: z.array(consentDuration).default([]),
  legalBases: z.array(legalBasis).default([]),
  intakeConsents: z.array(consentTemplate).default([]),
  minimumConsents: z.array(consentTemplate).default([]),
  optionalConsents: z.array(consentTemplate).default([]),
  intakeCriteria: z.array(intakeCriterion).default([]),
  intakeRules: z.array(intakeRule).default([]),
  letterTemplates: z.array(letterTemplate).default([]),
  settings: z.array(setting).default([]),
  disclosureGroups: z.array(disclosureGroup).default([]),
  meetingKinds: z.array(meetingKind).default([]),
  lawAreas: z.array(lawArea).default([]),
  sectorPlans: z.array(sectorPlan).default([]),
  copyTargets: z.array(copyTarget).default([]),
  obligations: z.array(obligation).default([]),
  closingDays: z.array(closingDay).default([]),
  scales: z.array(scale).default([]),
  indicators: z.array(indicator).default([]),
  projectPurposes: z.array(projectPurpose).default([]),
  projectGoals: z.array(projectGoal).default([]),
  indicatorCriteria: z.array(indicatorCriterion).default([]),
  comparisonGroups: z.array(comparisonGroup).default([]),
  principles: z.array(principle).default([]),
  supportStatuses: z.array(supportStatus).default([]),
  choices: z.array(choice).default([]),
  concernProcedures: z.array(concernProcedure).default([]),
  exitDuties: z.array(exitDuty).default([]),
  retentionClasses: z.array(retentionClass).default([]),
  handoverItems: z.array(handoverItem).default([]),
  mergeSuggestions: z.array(mergeSuggestion).default([]),
  logbookKinds: z.array(logbookKind).default([]),
  frameworks: z.array(framework).default([]),
  frameworkThemes: z.array(frameworkTheme).default([]),
  assessmentForms: z.array(assessmentForm).default([]),
  methods: z.array(method).default([]),
  instruments: z.array(instrument).default([]),
  normSets: z.array(normSet).default([]),
  inquiryQuestions: z.array(inquiryQuestion).default([]),
  inquiryForms: z.array(inquiryForm).default([]),
  screeningForms: z.array(screeningForm).default([]),
  ratingQuestions: z.array(ratingQuestion).default([]),
  partnerQuestions: z.array(partnerQuestion).default([]),
  registerMappings: z.array(registerMapping).default([]),
  exportTargets: z.array(exportTarget).default([]),
} as const

export type SectionName = keyof typeof sections

const isSectionName = (text: string): text is SectionName => Object.hasOwn(sections, text)
export const sectionNames: readonly SectionName[] = Object.keys(sections).filter(isSectionName)
export { isSectionName }

/** The head of a pack: what it is, which version, what it builds on, and which inherited items it does without. */
const head = {
  code,
  name: words,
  /** Three numbers; a new version for every change that is applied. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'version'),
  source: z.string().trim().min(1),
  /** The day the pack's items hold from, where an item says nothing itself. */
  validFrom: plainDate,
  /** The four digits of the municipality, quoted; null for a law or a national programme. */
  municipalityCode: z.string().regex(/^\d{4}$/, 'municipality-code').nullable().default(null),
  extends: codes.default([]),
  /** Inherited items left out, per section: `without: { intakeCriteria: [parent-on-public-support] }`. */
  without: z.partialRecord(z.enum(Object.keys(sections) as [SectionName, ...SectionName[]]), codes).default({}),
} as const

export const headFields: readonly string[] = Object.keys(head)

export const packSchema = z.strictObject({ ...head, ...sections })
export type Pack = z.infer<typeof packSchema>
export type PackItem<S extends SectionName> = Pack[S][number]

/** A section's items as the fields all items share; for code that treats every section alike. */
export const itemsOf = (pack: Pack, section: SectionName): readonly Item[] => pack[section]
