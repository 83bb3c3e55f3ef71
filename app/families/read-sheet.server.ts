import { parse } from 'csv-parse/sync'
import { Invalid } from '#app/platform/context.ts'
import { IMPORT_COLUMNS, type ImportColumn, type ImportRow } from './import-row.ts'

const refuse = (da: string, en: string): Invalid => new Invalid([{ field: 'file', message: { da, en } }])
export const LONGEST_FILE = 5_000_000
const MOST_ROWS = 5000

/**
 * The rows of a file of families. Empty rows are left out; columns are found by their name, in any order. Only texts come out; what they mean is `planImport`'s.
 * @throws Invalid (field `file`) when it is no such file or a column is missing
 */
export const readSheet = async (content: Uint8Array, name: string): Promise<ImportRow[]> => asRows(await readLines(content, name))

/** A line of a file, counted as a spreadsheet shows it. */
export type Line = { row: number; cells: string[] }

/**
 * The lines of a CSV (`;` or `,`; UTF-8 with or without a mark, or Latin-1) or XLSX file (its first sheet), the header first.
 * @throws Invalid (field `file`) when it is no such file
 */
export async function readLines(content: Uint8Array, name: string): Promise<Line[]> {
  if (content.byteLength === 0) throw refuse('Filen er tom', 'The file is empty')
  if (content.byteLength > LONGEST_FILE) throw refuse('Filen er større end 5 MB', 'The file is larger than 5 MB')
  const zip = content[0] === 0x50 && content[1] === 0x4b
  if (!zip && /\.xls$/i.test(name))
    throw refuse('Gem filen som XLSX eller CSV; den gamle XLS kan ikke læses', 'Save the file as XLSX or CSV; the old XLS cannot be read')
  return zip ? xlsx(content) : csv(content)
}

function csv(content: Uint8Array): Line[] {
  const text = decode(content)
  const head = text.split(/\r?\n/, 1)[0] ?? ''
  const delimiter = [';', '\t', ','].find((d) => head.includes(d)) ?? ','
  try {
    const records: string[][] = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false, trim: true })
    return records.map((cells, i) => ({ row: i + 1, cells }))
  } catch {
    throw refuse('Filen kan ikke læses som CSV: et anførselstegn mangler', 'The file cannot be read as CSV: a quotation mark is missing')
  }
}

/** UTF-8 when it is, else Latin-1 as older Excel writes it. */
function decode(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1252').decode(content)
  }
}

async function xlsx(content: Uint8Array): Promise<Line[]> {
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  try {
    await book.xlsx.load(content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength) as ArrayBuffer)
  } catch {
    throw refuse('Filen kan ikke læses som XLSX', 'The file cannot be read as XLSX')
  }
  const sheet = book.worksheets[0]
  const lines: Line[] = []
  sheet?.eachRow((row, number) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = cellText(cell.value)
    })
    lines.push({ row: number, cells: Array.from(cells, (c) => c ?? '') })
  })
  return lines
}

/** Dates become YYYY-MM-DD; a number of nine digits is a CPR number whose leading zero the spreadsheet ate. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'number') return /^\d{9}$/.test(String(value)) ? `0${value}` : String(value)
  if (typeof value === 'object') {
    const cell = value as { result?: unknown; text?: unknown; richText?: { text: string }[] }
    return cell.richText
      ? cell.richText
          .map((t) => t.text)
          .join('')
          .trim()
      : cellText(cell.result ?? cell.text)
  }
  return typeof value === 'string' || typeof value === 'boolean' ? String(value).trim() : ''
}

function asRows(lines: Line[]): ImportRow[] {
  const [head, ...body] = lines
  const columns = (head?.cells ?? []).map((c) =>
    IMPORT_COLUMNS.find(
      (k) =>
        k.toLowerCase() ===
        c
          .replace(/^\uFEFF/, '')
          .trim()
          .toLowerCase(),
    ),
  )
  const missing = (['family', 'cpr', 'name', 'birthday', 'relation'] as ImportColumn[]).filter((c) => !columns.includes(c))
  if (missing.length > 0)
    throw refuse(`Kolonner mangler i første række: ${missing.join(', ')}`, `Columns are missing in the first row: ${missing.join(', ')}`)
  const rows = body.filter((l) => l.cells.some((c) => c.trim() !== ''))
  if (rows.length === 0) throw refuse('Filen har ingen rækker under overskrifterne', 'The file has no rows below the header')
  if (rows.length > MOST_ROWS)
    throw refuse(`Filen har flere end ${MOST_ROWS} rækker. Del den op`, `The file has more than ${MOST_ROWS} rows. Split it`)
  return rows.map(({ row, cells }) => {
    const out: ImportRow = { row }
    columns.forEach((column, i) => {
      if (column) out[column] = (cells[i] ?? '').trim()
    })
    return out
  })
}

const TEMPLATE_ROWS = [
  ['Sørensen', '', 'Mette Sørensen', '14-08-1992', 'mor', 'Ida', 'Hos Mette', 'Eksempelvej 1, 8722 Hedensted', 'nej', 'dansk', 'nej'],
  ['Sørensen', '', 'Ida Sørensen', '03-05-2017', 'barn', '', 'Hos Mette', 'Eksempelvej 1, 8722 Hedensted', 'nej', 'dansk', 'nej'],
]
/** The columns with two rows of an example (without CPR numbers, so that nobody imports it by mistake). With a mark, so that Excel reads UTF-8. */
export const importTemplate = (): string =>
  '\uFEFF' +
  [[...IMPORT_COLUMNS], ...TEMPLATE_ROWS]
    .map((r) => r.map((c) => (/[;"]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(';'))
    .join('\r\n') +
  '\r\n'
