import { sql } from 'kysely'
import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { Id } from '#app/intake/intake.ts'
import { inProject } from '#app/intake/keep-team.server.ts'
import { openProjects, projectsWithRole } from '#app/intake/queries.server.ts'
import { softGroundsOf } from '#app/intake/screening.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { lineResult, nextToAsk, type RoundCounts, steps, tooFew } from './districts.ts'
import { placeCounts } from './places.server.ts'
import { districtsOf, mySectors } from './screen-district.server.ts'

/**
 * ORG-14, VIS-11: the districts of each project with their rounds and how many were found: numbers only. For the department that screens and
 * for who leads, decides or follows; nobody else has such a page.
 */
export const readDistricts = query({
  event: 'waiting.read-districts',
  input: z.object({}),
  may: async (tx, ctx) =>
    (await projectsWithRole(tx, ctx, ['project-manager', 'intake-team'])).length > 0 || (await mySectors(tx)).includes('family-department'),
  run: async (tx, ctx) => {
    const sectors = await mySectors(tx)
    const counts = await roundCounts(tx)
    const projects = []
    for (const { project, districts } of await projectsWithDistricts(tx, ctx)) {
      const leads = await inProject(tx, project.id, ['project-manager'])
      const places = (await placeCounts(tx)).find((one) => one.projectId === project.id)
      const rounds = await tx
        .selectFrom('screening_round')
        .select(['id', 'district', 'sector', 'opened_on as openedOn', 'closed_on as closedOn'])
        .where('project_id', '=', project.id)
        .orderBy('id')
        .execute()
      const shown = rounds.map((round) => ({ ...round, counts: counts.get(round.id) ?? none, mine: sectors.includes(round.sector) }))
      projects.push({
        ...project,
        capacity: places?.capacity ?? null,
        enough: tooFew(
          places
            ? { capacity: places.capacity, taken: places.taken, inIntake: places.open, waiting: places.waiting }
            : { capacity: await capacityOf(tx, project.id), taken: 0, inIntake: 0, waiting: 0 },
          shown.map((one) => one.counts),
        ),
        districts: districts.map((one) => ({
          code: one.code,
          label: one.label[ctx.locale],
          rounds: shown.filter((round) => round.district === one.code),
          mayOpen:
            (leads || sectors.includes(one.sector)) && !shown.some((round) => round.district === one.code && round.closedOn === null),
          mayClose: leads || sectors.includes(one.sector),
        })),
      })
    }
    return { projects, today: ctx.today }
  },
  concerns: (_, { projects }) => ({ personIds: [], bases: [], details: { projects: projects.map((one) => one.id) } }),
})
export type DistrictProject = Awaited<ReturnType<typeof readDistricts>>['projects'][number]

const none: RoundCounts = { listed: 0, shortlisted: 0, asked: 0, yes: 0, no: 0, leftOut: 0, referred: 0 }
const capacityOf = async (tx: Tx, projectId: number) =>
  (await tx.selectFrom('project').select('capacity').where('id', '=', projectId).executeTakeFirst())?.capacity ?? null

/** Projects with districts in which the actor screens, or has a part in the project. */
async function projectsWithDistricts(tx: Tx, ctx: Context) {
  if (ctx.actor.kind !== 'staff') return []
  const sectors = await mySectors(tx)
  const found = []
  for (const project of await openProjects(tx, ctx)) {
    const districts = districtsOf(await projectPack(tx, project.id), ctx.today)
    if (districts.length === 0) continue
    if (districts.some((one) => sectors.includes(one.sector)) || (await inProject(tx, project.id, ['project-manager', 'intake-team'])))
      found.push({ project, districts })
  }
  return found
}

type CountRow = {
  round_id: number
  listed: number
  shortlisted: number
  left_out: number
  asked: number
  yes: number
  no: number
  referred: number
}
async function roundCounts(tx: Tx): Promise<Map<number, RoundCounts>> {
  const { rows } = await sql<CountRow>`select * from access.screening_counts()`.execute(tx)
  return new Map(
    rows.map((row) => [
      Number(row.round_id),
      {
        listed: Number(row.listed),
        shortlisted: Number(row.shortlisted),
        asked: Number(row.asked),
        yes: Number(row.yes),
        no: Number(row.no),
        leftOut: Number(row.left_out),
        referred: Number(row.referred),
      },
    ]),
  )
}

/** One round with its lines: the department's own; for everybody else it does not exist. */
export const readRound = query({
  event: 'waiting.read-round',
  input: z.object({ roundId: Id }),
  may: async (tx, _, { roundId }) => {
    const round = await tx.selectFrom('screening_round').select('sector').where('id', '=', roundId).executeTakeFirst()
    return round !== undefined && (await mySectors(tx)).includes(round.sector) ? true : 'not-found'
  },
  run: (tx, ctx, { roundId }) => roundPage(tx, ctx, roundId),
  concerns: ({ roundId }, page) => ({ personIds: [], bases: [], details: { round: roundId, lines: page.lines.length } }),
})
export type RoundPage = Awaited<ReturnType<typeof roundPage>>
export type RoundLine = RoundPage['lines'][number]

async function roundPage(tx: Tx, ctx: Context, roundId: number) {
  const round = await tx
    .selectFrom('screening_round as r')
    .innerJoin('project as p', (j) => j.onRef('p.id', '=', 'r.project_id').onRef('p.municipality_id', '=', 'r.municipality_id'))
    .select(['r.id', 'r.district', 'r.opened_on as openedOn', 'r.closed_on as closedOn', 'p.id as projectId', 'p.name as project'])
    .where('r.id', '=', roundId)
    .executeTakeFirstOrThrow()
  const pack = await projectPack(tx, round.projectId)
  const list = (wanted: string) =>
    inForce(pack.choices, ctx.today).flatMap((one) => (one.list === wanted ? [{ code: one.code, label: one.label[ctx.locale] }] : []))
  const reasons = list('left-out-reason')
  const taken = await tx
    .selectFrom('shortlist_step as s')
    .innerJoin('shortlist_line as l', (j) => j.onRef('l.id', '=', 's.line_id').onRef('l.municipality_id', '=', 's.municipality_id'))
    .select(['s.id', 's.line_id as lineId', 's.kind', 's.on_date as on', 's.reason', 's.yes_form as yesForm'])
    .where('l.round_id', '=', roundId)
    .orderBy('s.id')
    .execute()
  const rows = await tx
    .selectFrom('shortlist_line')
    .select(['id', 'own_number', 'answers', 'soft_grounds', 'note', 'listed_on', 'revision'])
    .where('round_id', '=', roundId)
    .orderBy('id')
    .execute()
  const grounds = list('soft-ground')
  const lines = rows.map((row) => {
    const history = taken.filter((one) => one.lineId === row.id)
    const last = history.at(-1)
    const answers = asAnswers(row.answers)
    const result = lineResult(pack, answers, ctx.today)
    return {
      id: row.id,
      ownNumber: row.own_number,
      revision: row.revision,
      answers,
      softGrounds: row.soft_grounds,
      soft: [
        ...softGroundsOf(pack, answers, ctx.today).map((one) => one.label[ctx.locale]),
        ...grounds.filter((one) => row.soft_grounds.includes(one.code)).map((one) => one.label),
      ],
      note: row.note,
      listedOn: row.listed_on,
      step: steps.find((one) => one === last?.kind) ?? null,
      stepOn: last?.on ?? null,
      yes: history.findLast((one) => one.kind === 'yes') ?? null,
      history: history.map((one) => ({
        kind: steps.find((step) => step === one.kind) ?? ('asked' as const),
        on: one.on,
        reason: reasons.find((reason) => reason.code === one.reason)?.label ?? one.reason,
      })),
      result: result.result,
      unanswered: result.missing.length,
    }
  })
  const places = (await placeCounts(tx)).find((one) => one.projectId === round.projectId)
  const counts = await roundCounts(tx)
  const others = await tx
    .selectFrom('screening_round')
    .select('id')
    .where('project_id', '=', round.projectId)
    .where('id', '<>', roundId)
    .execute()
  // Families of other districts that are being asked, or have said yes, stand for a place as well.
  const elsewhere = others.reduce((sum, { id }) => sum + (counts.get(id)?.asked ?? 0) + (counts.get(id)?.yes ?? 0), 0)
  const free =
    places?.capacity == null ? lines.length : Math.max(0, places.capacity - places.taken - places.held - places.open - elsewhere)
  return {
    ...round,
    label: districtsOf(pack, ctx.today).find((one) => one.code === round.district)?.label[ctx.locale] ?? round.district,
    today: ctx.today,
    criteria: inForce(pack.intakeCriteria, ctx.today).map((one) => ({ code: one.code, question: one.question[ctx.locale] })),
    softGrounds: grounds,
    reasons,
    lines,
    places: { free },
    next: nextToAsk(lines, free).map((one) => one.id),
  }
}

function asAnswers(kept: unknown): Record<string, 'yes' | 'no'> {
  if (typeof kept !== 'object' || kept === null) return {}
  return Object.fromEntries(Object.entries(kept).flatMap(([code, answer]) => (answer === 'yes' || answer === 'no' ? [[code, answer]] : [])))
}
