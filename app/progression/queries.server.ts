import { sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import { settingOr } from '#app/catalogue/pack-values.ts'
import type { SettingCode, SettingValue } from '#app/catalogue/settings.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { custodyOf, peopleThere } from '#app/families/queries.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { SpellKind } from '#app/spells/spells.ts'
import { countedKinds, type Planned } from './activity-spells.ts'
import { type Attended, unitOf } from './attended.ts'
import { asMembers, inRhythm, type Indicator, type Member, type Scale } from './indicators.ts'
import type { MonthRules } from './months.ts'
import { howOf, type Value } from './values.ts'

/** What the family's project follows, by what scales, and when. Items in force on the day. */
export type Following = { indicators: Indicator[]; scales: Scale[]; rules: MonthRules; freshAfter: number; sectors: Pack['sectors']; activityKinds: ReadonlyMap<string, SpellKind> }

export async function followingOf(tx: Tx, caseId: number, today: string): Promise<Following> {
  return following(await casePack(tx, caseId), today)
}
export function following(pack: Pack, today: string): Following {
  const rule = <C extends SettingCode>(code: C, ours: SettingValue<C>) => settingOr(pack, code, today, ours)
  return {
    indicators: inRhythm(inForce(pack.indicators, today), rule('judgementEveryMonths', 0)),
    scales: inForce(pack.scales, today),
    rules: { opensDays: rule('registrationOpensDays', 7), dueDay: rule('registrationDueDay', 10), closesDays: rule('registrationClosesDays', 60) },
    sectors: pack.sectors,
    activityKinds: countedKinds(pack.choices, today),
    freshAfter: rule('freshLookAfterMonths', 2),
  }
}

/** Those of the family whose progression is followed, the oldest first; parents are holders of custody, or all adults where none is known. */
export async function membersOf(tx: Tx, caseId: number, today: string): Promise<Member[]> {
  const people = (await peopleThere(tx, caseId, today)).filter((p) => p.family && p.died === null)
  return asMembers(people, inForce(await custodyOf(tx, people.filter((p) => p.child).map((p) => p.id)), today))
}

/** The day the family was taken in, null while it is not. */
export async function intakeOn(tx: Tx, caseId: number): Promise<string | null> {
  const row = await tx.selectFrom('referral').select(['intake_on', 'decided_at']).where('case_id', '=', caseId).where('decision', '=', 'accepted').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.intake_on ?? row?.decided_at?.slice(0, 10) ?? null
}

/** The values that stand and that the reader may see, the newest month first. @param from no months before it */
export async function valuesOf(tx: Tx, caseId: number, from?: string): Promise<Value[]> {
  let q = tx
    .selectFrom('progression_value as v')
    .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'v.author_staff_id').onRef('s.municipality_id', '=', 'v.municipality_id'))
    .select(['v.id', 'v.revision', 'v.shelf_id as shelfId', 'v.person_id as personId', 'v.indicator', 'v.month', 'v.number', 'v.second', 'v.choice', 'v.how', 'v.judged_month as judgedMonth', 'v.source', 'v.confirmed', 's.name as by'])
    .select(['v.stated_by_name as statedName', 'v.stated_by_sector as statedSector', 'v.stated_on as statedOn', 'v.stated_channel as statedChannel'])
    .select(sql<string>`access.day(v.created_at)::text`.as('writtenOn'))
    .where('v.case_id', '=', caseId)
    .where('v.replaced_by', 'is', null)
  if (from !== undefined) q = q.where('v.month', '>=', from)
  const rows = await q.orderBy('v.month', 'desc').orderBy('v.id').execute()
  return rows.map(({ statedName: name, statedSector: sector, statedOn: on, statedChannel: channel, ...r }) => ({
    ...r,
    how: howOf(r.how),
    stated: name !== null && sector !== null && on !== null && channel !== null ? { name, sector, on, channel } : null,
  }))
}

/**
 * The attendance that stands, the oldest month first; the table is the slice attendance's, which stands above this one. A corrected spell's attendance is that of the spell that stands.
 * @param from no months before it
 */
export async function attendedOf(tx: Tx, caseId: number, from?: string): Promise<Attended[]> {
  let q = tx
    .selectFrom('attendance')
    .select(['id', 'shelf_id as shelfId', 'person_id as personId', 'spell_id as spellId', 'month', 'unit', 'present', 'planned', 'lawful', 'unlawful', 'how', 'source', 'confirmed', 'stated_by_name as toldBy'])
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
  if (from !== undefined) q = q.where('month', '>=', from)
  const rows = await q.orderBy('month').orderBy('id').execute()
  if (rows.length === 0) return []
  const replaced = await tx.selectFrom('spell').select(['id', 'replaced_by']).where('case_id', '=', caseId).where('replaced_by', 'is not', null).execute()
  const next = new Map(replaced.map((s) => [s.id, s.replaced_by]))
  const standing = (id: number): number => {
    const after = next.get(id)
    return after === undefined || after === null ? id : standing(after)
  }
  return rows.map((r) => ({ ...r, unit: unitOf(r.unit), spellId: standing(r.spellId) }))
}

export type Finished = { month: string; at: string; by: string }
/** The months somebody said are done. */
export async function finishedOf(tx: Tx, caseId: number): Promise<Finished[]> {
  const rows = await tx
    .selectFrom('registration_month as m')
    .innerJoin('staff as s', (j) => j.onRef('s.id', '=', 'm.finished_by').onRef('s.municipality_id', '=', 'm.municipality_id'))
    .select(['m.month', 'm.finished_at', 's.name'])
    .where('m.case_id', '=', caseId)
    .execute()
  return rows.flatMap((r) => (r.finished_at === null ? [] : [{ month: r.month, at: r.finished_at, by: r.name }]))
}

/** The plan's weekly activities of these kinds that have begun by the day and last beyond the month's first. They are the plan's; here they are only counted. */
export async function plannedOf(tx: Tx, caseId: number, kinds: readonly string[], month: string, until: string): Promise<Planned[]> {
  if (kinds.length === 0) return []
  const rows = await tx
    .selectFrom('activity')
    .select(['id', 'shelf_id as shelfId', 'what', 'place', 'measure_kind as kind', 'takes_part as people', 'start_on as from', 'end_on as until', 'minutes_per_week as minutes', 'own_minutes as own'])
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .where('dropped_on', 'is', null)
    .where('rhythm', '=', 'weekly')
    .where('measure_kind', 'in', [...kinds])
    .where('start_on', '<=', until)
    .where((e) => e.or([e('end_on', 'is', null), e('end_on', '>=', month)]))
    .orderBy('id')
    .execute()
  return rows.flatMap(({ from, own, ...r }) => (from === null ? [] : [{ ...r, kind: r.kind ?? '', from, own: own as Record<string, number> }]))
}
