import { inForce, itemAt } from '#app/catalogue/pack-item.ts'
import { settingAt } from '#app/catalogue/pack-values.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { addDays } from '#app/platform/time/plain-date.ts'

/* KOO-02, KOO-05: one coordinator or two is data of the project's pack, with the days it holds. Pure. */

export type ModelPeriod = { model: 'primary' | 'primary-and-secondary'; from: string; until: string | null }

/** The periods of the project with one or two coordinators, the first one first. */
export const modelPeriods = (pack: Pack): ModelPeriod[] =>
  pack.settings
    .filter((one) => one.code === 'coordinatorModel')
    .map((one) => ({ model: settingAt(pack, 'coordinatorModel', one.validFrom), from: one.validFrom, until: one.validUntil }))
    .toSorted((a, b) => a.from.localeCompare(b.from))

/** The last day of two coordinators in a row from this day; null while no end is set. */
export function modelEnds(pack: Pack, day: string): string | null {
  const periods = modelPeriods(pack)
  let until: string | null | undefined
  for (let at = day; ; ) {
    const now = periods.find((one) => one.from <= at && (one.until === null || at <= one.until))
    if (now?.model !== 'primary-and-secondary') return until ?? null
    if (now.until === null) return null
    until = now.until
    at = addDays(now.until, 1)
  }
}

/** How many families make a full day, by the pack; null: nobody has written it. Packs applied before the figure came have none. */
export function fullCaseload(pack: Pack, as: 'primary' | 'secondary', day: string): number | null {
  const value = itemAt(pack.settings, as === 'primary' ? 'fullCaseloadPrimary' : 'fullCaseloadSecondary', day)?.value
  return typeof value === 'number' ? value : null
}
/** Labels of one of the pack's short lists by code, in force on a day. */
export const listOf = (pack: Pack, list: Pack['choices'][number]['list'], day: string, locale: 'da' | 'en'): { value: string; label: string }[] =>
  inForce(pack.choices, day)
    .filter((one) => one.list === list)
    .map((one) => ({ value: one.code, label: one.label[locale] }))
