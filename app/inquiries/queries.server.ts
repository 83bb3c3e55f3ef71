import { sql } from 'kysely'
import { settingAt } from '#app/catalogue/pack-values.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import type { Answer, Channel, CodeWay, Cover, FormView, Inquiry, LinkView, Question, ReminderRules } from './inquiry.ts'

/** What opens records in the family now, for the work; empty for who does not work with the whole of the case. */
export async function coverIn(tx: Tx, caseId: number): Promise<Cover[]> {
  const { rows } = await sql<{ subject_id: number; from_sector: string; to_sectors: string[]; category: string; legal: boolean }>`
    select * from access.coordination_cover(${caseId})`.execute(tx)
  return rows.map((r) => ({ subjectId: r.subject_id, fromSector: r.from_sector, toSectors: r.to_sectors, category: r.category, legal: r.legal }))
}

/** The pack's forms with their questions put in. */
export function formsOf(pack: Pack, today: string): FormView[] {
  const questions = inForce(pack.inquiryQuestions, today)
  return inForce(pack.inquiryForms, today).map((f) => ({
    code: f.code,
    label: f.label,
    sector: f.sector,
    asks: f.asks,
    tells: f.tells,
    names: f.names,
    confirm: f.confirm,
    questions: f.questions.flatMap((code) => {
      const q = questions.find((one) => one.code === code)
      return q ? [{ code, da: q.text.da, en: q.text.en, kind: q.kind }] : []
    }),
  }))
}
export const reminderRules = (pack: Pack, today: string): ReminderRules => ({
  beforeDays: settingAt(pack, 'inquiryReminderBeforeDays', today),
  everyDays: settingAt(pack, 'inquiryReminderEveryDays', today),
  most: settingAt(pack, 'inquiryRemindersMost', today),
})

/** The units of a sector today, with the mail a link would be sent to. */
export async function unitsOf(tx: Tx, sector: string, today: string): Promise<{ id: number; name: string; email: string }[]> {
  const rows = await tx
    .selectFrom('department')
    .select(['id', 'name', 'email'])
    .where('sector', '=', sector)
    .where(sql<boolean>`access.within(${today}::date, valid_from, valid_until)`)
    .orderBy('name')
    .execute()
  return rows.map((r) => ({ id: r.id, name: r.name, email: r.email ?? '' }))
}
/** Colleagues of a sector who are assigned to the family today: they can sign in and answer. */
export async function colleaguesOf(tx: Tx, caseId: number, sector: string, today: string): Promise<{ staffId: number; name: string }[]> {
  const rows = await tx
    .selectFrom('assignment')
    .innerJoin('staff', 'staff.id', 'assignment.staff_id')
    .select(['staff.id', 'staff.name'])
    .where('assignment.case_id', '=', caseId)
    .where('assignment.sector', '=', sector)
    .where('staff.closed_at', 'is', null)
    .where(sql<boolean>`access.within(${today}::date, assignment.valid_from, assignment.valid_until)`)
    .orderBy('staff.name')
    .execute()
  return [...new Map(rows.map((r) => [r.id, { staffId: r.id, name: r.name }])).values()]
}
/** Sectors with somebody assigned to the family today. */
export async function assignedSectors(tx: Tx, caseId: number, today: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('assignment')
    .select('sector')
    .distinct()
    .where('case_id', '=', caseId)
    .where(sql<boolean>`access.within(${today}::date, valid_from, valid_until)`)
    .execute()
  return rows.map((r) => r.sector).filter((s) => s !== 'coordination')
}

/** The requests of a case that the actor may read, newest first, with answers, reminders and the newest link. */
export async function inquiriesOf(tx: Tx, caseId: number, now: string, only?: number): Promise<Inquiry[]> {
  const rows = await tx
    .selectFrom('inquiry')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .$if(only !== undefined, (q) => q.where('id', '=', only ?? 0))
    .orderBy('id', 'desc')
    .execute()
  if (rows.length === 0) return []
  const answers = await answersOf(tx, caseId)
  const reminders = await tx.selectFrom('inquiry_reminder').selectAll().where('case_id', '=', caseId).orderBy('id').execute()
  const links = await linksOf(tx, caseId, now)
  return rows.map((r) => ({
    id: r.id,
    form: r.form,
    sector: r.to_sector,
    recipient: r.recipient,
    departmentId: r.department_id,
    staffId: r.staff_id,
    channel: r.channel as Channel,
    asks: r.asks_category,
    tells: r.category,
    names: r.names === 'name-and-birthday' ? 'name-and-birthday' : 'first-name',
    questions: r.questions as Question[],
    message: r.message,
    sentOn: r.sent_on,
    replyBy: r.reply_by,
    cancelledOn: r.cancelled_on,
    cancelledReason: r.cancelled_reason,
    subjects: r.subjects,
    shelfId: r.shelf_id,
    answers: answers.filter((a) => a.inquiryId === r.id),
    reminders: reminders.filter((m) => m.inquiry_id === r.id).map((m) => ({ on: m.reminded_on, how: m.how })),
    link: links.get(r.id) ?? null,
  }))
}

/** Answers that stand, as far as the actor may read them. */
export async function answersOf(tx: Tx, caseId: number): Promise<(Answer & { inquiryId: number })[]> {
  const rows = await tx
    .selectFrom('inquiry_answer')
    .leftJoin('staff', (j) =>
      j.onRef('staff.id', '=', 'inquiry_answer.author_staff_id').onRef('staff.municipality_id', '=', 'inquiry_answer.municipality_id'),
    )
    .selectAll('inquiry_answer')
    .select('staff.name as author')
    .where('inquiry_answer.case_id', '=', caseId)
    .where('inquiry_answer.replaced_by', 'is', null)
    .orderBy('inquiry_answer.id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    inquiryId: r.inquiry_id,
    personId: r.person_id,
    answers: r.answers as Record<string, string>,
    answeredOn: r.answered_on,
    sector: r.sector,
    category: r.category,
    stated:
      r.stated_by_name !== null && r.stated_by_sector !== null && r.stated_on !== null && r.stated_channel !== null
        ? { name: r.stated_by_name, sector: r.stated_by_sector, on: r.stated_on, channel: r.stated_channel }
        : null,
    by: r.author,
    shelfId: r.shelf_id,
    subjects: r.subjects,
  }))
}

type LinkRow = {
  inquiry_id: number
  link_id: number
  address: string
  code_by: CodeWay
  created_at: string
  expires_at: string
  revoked_at: string | null
  opened_at: string | null
  confirmed_at: string | null
  answered_at: string | null
  locked: boolean
}
async function linksOf(tx: Tx, caseId: number, now: string): Promise<Map<number, LinkView>> {
  const { rows } = await sql<LinkRow>`select * from access.reply_links(${caseId})`.execute(tx)
  const stateOf = (l: LinkRow): LinkView['state'] => {
    if (l.answered_at) return 'answered'
    if (l.revoked_at) return 'ended'
    if (l.locked) return 'locked'
    if (new Date(l.expires_at).toISOString() <= now) return 'expired'
    return l.confirmed_at ? 'confirmed' : l.opened_at ? 'opened' : 'sent'
  }
  return new Map(
    rows.map((l) => [
      l.inquiry_id,
      {
        id: l.link_id,
        address: l.address,
        codeBy: l.code_by,
        createdOn: copenhagenDay(String(l.created_at)),
        expiresOn: copenhagenDay(String(l.expires_at)),
        state: stateOf(l),
      },
    ]),
  )
}

/** Name of the municipality the actor is in. */
export async function municipalityName(tx: Tx, municipalityId: number): Promise<string> {
  const row = await tx.selectFrom('municipality').select('name').where('municipality_id', '=', municipalityId).executeTakeFirst()
  return row?.name ?? ''
}
