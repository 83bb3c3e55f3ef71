import { sql } from 'kysely'
import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import { municipalityPack } from '#app/catalogue/queries.server.ts'
import { projectsWithRole } from '#app/intake/queries.server.ts'
import { workers } from '#app/intake/team-queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import type { Away, AwayFrom } from '#app/team/absence.ts'
import { absences, awayFrom } from '#app/team/absence-queries.server.ts'
import { standingSubstitutes } from '#app/team/queries.server.ts'
import { meetingsWithin, type SoonMeeting } from './day-meetings.server.ts'
import { dayScope } from './day-scope.server.ts'

/** Hours within which a meeting is told first. */
const SOON_HOURS = 48
export type AbsenceCard = Away & {
  what: string | null
  /** Written down today: may be taken back as if it never was. */
  fresh: boolean
  mayEnd: boolean
  families: (AwayFrom & { family: string })[]
  meetings: (SoonMeeting & { family: string })[]
}

/** Who is away now or soon, what it means in each family the reader reaches, and what is needed to report one. */
export const readAbsence = query({
  event: 'overview.read-absence',
  input: z.object({}),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'staff'),
  run: (tx, ctx) => pageOf(tx, ctx),
  concerns: (_input, r) => {
    const cases = new Set(r.cards.flatMap((one) => one.families.map((f) => f.caseId)))
    return cases.size === 0 ? [{ personIds: [], bases: [] }] : [...cases].map((caseId) => ({ caseId, personIds: [], bases: [] }))
  },
})
export type AbsencePage = Awaited<ReturnType<typeof pageOf>>

async function pageOf(tx: Tx, ctx: Context) {
  const managed = await projectsWithRole(tx, ctx, ['project-manager'])
  const people = await reportable(tx, ctx, managed)
  const colleagues = await workers(tx, ctx)
  const words = await wordsOf(tx, ctx)
  const shown = (await absences(tx, { from: ctx.today, until: addDays(ctx.today, 60) })).filter(
    (one) => people.some((p) => p.id === one.staffId) || one.substitute?.id === ctx.actor.id,
  )
  return {
    today: ctx.today,
    me: ctx.actor.id,
    people,
    colleagues: colleagues.map(({ id, name, department }) => ({ id, name, department })),
    substitute: await standingFor(tx, ctx, ctx.actor.id),
    words,
    cards: await cardsOf(tx, ctx, shown, people.map((p) => p.id), words),
  }
}

/** Oneself first; for a project manager everybody who works in her families. */
async function reportable(tx: Tx, ctx: Context, managed: number[]): Promise<{ id: number; name: string }[]> {
  const me = await tx.selectFrom('staff').select(['id', 'name']).where('id', '=', ctx.actor.id).execute()
  if (managed.length === 0) return me
  const { rows } = await sql<{ id: number; name: string }>`
    select distinct s.id, s.name from assignment a join family_case c on c.municipality_id = a.municipality_id and c.id = a.case_id
      join staff s on s.municipality_id = a.municipality_id and s.id = a.staff_id
    where c.project_id = any (${managed}::bigint[]) and (a.valid_until is null or a.valid_until >= ${ctx.today}::date) and s.id <> ${ctx.actor.id} and s.closed_at is null
    order by s.name`.execute(tx)
  return [...me, ...rows]
}

/** Who is named beforehand to step in for somebody, in any project. */
async function standingFor(tx: Tx, ctx: Context, staffId: number): Promise<number | null> {
  const projects = await tx.selectFrom('project').select('id').execute()
  for (const { id } of projects) {
    const found = (await standingSubstitutes(tx, id, ctx.today)).find((one) => one.staffId === staffId && one.from <= ctx.today)
    if (found) return found.substituteId
  }
  return null
}

async function wordsOf(tx: Tx, ctx: Context): Promise<{ code: string; label: string }[]> {
  const pack = await municipalityPack(tx).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  return (pack ? inForce(pack.choices, ctx.today) : []).flatMap((one) => (one.list === 'absence-words' ? [{ code: one.code, label: one.label[ctx.locale] }] : []))
}

async function cardsOf(tx: Tx, ctx: Context, shown: Away[], mayEnd: number[], words: { code: string; label: string }[]): Promise<AbsenceCard[]> {
  if (shown.length === 0) return []
  const cases = await tx.selectFrom('family_case').select(['id', 'name']).execute()
  const name = new Map(cases.map((one) => [one.id, one.name]))
  const covers = await awayFrom(tx, [...name.keys()], { from: ctx.today, until: addDays(ctx.today, 60) })
  const scope = await dayScope(tx, ctx)
  const reported = await tx.selectFrom('absence').select(['id', 'ended_at', sql<string>`access.day(reported_at)::text`.as('on')]).where('id', 'in', shown.map((one) => one.id)).execute()
  const cards: AbsenceCard[] = []
  for (const one of shown) {
    const families = covers.filter((c) => c.staffId === one.staffId && c.from >= one.from && (one.until === null || c.from <= one.until))
    const begun = one.from <= addDays(ctx.today, 2)
    const soon = begun ? await meetingsWithin(tx, ctx, scope, families.map((f) => f.caseId), SOON_HOURS) : []
    const row = reported.find((r) => r.id === one.id)
    cards.push({
      ...one,
      what: words.find((w) => w.code === one.words)?.label ?? null,
      fresh: row?.on === ctx.today && row.ended_at === null,
      mayEnd: mayEnd.includes(one.staffId),
      families: families.map((f) => ({ ...f, family: name.get(f.caseId) ?? '' })),
      meetings: soon.map((s) => ({ ...s, family: name.get(s.caseId) ?? '' })),
    })
  }
  return cards
}
