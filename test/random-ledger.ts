import { CATEGORIES, DAYS, INSTANTS, instants, LONG_AGO, PEOPLE, type Random, SECTORS, STAFF, subjectsOf } from './random-draws.ts'
import type { RandomWorld } from './random-world.ts'

/* The ledger and the records of a random case. */

export function ledger(
  w: RandomWorld,
  r: Random,
  m: { municipality_id: number; case_id: number },
  people: number[],
  next: () => number,
): void {
  const cover = () => ({
    ...m,
    id: next(),
    subject_id: r.one(people),
    from_sectors: r.someOne(SECTORS, 0.6),
    to_sectors: r.someOne(SECTORS, 0.6),
    categories: r.someOne([...new Set(CATEGORIES)], 0.6),
  })
  const begin = () =>
    r.chance(0.7) ? '2026-01-01' : r.one(['2025-03-29', '2025-03-28', '2025-04-28', '2025-04-29', '2025-09-29', '2025-09-30', ...DAYS])
  for (let n = 4 + r.int(8); n--;) {
    const c = {
      ...cover(),
      purpose: r.chance(0.7) ? 'coordination' : r.one(['intake', 'intake', 'evaluation']),
      given_how: 'signed',
      valid_from: begin(),
      valid_until: r.chance(0.8) ? null : r.one(DAYS),
      withdrawn_at: r.chance(0.85) ? null : r.one(INSTANTS),
    }
    if (c.valid_until !== null && c.valid_until < c.valid_from) c.valid_until = null
    w.consent.push(c)
    const required = [
      c.subject_id,
      ...w.custody.filter((k) => k.municipality_id === m.municipality_id && k.child_id === c.subject_id).map((k) => k.holder_id),
    ]
    for (const signer of new Set([...r.some(PEOPLE, 0.2), ...(r.chance(0.75) ? required : r.some(required, 0.5))])) {
      w.consent_signer.push({
        municipality_id: m.municipality_id,
        id: next(),
        consent_id: c.id,
        signer_id: signer,
        signed_at: r.chance(0.05) ? null : r.chance(0.75) ? '2026-01-01T00:00:00.000Z' : r.one(['2025-03-28T23:30:00.000Z', ...INSTANTS]),
        refused_at: r.chance(0.93) ? null : r.one(INSTANTS),
      })
    }
  }
  for (let n = r.int(4); n--;) {
    const [registered_at, ended_at] = instants(r)
    const filling = { paragraph: 'p', reason: 'r', registered_by: 1 }
    w.legal_basis.push({
      ...cover(),
      ...filling,
      valid_from: LONG_AGO,
      valid_until: r.one(['2027-01-01', ...DAYS]),
      registered_at,
      ended_at,
      confirm_by: r.one(DAYS),
      ...(r.chance(0.5) ? { confirmed_by: 2, confirmed_at: r.one(INSTANTS) } : { confirmed_by: null, confirmed_at: null }),
    })
  }
}

export function records(
  w: RandomWorld,
  r: Random,
  m: { municipality_id: number; case_id: number },
  people: number[],
  next: () => number,
): void {
  for (const table of ['trial_note', 'trial_goal'] as const)
    for (let n = 9; n--;) {
      const id = next()
      const byStaff = r.chance(0.7)
      const stated = r.chance(0.1) ? r.one(SECTORS) : null
      const visibility = r.one(['family', 'family', 'family', 'staff', 'private'] as const)
      const onBehalf = visibility === 'family' && r.chance(0.1) ? r.one(PEOPLE) : null
      w[table].push({
        ...m,
        id,
        body: 'b',
        sector: r.chance(0.5) ? 'coordination' : r.one(SECTORS),
        category: r.one(CATEGORIES),
        visibility,
        household_shared: r.chance(0.5),
        shielded_from: r.chance(0.85) ? [] : r.some(PEOPLE, 0.4),
        subjects: subjectsOf(r, people),
        author_staff_id: byStaff ? r.one(STAFF) : null,
        author_person_id: byStaff ? null : r.one(PEOPLE),
        stated_by_sector: stated,
        stated_by_name: stated && 'Line',
        stated_on: stated && LONG_AGO,
        stated_channel: stated && 'phone',
        on_behalf_of_person: onBehalf,
        on_behalf_channel: onBehalf && 'phone',
        on_behalf_on: onBehalf && LONG_AGO,
        replaced_by: null,
      })
    }
}
