import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { add, coordinatorKey, type Making, staffId } from './rows.ts'
import type { Row } from './database.ts'
import type { Key } from './story.ts'

/** What is usually agreed at a meeting: by a grown-up, by the coordinator, by a child in its own words, and one that was let go. */
const USUAL = {
  grownUp: ['Ringer til skolen, når en morgen er gået skævt', 'Sætter tøjet frem aftenen før', 'Spørger chefen, om vi kan møde en halv time senere', 'Laver en ugeplan til køleskabet'],
  coordinator: ['Hører skolen, hvornår de kan tage imod om morgenen', 'Sender tiderne til rådgivningen', 'Finder ud af, hvem der kan hjælpe i ferien'],
  child: ['Jeg vil gerne pakke min taske selv', 'Jeg siger det til far eller mor, når jeg er træt', 'Jeg øver mig i at sove i min egen seng'],
  dropped: ['Prøver en anden bus til skolen'],
} as const
const pick = (list: readonly string[], n: number): string => list[n % list.length] ?? list[0]!

/** Agreements of the meeting that was held last: kept, open, put off once, and dropped with a reason. After the meetings' own rows. */
export function agreementRows(w: Making): void {
  const meeting = w.rows.meeting.filter((m) => m['ended_at'] && !m['cancelled_at']).toSorted((a, b) => String(a['starts_at']).localeCompare(String(b['starts_at']))).at(-1)
  if (!meeting) return
  const subjects = meeting['subjects'] as number[]
  const keyed = (id: number): Key => Object.entries(w.people).find(([, person]) => person === id)?.[0] ?? ''
  const age = (id: number): number => w.story.people[keyed(id)]?.age ?? -1
  const adult = subjects.find((id) => age(id) >= 18)
  const child = subjects.find((id) => age(id) >= 7 && age(id) < 18)
  const n = Number(w.number.replace(/\D/g, '')) || 1
  const held = copenhagenDay(String(meeting['starts_at']))
  const after = (days: number): string => addDays(held, days)
  const coordinator = { kind: 'staff', id: staffId(w, coordinatorKey(w.story)) }
  const one = (row: Row, due: string, more: Row = {}) =>
    add(w, 'agreement', {
      case_id: w.caseId,
      sector: 'coordination',
      category: 'agreements',
      visibility: 'family',
      household_shared: true,
      subjects,
      author_staff_id: coordinator.id,
      created_at: meeting['ended_at'],
      id: w.ids.next('agreement'),
      meeting_id: meeting['id'],
      due_on: due,
      marks: [],
      ...row,
      ...more,
    })
  if (adult !== undefined) {
    const by = { kind: 'member', id: adult }
    one({ what: pick(USUAL.grownUp, n), owner_person: adult, subjects: [adult] }, after(14), { kept_on: after(10), marks: [{ how: 'kept', on: after(10), by }] })
    const to = addDays(w.today, 6 + (n % 9))
    one({ what: pick(USUAL.grownUp, n + 1), owner_person: adult, subjects: [adult] }, to, {
      marks: [{ how: 'postponed', on: after(20), by, from: after(21), to, reason: 'Vi var syge hele ugen' }],
    })
    one({ what: USUAL.dropped[0], owner_person: adult, subjects: [adult] }, after(20), {
      dropped_on: after(15),
      dropped_reason: 'Bussen kører ikke længere',
      marks: [{ how: 'dropped', on: after(15), by: coordinator, reason: 'Bussen kører ikke længere', channel: 'phone', saidOn: after(14) }],
    })
  }
  one({ what: pick(USUAL.coordinator, n), owner_staff: coordinator.id }, addDays(w.today, 3 + (n % 7)))
  if (child !== undefined) one({ what: pick(USUAL.child, n), owner_person: child, subjects: [child], heard_by: 'sin lærer' }, addDays(w.today, 12 + (n % 5)))
}

