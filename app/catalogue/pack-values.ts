import type { Act } from './pack-access.ts'
import { inForce, itemAt } from './pack-item.ts'
import type { Pack } from './pack.ts'
import { settingValues, type SettingCode, type SettingValue } from './settings.ts'

/** Answers read from an effective pack on a day. Pure. */

/** The value of a setting on a day. @throws Error when the pack does not set it: a pack for use must. */
export function settingAt<C extends SettingCode>(pack: Pack, wanted: C, today: string): SettingValue<C>
export function settingAt(pack: Pack, wanted: SettingCode, today: string): unknown {
  const found = itemAt(pack.settings, wanted, today)
  if (!found) throw new Error(`The pack ${pack.code} does not set ${wanted} on ${today}`)
  return settingValues[wanted].parse(found.value)
}

/** The same where a pack may be from before the setting came: then it is our own. */
export const settingOr = <C extends SettingCode>(pack: Pack, wanted: C, today: string, ours: SettingValue<C>): SettingValue<C> =>
  itemAt(pack.settings, wanted, today) ? settingAt(pack, wanted, today) : ours

/** Days after intake within which the first measurement belongs. */
export const baselineDays = (pack: Pack, today: string): number => settingOr(pack, 'baselineWithinDays', today, 28)

/** How the plan is made and followed up. Months are whole; `networkMeetingEveryMonths` null: none are held. */
export function planRules(pack: Pack, today: string) {
  const of = <C extends SettingCode>(wanted: C): SettingValue<C> => settingAt(pack, wanted, today)
  return {
    goalLevels: of('goalLevels'),
    followUpEveryMonths: of('followUpEveryMonths'),
    networkMeetingEveryMonths: of('networkMeetingEveryMonths'),
    recommendedBy: of('planRecommendedBy'),
    approvedBy: of('planApprovedBy'),
    measuresApprovedBy: of('measuresApprovedBy'),
  }
}

/** When a member's week is full, and how long a way takes when nobody has said; minutes. A pack from before they came has our own. */
export function fitRules(pack: Pack, today: string): { fullWeek: number; travel: number } {
  return { fullWeek: settingOr(pack, 'fullWeekHours', today, 30) * 60, travel: settingOr(pack, 'travelMinutes', today, 20) }
}

/** When somebody asks about a family: whole months without a registration, and measures that changed the other way. A pack from before they came has our own. */
export function supportRules(pack: Pack, today: string): { silentMonths: number; worse: number } {
  return { silentMonths: settingOr(pack, 'supportAfterSilentMonths', today, 2), worse: settingOr(pack, 'supportAfterWorse', today, 3) }
}

/** Post roles that may do an act, such as 'refer'. */
export const postRolesWith = (pack: Pack, wanted: Act, today: string): string[] =>
  inForce(pack.postRoles, today).filter((role) => role.acts.includes(wanted)).map((role) => role.code)

export const breakGlassRoles = (pack: Pack, today: string): string[] => postRolesWith(pack, 'break-glass', today)
export const authorityRoles = (pack: Pack, today: string): string[] => postRolesWith(pack, 'register-legal-basis', today)

/** Years of an age limit ('adult', 'health-alone', 'co-sign' …). @throws Error when the pack lacks it. */
export function ageAt(pack: Pack, wanted: string, today: string): number {
  const found = itemAt(pack.ages, wanted, today)
  if (!found) throw new Error(`The pack ${pack.code} has no age ${wanted} on ${today}`)
  return found.years
}

/** The longest a consent from a sector may last, in months; null when the pack sets no limit. */
export const longestMonths = (pack: Pack, fromSector: string, today: string): number | null =>
  inForce(pack.consentDurations, today).find((one) => one.fromSector === fromSector)?.months ?? null

/** The smallest group a figure for this audience may be about; null: no limit. An unknown audience gets the strictest. */
export function smallestGroup(pack: Pack, audience: string, today: string): number | null {
  const groups = inForce(pack.disclosureGroups, today)
  const found = groups.find((one) => one.code === audience)
  return found ? found.smallest : Math.max(5, ...groups.map((one) => one.smallest ?? 0))
}

/** Whether records of a sector and category are shared within the household unless somebody says no. Unknown: no. */
export function householdSharedByDefault(pack: Pack, sector: string, category: string, today: string): boolean {
  return itemAt(pack.sectors, sector, today)?.householdShared === true && itemAt(pack.categories, category, today)?.householdShared === true
}
