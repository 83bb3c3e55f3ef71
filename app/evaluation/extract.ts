import type { Words } from '#app/catalogue/pack-item.ts'
import { ageOn, monthsBetween } from '#app/platform/time/plain-date.ts'

/*
 * The monthly extract for the national evaluation (002:189-193, 004:137-147; PROG-34): people under pseudonyms that hold in one delivery only, months instead of days, ages instead of
 * birthdays, codes and numbers, never a text that somebody wrote. The same facts and the same key give the same files to the byte, in whatever order the facts come. Rules only.
 */

/** Changes when a file or a column does. */
export const FORMAT = 1
export const MARKS = ['monthly', 'midterm', 'final'] as const
export type Mark = (typeof MARKS)[number]
export const BASES = ['consent', 'statistics'] as const
export type Basis = (typeof BASES)[number]

export type ExtractPerson = { personId: number; caseId: number; born: string | null; intakeOn: string; leftOn: string | null; leftReason: string }
export type Cell = string | number | null
/** A row of one member in one table: the table's own columns. */
export type ExtractRow = { personId: number; cells: Cell[] }
export type Column = { name: string; about: Words; /** What a code may be; empty: a number, a month or an open list. */ values: string }
export type ExtractTable = { name: string; about: Words; columns: Column[]; rows: ExtractRow[] }
export type Head = { municipality: string; project: string; pack: string; month: string; mark: Mark; basis: Basis; families: number; leftOut: number }
export type ExtractInput = { head: Head; persons: ExtractPerson[]; tables: ExtractTable[]; indicators: Cell[][]; smallest: number; today: string }
export type ExtractFile = { name: string; content: string; rows: number }
/** @returns the pseudonym of a person or a family in this delivery */
export type Pseudonym = (kind: 'person' | 'family', id: number) => string

/** What an encrypted key of a delivery is bound to: it opens there only. */
export const extractKeyAad = (municipalityId: number, sha256: string): string => `extract_delivery.key ${municipalityId} ${sha256}`

export const monthText = (day: string | null): string | null => (day === null ? null : day.slice(0, 7))

const column = (name: string, da: string, en: string, values = ''): Column => ({ name, about: { da, en }, values })
const PERSON = column('person', 'Pseudonym. Kan ikke føres sammen med andre leverancer', 'Pseudonym. Cannot be joined with other deliveries')
const PERSONS: ExtractTable = {
  name: 'personer',
  about: { da: 'En række for hver person', en: 'A row for each person' },
  columns: [
    column('familie', 'Pseudonym for familien', 'Pseudonym of the family'),
    column('rolle', '18 år eller mere ved optagelsen, eller barn; tom: ukendt', '18 or more at intake, or a child; empty: not known', 'voksen|barn'),
    column('alder_ved_optagelse', 'Hele år', 'Whole years'),
    column('optaget', 'Måned', 'Month'),
    column('afsluttet', 'Måned; tom: med endnu', 'Month; empty: still there'),
    column('afsluttet_grund', 'Kode fra programmet', 'Code of the programme'),
    column('maaneder_med', 'Fra optagelsen til udtrækkets måned, eller til familien gik ud', "From intake to the extract's month, or until the family left"),
    column('lille_gruppe', '1: færre end den mindste gruppe har samme aldersgruppe og år for optagelse. Vis dem ikke for sig', '1: fewer than the smallest group share age group and year of intake. Do not show them apart', '0|1'),
  ],
  rows: [],
}

/** Ages in groups, for the flag of small groups only. */
const ageGroup = (age: number | null): string => (age === null ? '' : age < 18 ? String(Math.floor(age / 3)) : String(6 + Math.floor((age - 18) / 10)))

function personsTable(i: ExtractInput, pseudonym: Pseudonym): ExtractTable {
  const known = i.persons.map((p) => ({ p, age: p.born === null ? null : Math.max(0, ageOn(p.born, p.intakeOn)) }))
  const like = (k: (typeof known)[number]) => `${ageGroup(k.age)} ${k.p.intakeOn.slice(0, 4)}`
  const sizes = Map.groupBy(known, like)
  const until = (p: ExtractPerson) => (p.leftOn !== null && p.leftOn < i.head.month ? p.leftOn : i.head.month)
  return {
    ...PERSONS,
    rows: known.map((k) => ({
      personId: k.p.personId,
      cells: [
        pseudonym('family', k.p.caseId),
        k.age === null ? '' : k.age < 18 ? 'barn' : 'voksen',
        k.age,
        monthText(k.p.intakeOn),
        monthText(k.p.leftOn),
        k.p.leftReason,
        Math.max(0, monthsBetween(`${k.p.intakeOn.slice(0, 7)}-01`, `${until(k.p).slice(0, 7)}-01`)),
        (sizes.get(like(k))?.length ?? 0) < i.smallest ? 1 : 0,
      ],
    })),
  }
}

/** All files of a delivery, in their order. */
export function buildExtract(i: ExtractInput, pseudonym: Pseudonym): ExtractFile[] {
  const there = new Set(i.persons.map((p) => p.personId))
  const tables = [personsTable(i, pseudonym), ...i.tables.map((t) => ({ ...t, rows: t.rows.filter((r) => there.has(r.personId)) }))]
  return [
    readMe(i, tables),
    ...tables.map((t) => ({
      name: `${t.name}.csv`,
      rows: t.rows.length,
      content: csv([PERSON.name, ...t.columns.map((c) => c.name)], t.rows.map((r): Cell[] => [pseudonym('person', r.personId), ...r.cells]).toSorted(byCells)),
    })),
    { name: 'indikatorer.csv', rows: i.indicators.length, content: csv(['kode', 'dansk', 'engelsk', 'slags', 'om', 'svar', 'trin'], i.indicators.toSorted(byCells)) },
    codebook(tables),
  ]
}

function codebook(tables: readonly ExtractTable[]): ExtractFile {
  const rows = tables.flatMap((t) => [
    [`${t.name}.csv`, '', t.about.da, t.about.en, ''],
    ...[PERSON, ...t.columns].map((c) => [`${t.name}.csv`, c.name, c.about.da, c.about.en, c.values]),
  ])
  return { name: 'kodebog.csv', rows: rows.length, content: csv(['fil', 'kolonne', 'dansk', 'engelsk', 'vaerdier'], rows) }
}

function readMe(i: ExtractInput, tables: readonly ExtractTable[]): ExtractFile {
  const { head } = i
  const basis = { consent: 'gyldigt samtykke til evaluering for hver person og hver slags oplysning', statistics: 'statistik uden navne (databeskyttelsesloven § 10), alle personer i projektet' }[head.basis]
  const mark = { monthly: 'månedligt udtræk', midterm: 'midtvejsevaluering', final: 'afsluttende evaluering' }[head.mark]
  const lines = [
    'Udtræk til evalueringen / Extract for the evaluation',
    '',
    `Kommune: ${head.municipality}. Projekt: ${head.project}. Program: ${head.pack}. Format: ${FORMAT}.`,
    `Til og med måned: ${head.month.slice(0, 7)}. Mærke: ${mark}.`,
    `Grundlag: ${basis}. Personer med: ${i.persons.length} i ${head.families} familier. Udeladt uden samtykke: ${head.leftOut}.`,
    '',
    'Hver person og familie har et pseudonym, der kun gælder i denne leverance: to leverancer kan ikke føres sammen. Derfor rummer hver leverance alle måneder indtil nu.',
    'Der er ingen navne, cpr-numre, fødselsdage, adresser eller fri tekst. Dage er gjort til måneder. Det er stadig personoplysninger: forsøg ikke at finde ud af, hvem nogen er.',
    `Grupper under ${i.smallest} må ikke vises for sig (lille_gruppe i personer.csv).`,
    'Beholdte tal (maade = carried) er taget med fra en tidligere måned uden et nyt blik og må ikke indgå i mål for udvikling.',
    'Kun oplysninger, som koordinationen selv har skrevet, er med; andre sektorers egne notater er ikke.',
    '',
    'Filer: UTF-8, semikolon mellem felter, punktum som decimaltegn, tomt felt = ikke oplyst. Se kodebog.csv.',
    ...tables.map((t) => `${t.name}.csv: ${t.rows.length} rækker. ${t.about.da}.`),
    '',
  ]
  return { name: 'laes-mig.txt', rows: 0, content: lines.join('\r\n') }
}

const byCells = (a: readonly Cell[], b: readonly Cell[]): number => {
  const at = a.findIndex((cell, i) => cell !== b[i])
  return at < 0 ? 0 : order(a[at] ?? null, b[at] ?? null)
}
const order = (a: Cell, b: Cell): number => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a ?? '') < String(b ?? '') ? -1 : 1)

/** RFC 4180 with semicolons. A cell that a spreadsheet would take for a formula gets an apostrophe; negative numbers stay numbers. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cell = (v: Cell): string => {
    if (v === null) return ''
    if (typeof v === 'number') return String(v)
    const safe = /^[=+\-@\t\r]/.test(v) ? `'${v}` : v
    return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return [head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n') + '\r\n'
}
