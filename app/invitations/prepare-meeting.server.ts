import { Conflict, type Context, NotFound } from '#app/platform/context.ts'
import { command, reachesCase } from '#app/platform/command.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { sql } from 'kysely'
import { type PrepareInput, PrepareMeeting, type Preparation } from './invitation.ts'
import { preparationsOf } from './queries.server.ts'

/**
 * One's own preparation: what goes well, what worries, what can we offer. Of the writer's own sector, so that it opens to others as the consents say;
 * members write about themselves and the children they speak for. Written again with the same people it is changed, else it takes the place of the earlier one.
 * @throws Conflict 'stale' when it was changed in another window; NotFound when one has no place at the meeting
 */
export const prepareMeeting = command({
  event: 'invitations.prepare',
  input: PrepareMeeting,
  case: ({ caseId }) => caseId,
  may: async (tx, _ctx, { caseId }) => (await reachesCase(tx, caseId)) || 'not-found',
  async run(tx, ctx, input) {
    const place = await ownPlace(tx, ctx, input)
    const before = (await preparationsOf(tx, input.meetingId)).find((p) => isMine(ctx, p))
    if ((before?.id ?? null) !== input.preparationId || (before && before.revision !== input.revision)) throw new Conflict('stale', { mine: wordsOf(input), theirs: before ? wordsOf(before) : null })
    return before && sameWalls(before, input) ? change(tx, before, input) : add(tx, ctx, place, input, before ?? null)
  },
  concerns: ({ caseId, meetingId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelf_id], details: { meeting: meetingId, preparation: r.id } }),
})

type Words = Pick<Preparation, 'well' | 'worries' | 'offer'>
const wordsOf = ({ well, worries, offer }: Words): Words => ({ well, worries, offer })
export const isMine = (ctx: Context, p: Pick<Preparation, 'byStaff' | 'byPerson'>): boolean =>
  ctx.actor.kind === 'staff' ? p.byStaff === ctx.actor.id : ctx.actor.kind === 'member' && p.byPerson === ctx.actor.id
const sameWalls = (p: Preparation, input: PrepareInput): boolean =>
  p.visibility === input.visibility && p.householdShared === input.householdShared && new Set(p.subjects).symmetricDifference(new Set(input.personIds)).size === 0

/** The actor's place at a meeting that is still to come or under way; for a member a child's they speak for, too. */
async function ownPlace(tx: Tx, ctx: Context, input: PrepareInput): Promise<{ id: number; shielded: number[] }> {
  const row = await tx
    .selectFrom('meeting_participant as p')
    .innerJoin('meeting as m', (j) => j.onRef('m.id', '=', 'p.meeting_id').onRef('m.municipality_id', '=', 'p.municipality_id'))
    .select(['p.id', 'm.shielded_from'])
    .where('p.meeting_id', '=', input.meetingId)
    .where('p.case_id', '=', input.caseId)
    .where('p.withdrawn_at', 'is', null)
    .where('m.cancelled_at', 'is', null)
    .where('m.ended_at', 'is', null)
    .$if(ctx.actor.kind === 'staff', (q) => q.where('p.staff_id', '=', ctx.actor.id))
    .$if(ctx.actor.kind !== 'staff', (q) => q.where('p.person_id', '=', ctx.actor.id))
    .orderBy('p.id')
    .executeTakeFirst()
  if (!row) throw new NotFound('participant')
  return { id: row.id, shielded: row.shielded_from }
}

async function change(tx: Tx, before: Preparation, input: PrepareInput) {
  return tx
    .updateTable('meeting_preparation')
    .set(wordsOf(input))
    .where('id', '=', before.id)
    .where('revision', '=', before.revision)
    .returning(['id', 'shelf_id', 'subjects'])
    .executeTakeFirstOrThrow()
}

async function add(tx: Tx, ctx: Context, place: { id: number; shielded: number[] }, input: PrepareInput, before: Preparation | null) {
  return tx
    .insertInto('meeting_preparation')
    .values({
      municipality_id: ctx.municipalityId,
      meeting_id: input.meetingId,
      participant_id: place.id,
      ...wordsOf(input),
      case_id: input.caseId,
      sector: ctx.actor.kind === 'staff' ? await sectorOf(tx, ctx, input.caseId) : 'coordination',
      category: 'meetings',
      visibility: input.visibility,
      household_shared: input.householdShared,
      shielded_from: place.shielded,
      subjects: [...new Set(input.personIds)],
      replaces: before?.id ?? null,
    })
    .returning(['id', 'shelf_id', 'subjects'])
    .executeTakeFirstOrThrow()
}
/** The sector in which the actor works with the family today. */
async function sectorOf(tx: Tx, ctx: Context, caseId: number): Promise<string> {
  const row = await tx
    .selectFrom('assignment')
    .select('sector')
    .where('case_id', '=', caseId)
    .where('staff_id', '=', ctx.actor.id)
    .where(sql<boolean>`access.within(${ctx.today}::date, valid_from, valid_until)`)
    .orderBy('id')
    .executeTakeFirst()
  if (!row) throw new NotFound('assignment')
  return row.sector
}
