import { sql } from 'kysely'
import type { Tx } from '#app/platform/db.server.ts'
import { type Face, photoAddress } from './face.ts'

/** Names, units, telephones, hours and photos of these colleagues, by id. A telephone of one's own, else the unit's. */
export async function facesOf(tx: Tx, staffIds: readonly number[], today: string): Promise<Map<number, Face>> {
  if (staffIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('staff as s')
    .leftJoin('staff_photo as f', (j) => j.onRef('f.staff_id', '=', 's.id').onRef('f.municipality_id', '=', 's.municipality_id'))
    .leftJoin('staff_card as c', (j) => j.onRef('c.staff_id', '=', 's.id').onRef('c.municipality_id', '=', 's.municipality_id'))
    .leftJoin('post as p', (j) =>
      j
        .onRef('p.staff_id', '=', 's.id')
        .onRef('p.municipality_id', '=', 's.municipality_id')
        .on(sql<boolean>`access.within(${today}::date, p.valid_from, p.valid_until)`),
    )
    .leftJoin('department as d', (j) => j.onRef('d.id', '=', 'p.department_id').onRef('d.municipality_id', '=', 'p.municipality_id'))
    .select([
      's.id as staffId',
      's.name',
      's.title',
      'f.hash',
      'c.hours',
      'c.outside_hours as outsideHours',
      'd.name as unit',
      sql<string | null>`coalesce(s.phone, d.phone)`.as('phone'),
    ])
    .where('s.id', 'in', [...new Set(staffIds)])
    .orderBy('p.valid_from')
    .execute()
  return new Map(
    rows.map((row) => [
      row.staffId,
      {
        staffId: row.staffId,
        name: row.name,
        title: row.title,
        unit: row.unit ?? '',
        phone: row.phone,
        photo: photoAddress(row.staffId, row.hash),
        hours: row.hours ?? '',
        outsideHours: row.outsideHours ?? '',
      },
    ]),
  )
}

export type PlannedHandover = {
  id: number
  caseId: number
  fromStaffId: number
  toStaffId: number
  from: string
  to: string
  takesOverOn: string
  reason: string
  plannedOn: string
}
/** Handovers of these cases that were not taken back, the newest first. */
export async function handoversOf(tx: Tx, caseIds: readonly number[]): Promise<PlannedHandover[]> {
  if (caseIds.length === 0) return []
  return tx
    .selectFrom('handover as h')
    .innerJoin('staff as a', (j) => j.onRef('a.id', '=', 'h.from_staff_id').onRef('a.municipality_id', '=', 'h.municipality_id'))
    .innerJoin('staff as b', (j) => j.onRef('b.id', '=', 'h.to_staff_id').onRef('b.municipality_id', '=', 'h.municipality_id'))
    .select([
      'h.id',
      'h.case_id as caseId',
      'h.from_staff_id as fromStaffId',
      'h.to_staff_id as toStaffId',
      'a.name as from',
      'b.name as to',
      'h.takes_over_on as takesOverOn',
      'h.reason',
      sql<string>`access.day(h.planned_at)::text`.as('plannedOn'),
    ])
    .where('h.case_id', 'in', [...caseIds])
    .where('h.cancelled_at', 'is', null)
    .orderBy('h.takes_over_on', 'desc')
    .orderBy('h.id', 'desc')
    .execute()
}

/** Ticks of a handover that stand, with who ticked. */
export const ticksOf = (tx: Tx, handoverId: number) =>
  tx
    .selectFrom('handover_tick as t')
    .innerJoin('staff as s', (j) => j.onRef('s.id', '=', 't.ticked_by').onRef('s.municipality_id', '=', 't.municipality_id'))
    .select(['t.item', 't.side', 's.name', 't.ticked_on as on'])
    .where('t.handover_id', '=', handoverId)
    .where('t.taken_back_at', 'is', null)
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, side: row.side === 'old' ? ('old' as const) : ('new' as const) })))

export type StandingSubstitute = { id: number; staffId: number; substituteId: number; substitute: string; from: string; until: string | null }
/** Who steps in for whom in a project, running and coming; none in families' eyes. */
export const standingSubstitutes = (tx: Tx, projectId: number, today: string): Promise<StandingSubstitute[]> =>
  tx
    .selectFrom('standing_substitute as x')
    .innerJoin('staff as s', (j) => j.onRef('s.id', '=', 'x.substitute_id').onRef('s.municipality_id', '=', 'x.municipality_id'))
    .select(['x.id', 'x.staff_id as staffId', 'x.substitute_id as substituteId', 's.name as substitute', 'x.valid_from as from', 'x.valid_until as until'])
    .where('x.project_id', '=', projectId)
    .where((e) => e.or([e('x.valid_until', 'is', null), e('x.valid_until', '>=', today)]))
    .orderBy('x.valid_from')
    .execute()

/** KOO-06: time set aside for caseworkers who coordinate this family. */
export const timeSetAside = (tx: Tx, caseId: number) =>
  tx
    .selectFrom('coordination_time')
    .select(['staff_id as staffId', 'minutes_per_week as minutes', 'agreed_with as agreedWith', 'valid_from as from'])
    .where('case_id', '=', caseId)
    .orderBy('valid_from', 'desc')
    .execute()
