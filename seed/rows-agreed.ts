import { add, coordinatorKey, dayAgo, everyone, type Making, personId, record, staffId } from './rows.ts'
import type { Key } from './story.ts'

/** What was agreed with a family (da: aftaler): whose it is, when it was said, when it is due; `ahead` counts days from today. */
export type AgreedStory = {
  what: string
  /** A member of the family, a colleague, or somebody else by name; left out: the coordinator. */
  member?: Key
  staff?: Key
  name?: string
  about: Key[]
  ago: number
  ahead: number
  /** Days ago it was kept. */
  kept?: number
}

export function agreedRows(w: Making): void {
  for (const [step, one] of (w.story.agreed ?? []).entries()) {
    const due = dayAgo(w, -one.ahead)
    const owner = one.member
      ? { owner_person: personId(w, one.member) }
      : one.name
        ? { owner_name: one.name }
        : { owner_staff: staffId(w, one.staff ?? coordinatorKey(w.story)) }
    const kept = one.kept === undefined ? null : dayAgo(w, one.kept)
    const by = { kind: 'staff', id: staffId(w, coordinatorKey(w.story)) }
    add(w, 'agreement', {
      ...record(w, { category: 'agreements', about: one.about, ago: one.ago, step: step + 3 }),
      subjects: everyone(w, one.about),
      household_shared: true,
      id: w.ids.next('agreement'),
      what: one.what,
      ...owner,
      due_on: due,
      kept_on: kept,
      marks: kept ? [{ how: 'kept', on: kept, by }] : [],
    })
  }
}
