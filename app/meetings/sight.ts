/*
 * What each participant hears and sees (by consent), said before the meeting so that nobody is surprised. Pure: the facts come from the rules of access.
 */

/** What a meeting puts on the table: the plan, the agreements, and the minutes. */
export const SHOWN = ['plan', 'agreements', 'meetings'] as const
export type Shown = (typeof SHOWN)[number]

/** Who would read a record of this category about this one person. */
export type MayRead = { kind: 'staff' | 'member'; actorId: number; category: string; subjectId: number }
/** A sector may be told this about this one person. */
export type Told = { sector: string; category: string; subjectId: number }

/**
 * `all`: reads it all. `parts`: per category the people about whom they may not; `nothing-written`: hears what is said, gets nothing in writing
 * (interpreter, network, companion); `away`: not in the room.
 */
export type Sight = { how: 'all' | 'parts' | 'nothing-written'; missing: { category: Shown; personIds: number[] }[] }

type Who = { personId: number | null; staffId: number | null; outside: { sector: string } | null; interpreterFor: number | null; companionOf: number | null }
/** A record about several is read only where it may be read about every one of them. */
export function sightOf(who: Who, subjects: readonly number[], facts: { readers: readonly MayRead[]; told: readonly Told[]; network: readonly number[] }): Sight {
  if (who.interpreterFor !== null) return { how: 'nothing-written', missing: [] }
  if (who.personId !== null && facts.network.includes(who.personId)) return { how: 'nothing-written', missing: [] }
  if (who.outside !== null && who.outside.sector === '') return { how: 'nothing-written', missing: [] }
  const may = (category: Shown, subjectId: number) =>
    who.outside !== null
      ? facts.told.some((t) => t.sector === who.outside?.sector && t.category === category && t.subjectId === subjectId)
      : facts.readers.some(
          (r) =>
            r.category === category &&
            r.subjectId === subjectId &&
            (who.staffId !== null ? r.kind === 'staff' && r.actorId === who.staffId : r.kind === 'member' && r.actorId === who.personId),
        )
  const missing = SHOWN.flatMap((category) => {
    const personIds = subjects.filter((id) => !may(category, id))
    return personIds.length > 0 ? [{ category, personIds }] : []
  })
  return { how: missing.length === 0 ? 'all' : 'parts', missing }
}
