import { sql } from 'kysely'
import { inForce, itemAt } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { casePack, municipalityPack } from '#app/catalogue/queries.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Locale } from '#app/platform/i18n/messages.ts'
import type { Clocks, Standing } from './concern.ts'

/** The pack that says what to do: the family's, or the municipality's. */
export const concernPack = (tx: Tx, caseId: number | null): Promise<Pack> => (caseId === null ? municipalityPack(tx) : casePack(tx, caseId))

export type Procedure = {
  steps: string[]
  phones: { label: string; number: string; hours: string; example: boolean }[]
  mailbox: { address: string; secure: boolean } | null
  clocks: Clocks
  results: { code: string; label: string }[]
}
/** What the law and the municipality say today, in one language. Hours and days without a pack's word are the law's as we read it. */
export function procedureOf(pack: Pack, locale: Locale, today: string): Procedure {
  const found = inForce(pack.concernProcedures, today)[0]
  const assessed = itemAt(pack.obligations, 'notification-assessed', today)?.firstWithin
  const receipt = itemAt(pack.obligations, 'notification-receipt', today)?.firstWithin
  return {
    steps: found?.steps.map((step) => step[locale]) ?? [],
    phones: found?.phones.map((p) => ({ label: p.label[locale], number: p.number, hours: p.hours[locale], example: p.example })) ?? [],
    mailbox: found?.mailbox ?? null,
    clocks: {
      assessHours: assessed && 'hours' in assessed ? assessed.hours : 24,
      remindBeforeHours: found?.remindBeforeHours ?? 4,
      receiptWorkingDays: receipt && 'workingDays' in receipt ? receipt.workingDays : 6,
    },
    results: inForce(pack.choices, today)
      .filter((c) => c.list === 'concern-result')
      .map((c) => ({ code: c.code, label: c.label[locale] })),
  }
}

/** Children of the family whom the actor knows by name, with their age; the unborn among them. */
export async function childrenOf(tx: Tx, caseId: number, today: string): Promise<{ id: number; name: string; born: string | null }[]> {
  const rows = await tx
    .selectFrom('case_person')
    .innerJoin('person', 'person.id', 'case_person.person_id')
    .select(['person.id', 'person.first_name', 'person.last_name', 'person.born', 'person.due'])
    .distinct()
    .where('case_person.case_id', '=', caseId)
    .where('person.kind', 'in', ['person', 'unborn'])
    .where('person.died', 'is', null)
    .where(sql<boolean>`not access.has_age(person.born, 18, ${today}::date)`)
    .orderBy('person.born')
    .orderBy('person.id')
    .execute()
  return rows.map((r) => ({ id: r.id, name: `${r.first_name} ${r.last_name}`.trim(), born: r.born }))
}

export type ConcernRow = Standing & {
  id: number
  reportedAt: string
  receiptBy: string
  danger: boolean
  authorId: number
  author: string
  result: string | null
  content: Buffer
  content_key: string
}
/** The notifications that the actor may read; `only` one, or `mine`: written by this member of staff. Sealed by the database's policy. */
export async function concernsOf(tx: Tx, { only, mine }: { only?: number; mine?: number } = {}): Promise<ConcernRow[]> {
  const rows = await tx
    .selectFrom('concern')
    .innerJoin('staff', 'staff.id', 'concern.author_staff_id')
    .leftJoin('concern_receipt', 'concern_receipt.concern_id', 'concern.id')
    .select(['concern.id', 'concern.reported_at', 'concern.assess_by', 'concern.receipt_by', 'concern.danger', 'concern.author_staff_id', 'staff.name'])
    .select(['concern.content', 'concern.content_key', 'concern_receipt.sent_at'])
    .$if(only !== undefined, (q) => q.where('concern.id', '=', only ?? 0))
    .$if(mine !== undefined, (q) => q.where('concern.author_staff_id', '=', mine ?? 0))
    .orderBy('concern.id', 'desc')
    .execute()
  const assessed = await tx.selectFrom('concern_assessment').select(['concern_id', 'result', 'assessed_at']).orderBy('id').execute()
  return rows.map((r) => {
    const list = assessed.filter((a) => a.concern_id === r.id)
    return {
      id: r.id,
      reportedAt: r.reported_at,
      assessBy: r.assess_by,
      receiptBy: r.receipt_by,
      danger: r.danger,
      authorId: r.author_staff_id,
      author: r.name,
      // the first assessment keeps the law's clock, the last one says what holds
      assessedAt: list[0]?.assessed_at ?? null,
      result: list.at(-1)?.result ?? null,
      receiptAt: r.sent_at,
      content: r.content,
      content_key: r.content_key,
    }
  })
}

type Said = { id: number; by: string; at: string; content: Buffer; content_key: string }
/** What was added, how it was assessed, and the receipt, oldest first. */
export async function saidAfter(tx: Tx, concernId: number): Promise<{ additions: Said[]; assessments: (Said & { result: string })[]; receipt: Said | null }> {
  const additions = await tx
    .selectFrom('concern_addition as a')
    .innerJoin('staff', 'staff.id', 'a.author_staff_id')
    .select(['a.id', 'staff.name as by', 'a.added_at as at', 'a.content', 'a.content_key'])
    .where('a.concern_id', '=', concernId)
    .orderBy('a.id')
    .execute()
  const assessments = await tx
    .selectFrom('concern_assessment as a')
    .innerJoin('staff', 'staff.id', 'a.assessed_by')
    .select(['a.id', 'staff.name as by', 'a.assessed_at as at', 'a.content', 'a.content_key', 'a.result'])
    .where('a.concern_id', '=', concernId)
    .orderBy('a.id')
    .execute()
  const receipt = await tx
    .selectFrom('concern_receipt as r')
    .innerJoin('staff', 'staff.id', 'r.sent_by')
    .select(['r.id', 'staff.name as by', 'r.sent_at as at', 'r.content', 'r.content_key'])
    .where('r.concern_id', '=', concernId)
    .executeTakeFirst()
  return { additions, assessments, receipt: receipt ?? null }
}

export type MailState = { kind: 'report' | 'addition' | 'overdue'; plannedAt: string; state: 'sent' | 'held' | 'failed' | 'planned'; at: string }
export async function mailsOf(tx: Tx, concernId: number): Promise<MailState[]> {
  const { rows } = await sql<{ kind: MailState['kind']; planned_at: string; sent_at: string | null; held_at: string | null; failed_at: string | null }>`
    select * from access.concern_mails(${concernId})`.execute(tx)
  return rows.map((r) => ({
    kind: r.kind,
    plannedAt: r.planned_at,
    state: r.sent_at ? 'sent' : r.held_at ? 'held' : r.failed_at ? 'failed' : 'planned',
    at: r.sent_at ?? r.held_at ?? r.failed_at ?? r.planned_at,
  }))
}
