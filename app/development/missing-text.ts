import { joinList } from '#app/platform/i18n/words.ts'
import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { da, en } from './messages.ts'

const SHOWN = 3
/** "Ikke målt endnu: fritid, netværk og 4 andre." */
export function missingText(locale: Locale, missing: readonly { label: string }[]): string {
  const m = pick(locale, { da, en })
  const labels = missing.map((one) => one.label)
  const more = labels.length - SHOWN
  return m.notMeasured(joinList(locale, more > 1 ? [...labels.slice(0, SHOWN), m.others(more)] : labels))
}
