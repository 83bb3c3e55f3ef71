import { z } from 'zod'
import { code, codes, item, lawItem, words } from './pack-item.ts'

/** Sections of a pack about seeing a family's situation: frameworks as labels, full forms, methods. */

/** A way of looking that notes can be labelled by. `bridge`: the frame through which the others are compared (ICF). */
export const framework = z.strictObject({
  ...lawItem,
  about: z.enum(['child', 'adult', 'anyone']),
  bridge: z.boolean().default(false),
  /** What one should know of the text's rights: we ship codes and short labels of our own. */
  rights: words,
})

/** One theme of a framework. `bridge` names the ICF chapters it speaks of; through them another framework shows the same notes. */
export const frameworkTheme = z.strictObject({
  ...lawItem,
  framework: code,
  group: words,
  /** In plain words, for the family: what it may be about. */
  plain: words,
  bridge: codes.default([]),
  /** Whether a level 0-4 is set on it: required in reports, forbidden, or simply not used. */
  level: z.enum(['required', 'forbidden', 'unused']).default('unused'),
})
export type FrameworkTheme = z.infer<typeof frameworkTheme>

/** A full form of the law: opens for these roles in a case only, and holds the themes of these frameworks. */
export const assessmentForm = z.strictObject({
  ...lawItem,
  frameworks: codes.min(1),
  roles: codes.min(1),
  sector: code,
  paragraph: z.string().trim().min(1),
  about: z.enum(['child', 'adult']),
})

/** A way of working or a kind of help that a family or a project may choose. */
export const method = z.strictObject({
  ...item,
  kind: z.enum(['conversation', 'cooperation', 'measure', 'tool']),
  text: words,
})
