import { z } from 'zod'
import { AboutOthers } from '#app/consent/about-others.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'

/*
 * The family's situation today (da: jeres situation i dag; udredning): one page for the whole family, in its own words first. A note stands in one
 * place: a box of a member (four, strengths first), one of three columns, or a room of a child's three houses. Labels of frameworks come on it
 * afterwards (UDR-01, UDR-04, UDR-16).
 */

/** Four boxes, strengths first (IT-05). */
export const boxes = ['strength', 'wish', 'need', 'challenge'] as const
/** Three columns: what works, what worries us, what must happen (Signs of Safety). */
export const columns = ['works', 'worry', 'next'] as const
/** A child's three houses. */
export const houses = ['house-good', 'house-worries', 'house-dreams'] as const
export const parts = [...boxes, ...columns, ...houses] as const
/** Social, health, and employment or learning. */
export const aspects = ['social', 'health', 'work'] as const
export const channels = ['phone', 'paper', 'meeting'] as const
export type Part = (typeof parts)[number]
export type Box = (typeof boxes)[number]
export type Aspect = (typeof aspects)[number]
export type Channel = (typeof channels)[number]

export const isBox = (part: string): part is Box => boxes.some((b) => b === part)
export const isHouse = (part: string): boolean => houses.some((h) => h === part)
/** A note of the health aspect is a health record: other consents, other readers. */
export const categoryOf = (aspect: Aspect | null): 'health' | 'assessment' => (aspect === 'health' ? 'health' : 'assessment')

export type StatedBy = { name: string; sector: string; on: string; channel: string }
export type OnBehalf = { personId: number; channel: string; on: string }
/** Somebody's words about a member (`personId`) or the whole family (null). `createdOn` is the day it was written. */
export type SituationNote = {
  id: number
  revision: number
  shelfId: number
  sector: string
  category: string
  visibility: string
  subjects: number[]
  personId: number | null
  part: Part
  aspect: Aspect | null
  words: string
  labels: string[]
  /** Label → 0-4, only where the pack allows a level. */
  levels: Record<string, number>
  follow: boolean
  heardBy: string
  heardOn: string | null
  quoted: { authority: string; on: string } | null
  stated: StatedBy | null
  onBehalf: OnBehalf | null
  authorStaffId: number | null
  authorPersonId: number | null
  createdOn: string
}
/** "How is it, 0 to 10": the answer of one person about one member. `saidByPerson` of the family, else `saidBy` by name. */
export type Scale = {
  id: number
  shelfId: number
  subjects: number[]
  personId: number
  value: number
  saidByPerson: number | null
  saidBy: string
  saidOn: string
  notLower: string
  oneUp: string
  onBehalf: OnBehalf | null
}

/** What a note became in the plan, as far as the reader sees it. */
export type Carried = { noteId: number; kind: 'goal' | 'hope'; id: number; title: string; shelfId: number }
/** Somebody of the case as the page shows them. */
export type Member = {
  id: number
  name: string
  age: number | null
  child: boolean
  family: boolean
  inHousehold: boolean
  /** The reader is this person or holds their custody. */
  speaksFor: boolean
}

/** The newest answer of each about each; the members' own first. */
export function latestScales(scales: readonly Scale[]): Scale[] {
  const last = new Map<string, Scale>()
  const newest = (a: Scale, b: Scale) => a.saidOn.localeCompare(b.saidOn) || a.id - b.id
  for (const s of scales.toSorted(newest)) last.set(`${s.personId} ${s.saidByPerson ?? s.saidBy}`, s)
  const own = (s: Scale) => (s.saidByPerson === s.personId ? 0 : s.saidByPerson !== null ? 1 : 2)
  return [...last.values()].toSorted((a, b) => a.personId - b.personId || own(a) - own(b))
}
/** The family's own words first, then what others wrote; older first within each. */
export const familyFirst = (notes: readonly SituationNote[]): SituationNote[] => {
  const own = (n: SituationNote) => (n.authorPersonId !== null || n.onBehalf !== null || n.heardBy !== '' ? 0 : n.quoted ? 2 : 1)
  return notes.toSorted((a, b) => own(a) - own(b) || a.id - b.id)
}

/** Is what is quoted really said there? Compared without regard to line breaks and doubled spaces. */
export function isQuoteOf(words: string, text: string): boolean {
  const plain = (s: string) => s.replace(/\s+/g, ' ').trim()
  return plain(words) !== '' && plain(text).includes(plain(words))
}

// ---- what verbs take; form strings are welcome ----

export const id = z.coerce.number().int().positive()
const optionalId = z.preprocess((v) => (v === '' || v === undefined ? null : v), id.nullable())
const text = (max: number) => z.string().trim().max(max).default('')
const day = z.preprocess((v) => (v === '' || v === undefined ? null : v), PlainDate.nullable())
const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess((v) => (v === '' || v === undefined ? null : v), z.enum(values).nullable())
const yes = z.preprocess((v) => v === true || v === 'on' || v === 'yes', z.boolean())
const caseId = id
const seenRevision = id
const words = z.string().trim().min(1).max(2000)

/** How and when a member said it, when staff write for them. */
const onBehalf = { onBehalfChannel: choice(channels), onBehalfOn: day }
const stated = { statedName: text(100), statedSector: text(60), statedOn: day, statedChannel: text(40) }
type StatedFields = { statedName: string; statedSector: string; statedOn: string | null; statedChannel: string }
const statedWhole = (v: StatedFields): boolean =>
  (v.statedName === '' && v.statedSector === '') ||
  (v.statedName !== '' && v.statedSector !== '' && v.statedOn !== null && v.statedChannel !== '')

/** `voice`: whose words they are — the member's own (on their behalf when staff write), my own, or somebody else's. */
export const voices = ['member', 'mine', 'stated', 'quoted'] as const
export type Voice = (typeof voices)[number]
export const WriteNote = z
  .object({
    caseId,
    personId: optionalId,
    part: z.enum(parts),
    aspect: choice(aspects),
    words,
    voice: z.preprocess((v) => (v === '' || v === undefined ? 'mine' : v), z.enum(voices)),
    sector: text(60),
    hidden: yes,
    heardBy: text(100),
    heardOn: day,
    quotedAuthority: text(200),
    quotedOn: day,
    aboutOthers: AboutOthers,
    ...onBehalf,
    ...stated,
  })
  .refine((v) => !isBox(v.part) || v.aspect !== null, said({ da: 'Vælg, hvad det handler om', en: 'Choose what it is about' }, ['aspect']))
  .refine((v) => !isHouse(v.part) || v.personId !== null, said({ da: 'Vælg barnet', en: 'Choose the child' }, ['personId']))
  .refine(
    (v) => v.heardBy === '' || v.heardOn !== null,
    said({ da: 'Skriv, hvornår barnet sagde det', en: 'Write when the child said it' }, ['heardOn']),
  )
  .refine(
    (v) => v.voice !== 'stated' || (v.statedName !== '' && statedWhole(v)),
    said(
      { da: 'Skriv, hvem der har sagt det, fra hvilket område, hvornår og hvordan', en: 'Write who said it, from which area, when and how' },
      ['statedName'],
    ),
  )
  .refine(
    (v) => v.voice !== 'quoted' || (v.quotedAuthority !== '' && v.quotedOn !== null),
    said({ da: 'Skriv, hvilken myndighed der har skrevet det, og hvornår', en: 'Write which authority wrote it, and when' }, ['quotedAuthority']),
  )
export const ChangeNote = z.object({ caseId, noteId: id, seenRevision, words, aboutOthers: AboutOthers })
const labelList = z.preprocess(
  (v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]),
  z.array(z.string().max(60)).max(40),
)
/** A form sends `level.<label>` = '' or 0-4 beside its labels. */
export const levelsFrom = (values: Record<string, unknown>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, v]) =>
      name.startsWith('level.') && typeof v === 'string' && /^[0-4]$/.test(v) ? [[name.slice(6), Number(v)] as const] : [],
    ),
  )
export const LabelNote = z.object({
  caseId,
  noteId: id,
  seenRevision,
  labels: labelList,
  levels: z.record(z.string(), z.number().int().min(0).max(4)).default({}),
  follow: yes,
})
export const DropNote = z.object({ caseId, id, seenRevision, reason: z.string().trim().min(1).max(500) })
export const RestoreNote = z.object({ caseId, id, seenRevision })
export const NoteRef = z.object({ caseId, id })
/** `saidBy`: '' the writer (a member about themselves), or the id of the member who said it. */
export const Rate = z.object({
  caseId,
  personId: id,
  value: z.preprocess((v) => (v === '' ? undefined : v), z.coerce.number().int().min(0).max(10)),
  saidByPerson: optionalId,
  notLower: text(1000),
  oneUp: text(1000),
  ...onBehalf,
})
