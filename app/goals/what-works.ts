import { proportion } from '#app/platform/calc/groups.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { isBetter } from './evaluate-change.ts'
import type { MeasureInfo, PointFact, Share } from './goals.ts'

/*
 * What seems to work for whom (PROG-35; 000:660): how it went for those who took part in each kind of help, on one measure, from when they began. It says what went together, never what
 * caused it; rows stand in the pack's order and are no ranking; few are said to be few.
 */

export type TookPart = { id: number; shelfId: number; caseId: number; people: readonly number[]; kind: string; from: string; until: string | null }
export type WhatWorks = {
  kind: string
  people: number
  families: number
  better: number
  same: number
  worse: number
  unmeasured: number
  share: Share
  enough: boolean
}
/** Days before a start in which a first value may lie, and that must pass before a later value says anything. */
const BEFORE = 62
const AFTER = 90

/** @param fewest those measured twice before more than the number is said */
export function whatWorks(activities: readonly TookPart[], points: readonly PointFact[], measure: MeasureInfo, step: number, fewest: number, kinds: readonly string[]): WhatWorks[] {
  const mine = Map.groupBy(points.filter((p) => p.code === measure.code && p.value !== null), (p) => p.personId)
  return kinds.flatMap((kind) => {
    const people = firstStarts(activities.filter((a) => a.kind === kind))
    if (people.length === 0) return []
    const judged = people.map((p) => directionOf(mine.get(p.personId)?.filter((v) => v.caseId === p.caseId) ?? [], p.from, measure, step))
    const many = (d: string) => judged.filter((j) => j === d).length
    const [better, same, worse] = [many('better'), many('same'), many('worse')]
    const n = better + same + worse
    return [{ kind, people: people.length, families: new Set(people.map((p) => p.caseId)).size, better, same, worse, unmeasured: people.length - n, share: { x: better, n, ...proportion(better, n) }, enough: n >= fewest }]
  })
}

/** Each who took part once, from the first day. */
function firstStarts(activities: readonly TookPart[]): { caseId: number; personId: number; from: string }[] {
  const first = new Map<string, { caseId: number; personId: number; from: string }>()
  for (const a of activities) for (const personId of a.people) {
    const known = first.get(`${a.caseId} ${personId}`)
    if (!known || a.from < known.from) first.set(`${a.caseId} ${personId}`, { caseId: a.caseId, personId, from: a.from })
  }
  return [...first.values()]
}

/** The last value before the start (or the first soon after it) against the newest value at least three months after the start. */
export function directionOf(points: readonly PointFact[], from: string, measure: MeasureInfo, step: number): 'better' | 'same' | 'worse' | null {
  const sorted = points.toSorted((a, b) => a.on.localeCompare(b.on) || a.id - b.id)
  const pre = sorted.findLast((p) => p.on <= from && p.on >= addDays(from, -BEFORE)) ?? sorted.find((p) => p.on > from && p.on <= addDays(from, BEFORE))
  const post = sorted.at(-1)
  if (pre?.value == null || post?.value == null || post.on < addDays(from, AFTER) || post === pre) return null
  if (isBetter(pre.value, post.value, { points: step }, measure.higherIsBetter)) return 'better'
  return isBetter(pre.value, post.value, { points: step }, !measure.higherIsBetter) ? 'worse' : 'same'
}
