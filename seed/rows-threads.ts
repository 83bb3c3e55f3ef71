import { add, coordinatorKey, everyone, instantAgo, type Making, personId, record, staffId } from './rows.ts'
import type { Key } from './story.ts'

/** A thread of one member's, or shared by those of a home (`home`: its place among the story's households). */
export type ThreadStory = {
  who?: Key
  home?: number
  said: {
    /** A member of the family; left out: the coordinator. */
    member?: Key
    ago: number
    words: string
    /** Days ago the other side opened it. */
    seen?: number
    noAnswer?: boolean
  }[]
}

export function threadRows(w: Making): void {
  for (const [n, thread] of (w.story.threads ?? []).entries()) for (const [i, said] of thread.said.entries()) messageOf(w, thread, said, n * 3 + i)
}

function messageOf(w: Making, thread: ThreadStory, said: ThreadStory['said'][number], step: number): void {
  const id = w.ids.next('thread_message')
  const adults = thread.home === undefined ? [] : (w.story.households[thread.home]?.members ?? []).filter((key) => (w.story.people[key]?.age ?? 0) >= 18)
  const about = thread.who ? [thread.who] : said.member ? [said.member] : adults
  const young = thread.who && (w.story.people[thread.who]?.age ?? 0) < 18 ? thread.who : null
  add(w, 'thread_message', {
    ...record(w, { category: 'thread', about, ago: said.ago, step, ...(said.member ? { member: said.member } : {}) }),
    household_shared: thread.home !== undefined,
    shielded_from: young ? everyone(w, w.story.custody?.[young] ?? []) : [],
    id,
    person_id: thread.who ? personId(w, thread.who) : null,
    household_id: thread.home === undefined ? null : (w.households[thread.home] ?? null),
    words: said.words,
  })
  const coordinator = staffId(w, coordinatorKey(w.story))
  if (said.seen !== undefined)
    add(w, 'thread_receipt', {
      case_id: w.caseId,
      message_id: id,
      staff_id: said.member ? coordinator : null,
      person_id: said.member ? null : personId(w, thread.who ?? adults[0]!),
      seen_at: instantAgo(w, said.seen, step + 4),
    })
  if (said.noAnswer)
    add(w, 'thread_step', { case_id: w.caseId, message_id: id, kind: 'no-answer', by_staff_id: coordinator, on_date: instantAgo(w, said.ago).slice(0, 10), made_at: instantAgo(w, said.ago, step + 6) })
}
