import { sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import { mayManageTeam } from '#app/intake/authority.server.ts'
import { caseHead, familyPeople } from '#app/intake/queries.server.ts'
import { teamOf } from '#app/intake/team-queries.server.ts'
import { command, type May } from '#app/platform/command.server.ts'
import { Conflict, type Context } from '#app/platform/context.ts'
import { refreshAccess, type Tx } from '#app/platform/db.server.ts'
import { ageOn } from '#app/platform/time/plain-date.ts'
import { AnswerMerge, type Helper, keyOf, type Merge, mergeKey, sectorsOfLaw, suggestMerges } from './merge.ts'
import { issue } from './refusals.ts'

/** What might be merged today among these helpers, by the pack and by what the law asks for these people. */
export function mergesToday(
  pack: Pack,
  day: string,
  team: readonly (Helper & { from: string; until: string | null })[],
  people: readonly { born: string | null }[],
): Merge[] {
  const now = team.filter((one) => one.from <= day && (one.until === null || day <= one.until))
  const required = sectorsOfLaw(
    inForce(pack.lawAreas, day),
    inForce(pack.obligations, day),
    people.map((one) => ({ child: one.born === null ? null : ageOn(one.born, day) < 18 })),
  )
  return suggestMerges(now, inForce(pack.mergeSuggestions, day), required)
}
export const asHelpers = <T extends { id: number; staffId: number; role: string; sector: string }>(team: readonly T[]) =>
  team.map((one) => ({ ...one, assignmentId: one.id }))

/** Who sets the team, and may write about the family. */
async function mayAnswer(tx: Tx, ctx: Context, caseId: number): Promise<May> {
  const manages = await mayManageTeam(tx, caseId)
  if (manages !== true) return manages
  const subjects = (await familyPeople(tx, ctx, [caseId])).map((one) => one.id)
  const { rows } = await sql<{ yes: boolean }>`
    select access.may_create(${caseId}, 'coordination', 'plan', 'staff', ${subjects}::bigint[], false) as yes`.execute(tx)
  return rows[0]?.yes === true
}

/**
 * KOO-08: what came of a suggestion that several helpers might be one. Merged: the others' assignments in it end on the day
 * given, if the law still has
 * its people then. Nothing is ever merged without this.
 */
export const answerMerge = command({
  event: 'team.answer-merge',
  input: AnswerMerge,
  case: ({ caseId }) => caseId,
  may: (tx, ctx, { caseId }) => mayAnswer(tx, ctx, caseId),
  run: async (tx, ctx, input) => {
    const pack = await projectPack(tx, (await caseHead(tx, input.caseId)).projectId)
    const people = await familyPeople(tx, ctx, [input.caseId])
    const wanted = mergeKey(input.code, [input.keep, ...input.others])
    const merge = mergesToday(pack, ctx.today, asHelpers(await teamOf(tx, input.caseId)), people).find((one) => keyOf(one) === wanted)
    if (!merge) throw new Conflict('merge-gone')
    if (input.answer === 'merged' && input.endsOn !== null) await endOthers(tx, ctx, input.caseId, merge, input.endsOn)
    const subjects = people.map((one) => one.id)
    const row = await tx
      .insertInto('merge_answer')
      .values({
        municipality_id: ctx.municipalityId,
        suggestion: merge.code,
        keep_staff_id: merge.keep.staffId,
        other_staff_ids: merge.others.map((one) => one.staffId),
        answer: input.answer,
        why: input.why,
        answered_on: ctx.today,
        ends_on: input.answer === 'merged' ? input.endsOn : null,
        case_id: input.caseId,
        sector: 'coordination',
        category: 'plan',
        visibility: 'staff',
        subjects,
      })
      .returning(['id', 'shelf_id'])
      .executeTakeFirstOrThrow()
    return { id: row.id, shelfId: row.shelf_id, subjects, ended: input.answer === 'merged' ? merge.others.map((one) => one.assignmentId) : [] }
  },
  concerns: ({ caseId, code, answer }, result) => ({
    caseId,
    personIds: result.subjects,
    shelfIds: [result.shelfId],
    details: { merge: code, answer, ended: result.ended },
  }),
})

async function endOthers(tx: Tx, ctx: Context, caseId: number, merge: Merge, endsOn: string): Promise<void> {
  if (endsOn < ctx.today) throw issue('endsOn', 'past')
  for (const one of merge.others)
    await tx
      .updateTable('assignment')
      .set({ valid_until: endsOn })
      .where('id', '=', one.assignmentId)
      .where('case_id', '=', caseId)
      .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>', endsOn)]))
      .execute()
  await refreshAccess(tx)
}
