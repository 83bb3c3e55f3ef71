import type { ConsentTemplate } from '#app/catalogue/pack-access.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import { ageOn } from '#app/platform/time/plain-date.ts'
import { add, addMonths, coordinatorKey, dayAgo, instantAgo, isAdult, type Making, personId, staffId } from './rows.ts'
import type { ConsentStory, Key, SignerState } from './story.ts'

/** One consent for each person it is about, and a line for each who must sign. */
export function consentRows(w: Making): void {
  for (const [step, c] of (w.story.consents ?? []).entries()) for (const about of c.about) consentOf(w, c, about, step)
}

function consentOf(w: Making, c: ConsentStory, about: Key, step: number): void {
  const template = templateOf(w, c.template)
  const id = w.ids.next('consent')
  const registrar = { kind: 'staff', id: staffId(w, c.registeredBy ?? coordinatorKey(w.story)) }
  const from = dayAgo(w, c.ago)
  add(w, 'consent', {
    id, case_id: w.caseId, subject_id: personId(w, about), purpose: template.purpose, template: template.code, from_sectors: c.from ?? template.fromSectors, to_sectors: c.to ?? template.toSectors,
    categories: template.categories, wording: template.what.da, valid_from: from, valid_until: addMonths(from, template.months), given_how: c.how ?? 'signed', witness: c.witness ?? null,
    language: w.story.people[about]?.language ?? 'da', interpreter: c.interpreter ?? false, read_aloud: c.interpreter ?? false, created_at: instantAgo(w, c.ago, step), created_by: registrar,
    ...(c.withdrawn ? { withdrawn_at: instantAgo(w, c.withdrawn.ago), withdrawn_by: personId(w, c.withdrawn.by), withdrawn_via: 'portal', withdrawn_registered_by: { kind: 'member', id: personId(w, c.withdrawn.by) } } : {}),
  })
  for (const signer of signersOf(w, about, template.categories)) {
    add(w, 'consent_signer', {
      consent_id: id, signer_id: personId(w, signer), asked_at: instantAgo(w, c.ago, step), asked_channel: isAdult(w.story, signer) && w.story.people[signer]?.role === 'other-parent' ? 'letter' : 'meeting',
      ...stateOf(w, c, c.states?.[signer] ?? 'signed', step), registered_by: registrar,
    })
  }
}

function stateOf(w: Making, c: ConsentStory, state: SignerState, step: number): Record<string, unknown> {
  if (state === 'signed') return { signed_at: instantAgo(w, c.ago, step), signed_how: c.how ?? 'signed' }
  if (state === 'refused') return { refused_at: instantAgo(w, Math.max(0, c.ago - 2), step) }
  if (state === 'unreachable') return { attempt1_on: dayAgo(w, Math.max(0, c.ago - 5)), attempt2_on: dayAgo(w, Math.max(0, c.ago - 12)) }
  return {}
}

/** By today's law pack: adults themselves; holders of custody for a child; from 15 the young person too, and alone about health. */
export function signersOf(w: Making, about: Key, categories: readonly string[]): Key[] {
  const born = w.born[about]
  const age = born ? ageOn(born, w.today) : 0
  if (age >= 18) return [about]
  const holders = w.story.custody?.[about] ?? []
  if (age >= 15 && categories.every((category) => category === 'health')) return [about]
  return age >= 15 ? [about, ...holders] : holders
}

export function templateOf(w: Pick<Making, 'place' | 'today'>, code: string): ConsentTemplate {
  const { pack } = w.place
  const found = inForce([...pack.intakeConsents, ...pack.minimumConsents, ...pack.optionalConsents], w.today).find((one) => one.code === code)
  if (!found) throw new Error(`pack ${pack.code} has no consent '${code}'`)
  return found
}
