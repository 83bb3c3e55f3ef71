import type { Pack } from './pack.ts'

/**
 * What an effective pack says about access, as the rows the database's policies read (law_age, signer_rule, consent_duration,
 * legal_basis_rule, pack_role), without the municipality. All periods are kept: the policies ask for the day themselves.
 */
export type AccessRows = {
  law_age: (Dated & { code: string; years: number })[]
  signer_rule: (Dated & { purpose: string; category: string; age_from: number; age_until: number; rule: string })[]
  consent_duration: (Dated & { from_sector: string; months: number })[]
  legal_basis_rule: (Dated & {
    paragraph: string; from_sectors: string[]; to_sectors: string[]; categories: string[]; longest_days: number; roles: string[]
  })[]
  pack_role: (Dated & { kind: PackRoleKind; role: string; sector: string | null; verbs: string[] })[]
}
export type PackRoleKind = 'break-glass' | 'authority' | 'assignment' | 'child-protection'
type Dated = { valid_from: string; valid_until: string | null }

/** An age nobody reaches: the database's open end. */
const openAge = 150

/** The rows of an effective pack. A rule for any purpose or category carries `*`; one that names several becomes one row for each. */
export function accessRows(pack: Pack): AccessRows {
  return {
    law_age: pack.ages.map((one) => ({ ...dated(one), code: one.code, years: one.years })),
    signer_rule: pack.signerRules.flatMap((rule) => orAny(rule.purposes).flatMap((purpose) => orAny(rule.categories).map((category) => ({
      ...dated(rule), purpose, category, age_from: rule.ageFrom, age_until: rule.ageUntil ?? openAge, rule: rule.rule,
    })))),
    consent_duration: pack.consentDurations.map((one) => ({ ...dated(one), from_sector: one.fromSector, months: one.months })),
    legal_basis_rule: pack.legalBases.map((one) => ({
      ...dated(one), paragraph: one.paragraph, from_sectors: one.fromSectors, to_sectors: one.toSectors, categories: one.categories,
      longest_days: one.longestDays, roles: one.authorityRoles,
    })),
    pack_role: [
      ...pack.assignmentRoles.map((role) => ({
        ...dated(role), kind: 'assignment' as const, role: role.code, sector: role.sector, verbs: [...role.verbs],
      })),
      ...pack.postRoles.flatMap((role) => kindsOf(role).map((kind) => ({
        ...dated(role), kind, role: role.code, sector: kind === 'authority' ? role.sector : null, verbs: [],
      }))),
    ],
  }
}

function kindsOf({ acts, childProtection }: Pack['postRoles'][number]): PackRoleKind[] {
  const kinds: [PackRoleKind, boolean][] = [
    ['break-glass', acts.includes('break-glass')], ['authority', acts.includes('register-legal-basis')], ['child-protection', childProtection],
  ]
  return kinds.filter(([, holds]) => holds).map(([kind]) => kind)
}

const dated = (one: { validFrom: string; validUntil: string | null }): Dated => ({ valid_from: one.validFrom, valid_until: one.validUntil })
const orAny = (codes: readonly string[]): readonly string[] => (codes.length === 0 ? ['*'] : codes)
