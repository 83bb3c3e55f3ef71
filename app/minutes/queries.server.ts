import type { Selectable } from 'kysely'
import { participantsOf } from '#app/meetings/queries.server.ts'
import { staysOf } from '#app/meeting-room/queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Tables } from '#app/platform/tables.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import type { MinutesAnswer, MinutesAnswerKind, MinutesKind, MinutesPoint, TookPart } from './minutes.ts'

/* Reads of minutes. Row-level security gives only what the reader may see now; nothing here narrows by right again. */

export type MinutesHead = { id: number; revision: number; shelfId: number; tookPart: number[]; wentAlongWith: number | null; planVersion: number | null; late: boolean }
export async function findMinutes(tx: Tx, meetingId: number): Promise<MinutesHead | null> {
  const r = await tx.selectFrom('minutes').selectAll().where('meeting_id', '=', meetingId).executeTakeFirst()
  return r
    ? { id: r.id, revision: r.revision, shelfId: r.shelf_id, tookPart: r.took_part, wentAlongWith: r.went_along_with, planVersion: r.plan_version, late: r.late_marked }
    : null
}

const asPoint = (r: Selectable<Tables['minutes_point']>): MinutesPoint => ({
  id: r.id,
  revision: r.revision,
  shelfId: r.shelf_id,
  subjects: r.subjects,
  position: r.position,
  kind: r.kind as MinutesKind,
  title: r.title,
  words: r.words,
  late: r.late_marked,
})
/** The points as they stand now, in their order. */
export async function pointsOf(tx: Tx, minutesId: number): Promise<MinutesPoint[]> {
  const rows = await tx
    .selectFrom('minutes_point')
    .selectAll()
    .where('minutes_id', '=', minutesId)
    .where('dropped_at', 'is', null)
    .where('replaced_by', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(asPoint)
}

export type MinutesVersion = { id: number; number: number; madeOn: string; shelfId: number }
/** What was sent, the newest first. */
export async function versionsOf(tx: Tx, minutesId: number): Promise<MinutesVersion[]> {
  const rows = await tx.selectFrom('minutes_version').select(['id', 'number', 'made_on', 'shelf_id']).where('minutes_id', '=', minutesId).orderBy('number', 'desc').execute()
  return rows.map((r) => ({ id: r.id, number: r.number, madeOn: r.made_on, shelfId: r.shelf_id }))
}
export const listedIn = async (tx: Tx, versionId: number): Promise<{ pointId: number; revision: number }[]> => {
  const rows = await tx.selectFrom('minutes_version_point').select(['point_id', 'revision']).where('version_id', '=', versionId).execute()
  return rows.map((r) => ({ pointId: r.point_id, revision: r.revision }))
}
/** A version through this reader's eyes now: each point at its revision, and only if both that and the point as it stands may be read. */
export async function pointsOfVersion(tx: Tx, minutesId: number, versionId: number): Promise<MinutesPoint[]> {
  const listed = await listedIn(tx, versionId)
  if (listed.length === 0) return []
  const pointIds = listed.map((l) => l.pointId)
  const now = await tx.selectFrom('minutes_point').selectAll().where('minutes_id', '=', minutesId).where('id', 'in', pointIds).execute()
  const older = await tx
    .selectFrom('record_history')
    .select(['record_id', 'revision', 'row_before'])
    .where('table_name', '=', 'minutes_point')
    .where('record_id', 'in', pointIds)
    .execute()
  return listed
    .flatMap(({ pointId, revision }) => {
      const row = now.find((r) => r.id === pointId)
      if (!row) return []
      if (row.revision === revision) return [asPoint(row)]
      const before = older.find((h) => h.record_id === pointId && h.revision === revision)
      return before ? [asPoint(before.row_before as Selectable<Tables['minutes_point']>)] : []
    })
    .toSorted((a, b) => a.position - b.position || a.id - b.id)
}

/** Answers to any version of these minutes that the reader may know of, the oldest first. A disagreement that was not released is its writer's alone. */
export async function answersOf(tx: Tx, ctx: Context, minutesId: number): Promise<MinutesAnswer[]> {
  const rows = await tx
    .selectFrom('minutes_answer as a')
    .innerJoin('minutes_version as v', (j) => j.onRef('v.municipality_id', '=', 'a.municipality_id').onRef('v.id', '=', 'a.version_id'))
    .leftJoin('person as p', (j) => j.onRef('p.municipality_id', '=', 'a.municipality_id').onRef('p.id', '=', 'a.person_id'))
    .leftJoin('staff as s', (j) => j.onRef('s.municipality_id', '=', 'a.municipality_id').onRef('s.id', '=', 'a.staff_id'))
    .selectAll('a')
    .select(['v.number', 'p.first_name', 's.name as staff_name'])
    .where('v.minutes_id', '=', minutesId)
    .where('a.replaced_by', 'is', null)
    .where('a.undone', '=', false)
    .orderBy('a.id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    shelfId: r.shelf_id,
    versionNumber: r.number,
    personId: r.person_id,
    staffId: r.staff_id,
    name: r.first_name ?? r.staff_name ?? '',
    answer: r.answer as MinutesAnswerKind,
    words: r.words,
    released: r.released_at !== null,
    onBehalf:
      r.on_behalf_of_person !== null && r.on_behalf_channel !== null && r.on_behalf_on !== null
        ? { personId: r.on_behalf_of_person, channel: r.on_behalf_channel, on: r.on_behalf_on }
        : null,
    on: copenhagenDay(r.created_at),
    mine: ctx.actor.kind === 'member' ? r.person_id === ctx.actor.id : r.staff_id === ctx.actor.id,
  }))
}

export type Sent = { participantId: number; versionId: number; sentOn: string; how: string; shelfId: number }
export async function sentOf(tx: Tx, versionIds: readonly number[]): Promise<Sent[]> {
  if (versionIds.length === 0) return []
  const rows = await tx
    .selectFrom('minutes_sent')
    .select(['participant_id', 'version_id', 'sent_on', 'how', 'shelf_id'])
    .where('version_id', 'in', [...versionIds])
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ participantId: r.participant_id, versionId: r.version_id, sentOn: r.sent_on, how: r.how, shelfId: r.shelf_id }))
}

/** Everybody who was asked to come, whether they were there, and whom the coordinator was there for. */
export async function tookPartOf(tx: Tx, meetingId: number, head: MinutesHead | null): Promise<TookPart[]> {
  const participants = (await participantsOf(tx, [meetingId])).filter((p) => p.withdrawnAt === null)
  const stays = await staysOf(tx, meetingId)
  const roles = await rolesOf(tx, participants.flatMap((p) => p.staffId ?? []))
  const names = await firstNames(tx, [...participants.flatMap((p) => p.companionOf ?? []), ...stays.flatMap((s) => s.wentAlongWith ?? []), ...(head?.wentAlongWith ? [head.wentAlongWith] : [])])
  return participants.map((p) => {
    const stay = stays.find((s) => s.participantId === p.id && s.wentAlongWith !== null)
    const along = stay?.wentAlongWith ?? p.companionOf ?? (p.staffId !== null && p.requiredBy === 'coordinator' ? (head?.wentAlongWith ?? null) : null)
    return {
      participantId: p.id,
      shelfId: p.shelfId,
      personId: p.personId,
      staffId: p.staffId,
      name: p.name,
      role: p.outside?.role || (p.staffId === null ? '' : (roles.get(p.staffId) ?? '')),
      how: p.how,
      present: head ? head.tookPart.includes(p.id) : stays.some((s) => s.participantId === p.id),
      along: along === null ? null : { personId: along, name: names.get(along) ?? '' },
      interpreter: p.interpreterFor !== null,
      contribution: p.contribution,
    }
  })
}
async function rolesOf(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = ids.length ? await tx.selectFrom('staff').select(['id', 'title']).where('id', 'in', [...ids]).execute() : []
  return new Map(rows.map((r) => [r.id, r.title]))
}
async function firstNames(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = ids.length ? await tx.selectFrom('person').select(['id', 'first_name']).where('id', 'in', [...ids]).execute() : []
  return new Map(rows.map((r) => [r.id, r.first_name]))
}
