import { z } from 'zod'
import { words } from '#app/catalogue/pack-item.ts'
import { ANSWERS } from './invitation.ts'

const told = z.object({
  kind: words.nullable().default(null),
  why: words.nullable().default(null),
  serves: z.array(z.object({ label: words, paragraph: z.string(), personId: z.number().nullable() })).default([]),
  absent: z.array(z.object({ text: words, cancelAt: words })).default([]),
})
const instant = z.string().transform((at) => new Date(at).toISOString())

/** What the page of a meeting's link shows, as the database gives it. `sure`: this browser has shown that it knows whom it is about; before, nothing is said about anybody. */
export const OpenedLink = z.discriminatedUnion('state', [
  z.object({ state: z.literal('cancelled'), municipality: z.string() }),
  z.object({
    state: z.literal('open'),
    municipality: z.string(),
    startsAt: instant,
    minutes: z.number(),
    how: z.enum(['seat', 'telephone', 'video', 'letter']),
    slot: z.object({ from: instant, minutes: z.number() }).nullable(),
    uid: z.string(),
    sequence: z.number(),
    place: z.string(),
    videoLink: z.string(),
    answer: z.enum(ANSWERS).nullable(),
    answeredAt: instant.nullable(),
    substitute: z.string(),
    reason: z.string(),
    canConfirm: z.boolean(),
    sure: z.boolean(),
    over: z.boolean(),
    /** The meeting is on at this moment: the guest's view of it is open. */
    on: z.boolean(),
    contact: z.object({ name: z.string(), phone: z.string() }).nullable(),
    told,
    required: z.boolean(),
    people: z.array(z.object({ id: z.number(), name: z.string() })),
    preparation: z.object({ well: z.string(), worries: z.string(), offer: z.string(), subjects: z.array(z.number()), by: z.string(), at: instant }).nullable(),
  }),
])
export type LinkPage = { state: 'gone' } | z.output<typeof OpenedLink>
export type OpenLink = Extract<LinkPage, { state: 'open' }>

/** A token as we make them, however it was typed from paper; null for anything else. */
export function tokenFrom(text: string | undefined): string | null {
  const letters = (text ?? '').toLowerCase().replace(/[\s-]/g, '')
  return /^[2-9][a-z2-9]{19}$/.test(letters) ? (letters.match(/.{4}/g) ?? []).join('-') : null
}

/** Whose link it is, for the guest's view while the meeting lasts. */
export type Guest = {
  municipalityId: number
  caseId: number
  meetingId: number
  participantId: number
  personId: number | null
  sector: string | null
  /** Of whom they may be told. */
  about: number[]
  /** The meeting is on. */
  open: boolean
}
