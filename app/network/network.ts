import { z } from 'zod'
import { type CaseRole, Flag, Id, MaybeDate, type PersonKind, type RelationKind, trimmed } from '#app/families/families.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate, rangeContains } from '#app/platform/time/plain-date.ts'

/*
 * The network map (da: netværkskort): ecomap and genogram in one, drawn from what is known on a day. Inside the household with children,
 * unborn and other parents; around it the private network and associations; outermost the professionals by department (004:1005-1018,
 * 004:1296-1319). Strength and strain of ties are one person's own statement, seen by that person and the coordinator.
 */

export const SHAPES = ['circle', 'square', 'diamond'] as const
/** `triangle`: an expected child. */
export type Shape = (typeof SHAPES)[number] | 'triangle'
export const STRENGTHS = ['strong', 'ordinary', 'weak'] as const
export type Strength = (typeof STRENGTHS)[number]
export const END_KINDS = ['person', 'staff', 'spell'] as const
export type EndKind = (typeof END_KINDS)[number]
/** Somebody or something on the map: `person-12`, `staff-3`, `spell-7`. */
export type EndKey = `${EndKind}-${number}`
export const endKey = (kind: EndKind, id: number): EndKey => `${kind}-${id}`

/** One statement on one day; `strength` null: it is no longer a tie. */
export type Tie = {
  id: number
  saidBy: number
  saidOn: string
  from: number
  to: EndKey
  strength: Strength | null
  strained: boolean
  words: string
  shelfId: number
  onBehalf: { channel: string; on: string } | null
  authorPersonId: number | null
}

/** The ties that stand on that day: of each person's statements about the same two the newest. */
export function tiesOn(ties: readonly Tie[], day: string): Tie[] {
  const newest = new Map<string, Tie>()
  const told = ties.filter((t) => t.saidOn <= day).toSorted((a, b) => a.saidOn.localeCompare(b.saidOn) || a.id - b.id)
  for (const t of told) newest.set(`${t.saidBy} ${t.from} ${t.to}`, t)
  return [...newest.values()].filter((t) => t.strength !== null)
}

export type WishAnswer = 'come' | 'not'
/** Who is wished for at the next meeting, or not, by whom and since when; `answer` null: taken back. */
export type MeetingWish = {
  id: number
  wishedBy: number
  wishedOn: string
  about: EndKey
  answer: WishAnswer | null
  shelfId: number
  onBehalf: { channel: string; on: string } | null
}
/** Of each one's wishes about the same person the newest; those taken back are left out. `since`: only those of that day or later. */
export function standingWishes(wishes: readonly MeetingWish[], since: string | null = null): MeetingWish[] {
  const newest = new Map<string, MeetingWish>()
  for (const wish of wishes.toSorted((a, b) => a.id - b.id)) newest.set(`${wish.wishedBy} ${wish.about}`, wish)
  return [...newest.values()].filter((wish) => wish.answer !== null && (since === null || wish.wishedOn >= since))
}

/** Does it hold on that day? Facts without a first day have always held. */
export const holdsOn = (x: { validFrom: string | null; validUntil: string | null }, day: string): boolean =>
  rangeContains(x.validFrom ?? '0001-01-01', x.validUntil, day)

// ---- what is on the map ----

export type MapPerson = {
  id: number
  kind: PersonKind
  role: CaseRole
  firstName: string
  born: string | null
  due: string | null
  died: boolean
  /** Whole years on the day of the picture. */
  age: number | null
  shape: Shape
}
export type MapRelation = { id: number; personId: number; otherId: number; kind: RelationKind; label: string; ended: boolean }
export type MapHome = { id: number; name: string; members: number[] }
export type MapHelper = { staffId: number; name: string; role: string; roleName: string; department: string; does: string }
/** An association where somebody of the family goes in their free time. */
export type MapGroup = { spellId: number; personId: number; name: string; what: string; shelfId: number }
export type MapFacts = { people: MapPerson[]; relations: MapRelation[]; homes: MapHome[]; helpers: MapHelper[]; groups: MapGroup[] }

export type NetworkPage = MapFacts & {
  caseId: number
  familyName: string
  today: string
  /** The day of the picture. */
  day: string
  /** The reader as a member of the family, or null for staff. */
  me: number | null
  /** Whose statements may be seen at all: a coordinator's all, a member's own. */
  seesTies: boolean
  ties: Tie[]
  wishes: MeetingWish[]
  may: {
    /** Add somebody to the network, say how people are drawn. */
    change: boolean
    /** Whose ties one may draw. */
    drawFor: number[]
    /** Whose wishes for the meeting one may write. */
    chooseFor: number[]
  }
}

// ---- what is typed ----

export const channels = ['phone', 'paper', 'meeting'] as const
const onBehalf = {
  onBehalfChannel: z.preprocess((v) => (v === '' || v === undefined ? null : v), z.enum(channels).nullable()),
  onBehalfOn: MaybeDate,
}
const End = z
  .string()
  .regex(/^(person|staff|spell)-\d{1,15}$/)
  .transform((v) => v as EndKey)

export const DrawTie = z
  .object({
    caseId: Id,
    /** Whose statement it is. */
    saidBy: Id,
    from: Id,
    to: End,
    /** '' takes the tie off the map. */
    strength: z.preprocess((v) => (v === '' || v === 'none' || v === undefined ? null : v), z.enum(STRENGTHS).nullable()),
    strained: Flag,
    words: trimmed(200).default(''),
    saidOn: PlainDate.optional(),
    ...onBehalf,
  })
  .refine((t) => t.to !== `person-${t.from}`, said({ da: 'Vælg to forskellige', en: 'Choose two different ones' }, ['to']))
export const DrawAs = z.object({ caseId: Id, personId: Id, shape: z.enum(SHAPES) })
/** `choices`: `{"person-12": "come", "staff-3": "not", "person-4": ""}`; who is not named stays as it was. */
export const ChooseForMeeting = z.object({
  caseId: Id,
  wishedBy: Id,
  choices: z.record(z.string().regex(/^(person|staff)-\d{1,15}$/), z.enum(['come', 'not', ''])),
  ...onBehalf,
})
export const endParts = (key: string): { kind: EndKind; id: number } => {
  const [kind, id] = key.split('-')
  return { kind: kind === 'staff' ? 'staff' : kind === 'spell' ? 'spell' : 'person', id: Number(id) }
}
