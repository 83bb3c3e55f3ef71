import type { Activity, Goal, Hope, PlanContent } from './plan.ts'
import type { Terms } from './terms.ts'

/** Values as they are, for the page to put into words: text, date, number, ids. */
export type FieldValue = string | number | null | number[]
export type Change = {
  what: 'hope' | 'goal' | 'activity' | 'terms'
  id: number
  kind: 'new' | 'changed' | 'out'
  title: string
  /** For `changed`: what stood before and what stands now. */
  fields: { field: string; before: FieldValue; after: FieldValue }[]
}

const hopeFields = (h: Hope) => ({ words: h.words, whose: h.personId })
const goalFields = (g: Goal) => ({
  title: g.title,
  level: g.level,
  parent: g.parentId,
  hope: g.hopeId,
  measure: g.measure,
  aim: g.aim,
  ownerPerson: g.ownerPersonId,
  startValue: g.startValue,
  targetValue: g.targetValue,
  unit: g.unit || null,
  goalStart: g.start,
  goalEnd: g.end,
  lookOn: g.lookOn,
})
const activityFields = (a: Activity) => ({
  what: a.what,
  goal: a.goalId,
  offer: a.offer,
  provider: a.provider,
  place: a.place,
  rhythm: a.rhythm,
  weekdays: a.weekdays,
  timeFrom: a.timeFrom,
  timeTo: a.timeTo,
  start: a.start,
  end: a.end,
  minutes: a.minutesPerWeek,
  takesPart: a.takesPart,
  // Lists of small things travel as lines: from|until|why, and person|minutes.
  breaks: a.breaks.map((b) => `${b.from}|${b.until}|${b.why}`).join('\n') || null,
  ownMinutes:
    Object.entries(a.ownMinutes)
      .map(([id, minutes]) => `${id}|${minutes}`)
      .join('\n') || null,
  travelMinutes: a.travelMinutes,
  after: a.afterId,
  needsApproval: a.needsApproval ? 'yes' : null,
})
const termFields = (t: Terms) => ({
  howFollowed: t.howFollowed,
  howOften: t.howOften,
  nextOn: t.nextOn,
  nextPeople: t.nextPeople,
  nextOthers: t.nextOthers,
  nextGoals: t.nextGoals,
  thinkOver: t.thinkOver,
  ifOtherwise: t.ifOtherwise,
  whoCalls: t.whoCalls,
  reopenedWhen: t.reopenedWhen,
  registeredBy: t.registeredBy,
  registeredWhat: t.registeredWhat,
  registeredOften: t.registeredOften,
  registeredChannel: t.registeredChannel,
})

/** What is new, changed and taken out between two states of the plan, in the order of the newer one; what was taken out comes last. */
export function comparePlans(before: PlanContent, after: PlanContent): Change[] {
  return [
    ...compareRecords('hope', before.hopes, after.hopes, (h) => h.words, hopeFields),
    ...compareRecords('goal', before.goals, after.goals, (g) => g.title, goalFields),
    ...compareRecords('activity', before.activities, after.activities, (a) => a.what, activityFields),
    ...compareRecords('terms', before.terms, after.terms, () => '', termFields),
  ]
}

function compareRecords<T extends Hope | Goal | Activity | Terms>(
  what: Change['what'],
  before: readonly T[],
  after: readonly T[],
  title: (r: T) => string,
  fields: (r: T) => Record<string, FieldValue>,
): Change[] {
  const then = new Map(before.filter((r) => !r.dropped).map((r) => [r.id, r]))
  const now = new Map(after.filter((r) => !r.dropped).map((r) => [r.id, r]))
  const changes: Change[] = []
  for (const r of now.values()) {
    const old = then.get(r.id)
    if (!old) changes.push({ what, id: r.id, kind: 'new', title: title(r), fields: [] })
    else {
      const changed = changedFields(fields(old), fields(r))
      if (changed.length) changes.push({ what, id: r.id, kind: 'changed', title: title(r), fields: changed })
    }
  }
  for (const r of then.values()) if (!now.has(r.id)) changes.push({ what, id: r.id, kind: 'out', title: title(r), fields: [] })
  return changes
}

/** The fields of a record that a comparison looks at, as values. */
export function fieldsOf(what: Change['what'], plan: PlanContent, id: number): Record<string, FieldValue> | null {
  if (what === 'hope') return valuesOf(plan.hopes, id, hopeFields)
  if (what === 'goal') return valuesOf(plan.goals, id, goalFields)
  if (what === 'activity') return valuesOf(plan.activities, id, activityFields)
  return valuesOf(plan.terms, id, termFields)
}
function valuesOf<T extends { id: number; dropped: unknown }>(
  records: readonly T[],
  id: number,
  fields: (r: T) => Record<string, FieldValue>,
): Record<string, FieldValue> | null {
  const found = records.find((r) => r.id === id && !r.dropped)
  return found ? fields(found) : null
}

function changedFields(before: Record<string, FieldValue>, after: Record<string, FieldValue>): Change['fields'] {
  return Object.keys(after)
    .filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
}
