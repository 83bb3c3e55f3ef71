import { sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { isChild } from '#app/families/families.ts'
import { giveTask, peopleOf } from '#app/families/queries.server.ts'
import { mayChangePeople } from '#app/families/rights.server.ts'
import { writeAddress } from '#app/families/set-address.server.ts'
import { mayManageTeam } from '#app/intake/authority.server.ts'
import { mayWork } from '#app/intake/team-queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { type Context, Invalid, NotFound } from '#app/platform/context.ts'
import { refreshAccess, type Tx } from '#app/platform/db.server.ts'
import { MoveFamily, whoIsTold } from './leaving-people.ts'
import { da, en } from './messages.ts'
import { teamToday } from './team-today.server.ts'

/**
 * A move in one step: home and address of those who move, a couple that parts, helpers of the new district, and a task for each who must be
 * told. Part of a family may leave the municipality; when all of it does, its time here ends instead (`closeFamily` with reason 'moved').
 * Custody is another thing and does not change.
 */
export const moveFamily = command({
  event: 'exit.move-family',
  input: MoveFamily,
  case: ({ caseId }) => caseId,
  may: async (tx, _, { caseId, helpers }) => {
    const may = await mayChangePeople(tx, caseId)
    return may !== true || helpers.every((h) => h.how === 'stays') ? may : mayManageTeam(tx, caseId)
  },
  run: async (tx, ctx, input) => {
    const family = (await peopleOf(tx, [input.caseId], ctx.today)).filter((p) => p.role === 'family' && p.died === null)
    const movers = family.filter((p) => input.personIds.includes(p.id))
    if (movers.length !== new Set(input.personIds).size) throw new NotFound('person')
    const invalid = (field: string, text: { da: string; en: string }) => new Invalid([{ field, message: text }])
    if (input.where === 'out' && movers.length === family.length) throw invalid('personIds', { da: da.movedWhole, en: en.movedWhole })
    if (input.where === 'out' && input.movedOn > ctx.today) throw invalid('movedOn', { da: 'Skriv det, når de er flyttet', en: 'Write it when they have moved' })
    // A protection never ends by a move: it is lifted on the person's own page, on purpose.
    const guarded = input.protected || (await hasProtection(tx, ctx, input.personIds))
    const shelfIds = input.street === '' ? [] : [(await writeAddress(tx, ctx, { ...input, protected: guarded, from: input.movedOn })).shelfId]
    const eventId = input.where === 'out' ? await moveOut(tx, input) : await moveInside(tx, input)
    for (const relationId of input.endRelations) await sql`select access.end_relation(${input.caseId}, ${relationId}, ${input.movedOn}::date)`.execute(tx)
    await changeHelpers(tx, ctx, input)
    await refreshAccess(tx)
    const pack = await casePack(tx, input.caseId)
    const on = input.where === 'out' ? 'move-out' : 'move-inside'
    const children = movers.some((p) => p.kind === 'person' && isChild(p, ctx.today))
    const told = whoIsTold(inForce(pack.exitDuties, ctx.today), { on, day: input.movedOn, children }, await teamToday(tx, ctx, input.caseId))
    for (const { duty, staffId, due } of told) {
      await giveTask(tx, { caseId: input.caseId, ...(staffId === null ? { role: 'project-manager' } : { staffId }), code: 'exit-duty', due, data: { event: eventId, duty: duty.code } })
    }
    return { eventId, told: told.length, shelfIds }
  },
  concerns: ({ caseId, personIds, where, movedOn }, r) => ({ caseId, personIds, shelfIds: r.shelfIds, details: { event: r.eventId, where, on: movedOn, told: r.told } }),
})

async function moveInside(tx: Tx, input: MoveFamily): Promise<number> {
  let home = input.home
  if (home === 'new') {
    const { rows } = await sql<{ id: number }>`select access.open_household(${input.caseId}, ${input.homeName || input.street}, ${input.movedOn}::date) as id`.execute(tx)
    home = Number(rows[0]?.id)
  }
  for (const personId of input.personIds) await sql`select access.move_member(${input.caseId}, ${personId}, ${home}, ${input.movedOn}::date, false)`.execute(tx)
  const { rows } = await sql<{ id: number }>`select access.note_move(${input.caseId}, ${input.personIds}::bigint[], ${input.movedOn}::date) as id`.execute(tx)
  return Number(rows[0]?.id)
}
async function moveOut(tx: Tx, input: MoveFamily): Promise<number> {
  const { rows } = await sql<{ id: number }>`select access.move_out(${input.caseId}, ${input.personIds}::bigint[], ${input.movedOn}::date) as id`.execute(tx)
  return Number(rows[0]?.id)
}

/** Each helper who does not suit the new address ends that day; whoever takes over begins the day after. */
async function changeHelpers(tx: Tx, ctx: Context, input: MoveFamily): Promise<void> {
  for (const [i, helper] of input.helpers.entries()) {
    if (helper.how === 'stays') continue
    const next = helper.how === 'changes' ? helper.staffId : null
    if (next !== null) await mayWork(tx, ctx, input.caseId, next, `helpers.${i}.staffId`)
    await sql`select access.change_helper(${helper.assignmentId}, ${input.movedOn}::date, ${next}::bigint)`.execute(tx)
  }
}

async function hasProtection(tx: Tx, ctx: Context, personIds: readonly number[]): Promise<boolean> {
  const row = await tx
    .selectFrom('address_protection')
    .select('id')
    .where('person_id', 'in', [...personIds])
    .where(sql<boolean>`access.within(${ctx.today}::date, valid_from, valid_until)`)
    .executeTakeFirst()
  return row !== undefined
}
