import { retention } from '#app/platform/calc/retention.ts'
import { addDays, addYears } from '#app/platform/time/plain-date.ts'
import type { Evidence, KeptFigure, Method, SpellFact, Unit } from './goals.ts'
import type { Counting } from './population.ts'
import { lasted, type Stretch, unbroken } from './unbroken.ts'

/* Goals counted from spells: who has one (GOAL-01, GOAL-09), and who got one and kept it (GOAL-02). */

type Wanted = { kind: string; statuses: readonly string[] }
const counts = (spell: SpellFact, wanted: readonly Wanted[]): boolean => wanted.some((w) => w.kind === spell.kind && (w.statuses.length === 0 || w.statuses.includes(spell.status)))
const asEvidence = (s: SpellFact): Evidence => ({ kind: 'spell', id: s.id, shelfId: s.shelfId, on: s.from, until: s.until, code: s.status || s.kind })
const lasting = (s: Stretch, day: string): boolean => s.from <= day && (s.until === null || s.until >= day)

/** Whose spells count: the member's own, or those of the family's adults. */
function spellsFor(c: Counting, spells: readonly SpellFact[], wanted: readonly Wanted[], newSinceIntake: boolean): SpellFact[] {
  const adults = c.family.people.filter((p) => p.born !== null && addYears(p.born, 18) <= c.until).map((p) => p.id)
  const whose = c.person ? [c.person.id] : adults
  return spells.filter((s) => whose.includes(s.personId) && counts(s, wanted) && (!newSinceIntake || s.from >= c.family.intakeOn)).toSorted((a, b) => a.from.localeCompare(b.from) || a.id - b.id)
}

/** Has a spell on the day, or on the last day the member was followed. */
export function hasSpell(goal: Method<'has-spell'>, c: Counting, spells: readonly SpellFact[]): Unit {
  const now = spellsFor(c, spells, goal.definition.spells, goal.definition.newSinceIntake).filter((s) => lasting(s, c.until))
  return { ...c.unit, outcome: now.length > 0 ? 'reached' : 'not-reached', evidence: now.map(asEvidence) }
}

/**
 * Got a spell before the goal was due, and how it went on: kept so long, lost before, or not followed long enough (who leaves, dies or turns 18 is no longer followed).
 * Reached means got one; keeping is a figure of its own (measurement.md 0, 5).
 */
export function keptSpell(goal: Method<'kept-spell'>, c: Counting, spells: readonly SpellFact[]): Unit {
  const d = goal.definition
  const adult = c.person?.born ? addYears(c.person.born, 18) : null
  const seen = adult !== null && adult < c.until ? adult : c.until
  const mine = spellsFor(c, spells, d.spells, d.newSinceIntake).filter((s) => s.from <= seen && s.from <= (c.due ?? seen) && (s.until === null || s.until >= c.family.intakeOn))
  const stretches = unbroken(mine, d.gapDays).map((s) => ({ ...s, ...lasted(s, seen) }))
  const followed = d.episode === 'first' ? stretches[0] : stretches.toSorted((a, b) => b.months - a.months || a.from.localeCompare(b.from))[0]
  if (!followed) return { ...c.unit, outcome: c.due !== null && c.until < c.due && c.unit.here ? 'pending' : 'not-reached', why: c.due !== null && c.until < c.due && c.unit.here ? 'not-due' : null }
  const long = d.atBoundary === 'kept' ? followed.months >= d.keptMonths : followed.months > d.keptMonths
  const state = long ? 'kept' : followed.ended ? 'lost' : 'censored'
  const evidence = mine.filter((s) => s.from >= followed.from && (followed.until === null || s.from <= addDays(followed.until, 1))).map(asEvidence)
  return { ...c.unit, outcome: 'reached', evidence, kept: { months: followed.months, state } }
}

/** What share keeps it for `months`: Kaplan-Meier over those who got one. An end on the very day counts as the definition says. Null: nobody got one. */
export function keptFigure(goal: Method<'kept-spell'>, units: readonly Unit[]): KeptFigure | null {
  const d = goal.definition
  const followed = units.flatMap((u) => (u.kept ? [u.kept] : []))
  if (followed.length === 0) return null
  // Those who kept it are followed to the day itself: what happens later is no loss.
  const time = followed.map((k) => Math.min(k.months, d.keptMonths + 0.5))
  const event = followed.map((k) => (k.state === 'lost' ? 1 : 0))
  const at = d.atBoundary === 'kept' ? d.keptMonths - 0.25 : d.keptMonths
  const found = retention({ time, event, at: [at] }).at[0]!
  const many = (state: string) => followed.filter((k) => k.state === state).length
  return { n: followed.length, lost: many('lost'), kept: many('kept'), censored: many('censored'), months: d.keptMonths, survival: found.survival, low: found.low, high: found.high, atRisk: time.filter((t) => t >= d.keptMonths).length }
}
