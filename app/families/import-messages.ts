import type { Messages } from '#app/platform/i18n/messages.ts'
import { plural } from '#app/platform/i18n/words.ts'

/* Families from a file. */

export const da = {
  title: 'Indlæs familier fra en fil',
  lead: 'CSV eller Excel med én række for hver person. Først ser du, hvad der sker; intet bliver ændret, før du siger ja.',
  file: 'Fil',
  fileHint: 'CSV (komma eller semikolon) eller XLSX, højst 5 MB',
  project: 'Projekt',
  template: 'Hent en skabelon med kolonnerne',
  check: 'Se filen igennem',
  again: 'Vælg en anden fil',
  rows: (n: number) => plural(n, 'række', 'rækker'),
  good: (families: number, persons: number) =>
    `${plural(families, 'familie', 'familier')} med ${plural(persons, 'person', 'personer')} kan indlæses`,
  bad: (n: number) => (n === 1 ? '1 række kan ikke indlæses' : `${n} rækker kan ikke indlæses`),
  row: 'Række',
  column: 'Kolonne',
  why: 'Hvorfor',
  confirmAll: 'Indlæs',
  confirmGood: 'Indlæs de gode rækker, og lad resten ligge',
  fixFirst: 'Ret rækkerne i filen, og se den igennem igen. Eller indlæs kun de gode rækker.',
  done: (families: number, persons: number) =>
    `Indlæst: ${plural(families, 'familie', 'familier')} med ${plural(persons, 'person', 'personer')}. Projektlederen har fået en opgave for hver.`,
  nothing: 'Der er ingen rækker, der kan indlæses.',
  warnings: 'Læg mærke til',
  expired: 'Filen er ikke gemt længere. Vælg den igen.',
  noFile: 'Vælg en fil',
  tooBig: 'Filen er større end 5 MB',
}

export const en: Messages<typeof da> = {
  title: 'Import families from a file',
  lead: 'CSV or Excel with one row for each person. First you see what will happen; nothing changes until you say yes.',
  file: 'File',
  fileHint: 'CSV (comma or semicolon) or XLSX, at most 5 MB',
  project: 'Project',
  template: 'Get a template with the columns',
  check: 'Look through the file',
  again: 'Choose another file',
  rows: (n) => plural(n, 'row', 'rows'),
  good: (families, persons) => `${plural(families, 'family', 'families')} with ${plural(persons, 'person', 'people')} can be imported`,
  bad: (n) => (n === 1 ? '1 row cannot be imported' : `${n} rows cannot be imported`),
  row: 'Row',
  column: 'Column',
  why: 'Why',
  confirmAll: 'Import',
  confirmGood: 'Import the good rows and leave the rest',
  fixFirst: 'Correct the rows in the file and look through it again. Or import the good rows only.',
  done: (families, persons) =>
    `Imported: ${plural(families, 'family', 'families')} with ${plural(persons, 'person', 'people')}. The project manager has a task for each.`,
  nothing: 'There are no rows that can be imported.',
  warnings: 'Please note',
  expired: 'The file is no longer kept. Choose it again.',
  noFile: 'Choose a file',
  tooBig: 'The file is larger than 5 MB',
}
