import { addDays } from '#app/platform/time/plain-date.ts'
import type { SupportRow } from './read-rows.ts'

/** What a person lived on from a day until a day, null: it lasts; and the rows of the file that say so. */
export type SupportSpell = { digits: string; status: string; from: string; until: string | null; rows: number[]; column: string }

/**
 * Weeks become spells: weeks of one status in a row are one, and what holds in the file's newest week still lasts. Rows from a day until a day are spells as they are.
 * @param weekly each row is a week
 */
export function supportSpells(rows: readonly SupportRow[], weekly: boolean): SupportSpell[] {
  if (!weekly) return rows.map(({ row, ...r }) => ({ ...r, rows: [row] }))
  const newest = rows.reduce((max, r) => (r.until !== null && r.until > max ? r.until : max), '')
  return [...Map.groupBy(rows, (r) => r.digits).values()].flatMap((mine) => {
    const spells: SupportSpell[] = []
    for (const { row, ...week } of mine.toSorted((a, b) => a.from.localeCompare(b.from))) {
      const last = spells.at(-1)
      if (last && last.until !== null && last.status === week.status && addDays(last.until, 1) === week.from) {
        last.until = week.until
        last.rows.push(row)
      } else spells.push({ ...week, rows: [row] })
    }
    return spells.map((s) => (s.until === newest ? { ...s, until: null } : s))
  })
}

/** "række 12" or "række 12-20". */
export const rowsText = (rows: readonly number[]): string => {
  const [least, most] = [Math.min(...rows), Math.max(...rows)]
  return least === most ? `række ${least}` : `række ${least}-${most}`
}
