import type { FieldErrors } from '#app/ui/form.tsx'
import type { DateParts } from '#app/ui/read-date-fields.ts'

type Values = Record<string, string | string[]>
type Issue = { field: string; message: { da: string; en: string } }
/** What an action gives back when nothing was saved. */
export type RefusedData = { issues: Issue[]; conflict: { code: string; mine?: unknown; theirs?: unknown } | null; values: Values }
export const isRefused = (data: unknown): data is RefusedData =>
  typeof data === 'object' && data !== null && 'issues' in data && 'values' in data

/** Error texts by field name in one language, the first of each. */
export function errorsIn(data: unknown, locale: 'da' | 'en'): FieldErrors {
  const errors: FieldErrors = {}
  if (isRefused(data)) for (const issue of data.issues) errors[issue.field] ??= issue.message[locale]
  return errors
}

/** What stands in a field: what was just typed, else the draft, else what is stored. */
export function typed(data: unknown, draft: Values | null | undefined) {
  const values = isRefused(data) ? data.values : draft
  const text = (name: string) => {
    const value = values?.[name]
    return Array.isArray(value) ? value[0] : value
  }
  return {
    text: (name: string, stored: string | number | null = '') => (values ? (text(name) ?? '') : stored === null ? '' : String(stored)),
    list: (name: string, stored: readonly (string | number)[] = []): (string | number)[] => {
      if (!values) return [...stored]
      const value = values[name]
      return value === undefined ? [] : Array.isArray(value) ? value : [value]
    },
    date: (name: string, stored: string | null = null): DateParts | string | null =>
      values ? { day: text(`${name}.day`) ?? '', month: text(`${name}.month`) ?? '', year: text(`${name}.year`) ?? '' } : stored,
    checked: (name: string, stored = false) => (values ? text(name) !== undefined : stored),
  }
}
export type Typed = ReturnType<typeof typed>

const field = (data: unknown, name: string): unknown => (typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined)
/** The revision to save against: after a lost race the one that was shown beside mine, so that saving again is a choice. */
export function seenRevision(data: unknown, draft: Values | null | undefined, stored: number): number {
  const theirs = isRefused(data) ? field(data.conflict?.theirs, 'revision') : undefined
  if (typeof theirs === 'number') return theirs
  const kept = Number(isRefused(data) ? data.values['seenRevision'] : draft?.['seenRevision'])
  return Number.isInteger(kept) && kept > 0 ? kept : stored
}
/** Both texts of a lost race, field by field. */
export function bothTexts(data: unknown): { field: string; mine: string; theirs: string }[] {
  if (!isRefused(data) || data.conflict?.code !== 'stale') return []
  const { mine, theirs } = data.conflict
  if (typeof mine !== 'object' || mine === null) return []
  const say = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
  return Object.keys(mine)
    .map((name) => ({ field: name, mine: say(field(mine, name)), theirs: say(field(theirs, name)) }))
    .filter((pair) => pair.mine !== pair.theirs)
}
