import { sql } from 'kysely'
import { settingOr } from '#app/catalogue/pack-values.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { answerBy, type Message, type ThreadKey } from './thread.ts'

/** How messages are answered; a pack from before they came has our own. */
export function threadRules(pack: Pack, today: string): { answerDays: number; substituteDays: number; ownFromAge: number } {
  return {
    answerDays: settingOr(pack, 'threadAnswerWorkingDays', today, 2),
    substituteDays: settingOr(pack, 'threadSubstituteDays', today, 7),
    ownFromAge: settingOr(pack, 'ownThreadFromAge', today, 15),
  }
}

const standing = (tx: Tx) =>
  tx
    .selectFrom('thread_message as x')
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'x.author_staff_id').onRef('s.municipality_id', '=', 'x.municipality_id'))
    .leftJoin('person as p', (j) => j.onRef('p.id', '=', 'x.author_person_id').onRef('p.municipality_id', '=', 'x.municipality_id'))
    .select(['x.id', 'x.case_id as caseId', 'x.person_id as personId', 'x.household_id as householdId', 'x.words', 'x.created_at as writtenAt', 'x.author_staff_id as authorStaffId',
      'x.author_person_id as authorPersonId', 'x.subjects', 'x.shelf_id as shelfId', 's.name as staffName', 'p.first_name as firstName'])
    .where('x.withdrawn_at', 'is', null)

type Row = Omit<Message, 'author' | 'seenBy' | 'step'> & { staffName: string | null; firstName: string | null }
const bare = ({ staffName, firstName, ...row }: Row): Message => ({ ...row, author: staffName ?? firstName ?? '', seenBy: [], step: null })

/** The messages of a case that the actor may read, oldest first, with who has seen them and what became of them. */
export async function messagesOf(tx: Tx, caseId: number, key?: ThreadKey): Promise<Message[]> {
  const rows = await standing(tx)
    .where('x.case_id', '=', caseId)
    .$if(key !== undefined, (q) => q.where(sql<boolean>`x.person_id is not distinct from ${key?.personId ?? null}::bigint and x.household_id is not distinct from ${key?.householdId ?? null}::bigint`))
    .orderBy('x.id')
    .execute()
  return withFates(tx, caseId, rows.map(bare))
}

/** One message that stands and that the actor may read; null else. Its walls: `shelfId` for `concerns`, `subjects`. */
export async function findMessage(tx: Tx, caseId: number, messageId: number): Promise<Message | null> {
  const row = await standing(tx).where('x.case_id', '=', caseId).where('x.id', '=', messageId).executeTakeFirst()
  return row ? ((await withFates(tx, caseId, [bare(row)]))[0] ?? null) : null
}

async function withFates(tx: Tx, caseId: number, messages: Message[]): Promise<Message[]> {
  if (messages.length === 0) return []
  const ids = messages.map((m) => m.id)
  const seen = await tx
    .selectFrom('thread_receipt as r')
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'r.staff_id').onRef('s.municipality_id', '=', 'r.municipality_id'))
    .leftJoin('person as p', (j) => j.onRef('p.id', '=', 'r.person_id').onRef('p.municipality_id', '=', 'r.municipality_id'))
    .select(['r.message_id as messageId', 'r.staff_id as staffId', 'r.person_id as personId', 'r.seen_at as at', sql<string | null>`coalesce(s.name, p.first_name)`.as('name')])
    .where('r.case_id', '=', caseId)
    .where('r.message_id', 'in', ids)
    .orderBy('r.id')
    .execute()
  const steps = await tx
    .selectFrom('thread_step as t')
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 't.to_staff_id').onRef('s.municipality_id', '=', 't.municipality_id'))
    .select(['t.message_id as messageId', 't.kind', 't.to_staff_id as toStaffId', 't.to_name as toName', 't.on_date as on', 's.name'])
    .where('t.case_id', '=', caseId)
    .where('t.message_id', 'in', ids)
    .orderBy('t.id')
    .execute()
  return messages.map((m) => {
    const step = steps.findLast((t) => t.messageId === m.id)
    return {
      ...m,
      seenBy: seen.flatMap((r) => (r.messageId === m.id && r.name !== null ? [{ staffId: r.staffId, personId: r.personId, name: r.name, at: r.at }] : [])),
      step: step ? { kind: step.kind as 'passed' | 'no-answer' | 'handed-over', toStaffId: step.toStaffId, name: step.name ?? step.toName, on: step.on } : null,
    }
  })
}

export type UnansweredThread = {
  caseId: number
  personId: number | null
  householdId: number | null
  /** First name of whose thread it is; null for a shared one. */
  name: string | null
  messageId: number
  /** Instant of the first message that waits. */
  since: string
  /** Last day on which an answer is in time. */
  dueOn: string
  overdue: boolean
  /** To whom it was passed on, once it was. */
  passedTo: number | null
  subjects: number[]
  shelfId: number
}
/**
 * The threads in which a message waits for an answer, of those the actor may read: one statement, however many families. `caseIds` narrows.
 * What the actor may not read is not counted. Soonest due first.
 */
export async function unansweredThreads(tx: Tx, ctx: Pick<Context, 'today'>, caseIds?: readonly number[]): Promise<UnansweredThread[]> {
  if (caseIds?.length === 0) return []
  const { rows } = await sql<Omit<UnansweredThread, 'dueOn' | 'overdue'> & { projectId: number }>`
    with said as (
      select x.*, c.project_id, s.kind as step, s.to_staff_id from thread_message x
        join family_case c on c.municipality_id = x.municipality_id and c.id = x.case_id
        left join lateral (select t.kind, t.to_staff_id from thread_step t where t.municipality_id = x.municipality_id and t.message_id = x.id order by t.id desc limit 1) s on true
      where x.withdrawn_at is null and (${caseIds ?? null}::bigint[] is null or x.case_id = any (${caseIds ?? null}::bigint[]))),
    settled as (
      select case_id, person_id, household_id, max(id) filter (where author_staff_id is not null or step in ('no-answer', 'handed-over')) as last_id from said group by 1, 2, 3)
    select distinct on (q.case_id, q.person_id, q.household_id) q.case_id as "caseId", q.person_id as "personId", q.household_id as "householdId", p.first_name as name, q.id as "messageId",
      q.created_at as since, q.to_staff_id as "passedTo", q.subjects, q.shelf_id as "shelfId", q.project_id as "projectId"
    from said q join settled z on z.case_id = q.case_id and z.person_id is not distinct from q.person_id and z.household_id is not distinct from q.household_id
      left join person p on p.municipality_id = q.municipality_id and p.id = q.person_id
    where q.author_person_id is not null and q.id > coalesce(z.last_id, 0)
    order by q.case_id, q.person_id, q.household_id, q.id`.execute(tx)
  const days = new Map<number, number>()
  for (const project of new Set(rows.map((r) => r.projectId))) days.set(project, await answerDays(tx, ctx, project))
  return rows
    .map(({ projectId, ...r }) => {
      const dueOn = answerBy(copenhagenDay(r.since), days.get(projectId) ?? 2)
      return { ...r, dueOn, overdue: dueOn < ctx.today }
    })
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.messageId - b.messageId)
}

/** Working days within which a message is answered in a project. */
export async function answerDays(tx: Tx, ctx: Pick<Context, 'today'>, projectId: number): Promise<number> {
  const pack = await projectPack(tx, projectId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  return pack ? threadRules(pack, ctx.today).answerDays : 2
}
