import { type Locale, type Messages, pick } from './messages.ts'

/** Words that every slice needs, so that the same button says the same thing everywhere. */
export const da = {
  yes: 'Ja',
  no: 'Nej',
  and: 'og',
  or: 'eller',
  none: 'Ingen',
  unknown: 'Ved vi ikke endnu',
  optional: 'kan udelades',
  save: 'Gem',
  saveDraft: 'Gem kladde',
  cancel: 'Annullér',
  close: 'Luk',
  back: 'Tilbage',
  next: 'Næste',
  edit: 'Ret',
  add: 'Tilføj',
  remove: 'Fjern',
  undo: 'Fortryd',
  search: 'Søg',
  show: 'Vis',
  hide: 'Skjul',
  print: 'Skriv ud',
  from: 'Fra',
  until: 'Til',
  date: 'Dato',
  name: 'Navn',
  reason: 'Begrundelse',
  required: 'Feltet skal udfyldes',
  forbidden: 'Det har du ikke adgang til.',
  notFound: 'Vi kan ikke finde det, du leder efter.',
  conflict: 'En anden har ændret det, mens du skrev. Se begge tekster, og vælg.',
  somethingWrong: 'Noget gik galt hos os. Det, du skrev, er gemt som kladde.',
  people: (n: number) => plural(n, 'person', 'personer'),
  families: (n: number) => plural(n, 'familie', 'familier'),
  days: (n: number) => plural(n, 'dag', 'dage'),
  weeks: (n: number) => plural(n, 'uge', 'uger'),
  months: (n: number) => plural(n, 'måned', 'måneder'),
  years: (n: number) => plural(n, 'år', 'år'),
  times: (n: number) => plural(n, 'gang', 'gange'),
}

export const en: Messages<typeof da> = {
  yes: 'Yes',
  no: 'No',
  and: 'and',
  or: 'or',
  none: 'None',
  unknown: 'Not known yet',
  optional: 'optional',
  save: 'Save',
  saveDraft: 'Save draft',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  next: 'Next',
  edit: 'Edit',
  add: 'Add',
  remove: 'Remove',
  undo: 'Undo',
  search: 'Search',
  show: 'Show',
  hide: 'Hide',
  print: 'Print',
  from: 'From',
  until: 'Until',
  date: 'Date',
  name: 'Name',
  reason: 'Reason',
  required: 'Fill in this field',
  forbidden: 'You do not have access to this.',
  notFound: 'We cannot find what you are looking for.',
  conflict: 'Somebody else changed this while you were writing. Compare both texts and choose.',
  somethingWrong: 'Something went wrong on our side. What you wrote is saved as a draft.',
  people: (n) => plural(n, 'person', 'people'),
  families: (n) => plural(n, 'family', 'families'),
  days: (n) => plural(n, 'day', 'days'),
  weeks: (n) => plural(n, 'week', 'weeks'),
  months: (n) => plural(n, 'month', 'months'),
  years: (n) => plural(n, 'year', 'years'),
  times: (n) => plural(n, 'time', 'times'),
}

/** The common words in one language. */
export const words = (locale: Locale): Messages<typeof da> => pick(locale, { da, en })

/** "1 dag", "3 dage", "0 dage". Danish and English both use the singular for exactly one. */
export function plural(n: number, one: string, many: string): string {
  return `${n} ${Math.abs(n) === 1 ? one : many}`
}

/** "Mette, Jonas og Ida": no comma before the last one, in both languages. An empty list is an empty text. */
export function joinList(locale: Locale, items: readonly string[], word: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} ${words(locale)[word]} ${items.at(-1)}`
}

/** "Mettes", but "Jonas'": the Danish genitive takes an apostrophe after s, x and z. English: "Mette's". */
export function genitive(locale: Locale, name: string): string {
  if (locale === 'en') return `${name}'s`
  return /[sxz]$/i.test(name) ? `${name}'` : `${name}s`
}

/** A number for reading: "1.234,5" in Danish, "1,234.5" in English. */
export const formatNumber = (locale: Locale, value: number, decimals = 0): string =>
  new Intl.NumberFormat(locale === 'da' ? 'da-DK' : 'en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    .format(value)
