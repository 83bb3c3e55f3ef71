import { createHash, randomBytes } from 'node:crypto'
import { readCookie } from '#app/platform/auth/cookies.ts'
import { db } from '#app/platform/db.server.ts'
import { isRateLimited } from '#app/platform/http/rate-limit.server.ts'
import type { Answer } from './invitation.ts'
import { type Guest, type LinkPage, OpenedLink, tokenFrom } from './link.ts'

/* The page of a meeting's link, without a session: it may do what the functions of 0410 allow the holder of the token, and nothing else. */

/** Who sends the request: only counted, never kept. */
export type Visitor = { address: string; secure: boolean; requestId?: string }
const cookieName = (token: string): string => `moede-${createHash('sha256').update(token).digest('hex').slice(0, 8)}`
/** What this browser was given for the right code; '' for nothing. */
export const linkSecretIn = (request: Request, token: string | undefined): string => readCookie(request.headers.get('cookie'), cookieName(tokenFrom(token) ?? '')) ?? ''
const secretCookie = ({ secure }: Visitor, token: string, secret: string): string => `${cookieName(token)}=${secret}; Path=/moede; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`

async function call<T>(text: string, values: unknown[]): Promise<T | null> {
  const { rows } = await db().pool.query<{ said: T | null }>(`select access.${text} as said`, values)
  return rows[0]?.said ?? null
}

/** True when too much has been tried from this address. */
export const isLinkLimited = (visitor: Visitor): Promise<boolean> => isRateLimited('replyLink', visitor.address)

/** The page as this browser may see it now. Every way in which a link does not work looks the same. */
export async function openLink(typed: string | undefined, secret: string): Promise<LinkPage> {
  const token = tokenFrom(typed)
  const said = token === null ? null : await call<unknown>('open_meeting_link($1, $2)', [token, secret])
  return said === null ? { state: 'gone' } : OpenedLink.parse(said)
}

/** Tries the birthday of one of those it is about. `ok` comes with the cookie that opens the page in this browser. */
export async function confirmLink(typed: string | undefined, birthday: string, visitor: Visitor): Promise<{ said: 'ok'; cookie: string } | { said: 'wrong' | 'gone' }> {
  const token = tokenFrom(typed)
  if (token === null) return { said: 'gone' }
  const secret = randomBytes(32).toString('base64url')
  const said = await call<string>('confirm_meeting_link($1, $2, $3, $4)', [token, birthday, secret, visitor.requestId ?? null])
  if (said === 'ok') return { said: 'ok', cookie: secretCookie(visitor, token, secret) }
  return { said: said === 'wrong' ? 'wrong' : 'gone' }
}

/** Coming or not, said by whoever holds the link. False when it takes no answer (any more). */
export async function answerLink(typed: string | undefined, secret: string, said: { answer: Answer; reason: string; substitute: string; name: string }, visitor: Visitor): Promise<boolean> {
  const token = tokenFrom(typed)
  if (token === null) return false
  const { answer, reason, substitute, name } = said
  return (await call<boolean>('answer_meeting_link($1, $2, $3, $4, $5, $6, $7)', [token, secret, answer, answer === 'coming' ? '' : reason, answer === 'substitute' ? substitute : '', name, visitor.requestId ?? null])) === true
}

/** What they wrote to prepare themselves; written again, it takes the place of the earlier. False when this browser may not. */
export async function prepareByLink(typed: string | undefined, secret: string, said: { personIds: number[]; well: string; worries: string; offer: string; name: string }, visitor: Visitor): Promise<boolean> {
  const token = tokenFrom(typed)
  if (token === null) return false
  return (await call<boolean>('prepare_meeting_link($1, $2, $3, $4, $5, $6, $7, $8)', [token, secret, said.personIds, said.well, said.worries, said.offer, said.name, visitor.requestId ?? null])) === true
}

type GuestRow = { municipality_id: number; case_id: number; meeting_id: number; participant_id: number; person_id: number | null; sector: string | null; about: number[]; open: boolean }
/** Whose link it is and whether the meeting is on; null without the secret that the right code gave. The database asks again what the guest may read. */
export async function guestOf(typed: string | undefined, secret: string): Promise<Guest | null> {
  const token = tokenFrom(typed)
  if (token === null) return null
  const { rows } = await db().pool.query<GuestRow>('select * from access.guest_of($1, $2)', [token, secret])
  const r = rows[0]
  return r ? { municipalityId: r.municipality_id, caseId: r.case_id, meetingId: r.meeting_id, participantId: r.participant_id, personId: r.person_id, sector: r.sector, about: r.about, open: r.open } : null
}
