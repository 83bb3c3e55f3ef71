import { z } from 'zod'
import { tokenFrom } from '#app/invitations/link.ts'
import { db } from '#app/platform/db.server.ts'
import { NOTE_KINDS } from './room.ts'
import type { WallPage } from './room-view.ts'

/* The wall for a guest of another authority who holds the meeting's link: no session, and nothing but what the functions of 0420 give the holder. */

const Found = z.object({
  here: z.boolean(),
  pulse: z.number().nullable(),
  now: z.string().transform((at) => new Date(at).toISOString()),
  family: z.array(z.string()).default([]),
  others: z.array(z.string()).default([]),
  point: z.object({ title: z.string(), number: z.number(), of: z.number() }).nullable().default(null),
  turn: z.object({ name: z.string(), since: z.string(), minutes: z.number() }).nullable().default(null),
  notes: z.array(z.object({ key: z.string(), kind: z.enum(NOTE_KINDS), words: z.string(), value: z.number().nullable(), who: z.string() })).default([]),
  agreements: z.array(z.object({ id: z.number(), what: z.string(), owner: z.string(), dueOn: z.string() })).default([]),
})

/** The wall, or null: no such link, the meeting is not on, or the right code was not given. Waiting to be let in: there is nothing on it. */
export async function guestWall(typed: string | undefined, secret: string): Promise<WallPage | null> {
  const token = tokenFrom(typed)
  if (token === null) return null
  const { rows } = await db().pool.query<{ said: unknown }>('select access.guest_wall($1, $2) as said', [token, secret])
  if (rows[0]?.said == null) return null
  const { here, pulse, ...wall } = Found.parse(rows[0].said)
  return { caseId: 0, meetingId: 0, state: here ? 'running' : 'invited', pulse: pulse === null ? null : { key: token, at: pulse }, mayLead: false, ...wall }
}

/** The number that grows with every change, for the holder of an open link. */
export async function guestPulse(typed: string | undefined, secret: string): Promise<number | null> {
  const token = tokenFrom(typed)
  if (token === null) return null
  const { rows } = await db().pool.query<{ pulse: string | null }>('select access.guest_pulse($1, $2) as pulse', [token, secret])
  return rows[0]?.pulse == null ? null : Number(rows[0].pulse)
}
