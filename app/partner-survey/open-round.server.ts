import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { Conflict, type Context, type FieldIssue, Invalid } from '#app/platform/context.ts'
import { encrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys } from '#app/platform/crypto/keys.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/jobs/enqueue.server.ts'
import { deliverMessage } from '#app/platform/messages/deliver.server.ts'
import { bodyAad, linkMark, type MessageBody } from '#app/platform/messages/message.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { da } from './messages.ts'
import { KINDS, OpenRound, readPartners, RoundRef } from './partner-survey.ts'
import { municipalityName, partnersOf, projectsRun } from './queries.server.ts'

/**
 * A new round: a link by mail to each partner, and the questions kept as they were asked. One round is open at a time.
 * @throws Invalid with every line that is not a name and a mail address; Conflict 'round-open'
 */
export const openRound = command({
  event: 'partner-survey.open',
  input: OpenRound,
  may: async (tx, ctx, { projectId }) => ((await projectsRun(tx, ctx)).some((p) => p.id === projectId) ? true : 'not-found'),
  async run(tx, ctx, input) {
    const pack = await projectPack(tx, input.projectId)
    const questions = inForce(pack.partnerQuestions, ctx.today).filter((q) => input.questions.includes(q.code)).map(({ code, label, text, low, high, goal }) => ({ code, label, text, low, high, goal }))
    const { partners, issues } = partnersIn(input)
    if (questions.length === 0) issues.push({ field: 'questions', message: { da: 'Vælg mindst ét spørgsmål', en: 'Choose at least one question' } })
    if (input.closesOn < ctx.today) issues.push({ field: 'closesOn', message: { da: 'Vælg en dag, der kommer', en: 'Choose a day to come' } })
    if (issues.length > 0) throw new Invalid(issues)
    const open = await tx.selectFrom('partner_survey').select('id').where('project_id', '=', input.projectId).where('closed_on', 'is', null).where('closes_on', '>=', ctx.today).executeTakeFirst()
    if (open) throw new Conflict('round-open')
    const survey = await tx
      .insertInto('partner_survey')
      .values({ municipality_id: ctx.municipalityId, project_id: input.projectId, questions: JSON.stringify(questions), opened_on: ctx.today, closes_on: input.closesOn, least: settingAt(pack, 'partnerSurveyLeast', ctx.today), opened_by: ctx.actor.id })
      .returning('id')
      .executeTakeFirstOrThrow()
    const municipality = await municipalityName(tx, ctx.municipalityId)
    for (const p of partners) {
      const token = newToken()
      const { rows } = await sql<{ id: number }>`select access.invite_partner(${survey.id}, ${p.name}, ${p.kind}, ${p.address}, ${token}) as id`.execute(tx)
      await mail(tx, ctx, { linkId: rows[0]!.id, token, municipality, closesOn: input.closesOn, reminder: false })
    }
    return { surveyId: survey.id, invited: partners.length }
  },
  concerns: ({ projectId }, r) => ({ personIds: [], bases: ['project'], details: { project: projectId, survey: r.surveyId, partners: r.invited } }),
})

/** Once more to those who have not answered, with a new link; the old one ends. */
export const remindPartners = command({
  event: 'partner-survey.remind',
  input: RoundRef,
  may: runs,
  async run(tx, ctx, { surveyId }) {
    const survey = await tx.selectFrom('partner_survey').select('closes_on').where('id', '=', surveyId).executeTakeFirstOrThrow()
    const waiting = (await partnersOf(tx, surveyId)).filter((p) => !p.answered)
    const municipality = await municipalityName(tx, ctx.municipalityId)
    for (const p of waiting) {
      const token = newToken()
      await sql`select access.renew_partner_link(${p.id}, ${token})`.execute(tx)
      await mail(tx, ctx, { linkId: p.id, token, municipality, closesOn: survey.closes_on, reminder: true })
    }
    return { reminded: waiting.length }
  },
  concerns: ({ surveyId }, r) => ({ personIds: [], bases: ['project'], details: { survey: surveyId, reminded: r.reminded } }),
})

/** The round ends before its day: links no longer take an answer, and the result is shown when enough have answered. */
export const closeRound = command({
  event: 'partner-survey.close',
  input: RoundRef,
  may: runs,
  run: (tx, ctx, { surveyId }) => tx.updateTable('partner_survey').set({ closed_on: ctx.today }).where('id', '=', surveyId).where('closed_on', 'is', null).execute(),
  concerns: ({ surveyId }) => ({ personIds: [], bases: ['project'], details: { survey: surveyId } }),
})

async function runs(tx: Tx, ctx: Context, { surveyId }: { surveyId: number }): Promise<true | 'not-found'> {
  const survey = await tx.selectFrom('partner_survey').select('project_id').where('id', '=', surveyId).executeTakeFirst()
  return survey && (await projectsRun(tx, ctx)).some((p) => p.id === survey.project_id) ? true : 'not-found'
}

/** Everybody who was typed, each address once, and what is wrong with the lines. */
function partnersIn(input: OpenRound) {
  const read = KINDS.map((kind) => ({ kind, ...readPartners(kind, input[kind]) }))
  const issues: FieldIssue[] = read.filter((r) => r.bad.length > 0).map((r) => ({
    field: r.kind,
    message: { da: `Skriv navn, komma og mailadresse på linje ${r.bad.join(', ')}`, en: `Write name, comma and e-mail address on line ${r.bad.join(', ')}` },
  }))
  const partners = [...new Map(read.flatMap((r) => r.partners).map((p) => [p.address, p])).values()]
  if (partners.length === 0 && issues.length === 0) issues.push({ field: 'association', message: { da: 'Skriv mindst én partner', en: 'Write at least one partner' } })
  return { partners, issues }
}

const newToken = (): string => randomBytes(32).toString('base64url')
type Mail = { linkId: number; token: string; municipality: string; closesOn: string; reminder: boolean }
/** Names no family and no case: only the municipality, the day and the link. */
async function mail(tx: Tx, ctx: Context, m: Mail): Promise<void> {
  const subject = m.reminder ? da.mail.reminderSubject : da.mail.subject
  const text = da.mail.text(m.municipality, formatDate('da', m.closesOn), `${linkMark}/partner/${m.token}`)
  const key = `partner-survey.${m.linkId}.${m.reminder ? ctx.today : 'first'}`
  const body: MessageBody = { text, letter: { title: subject, blocks: [] } }
  const sealed = encrypt(keys().cprKeys, JSON.stringify(body), bodyAad(ctx.municipalityId, key))
  const template = m.reminder ? 'partner-survey-reminder' : 'partner-survey'
  const { rows } = await sql<{ id: number | null }>`select access.plan_partner_message(${m.linkId}, ${template}, ${subject}, ${sealed}, ${key}) as id`.execute(tx)
  const id = rows[0]?.id ?? null
  if (id !== null) await enqueue(tx, deliverMessage, { messageId: id })
}
