import type { Words } from './pack-item.ts'

/**
 * Words about packs. Unlike page texts these travel with their data in both languages, because the same list of errors or
 * differences is shown on a page, on the command line and in the log of what was applied.
 */

/** What can be wrong in a pack file. `value` is what stands there, `names` the words it may be. */
export const packErrors = {
  yaml: (detail: string): Words => ({
    da: `Filen kan ikke læses som YAML: ${detail}`, en: `The file cannot be read as YAML: ${detail}`,
  }),
  missingHead: (): Words => ({ da: 'Pakken mangler filen pack.yaml', en: 'The pack lacks the file pack.yaml' }),
  notAMap: (): Words => ({ da: 'Filen skal bestå af afsnit med navne', en: 'The file must consist of named sections' }),
  doubleSection: (other: string): Words => ({
    da: `Afsnittet står også i ${other}; skriv det ét sted`, en: `The section also stands in ${other}; write it in one place`,
  }),
  missing: (): Words => ({ da: 'Feltet mangler', en: 'The field is missing' }),
  unknownField: (name: string, names: readonly string[]): Words => ({
    da: `Feltet "${name}" findes ikke${nearest(names, 'Mente du', '?')}`,
    en: `The field "${name}" does not exist${nearest(names, 'Did you mean', '?')}`,
  }),
  wrongType: (expected: string): Words => ({
    da: `Her skal stå ${typesDa[expected] ?? expected}`, en: `This must be ${typesEn[expected] ?? expected}`,
  }),
  wrongValue: (names: readonly string[]): Words => ({
    da: `Her skal stå en af disse: ${names.join(', ')}`, en: `This must be one of: ${names.join(', ')}`,
  }),
  tooSmall: (least: string): Words => ({ da: `Tallet skal mindst være ${least}`, en: `The number must be at least ${least}` }),
  tooBig: (most: string): Words => ({ da: `Tallet må højst være ${most}`, en: `The number must be at most ${most}` }),
  tooFew: (least: string): Words => ({ da: `Der skal stå mindst ${least}`, en: `There must be at least ${least}` }),
  emptyText: (): Words => ({ da: 'Teksten må ikke være tom', en: 'The text must not be empty' }),
  notADate: (): Words => ({ da: 'Skriv datoen som 2026-01-31', en: 'Write the date as 2026-01-31' }),
  notACode: (): Words => ({
    da: 'En kode har kun bogstaverne a-z, tal og bindestreg', en: 'A code has only the letters a-z, digits and hyphens',
  }),
  notAVersion: (): Words => ({ da: 'Skriv versionen som "1.0.0"', en: 'Write the version as "1.0.0"' }),
  notAMunicipality: (): Words => ({
    da: 'Skriv kommunens nummer med fire cifre i anførselstegn, fx "0766"',
    en: 'Write the municipality as four digits in quotes, e.g. "0766"',
  }),
  notASpan: (): Words => ({
    da: 'Skriv en tid med én enhed, fx { months: 3 }', en: 'Write a time with one unit, e.g. { months: 3 }',
  }),
  notAnExpression: (): Words => ({
    da: 'Skriv en kode eller { all: [...] }, { any: [...] }, { not: ... }',
    en: 'Write a code or { all: [...] }, { any: [...] }, { not: ... }',
  }),
  other: (detail: string): Words => ({ da: `Værdien kan ikke bruges (${detail})`, en: `The value cannot be used (${detail})` }),
  unknownCode: (what: Words, value: string, names: readonly string[]): Words => ({
    da: `${what.da} "${value}" findes ikke${nearest(names, 'Mente du', '?')}`,
    en: `${what.en} "${value}" does not exist${nearest(names, 'Did you mean', '?')}`,
  }),
  unknownPack: (value: string): Words => ({ da: `Pakken "${value}" findes ikke`, en: `The pack "${value}" does not exist` }),
  circularPack: (value: string): Words => ({
    da: `Pakken "${value}" bygger på sig selv`, en: `The pack "${value}" builds on itself`,
  }),
  brokenPack: (value: string): Words => ({
    da: `Pakken "${value}" har fejl og kan ikke bruges endnu`, en: `The pack "${value}" has errors and cannot be used yet`,
  }),
  untilBeforeFrom: (): Words => ({ da: 'Slutdatoen ligger før startdatoen', en: 'The last day is before the first day' }),
  overlap: (code: string): Words => ({
    da: `"${code}" står to gange for de samme dage`, en: `"${code}" stands twice for the same days`,
  }),
  ageUntilBeforeFrom: (): Words => ({ da: 'Alderen slutter, før den begynder', en: 'The age ends before it begins' }),
  unknownStep: (name: string): Words => ({
    da: `Trinnet "${name}" findes ikke på skalaen`, en: `The step "${name}" does not exist on the scale`,
  }),
  sameRank: (code: string): Words => ({
    da: `Reglen siger noget andet end "${code}" om de samme personer`, en: `The rule disagrees with "${code}" about the same people`,
  }),
  unknownPlaceholder: (name: string): Words => ({
    da: `{{${name}}} står ikke på listen over felter i brevet`, en: `{{${name}}} is not in the letter's list of placeholders`,
  }),
  unknownSetting: (value: string): Words => ({ da: `Indstillingen "${value}" findes ikke`, en: `The setting "${value}" does not exist` }),
  settingValue: (value: string): Words => ({
    da: `Indstillingen kan ikke have værdien "${value}"`, en: `The setting cannot have the value "${value}"`,
  }),
  withoutUnknown: (value: string): Words => ({
    da: `"${value}" er ikke arvet og kan derfor ikke udelades`, en: `"${value}" is not inherited and so cannot be left out`,
  }),
} as const

const typesDa: Record<string, string> = {
  string: 'en tekst', number: 'et tal', int: 'et helt tal', boolean: 'true eller false', array: 'en liste', object: 'felter med navne',
  record: 'felter med navne',
}
const typesEn: Record<string, string> = {
  string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'named fields',
  record: 'named fields',
}

const nearest = (names: readonly string[], lead: string, end: string): string =>
  names.length === 0 ? '' : `. ${lead} ${names.map((name) => `"${name}"`).join(', ')}${end}`

/** Words for kinds of reference, used in "… findes ikke". */
export const referenceNames = {
  sectors: { da: 'Sektoren', en: 'The sector' },
  categories: { da: 'Slags oplysninger', en: 'The category' },
  purposes: { da: 'Formålet', en: 'The purpose' },
  postRoles: { da: 'Rollen', en: 'The role' },
  lawAreas: { da: 'Lovområdet', en: 'The area of law' },
  obligations: { da: 'Fristen', en: 'The deadline' },
  scales: { da: 'Skalaen', en: 'The scale' },
  units: { da: 'Enheden', en: 'The unit' },
  intakeCriteria: { da: 'Spørgsmålet', en: 'The question' },
  frameworks: { da: 'Rammen', en: 'The framework' },
  frameworkThemes: { da: 'Temaet', en: 'The theme' },
  assignmentRoles: { da: 'Rollen', en: 'The role' },
  inquiryQuestions: { da: 'Spørgsmålet', en: 'The question' },
  sectorPlans: { da: 'Delplanen', en: 'The sector plan' },
  optionalConsents: { da: 'Samtykket', en: 'The consent' },
  instruments: { da: 'Måleredskabet', en: 'The instrument' },
  normSets: { da: 'Normen', en: 'The norm set' },
  indicators: { da: 'Indikatoren', en: 'The indicator' },
  ratingQuestions: { da: 'Spørgsmålet', en: 'The question' },
  supportStatuses: { da: 'Forsørgelsen', en: 'The means of support' },
} as const satisfies Record<string, Words>

/** Words of a difference between two packs. */
export const diffWords = {
  added: { da: 'Nyt', en: 'New' },
  removed: { da: 'Fjernet', en: 'Removed' },
  changed: { da: 'Ændret', en: 'Changed' },
  conflict: { da: 'Ændret begge steder', en: 'Changed in both places' },
  kept: { da: 'Jeres egen ændring bliver', en: 'Your own change stays' },
  nothing: { da: 'ingenting', en: 'nothing' },
  yes: { da: 'ja', en: 'yes' },
  no: { da: 'nej', en: 'no' },
  summary: (counts: { added: number; removed: number; changed: number; conflicts: number }): Words => ({
    da: `${counts.added} nye, ${counts.removed} fjernet, ${counts.changed} ændret, ${counts.conflicts} skal I tage stilling til`,
    en: `${counts.added} new, ${counts.removed} removed, ${counts.changed} changed, ${counts.conflicts} for you to decide`,
  }),
} as const
