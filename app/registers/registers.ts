import { z } from 'zod'
import { Id } from '#app/families/families.ts'
import type { Words } from '#app/catalogue/pack-item.ts'
import type { RegisterMapping } from '#app/catalogue/pack-registers.ts'
import { type Indicator, isAbout, type Member, readAnswer, type Scale } from '#app/progression/indicators.ts'
import type { Answer } from '#app/progression/indicators.ts'
import type { Line, RowIssue, ValueRow } from './read-rows.ts'
import type { SupportSpell } from './support-spells.ts'
import { rangesOverlap } from '#app/platform/time/plain-date.ts'

/*
 * Values from registers (PROG-02, PROG-21, PROG-24, PROG-25, ECO-07): a file of another system becomes monthly values and spells of the families of a project. People outside the project
 * are left out and only counted; what somebody typed stands until the register's is chosen.
 */

export const MOST_ROWS = 20_000
const Ids = z.array(Id).max(MOST_ROWS).default([])
/** `takeValues`, `takeSpells`: what somebody typed and the register's is to replace. */
export const ImportInput = z.object({
  projectId: Id,
  mapping: z.string().max(60),
  file: z.object({ name: z.string().max(200), hash: z.string().regex(/^[0-9a-f]{64}$/), lines: z.custom<Line[]>((v) => Array.isArray(v)) }),
  acceptGoodRows: z.boolean().default(false),
  takeValues: Ids,
  takeSpells: Ids,
})

/** Something typed that the register says otherwise about. `take`: the ids to choose when the register's is to stand; none: it has to be put right by hand. */
export type Difference = { kind: 'value' | 'spell'; take: number[]; row: number; personId: number; caseId: number; what: Words; when: string; typed: string; register: string }
/** Rows of the file by what became, or would become, of them. */
export type Tally = { written: number; replaced: number; unchanged: number; kept: number; before: number }
export type ImportReport = {
  importId: number | null
  rows: number
  issues: RowIssue[]
  /** Rows about people who are not in the project's families. */
  unknown: number
  families: number
  people: number
  tally: Tally
  differences: Difference[]
}
export const NOTHING: Tally = { written: 0, replaced: 0, unchanged: 0, kept: 0, before: 0 }

const words = (da: string, en: string): Words => ({ da, en })

/** The row's number as an answer to an indicator, presence where the file counts absence. */
export function answerOf(row: ValueRow, indicator: Indicator, scale: Scale | undefined, absence: boolean): { answer: Answer } | { problem: Words } {
  const per = indicator.answer === 'attendance'
  const n = Number(row.value.replace(',', '.'))
  if (per && n > 0 && n < 1) return { problem: words(`"${row.value}" ligner en andel. Skriv procent, fra 0 til 100`, `"${row.value}" looks like a share. Write per cent, from 0 to 100`) }
  const read = readAnswer(indicator, scale, row.value, row.second)
  if ('problem' in read || !absence || read.answer.number === null) return read
  return { answer: { ...read.answer, number: Math.round((100 - read.answer.number) * 100) / 100 } }
}

/** The first of the mapping's indicators that is about the member in that month. */
export function indicatorFor(indicators: readonly Indicator[], wanted: readonly string[], member: Member, month: string): Indicator | null {
  return wanted.flatMap((code) => indicators.filter((i) => i.code === code)).find((i) => isAbout(i, member, month)) ?? null
}

export type KindedSpell = SupportSpell & { kind: 'benefit' | 'work' }
/** Of one person and kind, two at the same time: the later row is wrong. */
export function overlaps(spells: readonly KindedSpell[]): RowIssue[] {
  return [...Map.groupBy(spells, (s) => `${s.digits} ${s.kind}`).values()].flatMap((mine) =>
    mine.toSorted((a, b) => a.from.localeCompare(b.from)).flatMap((s, i, all) => {
      const before = all.slice(0, i).find((o) => rangesOverlap(o.from, o.until, s.from, s.until))
      return before ? [{ row: s.rows[0]!, field: s.column, message: words(`Overlapper række ${before.rows[0]}`, `Overlaps row ${before.rows[0]}`) }] : []
    }))
}

export const isWeekly = (mapping: RegisterMapping): boolean => mapping.columns.week !== undefined
