import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { da, en } from './messages.ts'

/** What a task is called; a code that is not known here is simply a task. */
export const familyTask = (locale: Locale, code: string): string => {
  const { task } = pick(locale, { da, en })
  return task[code] ?? task['other'] ?? code
}
