import type { Selectable } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Tables } from '#app/platform/tables.ts'
import type { Spell, SpellKind } from './spells.ts'

export const asSpell = (r: Selectable<Tables['spell']>): Spell => ({
  id: r.id,
  revision: r.revision,
  shelfId: r.shelf_id,
  personId: r.person_id,
  kind: r.kind as SpellKind,
  status: r.status,
  what: r.what,
  place: r.place,
  minutesPerWeek: r.minutes_per_week,
  from: r.started_on,
  until: r.ended_on,
  endCode: r.end_code,
  endReason: r.end_reason,
  source: r.source,
})

/** The spells of a case that the actor may see, as they stand today (what was corrected is left out), the oldest first. */
export async function spellsOf(tx: Tx, caseId: number, personId?: number): Promise<Spell[]> {
  let q = tx.selectFrom('spell').selectAll().where('case_id', '=', caseId).where('replaced_by', 'is', null)
  if (personId !== undefined) q = q.where('person_id', '=', personId)
  return (await q.orderBy('started_on').orderBy('id').execute()).map(asSpell)
}

export async function findSpell(tx: Tx, caseId: number, spellId: number): Promise<Spell | null> {
  const row = await tx
    .selectFrom('spell')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('id', '=', spellId)
    .where('replaced_by', 'is', null)
    .executeTakeFirst()
  return row ? asSpell(row) : null
}

export type SupportStatus = {
  code: string
  label: { da: string; en: string }
  group: string
  cashBenefit: boolean
  publicSupport: boolean
  noNewAfter: string | null
  /** In force today: may be chosen. An older one is still named. */
  current: boolean
}
/** The ways of living on something that the case's pack lists, then its sorts of offers (group `offer`). None where no pack has been applied yet. */
export async function supportStatusesOf(tx: Tx, caseId: number, today: string): Promise<SupportStatus[]> {
  const pack = await casePack(tx, caseId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  if (!pack) return []
  const now = new Set(inForce(pack.supportStatuses, today).map((s) => s.code))
  const statuses = pack.supportStatuses.map((s) => ({
    code: s.code,
    label: s.label,
    group: s.group,
    cashBenefit: s.cashBenefit,
    publicSupport: s.publicSupport,
    noNewAfter: s.noNewAfter,
    current: now.has(s.code),
  }))
  const offers = pack.choices.filter((c) => c.list === 'offer-kind')
  const current = new Set(inForce(offers, today))
  return [...statuses, ...offers.map((o) => ({ code: o.code, label: o.label, group: 'offer', cashBenefit: false, publicSupport: false, noNewAfter: null, current: current.has(o) }))]
}

/** Why a spell may have ended, as the case's pack lists it; an older one is still named. */
export async function spellEndsOf(tx: Tx, caseId: number, today: string): Promise<{ code: string; label: { da: string; en: string }; current: boolean }[]> {
  const pack = await casePack(tx, caseId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  const ends = (pack?.choices ?? []).filter((c) => c.list === 'spell-end')
  const current = new Set(inForce(ends, today))
  return ends.map((c) => ({ code: c.code, label: c.label, current: current.has(c) }))
}
