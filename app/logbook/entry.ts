import { z } from 'zod'
import { AboutOthers } from '#app/consent/about-others.ts'
import { Id, Ids, MaybeDate, MaybeId, trimmed } from '#app/families/families.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { type Locale, say } from '#app/platform/i18n/messages.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { addMonths, startOfMonth } from '#app/platform/time/plain-date.ts'

/*
 * The logbook (LOG-01 … LOG-06): what somebody did with the family, in one sentence, written in ten seconds from a phone. An entry is a
 * record of its writer's sector and never overwritten: a correction is a new one.
 */

/** Minutes with a button of their own. */
export const MINUTES = [10, 20, 30, 60] as const

export type Kind = { code: string; label: string; plain: string; companion: boolean; contact: 'family' | 'us' | null }
export type Entry = {
  id: number
  kind: string
  onDate: string
  minutes: number | null
  words: string
  /** Code of the reason why the family is not shown it. */
  hiddenBecause: string | null
  meetingId: number | null
  sector: string
  subjects: number[]
  shelfId: number
  authorStaffId: number | null
  author: string
  createdAt: string
  revision: number
  /** What it said before, the newest first. */
  before: { id: number; words: string; createdAt: string; shelfId: number }[]
}

// ---- what is typed ----

const minutesOf = (chosen: string | number | null | undefined, own: string | number | null | undefined): number | null => {
  const text = String((chosen === 'own' ? own : chosen) ?? '').trim()
  return text === '' ? null : Number(text)
}
const written = {
  kind: z.string().min(1, { error: () => 'Vælg, hvad du gjorde' }),
  personIds: Ids,
  onDate: MaybeDate,
  minutes: z.union([z.string(), z.number()]).nullish(),
  ownMinutes: z.union([z.string(), z.number()]).nullish(),
  words: trimmed(1000).min(1),
  /** Code of the reason; empty: the family may read it. */
  hiddenBecause: z.string().nullish().transform((v) => v || null),
  meetingId: MaybeId,
  aboutOthers: AboutOthers,
}
const withMinutes = <S extends { minutes?: string | number | null | undefined; ownMinutes?: string | number | null | undefined }>(v: S) => {
  const { ownMinutes, minutes, ...rest } = v
  return { ...rest, minutes: minutesOf(minutes, ownMinutes) }
}
const somebody = said({ da: 'Vælg, hvem det handler om', en: 'Choose whom it is about' }, ['personIds'])
const wholeMinutes = said({ da: 'Skriv et helt antal minutter, højst et døgn', en: 'Write whole minutes, at most a day' }, ['ownMinutes'])
const sensible = (minutes: number | null): boolean => minutes === null || (Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440)

export const WriteEntry = z
  .object({ caseId: Id, sector: z.string().nullish(), ...written })
  .transform(withMinutes)
  .refine((v) => v.personIds.length > 0, somebody)
  .refine((v) => sensible(v.minutes), wholeMinutes)
export type WriteEntry = z.output<typeof WriteEntry>
export const CorrectEntry = z
  .object({ caseId: Id, entryId: Id, ...written })
  .transform(withMinutes)
  .refine((v) => v.personIds.length > 0, somebody)
  .refine((v) => sensible(v.minutes), wholeMinutes)
export const OneEntry = z.object({ caseId: Id, entryId: Id })

const lax = <T extends z.ZodType>(schema: T) => schema.catch(null as z.output<T>)
/** A filter from an address: what makes no sense is not asked for. */
export const Filter = z.object({
  q: z.string().trim().max(200).nullish().catch(null).transform((v) => v || null),
  kind: z.string().nullish().catch(null).transform((v) => v || null),
  personId: lax(MaybeId),
  authorId: lax(MaybeId),
  from: lax(MaybeDate),
  until: lax(MaybeDate),
})
export type Filter = z.output<typeof Filter>
export const isFiltered = (f: Filter): boolean => Object.values(f).some((v) => v !== null)

// ---- rules ----

/**
 * What is searched for, as PostgreSQL's language of searches: every word must be there, in any of its forms ("møder" finds "mødet"), and
 * may be the beginning of a longer one ("skole" finds "skoleskift"). Null when nothing is left to look for.
 */
export function searchQuery(typed: string): string | null {
  const words = typed.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length === 0 ? null : words.slice(0, 12).map((w) => `'${w}':*`).join(' & ')
}

/** The whole months of the entries, newest first, each with its own. */
export const byMonth = <E extends { onDate: string }>(entries: readonly E[]): { month: string; entries: E[] }[] =>
  [...Map.groupBy(entries, (e) => startOfMonth(e.onDate))].map(([month, list]) => ({ month, entries: list })).toSorted((a, b) => b.month.localeCompare(a.month))

/** Adults who were together are shown what was written about them together; what is about one of them stays theirs. */
export const sharedAtHome = (visible: boolean, adults: number): boolean => visible && adults > 1

/** The kind's sentence to a reader of the family: "fulgte med dig til et møde", "fulgte med jer …", "fulgte med Ida …". */
export function plainSentence(locale: Locale, plain: string, e: { subjects: readonly number[] }, me: number, names: ReadonlyMap<number, string>): string {
  const others = e.subjects.filter((id) => id !== me).map((id) => names.get(id)).filter((n) => n !== undefined)
  const you = !e.subjects.includes(me)
    ? joinList(locale, others) || say(locale, { da: 'jer', en: 'you' })
    : e.subjects.length > 1 ? say(locale, { da: 'jer', en: 'you' }) : say(locale, { da: 'dig', en: 'you' })
  return plain.replace('{you}', you)
}

export type MonthMinutes = { caseId: number; month: string; minutes: number; entries: number }
/** Minutes by month over whole months, those without any too. */
export function monthsFilled(rows: readonly MonthMinutes[], from: string, until: string): { month: string; minutes: number; entries: number }[] {
  const out: { month: string; minutes: number; entries: number }[] = []
  for (let month = startOfMonth(from); month <= until; month = addMonths(month, 1)) {
    const own = rows.filter((r) => r.month === month)
    out.push({ month, minutes: own.reduce((n, r) => n + r.minutes, 0), entries: own.reduce((n, r) => n + r.entries, 0) })
  }
  return out
}
