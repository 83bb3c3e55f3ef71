import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RegisterMapping } from '#app/catalogue/pack-registers.ts'
import { inventedCpr } from '#app/platform/cpr/cpr.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { settleOne, settleSpells, type Standing, type Told } from '#app/spells/register-spells.ts'
import { readPeriod } from './periods.ts'
import { type Line, readRows } from './read-rows.ts'
import { answerOf } from './registers.ts'
import { statusOf } from './status-codes.ts'
import { supportSpells } from './support-spells.ts'

const today = '2026-11-22'
const base = { code: 'x', label: { da: 'X', en: 'X' }, source: 'test', validFrom: '2000-01-01', validUntil: null, verified: false }
const absence: RegisterMapping = {
  ...base, columns: { cpr: ['CPR-nummer', 'CPR'], month: ['Måned'], value: ['Fravær %'] }, dates: ['YYYY-MM', 'MM-YYYY'],
  gives: { kind: 'values', indicators: ['child-attendance'], absence: true },
}
const codes = [
  { from: '', status: 'self-supporting' }, { from: '130', until: '138', category: ['Jobparat'], status: 'job-ready' }, { from: '130', until: '138', category: ['Aktivitetsparat'], status: 'activity-ready' },
  { from: '140', until: '148', status: 'education-benefit', validUntil: '2025-06-30' }, { from: 'SU', status: 'education' },
].map((c) => ({ validFrom: '1900-01-01', validUntil: null, ...c }))
const weeks: RegisterMapping = { ...base, columns: { cpr: ['CPR'], week: ['Uge'], code: ['Kode'], category: ['Visitation'] }, dates: ['YYYY-WW', 'YYYYWW'], gives: { kind: 'support', codes } }
const cpr = inventedCpr('2016-03-01', 'female', 3)
const lines = (...rows: string[][]): Line[] => rows.map((cells, i) => ({ row: i + 1, cells }))

describe('periods', () => {
  test.each([
    ['2026-10', 'YYYY-MM', '2026-10-01', '2026-10-31'], ['10.2026', 'MM-YYYY', '2026-10-01', '2026-10-31'], ['202602', 'YYYYMM', '2026-02-01', '2026-02-28'],
    ['202601', 'YYYYWW', '2025-12-29', '2026-01-04'], ['2020-W53', 'YYYY-WW', '2020-12-28', '2021-01-03'], ['2026 uge 7', 'YYYY-WW', '2026-02-09', '2026-02-15'],
    ['1/10/2026', 'DD-MM-YYYY', '2026-10-01', '2026-10-01'], ['2026-10-05', 'MM-YYYY', '2026-10-05', '2026-10-05'],
  ] as const)('PROG-02: "%s" as %s is %s to %s', (text, format, from, until) => expect(readPeriod(text, [format])).toEqual({ from, until }))
  test.each([['2026-13', 'YYYY-MM'], ['202654', 'YYYYWW'], ['31-02-2026', 'DD-MM-YYYY'], ['', 'YYYY-MM'], ['oktober', 'MM-YYYY']] as const)('PROG-02: "%s" is no %s', (text, format) =>
    expect(readPeriod(text, [format])).toBeNull())
})

describe('rows', () => {
  test('PROG-24: all bad rows at once, with row, column as the file calls it and a reason in both languages', () => {
    const read = readRows(lines(['\uFEFFCPR', 'måned', 'Fravær %'], [cpr, '2026-10', '8 %'], ['123', '2026-10', '5'], [cpr, 'oktober', ''], ['', '', ''], [cpr, '10-2026', '9'], [cpr, '2026-12', '9']), absence, today)
    expect(read.issues.map((i) => [i.row, i.field])).toEqual([[3, 'CPR'], [4, 'måned'], [4, 'Fravær %'], [6, 'Fravær %'], [7, 'måned']])
    expect(read.issues[3]?.message).toEqual({ da: 'Samme person og tid står i række 2', en: 'The same person and time are in row 2' })
    expect(read.values).toMatchObject([{ row: 2, month: '2026-10-01', value: '8' }])
    expect(read.rows).toBe(5)
  })
  test('PROG-02: a column that is missing is named, and nothing is read', () => {
    expect(readRows(lines(['CPR', 'Måned'], [cpr, '2026-10']), absence, today)).toMatchObject({ values: [], issues: [{ row: 1, field: 'Fravær %' }] })
  })
  test('PROG-24: absence becomes presence; a share and an impossible number are refused', () => {
    const indicator = { code: 'child-attendance', answer: 'attendance' } as Parameters<typeof answerOf>[1]
    const of = (value: string) => answerOf({ row: 2, digits: cpr, month: '2026-10-01', value, second: '', column: 'x' }, indicator, undefined, true)
    expect(of('8,5')).toEqual({ answer: { number: 91.5, second: null, choice: null } })
    expect(of('0')).toMatchObject({ answer: { number: 100 } })
    for (const wrong of ['0,08', '101', '-1', 'meget']) expect(of(wrong), wrong).toHaveProperty('problem')
  })
})

describe('support', () => {
  test('ECO-07: a code is translated on its day; one that says too little or nothing is refused with what is needed', () => {
    expect(statusOf(weeks, '133', 'jobparat', today)).toEqual({ status: 'job-ready' })
    expect(statusOf(weeks, '', '', today)).toEqual({ status: 'self-supporting' })
    expect(statusOf(weeks, 'su', '', today)).toEqual({ status: 'education' })
    expect(statusOf(weeks, '133', '', today)).toMatchObject({ problem: { needs: 'category', message: { da: expect.stringContaining('Jobparat, Aktivitetsparat') } } })
    expect(statusOf(weeks, '141', '', '2025-06-30')).toEqual({ status: 'education-benefit' })
    expect(statusOf(weeks, '141', '', '2025-07-01')).toMatchObject({ problem: { needs: 'code' } })
    expect(statusOf(weeks, '999', '', today)).toMatchObject({ problem: { needs: 'code' } })
  })
  test('ECO-07: weeks of one status in a row are one spell; the newest week of the file still lasts, a hole ends it', () => {
    const row = (n: number, week: number, code: string) => [cpr, `2026-${String(week).padStart(2, '0')}`, code, 'Jobparat', String(n)]
    const read = readRows(lines(['CPR', 'Uge', 'Kode', 'Visitation'], row(1, 30, '130'), row(2, 31, '131'), row(3, 32, ''), row(4, 34, ''), row(5, 35, '')), weeks, today)
    expect(read.issues).toEqual([])
    expect(supportSpells(read.support, true).map((s) => [s.status, s.from, s.until, s.rows])).toEqual([
      ['job-ready', '2026-07-20', '2026-08-02', [2, 3]], ['self-supporting', '2026-08-03', '2026-08-09', [4]], ['self-supporting', '2026-08-17', null, [5, 6]],
    ])
  })
})

const standing = (over: Partial<Standing> = {}): Standing => ({ id: 1, personId: 7, kind: 'benefit', status: 'cash', from: '2026-01-01', until: null, typed: true, ...over })
const told = (over: Partial<Told> = {}): Told => ({ n: 0, caseId: 3, personId: 7, kind: 'benefit', status: 'cash', from: '2026-03-02', until: null, source: 'f', ...over })
const none = new Set<number>()

describe('a spell of the register beside what stands', () => {
  test('ECO-07: what the typed one says already is the same; work beside benefit is no contradiction', () => {
    expect(settleOne(told(), [standing()], none).outcome).toBe('same')
    expect(settleOne(told({ kind: 'work', status: 'job' }), [standing()], none)).toMatchObject({ outcome: 'new', write: true, ends: [] })
  })
  test('ECO-07: a typed one stands until the register’s is chosen; then it ends the day before, or gives way', () => {
    const other = told({ status: 'sick' })
    expect(settleOne(other, [standing()], none)).toMatchObject({ outcome: 'differs', write: false, ends: [], against: [{ id: 1 }], choosable: true })
    expect(settleOne(other, [standing()], new Set([1]))).toMatchObject({ outcome: 'replaced', write: true, ends: [{ id: 1, until: '2026-03-01' }], replaces: null })
    expect(settleOne(other, [standing({ from: '2026-03-05' })], new Set([1]))).toMatchObject({ outcome: 'replaced', ends: [], replaces: 1 })
    expect(settleOne(other, [standing({ from: '2026-03-05', until: '2026-04-01' }), standing({ id: 2, from: '2026-05-01' })], new Set([1, 2]))).toMatchObject({ outcome: 'differs', choosable: false })
  })
  test('ECO-07: one that a register said follows the register', () => {
    expect(settleOne(told({ until: '2026-06-30' }), [standing({ typed: false })], none)).toMatchObject({ outcome: 'updated', write: false, ends: [{ id: 1, until: '2026-06-30' }] })
    expect(settleOne(told(), [standing({ typed: false, until: '2026-05-01' })], none)).toMatchObject({ outcome: 'updated', write: false, ends: [{ id: 1, until: null }] })
  })
  test('ECO-07: properties: the same file again changes nothing; without a choice no typed spell is touched', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-01-01', n))
    const spells = fc.array(fc.record({ from: day, days: fc.option(fc.integer({ min: 0, max: 90 })), status: fc.constantFrom('cash', 'sick', 'leave') }), { maxLength: 5 })
    /** One after the other, as people and registers have them. */
    const inARow = (list: { from: string; days: number | null; status: string }[]) =>
      list.toSorted((a, b) => a.from.localeCompare(b.from)).filter((s, i, all) => all[i - 1]?.from !== s.from)
        .map((s, i, all) => ({ status: s.status, from: s.from, until: [s.days === null ? null : addDays(s.from, s.days), all[i + 1] ? addDays(all[i + 1]!.from, -1) : null].filter((d) => d !== null).toSorted()[0] ?? null }))
    fc.assert(fc.property(spells, spells, (there, file) => {
      let now = inARow(there).map((s, i) => standing({ ...s, id: i + 1 }))
      const rows = inARow(file).map((s, i) => told({ ...s, n: i + 1 }))
      const typed = JSON.stringify(now)
      for (const s of settleSpells(rows, now, none)) {
        expect(s.ends.every((e) => e.id < 0)).toBe(true)
        if (s.write) now = [...now, standing({ ...s.told, id: 100 + s.told.n, typed: false })]
      }
      expect(JSON.stringify(now.filter((s) => s.typed))).toBe(typed)
      expect(settleSpells(rows, now, none).filter((s) => s.write || s.ends.length > 0)).toEqual([])
    }), { numRuns: 300 })
  })
})
