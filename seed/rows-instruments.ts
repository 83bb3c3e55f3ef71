import { bandsOf, normSetFor } from '#app/instruments/norms.ts'
import { formsFor, itemsFor, toolsOf } from '#app/instruments/instruments.ts'
import { algorithmOf, scoreOf, type Scores, totalled } from '#app/instruments/scoring.ts'
import { add, dayAgo, type Making, personId, record } from './rows.ts'
import type { Key } from './story.ts'

/* Filled-in forms and goal scales of a story, scored by the very rules of the program. */

/** `answers` in the order of the form, or ready `scores`. `by`: the parent who answered, or a teacher's name. */
export type FormStory = { about: Key; tool: string; form: string; ago: number; by?: Key; name?: string; answers?: number[]; scores?: Scores }
/** `goal`: the title of the goal; levels from much less to much more than expected; ratings as days ago and level. */
export type GoalScaleStory = { goal: string; ago: number; levels: [string, string, string, string, string]; baseline: number; ratings: { ago: number; level: number; words?: string }[] }
export type InstrumentStory = { forms?: FormStory[]; goalScales?: GoalScaleStory[] }

export function instrumentRows(w: Making): void {
  for (const form of w.story.instruments?.forms ?? []) formRow(w, form)
  for (const scale of w.story.instruments?.goalScales ?? []) scaleRows(w, scale)
}

function formRow(w: Making, f: FormStory): void {
  const on = dayAgo(w, f.ago)
  const born = w.born[f.about] ?? null
  const tool = toolsOf(w.place.pack, w.today).find((t) => t.code === f.tool)
  const form = tool && formsFor(tool, born, on).find((x) => x.code === f.form)
  if (!tool || !form) throw new Error(`family ${w.story.name}: no form ${f.tool} ${f.form} for ${f.about}`)
  const answers = f.answers ? Object.fromEntries(itemsFor(tool, form.informant).map((i, k) => [i.code, f.answers?.[k] ?? null])) : null
  const scored = answers ? scoreOf(tool, form.informant, answers) : { scores: totalled(tool, f.scores ?? {}), named: {} }
  const set = normSetFor(tool, w.place.pack.normSets, { form: form.code, born, on })
  const speaker = form.informant === 'self' ? f.about : f.by
  add(w, 'instrument_score', {
    ...record(w, { category: tool.category, about: [f.about], ago: f.ago }),
    ...(speaker ? { informant_person: personId(w, speaker), on_behalf_of_person: personId(w, speaker), on_behalf_channel: 'paper', on_behalf_on: on } : {}),
    ...(form.informant === 'teacher' ? { stated_by_name: f.name, stated_by_sector: 'education', stated_on: on, stated_channel: 'paper' } : {}),
    person_id: personId(w, f.about),
    instrument: tool.code,
    version: tool.version,
    form: form.code,
    informant: form.informant,
    informant_name: form.informant === 'self' ? '' : (f.name ?? (speaker ? (w.story.people[speaker]?.name ?? '') : '')),
    answered_on: on,
    filled: answers ? 'paper' : 'elsewhere',
    answers,
    scores: scored.scores,
    algorithm: algorithmOf(tool),
    norm_set: set?.code ?? null,
    norm_version: set?.version ?? null,
    bands: set ? bandsOf(set, { form: form.code, informant: form.informant, group: '' }, scored.scores, scored.named) : {},
  })
}

function scaleRows(w: Making, s: GoalScaleStory): void {
  const goal = w.rows.goal.find((g) => g['case_id'] === w.caseId && g['title'] === s.goal)
  if (!goal) throw new Error(`family ${w.story.name}: no goal "${s.goal}"`)
  const about = Object.keys(w.people).filter((key) => (goal['subjects'] as number[]).includes(personId(w, key)))
  const base = (ago: number) => record(w, { category: 'plan', about, ago })
  const id = w.ids.next('goal_attainment')
  add(w, 'goal_attainment', { ...base(s.ago), id, goal_id: goal['id'], levels: s.levels, weight: 1, baseline: s.baseline, agreed_on: dayAgo(w, s.ago) })
  for (const r of s.ratings) add(w, 'attainment_rating', { ...base(r.ago), scale_id: id, rated_on: dayAgo(w, r.ago), level: r.level, said_by: 'together', words: r.words ?? '' })
}
