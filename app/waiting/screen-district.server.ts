import { sql } from 'kysely'
import type { z } from 'zod'
import { inForce, itemAt } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { inProject } from '#app/intake/keep-team.server.ts'
import { command } from '#app/platform/command.server.ts'
import { Conflict, type Context, Invalid, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { CloseRound, ListCase, mayFollow, OpenRound, ScreenLine, type Step, steps, TakeStep } from './districts.ts'

/** Sectors of the departments where the actor holds a post today. */
export const mySectors = async (tx: Tx): Promise<string[]> =>
  (await sql<{ list: string[] }>`select access.my_sectors() as list`.execute(tx)).rows[0]?.list ?? []

export const districtsOf = (pack: Pack, today: string) =>
  inForce(pack.units, today).flatMap((one) => (one.kind === 'district' && one.sector !== null ? [{ ...one, sector: one.sector }] : []))

const nothingPersonal = { personIds: [], bases: [] }

/** ORG-14: a district is screened from today. The department of the district or the project manager. @throws Conflict 'round-open' */
export const openRound = command({
  event: 'waiting.open-round',
  input: OpenRound,
  may: async (tx, ctx, { projectId, district }) => {
    if (await inProject(tx, projectId, ['project-manager'])) return true
    const unit = districtsOf(await projectPack(tx, projectId), ctx.today).find((one) => one.code === district)
    return unit !== undefined && (await mySectors(tx)).includes(unit.sector)
  },
  run: async (tx, ctx, { projectId, district }) => {
    const unit = districtsOf(await projectPack(tx, projectId), ctx.today).find((one) => one.code === district)
    if (!unit) throw new Invalid([{ field: 'district', message: { da: 'Vælg et distrikt', en: 'Choose a district' } }])
    const row = await tx
      .insertInto('screening_round')
      .values({
        municipality_id: ctx.municipalityId,
        project_id: projectId,
        district,
        sector: unit.sector,
        opened_on: ctx.today,
        opened_by: ctx.actor.id,
      })
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) throw new Conflict('round-open')
    return row
  },
  concerns: ({ district }, row) => ({ ...nothingPersonal, details: { round: row.id, district } }),
})

/** No more of the district's cases are screened; the shortlist stays. @throws Conflict 'round-closed' */
export const closeRound = command({
  event: 'waiting.close-round',
  input: CloseRound,
  may: async (tx, _, { roundId }) => {
    const round = await tx.selectFrom('screening_round').select(['project_id', 'sector']).where('id', '=', roundId).executeTakeFirst()
    if (!round) return 'not-found'
    return (await mySectors(tx)).includes(round.sector) || inProject(tx, round.project_id, ['project-manager'])
  },
  run: async (tx, ctx, { roundId }) => {
    const row = await tx
      .updateTable('screening_round')
      .set({ closed_on: ctx.today, closed_by: ctx.actor.id })
      .where('id', '=', roundId)
      .where('closed_on', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!row) throw new Conflict('round-closed')
    return row
  },
  concerns: ({ roundId }) => ({ ...nothingPersonal, details: { round: roundId } }),
})

/** VIS-11: one of the department's own cases, under its own number. @throws Conflict 'already-listed', 'round-closed' */
export const listCase = command({
  event: 'waiting.list-case',
  input: ListCase,
  may: async (tx, _, { roundId }) => {
    const round = await tx.selectFrom('screening_round').select('sector').where('id', '=', roundId).executeTakeFirst()
    return round !== undefined && (await mySectors(tx)).includes(round.sector) ? true : 'not-found'
  },
  run: async (tx, ctx, { roundId, ownNumber }) => {
    const round = await tx.selectFrom('screening_round').select(['sector', 'closed_on']).where('id', '=', roundId).executeTakeFirstOrThrow()
    if (round.closed_on !== null) throw new Conflict('round-closed')
    const row = await tx
      .insertInto('shortlist_line')
      .values({
        municipality_id: ctx.municipalityId,
        round_id: roundId,
        sector: round.sector,
        own_number: ownNumber,
        listed_on: ctx.today,
        listed_by: ctx.actor.id,
      })
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) throw new Conflict('already-listed')
    return row
  },
  concerns: ({ roundId }, row) => ({ ...nothingPersonal, details: { round: roundId, line: row.id } }),
})

const lineHead = (tx: Tx, lineId: number) =>
  tx
    .selectFrom('shortlist_line as l')
    .innerJoin('screening_round as r', (j) => j.onRef('r.id', '=', 'l.round_id').onRef('r.municipality_id', '=', 'l.municipality_id'))
    .select(['l.id', 'l.round_id as roundId', 'l.sector', 'l.revision', 'l.answers', 'l.note', 'r.project_id as projectId'])
    .where('l.id', '=', lineId)
    .executeTakeFirst()

/** The answers to the criteria, softer grounds (VIS-06) and a note without names. @throws Conflict 'stale' with both texts */
export const screenLine = command({
  event: 'waiting.screen-line',
  input: ScreenLine,
  // Who does not belong to the department does not see the line.
  may: async (tx, _, { lineId }) => ((await lineHead(tx, lineId)) ? true : 'not-found'),
  run: async (tx, ctx, input) => {
    const line = await lineHead(tx, input.lineId)
    if (!line) throw new NotFound('line')
    refuseUnknown(await projectPack(tx, line.projectId), input, ctx.today)
    const row = await tx
      .updateTable('shortlist_line')
      .set({ answers: JSON.stringify(input.answers), soft_grounds: input.softGrounds, note: input.note, revision: input.revision + 1 })
      .where('id', '=', input.lineId)
      .where('revision', '=', input.revision)
      .returning(['id', 'round_id'])
      .executeTakeFirst()
    if (!row) throw new Conflict('stale', { mine: { note: input.note }, theirs: { note: line.note } })
    return { id: row.id, roundId: row.round_id }
  },
  concerns: (_, row) => ({ ...nothingPersonal, details: { round: row.roundId, line: row.id } }),
})
function refuseUnknown(pack: Pack, input: z.output<typeof ScreenLine>, today: string): void {
  const asked = new Set(inForce(pack.intakeCriteria, today).map((one) => one.code))
  const grounds = new Set(inForce(pack.choices, today).flatMap((one) => (one.list === 'soft-ground' ? [one.code] : [])))
  const unknown = [
    ...Object.keys(input.answers).flatMap((code) => (asked.has(code) ? [] : [`answer.${code}`])),
    ...(input.softGrounds.every((code) => grounds.has(code)) ? [] : ['softGrounds']),
  ]
  if (unknown.length > 0)
    throw new Invalid(
      unknown.map((field) => ({ field, message: { da: 'Det spørger projektet ikke om', en: 'The project does not ask this' } })),
    )
}

/**
 * VIS-11, VIS-13: what happened to a line on a day: on the shortlist, left out, asked, yes or no. Nothing is overwritten. A yes goes on to the
 * referral. @throws Conflict 'step-taken' when somebody took another step meanwhile
 */
export const takeStep = command({
  event: 'waiting.take-step',
  input: TakeStep,
  may: async (tx, _, { lineId }) => ((await lineHead(tx, lineId)) ? true : 'not-found'),
  run: async (tx, ctx, input) => {
    if (input.on > ctx.today)
      throw new Invalid([{ field: 'on', message: { da: 'Datoen ligger i fremtiden', en: 'The date is in the future' } }])
    const line = await tx
      .selectFrom('shortlist_line')
      .select(['id', 'round_id', 'sector'])
      .where('id', '=', input.lineId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (!mayFollow(await currentStep(tx, line.id), input.step)) throw new Conflict('step-taken')
    await knownReason(tx, ctx, line.id, input)
    await tx
      .insertInto('shortlist_step')
      .values({
        municipality_id: ctx.municipalityId,
        line_id: line.id,
        sector: line.sector,
        kind: input.step,
        on_date: input.on,
        reason: input.reason,
        yes_form: input.step === 'yes' ? input.yesForm : null,
        by_staff: ctx.actor.id,
      })
      .execute()
    return { lineId: line.id, roundId: line.round_id }
  },
  concerns: ({ step }, row) => ({ ...nothingPersonal, details: { round: row.roundId, line: row.lineId, step } }),
})

export async function currentStep(tx: Tx, lineId: number): Promise<Step | null> {
  const row = await tx.selectFrom('shortlist_step').select('kind').where('line_id', '=', lineId).orderBy('id', 'desc').executeTakeFirst()
  return steps.find((one) => one === row?.kind) ?? null
}

async function knownReason(tx: Tx, ctx: Context, lineId: number, input: z.output<typeof TakeStep>): Promise<void> {
  if (input.step !== 'left-out') return
  const line = await lineHead(tx, lineId)
  const pack = line && (await projectPack(tx, line.projectId))
  if (!pack || itemAt(pack.choices, input.reason, ctx.today)?.list !== 'left-out-reason')
    throw new Invalid([{ field: 'reason', message: { da: 'Vælg en grund fra listen', en: 'Choose a reason from the list' } }])
}
