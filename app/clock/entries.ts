import type { Obligation } from '#app/catalogue/pack-clock.ts'
import { inForce, type Span } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { ageOn, birthday } from '#app/platform/time/plain-date.ts'
import { afterSpan, type AnchorFrom, type ClockPerson, type ClockRow, type Entry, entryId, evenly } from './clock.ts'

/** Obligations of one family, computed from the pack and the rows that the reader may see. Pure; nothing here asks the clock. */

/** Everything due, overdue or waiting for something to be said, in the order of the pack and the family. */
export function entriesOf(pack: Pack, rows: readonly ClockRow[], people: readonly ClockPerson[], today: string): Entry[] {
  const sectorOf = new Map(inForce(pack.lawAreas, today).map((law) => [law.code, law.sector]))
  const publicly = new Set(pack.supportStatuses.filter((one) => one.publicSupport).map((one) => one.code))
  return countable(pack, today).flatMap((obligation) => {
    const sector = obligation.lawArea === null ? 'coordination' : sectorOf.get(obligation.lawArea)
    if (sector === undefined) return []
    return subjectsOf(obligation, people, today).flatMap((person) => {
      const facts = new Facts({ obligation, sector, person, rows, today, publicly })
      const entry = facts.entry()
      return entry ? [entry] : []
    })
  })
}

/** Obligations of the family and its members. An authority's own (a notification and its hours) are no family's clock. */
const countable = (pack: Pack, today: string): Obligation[] =>
  inForce(pack.obligations, today).filter((one) => one.about !== 'authority' && [one.firstWithin, one.every].every((span) => !span || countsDays(span)))
const countsDays = (span: Span): boolean => 'days' in span || 'weeks' in span || 'months' in span

/** Whom it is about: the family as one, its children, or its adults; with an age, those who are about to be that old or have lately become so. */
function subjectsOf(obligation: Obligation, people: readonly ClockPerson[], today: string): (ClockPerson | null)[] {
  if (obligation.about === 'family') return [null]
  const { atAge } = obligation
  if (atAge !== undefined) return people.filter((p) => p.born !== null && ageOn(p.born, today) >= atAge - 1 && ageOn(p.born, today) < Math.max(18, atAge + 2))
  return people.filter((p) => p.child === (obligation.about === 'child'))
}

type Part = { obligation: Obligation; sector: string; person: ClockPerson | null; rows: readonly ClockRow[]; today: string; publicly: ReadonlySet<string> }
type Anchor = { on: string; from: AnchorFrom; row?: ClockRow }

/** The rows of one obligation of one person, and what follows from them. */
class Facts {
  readonly part: Part
  readonly mine: ClockRow[]
  constructor(part: Part) {
    this.part = part
    const person = part.person?.id ?? null
    this.mine = part.rows.filter((row) => row.code === part.obligation.code && row.personId === person)
  }

  entry(): Entry | null {
    const { obligation, sector, person, today } = this.part
    if (this.keptByItsPlan()) return null
    const served = this.history()
    const anchor = this.anchor()
    const before = obligation.after ? this.keptBefore(obligation.after) : null
    const begins = before !== null && (anchor === null || anchor.on <= before) ? before : null
    if (obligation.after && begins === null) return null
    const rhythm = this.newest('rhythm')
    const every = rhythm ? spanOf(rhythm) : (obligation.every ?? (obligation.atLeast ? evenly(obligation.atLeast) : null))
    // What was kept before the day it counts from (new help, a plan agreed anew) is another round.
    const done = latest([served.at(-1)?.on ?? null, begins])
    const lastDone = done !== null && anchor !== null && anchor.on > done ? null : done
    const once = obligation.atAge !== undefined || (every === null && !obligation.decidedLocally)
    const notRelevant = this.newest('not-relevant')
    if (once && lastDone !== null) return null
    const firstWithin = obligation.firstWithin ?? null
    const due = notRelevant ? null : this.due(anchor, lastDone, every, firstWithin)
    const state = notRelevant ? 'not-relevant' : due !== null ? (due < today ? 'overdue' : 'due') : anchor === null && lastDone === null ? 'unknown' : 'no-rhythm'
    const chosen = this.newest('joined')
    return {
      id: entryId(obligation.code, person?.id ?? null),
      code: obligation.code,
      personId: person?.id ?? null,
      obligation,
      sector,
      state,
      anchor: anchor && { on: anchor.on, from: anchor.from },
      lastDone,
      begins: obligation.after ? begins : obligation.decidedLocally ? (rhythm?.onDay ?? null) : (anchor?.on ?? null),
      due,
      every,
      firstWithin,
      rhythm: rhythm && { on: rhythm.onDay ?? today, reason: rhythm.data.reason ?? '', id: rhythm.data.id ?? 0 },
      joint: obligation.joint && (!obligation.onlyIfChosen || chosen !== null),
      chosen: chosen && { id: chosen.data.id ?? 0 },
      history: served,
      planned: this.planned(),
      notRelevantId: notRelevant?.data.id ?? null,
      anchorId: this.newest('anchor')?.data.id ?? null,
      shelfIds: [...new Set([...this.mine, ...(anchor?.row ? [anchor.row] : []), ...this.plans()].flatMap((row) => row.shelfId ?? []))],
    }
  }

  /** The next time that the authority has written in the plan itself goes before a computed one. */
  private due(anchor: Anchor | null, lastDone: string | null, every: Span | null, firstWithin: Span | null): string | null {
    const { obligation, person } = this.part
    if (obligation.atAge !== undefined) return person?.born && lastDone === null ? birthday(person.born, obligation.atAge) : null
    const written = this.plans().map((row) => row.data.next ?? null).filter((day) => day !== null && (lastDone === null || day > lastDone))
    const next = obligation.decidedLocally ? latest(written) : null
    if (next !== null) return next
    if (lastDone !== null) return every && afterSpan(lastDone, every)
    const span = firstWithin ?? every
    if (anchor === null || span === null) return null
    return afterSpan(anchor.on, span)
  }

  private anchor(): Anchor | null {
    const given = this.newest('anchor')
    if (given?.onDay) return { on: given.onDay, from: 'given', row: given }
    const { obligation, person } = this.part
    switch (obligation.anchor) {
      case 'plan-agreed':
        return this.agreed()
      case 'meeting-held':
        return this.held()
      case 'decision':
        return this.decided()
      case 'support-start':
        return this.helpBegan()
      case 'first-contact':
        return this.benefitBegan()
      case 'birthday':
        return person?.born && obligation.atAge !== undefined ? { on: birthday(person.born, obligation.atAge), from: 'birthday' } : null
      default:
        return null
    }
  }
  private agreed(): Anchor | null {
    const row = last(this.part.rows.filter((r) => r.fact === 'plan'))
    return row?.onDay ? { on: row.onDay, from: 'plan', row } : null
  }
  /** The last meeting of its own kind; before the first the meeting at which the plan was agreed, else the day it was agreed. */
  private held(): Anchor | null {
    const met = last(this.part.rows.filter((r) => r.fact === 'meeting' && r.code === this.part.obligation.code))
    if (met?.onDay) return { on: met.onDay, from: 'meeting', row: met }
    const at = last(this.part.rows.filter((r) => r.fact === 'plan' && r.code === 'at-meeting'))
    return at?.onDay ? { on: at.onDay, from: 'plan-meeting', row: at } : this.agreed()
  }
  private decided(): Anchor | null {
    const row = last(this.plans().filter((r) => r.onDay !== null))
    return row?.onDay ? { on: row.onDay, from: 'sector-plan', row } : null
  }
  /** The first help of the law's own sector to the person that still goes on, or the day from which its plan holds. */
  private helpBegan(): Anchor | null {
    const { rows, sector, person } = this.part
    const help = rows.filter((r) => r.fact === 'help' && r.code === sector && r.personId === person?.id && this.goesOn(r))
    const plans = this.plans().filter((r) => r.data.from)
    const days: Anchor[] = [
      ...help.flatMap((row) => (row.onDay ? [{ on: row.onDay, from: 'help' as const, row }] : [])),
      ...plans.flatMap((row) => (row.data.from ? [{ on: row.data.from, from: 'sector-plan' as const, row }] : [])),
    ]
    return days.toSorted((a, b) => a.on.localeCompare(b.on))[0] ?? null
  }
  private benefitBegan(): Anchor | null {
    const { rows, person, publicly } = this.part
    const [row] = rows
      .filter((r) => r.fact === 'benefit' && r.personId === person?.id && publicly.has(r.code) && this.goesOn(r))
      .toSorted((a, b) => (a.onDay ?? '').localeCompare(b.onDay ?? ''))
    return row?.onDay ? { on: row.onDay, from: 'benefit', row } : null
  }

  /** The sector plans of its kind that hold or are being made. */
  private plans(): ClockRow[] {
    const { rows, obligation, person } = this.part
    if (!obligation.plan) return []
    return rows.filter((r) => r.fact === 'sector-plan' && r.code === obligation.plan && r.personId === person?.id && !r.data.notNeeded && this.goesOn(r))
  }
  private goesOn = (row: ClockRow): boolean => !row.data.until || row.data.until >= this.part.today
  private keptByItsPlan(): boolean {
    const { obligation, rows, person, today } = this.part
    if (!obligation.keptBy) return false
    return rows.some((r) => r.fact === 'sector-plan' && r.code === obligation.plan && r.personId === person?.id &&
      (r.data.notNeeded === true || (obligation.keptBy === 'ready' ? !!r.data.from && r.data.from <= today : r.onDay !== null && r.onDay <= today)))
  }
  private keptBefore(code: string): string | null {
    return last(this.part.rows.filter((r) => r.fact === 'served' && r.code === code && r.personId === (this.part.person?.id ?? null)))?.onDay ?? null
  }
  /** Ticks; for what the project has agreed also its own kind of meeting, which is kept by being held. */
  private history(): Entry['history'] {
    const { obligation, rows } = this.part
    const ticks = this.mine.filter((r) => r.fact === 'served')
    const held = obligation.lawArea === null ? rows.filter((r) => r.fact === 'meeting' && r.code === obligation.code) : []
    const all = [
      ...ticks.map((r) => ({ on: r.onDay ?? '', meetingId: r.data.meeting ?? null, servedId: r.data.id ?? null })),
      ...held.filter((r) => !ticks.some((t) => t.data.meeting === r.data.id)).map((r) => ({ on: r.onDay ?? '', meetingId: r.data.id ?? null, servedId: null })),
    ]
    return all.toSorted((a, b) => a.on.localeCompare(b.on))
  }
  private planned(): string | null {
    const { rows, obligation, person, today } = this.part
    const serving = rows.filter((r) => r.fact === 'next' && r.onDay !== null && r.onDay >= today &&
      r.data.serves?.some((s) => s.code === obligation.code && s.personId === (person?.id ?? null)))
    return serving.flatMap((r) => (r.onDay === null ? [] : [r.onDay])).toSorted((a, b) => a.localeCompare(b))[0] ?? null
  }
  private newest = (fact: ClockRow['fact']): ClockRow | null => last(this.mine.filter((r) => r.fact === fact)) ?? null
}

const last = (rows: readonly ClockRow[]): ClockRow | undefined => rows.toSorted((a, b) => (a.onDay ?? '').localeCompare(b.onDay ?? '') || (a.data.id ?? 0) - (b.data.id ?? 0)).at(-1)
const latest = (days: readonly (string | null)[]): string | null => days.filter((d) => d !== null).toSorted().at(-1) ?? null
const spanOf = (row: ClockRow): Span | null => (row.data.months ? { months: row.data.months } : row.data.weeks ? { weeks: row.data.weeks } : null)
