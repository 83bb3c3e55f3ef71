import { db } from '#app/platform/db.server.ts'
import { isRateLimited } from '#app/platform/http/rate-limit.server.ts'
import { isToken, LONGEST, OpenedSurvey, type SurveyPage } from './partner-survey.ts'

/*
 * The page of a partner's link, without a session: it may do what the functions of 0522 allow the holder of the token, and nothing else. Nothing is logged about who answered: nobody of a family
 * is in it, and the answer is to be without a name.
 */

export const isLimited = (address: string): Promise<boolean> => isRateLimited('replyLink', address)

export async function openPartnerSurvey(token: string | undefined): Promise<SurveyPage> {
  if (!isToken(token)) return { state: 'gone' }
  const { rows } = await db().pool.query<{ said: unknown }>('select access.open_partner_survey($1) as said', [token])
  return rows[0]?.said ? OpenedSurvey.parse(rows[0].said) : { state: 'gone' }
}

/** The answer, once. False when the link no longer takes one. @param answers numbers 1 to 5 by question */
export async function answerPartnerSurvey(token: string | undefined, answers: Record<string, number>, words: string): Promise<boolean> {
  if (!isToken(token)) return false
  const { rows } = await db().pool.query<{ ok: boolean }>('select access.answer_partner_survey($1, $2, $3) as ok', [token, JSON.stringify(answers), words.trim().slice(0, LONGEST)])
  return rows[0]?.ok === true
}
