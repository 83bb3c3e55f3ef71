import { createHash } from 'node:crypto'
import { add, coordinatorKey, dayAgo, everyone, instantAgo, type Making, personId, record, staffId } from './rows.ts'
import type { Key } from './story.ts'

/** A request for an update: who was asked about whom, when, and what was answered. */
export type InquiryStory = {
  /** Code of the form in the pack. */
  form: string
  /** Pack code of the unit, or words for somebody outside. */
  unit?: string
  outside?: string
  channel: 'link' | 'paper' | 'phone'
  about: Key[]
  ago: number
  replyAgo: number
  message?: string
  remindedAgo?: number[]
  answered?: { ago: number; by: string; channel: 'link' | 'paper' | 'phone'; words: { about: Key; answers: Record<string, string> }[] }
}
export type HealthStory = {
  declarations?: {
    about: Key
    needed: boolean
    reason: string
    by: string
    ago: number
    healthCoordinator?: string
    asked?: { ago: number; scope: string; of: string; from: string }
    received?: { ago: number; conclusion: string; authority: string }
  }[]
  experts?: { role: string; name: string; about: string; ago: number; whom: Key[] }[]
  screenings?: { about: Key; form: string; ago: number; with: string; words?: string; answers: Record<string, 'yes' | 'partly' | 'no'> }[]
}

export function inquiryRows(w: Making): void {
  for (const q of w.story.inquiries ?? []) inquiryOf(w, q)
  healthRows(w, w.story.health ?? {})
}

function inquiryOf(w: Making, q: InquiryStory): void {
  const form = w.place.pack.inquiryForms.find((f) => f.code === q.form)
  if (!form) throw new Error(`no form '${q.form}' in the pack of ${w.place.name}`)
  const id = w.ids.next('inquiry')
  const unit = q.unit === undefined ? null : (w.place.departments[q.unit] ?? null)
  const named = w.place.pack.units.find((u) => u.code === q.unit)?.label.da.replace(/ \(eksempel\)$/, '')
  add(w, 'inquiry', {
    ...record(w, { category: form.tells, about: q.about, ago: q.ago }),
    id,
    household_shared: false,
    form: form.code,
    to_sector: form.sector,
    department_id: unit,
    recipient: named ?? q.outside ?? form.label.da,
    channel: q.channel,
    asks_category: form.asks,
    names: form.names,
    questions: form.questions.map((code) => {
      const one = w.place.pack.inquiryQuestions.find((x) => x.code === code)!
      return { code, da: one.text.da, en: one.text.en, kind: one.kind }
    }),
    message: q.message ?? '',
    sent_on: dayAgo(w, q.ago),
    reply_by: dayAgo(w, q.replyAgo),
  })
  if (q.channel === 'link') linkOf(w, q, id)
  for (const ago of q.remindedAgo ?? []) add(w, 'inquiry_reminder', { inquiry_id: id, case_id: w.caseId, reminded_on: dayAgo(w, ago), how: q.channel === 'link' ? 'mail' : 'task' })
  if (q.replyAgo > 0 && !q.answered)
    add(w, 'task', { case_id: w.caseId, for_role: 'coordinator', code: 'inquiry-overdue', due: dayAgo(w, q.replyAgo), data: { inquiry: id }, created_at: instantAgo(w, q.replyAgo - 1) })
  for (const one of q.answered?.words ?? []) {
    add(w, 'inquiry_answer', {
      case_id: w.caseId,
      sector: 'coordination',
      category: form.asks,
      visibility: 'family',
      household_shared: false,
      subjects: everyone(w, [one.about]),
      created_at: instantAgo(w, q.answered!.ago),
      ...(q.answered!.channel === 'link' ? {} : { author_staff_id: staffId(w, coordinatorKey(w.story)) }),
      id: w.ids.next('inquiry_answer'),
      inquiry_id: id,
      person_id: personId(w, one.about),
      answers: one.answers,
      answered_on: dayAgo(w, q.answered!.ago),
      stated_by_name: q.answered!.by,
      stated_by_sector: form.sector,
      stated_on: dayAgo(w, q.answered!.ago),
      stated_channel: q.answered!.channel,
    })
  }
}

/** A link whose token nobody has. */
function linkOf(w: Making, q: InquiryStory, id: number): void {
  const hash = (what: string) => createHash('sha256').update(`${w.place.code} ${w.number} ${what} ${q.form} ${q.ago}`).digest('hex')
  const expires = dayAgo(w, q.replyAgo - 28)
  add(w, 'inquiry_link', {
    id: w.ids.next('inquiry_link'),
    inquiry_id: id,
    case_id: w.caseId,
    token_hash: `\\x${hash('token')}`,
    address: `${q.unit ?? q.form}@${w.place.code}.example`,
    code_by: 'agreed',
    code_hashes: [hash('code')],
    created_at: instantAgo(w, q.ago),
    created_by: staffId(w, coordinatorKey(w.story)),
    expires_at: `${expires}T12:00:00Z`,
    most_wrong: 5,
    ...(q.answered ? { opened_at: instantAgo(w, q.answered.ago), confirmed_at: instantAgo(w, q.answered.ago), answered_at: instantAgo(w, q.answered.ago, 1) } : {}),
  })
}

function healthRows(w: Making, { declarations = [], experts = [], screenings = [] }: HealthStory): void {
  for (const d of declarations)
    add(w, 'medical_declaration', {
      ...record(w, { category: 'health', about: [d.about], ago: d.ago }),
      id: w.ids.next('medical_declaration'),
      household_shared: false,
      person_id: personId(w, d.about),
      needed: d.needed,
      reason: d.reason,
      decided_on: dayAgo(w, d.ago),
      decided_by: d.by,
      health_coordinator: d.healthCoordinator ?? '',
      scope: d.asked?.scope ?? '',
      from_sector: d.asked?.from ?? null,
      requested_of: d.asked?.of ?? '',
      requested_on: d.asked ? dayAgo(w, d.asked.ago) : null,
      received_on: d.received ? dayAgo(w, d.received.ago) : null,
      conclusion: d.received?.conclusion ?? '',
      authority: d.received?.authority ?? '',
      concluded_on: d.received ? dayAgo(w, d.received.ago + 2) : null,
    })
  for (const e of experts)
    add(w, 'assessment_expert', {
      ...record(w, { category: 'assessment', about: e.whom, ago: e.ago }),
      id: w.ids.next('assessment_expert'),
      household_shared: false,
      role: e.role,
      name: e.name,
      about: e.about,
      took_part_on: dayAgo(w, e.ago),
    })
  for (const s of screenings)
    add(w, 'need_screening', {
      ...record(w, { category: 'assessment', about: [s.about], ago: s.ago }),
      id: w.ids.next('need_screening'),
      household_shared: false,
      person_id: personId(w, s.about),
      form: s.form,
      pack_version: `${w.place.pack.code} ${w.place.pack.version}`,
      screened_on: dayAgo(w, s.ago),
      answered_with: s.with,
      answers: s.answers,
      own_words: s.words ?? '',
    })
}
