import { addDays, rangesOverlap } from '#app/platform/time/plain-date.ts'

/*
 * What a register says about somebody's support or work beside what stands (ECO-07): a spell that somebody typed is never ended or replaced unless it was chosen; one that a register
 * said follows what the register says now. Pure.
 */

export type Standing = { id: number; personId: number; kind: 'benefit' | 'work'; status: string; from: string; until: string | null; typed: boolean }
export type Told = { n: number; caseId: number; personId: number; kind: 'benefit' | 'work'; status: string; from: string; until: string | null; source: string }
export type Outcome = 'new' | 'same' | 'updated' | 'replaced' | 'differs'
/** `against`: the typed spells that say otherwise. `choosable`: the register's can be taken instead of them. */
export type Settled = { told: Told; outcome: Outcome; against: Standing[]; choosable: boolean; ends: { id: number; until: string | null }[]; write: boolean; replaces: number | null }

const nothing = { against: [], choosable: false, ends: [], write: false, replaces: null }

/** One spell of the register against those of the same person and kind. @param chosen ids of typed spells that the register's may change */
export function settleOne(told: Told, standing: readonly Standing[], chosen: ReadonlySet<number>): Settled {
  const over = standing.filter((s) => s.kind === told.kind && rangesOverlap(s.from, s.until, told.from, told.until))
  const only = over.length === 1 ? over[0]! : null
  const goesOn = only && only.status === told.status && only.from <= told.from ? only : null
  if (goesOn && goesOn.until === told.until) return { told, outcome: 'same', ...nothing }
  const typed = over.filter((s) => s.typed)
  const swallowed = goesOn ? [] : over.filter((s) => s.from >= told.from)
  const choosable = swallowed.length <= 1
  if (!choosable || typed.some((s) => !chosen.has(s.id))) return { told, outcome: 'differs', ...nothing, against: typed.length > 0 ? typed : over, choosable }
  const ends = goesOn ? [{ id: goesOn.id, until: told.until }] : over.filter((s) => s.from < told.from).map((s) => ({ id: s.id, until: addDays(told.from, -1) }))
  const outcome = typed.length > 0 ? 'replaced' : over.length > 0 ? 'updated' : 'new'
  return { told, outcome, against: [], choosable, ends, write: goesOn === null, replaces: swallowed[0]?.id ?? null }
}

/** All of a file, a person's in the order of their days: what one changed is what the next is held against. */
export function settleSpells(told: readonly Told[], standing: readonly Standing[], chosen: ReadonlySet<number>): Settled[] {
  const mine = Map.groupBy(standing, (s) => s.personId)
  return told.toSorted((a, b) => a.from.localeCompare(b.from)).map((one) => {
    const there = mine.get(one.personId) ?? []
    const settled = settleOne(one, there, chosen)
    const left = there.filter((s) => s.id !== settled.replaces).map((s) => ({ ...s, until: settled.ends.find((e) => e.id === s.id)?.until ?? (settled.ends.some((e) => e.id === s.id) ? null : s.until) }))
    mine.set(one.personId, settled.write ? [...left, { ...one, id: -one.n, typed: false }] : left)
    return settled
  })
}
