import type { FieldIssue } from '#app/platform/context.ts'
import { readCpr } from '#app/platform/cpr/cpr.ts'
import { parseDate } from '#app/platform/time/plain-date.ts'
import type { PersonKind, RelationKind } from './families.ts'

/* One row of a file of families: its words, and everything wrong with them. Pure. */

export const IMPORT_COLUMNS = [
  'family',
  'cpr',
  'name',
  'birthday',
  'relation',
  'custodyOf',
  'residence',
  'street',
  'protected',
  'language',
  'interpreter',
] as const
export type ImportColumn = (typeof IMPORT_COLUMNS)[number]
/** One row of the file; `row` as a spreadsheet counts. */
export type ImportRow = { row: number } & Partial<Record<ImportColumn, string>>
export type ImportIssue = FieldIssue & { row: number }
type Texts = { da: string; en: string }

export type Word = { kind?: PersonKind; parent?: boolean; child?: boolean; relation?: RelationKind; label?: string }
/** What a person is in the family; Danish and English words. */
const RELATIONS: Record<string, Word> = {
  mor: { parent: true },
  far: { parent: true },
  forælder: { parent: true },
  medmor: { parent: true },
  mother: { parent: true },
  father: { parent: true },
  parent: { parent: true },
  barn: { child: true },
  datter: { child: true },
  søn: { child: true },
  ung: { child: true },
  child: { child: true },
  daughter: { child: true },
  son: { child: true },
  partner: { relation: 'partner' },
  samlever: { relation: 'partner' },
  ægtefælle: { relation: 'partner' },
  stedforælder: { relation: 'partner' },
  bedsteforælder: { relation: 'grandparent' },
  mormor: { relation: 'grandparent' },
  farmor: { relation: 'grandparent' },
  morfar: { relation: 'grandparent' },
  farfar: { relation: 'grandparent' },
  grandparent: { relation: 'grandparent' },
  plejeforælder: { relation: 'foster-parent' },
  plejemor: { relation: 'foster-parent' },
  plejefar: { relation: 'foster-parent' },
  'foster-parent': { relation: 'foster-parent' },
  'ventet barn': { kind: 'unborn', child: true },
  unborn: { kind: 'unborn', child: true },
  netværk: { kind: 'network' },
  network: { kind: 'network' },
}
const LANGUAGE_WORDS: Record<string, string> = {
  dansk: 'da',
  danish: 'da',
  engelsk: 'en',
  english: 'en',
  arabisk: 'ar',
  arabic: 'ar',
  tyrkisk: 'tr',
  turkish: 'tr',
  ukrainsk: 'uk',
  ukrainian: 'uk',
  somali: 'so',
  polsk: 'pl',
  polish: 'pl',
  rumænsk: 'ro',
  romanian: 'ro',
  farsi: 'fa',
  tysk: 'de',
  german: 'de',
  urdu: 'ur',
  tigrinya: 'ti',
  vietnamesisk: 'vi',
  vietnamese: 'vi',
}
const YES = ['ja', 'j', 'yes', 'y', 'true', 'sand', '1', 'x'],
  NO = ['', 'nej', 'n', 'no', 'false', 'falsk', '0']

export type ParsedPerson = {
  row: number
  firstName: string
  lastName: string
  kind: PersonKind
  cpr: string | null
  born: string | null
  due: string | null
  word: Word
  relationWord: string
  custodyOf: string[]
  residences: string[]
  address: { street: string; postcode: string; city: string; protected: boolean } | null
  language: string
  interpreter: boolean
}
export const say = (row: number, field: ImportColumn | '', message: Texts): ImportIssue => ({ row, field, message })
const wordIn = <T>(words: Record<string, T>, word: string): T | undefined => (Object.hasOwn(words, word) ? words[word] : undefined)
export const lower = (text: string | undefined): string => (text ?? '').trim().toLowerCase()
const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[,+;/]|\bog\b|\band\b/)
    .map((x) => x.trim())
    .filter((x) => x !== '')

/** The person of a row, or null when something is wrong with it; every reason is added to `issues`. */
export function readRow(r: ImportRow, today: string, issues: ImportIssue[]): ParsedPerson | null {
  const before = issues.length
  const add = (field: ImportColumn, da: string, en: string) => void issues.push(say(r.row, field, { da, en }))
  const word = wordIn(RELATIONS, lower(r.relation))
  if (!(r.family ?? '').trim()) add('family', 'Skriv, hvilken familie rækken hører til', 'Write which family the row belongs to')
  if (!word)
    add(
      'relation',
      r.relation?.trim()
        ? `Relationen "${r.relation.trim()}" kender vi ikke. Skriv for eksempel mor, far, barn eller netværk`
        : 'Skriv relationen, for eksempel mor, far eller barn',
      r.relation?.trim()
        ? `The relation "${r.relation.trim()}" is not known. Write for example mother, father, child or network`
        : 'Write the relation, for example mother, father or child',
    )
  const kind = word?.kind ?? 'person'
  const [firstName = '', ...rest] = kind === 'network' ? [(r.name ?? '').trim().split(/\s+/)[0]] : firstAndLast(r.name)
  if (firstName === '' && kind !== 'unborn') add('name', 'Skriv navnet', 'Write the name')
  const { cpr, born, due } = readDates(r, kind, today, add)
  const [isProtected, interpreter] = [yesNo(r.protected, 'protected', add), yesNo(r.interpreter, 'interpreter', add)]
  const language = readLanguage(r.language, add)
  if (issues.length > before || !word) return null
  return {
    row: r.row,
    firstName,
    lastName: rest.join(' '),
    kind,
    cpr,
    born,
    due,
    word,
    relationWord: lower(r.relation),
    custodyOf: list(r.custodyOf).map((x) => x.toLowerCase()),
    residences: list(r.residence),
    address: readAddress(r.street, isProtected),
    language,
    interpreter,
  }
}
type Add = (field: ImportColumn, da: string, en: string) => void

/** All names but the last, and the last. */
export function firstAndLast(name: string | undefined): string[] {
  const words = (name ?? '')
    .trim()
    .split(/\s+/)
    .filter((w) => w !== '')
  return words.length < 2 ? words : [words.slice(0, -1).join(' '), words.at(-1) ?? '']
}

function readDates(
  r: ImportRow,
  kind: PersonKind,
  today: string,
  add: Add,
): { cpr: string | null; born: string | null; due: string | null } {
  const typedCpr = (r.cpr ?? '').trim(),
    typedDay = (r.birthday ?? '').trim()
  const cpr = typedCpr === '' ? null : readCpr(typedCpr)
  const day = typedDay === '' ? null : parseDate(typedDay)
  if (typedCpr !== '' && !cpr)
    add(
      'cpr',
      'CPR-nummeret skal have 10 cifre og begynde med en dato, der findes',
      'The CPR number must have 10 digits and begin with a date that exists',
    )
  if (typedDay !== '' && !day)
    add(
      'birthday',
      `"${typedDay}" er ikke en dato. Skriv for eksempel 14-08-1992`,
      `"${typedDay}" is not a date. Write for example 14-08-1992`,
    )
  if (kind === 'network') {
    if (typedCpr !== '') add('cpr', 'Om en i netværket gemmer vi intet CPR-nummer', 'We keep no CPR number of somebody in the network')
    return { cpr: null, born: null, due: null }
  }
  if (kind === 'unborn') {
    if (typedDay === '') add('birthday', 'Skriv terminen for det ventede barn', 'Write the due date of the expected child')
    return { cpr: null, born: null, due: day }
  }
  if (cpr && day && cpr.birthDate !== day)
    add('birthday', 'Fødselsdagen passer ikke med CPR-nummeret', 'The birthday does not match the CPR number')
  const born = day ?? cpr?.birthDate ?? null
  if (typedCpr === '' && typedDay === '') add('birthday', 'Skriv fødselsdagen eller CPR-nummeret', 'Write the birthday or the CPR number')
  if (born && born > today)
    add(
      'birthday',
      'Fødselsdagen ligger i fremtiden. Er barnet ikke født, skriver du ventet barn',
      'The birthday is in the future. If the child is not born, write unborn',
    )
  return { cpr: cpr?.digits ?? null, born, due: null }
}

function yesNo(text: string | undefined, field: ImportColumn, add: Add): boolean {
  if (YES.includes(lower(text))) return true
  if (!NO.includes(lower(text))) add(field, `Skriv ja eller nej, ikke "${text?.trim()}"`, `Write yes or no, not "${text?.trim()}"`)
  return false
}
function readLanguage(text: string | undefined, add: Add): string {
  const word = lower(text)
  if (word === '') return 'da'
  const code = wordIn(LANGUAGE_WORDS, word) ?? (/^[a-z]{2,3}$/.test(word) ? word : null)
  if (!code)
    add(
      'language',
      `Sproget "${text?.trim()}" kender vi ikke. Skriv dansk, arabisk … eller en kode på to bogstaver`,
      `The language "${text?.trim()}" is not known. Write Danish, Arabic … or a code of two letters`,
    )
  return code ?? 'da'
}
/** "Bygaden 1, 8722 Hedensted". */
function readAddress(text: string | undefined, isProtected: boolean): ParsedPerson['address'] {
  const whole = (text ?? '').trim()
  if (whole === '') return null
  const [, street, postcode, city] = /^(.*?),?\s+(\d{4})\s+(\S.*)$/.exec(whole) ?? []
  return street && postcode && city
    ? { street: street.replace(/,$/, '').trim(), postcode, city, protected: isProtected }
    : { street: whole, postcode: '', city: '', protected: isProtected }
}
