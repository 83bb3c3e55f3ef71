import { sql } from 'kysely'
import { command, reachesCase } from '#app/platform/command.server.ts'
import { type Context, Invalid, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { AnswerInvitation, type AnswerInput, type Told } from './invitation.ts'

/** The place as the actor sees it; not there is not there. */
async function placeOf(tx: Tx, input: Pick<AnswerInput, 'caseId' | 'meetingId' | 'participantId'>) {
  const row = await tx
    .selectFrom('meeting_participant')
    .select(['id', 'person_id', 'staff_id', 'outside_name'])
    .where('id', '=', input.participantId)
    .where('meeting_id', '=', input.meetingId)
    .where('case_id', '=', input.caseId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new NotFound('participant')
  return row
}

/**
 * Coming, by telephone, somebody else, or not: said by oneself, or written down for somebody who said it. An answer never cancels a talk that the law asks
 * for; the result says where one does.
 * @throws Invalid when a substitute has no name; NotFound for a place the actor does not see; Forbidden for somebody else's place
 */
export const answerInvitation = command({
  event: 'invitations.answer',
  input: AnswerInvitation,
  case: ({ caseId }) => caseId,
  may: async (tx, _ctx, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  async run(tx, ctx, input) {
    const place = await placeOf(tx, input)
    checkAnswer(input)
    const own = isOwn(ctx, place) || (ctx.actor.kind === 'member' && input.saidBy === '')
    if (!own && input.saidHow === '') throw new Invalid([{ field: 'saidHow', message: { da: 'Vælg, hvordan svaret kom', en: 'Choose how the answer came' } }])
    const saidBy = own ? '' : input.saidBy || (await nameOf(tx, place))
    const { rows } = await sql<{ id: number; shelf_id: number; subjects: number[] }>`
      select * from access.answer_invitation(${place.id}, ${input.answer}, ${input.answer === 'coming' ? '' : input.reason}, ${input.answer === 'substitute' ? input.substitute : ''}, ${saidBy}, ${input.saidHow})`.execute(tx)
    const told = await tx.selectFrom('invitation').select('told').where('participant_id', '=', place.id).executeTakeFirst()
    const made = rows[0]
    return { id: made?.id ?? 0, shelfId: made?.shelf_id ?? 0, subjects: made?.subjects ?? [], mandatory: mandatoryIn((told?.told ?? null) as Told | null) }
  },
  concerns: ({ caseId, meetingId, participantId, answer }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { meeting: meetingId, participant: participantId, answer } }),
})

const isOwn = (ctx: Context, place: { person_id: number | null; staff_id: number | null }): boolean =>
  ctx.actor.kind === 'staff' ? place.staff_id === ctx.actor.id : ctx.actor.kind === 'member' && place.person_id === ctx.actor.id
/** Does the meeting serve something that one must come to? Then an answer here cancels nothing there. */
export const mandatoryIn = (told: Told | null): Told['absent'] => told?.absent ?? []

function checkAnswer(input: AnswerInput): void {
  if (input.answer === 'substitute' && input.substitute === '')
    throw new Invalid([{ field: 'substitute', message: { da: 'Skriv, hvem der kommer i stedet', en: 'Write who comes instead' } }])
}
async function nameOf(tx: Tx, place: { person_id: number | null; staff_id: number | null; outside_name: string | null }): Promise<string> {
  if (place.outside_name !== null) return place.outside_name
  const found =
    place.staff_id === null
      ? await tx.selectFrom('person').select('first_name as name').where('id', '=', place.person_id ?? 0).executeTakeFirst()
      : await tx.selectFrom('staff').select('name').where('id', '=', place.staff_id).executeTakeFirst()
  return found?.name || '?'
}
