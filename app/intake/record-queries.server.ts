import type { Tx } from '#app/platform/db.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import type { Decision } from './intake.ts'
import type { StoredAnswer } from './screening.ts'

/* What intake keeps about a family: referral, screening, hearing, decisions, letters; as far as the actor reads them. */

/** The latest screening of each case with its answers, as far as the actor reads them. */
export async function screenings(tx: Tx, caseIds: number[]) {
  if (caseIds.length === 0) return []
  const heads = await tx
    .selectFrom('screening')
    .select(['id', 'case_id', 'pack', 'pack_version', 'screened_on', 'note', 'revision', 'shelf_id', 'subjects'])
    .distinctOn('case_id')
    .where('case_id', 'in', caseIds)
    .where('replaced_by', 'is', null)
    .orderBy('case_id')
    .orderBy('id', 'desc')
    .execute()
  if (heads.length === 0) return []
  const answers = await tx
    .selectFrom('screening_answer as a')
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'a.author_staff_id').onRef('s.municipality_id', '=', 'a.municipality_id'))
    .select(['a.id', 'a.screening_id', 'a.criterion', 'a.answer', 'a.evidence', 'a.revision', 'a.shelf_id', 's.name as by'])
    .where(
      'a.screening_id',
      'in',
      heads.map((head) => head.id),
    )
    .where('a.replaced_by', 'is', null)
    .execute()
  return heads.map((head) => ({
    id: head.id,
    caseId: head.case_id,
    pack: head.pack,
    packVersion: head.pack_version,
    screenedOn: head.screened_on,
    note: head.note,
    shelfId: head.shelf_id,
    subjects: head.subjects,
    answers: answers
      .filter((one) => one.screening_id === head.id)
      .map((one) => ({
        id: one.id,
        criterion: one.criterion,
        answer: one.answer === 'yes' || one.answer === 'no' ? one.answer : null,
        evidence: one.evidence,
        revision: one.revision,
        shelfId: one.shelf_id,
        by: one.by,
      })) satisfies StoredAnswer[],
  }))
}
export type Screening = Awaited<ReturnType<typeof screenings>>[number]

/** The latest referral of a case; null for a family that came by import, or when the actor may not see it. */
export async function latestReferral(tx: Tx, caseId: number) {
  const row = await tx
    .selectFrom('referral')
    .leftJoin('staff', (j) =>
      j.onRef('staff.id', '=', 'referral.referred_by').onRef('staff.municipality_id', '=', 'referral.municipality_id'),
    )
    .select([
      'referral.id',
      'referral.referred_by',
      'staff.name as referrer',
      'referral.sector',
      'referral.referred_at',
      'referral.yes_on',
      'referral.yes_form',
      'referral.decided_at',
      'referral.decision',
    ])
    .where('referral.case_id', '=', caseId)
    .orderBy('referral.id', 'desc')
    .executeTakeFirst()
  return row ? { ...row, referredOn: copenhagenDay(String(row.referred_at)), decision: asDecision(row.decision) } : null
}
const asDecision = (value: string | null): Decision | null =>
  value === 'accepted' || value === 'waiting' || value === 'refused' ? value : null

/** Decisions of a case, newest first, with the names of those present. */
export async function decisionsOf(tx: Tx, caseId: number) {
  const rows = await tx
    .selectFrom('intake_decision')
    .select([
      'id',
      'decided_on',
      'decision',
      'computed',
      'pack',
      'pack_version',
      'present',
      'reasons',
      'deviation_reason',
      'no_hearing_reason',
      'shelf_id',
    ])
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .orderBy('id', 'desc')
    .execute()
  const ids = [...new Set(rows.flatMap((row) => row.present))]
  const staff = ids.length === 0 ? [] : await tx.selectFrom('staff').select(['id', 'name']).where('id', 'in', ids).execute()
  return rows.map((row) => ({
    id: row.id,
    decidedOn: row.decided_on,
    decision: asDecision(row.decision) ?? 'waiting',
    computed: row.computed,
    packVersion: row.pack_version,
    reasons: row.reasons,
    deviationReason: row.deviation_reason,
    noHearingReason: row.no_hearing_reason,
    shelfId: row.shelf_id,
    present: row.present.map((id) => staff.find((one) => one.id === id)?.name ?? ''),
  }))
}

/** The latest hearing of each adult. */
export async function latestHearings(tx: Tx, caseId: number) {
  const rows = await tx
    .selectFrom('intake_hearing')
    .select(['id', 'sent_on', 'answer_by', 'reasons', 'answered_on', 'answer', 'shelf_id', 'subjects'])
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .orderBy('id')
    .execute()
  const all = rows.map((row) => ({
    id: row.id,
    personId: row.subjects[0] ?? 0,
    sentOn: row.sent_on,
    answerBy: row.answer_by,
    reasons: row.reasons,
    answeredOn: row.answered_on,
    answer: row.answer,
    shelfId: row.shelf_id,
  }))
  return [...new Map(all.map((one) => [one.personId, one])).values()]
}

export const lettersOf = (tx: Tx, caseId: number) =>
  tx
    .selectFrom('intake_letter')
    .select(['id', 'template', 'written_on', 'title', 'subjects', 'shelf_id'])
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
