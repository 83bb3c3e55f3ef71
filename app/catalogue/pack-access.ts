import { z } from 'zod'
import { ageRange, code, codes, item, lawItem, words } from './pack-item.ts'

/** Sections of a pack that decide who may see and do what: sectors, categories, purposes, roles, consent and legal bases. */

/** A field of work with its own law and confidentiality. `plain` is the word used to a family ("skolen og daginstitutionen"). */
export const sector = z.strictObject({
  ...item,
  plain: words,
  /** Records of this sector are shared within the household unless switched off; false for health, addiction and the like. */
  householdShared: z.boolean().default(true),
})

/** A kind of record. Household sharing needs both the sector's and the category's yes. */
export const category = z.strictObject({
  ...lawItem,
  plain: words,
  householdShared: z.boolean(),
  /** Hidden by default from a person whom a shield stands against. */
  shielded: z.boolean(),
  /** Why the authority may hold these data at all (GDPR article and statute). Consent to share is another matter. */
  gdprBasis: z.string().trim().min(1),
})

/** What a consent is for. `opens`: the work, the intake, an evaluator's extract, or no record at all. */
export const purpose = z.strictObject({
  ...item,
  plain: words,
  opens: z.enum(['work', 'intake', 'evaluation', 'none']),
  /** True where the consent is also the GDPR basis (photos, stories, interviews). */
  gdprConsent: z.boolean(),
})

/** Things a role may do beside reading and writing records. */
export const act = z.enum([
  'refer', 'decide-intake', 'appoint-coordinators', 'manage-assignments', 'register-consent', 'withdraw-consent', 'register-legal-basis',
  'set-shield', 'lift-shield', 'break-glass', 'manage-staff', 'manage-settings', 'read-audit',
])
export type Act = z.infer<typeof act>

/** A role in one family's case. `verbs` are about records; `acts` about the case. */
export const assignmentRole = z.strictObject({
  ...item,
  sector: code,
  /** follow-up: says that an obligation of its sector was kept, and how often it is followed up (MEET-11). */
  verbs: z.array(z.enum(['create', 'change', 'follow-up'])),
  acts: z.array(act).default([]),
  coordinator: z.enum(['primary', 'secondary']).nullable().default(null),
})

/**
 * A role somebody holds in the municipality or a project, whatever family. `sector` narrows an authority role to one from-sector; null
 * is the sector of the assignment. `childProtection` opens the category concern.
 */
export const postRole = z.strictObject({
  ...item,
  sector: code.nullable().default(null),
  childProtection: z.boolean().default(false),
  reach: z.enum(['department', 'project', 'municipality', 'national']),
  acts: z.array(act),
})

/** An age that changes what a person may do or must be asked. */
export const age = z.strictObject({ ...lawItem, years: z.int().min(0).max(120) })

export const signerRuleKind = z.enum(['self', 'all-holders', 'resident-parent', 'young-person-and-holders', 'young-person-alone'])
export type SignerRuleKind = z.infer<typeof signerRuleKind>

/** Who must sign a consent about a person. Empty `purposes` or `categories` mean all; a rule that names purposes goes first, then categories. */
export const signerRule = z.strictObject({
  ...lawItem,
  purposes: codes.default([]),
  categories: codes.default([]),
  ...ageRange,
  rule: signerRuleKind,
})

/** The longest a consent may last when records come from this sector, in months from its first day. */
export const consentDuration = z.strictObject({ ...lawItem, fromSector: code, months: z.int().positive() })

/** A paragraph that lets an authority share without consent, and how far. */
export const legalBasis = z.strictObject({
  ...lawItem,
  paragraph: z.string().trim().min(1),
  fromSectors: codes.min(1),
  toSectors: codes.min(1),
  categories: codes.min(1),
  longestDays: z.int().positive(),
  authorityRoles: codes.min(1),
})

/** One consent as it is put to a family: one yes, one purpose, plain words. Never bundles several. */
export const consentTemplate = z.strictObject({
  ...lawItem,
  purpose: code,
  fromSectors: codes.min(1),
  toSectors: codes.min(1),
  /** True when the family chooses, among `toSectors` and `fromSectors`, the parties that are named in the consent. */
  chosen: z.boolean().default(false),
  categories: codes.min(1),
  /** How long it is asked for, in months. The longest duration of a from-sector may cut it shorter. */
  months: z.int().positive(),
  /** What is shared, with whom. */
  what: words,
  why: words,
  /** What a no means. */
  refusal: words,
})
export type ConsentTemplate = z.infer<typeof consentTemplate>
