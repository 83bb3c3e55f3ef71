import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { kindsOf } from '#app/meetings/kinds.ts'
import { arranges } from '#app/meetings/rights.server.ts'
import { onCase } from '#app/plan/rights.server.ts'
import { rightsOf } from '#app/plan/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type Entry, YearOf } from './clock.ts'
import { blockedOf, cancelledOf, clockOf, type FamilyClock } from './queries.server.ts'
import { authorityIn } from './rights.server.ts'
import { blockedDays, intervalsOf, moveDate, proposeYear, yearRules } from './year.ts'

/** Days of joint meetings that are called and meant to serve something. */
export const calledDays = (clock: Pick<FamilyClock, 'rows'>, today: string): string[] => [
  ...new Set(clock.rows.flatMap((r) => (r.fact === 'next' && r.onDay !== null && r.onDay >= today && (r.data.serves ?? []).length > 0 ? [r.onDay] : []))),
]

/** The year ahead of a family, with the periods that are blocked; `slack` null: as the pack has it. */
export async function yearOf(tx: Tx, ctx: Pick<Context, 'today'>, clock: FamilyClock, slack: number | null) {
  const blocked = await blockedOf(tx, clock.caseId, ctx.today)
  const rules = yearRules(clock.pack, ctx.today)
  const part = {
    today: ctx.today,
    rules: slack === null ? rules : { ...rules, slackDays: slack },
    blocked: blockedDays(clock.pack, blocked.map((b) => ({ from: b.from, to: b.until })), ctx.today),
  }
  return { blocked, part, year: proposeYear(clock.entries, { ...part, called: calledDays(clock, ctx.today) }) }
}

/** What each obligation is, for a page: words of the pack in the reader's language. */
export const lineOf = (entry: Entry, clock: FamilyClock, ctx: Pick<Context, 'locale'>) => ({
  id: entry.id,
  code: entry.code,
  personId: entry.personId,
  who: clock.people.find((p) => p.id === entry.personId)?.name ?? null,
  label: entry.obligation.label[ctx.locale],
  paragraph: entry.obligation.paragraph,
  law: entry.obligation.lawArea === null ? null : (clock.pack.lawAreas.find((law) => law.code === entry.obligation.lawArea)?.label[ctx.locale] ?? null),
  source: entry.obligation.source,
  verified: entry.obligation.verified,
  note: entry.obligation.note?.[ctx.locale] ?? null,
  sector: entry.sector,
  state: entry.state,
  anchor: entry.anchor,
  anchorCode: entry.obligation.anchor,
  lastDone: entry.lastDone,
  due: entry.due,
  every: entry.every,
  firstWithin: entry.firstWithin,
  rhythm: entry.rhythm,
  decidedLocally: entry.obligation.decidedLocally,
  mayBeJoint: entry.obligation.joint,
  joint: entry.joint,
  onlyIfChosen: entry.obligation.onlyIfChosen,
  chosenId: entry.chosen?.id ?? null,
  planned: entry.planned,
  notRelevantId: entry.notRelevantId,
  anchorId: entry.anchorId,
  conditions: entry.obligation.conditions.map((c) => ({ code: c.code, label: c[ctx.locale] })),
  history: entry.history,
})
export type EntryLine = ReturnType<typeof lineOf>

const shown = (entry: Entry): boolean => entry.state === 'due' || entry.state === 'overdue'
const seen = (clock: FamilyClock, entries: readonly Entry[], extra: { shelfId: number }[]) => ({
  personIds: clock.people.map((p) => p.id),
  shelfIds: [...new Set([...entries.flatMap((e) => e.shelfIds), ...extra.map((e) => e.shelfId)])],
})

/** The page of the year (MEET-09, MEET-10, IT-02): separate meetings against joint ones, which date serves what, and what if one moves. */
export const readYear = query({
  event: 'clock.read-year',
  input: YearOf,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.staff),
  async run(tx, ctx, { caseId, slack, move, to }) {
    const clock = await clockOf(tx, caseId, ctx.today)
    const rights = await rightsOf(tx, ctx, caseId)
    const { blocked, part, year } = await yearOf(tx, ctx, clock, slack)
    const entries = clock.entries.filter(shown)
    const dates = year.proposal?.meetings.map((m) => m.date) ?? []
    const own = await authorityIn(tx, ctx, caseId)
    return {
      caseId,
      today: ctx.today,
      rules: part.rules,
      year,
      called: calledDays(clock, ctx.today),
      entries: entries.map((entry) => lineOf(entry, clock, ctx)),
      blocked,
      closing: clock.pack.closingDays.map((c) => c.label[ctx.locale]),
      whatIf: move !== null && to !== null && dates.includes(move) && to >= ctx.today ? moveDate(clock.entries, part, dates, move, to) : null,
      toTick: ticksOf(clock, own).length,
      kinds: kindsOf(clock.pack, ctx.today).map((k) => ({ value: k.code, label: k.label[ctx.locale] })),
      may: { arrange: arranges(rights) },
      seen: seen(clock, entries, blocked),
    }
  },
  concerns: ({ caseId }, r) => ({ caseId, ...r.seen }),
})

/** `shelfIds`: everything it rests on, the meeting's too. */
export type Tick = { entry: Entry; meetingId: number; on: string; shelfIds: number[] }
/** Held meetings that were meant to serve an obligation of these sectors and have not been said to (MEET-11), newest first. */
export const ticksOf = (clock: FamilyClock, sectors: readonly string[]): Tick[] =>
  clock.entries
    .filter((entry) => sectors.includes(entry.sector) && entry.state !== 'not-relevant')
    .flatMap((entry) =>
      clock.rows.flatMap((r) =>
        r.fact === 'meeting' && r.onDay !== null && r.data.id !== undefined && entry.joint && inThisRound(entry, r.onDay) &&
        r.data.serves?.some((s) => s.code === entry.code && s.personId === entry.personId) && !entry.history.some((h) => h.meetingId === r.data.id)
          ? [{ entry, meetingId: r.data.id, on: r.onDay, shelfIds: [...entry.shelfIds, ...(r.shelfId === null ? [] : [r.shelfId])] }]
          : [],
      ),
    )
    .toSorted((a, b) => b.on.localeCompare(a.on))

/** Kept on that day it would be the last time it was kept, in the round that runs now. */
const inThisRound = (entry: Entry, day: string): boolean => (entry.lastDone === null || day > entry.lastDone) && (entry.anchor === null || day >= entry.anchor.on)

/** The page of what must be followed up: each with its paragraph and where its day comes from; ticks, rhythms and intervals (MEET-06, MEET-08, MEET-11). */
export const readDeadlines = query({
  event: 'clock.read-deadlines',
  input: YearOf.pick({ caseId: true }),
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.staff),
  async run(tx, ctx, { caseId }) {
    const clock = await clockOf(tx, caseId, ctx.today)
    const own = await authorityIn(tx, ctx, caseId)
    const cancelled = await cancelledOf(tx, caseId)
    const line = (entry: Entry) => lineOf(entry, clock, ctx)
    const mine = (entry: Entry) => own.includes(entry.sector)
    // What nobody has said anything about is asked of its own authority only: a list of laws says nothing about a family.
    const entries = clock.entries.filter((entry) => shown(entry) || entry.state === 'no-rhythm' || (mine(entry) && entry.state === 'not-relevant'))
    return {
      caseId,
      today: ctx.today,
      own,
      entries: entries.map(line),
      unknown: clock.entries.filter((entry) => entry.state === 'unknown' && mine(entry)).map(line),
      ticks: ticksOf(clock, own).map((tick) => ({ line: line(tick.entry), meetingId: tick.meetingId, on: tick.on })),
      held: clock.rows.flatMap((r) => (r.fact === 'meeting' && r.onDay !== null && r.data.id !== undefined ? [{ id: r.data.id, on: r.onDay, kind: kindLabel(clock, r.code, ctx) }] : [])),
      intervals: entries.filter((entry) => entry.every !== null || entry.history.length > 0).map((entry) => ({ line: line(entry), intervals: intervalsOf(entry, ctx.today) })),
      cancelled: cancelled.map((c) => ({ id: c.id, on: copenhagenDay(c.startsAt), kind: kindLabel(clock, c.kind, ctx), reason: c.reason })),
      seen: seen(clock, entries, cancelled),
    }
  },
  concerns: ({ caseId }, r) => ({ caseId, ...r.seen }),
})
const kindLabel = (clock: FamilyClock, code: string, ctx: Pick<Context, 'locale'>): string => clock.pack.meetingKinds.find((k) => k.code === code)?.label[ctx.locale] ?? code
export type YearPage = Awaited<ReturnType<typeof readYear>>
export type DeadlinesPage = Awaited<ReturnType<typeof readDeadlines>>
