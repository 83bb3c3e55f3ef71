import type { RegisterMapping } from '#app/catalogue/pack-registers.ts'
import { addDays, endOfMonth, isoWeek, parseDate, PlainDate, startOfWeek } from '#app/platform/time/plain-date.ts'

/* How a register writes time: a day, a week or a month, in the ways its mapping names. */

/** First and last day, both inclusive. */
export type Period = { from: string; until: string }
export type DateFormat = RegisterMapping['dates'][number]

const isDay = (text: string): boolean => PlainDate.safeParse(text).success
const day = (text: string | null): Period | null => (text !== null && isDay(text) ? { from: text, until: text } : null)
function month(year: string, m: string): Period | null {
  const first = `${year}-${m.padStart(2, '0')}-01`
  return isDay(first) ? { from: first, until: endOfMonth(first) } : null
}
function week(year: string, n: string): Period | null {
  const from = addDays(startOfWeek(`${year}-01-04`), (Number(n) - 1) * 7)
  return isoWeek(from).year === Number(year) && Number(n) >= 1 ? { from, until: addDays(from, 6) } : null
}

const READERS: Record<DateFormat, [RegExp, (a: string, b: string, whole: string) => Period | null]> = {
  'DD-MM-YYYY': [/^\d{1,2}[-./](\d{1,2})[-./](\d{4})$/, (_m, _y, whole) => day(parseDate(whole))],
  'YYYY-MM-DD': [/^(\d{4})-(\d{2})-\d{2}$/, (_y, _m, whole) => day(whole)],
  'MM-YYYY': [/^(\d{1,2})[-./](\d{4})$/, (m, y) => month(y, m)],
  'YYYY-MM': [/^(\d{4})[-./](\d{1,2})$/, (y, m) => month(y, m)],
  YYYYMM: [/^(\d{4})(\d{2})$/, (y, m) => month(y, m)],
  'YYYY-WW': [/^(\d{4})[-./ ]?(?:W|U|uge )?(\d{1,2})$/i, (y, w) => week(y, w)],
  YYYYWW: [/^(\d{4})(\d{2})$/, (y, w) => week(y, w)],
}

/** What the text says in the first of the formats that fits. A spreadsheet's own dates come as YYYY-MM-DD and are always read. Null: none fits. */
export function readPeriod(text: string, formats: readonly DateFormat[]): Period | null {
  for (const format of new Set<DateFormat>([...formats, 'YYYY-MM-DD'])) {
    const [pattern, read] = READERS[format]
    const found = pattern.exec(text.trim())
    const period = found ? read(found[1] ?? '', found[2] ?? '', text.trim()) : null
    if (period) return period
  }
  return null
}
