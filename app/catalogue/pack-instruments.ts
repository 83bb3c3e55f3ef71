import { z } from 'zod'
import { ageRange, code, codes, item, plainDate, words } from './pack-item.ts'

/*
 * Instruments as versioned data: what one may enter, how it is scored, how sure a score is, whose norms are used, and whether we may use it at all
 * (measurement.md 1, 2, 6.1; UDR-19). Never an item's wording: codes and short labels of our own.
 */

export const INFORMANTS = ['self', 'parent', 'teacher', 'professional'] as const
export type InformantKind = (typeof INFORMANTS)[number]
/**
 * free: anyone may use it. verbatim-only: only word for word. licensed-by-tenant: the municipality itself must have a licence (`tenantLicence`). scores-only: nothing but scores may be
 * entered. unknown: nobody may use it before somebody has asked.
 */
export const LICENCES = ['free', 'verbatim-only', 'licensed-by-tenant', 'scores-only', 'unknown'] as const
export type Licence = (typeof LICENCES)[number]
/** The scoring that the program knows (app/platform/calc); `typed`: scores that somebody else counted, or levels of a framework. */
export const ALGORITHMS = ['who5', 'phq9', 'gad7', 'core10', 'sdq', 'typed'] as const
export type Algorithm = (typeof ALGORITHMS)[number]

const checked = { source: z.string().trim().min(1), verified: z.boolean() }
/** Scores have names like `totalDifficulties`, the program's own or a framework's. */
const range = z.tuple([z.number(), z.number()])

/** The norm group's spread and the published reliability of a scale; which kind of reliability is said, since they answer different questions. */
const measurementError = z.strictObject({ informants: z.array(z.enum(INFORMANTS)).default([]), sd: z.number().positive(), reliability: z.number().min(0).lt(1), type: z.enum(['alpha', 'retest', 'icc']), ...checked })

const instrumentScale = z.strictObject({
  code,
  label: words,
  range,
  higherIsBetter: z.boolean(),
  /** Shown first, and followed over time; the others stand with the single score only (SDQ: the parts may not be used alone). */
  followed: z.boolean().default(true),
  errors: z.array(measurementError).default([]),
  /** The change that one person's score must have, where it is published without spread and reliability (IAPT). */
  reliableChange: z.strictObject({ points: z.number().positive(), ...checked }).nullable().default(null),
  /** The change that matters for a group. */
  relevantChange: z.strictObject({ points: z.number().positive(), ...checked }).nullable().default(null),
})

/** A form of the instrument: who answers, about which ages. */
const instrumentForm = z.strictObject({ code, label: words, informant: z.enum(INFORMANTS), ...ageRange })
const instrumentItem = z.strictObject({
  code,
  /** Our own short word; null: only its number may be shown. */
  label: words.nullable().default(null),
  max: z.int().positive(),
  /** Turned round before the sum: what is ticked is what is entered. */
  reversed: z.boolean().default(false),
  /** Asked by these informants only; empty: by all. */
  informants: z.array(z.enum(INFORMANTS)).default([]),
  /** May be left out without the score being incomplete. */
  part: z.enum(['score', 'impact']).default('score'),
})

/** An answer that nobody may pass over. */
const instrumentAlert = z.strictObject({ item: code, from: z.int().positive(), title: words, text: words, paragraph: z.string(), ...checked })

/** A validated instrument, or a framework whose levels are followed (UDR-18). */
const today = z.strictObject({
  ...item,
  ...ageRange,
  /** Of the form itself, not of this text: another version is another series. */
  version: z.string().trim().min(1),
  measures: words,
  licence: z.enum(LICENCES),
  holder: words,
  /** The municipality's own licence, where `licence` asks for one. */
  tenantLicence: z.strictObject({ reference: z.string().trim().min(1), from: plainDate, until: plainDate.nullable().default(null) }).nullable().default(null),
  /** What kind of information a score is: decides who may read it. */
  category: code,
  algorithm: z.enum(ALGORITHMS).nullable().default(null),
  forms: z.array(instrumentForm).default([]),
  items: z.array(instrumentItem).default([]),
  scales: z.array(instrumentScale).default([]),
  /** A framework whose themes are the scales, all with this range. */
  framework: code.nullable().default(null),
  levels: z.strictObject({ range, higherIsBetter: z.boolean(), scale: code.nullable().default(null) }).nullable().default(null),
  /** The missing rule in words; the scoring itself follows the published one. */
  missing: words.nullable().default(null),
  /** What to do with a score that gives pause: a reason to talk, never a diagnosis. */
  talk: words.nullable().default(null),
  alerts: z.array(instrumentAlert).default([]),
  /** The norm sets that the municipality has chosen, the first that fits is used. Empty: scores without bands. */
  chosenNorms: codes.default([]),
  verified: z.boolean(),
})

/** Packs that were applied before instruments were scored here said only who answers and what is kept. */
function fromEarlier(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || !('keeps' in raw)) return raw
  const { keeps, informants: _, ...rest } = raw as Record<string, unknown>
  const licence = rest['licence'] === 'permission' || rest['licence'] === 'bought' ? 'licensed-by-tenant' : keeps === 'scores' ? 'scores-only' : rest['licence']
  return { version: '1', category: 'health', ...rest, licence }
}
export const instrument = z.preprocess(fromEarlier, today)
export type Instrument = z.infer<typeof instrument>

/** Cut-offs of one form and group: the lowest score of every band after the first; with `downwards`, where few points are the worry, the highest. */
const cuts = z.strictObject({ form: code, group: code.nullable().default(null), scale: code, from: z.array(z.number()).min(1), downwards: z.boolean().default(false) })

/** A named, dated set of norms for an instrument. `rule`: cut-offs that the program holds as published; else they stand here. */
export const normSet = z.strictObject({
  ...item,
  ...ageRange,
  instrument: code,
  version: z.string().trim().min(1),
  bands: z.array(z.strictObject({ code: z.string().regex(/^[a-z_]+$/), label: words, /** A score here is a reason to talk. */ talk: z.boolean().default(false) })).min(2),
  rule: z.enum(['score', 'sdq-3', 'sdq-4']).nullable().default(null),
  /** Where norms differ: for instance boys and girls. */
  groups: z.array(z.strictObject({ code, label: words })).default([]),
  cuts: z.array(cuts).default([]),
  verified: z.boolean(),
})
export type NormSet = z.infer<typeof normSet>
