import { add, coordinatorKey, dayAgo, everyone, type Making, record } from './rows.ts'
import type { Key } from './story.ts'

/** Something done with the family, as a line of the logbook. */
export type EntryStory = {
  kind: string
  about: Key[]
  ago: number
  words: string
  minutes?: number
  by?: Key
  sector?: string
  /** Code of the reason why the family is not shown it. */
  hidden?: string
  /** What it said at first. */
  corrected?: string
}

export function logbookRows(w: Making): void {
  for (const [i, e] of (w.story.logbook ?? usual(w)).entries()) entryOf(w, e, i)
}

function entryOf(w: Making, e: EntryStory, step: number): void {
  const adults = e.about.filter((key) => (w.story.people[key]?.age ?? 0) >= 18).length
  const row = (words: string) => ({
    ...record(w, { category: 'logbook', about: e.about, ago: e.ago, step, visibility: e.hidden ? 'staff' : 'family', ...(e.by ? { by: e.by } : {}), ...(e.sector ? { sector: e.sector } : {}) }),
    household_shared: !e.hidden && adults > 1,
    kind: e.kind,
    on_date: dayAgo(w, e.ago),
    minutes: e.minutes ?? null,
    words,
    hidden_because: e.hidden ?? null,
  })
  const first = e.corrected === undefined ? null : w.ids.next('logbook_entry')
  if (first !== null) add(w, 'logbook_entry', { ...row(e.corrected ?? ''), id: first, replaces: null })
  add(w, 'logbook_entry', { ...row(e.words), id: w.ids.next('logbook_entry'), replaces: first })
}

const USUAL: [kind: string, minutes: number, words: string][] = [
  ['contact-from-us', 10, 'Ringede for at høre, hvordan ugen er gået'],
  ['meeting-companion', 60, 'Var med til samtalen på jobcentret og hjalp med at huske, hvad der blev sagt'],
  ['guidance', 30, 'Gik brevene igennem sammen og skrev ned, hvad der skal svares på'],
  ['contact-from-family', 10, 'Ringede for at flytte en aftale'],
  ['difficult-call', 20, 'Sad ved siden af, mens banken blev ringet op'],
]
/** The families nobody has told more about: a few lines each, from the days on which they had a coordinator. */
function usual(w: Making): EntryStory[] {
  const first = Object.entries(w.story.people).find(([, p]) => (p.age ?? 0) >= 18 && (p.role ?? 'family') === 'family')?.[0]
  const since = (w.story.team ?? []).find((one) => one.staff === coordinatorKey(w.story) && one.role === 'coordinator')?.ago
  if (!first || since === undefined || w.story.closed) return []
  const start = everyone(w, [first])[0]! % USUAL.length
  return [3, 24, 55, 96].filter((ago) => ago < since).map((ago, i) => {
    const [kind, minutes, words] = USUAL[(start + i) % USUAL.length]!
    return { kind, about: [first], ago, minutes, words }
  })
}
