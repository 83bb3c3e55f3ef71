import { sql } from 'kysely'
import { command } from '#app/platform/command.server.ts'
import { Conflict, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { AddDepartment, AddService, ChangeDepartment, CloseDepartment, departmentCode } from './organisation.ts'

/** Staff and settings are the administrator's. */
export async function isAdministrator(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select access.holds('{administrator}') as yes`.execute(tx)
  return rows[0]?.yes === true
}
const empty = (text: string): string | null => (text === '' ? null : text)
const columns = (d: { name: string; sector: string; phone: string; email: string; street: string; note: string }) => ({
  name: d.name,
  sector: d.sector,
  phone: empty(d.phone),
  email: empty(d.email),
  street: empty(d.street),
  note: empty(d.note),
})

/** A new unit from a day on (ORG-13). */
export const addDepartment = command({
  event: 'organisation.add-department',
  input: AddDepartment,
  may: (tx) => isAdministrator(tx),
  concerns: (_input, result: { departmentId: number }) => ({ personIds: [], bases: [], details: { department: result.departmentId } }),
  run: async (tx, ctx, input) => {
    const taken = (await tx.selectFrom('department').select('code').execute()).map((d) => d.code)
    const row = await tx
      .insertInto('department')
      .values({ municipality_id: ctx.municipalityId, code: departmentCode(input.name, taken), ...columns(input), valid_from: input.from })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { departmentId: row.id }
  },
})

/** Changes what a unit is called, its sector or how it is reached. What stood there before stays in its history (ORG-05). */
export const changeDepartment = command({
  event: 'organisation.change-department',
  input: ChangeDepartment,
  may: (tx) => isAdministrator(tx),
  concerns: (input) => ({ personIds: [], bases: [], details: { department: input.departmentId } }),
  run: async (tx, _ctx, input) => {
    const row = await tx
      .updateTable('department')
      .set(columns(input))
      .where('id', '=', input.departmentId)
      .returning('id')
      .executeTakeFirst()
    if (!row) throw new NotFound('department')
  },
})

/** A reorganisation: the unit ends on a day, its successors take over. Posts in it, cases and what they wrote stay as they are (ORG-05). */
export const closeDepartment = command({
  event: 'organisation.close-department',
  input: CloseDepartment,
  may: (tx) => isAdministrator(tx),
  concerns: (input) => ({ personIds: [], bases: [], details: { department: input.departmentId, successors: input.successorIds } }),
  run: async (tx, ctx, input) => {
    const row = await tx.selectFrom('department').select(['id', 'valid_from']).where('id', '=', input.departmentId).executeTakeFirst()
    if (!row) throw new NotFound('department')
    if (input.lastDay < row.valid_from) throw new Conflict('closes-before-it-opens')
    await tx.updateTable('department').set({ valid_until: input.lastDay }).where('id', '=', input.departmentId).execute()
    for (const successor of input.successorIds) {
      await tx
        .insertInto('department_successor')
        .values({ municipality_id: ctx.municipalityId, department_id: input.departmentId, successor_id: successor, on_date: input.lastDay })
        .onConflict((c) => c.doNothing())
        .execute()
    }
  },
})

/** Something a unit offers, and how one gets it. */
export const addService = command({
  event: 'organisation.add-service',
  input: AddService,
  may: (tx) => isAdministrator(tx),
  concerns: (input, result: { serviceId: number }) => ({
    personIds: [],
    bases: [],
    details: { department: input.departmentId, service: result.serviceId },
  }),
  run: async (tx, ctx, input) => {
    const row = await tx
      .insertInto('service')
      .values({
        municipality_id: ctx.municipalityId,
        department_id: input.departmentId,
        name: input.name,
        what: input.what,
        how_to_reach: input.howToReach,
        valid_from: ctx.today,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { serviceId: row.id }
  },
})
