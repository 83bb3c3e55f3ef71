import { type FieldIssue, Invalid } from '#app/platform/context.ts'
import { readDateFields } from '#app/ui/read-date-fields.ts'

/**
 * The dates of a form's three-field dates as YYYY-MM-DD, '' when left empty.
 * @throws Invalid naming each date that does not exist, at the part that is wrong
 */
export function dateValues(form: FormData, names: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {}
  const issues: FieldIssue[] = []
  for (const name of names) {
    const [da, en] = [
      readDateFields(form, name, { optional: true, locale: 'da' }),
      readDateFields(form, name, { optional: true, locale: 'en' }),
    ]
    if (da.ok) values[name] = da.value ?? ''
    else if (!en.ok) issues.push({ field: da.name, message: { da: da.error, en: en.error } })
  }
  if (issues.length) throw new Invalid(issues)
  return values
}
