import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { asNote, asScale, notesNow, scalesNow } from './queries.server.ts'
import type { Scale, SituationNote } from './situation.ts'

export type Situation = { notes: SituationNote[]; scales: Scale[] }

/**
 * The assessment part of a plan (PLAN-04, PLAN-05): remembers which notes stood, at which revision, when this version was agreed. Called in the same
 * transaction as the version is made, by whoever makes it; lists what that person may read.
 */
export async function rememberSituation(tx: Tx, ctx: Context, caseId: number, versionId: number): Promise<void> {
  const notes = await notesNow(tx, caseId)
  const scales = await scalesNow(tx, caseId)
  const listed = [
    ...notes.map((n) => ({ table_name: 'situation_note', record_id: n.id, revision: n.revision, shelf_id: n.shelfId })),
    ...scales.map((s) => ({ table_name: 'situation_scale', record_id: s.id, revision: 1, shelf_id: s.shelfId })),
  ]
  if (listed.length === 0) return
  await tx
    .insertInto('situation_version_record')
    .values(listed.map((one) => ({ municipality_id: ctx.municipalityId, case_id: caseId, version_id: versionId, ...one })))
    .execute()
}

/** The situation as it stood then, through this reader's eyes now: only what they may read both as it was and as it is. */
export async function situationOfVersion(tx: Tx, caseId: number, versionId: number): Promise<Situation> {
  const listed = await tx
    .selectFrom('situation_version_record')
    .select(['table_name', 'record_id', 'revision'])
    .where('case_id', '=', caseId)
    .where('version_id', '=', versionId)
    .orderBy('record_id')
    .execute()
  const idsOf = (table: string) => listed.filter((l) => l.table_name === table).map((l) => l.record_id)
  const [noteIds, scaleIds] = [idsOf('situation_note'), idsOf('situation_scale')]
  const notes = noteIds.length
    ? await tx.selectFrom('situation_note').selectAll().where('case_id', '=', caseId).where('id', 'in', noteIds).execute()
    : []
  const scales = scaleIds.length
    ? await tx.selectFrom('situation_scale').selectAll().where('case_id', '=', caseId).where('id', 'in', scaleIds).orderBy('id').execute()
    : []
  const older = noteIds.length
    ? await tx
        .selectFrom('record_history')
        .select(['record_id', 'revision', 'row_before'])
        .where('table_name', '=', 'situation_note')
        .where('record_id', 'in', noteIds)
        .execute()
    : []
  const then = new Map(older.map((h) => [`${h.record_id}.${h.revision}`, h.row_before]))
  return {
    notes: listed.flatMap((l) => {
      const now = l.table_name === 'situation_note' ? notes.find((n) => n.id === l.record_id) : undefined
      if (!now) return []
      const before = then.get(`${l.record_id}.${l.revision}`)
      return now.revision === l.revision ? [asNote(now)] : before ? [asNote(before as typeof now)] : []
    }),
    scales: scales.map(asScale),
  }
}

/** The plan's versions of which this reader sees something of the situation, the newest first. */
export async function versionsWith(tx: Tx, caseId: number): Promise<{ id: number; number: number; agreedOn: string }[]> {
  const rows = await tx
    .selectFrom('plan_version')
    .select(['id', 'number', 'agreed_on'])
    .where('case_id', '=', caseId)
    .where((e) =>
      e.exists(
        e
          .selectFrom('situation_version_record')
          .select('situation_version_record.id')
          .whereRef('situation_version_record.version_id', '=', 'plan_version.id'),
      ),
    )
    .orderBy('number', 'desc')
    .execute()
  return rows.map((r) => ({ id: r.id, number: r.number, agreedOn: r.agreed_on }))
}
