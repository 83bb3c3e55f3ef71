import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Locale } from '#app/platform/i18n/messages.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { isEmpty } from '#app/minutes/minutes.ts'
import { pointsOfVersion, versionsOf } from '#app/minutes/queries.server.ts'
import type { FiledKind } from './filing.ts'

/** A part of a record on paper: a heading (empty for none) and its words. */
export type Part = { heading: string; text: string }
/** A record as it goes to a case: only what the actor may read of it, asked under the actor's own walls. */
export type Source = {
  kind: FiledKind
  id: number
  caseId: number
  shelfIds: number[]
  revision: number
  subjects: number[]
  /** What it is, in a word of the pack or of the sector: "Første dag på uddannelsen". Empty where the kind says enough. */
  what: string
  on: string
  by: string
  parts: Part[]
  /** Where it stands in Helhed. */
  href: string
}
type About = { pack: Pack; locale: Locale; today: string }

/** The record, or null when it is not there for the actor (or was replaced or taken back). */
export function sourceOf(tx: Tx, about: About, caseId: number, kind: FiledKind, id: number): Promise<Source | null> {
  switch (kind) {
    case 'entry':
      return entrySource(tx, about, caseId, id)
    case 'message':
      return messageSource(tx, caseId, id)
    case 'answer':
      return answerSource(tx, about, caseId, id)
    case 'plan-file':
      return planFileSource(tx, about, caseId, id)
    case 'minutes':
      return minutesSource(tx, caseId, id)
  }
}

async function entrySource(tx: Tx, { pack, locale }: About, caseId: number, id: number): Promise<Source | null> {
  const row = await tx
    .selectFrom('logbook_entry as e')
    .leftJoin('staff', 'staff.id', 'e.author_staff_id')
    .select(['e.kind', 'e.on_date', 'e.minutes', 'e.words', 'e.subjects', 'e.shelf_id', 'e.revision', 'staff.name'])
    .where('e.case_id', '=', caseId)
    .where('e.id', '=', id)
    .where('e.replaced_by', 'is', null)
    .where('e.withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const label = pack.logbookKinds.find((k) => k.code === row.kind)?.label[locale] ?? row.kind
  const minutes = row.minutes === null ? '' : ` (${row.minutes} min.)`
  return { kind: 'entry', id, caseId, shelfIds: [row.shelf_id], revision: row.revision, subjects: row.subjects, what: `${label}${minutes}`, on: row.on_date, by: row.name ?? '',
    parts: [{ heading: '', text: row.words }], href: `/familier/${caseId}/logbog#linje-${id}` }
}

async function messageSource(tx: Tx, caseId: number, id: number): Promise<Source | null> {
  const row = await tx
    .selectFrom('thread_message as x')
    .leftJoin('staff', 'staff.id', 'x.author_staff_id')
    .leftJoin('person', 'person.id', 'x.author_person_id')
    .select(['x.words', 'x.created_at', 'x.subjects', 'x.shelf_id', 'x.revision', 'x.person_id', 'staff.name', 'person.first_name', 'person.last_name'])
    .where('x.case_id', '=', caseId)
    .where('x.id', '=', id)
    .where('x.withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const by = row.name ?? `${row.first_name ?? ''} ${row.last_name ?? ''}`.trim()
  return { kind: 'message', id, caseId, shelfIds: [row.shelf_id], revision: row.revision, subjects: row.subjects, what: '', on: copenhagenDay(row.created_at), by,
    parts: [{ heading: '', text: row.words }], href: `/familier/${caseId}/beskeder` }
}

async function answerSource(tx: Tx, { locale }: About, caseId: number, id: number): Promise<Source | null> {
  const row = await tx
    .selectFrom('inquiry_answer as a')
    .innerJoin('inquiry as q', 'q.id', 'a.inquiry_id')
    .leftJoin('staff', 'staff.id', 'a.author_staff_id')
    .select(['a.answers', 'a.answered_on', 'a.subjects', 'a.shelf_id', 'a.revision', 'a.inquiry_id', 'a.stated_by_name', 'q.questions', 'q.recipient', 'staff.name'])
    .where('a.case_id', '=', caseId)
    .where('a.id', '=', id)
    .where('a.replaced_by', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const answers = row.answers as Record<string, string>
  const questions = row.questions as { code: string; da: string; en: string }[]
  return { kind: 'answer', id, caseId, shelfIds: [row.shelf_id], revision: row.revision, subjects: row.subjects, what: row.recipient, on: row.answered_on, by: row.stated_by_name ?? row.name ?? '',
    parts: questions.flatMap((q) => (answers[q.code] ? [{ heading: q[locale], text: answers[q.code] ?? '' }] : [])), href: `/familier/${caseId}/situation/spoergsmaal/${row.inquiry_id}` }
}

async function planFileSource(tx: Tx, { pack, locale, today }: About, caseId: number, id: number): Promise<Source | null> {
  const row = await tx
    .selectFrom('sector_plan_file as f')
    .innerJoin('sector_plan as p', 'p.id', 'f.plan_id')
    .leftJoin('staff', 'staff.id', 'f.author_staff_id')
    .select(['f.name as file', 'f.sha256', 'f.created_at', 'f.subjects', 'f.shelf_id', 'f.revision', 'f.plan_id', 'p.kind', 'staff.name'])
    .where('f.case_id', '=', caseId)
    .where('f.id', '=', id)
    .where('f.replaced_by', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const label = inForce(pack.sectorPlans, today).find((p) => p.code === row.kind)?.label[locale] ?? row.kind
  return { kind: 'plan-file', id, caseId, shelfIds: [row.shelf_id], revision: row.revision, subjects: row.subjects, what: label, on: copenhagenDay(row.created_at), by: row.name ?? '',
    parts: [{ heading: row.file, text: `SHA-256 ${row.sha256}` }], href: `/familier/${caseId}/planen/sektorplaner/${row.plan_id}` }
}

/** The version that was sent, as far as the actor may read its points; whether there are more is not told. A draft is nobody's to file. */
async function minutesSource(tx: Tx, caseId: number, id: number): Promise<Source | null> {
  const row = await tx
    .selectFrom('minutes as n')
    .innerJoin('meeting', 'meeting.id', 'n.meeting_id')
    .leftJoin('staff', 'staff.id', 'n.author_staff_id')
    .select(['n.subjects', 'n.shelf_id', 'n.revision', 'n.meeting_id', 'meeting.starts_at', 'staff.name'])
    .where('n.case_id', '=', caseId)
    .where('n.id', '=', id)
    .where('n.replaced_by', 'is', null)
    .executeTakeFirst()
  const version = row ? (await versionsOf(tx, id))[0] : undefined
  if (!row || !version) return null
  const points = (await pointsOfVersion(tx, id, version.id)).filter((p) => !isEmpty(p))
  return { kind: 'minutes', id, caseId, shelfIds: [row.shelf_id, ...points.map((p) => p.shelfId)], revision: row.revision, subjects: [...new Set([...row.subjects, ...points.flatMap((p) => p.subjects)])], what: '',
    on: copenhagenDay(row.starts_at), by: row.name ?? '', parts: points.map((p) => ({ heading: p.title, text: p.words })), href: `/familier/${caseId}/moeder/${row.meeting_id}/referat` }
}
