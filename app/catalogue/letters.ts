import type { LetterTemplate } from './pack-intake.ts'

const placeholder = /\{\{\s*([A-Za-z]+)\s*\}\}/g

/** The names of the placeholders in a text, each once, in order. */
export const placeholdersIn = (text: string): string[] => [...new Set([...text.matchAll(placeholder)].map((match) => match[1] ?? ''))]

/** A letter with its placeholders filled in. `missing` names those without a value; such a letter is not sent. */
export function fillLetter(
  template: Pick<LetterTemplate, 'subject' | 'body'>, values: Readonly<Record<string, string>>, locale: 'da' | 'en',
): { subject: string; body: string; missing: string[] } {
  const fill = (text: string): string => text.replace(placeholder, (whole, name: string) => values[name] ?? whole)
  const subject = template.subject[locale]
  const body = template.body[locale]
  const missing = [...new Set([...placeholdersIn(subject), ...placeholdersIn(body)])].filter((name) => !values[name]?.trim())
  return { subject: fill(subject), body: fill(body), missing }
}
