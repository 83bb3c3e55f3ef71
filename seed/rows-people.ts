import { inForce } from '#app/catalogue/pack-item.ts'
import type { Sex } from '#app/platform/cpr/cpr.ts'
import { sealCpr } from '#app/platform/cpr/cpr-column.server.ts'
import { inventedPhone } from './places.ts'
import { add, dayAgo, familyKeys, instantAgo, type Making, personId, record, staffId } from './rows.ts'
import type { PersonStory } from './story.ts'

/** Gives invented CPR numbers, each once; null: leave the number out. */
export type CprSource = (born: string, sex: Sex) => string | null

/** The people of a family, their homes, who holds custody, who is whose. */
export function peopleRows(w: Making, cpr: CprSource): void {
  const { story } = w
  const since = dayAgo(w, story.referred.ago)
  for (const [key, p] of Object.entries(story.people)) {
    const kind = p.kind ?? 'person'
    add(w, 'person', {
      id: personId(w, key),
      kind,
      first_name: p.name,
      last_name: kind === 'network' ? '' : (p.lastName ?? story.name),
      born: w.born[key] ?? null,
      due: p.due === undefined ? null : dayAgo(w, -p.due),
      language: p.language ?? 'da',
      interpreter: p.interpreter ?? false,
    })
    add(w, 'case_person', { case_id: w.caseId, person_id: personId(w, key), role: p.role ?? 'family', valid_from: since })
    identityRows(w, key, p, cpr)
  }
  homeRows(w, since)
  for (const [child, holders] of Object.entries(story.custody ?? {})) {
    for (const holder of holders)
      add(w, 'custody', { child_id: personId(w, child), holder_id: personId(w, holder), valid_from: w.born[child] ?? since })
  }
  for (const [person, kind, other, label, dated] of story.relations ?? []) {
    add(w, 'relation', {
      person_id: personId(w, person),
      other_id: personId(w, other),
      kind,
      label: label ?? '',
      valid_from: dated?.from === undefined ? null : dayAgo(w, dated.from),
      valid_until: dated?.until === undefined ? null : dayAgo(w, dated.until),
    })
  }
}

function identityRows(w: Making, key: string, p: PersonStory, cpr: CprSource): void {
  const born = w.born[key]
  const { ago, by } = w.story.referred
  const digits = born && p.cpr !== false ? cpr(born, p.sex ?? 'female') : null
  if (digits)
    add(w, 'person_cpr', { ...record(w, { category: 'identity', about: [key], ago, by }), ...sealCpr(w.place.municipalityId, digits) })
  if ((p.age ?? 0) >= 15) {
    const phone = inventedPhone(w.place.municipalityId, 300 + (personId(w, key) % 700))
    add(w, 'contact_detail', { ...record(w, { category: 'contact', about: [key], ago, by }), phone, preferred_channel: p.channel ?? 'sms' })
  }
}

function homeRows(w: Making, since: string): void {
  for (const [i, home] of w.story.households.entries()) {
    const id = w.households[i]
    add(w, 'household', { id, case_id: w.caseId, name: home.name, valid_from: since })
    for (const key of home.members)
      add(w, 'household_member', { household_id: id, case_id: w.caseId, person_id: personId(w, key), valid_from: since })
    if (home.street === undefined || home.members.length === 0) continue
    add(w, 'address', {
      ...record(w, { category: 'contact', about: home.members, ago: w.story.referred.ago, by: w.story.referred.by }),
      street: home.street,
      postcode: home.postcode ?? '',
      city: home.city ?? '',
      protected: home.protected ?? false,
      valid_from: since,
    })
    if (home.protected) for (const key of home.members) add(w, 'address_protection', { person_id: personId(w, key), valid_from: since })
  }
}

/** Who works with the family, and what happened to its walls: shields, emergency access, bases in law, people who may not see. */
export function teamRows(w: Making): void {
  const { story } = w
  for (const one of story.team ?? []) {
    add(w, 'assignment', {
      case_id: w.caseId,
      staff_id: staffId(w, one.staff),
      role: one.role,
      sector: one.sector,
      does_what: one.does,
      valid_from: dayAgo(w, one.ago),
      valid_until: one.until === undefined ? null : dayAgo(w, one.until),
      created_by: w.place.staff['projektleder']?.id ?? null,
    })
  }
  for (const s of story.shields ?? []) {
    add(w, 'shield', {
      case_id: w.caseId,
      person_a: personId(w, s.a),
      person_b: personId(w, s.b),
      valid_from: dayAgo(w, s.ago),
      reason: s.reason,
      set_by: staffId(w, s.by),
    })
  }
  for (const b of story.breakGlass ?? []) {
    const from = `${dayAgo(w, b.ago)}T${b.time}:00Z`
    add(w, 'break_glass', {
      case_id: w.caseId,
      staff_id: staffId(w, b.by),
      reason: b.reason,
      granted_at: from,
      until: new Date(Date.parse(from) + b.hours * 3_600_000).toISOString(),
    })
  }
  for (const d of story.disqualified ?? []) {
    add(w, 'disqualification', {
      case_id: w.caseId,
      staff_id: staffId(w, d.staff),
      kind: d.named === undefined ? 'declared' : 'named',
      valid_from: instantAgo(w, d.ago),
      by_person: d.named === undefined ? null : personId(w, d.named),
    })
  }
  for (const l of story.legalBases ?? []) {
    add(w, 'legal_basis', {
      case_id: w.caseId,
      subject_id: personId(w, l.about),
      paragraph: l.paragraph,
      from_sectors: l.from,
      to_sectors: l.to,
      categories: l.categories,
      valid_from: dayAgo(w, l.ago),
      valid_until: dayAgo(w, l.ago - l.days),
      reason: l.reason,
      registered_by: staffId(w, l.by),
      registered_at: instantAgo(w, l.ago),
      confirm_by: dayAgo(w, l.ago - 4),
      ...(l.confirmedBy === undefined
        ? {}
        : { confirmer_id: staffId(w, l.confirmedBy), confirmed_by: staffId(w, l.confirmedBy), confirmed_at: instantAgo(w, l.ago - 1) }),
    })
  }
  for (const t of story.tasks ?? []) {
    add(w, 'task', {
      case_id: w.caseId,
      for_role: t.role ?? null,
      for_staff: t.staff === undefined ? null : staffId(w, t.staff),
      code: t.code,
      due: dayAgo(w, t.dueAgo),
      created_at: instantAgo(w, Math.max(t.dueAgo, 0) + 2),
    })
  }
  if (story.closed)
    add(w, 'closure', {
      case_id: w.caseId,
      closed_at: instantAgo(w, story.closed.ago),
      reason: story.closed.reason,
      closed_by: staffId(w, story.closed.by),
    })
}

/** The way in: referral, yes, screening, decision. */
export function intakeRows(w: Making): void {
  const { story, place } = w
  const { referred, decided } = story
  const about = familyKeys(story)
  add(w, 'referral', {
    case_id: w.caseId,
    referred_by: staffId(w, referred.by),
    sector: referred.sector,
    referred_at: instantAgo(w, referred.ago),
    yes_on: dayAgo(w, referred.ago + 1),
    yes_form: referred.yes,
    reason: 'Se henvisningen',
    ...(decided ? { decided_at: instantAgo(w, decided.ago), decision: decided.decision } : {}),
  })
  add(w, 'referral_note', {
    ...record(w, { sector: referred.sector, category: 'intake', about, ago: referred.ago, by: referred.by }),
    note: referred.note,
  })
  for (const yes of story.yes ?? []) {
    add(w, 'family_yes', {
      ...record(w, {
        sector: yes.to === 'referral' ? referred.sector : 'coordination',
        category: 'intake',
        about: [yes.who],
        ago: yes.ago,
        by: yes.to === 'referral' ? referred.by : 'visitator',
      }),
      said_to: yes.to,
      said_on: dayAgo(w, yes.ago),
      channel: yes.channel,
      on_behalf_of_person: personId(w, yes.who),
      on_behalf_channel: yes.channel,
      on_behalf_on: dayAgo(w, yes.ago),
    })
  }
  const screeningId = story.screening ? w.ids.next('screening') : null
  if (story.screening) {
    const base = record(w, { category: 'intake', visibility: 'staff', about, ago: story.screening.ago, by: 'visitator' })
    add(w, 'screening', {
      ...base,
      id: screeningId,
      pack: place.pack.code,
      pack_version: place.pack.version,
      screened_on: dayAgo(w, story.screening.ago),
      note: story.screening.note ?? '',
    })
    const asked = new Set(inForce(place.pack.intakeCriteria, w.today).map((one) => one.code))
    for (const [criterion, [answer, evidence]] of Object.entries(story.screening.answers).filter(([code]) => asked.has(code))) {
      add(w, 'screening_answer', { ...base, screening_id: screeningId, criterion, answer, evidence: evidence ?? '' })
    }
  }
  if (decided) {
    const present = ['visitator', 'visitator2'].flatMap((key) => (place.staff[key] ? [staffId(w, key)] : []))
    add(w, 'intake_decision', {
      ...record(w, { category: 'intake', about, ago: decided.ago, by: 'visitator' }),
      screening_id: screeningId,
      decided_on: dayAgo(w, decided.ago),
      decision: decided.decision,
      computed: decided.deviation === undefined ? (screeningId === null ? 'unanswered' : 'meets') : 'does-not-meet',
      pack: place.pack.code,
      pack_version: place.pack.version,
      present,
      reasons: decided.reasons,
      deviation_reason: decided.deviation ?? '',
    })
  }
}
