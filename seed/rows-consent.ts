import type { ConsentTemplate } from '#app/catalogue/pack-access.ts'
import { coverOf, lastDayOf, offerOf } from '#app/consent/templates.ts'
import { ageOn } from '#app/platform/time/plain-date.ts'
import { add, coordinatorKey, dayAgo, instantAgo, isAdult, type Making, personId, staffId } from './rows.ts'
import type { ConsentStory, Key, SignerState } from './story.ts'

/** One yes for each person and each party it is shared with, and a line for each who must sign. */
export function consentRows(w: Making): void {
  for (const [step, c] of (w.story.consents ?? []).entries()) {
    const template = templateOf(w, c.template)
    const parties = template.chosen ? (c.to ?? c.from ?? [w.story.referred.sector]) : [null]
    for (const about of c.about) for (const party of parties) consentOf(w, c, template, about, party, step)
  }
}

function consentOf(w: Making, c: ConsentStory, template: ConsentTemplate, about: Key, party: string | null, step: number): void {
  const cover = coverOf(template, party)
  if (!cover) throw new Error(`the consent '${template.code}' cannot be shared with '${party}' (family ${w.story.name})`)
  const id = w.ids.next('consent')
  const registrar = { kind: 'staff', id: staffId(w, c.registeredBy ?? coordinatorKey(w.story)) }
  const from = dayAgo(w, c.ago)
  const language = w.story.people[about]?.language ?? 'da'
  add(w, 'consent', {
    id,
    case_id: w.caseId,
    subject_id: personId(w, about),
    purpose: template.purpose,
    template: template.code,
    from_sectors: cover.from,
    to_sectors: cover.to,
    categories: template.categories,
    wording: [template.what.da, template.why.da, template.refusal.da].join('\n'),
    valid_from: from,
    valid_until: lastDayOf(w.place.pack, template, cover.from, from),
    given_how: c.how ?? 'signed',
    witness: c.witness ?? null,
    language,
    interpreter: c.interpreter ?? false,
    read_aloud: c.interpreter ?? false,
    created_at: instantAgo(w, c.ago, step),
    created_by: registrar,
    ...(c.withdrawn
      ? {
          withdrawn_at: instantAgo(w, c.withdrawn.ago),
          withdrawn_by: personId(w, c.withdrawn.by),
          withdrawn_via: 'portal',
          withdrawn_registered_by: { kind: 'member', id: personId(w, c.withdrawn.by) },
        }
      : {}),
  })
  for (const signer of signersOf(w, about, template.categories)) {
    const state = c.states?.[signer] ?? 'signed'
    add(w, 'consent_signer', {
      consent_id: id,
      signer_id: personId(w, signer),
      asked_at: instantAgo(w, c.ago, step),
      asked_channel: askedBy(w, signer),
      ...stateOf(w, c, state, step),
      registered_by: registrar,
      ...(state === 'signed'
        ? { witness: c.witness ?? null, language, interpreter: c.interpreter ?? false, read_aloud: c.interpreter ?? false }
        : {}),
    })
  }
}

/** A parent who lives elsewhere gets a letter; the others are asked where they sit. */
const askedBy = (w: Making, signer: Key): string =>
  isAdult(w.story, signer) && w.story.people[signer]?.role === 'other-parent' ? 'letter' : 'meeting'

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

function templateOf(w: Making, code: string): ConsentTemplate {
  const found = offerOf(w.place.pack, code, w.today)
  if (!found) throw new Error(`pack ${w.place.pack.code} has no consent '${code}'`)
  return found
}
