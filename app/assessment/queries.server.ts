import { type Selectable, sql } from 'kysely'
import { peopleThere } from '#app/families/queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Tables } from '#app/platform/tables.ts'
import { type Aspect, aspects, type Carried, latestScales, type Member, type OnBehalf, parts, type Scale, type SituationNote } from './situation.ts'

/** What the actor may write here: sectors for staff, whom they speak for as a member. `roles`: what they are in this case today. */
export type Rights = { staff: boolean; sectors: string[]; coordination: boolean; speak: number[]; speakHealth: number[]; writes: boolean; roles: string[] }

type Way = { how: string; sector: string; closed: boolean }
/** As the sealed context of this transaction says it; the record policies hold the same. */
export async function rightsOf(tx: Tx, ctx: Context, caseId: number): Promise<Rights> {
  const { rows } = await sql<{ ways: Way[] | null; speak: number[] | null; health: number[] | null; writes: boolean }>`
    select access.keys('create') -> ${String(caseId)}::text as ways, access.ids('speak') as speak,
      array(select jsonb_array_elements_text(case when access.who('kind') = 'member' then access.keys('create') -> 'health' else '[]' end)::bigint) as health,
      coalesce(${caseId} = any (access.ids('cases_write')), false) or coalesce(${caseId} = any (access.ids('speak_cases')), false) as writes`.execute(tx)
  const { ways = null, speak = null, health = null, writes = false } = rows[0] ?? {}
  const staff = ctx.actor.kind === 'staff'
  const open = staff ? (ways ?? []).filter((w) => !w.closed) : []
  const sectorOf = (w: Way) => (w.how === 'assignment' ? [w.sector] : w.how === 'project' || w.how === 'intake' ? ['coordination'] : [])
  const sectors = [...new Set(open.flatMap(sectorOf))]
  return {
    staff,
    sectors,
    coordination: sectors.includes('coordination'),
    speak: speak ?? [],
    speakHealth: health ?? [],
    writes,
    roles: staff ? await rolesIn(tx, ctx, caseId) : [],
  }
}

async function rolesIn(tx: Tx, ctx: Context, caseId: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('assignment')
    .select('role')
    .where('case_id', '=', caseId)
    .where('staff_id', '=', ctx.actor.id)
    .where('valid_from', '<=', ctx.today)
    .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>=', ctx.today)]))
    .execute()
  return rows.map((r) => r.role)
}

/** Everybody of the case whom the actor knows, the oldest first; always all of them together, the unborn too (UDR-16). */
export async function membersOf(tx: Tx, ctx: Context, caseId: number, rights: Pick<Rights, 'speak'>): Promise<Member[]> {
  const people = await peopleThere(tx, caseId, ctx.today)
  // Those who live with it come before a parent elsewhere.
  return people
    .toSorted((a, b) => Number(!a.family) - Number(!b.family))
    .map((p) => ({ id: p.id, name: p.firstName, age: p.age, child: p.child, family: p.family, inHousehold: p.homes.length > 0, speaksFor: rights.speak.includes(p.id) }))
}

type NoteRow = Selectable<Tables['situation_note']>
type ScaleRow = Selectable<Tables['situation_scale']>
const behalf = (r: Pick<NoteRow, 'on_behalf_of_person' | 'on_behalf_channel' | 'on_behalf_on'>): OnBehalf | null =>
  r.on_behalf_of_person !== null && r.on_behalf_channel !== null && r.on_behalf_on !== null
    ? { personId: r.on_behalf_of_person, channel: r.on_behalf_channel, on: r.on_behalf_on }
    : null
const levelsOf = (value: unknown): Record<string, number> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).flatMap(([k, v]) => (typeof v === 'number' ? [[k, v] as const] : [])))
    : {}
/** A row of the table, or the same row as the history keeps it. */
export const asNote = (r: NoteRow): SituationNote => ({
  id: r.id,
  revision: r.revision,
  shelfId: r.shelf_id,
  sector: r.sector,
  category: r.category,
  visibility: r.visibility,
  subjects: r.subjects,
  personId: r.person_id,
  part: parts.find((p) => p === r.part) ?? 'need',
  aspect: aspects.find((a): a is Aspect => a === r.aspect) ?? null,
  words: r.words,
  labels: r.labels,
  levels: levelsOf(r.levels),
  follow: r.follow,
  heardBy: r.heard_by,
  heardOn: r.heard_on,
  quoted: r.quoted_authority !== null && r.quoted_on !== null ? { authority: r.quoted_authority, on: r.quoted_on } : null,
  stated:
    r.stated_by_name !== null && r.stated_by_sector !== null && r.stated_on !== null && r.stated_channel !== null
      ? { name: r.stated_by_name, sector: r.stated_by_sector, on: r.stated_on, channel: r.stated_channel }
      : null,
  onBehalf: behalf(r),
  authorStaffId: r.author_staff_id,
  authorPersonId: r.author_person_id,
  createdOn: r.created_at.slice(0, 10),
})
export const asScale = (r: ScaleRow): Scale => ({
  id: r.id,
  shelfId: r.shelf_id,
  subjects: r.subjects,
  personId: r.person_id,
  value: r.value,
  saidByPerson: r.said_by_person,
  saidBy: r.said_by,
  saidOn: r.said_on,
  notLower: r.not_lower,
  oneUp: r.one_up,
  onBehalf: behalf(r),
})

/** The notes that stand, as this reader may see them. */
export async function notesNow(tx: Tx, caseId: number): Promise<SituationNote[]> {
  const rows = await tx
    .selectFrom('situation_note')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .where('dropped_on', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(asNote)
}
/** The notes marked as ones to follow as progression (UDR-18), for the monthly registration. */
export const followedNotes = async (tx: Tx, caseId: number): Promise<SituationNote[]> => (await notesNow(tx, caseId)).filter((n) => n.follow)
export async function findNote(tx: Tx, caseId: number, noteId: number): Promise<SituationNote | null> {
  const row = await tx
    .selectFrom('situation_note')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('id', '=', noteId)
    .where('replaced_by', 'is', null)
    .where('dropped_on', 'is', null)
    .executeTakeFirst()
  return row ? asNote(row) : null
}
/** Every answer to the scale that this reader may see, older first. */
export async function scalesOf(tx: Tx, caseId: number): Promise<Scale[]> {
  const rows = await tx
    .selectFrom('situation_scale')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .where('undone', '=', false)
    .orderBy('id')
    .execute()
  return rows.map(asScale)
}
export const scalesNow = async (tx: Tx, caseId: number): Promise<Scale[]> => latestScales(await scalesOf(tx, caseId))

/** Goals and hopes that came from notes, as far as the reader may see them. */
export async function carriedOn(tx: Tx, caseId: number): Promise<Carried[]> {
  const goals = await tx
    .selectFrom('goal')
    .select(['id', 'from_note_id', 'title', 'shelf_id'])
    .where('case_id', '=', caseId)
    .where('from_note_id', 'is not', null)
    .where('replaced_by', 'is', null)
    .where('dropped_on', 'is', null)
    .execute()
  const hopes = await tx
    .selectFrom('hope')
    .select(['id', 'from_note_id', 'words', 'shelf_id'])
    .where('case_id', '=', caseId)
    .where('from_note_id', 'is not', null)
    .where('replaced_by', 'is', null)
    .where('dropped_on', 'is', null)
    .execute()
  return [
    ...goals.map((g) => ({ noteId: g.from_note_id ?? 0, kind: 'goal' as const, id: g.id, title: g.title, shelfId: g.shelf_id })),
    ...hopes.map((h) => ({ noteId: h.from_note_id ?? 0, kind: 'hope' as const, id: h.id, title: h.words, shelfId: h.shelf_id })),
  ]
}

export const shelvesOf = (rows: readonly { shelfId: number }[]): number[] => [...new Set(rows.map((r) => r.shelfId))]
export const subjectsOf = (rows: readonly { subjects: readonly number[] }[]): number[] => [...new Set(rows.flatMap((r) => r.subjects))]
