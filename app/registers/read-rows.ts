import type { Words } from '#app/catalogue/pack-item.ts'
import type { RegisterMapping } from '#app/catalogue/pack-registers.ts'
import { readCpr } from '#app/platform/cpr/cpr.ts'
import { startOfMonth, startOfWeek } from '#app/platform/time/plain-date.ts'
import { readPeriod } from './periods.ts'
import { statusOf } from './status-codes.ts'

/*
 * The rows of a file of a register by its mapping (PROG-02): lines in, what each says and everything wrong with it out, all at once. Rows are counted as a spreadsheet shows them: the
 * header is row 1. Pure; who the persons are comes after.
 */

export type Line = { row: number; cells: string[] }
/** Something wrong with a row; `field` is the column's name as it stands in the file. */
export type RowIssue = { row: number; field: string; message: Words }
export type ValueRow = { row: number; digits: string; month: string; value: string; second: string; column: string }
export type SupportRow = { row: number; digits: string; from: string; until: string | null; status: string; column: string }
export type ReadRows = { values: ValueRow[]; support: SupportRow[]; issues: RowIssue[]; rows: number }
type Column = keyof RegisterMapping['columns']
type Cell = (column: Column) => string

const plain = (text: string): string => text.replace(/^\uFEFF/, '').trim().toLowerCase()
const words = (da: string, en: string): Words => ({ da, en })

/** Where each column of the mapping stands in the file; those that are needed and are not there, by their names. */
function columnsIn(head: readonly string[], mapping: RegisterMapping): { at: Map<Column, number>; names: Map<Column, string>; missing: string[] } {
  const at = new Map<Column, number>()
  const names = new Map<Column, string>()
  const missing: string[] = []
  for (const [column, wanted] of Object.entries(mapping.columns) as [Column, string[]][]) {
    const index = head.findIndex((h) => wanted.some((w) => plain(w) === plain(h)))
    if (index >= 0) at.set(column, index)
    else if (!['until', 'second', 'category'].includes(column)) missing.push(wanted.join(' / '))
    names.set(column, index >= 0 ? (head[index] ?? '').replace(/^\uFEFF/, '').trim() : (wanted[0] ?? column))
  }
  return { at, names, missing }
}

/** @param today a month or week that has not begun is refused */
export function readRows(lines: readonly Line[], mapping: RegisterMapping, today: string): ReadRows {
  const [head, ...rest] = lines
  const body = rest.filter((l) => l.cells.some((c) => c.trim() !== ''))
  const { at, names, missing } = columnsIn(head?.cells ?? [], mapping)
  if (missing.length > 0) {
    return { values: [], support: [], rows: body.length, issues: missing.map((m) => ({ row: 1, field: m, message: words('Kolonnen mangler i første række', 'The column is missing in the first row') })) }
  }
  const found: ReadRows = { values: [], support: [], issues: [], rows: body.length }
  for (const line of body) {
    const cell: Cell = (column) => (at.has(column) ? (line.cells[at.get(column)!] ?? '').trim() : '')
    const bad = (column: Column, message: Words) => void found.issues.push({ row: line.row, field: names.get(column) ?? column, message })
    const cpr = readCpr(cell('cpr'))
    if (!cpr) bad('cpr', words('Skriv et CPR-nummer med 10 cifre', 'Write a CPR number of 10 digits'))
    const digits = cpr?.digits ?? ''
    const before = found.issues.length - (cpr ? 0 : 1)
    if (mapping.gives.kind === 'values') {
      const row = readValue(cell, mapping, today, bad)
      if (found.issues.length === before && row) found.values.push({ ...row, row: line.row, digits, column: names.get('value') ?? '' })
    } else {
      const row = readSupport(cell, mapping, today, bad)
      if (found.issues.length === before && row) found.support.push({ ...row, row: line.row, digits, column: names.get('code') ?? '' })
    }
  }
  return withoutTwice(found)
}

type Bad = (column: Column, message: Words) => void

function readValue(cell: Cell, mapping: RegisterMapping, today: string, bad: Bad): Pick<ValueRow, 'month' | 'value' | 'second'> | null {
  const period = readPeriod(cell('month'), mapping.dates)
  if (!period) bad('month', words(`"${cell('month')}" er ikke en måned, vi kan læse`, `"${cell('month')}" is not a month that can be read`))
  else if (startOfMonth(period.from) > today) bad('month', words('Måneden er ikke begyndt', 'The month has not begun'))
  const value = cell('value').replace(/\s*%$/, '')
  if (value === '') bad('value', words('Her mangler et tal', 'A number is missing'))
  return period ? { month: startOfMonth(period.from), value, second: cell('second').replace(/\s*%$/, '') } : null
}

function readSupport(cell: Cell, mapping: RegisterMapping, today: string, bad: Bad): Pick<SupportRow, 'from' | 'until' | 'status'> | null {
  const weekly = mapping.columns.week !== undefined
  const first = readPeriod(cell(weekly ? 'week' : 'from'), mapping.dates)
  const last = weekly || cell('until') === '' ? null : readPeriod(cell('until'), mapping.dates)
  const unread = (text: string) => words(`"${text}" kan ikke læses som ${weekly ? 'en uge' : 'en dato'}`, `"${text}" cannot be read as a ${weekly ? 'week' : 'date'}`)
  if (!first) bad(weekly ? 'week' : 'from', unread(cell(weekly ? 'week' : 'from')))
  if (!weekly && cell('until') !== '' && !last) bad('until', unread(cell('until')))
  if (first && first.from > today) bad(weekly ? 'week' : 'from', words('Den er ikke begyndt', 'It has not begun'))
  if (first && last && last.until < first.from) bad('until', words('Slutdatoen ligger før startdatoen', 'The end is before the beginning'))
  if (!first) return null
  const from = weekly ? startOfWeek(first.from) : first.from
  const status = statusOf(mapping, cell('code'), cell('category'), from)
  if ('problem' in status) bad(status.problem.needs === 'category' ? 'category' : 'code', status.problem.message)
  return 'status' in status ? { from, until: weekly ? first.until : (last?.until ?? null), status: status.status } : null
}

/** The same person and time a second time in the file. */
function withoutTwice(found: ReadRows): ReadRows {
  const first = new Map<string, number>()
  const once = <R extends { row: number; digits: string; column: string }>(rows: readonly R[], time: (r: R) => string): R[] =>
    rows.filter((r) => {
      const key = `${r.digits} ${time(r)}`
      const at = first.get(key)
      if (at === undefined) first.set(key, r.row)
      else found.issues.push({ row: r.row, field: r.column, message: words(`Samme person og tid står i række ${at}`, `The same person and time are in row ${at}`) })
      return at === undefined
    })
  const [values, support] = [once(found.values, (r) => r.month), once(found.support, (r) => r.from)]
  return { ...found, values, support, issues: found.issues.toSorted((a, b) => a.row - b.row) }
}
