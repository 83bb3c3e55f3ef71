import { sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { mayAppoint, mayManageTeam } from '#app/intake/authority.server.ts'
import { coordinatorRole, isCaseworkerRole } from '#app/intake/coordinators.ts'
import { adultsOf, caseHead, familyPeople } from '#app/intake/queries.server.ts'
import { mayWork, teamOf } from '#app/intake/team-queries.server.ts'
import { command, type May, reachesCase } from '#app/platform/command.server.ts'
import { Conflict, type Context, Invalid, NotFound } from '#app/platform/context.ts'
import { refreshAccess, type Tx } from '#app/platform/db.server.ts'
import { handoverChanges, type HandoverChanges, incomingRole, PlanHandover, TakeBackHandover, TickItem } from './handover.ts'
import { issue } from './refusals.ts'
import { tellFamily } from './tell-family.server.ts'

/** The project manager, while the family is with the project. */
export async function mayHandOver(tx: Tx, ctx: Context, caseId: number): Promise<May> {
  const manages = await mayManageTeam(tx, caseId)
  return manages === true ? mayAppoint(tx, ctx, caseId) : manages
}

/**
 * KOO-03, KOO-07: the coordination passes to another on a day. The old one's last day is the day before, so that no day is
 * without; until then the
 * new one learns to know the family, or stays its secondary. The family is told who helps from when. Today: it passes at once.
 */
export const planHandover = command({
  event: 'team.plan-handover',
  input: PlanHandover,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId }) => mayHandOver(tx, ctx, caseId),
  run: async (tx, ctx, input) => {
    const pack = await projectPack(tx, (await caseHead(tx, input.caseId)).projectId)
    if (!inForce(pack.choices, ctx.today).some((one) => one.list === 'handover-reason' && one.code === input.reason))
      throw new Invalid([{ field: 'reason', message: { da: 'Vælg en grund fra listen', en: 'Choose a reason from the list' } }])
    await mayWork(tx, ctx, input.caseId, input.toStaffId, 'toStaffId')
    const team = await teamOf(tx, input.caseId)
    const caseworker = team.some(
      (one) => one.staffId === input.toStaffId && isCaseworkerRole(one.role) && (one.until === null || one.until >= input.takesOverOn),
    )
    if (caseworker && !settingAt(pack, 'coordinatorMayBeCaseworker', input.takesOverOn)) throw issue('toStaffId', 'own-caseworker')
    const changes = handoverChanges(team, { toStaffId: input.toStaffId, on: input.takesOverOn, today: ctx.today })
    if ('problem' in changes) throw issue(changes.problem === 'same' ? 'toStaffId' : 'takesOverOn', changes.problem)
    const ids = await pass(tx, ctx, input.caseId, changes)
    const adults = adultsOf(await familyPeople(tx, ctx, [input.caseId]), ctx.today)
    const handoverId = await keep(tx, ctx, { ...input, changes, ids, told: adults.map((one) => one.id) })
    await tellFamily(tx, ctx, { caseId: input.caseId, handoverId, what: 'planned', toStaffId: input.toStaffId, on: input.takesOverOn, to: adults })
    return { handoverId, personIds: adults.map((one) => one.id) }
  },
  concerns: ({ caseId, toStaffId, takesOverOn }, result) => ({
    caseId,
    personIds: result.personIds,
    bases: ['project'],
    details: { handover: result.handoverId, staff: toStaffId, on: takesOverOn },
  }),
})

type Ids = { to: number; meanwhile: number | null }
/** Writes the assignments: first what ends, then what begins. */
async function pass(tx: Tx, ctx: Context, caseId: number, c: HandoverChanges): Promise<Ids> {
  const end = (id: number, until: string) =>
    tx.updateTable('assignment').set({ valid_until: until }).where('id', '=', id).where('case_id', '=', caseId).execute()
  const start = async (role: string, from: string, until: string | null, doesWhat: string) =>
    (
      await tx
        .insertInto('assignment')
        .values({
          municipality_id: ctx.municipalityId,
          case_id: caseId,
          staff_id: c.start.staffId,
          role,
          sector: 'coordination',
          does_what: doesWhat,
          valid_from: from,
          valid_until: until,
          created_by: ctx.actor.id,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  await end(c.end.id, c.end.until)
  let meanwhile: number | null = null
  if (c.meanwhile && 'id' in c.meanwhile) {
    await end(c.meanwhile.id, c.meanwhile.until)
    meanwhile = c.meanwhile.id
  } else if (c.meanwhile) {
    meanwhile = await start(incomingRole, c.meanwhile.from, c.meanwhile.until, 'Lærer jer at kende og bliver jeres koordinator')
  }
  const to = await start(coordinatorRole.primary, c.start.from, null, 'Samler trådene og er den, I kan ringe til')
  await refreshAccess(tx)
  return { to, meanwhile }
}

async function keep(
  tx: Tx,
  ctx: Context,
  h: { caseId: number; toStaffId: number; takesOverOn: string; reason: string; changes: HandoverChanges; ids: Ids; told: number[] },
): Promise<number> {
  const { changes: c } = h
  const row = await tx
    .insertInto('handover')
    .values({
      municipality_id: ctx.municipalityId,
      case_id: h.caseId,
      from_staff_id: c.end.staffId,
      to_staff_id: h.toStaffId,
      takes_over_on: h.takesOverOn,
      reason: h.reason,
      planned_by: ctx.actor.id,
      planned_at: ctx.now,
      from_assignment_id: c.end.id,
      from_until: c.end.was,
      to_assignment_id: h.ids.to,
      meanwhile_assignment_id: h.ids.meanwhile,
      meanwhile_until: c.meanwhile && 'id' in c.meanwhile ? c.meanwhile.was : null,
      told_people: h.told,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Takes a handover back before its day: everything runs as before, and the family is told. */
export const takeBackHandover = command({
  event: 'team.take-back-handover',
  input: TakeBackHandover,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId }) => mayHandOver(tx, ctx, caseId),
  run: async (tx, ctx, input) => {
    const planned = await handoverOf(tx, input.caseId, input.handoverId)
    const { rows } = await sql<{ done: number | null }>`select access.take_back_handover(${input.handoverId}) as done`.execute(tx)
    if (!rows[0]?.done) throw new Conflict('handover-over')
    await refreshAccess(tx)
    const adults = adultsOf(await familyPeople(tx, ctx, [input.caseId]), ctx.today)
    await tellFamily(tx, ctx, {
      caseId: input.caseId,
      handoverId: input.handoverId,
      what: 'taken-back',
      toStaffId: planned.from_staff_id,
      on: planned.takes_over_on,
      to: adults,
    })
    return { personIds: adults.map((one) => one.id) }
  },
  concerns: ({ caseId, handoverId }, result) => ({ caseId, personIds: result.personIds, bases: ['project'], details: { handover: handoverId } }),
})

async function handoverOf(tx: Tx, caseId: number, id: number) {
  const row = await tx
    .selectFrom('handover')
    .select(['id', 'from_staff_id', 'to_staff_id', 'takes_over_on', 'planned_at', 'cancelled_at'])
    .where('id', '=', id)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  if (!row) throw new NotFound('handover')
  return row
}

/** Ticks a point of the checklist, or takes the tick back: the old and the new coordinator their own, the project manager for either. */
export const tickItem = command({
  event: 'team.tick-handover',
  input: TickItem,
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId, handoverId, side }) => {
    if (!(await reachesCase(tx, caseId))) return 'not-found'
    const h = await tx
      .selectFrom('handover')
      .select(['from_staff_id', 'to_staff_id'])
      .where('id', '=', handoverId)
      .where('case_id', '=', caseId)
      .executeTakeFirst()
    if (!h) return 'not-found'
    return (side === 'old' ? h.from_staff_id : h.to_staff_id) === ctx.actor.id || mayAppoint(tx, ctx, caseId)
  },
  run: async (tx, ctx, input) => {
    const h = await handoverOf(tx, input.caseId, input.handoverId)
    if (h.cancelled_at) throw new Conflict('handover-over')
    const pack = await projectPack(tx, (await caseHead(tx, input.caseId)).projectId)
    const item = inForce(pack.handoverItems, h.planned_at.slice(0, 10)).find((one) => one.code === input.item)
    if (!item || (item.by !== 'both' && item.by !== input.side)) throw new NotFound('item')
    const here = tx
      .selectFrom('handover_tick')
      .select('id')
      .where('handover_id', '=', input.handoverId)
      .where('item', '=', input.item)
      .where('side', '=', input.side)
      .where('taken_back_at', 'is', null)
    const now = await here.executeTakeFirst()
    if (now && !input.done) await tx.updateTable('handover_tick').set({ taken_back_at: ctx.now }).where('id', '=', now.id).execute()
    if (!now && input.done)
      await tx
        .insertInto('handover_tick')
        .values({
          municipality_id: ctx.municipalityId,
          case_id: input.caseId,
          handover_id: input.handoverId,
          item: input.item,
          side: input.side,
          ticked_by: ctx.actor.id,
          ticked_on: ctx.today,
        })
        .execute()
    return { handoverId: input.handoverId }
  },
  concerns: ({ caseId, handoverId, item, side, done }) => ({
    caseId,
    personIds: [],
    bases: [],
    details: { handover: handoverId, item, side, done },
  }),
})
