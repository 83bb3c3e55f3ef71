import { z } from 'zod'
import { AboutOthers } from '#app/consent/about-others.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'

/*
 * What was agreed (da: aftaler): what, exactly one owner, a day (MEET-15). It is open until it is kept, or dropped with a reason, and an
 * open one stands on the list of every next meeting (MEET-16, 004:850-854). Not the family's yes to the plan, which is `plan_agreement`.
 */

export const saidChannels = ['phone', 'paper', 'meeting', 'portal'] as const
export type SaidChannel = (typeof saidChannels)[number]
export type Marking = 'kept' | 'postponed' | 'dropped'

/** Whose it is: somebody of the family, a member of staff, or anybody else by name. `name`: empty when the reader does not know them. */
export type Owner = { kind: 'person' | 'staff' | 'outside'; id: number | null; name: string }
/** One thing that became of it; never rewritten. `of`: what an undo took back. `channel`, `saidOn`: written down at the owner's word. */
export type Mark = {
  how: Marking | 'undo'
  on: string
  by: { kind: string; id: number }
  of?: Marking
  from?: string
  to?: string
  reason?: string
  channel?: string
  saidOn?: string
}
export type Agreement = {
  id: number
  revision: number
  shelfId: number
  caseId: number
  subjects: number[]
  what: string
  owner: Owner
  dueOn: string
  /** As far as the reader sees the goal and the meeting. */
  goal: { id: number; title: string } | null
  meeting: { id: number; on: string; kind: string } | null
  /** Of a child's agreement: to whom the child said it. Then `what` is in its own words. */
  heardBy: string
  madeOn: string
  keptOn: string | null
  dropped: { on: string; reason: string } | null
  marks: Mark[]
  authorStaffId: number | null
  authorPersonId: number | null
}

export type AgreementState = 'open' | 'kept' | 'dropped'
export const stateOf = (a: Pick<Agreement, 'keptOn' | 'dropped'>): AgreementState => (a.keptOn ? 'kept' : a.dropped ? 'dropped' : 'open')
export const isOpen = (a: Pick<Agreement, 'keptOn' | 'dropped'>): boolean => stateOf(a) === 'open'

/** Open ones by day, then those that are kept or dropped, the latest first. */
export function inOrder<A extends Pick<Agreement, 'id' | 'dueOn' | 'keptOn' | 'dropped'>>(all: readonly A[]): A[] {
  const ended = (a: A) => a.keptOn ?? a.dropped?.on ?? ''
  return all.toSorted((a, b) =>
    isOpen(a) !== isOpen(b) ? (isOpen(a) ? -1 : 1) : isOpen(a) ? compare(a.dueOn, b.dueOn) || a.id - b.id : compare(ended(b), ended(a)) || b.id - a.id,
  )
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What a meeting on that day begins with (MEET-16): all that was agreed before it and is still open. */
export const carriedTo = <A extends Pick<Agreement, 'madeOn' | 'keptOn' | 'dropped' | 'meeting'>>(all: readonly A[], meeting: { id: number; on: string }): A[] =>
  all.filter((a) => a.meeting?.id !== meeting.id && a.madeOn <= meeting.on && (isOpen(a) || (a.keptOn ?? a.dropped?.on ?? '') >= meeting.on))

/** The postponements that still hold, oldest first. */
export function postponements(marks: readonly Mark[]): Mark[] {
  const held: Mark[] = []
  for (const mark of marks) {
    if (mark.how === 'postponed') held.push(mark)
    if (mark.how === 'undo' && mark.of === 'postponed') held.pop()
  }
  return held
}
/** What "Fortryd" would take back, or nothing. */
export const undoable = (a: Pick<Agreement, 'marks'>): Marking | null => {
  const last = a.marks.at(-1)
  return last && last.how !== 'undo' ? last.how : null
}

/** Who asks. `speaks`: as a member, oneself and the children one speaks for. `coordinates`: writes the plan's own records. */
export type Marker = { staff: boolean; me: number; speaks: readonly number[]; coordinates: boolean; writes: boolean }
/** The same as the database's `mark_agreement`: the owner, or who may change the record. */
export function mayMark(a: Pick<Agreement, 'owner' | 'authorPersonId'>, who: Marker): boolean {
  if (!who.writes) return false
  if (who.staff) return who.coordinates || isMine(a, who)
  return a.authorPersonId === who.me || (a.owner.kind === 'person' && a.owner.id !== null && who.speaks.includes(a.owner.id))
}
export const isMine = (a: Pick<Agreement, 'owner'>, who: Pick<Marker, 'staff' | 'me'>): boolean =>
  a.owner.id === who.me && a.owner.kind === (who.staff ? 'staff' : 'person')
/** Staff say how and when the family told it; everybody else ticks for themselves. */
export const needsWord = (a: Pick<Agreement, 'owner'>, who: Pick<Marker, 'staff'>): boolean => who.staff && a.owner.kind === 'person'

export const mayChangeText = (a: Pick<Agreement, 'authorPersonId' | 'keptOn' | 'dropped'>, who: Marker): boolean =>
  who.writes && isOpen(a) && (who.staff ? who.coordinates : a.authorPersonId === who.me)

// ---- what verbs take; form strings are welcome ----

export const id = z.coerce.number().int().positive()
const empty = (v: unknown) => (v === '' || v === undefined ? null : v)
const optionalId = z.preprocess(empty, id.nullable())
const idList = z.preprocess((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(id).max(50))
const day = z.preprocess(empty, PlainDate.nullable())
const text = (max: number) => z.string().trim().max(max).default('')
const caseId = id

const sayOwner = said({ da: 'Vælg, hvem der gør det', en: 'Choose who does it' }, ['owner'])
const sayName = said({ da: 'Skriv navnet på den, der gør det', en: 'Write the name of who does it' }, ['ownerName'])
const words = {
  what: z.string().trim().min(1).max(500),
  /** `person-12`, `staff-3`, or `outside` with `ownerName`. */
  owner: z.string().regex(/^((person|staff)-[1-9]\d{0,14}|outside)$/, undefined),
  ownerName: text(100),
  goalId: optionalId,
  heardBy: text(100),
  aboutOthers: AboutOthers,
}
const named = (v: { owner: string; ownerName: string }): boolean => v.owner !== 'outside' || v.ownerName !== ''

export const AgreementBody = z.object({ ...words, dueOn: PlainDate, meetingId: optionalId, subjects: idList })
export const MakeAgreement = AgreementBody.extend({ caseId }).refine((v) => v.owner !== '', sayOwner).refine(named, sayName)
export type AgreementInput = z.output<typeof MakeAgreement>
export const ChangeAgreement = z.object({ caseId, agreementId: id, seenRevision: id, ...words }).refine(named, sayName)

/** Staff write how and when somebody of the family said it. */
const behalf = { channel: z.preprocess(empty, z.enum(saidChannels).nullable()), saidOn: day }
const mark = { caseId, agreementId: id, seenRevision: id }
export const KeepBody = z.object({ keptOn: day, ...behalf })
export const PostponeBody = z.object({ dueOn: PlainDate, reason: z.string().trim().min(1).max(500), ...behalf })
export const DropBody = z.object({ reason: z.string().trim().min(1).max(500), ...behalf })
export const KeepAgreement = KeepBody.extend(mark)
export const PostponeAgreement = PostponeBody.extend(mark)
export const DropAgreement = DropBody.extend(mark)
export const UndoAgreement = z.object(mark)
