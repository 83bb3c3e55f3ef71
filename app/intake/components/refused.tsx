import type { Refused } from '#app/platform/pages.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import type { FieldErrors } from '#app/ui/form.tsx'
import { da, en } from '../messages.ts'

/** What an action gave back, when it refused; undefined for anything else. */
export const asRefused = (actionData: unknown): Refused | undefined =>
  typeof actionData === 'object' && actionData !== null && 'issues' in actionData && 'values' in actionData
    ? (actionData as Refused)
    : undefined

/** What the schema says of an empty field: too general for a summary of several. */
const general = ['Feltet skal udfyldes', 'Vælg en af mulighederne', 'Skriv et tal', 'Tallet skal være større end 0']

/**
 * Field errors in the reader's language; only for the form whose button was pressed (`values.do`), when several stand on the page.
 * `missing` says what is missing by the last part of a field's name, instead of the general words.
 */
export function errorsOf(
  refused: Refused | undefined,
  locale: 'da' | 'en',
  missing: Readonly<Record<string, string>> = {},
  form?: string,
): FieldErrors {
  if (!refused || (form !== undefined && refused.values.do !== form)) return {}
  const errors: FieldErrors = {}
  for (const { field, message } of refused.issues) {
    const better = general.includes(message.da) ? missing[field.split('.').at(-1) ?? ''] : undefined
    errors[field] ??= better ?? message[locale]
  }
  return errors
}

/** A typed value to show again, or what is known. Lists give their first. */
export function typed(refused: Refused | undefined, name: string, known = '', form?: string): string {
  if (!refused || (form !== undefined && refused.values.do !== form)) return known
  const value = refused.values[name]
  return value === undefined ? known : Array.isArray(value) ? (value[0] ?? '') : value
}
/** The three typed parts of a date to show again, or the known date. */
export const typedDateParts = (refused: Refused | undefined, name: string, known: string | null, form?: string) =>
  refused && (form === undefined || refused.values.do === form) && refused.values[`${name}.day`] !== undefined
    ? { day: typed(refused, `${name}.day`), month: typed(refused, `${name}.month`), year: typed(refused, `${name}.year`) }
    : known

/** A lost race, said in words, with both texts where there are two. */
export const ConflictNotice = ({ refused }: { refused: Refused | undefined }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  if (!refused?.conflict) return null
  const code = refused.conflict.code
  const text = Object.hasOwn(m.conflict, code) ? m.conflict[code as keyof typeof m.conflict] : m.conflict.other
  const mine = asText(refused.conflict.mine)
  const theirs = asText(refused.conflict.theirs)
  return (
    <Alert tone="warning" title={text}>
      {theirs && (
        <p>
          <strong>{m.theirs(theirs.by)}</strong> {theirs.text}
        </p>
      )}
      {mine && (
        <p>
          <strong>{m.mine}</strong> {mine.text}
        </p>
      )}
    </Alert>
  )
}
function asText(side: unknown): { text: string; by: string } | null {
  if (typeof side !== 'object' || side === null) return null
  const part = (key: string) => {
    const value: unknown = Reflect.get(side, key)
    return typeof value === 'string' ? value : ''
  }
  return { text: [part('answer'), part('evidence')].filter(Boolean).join(': '), by: part('by') }
}
