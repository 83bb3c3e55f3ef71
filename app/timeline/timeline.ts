import { addMonths, daysBetween, rangesOverlap } from '#app/platform/time/plain-date.ts'

/*
 * The family's time line (da: tidslinje): facts, coordinators, homes, what each lives on and goes to, and what is done, as lanes per person
 * over the same days (IT-13: knowledge of the whole family). Pure: what is where in the picture.
 */

export const ZOOMS = ['all', 'year', 'quarter'] as const
export type Zoom = (typeof ZOOMS)[number]
export type BarKind = 'home' | 'benefit' | 'work' | 'school' | 'leisure' | 'activity' | 'coordinator'
export type MarkKind = 'referral' | 'decision' | 'consent' | 'withdrawn' | 'version' | 'closed' | 'reopened' | 'once' | 'meeting'
/** Dates inclusive, `to` null: it lasts. `words`: said by the page where it is null. */
export type Bar = { kind: BarKind; label: string; from: string; to: string | null }
export type Mark = { kind: MarkKind; label: string; on: string; /** How many of the same, when more than one. */ count?: number }
/** `id` null: the whole family. */
export type Lane = { id: number | null; name: string; bars: Bar[]; marks: Mark[] }
export type Window = { from: string; to: string }

const MOST_YEARS_BEFORE = 3
/**
 * Which days are shown. `all`: from the first thing known (three years before the family came at most) until three months ahead; the others
 * end `until` and reach a year or three months back from there.
 */
export function windowOf(zoom: Zoom, lanes: readonly Lane[], part: { today: string; came: string | null; until: string | null }): Window {
  const ahead = addMonths(part.today, 3)
  if (zoom === 'year') return { from: addMonths(part.until ?? ahead, -12), to: part.until ?? ahead }
  if (zoom === 'quarter') {
    const to = part.until ?? addMonths(part.today, 1)
    return { from: addMonths(to, -3), to }
  }
  const begun = lanes.flatMap((l) => [...l.bars.map((b) => b.from), ...l.marks.map((m) => m.on)]).toSorted()[0] ?? part.today
  const floor = addMonths(part.came ?? part.today, -12 * MOST_YEARS_BEFORE)
  const from = begun < floor ? floor : begun
  return { from: from < part.today ? from : addMonths(part.today, -1), to: ahead }
}
/** The same length before or after; null when it would lie wholly in the future. */
export function moved(zoom: Zoom, window: Window, today: string, steps: 1 | -1): string | null {
  const to = addMonths(window.to, (zoom === 'year' ? 6 : 2) * steps)
  return to > addMonths(today, 12) ? null : to
}

/** Only what touches the window; a lane without anything in it is left out, but the family and the people stay. */
export const inWindow = (lanes: readonly Lane[], w: Window): Lane[] =>
  lanes.map((l) => ({
    ...l,
    bars: l.bars.filter((b) => rangesOverlap(b.from, b.to, w.from, w.to)),
    marks: l.marks.filter((m) => m.on >= w.from && m.on <= w.to),
  }))

const DAYS_TOGETHER = 35
/** From far away: consents that follow each other within five weeks are one mark, with their number. `say` gives its words. */
export function gathered(lanes: readonly Lane[], say: (n: number) => string): Lane[] {
  return lanes.map((l) => {
    const consents = l.marks.filter((m) => m.kind === 'consent').toSorted((a, b) => a.on.localeCompare(b.on))
    const groups: { mark: Mark; n: number }[] = []
    for (const mark of consents) {
      const last = groups.at(-1)
      if (last && daysBetween(last.mark.on, mark.on) <= DAYS_TOGETHER) last.n += mark.count ?? 1
      else groups.push({ mark, n: mark.count ?? 1 })
    }
    return { ...l, marks: [...l.marks.filter((m) => m.kind !== 'consent'), ...groups.map(({ mark, n }) => ({ ...mark, count: n, label: say(n) }))] }
  })
}

export type Placed = { row: number; x: number; width: number; textX: number; textWidth: number; before: boolean; after: boolean }
export type PlacedLane = { lane: Lane; bars: (Bar & Placed)[]; marks: (Mark & { row: number; x: number; textX: number; textWidth: number })[]; rows: number }

const TEXT = 7
const MARK = 15
/** About the width of words in the picture. */
export const textWidth = (text: string): number => Math.ceil(text.length * TEXT)

/**
 * Bars and marks in as few rows as possible without any two lying over each other, their words counted as well. Marks first, then bars, each
 * in the order of their days. `width` in pixels.
 */
export function placeLane(lane: Lane, w: Window, width: number): PlacedLane {
  const days = daysBetween(w.from, w.to) + 1
  const x = (day: string) => (Math.min(Math.max(daysBetween(w.from, day), 0), days) / days) * width
  const rows: { from: number; to: number }[][] = []
  const put = (from: number, to: number): number => {
    const free = rows.findIndex((row) => row.every((taken) => to <= taken.from || from >= taken.to))
    const row = free === -1 ? rows.length : free
    ;(rows[row] ??= []).push({ from, to })
    return row
  }
  const marks = lane.marks
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.label.localeCompare(b.label))
    .map((m) => {
      const at = x(m.on)
      const words = Math.min(textWidth(m.label), width - 2 * MARK)
      const left = at + MARK / 2 + 4 + words > width
      const textX = left ? Math.max(at - MARK / 2 - 4 - words, 0) : at + MARK / 2 + 4
      const row = put(Math.min(at - MARK / 2, textX) - 4, Math.max(at + MARK / 2, textX + words) + 4)
      return { ...m, row, x: at, textX, textWidth: words }
    })
  const bars = lane.bars
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.label.localeCompare(b.label) || (a.to ?? '9999').localeCompare(b.to ?? '9999'))
    .map((b) => {
      const start = x(b.from)
      const end = b.to === null ? width : Math.max(x(b.to) + width / days, start + 5)
      const words = Math.min(textWidth(b.label) + 12, width)
      // Words that do not fit to the right stand to the left of the bar, and over it only when there is no room anywhere.
      const textX = start + words <= width ? start : start - words >= 0 ? start - words : width - words
      const row = put(Math.min(start, textX), Math.max(end, textX + words) + 4)
      return { ...b, row, x: start, width: Math.min(end, width) - start, textX, textWidth: words, before: b.from < w.from, after: b.to === null || b.to > w.to }
    })
  return { lane, bars, marks, rows: rows.length }
}
