import type { FieldIssue } from '#app/platform/context.ts'
import { readCpr } from '#app/platform/cpr/cpr.ts'
import { ageOn, parseDate } from '#app/platform/time/plain-date.ts'
import type { NewFamilyInput, PersonKind, RelationKind } from './families.ts'

/*
 * Families from a file, one row per person. Pure: rows in, families and everything wrong with the rows out, all at once.
 * Rows are counted as a spreadsheet shows them: the header is row 1.
 */

export const IMPORT_COLUMNS = ['family', 'cpr', 'name', 'birthday', 'relation', 'custodyOf', 'residence', 'street', 'protected', 'language', 'interpreter'] as const
export type ImportColumn = (typeof IMPORT_COLUMNS)[number]
/** One row of the file; `row` as a spreadsheet counts. */
export type ImportRow = { row: number } & Partial<Record<ImportColumn, string>>
export type ImportIssue = FieldIssue & { row: number }
type Texts = { da: string; en: string }

type Word = { kind?: PersonKind; parent?: boolean; child?: boolean; relation?: RelationKind; label?: string }
/** What a person is in the family; Danish and English words. */
const RELATIONS: Record<string, Word> = {
  mor: { parent: true }, far: { parent: true }, forælder: { parent: true }, medmor: { parent: true }, mother: { parent: true }, father: { parent: true }, parent: { parent: true },
  barn: { child: true }, datter: { child: true }, søn: { child: true }, ung: { child: true }, child: { child: true }, daughter: { child: true }, son: { child: true },
  partner: { relation: 'partner' }, samlever: { relation: 'partner' }, ægtefælle: { relation: 'partner' }, stedforælder: { relation: 'partner' },
  bedsteforælder: { relation: 'grandparent' }, mormor: { relation: 'grandparent' }, farmor: { relation: 'grandparent' }, morfar: { relation: 'grandparent' }, farfar: { relation: 'grandparent' }, grandparent: { relation: 'grandparent' },
  plejeforælder: { relation: 'foster-parent' }, plejemor: { relation: 'foster-parent' }, plejefar: { relation: 'foster-parent' }, 'foster-parent': { relation: 'foster-parent' },
  'ventet barn': { kind: 'unborn', child: true }, unborn: { kind: 'unborn', child: true }, netværk: { kind: 'network' }, network: { kind: 'network' },
}
const LANGUAGE_WORDS: Record<string, string> = { dansk: 'da', danish: 'da', engelsk: 'en', english: 'en', arabisk: 'ar', arabic: 'ar', tyrkisk: 'tr', turkish: 'tr', ukrainsk: 'uk', ukrainian: 'uk',
  somali: 'so', polsk: 'pl', polish: 'pl', rumænsk: 'ro', romanian: 'ro', farsi: 'fa', tysk: 'de', german: 'de', urdu: 'ur', tigrinya: 'ti', vietnamesisk: 'vi', vietnamese: 'vi' }
const YES = ['ja', 'j', 'yes', 'y', 'true', 'sand', '1', 'x'], NO = ['', 'nej', 'n', 'no', 'false', 'falsk', '0']

export type ParsedPerson = {
  row: number; firstName: string; lastName: string; kind: PersonKind; cpr: string | null; born: string | null; due: string | null; word: Word; relationWord: string
  custodyOf: string[]; residences: string[]; address: { street: string; postcode: string; city: string; protected: boolean } | null; language: string; interpreter: boolean
}
export type ParsedFamily = { key: string; people: ParsedPerson[]; rows: number[] }
export type ImportPlan = { families: ParsedFamily[]; issues: ImportIssue[]; warnings: ImportIssue[]; rows: number }

const say = (row: number, field: ImportColumn | '', message: Texts): ImportIssue => ({ row, field, message })
const wordIn = <T>(words: Record<string, T>, word: string): T | undefined => (Object.hasOwn(words, word) ? words[word] : undefined)
const lower = (text: string | undefined): string => (text ?? '').trim().toLowerCase()
const list = (text: string | undefined): string[] => (text ?? '').split(/[,+;/]|\bog\b|\band\b/).map((x) => x.trim()).filter((x) => x !== '')

/** Reads all rows. A row with an issue is not part of a family; a family without a grown-up, or without a CPR number, has none of its rows. */
export function planImport(rows: readonly ImportRow[], today: string): ImportPlan {
  const issues: ImportIssue[] = []
  const people = rows.map((row) => ({ key: (row.family ?? '').trim(), person: readRow(row, today, issues) }))
  twice(people.flatMap((p) => (p.person ? [p.person] : [])), issues)
  const bad = new Set(issues.map((i) => i.row))
  const keys = [...new Set(people.map((p) => p.key).filter((k) => k !== ''))]
  const families = keys.map((key): ParsedFamily => {
    const good = people.flatMap((p) => (p.key === key && p.person && !bad.has(p.person.row) ? [p.person] : []))
    return { key, people: good, rows: good.map((p) => p.row) }
  })
  const warnings: ImportIssue[] = []
  const whole = families.filter((f) => f.people.length > 0 && wholeFamily(f, rows, today, issues, warnings))
  return { families: whole, issues: issues.toSorted((a, b) => a.row - b.row), warnings, rows: rows.length }
}

function readRow(r: ImportRow, today: string, issues: ImportIssue[]): ParsedPerson | null {
  const before = issues.length
  const add = (field: ImportColumn, da: string, en: string) => void issues.push(say(r.row, field, { da, en }))
  const word = wordIn(RELATIONS, lower(r.relation))
  if (!(r.family ?? '').trim()) add('family', 'Skriv, hvilken familie rækken hører til', 'Write which family the row belongs to')
  if (!word) add('relation', r.relation?.trim() ? `Relationen "${r.relation.trim()}" kender vi ikke. Skriv for eksempel mor, far, barn eller netværk` : 'Skriv relationen, for eksempel mor, far eller barn',
    r.relation?.trim() ? `The relation "${r.relation.trim()}" is not known. Write for example mother, father, child or network` : 'Write the relation, for example mother, father or child')
  const kind = word?.kind ?? 'person'
  const [firstName = '', ...rest] = kind === 'network' ? [(r.name ?? '').trim().split(/\s+/)[0]] : firstAndLast(r.name)
  if (firstName === '' && kind !== 'unborn') add('name', 'Skriv navnet', 'Write the name')
  const { cpr, born, due } = readDates(r, kind, today, add)
  const [isProtected, interpreter] = [yesNo(r.protected, 'protected', add), yesNo(r.interpreter, 'interpreter', add)]
  const language = readLanguage(r.language, add)
  if (issues.length > before || !word) return null
  return { row: r.row, firstName, lastName: rest.join(' '), kind, cpr, born, due, word, relationWord: lower(r.relation), custodyOf: list(r.custodyOf).map((x) => x.toLowerCase()),
    residences: list(r.residence), address: readAddress(r.street, isProtected), language, interpreter }
}
type Add = (field: ImportColumn, da: string, en: string) => void

function firstAndLast(name: string | undefined): string[] {
  const words = (name ?? '').trim().split(/\s+/).filter((w) => w !== '')
  return words.length < 2 ? words : [words.slice(0, -1).join(' '), words.at(-1) ?? '']
}

function readDates(r: ImportRow, kind: PersonKind, today: string, add: Add): { cpr: string | null; born: string | null; due: string | null } {
  const typedCpr = (r.cpr ?? '').trim(), typedDay = (r.birthday ?? '').trim()
  const cpr = typedCpr === '' ? null : readCpr(typedCpr)
  const day = typedDay === '' ? null : parseDate(typedDay)
  if (typedCpr !== '' && !cpr) add('cpr', 'CPR-nummeret skal have 10 cifre og begynde med en dato, der findes', 'The CPR number must have 10 digits and begin with a date that exists')
  if (typedDay !== '' && !day) add('birthday', `"${typedDay}" er ikke en dato. Skriv for eksempel 14-08-1992`, `"${typedDay}" is not a date. Write for example 14-08-1992`)
  if (kind === 'network') {
    if (typedCpr !== '') add('cpr', 'Om en i netværket gemmer vi intet CPR-nummer', 'We keep no CPR number of somebody in the network')
    return { cpr: null, born: null, due: null }
  }
  if (kind === 'unborn') {
    if (typedDay === '') add('birthday', 'Skriv terminen for det ventede barn', 'Write the due date of the expected child')
    return { cpr: null, born: null, due: day }
  }
  if (cpr && day && cpr.birthDate !== day) add('birthday', 'Fødselsdagen passer ikke med CPR-nummeret', 'The birthday does not match the CPR number')
  const born = day ?? cpr?.birthDate ?? null
  if (typedCpr === '' && typedDay === '') add('birthday', 'Skriv fødselsdagen eller CPR-nummeret', 'Write the birthday or the CPR number')
  if (born && born > today) add('birthday', 'Fødselsdagen ligger i fremtiden. Er barnet ikke født, skriver du ventet barn', 'The birthday is in the future. If the child is not born, write unborn')
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
  if (!code) add('language', `Sproget "${text?.trim()}" kender vi ikke. Skriv dansk, arabisk … eller en kode på to bogstaver`, `The language "${text?.trim()}" is not known. Write Danish, Arabic … or a code of two letters`)
  return code ?? 'da'
}
/** "Bygaden 1, 8722 Hedensted". */
function readAddress(text: string | undefined, isProtected: boolean): ParsedPerson['address'] {
  const whole = (text ?? '').trim()
  if (whole === '') return null
  const [, street, postcode, city] = /^(.*?),?\s+(\d{4})\s+(\S.*)$/.exec(whole) ?? []
  return street && postcode && city ? { street: street.replace(/,$/, '').trim(), postcode, city, protected: isProtected } : { street: whole, postcode: '', city: '', protected: isProtected }
}

/** The same number twice in the file. */
function twice(people: ParsedPerson[], issues: ImportIssue[]): void {
  const first = new Map<string, number>()
  for (const p of people) {
    if (!p.cpr) continue
    const at = first.get(p.cpr)
    if (at === undefined) first.set(p.cpr, p.row)
    else issues.push(say(p.row, 'cpr', { da: `Samme CPR-nummer står i række ${at}`, en: `The same CPR number is in row ${at}` }))
  }
}

/** What only the family as a whole can tell; issues stand at its first row. */
function wholeFamily(f: ParsedFamily, rows: readonly ImportRow[], today: string, issues: ImportIssue[], warnings: ImportIssue[]): boolean {
  const before = issues.length
  const everyName = rows.filter((r) => (r.family ?? '').trim() === f.key).map((r) => lower(firstAndLast(r.name)[0] ?? ''))
  const at = f.rows[0] ?? 0
  if (!f.people.some((p) => p.kind === 'person' && !isYoung(p, today))) issues.push(say(at, 'family', { da: `Familien "${f.key}" har ingen voksen, der kan indlæses`, en: `The family "${f.key}" has no adult that can be imported` }))
  else if (!f.people.some((p) => p.cpr)) issues.push(say(at, 'family', { da: 'Mindst én i familien skal have et CPR-nummer, så filen ikke kan indlæses to gange', en: 'At least one person of the family needs a CPR number, so that the file cannot be imported twice' }))
  for (const p of f.people) for (const child of p.custodyOf) {
    if (!everyName.includes(child) && !everyName.some((n) => n.split(' ')[0] === child)) issues.push(say(p.row, 'custodyOf', { da: `"${child}" er ikke et barn i familien`, en: `"${child}" is not a child of the family` }))
  }
  if (issues.length > before) return false
  for (const p of f.people.filter((x) => x.kind === 'person' && isYoung(x, today))) {
    if (!f.people.some((h) => h.custodyOf.some((c) => isNamed(p, c)))) warnings.push(say(p.row, 'custodyOf', { da: `Ingen har forældremyndighed over ${p.firstName}: intet samtykke om barnet kan gælde`, en: `Nobody holds custody of ${p.firstName}: no consent about the child can be valid` }))
  }
  return true
}
const isYoung = (p: ParsedPerson, today: string): boolean => p.kind === 'unborn' || (p.born !== null && ageOn(p.born, today) < 18)
const isNamed = (p: ParsedPerson, name: string): boolean => p.firstName.toLowerCase() === name || p.firstName.toLowerCase().split(' ')[0] === name

/** The input that opens the case. The first home named in the family is where the family of the case lives; a grown-up in another one is a parent elsewhere. */
export function asNewFamily(f: ParsedFamily, projectId: number, today: string): NewFamilyInput {
  const homes = [...new Set(f.people.flatMap((p) => p.residences))]
  const first = homes[0] ?? ''
  const children = f.people.filter((p) => p.kind !== 'network' && (p.word.child || isYoung(p, today)))
  const role = (p: ParsedPerson) => (p.kind === 'network' ? 'network' : children.includes(p) || p.residences.includes(first) || homes.length === 0 ? 'family' : 'other-parent')
  const adult = f.people.find((p) => p.kind === 'person' && !isYoung(p, today))
  return {
    projectId, name: adult?.lastName || f.key, referral: null,
    households: homes.length === 0 ? [{ key: '', name: '' }] : homes.map((h) => ({ key: h, name: h })),
    people: f.people.map((p) => ({
      key: String(p.row), kind: p.kind, firstName: p.firstName, lastName: p.kind === 'network' ? '' : p.lastName, born: p.born, due: p.due, cpr: p.cpr, language: p.language, interpreter: p.interpreter,
      role: role(p), households: p.kind === 'network' ? [] : homes.length === 0 ? [''] : p.residences, address: p.address,
    })),
    custody: f.people.flatMap((h) => children.filter((c) => h.custodyOf.some((name) => isNamed(c, name))).map((c) => ({ child: String(c.row), holder: String(h.row) }))),
    relations: f.people.flatMap((p) => relationsOf(p, f.people, children)),
  }
}

function relationsOf(p: ParsedPerson, people: ParsedPerson[], children: ParsedPerson[]): NewFamilyInput['relations'] & object {
  const parents = people.filter((x) => x.word.parent)
  const one = (other: ParsedPerson, kind: RelationKind, label = '') => ({ person: String(p.row), other: String(other.row), kind, label })
  if (p.word.parent) return children.filter((c) => c !== p).map((c) => one(c, 'parent'))
  if (p.word.relation === 'partner') return parents.slice(0, 1).map((x) => one(x, 'partner'))
  if (p.word.relation) return children.map((c) => one(c, p.word.relation ?? 'grandparent'))
  if (p.kind === 'network') return children.concat(parents).slice(0, 1).map((c) => one(c, 'network', p.relationWord))
  return []
}
