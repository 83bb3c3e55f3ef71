import { add, coordinatorKey, dayAgo, everyone, familyKeys, type Making, personId, record, staffId } from './rows.ts'
import type { ActivityStory, Key, TermsStory } from './story.ts'

/** Where a thing told by its key in the story stands. */
type Find = (key: string) => number | null

/** How a plan is usually followed up: what a family gets that tells nothing of its own. */
const usual: TermsStory = {
  howFollowed: 'Vi tager målene ét ad gangen, og alle fortæller, hvordan det går.',
  howOften: 'monthly',
  ifOtherwise: 'Vi mødes før tid og finder ud af, hvad der kan flyttes.',
  whoCalls: 'Den, der opdager det, ringer til koordinatoren samme dag.',
  reopenedWhen: 'Når noget er gået i stå i to uger.',
  registeredBy: 'Den voksne, der har tid',
  registeredWhat: 'Et par ord om, hvordan ugen gik.',
  registeredOften: 'Hver søndag aften',
  registeredChannel: 'portal',
}

/** How an agreed plan is followed up; a draft has none, unless the story tells one. One record for each, about the whole family. */
export function termsRow(w: Making, goal: Find, firstGoal: number | null): { id: number; ago: number } | null {
  const { story } = w
  const last = story.versions?.at(-1)
  const told = story.terms
  if (!last && !told) return null
  const t = { ...usual, ...told }
  const ago = told?.ago ?? story.versions![0]!.ago
  const id = w.ids.next('plan_terms')
  const family = familyKeys(story)
  const goals = t.goals ? t.goals.flatMap((key) => goal(key) ?? []) : firstGoal === null ? [] : [firstGoal]
  add(w, 'plan_terms', {
    ...record(w, { category: 'plan', about: family, ago, step: 60 }),
    id,
    how_followed: t.howFollowed ?? '',
    how_often: t.howOften ?? null,
    next_on: last ? dayAgo(w, last.followUpAgo) : null,
    next_people: everyone(w, t.people ?? family.filter((key: Key) => story.people[key]?.kind !== 'unborn')),
    next_staff: [staffId(w, coordinatorKey(story))],
    next_others: t.others ?? '',
    next_goals: goals,
    think_over: t.thinkOver ?? '',
    if_otherwise: t.ifOtherwise ?? '',
    who_calls: t.whoCalls ?? '',
    reopened_when: t.reopenedWhen ?? '',
    registered_by: t.registeredBy ?? '',
    registered_what: t.registeredWhat ?? '',
    registered_often: t.registeredOften ?? '',
    registered_channel: t.registeredChannel ?? null,
  })
  return { id, ago }
}

/** Breaks, own hours, the way there, what it comes after, whether a manager must say yes. */
export const depthOf = (w: Making, a: ActivityStory, activity: Find): Record<string, unknown> => ({
  ...(a.travel === undefined ? {} : { travel_minutes: a.travel }),
  ...(a.own ? { own_minutes: Object.fromEntries(Object.entries(a.own).map(([key, minutes]) => [personId(w, key), minutes])) } : {}),
  ...(a.breaks ? { breaks: a.breaks.map((b) => ({ from: dayAgo(w, b.from), until: dayAgo(w, b.until), why: b.why })) } : {}),
  ...(a.after === undefined ? {} : { after_id: activity(a.after) }),
  ...(a.approval ? { needs_approval: true } : {}),
})

/** What an authority answered about a measure, written down by the coordinator. */
export function decisionRow(w: Making, a: ActivityStory, activityId: number): void {
  if (!a.approval || a.approval === true) return
  const d = a.approval
  add(w, 'measure_decision', {
    ...record(w, { category: 'plan', about: a.about, ago: d.ago, step: 70 }),
    activity_id: activityId,
    outcome: d.outcome,
    decided_on: dayAgo(w, d.ago),
    decided_by: d.by,
    reason: d.reason ?? '',
    instead: d.instead ?? '',
    stated_by_name: d.by,
    stated_by_sector: d.sector,
    stated_on: dayAgo(w, d.ago),
    stated_channel: 'meeting',
  })
}
