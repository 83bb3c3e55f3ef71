import { z } from 'zod'
import { Id, MaybeDate, trimmed } from '#app/families/families.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate, rangeContains } from '#app/platform/time/plain-date.ts'

/*
 * A spell (da: forløb) is something of a person's that lasts from a day until a day: what they live on, work, school, leisure. Counts and
 * the time line rest on spells; the documents of both projects count families by it (000:37-45, 004:330-350).
 */

export const SPELL_KINDS = ['benefit', 'work', 'education', 'school', 'day-care', 'leisure-job', 'leisure-activity', 'offer'] as const
export type SpellKind = (typeof SPELL_KINDS)[number]
/** Kinds whose status is a code of the pack's supportStatuses, and must be chosen. */
export const hasStatus = (kind: SpellKind): boolean => kind === 'benefit' || kind === 'work'
/** Kinds with a list of sorts: an offer may say which (internship, company centre …: the pack's list `offer-kind`, ECO-04). */
export const hasSorts = (kind: SpellKind): boolean => hasStatus(kind) || kind === 'offer'

/** Dates inclusive, `until` null: it lasts. `minutesPerWeek` null: not said. */
export type Spell = {
  id: number
  revision: number
  shelfId: number
  personId: number
  kind: SpellKind
  /** Code of the pack's supportStatuses or, of an offer, of its list `offer-kind`; or ''. */
  status: string
  what: string
  place: string
  minutesPerWeek: number | null
  from: string
  until: string | null
  /** Code of the pack's list `spell-end`, or ''; the words beside it are free. */
  endCode: string
  endReason: string
  /** File, row and import of a register; empty or not there: typed. */
  source?: string
}

/** Those that last on that day. */
export const spellsOn = (spells: readonly Spell[], day: string): Spell[] => spells.filter((s) => rangeContains(s.from, s.until, day))

/** Hours as people say them (`12,5` or `12.5`) as minutes; empty: null. */
const HoursPerWeek = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((v) => (v === null || v === undefined || v === '' ? null : Number(String(v).replace(',', '.'))))
  .pipe(z.number().min(0.1).max(168).nullable())
  .transform((hours) => (hours === null ? null : Math.round(hours * 60)))

const fields = {
  kind: z.enum(SPELL_KINDS),
  status: trimmed(60).default(''),
  what: trimmed(200).default(''),
  place: trimmed(200).default(''),
  hoursPerWeek: HoursPerWeek,
  from: PlainDate,
  until: MaybeDate,
  endCode: trimmed(60).default(''),
  endReason: trimmed(300).default(''),
}
type Fields = { kind: SpellKind; status: string; what: string; from: string; until: string | null; endCode: string; endReason: string }
const rules = <T extends z.ZodType<Fields>>(schema: T) =>
  schema
    .refine(
      (s) => s.until === null || s.until >= s.from,
      said({ da: 'Slutdatoen ligger før startdatoen', en: 'The end is before the beginning' }, ['until']),
    )
    .refine((s) => !hasStatus(s.kind) || s.status !== '', said({ da: 'Vælg hvilken slags', en: 'Choose which kind' }, ['status']))
    .refine(
      (s) => s.status !== '' || s.what !== '',
      said({ da: 'Skriv, hvad det er', en: 'Write what it is' }, ['what']),
    )
export const RegisterSpell = rules(z.object({ caseId: Id, personId: Id, ...fields }))
export type SpellFields = z.output<typeof RegisterSpell>
/** A correction says everything again; the wrong one stays in the history. */
export const CorrectSpell = rules(z.object({ caseId: Id, spellId: Id, ...fields }))
export const EndSpell = z.object({
  caseId: Id,
  spellId: Id,
  seenRevision: z.coerce.number().int().positive(),
  until: PlainDate,
  endCode: trimmed(60).default(''),
  endReason: trimmed(300).default(''),
})
