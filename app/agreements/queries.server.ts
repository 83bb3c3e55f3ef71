import { z } from 'zod'
import type { Tx } from '#app/platform/db.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import type { Agreement, Mark } from './agreement.ts'

/** Open agreements of these families, the nearest day first. Only what the reader may read; nothing of it is counted otherwise. */
export async function openAgreements(tx: Tx, caseIds: readonly number[]): Promise<Agreement[]> {
  if (caseIds.length === 0) return []
  const rows = await all(tx)
    .where('agreement.case_id', 'in', [...caseIds])
    .where('agreement.kept_on', 'is', null)
    .where('agreement.dropped_on', 'is', null)
    .orderBy('agreement.due_on')
    .orderBy('agreement.id')
    .execute()
  return rows.map(asAgreement)
}

/** Every agreement of the family that the reader may read, in the order in which they were made. */
export async function agreementsOf(tx: Tx, caseId: number): Promise<Agreement[]> {
  return (await all(tx).where('agreement.case_id', '=', caseId).orderBy('agreement.id').execute()).map(asAgreement)
}

/** Those that were made at these meetings. */
export async function agreementsAt(tx: Tx, meetingIds: readonly number[]): Promise<Agreement[]> {
  if (meetingIds.length === 0) return []
  return (await all(tx).where('agreement.meeting_id', 'in', [...meetingIds]).orderBy('agreement.id').execute()).map(asAgreement)
}

export async function findAgreement(tx: Tx, caseId: number, agreementId: number): Promise<Agreement | null> {
  const row = await all(tx).where('agreement.id', '=', agreementId).where('agreement.case_id', '=', caseId).executeTakeFirst()
  return row ? asAgreement(row) : null
}

// A name, a goal or a meeting that the reader does not see is simply not there.
const all = (tx: Tx) =>
  tx
    .selectFrom('agreement')
    .leftJoin('person', (j) =>
      j.onRef('person.municipality_id', '=', 'agreement.municipality_id').onRef('person.id', '=', 'agreement.owner_person'),
    )
    .leftJoin('staff', (j) => j.onRef('staff.municipality_id', '=', 'agreement.municipality_id').onRef('staff.id', '=', 'agreement.owner_staff'))
    .leftJoin('goal', (j) => j.onRef('goal.municipality_id', '=', 'agreement.municipality_id').onRef('goal.id', '=', 'agreement.goal_id'))
    .leftJoin('meeting', (j) =>
      j.onRef('meeting.municipality_id', '=', 'agreement.municipality_id').onRef('meeting.id', '=', 'agreement.meeting_id'),
    )
    .select([
      'agreement.id',
      'agreement.revision',
      'agreement.shelf_id',
      'agreement.case_id',
      'agreement.subjects',
      'agreement.what',
      'agreement.owner_person',
      'agreement.owner_staff',
      'agreement.owner_name',
      'agreement.due_on',
      'agreement.heard_by',
      'agreement.kept_on',
      'agreement.dropped_on',
      'agreement.dropped_reason',
      'agreement.marks',
      'agreement.created_at',
      'agreement.author_staff_id',
      'agreement.author_person_id',
      'person.first_name as person_name',
      'staff.name as staff_name',
      'goal.id as goal_id',
      'goal.title as goal_title',
      'meeting.id as meeting_id',
      'meeting.starts_at as meeting_at',
      'meeting.kind as meeting_kind',
    ])
    .where('agreement.replaced_by', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]
const Marks = z.array(z.custom<Mark>((v) => typeof v === 'object' && v !== null && 'how' in v && 'on' in v))
const asAgreement = (r: Row): Agreement => ({
  id: r.id,
  revision: r.revision,
  shelfId: r.shelf_id,
  caseId: r.case_id,
  subjects: r.subjects,
  what: r.what,
  owner:
    r.owner_person !== null
      ? { kind: 'person', id: r.owner_person, name: r.person_name ?? '' }
      : r.owner_staff !== null
        ? { kind: 'staff', id: r.owner_staff, name: r.staff_name ?? '' }
        : { kind: 'outside', id: null, name: r.owner_name ?? '' },
  dueOn: r.due_on,
  goal: r.goal_id === null ? null : { id: r.goal_id, title: r.goal_title ?? '' },
  meeting: r.meeting_id === null || r.meeting_at === null ? null : { id: r.meeting_id, on: copenhagenDay(r.meeting_at), kind: r.meeting_kind ?? '' },
  heardBy: r.heard_by,
  madeOn: copenhagenDay(r.created_at),
  keptOn: r.kept_on,
  dropped: r.dropped_on === null ? null : { on: r.dropped_on, reason: r.dropped_reason ?? '' },
  marks: Marks.parse(r.marks),
  authorStaffId: r.author_staff_id,
  authorPersonId: r.author_person_id,
})
