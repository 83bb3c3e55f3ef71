import { seenInOrder } from './goal-order.ts'
import { z } from 'zod'
import { query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { type Change, comparePlans } from './compare.ts'
import { id, type PlanContent } from './plan.ts'
import { peopleOf, type PlanPerson, type PlanVersionHead, rightsOf, versionsOf } from './queries.server.ts'
import type { Names } from './plan-words.ts'
import { agreementOf, type PlanAgreement, withoutDropped } from './read-plan.server.ts'
import { contentNow, contentOfVersion, shelvesOf, subjectsOf } from './records.server.ts'
import { onCase } from './rights.server.ts'

export type PlanVersionPage = PlanContent & {
  caseId: number
  today: string
  me: number | null
  people: PlanPerson[]
  goalOrder: number[]
  agreement: PlanAgreement
  versions: PlanVersionHead[]
  mayAnswerForOthers: boolean
}

/** A version as it was agreed, as far as the reader may see its records now (PLAN-05). */
export const readPlanVersion = query({
  event: 'plan.read-version',
  input: z.object({ caseId: id, number: id }),
  case: ({ caseId }) => caseId,
  may: onCase(() => true),
  async run(tx, ctx, { caseId, number }): Promise<PlanVersionPage> {
    const rights = await rightsOf(tx, ctx, caseId)
    const people = await peopleOf(tx, ctx, caseId, rights)
    const versions = await versionsOf(tx, caseId, rights.coordination)
    const version = versions.find((v) => v.number === number)
    if (!version) throw new NotFound('version')
    const { goal_order, focus_goals } = await tx
      .selectFrom('plan_version')
      .select(['goal_order', 'focus_goals'])
      .where('id', '=', version.id)
      .executeTakeFirstOrThrow()
    const then = await contentOfVersion(tx, caseId, version.id)
    const content = { ...then, goals: then.goals.map((g) => ({ ...g, inFocus: focus_goals.includes(g.id) })) }
    return {
      ...content,
      caseId,
      today: ctx.today,
      me: ctx.actor.kind === 'member' ? ctx.actor.id : null,
      people,
      goalOrder: seenInOrder(goal_order, content.goals),
      agreement: await agreementOf(tx, version, people, rights),
      versions,
      mayAnswerForOthers: rights.writes && rights.coordination,
    }
  },
  concerns: ({ caseId, number }, p) => ({
    caseId,
    // A parent elsewhere is named only: a look-up concerns them when a record does. Else the household could not see who has looked.
    personIds: [...new Set([...p.people.filter((x) => x.family).map((x) => x.id), ...subjectsOf(p)])],
    shelfIds: [...shelvesOf(p), ...p.agreement.given.map((a) => a.shelfId)],
    details: { version: number },
  }),
})

export type PlanComparison = {
  caseId: number
  today: string
  from: PlanVersionHead
  to: PlanVersionHead | null
  versions: PlanVersionHead[]
  changes: Change[]
  people: PlanPerson[]
  /** Both states as the reader may see them today, for showing them side by side. */
  before: PlanContent
  after: PlanContent
  /** Titles of goals, hopes and activities on either side, for fields that point to one. */
  names: Required<Names>
}

/** What changed between two versions, or from a version until now when `to` is left out. */
export const comparePlanVersions = query({
  event: 'plan.compare',
  input: z.object({ caseId: id, from: id, to: id.nullish() }),
  case: ({ caseId }) => caseId,
  may: onCase(() => true),
  async run(tx, ctx, { caseId, from, to }): Promise<PlanComparison & { shelfIds: number[]; personIds: number[] }> {
    const rights = await rightsOf(tx, ctx, caseId)
    const versions = await versionsOf(tx, caseId, rights.coordination)
    const find = (number: number) => {
      const found = versions.find((v) => v.number === number)
      if (!found) throw new NotFound('version')
      return found
    }
    const [older, newer] = [find(from), to ? find(to) : null]
    const before = await contentOfVersion(tx, caseId, older.id)
    const after = newer ? await contentOfVersion(tx, caseId, newer.id) : withoutDropped(await contentNow(tx, caseId))
    const names = {
      goal: titles([...before.goals, ...after.goals], (g) => g.title),
      hope: titles([...before.hopes, ...after.hopes], (h) => h.words),
      activity: titles([...before.activities, ...after.activities], (a) => a.what),
    }
    return {
      caseId,
      today: ctx.today,
      from: older,
      to: newer,
      versions,
      changes: comparePlans(before, after),
      people: await peopleOf(tx, ctx, caseId, rights),
      names,
      before,
      after,
      shelfIds: [...shelvesOf(before), ...shelvesOf(after)],
      personIds: [...subjectsOf(before), ...subjectsOf(after)],
    }
  },
  concerns: ({ caseId }, r) => ({
    caseId,
    personIds: r.personIds,
    shelfIds: r.shelfIds,
    details: { from: r.from.number, to: r.to?.number ?? null },
  }),
})

const titles = <R extends { id: number }>(records: readonly R[], title: (r: R) => string): Record<number, string> =>
  Object.fromEntries(records.map((r) => [r.id, title(r)]))
