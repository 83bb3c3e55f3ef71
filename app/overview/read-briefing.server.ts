import { inForce } from '#app/catalogue/pack-item.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { openAgreements } from '#app/agreements/queries.server.ts'
import { projectsWithRole } from '#app/intake/queries.server.ts'
import { nextMeetings } from '#app/meetings/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { copenhagenDay, copenhagenTime } from '#app/platform/time/copenhagen.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { briefingCases, changesSince, knownToAll } from './briefing-queries.server.ts'
import { BriefingInput, type Change, changeKinds, FIRST_DAYS, type Worry, worriesOf } from './briefing.ts'

export type BriefingLine = {
  caseId: number
  number: string
  name: string
  coordinator: string | null
  changes: Pick<Change, 'kind' | 'n'>[]
  meeting: { id: number; label: string; day: string; time: string } | null
  open: number
  late: number
  worries: Worry[]
  shelfIds: number[]
  personIds: number[]
}

/**
 * KOO-12: every family of the reader's in a project, one line each. With colleagues in the room only families that all of them may know, and of
 * each nothing but what the coordination itself has written.
 */
export const readBriefing = query({
  event: 'overview.read-briefing',
  input: BriefingInput,
  may: async (tx, ctx, { projectId }) => {
    if (ctx.actor.kind !== 'staff') return 'not-found'
    const mine = await myProjects(tx, ctx)
    return projectId === null ? mine.length > 0 : mine.some((one) => one.id === projectId) || 'not-found'
  },
  run: async (tx, ctx, input) => {
    const projects = await myProjects(tx, ctx)
    const project = projects.find((one) => one.id === input.projectId) ?? projects[0]
    if (!project) throw new NotFound('project')
    const last = await tx.selectFrom('briefing').select(['id', 'held_at', 'held_by']).where('project_id', '=', project.id).where('taken_back_at', 'is', null).orderBy('held_at', 'desc').executeTakeFirst()
    const since = input.since ?? (last ? copenhagenDay(last.held_at) : addDays(ctx.today, -FIRST_DAYS))
    const all = await briefingCases(tx, ctx, project.id)
    const known = input.present.length > 0 ? await knownToAll(tx, all.map((one) => one.id), input.present) : null
    const cases = known ? all.filter((one) => known.has(one.id)) : all
    return {
      today: ctx.today,
      projects,
      project,
      since,
      last: last ? { id: last.id, on: copenhagenDay(last.held_at) } : null,
      present: input.present,
      colleagues: await colleaguesOf(tx, ctx, all.map((one) => one.id)),
      lines: await linesOf(tx, ctx, project.id, cases, since),
      some: known !== null && cases.length < all.length,
    }
  },
  concerns: (_input, { lines, present }) =>
    lines.length === 0
      ? [{ personIds: [], bases: [] }]
      : lines.map((one) => ({ caseId: one.caseId, personIds: one.personIds, ...(one.shelfIds.length > 0 ? { shelfIds: one.shelfIds } : { bases: ['household-names'] }), details: { present } })),
})
export type BriefingPage = Awaited<ReturnType<typeof readBriefing>>

/** Projects the reader manages or coordinates families of. */
export async function myProjects(tx: Tx, ctx: Context): Promise<{ id: number; name: string }[]> {
  const managed = await projectsWithRole(tx, ctx, ['project-manager'])
  const coordinated = await tx
    .selectFrom('assignment as a')
    .innerJoin('family_case as c', (j) => j.onRef('c.id', '=', 'a.case_id').onRef('c.municipality_id', '=', 'a.municipality_id'))
    .select('c.project_id')
    .distinct()
    .where('a.staff_id', '=', ctx.actor.id)
    .where('a.sector', '=', 'coordination')
    .where('a.valid_from', '<=', ctx.today)
    .where((e) => e.or([e('a.valid_until', 'is', null), e('a.valid_until', '>=', ctx.today)]))
    .execute()
  const ids = [...new Set([...managed, ...coordinated.map((row) => row.project_id)])]
  return ids.length === 0 ? [] : tx.selectFrom('project').select(['id', 'name']).where('id', 'in', ids).orderBy('name').execute()
}

/** Who works for the coordination in these families, or manages: those who may sit at the team's meeting. */
async function colleaguesOf(tx: Tx, ctx: Context, caseIds: readonly number[]): Promise<{ id: number; name: string }[]> {
  if (caseIds.length === 0) return []
  const rows = await tx
    .selectFrom('assignment as a')
    .innerJoin('staff as s', (j) => j.onRef('s.id', '=', 'a.staff_id').onRef('s.municipality_id', '=', 'a.municipality_id'))
    .select(['s.id', 's.name'])
    .distinct()
    .where('a.case_id', 'in', [...caseIds])
    .where('a.sector', '=', 'coordination')
    .where('a.valid_from', '<=', ctx.today)
    .where((e) => e.or([e('a.valid_until', 'is', null), e('a.valid_until', '>=', ctx.today)]))
    .where('s.id', '<>', ctx.actor.id)
    .orderBy('s.name')
    .execute()
  return rows
}

async function linesOf(tx: Tx, ctx: Context, projectId: number, cases: Awaited<ReturnType<typeof briefingCases>>, since: string): Promise<BriefingLine[]> {
  const ids = cases.map((one) => one.id)
  const pack = await projectPack(tx, projectId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  const kinds = pack ? inForce(pack.meetingKinds, ctx.today) : []
  const changes = Map.groupBy(await changesSince(tx, ids, since), (one) => one.caseId)
  const meetings = Map.groupBy(await nextMeetings(tx, ids), (one) => one.caseId)
  const agreements = Map.groupBy(await openAgreements(tx, ids), (one) => one.caseId)
  return cases.map((one) => {
    const meeting = meetings.get(one.id)?.[0]
    const open = agreements.get(one.id) ?? []
    const late = open.filter((a) => a.dueOn < ctx.today).length
    const meetingOn = meeting ? copenhagenDay(meeting.startsAt) : null
    return {
      caseId: one.id,
      number: one.number,
      name: one.name,
      coordinator: one.coordinator,
      changes: changeKinds.flatMap((kind) => {
        const n = changes.get(one.id)?.find((c) => c.kind === kind)?.n ?? 0
        return n > 0 ? [{ kind, n }] : []
      }),
      meeting: meeting
        ? { id: meeting.id, label: kinds.find((k) => k.code === meeting.kind)?.label[ctx.locale] ?? meeting.kind, day: copenhagenDay(meeting.startsAt), time: copenhagenTime(meeting.startsAt) }
        : null,
      open: open.length,
      late,
      worries: worriesOf({ ...one, late, meetingOn }, ctx.today),
      shelfIds: [...new Set([...open.map((a) => a.shelfId), ...(meeting ? [meeting.shelfId] : [])])],
      personIds: [...new Set([...open.flatMap((a) => a.subjects), ...(meeting?.subjects ?? [])])],
    }
  })
}
