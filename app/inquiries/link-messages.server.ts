import { randomBytes, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { peopleOf } from '#app/families/queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import { encrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys } from '#app/platform/crypto/keys.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/jobs/enqueue.server.ts'
import { deliverMessage } from '#app/platform/messages/deliver.server.ts'
import { bodyAad, type MessageBody } from '#app/platform/messages/message.ts'
import { daysBetween } from '#app/platform/time/plain-date.ts'
import { codeMessage, linkMail } from './compose.ts'
import { type CodeWay, codeText, SHORTEST_WORD } from './inquiry.ts'
import { municipalityName } from './queries.server.ts'
import { wrong } from '#app/families/case-rights.server.ts'

type Mail = { subject: string; text: string }
export type LinkTemplate = 'inquiry' | 'inquiry-code' | 'inquiry-reminder'

/** Plans a mail or SMS to whom a link belongs, in the transaction of its cause. Planned twice with one key, it is one. */
export async function planLinkMessage(tx: Tx, ctx: Context, linkId: number, template: LinkTemplate, mail: Mail, key: string): Promise<number | null> {
  const body: MessageBody = { text: mail.text, letter: { title: mail.subject, blocks: [] } }
  const sealed = encrypt(keys().cprKeys, JSON.stringify(body), bodyAad(ctx.municipalityId, key))
  const { rows } = await sql<{ id: number | null }>`select access.plan_link_message(${linkId}, ${template}, 'da', ${mail.subject}, ${sealed}, ${key}) as id`.execute(tx)
  const id = rows[0]?.id ?? null
  if (id !== null) await enqueue(tx, deliverMessage, { messageId: id })
  return id
}

export type LinkWanted = { address: string; codeBy: CodeWay; codePhone: string; codeMail: string; agreedWord: string }
type Rules = { allowed: readonly CodeWay[]; extraDays: number; tries: number }

/**
 * A link for one request, and its code another way. Links before it end.
 * @throws Invalid when the address or the code's way is missing, Forbidden when the request is not (or no longer) covered
 */
export async function sendLink(
  tx: Tx,
  ctx: Context,
  inquiry: { id: number; caseId: number; subjects: readonly number[]; replyBy: string },
  wanted: LinkWanted,
  rules: Rules,
): Promise<number> {
  if (wanted.address === '') throw wrong('address', 'Skriv en mailadresse', 'Write an e-mail address')
  if (!rules.allowed.includes(wanted.codeBy)) throw wrong('codeBy', 'Vælg en anden måde', 'Choose another way')
  const codes = await codesFor(tx, ctx, inquiry, wanted)
  const token = randomBytes(32).toString('base64url')
  const days = Math.max(1, daysBetween(ctx.today, inquiry.replyBy) + rules.extraDays)
  const sentApart = wanted.codeBy === 'sms' || wanted.codeBy === 'email'
  const { rows } = await sql<{ id: number }>`select access.new_reply_link(${inquiry.id}, ${token}, ${wanted.address}, ${wanted.codeBy},
    ${sentApart ? (wanted.codeBy === 'sms' ? wanted.codePhone : wanted.codeMail) : null}, ${codes}::text[], ${Math.min(days, 120)}, ${rules.tries}) as id`.execute(tx)
  const linkId = rows[0]!.id
  const municipality = await municipalityName(tx, ctx.municipalityId)
  await planLinkMessage(tx, ctx, linkId, 'inquiry', linkMail('da', { municipality, token, replyBy: inquiry.replyBy }), `inquiry.link.${linkId}`)
  if (sentApart) await planLinkMessage(tx, ctx, linkId, 'inquiry-code', codeMessage('da', { municipality, code: codes[0]! }), `inquiry.code.${linkId}`)
  return linkId
}

/** What opens the link: a number sent apart, an agreed word, or the birthday of one of those it is about. */
async function codesFor(tx: Tx, ctx: Context, inquiry: { caseId: number; subjects: readonly number[] }, w: LinkWanted): Promise<string[]> {
  if (w.codeBy === 'agreed') {
    const word = codeText(w.agreedWord)
    if (word.length < SHORTEST_WORD)
      throw wrong('agreedWord', `Skriv mindst ${SHORTEST_WORD} tegn`, `Write at least ${SHORTEST_WORD} characters`)
    return [word]
  }
  if (w.codeBy === 'birthday') {
    const people = await peopleOf(tx, [inquiry.caseId], ctx.today)
    const born = people.filter((p) => inquiry.subjects.includes(p.id)).flatMap((p) => (p.born ? [p.born] : []))
    if (born.length === 0) throw wrong('codeBy', 'Vi kender ingen fødselsdag. Vælg en anden måde', 'No birthday is known. Choose another way')
    return born
  }
  if (w.codeBy === 'sms' && !/^\+?[\d ]{8,17}$/.test(w.codePhone)) throw wrong('codePhone', 'Skriv et mobilnummer', 'Write a mobile number')
  if (w.codeBy === 'email' && (!/^\S+@\S+\.\S+$/.test(w.codeMail) || w.codeMail.toLowerCase() === w.address.toLowerCase()))
    throw wrong('codeMail', 'Skriv en anden mailadresse end den, linket sendes til', 'Write another e-mail address than the one the link goes to')
  return [String(randomInt(100_000, 1_000_000))]
}
