import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { da, en } from './messages.ts'
import type { Spell } from './spells.ts'

/** "Kontanthjælp, jobparat", "5. klasse", else the kind: what a spell is called in one line, without its place. */
export function spellName(locale: Locale, s: Pick<Spell, 'kind' | 'status' | 'what'>, statuses: readonly { code: string; label: { da: string; en: string } }[]): string {
  const label = s.status ? statuses.find((x) => x.code === s.status)?.label[locale] : undefined
  if (label && s.what) return `${s.what} (${label.toLocaleLowerCase(locale)})`
  return s.what || label || pick(locale, { da, en }).kinds[s.kind]
}
/** Minutes as "12,5" hours. */
export const hoursText = (locale: Locale, minutes: number): string => {
  const hours = String(Math.round((minutes / 60) * 10) / 10)
  return locale === 'da' ? hours.replace('.', ',') : hours
}
