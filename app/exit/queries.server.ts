import { sql } from 'kysely'
import { inForce, itemAt } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { peopleOf } from '#app/families/queries.server.ts'
import * as families from '#app/families/messages.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formatDate } from '#app/platform/time/format.ts'
import type { OpenEnd, OpenKind } from './exit.ts'
import type { ExitFact } from './exit-figures.ts'
import { da, en } from './messages.ts'

/** What is open in the family and the actor may know of; the closing page shows it and the closing decides about it. */
export async function openEnds(tx: Tx, caseId: number): Promise<OpenEnd[]> {
  const { rows } = await sql<OpenEnd>`select kind, ref, owner, sector, code, due, shelf as "shelfId", persons from access.exit_open(${caseId})`.execute(tx)
  return rows.map((r) => ({ ...r, owner: r.owner === null ? null : Number(r.owner), ref: Number(r.ref), shelfId: r.shelfId === null ? null : Number(r.shelfId) }))
}
/** An open thing with the words it is known by: what (`text`) and about whom. `who`: the name of who has it now. */
export type OpenRow = OpenEnd & { label: string; who: string; text: string; whom: string }

/** The words of each, in the order of the page. */
export async function named(tx: Tx, ctx: Context, caseId: number, pack: Pack, open: readonly OpenEnd[]): Promise<OpenRow[]> {
  const staff = await staffNames(tx, open.flatMap((o) => (o.owner === null ? [] : [o.owner])))
  const people = new Map((await peopleOf(tx, [caseId], ctx.today)).map((p) => [p.id, p.firstName]))
  const texts = await textsOf(tx, ctx, pack, open)
  const whom = (o: OpenEnd) => joinList(ctx.locale, o.persons.flatMap((id) => people.get(id) ?? []))
  return open.map((o) => {
    const who = o.owner === null ? '' : (staff.get(o.owner) ?? '')
    const text = texts.get(`${o.kind}.${o.ref}`) ?? ''
    return { ...o, who, text, whom: whom(o), label: labelOf(ctx, pack, o, text, whom(o), who) }
  })
}

export async function staffNames(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('staff').select(['id', 'name']).where('id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map((r) => [r.id, r.name]))
}

function labelOf(ctx: Context, pack: Pack, o: OpenEnd, text: string, whom: string, owner: string): string {
  const m = pick(ctx.locale, { da, en })
  const role = inForce(pack.assignmentRoles, ctx.today).find((r) => r.code === o.code)?.label[ctx.locale] ?? o.code
  switch (o.kind) {
    case 'assignment':
      return `${owner}, ${role.toLowerCase()}`
    case 'handover':
      return m.row.handover(owner, o.due === null ? '' : formatDate(ctx.locale, o.due))
    case 'consent':
      return [text, whom].filter(Boolean).join(' · ')
    case 'legal-basis':
      return [o.code, whom].filter(Boolean).join(' · ')
    case 'task':
      return pick(ctx.locale, families).task[o.code] ?? pick(ctx.locale, families).task['other'] ?? o.code
    case 'sector-plan':
      return [text || m.row.sectorPlan, whom, o.code].filter(Boolean).join(' · ')
    case 'agreement':
      return m.row.agreement(o.due === null ? '' : formatDate(ctx.locale, o.due))
    case 'letter':
      return [text || m.row.letter, whom].filter(Boolean).join(' · ')
    case 'declaration':
      return m.row.declaration(whom)
    default:
      return [text, whom].filter(Boolean).join(' · ')
  }
}

/** The text of each record and consent, as far as the actor reads it. */
async function textsOf(tx: Tx, ctx: Context, pack: Pack, open: readonly OpenEnd[]): Promise<Map<string, string>> {
  const idsOf = (kind: OpenKind) => open.flatMap((o) => (o.kind === kind ? [o.ref] : [])).concat(0)
  const found = new Map<string, string>()
  const put = (kind: OpenKind, rows: readonly { id: number; text: string | null }[]) => rows.forEach((r) => found.set(`${kind}.${r.id}`, r.text ?? ''))
  put('activity', await tx.selectFrom('activity').select(['id', 'what as text']).where('id', 'in', idsOf('activity')).execute())
  put('agreed', await tx.selectFrom('agreement').select(['id', 'what as text']).where('id', 'in', idsOf('agreed')).execute())
  put('inquiry', await tx.selectFrom('inquiry').select(['id', 'recipient as text']).where('id', 'in', idsOf('inquiry')).execute())
  const plans = await tx.selectFrom('sector_plan').select(['id', 'title', 'kind']).where('id', 'in', idsOf('sector-plan')).execute()
  put('sector-plan', plans.map((p) => ({ id: p.id, text: p.title || (itemAt(pack.sectorPlans, p.kind, ctx.today)?.label[ctx.locale] ?? p.kind) })))
  const templates = [...pack.minimumConsents, ...pack.intakeConsents, ...pack.optionalConsents]
  const consents = await tx.selectFrom('consent').select(['id', 'template', 'purpose']).where('id', 'in', idsOf('consent')).execute()
  const purpose = (code: string) => itemAt(pack.purposes, code, ctx.today)?.label[ctx.locale] ?? code
  put('consent', consents.map((c) => ({ id: c.id, text: templates.find((t) => t.code === c.template)?.label[ctx.locale] ?? purpose(c.purpose) })))
  return found
}

/** How to reach somebody: their own number, else their department's. */
export async function phones(tx: Tx, ctx: Context, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('staff')
    .leftJoin('post', (j) =>
      j.onRef('post.staff_id', '=', 'staff.id').onRef('post.municipality_id', '=', 'staff.municipality_id').on(sql<boolean>`access.within(${ctx.today}::date, post.valid_from, post.valid_until)`),
    )
    .leftJoin('department', (j) => j.onRef('department.id', '=', 'post.department_id').onRef('department.municipality_id', '=', 'post.municipality_id'))
    .select(['staff.id', sql<string | null>`coalesce(staff.phone, department.phone)`.as('phone')])
    .where('staff.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.flatMap((r) => (r.phone ? [[r.id, r.phone] as const] : [])))
}

/** The closing in force, if there is one. */
export async function closingOf(tx: Tx, caseId: number) {
  const row = await tx
    .selectFrom('closure')
    .select(['id', 'reason', sql<string>`coalesce(left_on, access.day(closed_at))`.as('leftOn'), 'portal_until as pagesUntil', 'closed_by as closedBy'])
    .where('case_id', '=', caseId)
    .where('reopened_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row ?? null
}
export type Closing = NonNullable<Awaited<ReturnType<typeof closingOf>>>

/** What became of each open thing at a closing. For those who work with the whole of the case. */
export async function itemsOf(tx: Tx, closureId: number) {
  return tx.selectFrom('exit_item').select(['id', 'kind', 'ref', 'outcome', 'staff_id', 'name', 'due']).where('closure_id', '=', closureId).orderBy('id').execute()
}

type Item = Awaited<ReturnType<typeof itemsOf>>[number]
/** What became of each, with the words it was known by; a record that the reader may not read keeps its kind only. */
export async function namedItems(tx: Tx, ctx: Context, caseId: number, pack: Pack, items: readonly Item[]): Promise<(Item & { label: string })[]> {
  const refs = (kind: OpenKind) => items.flatMap((i) => (i.kind === kind ? [i.ref] : [])).concat(0)
  const helpers = new Map((await tx.selectFrom('assignment').select(['id', 'staff_id', 'role']).where('id', 'in', refs('assignment')).execute()).map((a) => [a.id, a]))
  const consents = new Map((await tx.selectFrom('consent').select(['id', 'subject_id', 'purpose']).where('id', 'in', refs('consent')).execute()).map((c) => [c.id, c]))
  const plans = new Map((await tx.selectFrom('sector_plan').select(['id', 'subjects', 'paragraph']).where('id', 'in', refs('sector-plan')).execute()).map((p) => [p.id, p]))
  const tasks = new Map((await tx.selectFrom('task').select(['id', 'code']).where('id', 'in', refs('task')).execute()).map((t) => [t.id, t.code]))
  const rows = await named(tx, ctx, caseId, pack, items.map((i): OpenEnd => ({
    kind: i.kind as OpenKind,
    ref: i.ref,
    owner: helpers.get(i.ref)?.staff_id !== undefined && i.kind === 'assignment' ? helpers.get(i.ref)!.staff_id : null,
    sector: '',
    code: i.kind === 'assignment' ? (helpers.get(i.ref)?.role ?? '') : i.kind === 'task' ? (tasks.get(i.ref) ?? 'other') : i.kind === 'sector-plan' ? (plans.get(i.ref)?.paragraph ?? '') : '',
    due: null,
    shelfId: null,
    persons: i.kind === 'consent' ? [consents.get(i.ref)?.subject_id ?? 0] : i.kind === 'sector-plan' ? (plans.get(i.ref)?.subjects ?? []) : [],
  })))
  return items.map((item, n) => ({ ...item, label: item.kind === 'letter' || item.kind === 'agreement' || item.kind === 'handover' || item.kind === 'declaration' ? '' : (rows[n]?.label ?? '') }))
}

/** The facts of leaving that the state of a family is derived from: the day it left, why, and when it is expected to. By case; cases without any are left out. */
export async function exitFacts(tx: Tx, caseIds: readonly number[]): Promise<Map<number, { leftOn: string | null; reason: string | null; pagesUntil: string | null; expectedOn: string | null }>> {
  if (caseIds.length === 0) return new Map()
  const left = await tx
    .selectFrom('closure')
    .select(['case_id', 'reason', sql<string>`coalesce(left_on, access.day(closed_at))`.as('leftOn'), 'portal_until'])
    .where('case_id', 'in', [...caseIds])
    .where('reopened_at', 'is', null)
    .orderBy('id')
    .execute()
  const planned = await tx
    .selectFrom('planned_exit')
    .select(['case_id', 'expected_on'])
    .where('case_id', 'in', [...caseIds])
    .where('replaced_by', 'is', null)
    .where('dropped_on', 'is', null)
    .orderBy('id')
    .execute()
  const expected = new Map(planned.map((p) => [p.case_id, p.expected_on]))
  const gone = new Map(left.map((c) => [c.case_id, c]))
  return new Map(
    [...new Set([...expected.keys(), ...gone.keys()])].map((id) => [
      id,
      { leftOn: gone.get(id)?.leftOn ?? null, reason: gone.get(id)?.reason ?? null, pagesUntil: gone.get(id)?.portal_until ?? null, expectedOn: expected.get(id) ?? null },
    ]),
  )
}

/**
 * VIS-20: every exit of a project that was not taken back, with the days it is counted from; what `exitFigures` takes. Case ids for the project
 * manager's own page, which opens a figure to its families; policies give an actor only cases they reach.
 */
export async function exitsOf(tx: Tx, projectId: number): Promise<(ExitFact & { caseId: number })[]> {
  const { rows } = await sql<ExitFact & { caseId: number }>`
    select k.case_id as "caseId", k.reason, coalesce(k.left_on, access.day(k.closed_at)) as "leftOn",
      coalesce((select max(coalesce(f.intake_on, access.day(f.decided_at))) from referral f where f.municipality_id = k.municipality_id and f.case_id = k.case_id and f.decision = 'accepted'
        and f.decided_at <= k.closed_at), access.day(c.created_at)) as "cameOn"
    from closure k join family_case c on c.municipality_id = k.municipality_id and c.id = k.case_id
    where c.project_id = ${projectId} and k.reopened_at is null order by 3, k.id`.execute(tx)
  return rows.map((r) => ({ ...r, caseId: Number(r.caseId) }))
}

/** What a move or a death gave somebody to do, whoever it is for. */
export async function leavingTasks(tx: Tx, caseId: number) {
  const { rows } = await sql<{ id: number; code: string; data: Record<string, unknown>; staffId: number | null; due: string | null; done: boolean }>`
    select task_id as id, code, data, staff_id as "staffId", due, done from access.leaving_tasks(${caseId})`.execute(tx)
  return rows.map((r) => ({ ...r, id: Number(r.id), staffId: r.staffId === null ? null : Number(r.staffId) }))
}
