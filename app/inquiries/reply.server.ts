import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { readCookie } from '#app/platform/auth/cookies.ts'
import { CannotDecrypt, decrypt, encrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys } from '#app/platform/crypto/keys.server.ts'
import { db } from '#app/platform/db.server.ts'
import { isRateLimited } from '#app/platform/http/rate-limit.server.ts'
import { type AnswerBody, codeText } from './inquiry.ts'
import { isToken, OpenedReply, replyDraftAad, type ReplyPage } from './reply.ts'

/*
 * The page of a link, without a session: it may do what the functions of 0340 allow the holder of the token, and nothing else. Every way
 * in which a link
 * does not work looks the same.
 */

/** Who sends the request: only counted, never kept. */
export type Visitor = { address: string; secure: boolean }
const hash = (token: string): string => createHash('sha256').update(token).digest('hex')
const cookieName = (token: string): string => `svar-${hash(token).slice(0, 8)}`
export const secretIn = (request: Request, token: string): string => readCookie(request.headers.get('cookie'), cookieName(token)) ?? ''
/** For the pages of links only, this browser only, until it closes. */
const secretCookie = ({ secure }: Visitor, token: string, secret: string): string =>
  `${cookieName(token)}=${secret}; Path=/svar; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`

async function call<T>(text: string, values: unknown[]): Promise<T | null> {
  const { rows } = await db().pool.query<{ said: T | null }>(`select access.${text} as said`, values)
  return rows[0]?.said ?? null
}

/** True when too much has been tried from this address. */
export const isLimited = (visitor: Visitor, what: 'replyLink' | 'replyDraft' = 'replyLink'): Promise<boolean> => isRateLimited(what, visitor.address)

/** The page as this browser may see it now. */
export async function openReply(token: string | undefined, secret: string): Promise<ReplyPage> {
  if (!isToken(token)) return { state: 'gone' }
  const said = await call<unknown>('open_reply($1, $2)', [token, secret])
  if (said === null) return { state: 'gone' }
  const page = OpenedReply.parse(said)
  if (page.state !== 'answer') return page
  return { ...page, from: page.from ?? { name: '', phone: '' }, draft: draftOf(token, page.draft) }
}
function draftOf(token: string, sealed: string | null): Record<string, string> | null {
  if (sealed === null) return null
  try {
    return JSON.parse(decrypt(keys().cprKeys, Buffer.from(sealed, 'base64'), replyDraftAad(hash(token)))) as Record<string, string>
  } catch (error) {
    if (error instanceof CannotDecrypt) return null
    throw error
  }
}

/** Tries a code. `ok` comes with the cookie that shows the questions in this browser. */
export async function confirmReply(token: string | undefined, typed: string, visitor: Visitor, requestId?: string): Promise<{ said: 'ok'; cookie: string } | { said: 'wrong' | 'gone' }> {
  if (!isToken(token)) return { said: 'gone' }
  const secret = randomBytes(32).toString('base64url')
  const said = await call<string>('confirm_reply($1, $2, $3, $4)', [token, codeText(typed), secret, requestId ?? null])
  if (said === 'ok') return { said: 'ok', cookie: secretCookie(visitor, token, secret) }
  return { said: said === 'wrong' ? 'wrong' : 'gone' }
}

/** Keeps what was typed so far, encrypted. False when this browser may not (any more). */
export async function keepReplyDraft(token: string | undefined, secret: string, values: Record<string, string>): Promise<boolean> {
  if (!isToken(token)) return false
  const sealed = encrypt(keys().cprKeys, JSON.stringify(values), replyDraftAad(hash(token)))
  return (await call<boolean>('keep_reply_draft($1, $2, $3)', [token, secret, sealed])) === true
}

/** The answer, once. False when the link no longer takes one. */
export async function answerReply(token: string | undefined, secret: string, name: string, said: AnswerBody, requestId?: string): Promise<boolean> {
  if (!isToken(token)) return false
  const rows = said.map((s) => ({ person: s.personId, answers: s.answers }))
  try {
    return (await call<boolean>('answer_reply($1, $2, $3, $4, $5)', [token, secret, name, JSON.stringify(rows), requestId ?? null])) === true
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '22023') return false // an answer about nobody who is still covered
    throw error
  }
}
