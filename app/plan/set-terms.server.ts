import { changeSeen } from '#app/platform/change-seen.ts'
import type { Context } from '#app/platform/context.ts'
import { Invalid } from '#app/platform/context.ts'
import { command } from '#app/platform/command.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { agreeingRules } from './agreeing-rules.server.ts'
import { da as daTerms } from './terms-messages.ts'
import { en as enTerms } from './terms-messages-en.ts'
import { ensurePlan, peopleOf, rightsOf } from './queries.server.ts'
import { askedSubjects, onCase, wrong } from './rights.server.ts'
import { homesOf, SetTerms, termsOf, weeksOf } from './terms.ts'

type Input = ReturnType<(typeof SetTerms)['parse']>
/** What is written freely, and may name somebody. */
const texts = (v: {
  howFollowed: string
  nextOthers: string
  thinkOver: string
  ifOtherwise: string
  whoCalls: string
  reopenedWhen: string
  registeredBy: string
  registeredWhat: string
}): string[] => [v.howFollowed, v.nextOthers, v.thinkOver, v.ifOtherwise, v.whoCalls, v.reopenedWhen, v.registeredBy, v.registeredWhat]

const columns = (v: Input) => ({
  how_followed: v.howFollowed,
  how_often: v.howOften,
  next_on: v.nextOn,
  next_people: v.nextPeople.toSorted((a, b) => a - b),
  next_staff: v.nextStaff.toSorted((a, b) => a - b),
  next_others: v.nextOthers,
  think_over: v.thinkOver,
  next_goals: v.nextGoals.toSorted((a, b) => a - b),
  if_otherwise: v.ifOtherwise,
  who_calls: v.whoCalls,
  reopened_when: v.reopenedWhen,
  registered_by: v.registeredBy,
  registered_what: v.registeredWhat,
  registered_often: v.registeredOften,
  registered_channel: v.registeredChannel,
})

/**
 * How the plan is followed up in this family, or in one of its homes (PLAN-03, PLAN-16, PLAN-17, PLAN-18). Saves with anything missing; the
 * plan is agreed when all of it is answered. About everybody of the home: who is told outside it must be covered for each of them.
 * @throws Conflict('stale') with both texts when somebody changed it meanwhile
 */
export const setTerms = command({
  event: 'plan.set-terms',
  input: SetTerms,
  case: ({ caseId }) => caseId,
  may: onCase((r) => r.writes && r.coordination),
  async run(tx, ctx, input) {
    const rights = await rightsOf(tx, ctx, input.caseId)
    const people = await peopleOf(tx, ctx, input.caseId, rights)
    const home = homesOf(people).find((h) => h.id === input.householdId)
    if (!home || home.personIds.length === 0) throw wrong('householdId', 'notInFamily')
    if (input.nextPeople.some((p) => !home.personIds.includes(p))) throw wrong('nextPeople', 'notInFamily')
    await oftenEnough(tx, ctx, input)
    await goalsAreThere(tx, input.caseId, input.nextGoals)
    await ensurePlan(tx, ctx, input.caseId)
    // Two at once: the second waits here and finds what the first wrote.
    await tx.selectFrom('family_plan').select('id').where('case_id', '=', input.caseId).forUpdate().execute()
    const row = () =>
      tx
        .selectFrom('plan_terms')
        .selectAll()
        .where('case_id', '=', input.caseId)
        .where('replaced_by', 'is', null)
        .orderBy('id')
        .execute()
        .then((rows) => termsOf(rows.map((r) => ({ ...r, householdId: r.household_id })), home))
    const found = await row()
    const before = found && {
      howFollowed: found.how_followed,
      nextOthers: found.next_others,
      thinkOver: found.think_over,
      ifOtherwise: found.if_otherwise,
      whoCalls: found.who_calls,
      reopenedWhen: found.reopened_when,
      registeredBy: found.registered_by,
      registeredWhat: found.registered_what,
    }
    const subjects = askedSubjects({
      texts: texts(input),
      ...(before ? { before: texts(before) } : {}),
      subjects: home.personIds,
      people,
      rights,
      aboutOthers: input.aboutOthers,
    })
    const written =
      found && subjects.every((s) => found.subjects.includes(s))
        ? await changeSeen({
            seen: input.seenRevision ?? 0,
            mine: before && Object.fromEntries(Object.keys(before).map((k) => [k, input[k as keyof typeof before]])),
            read: row,
            shown: (r) => ({ ...before, revision: r.revision }),
            write: (r) =>
              tx
                .updateTable('plan_terms')
                .set({ ...columns(input), household_id: home.id })
                .where('id', '=', r.id)
                .where('revision', '=', r.revision)
                .executeTakeFirst(),
          })
        : await tx
            .insertInto('plan_terms')
            .values({
              municipality_id: ctx.municipalityId,
              case_id: input.caseId,
              sector: 'coordination',
              category: 'plan',
              visibility: 'family',
              subjects,
              household_id: input.householdId,
              ...columns(input),
              // Somebody more lives there now: only the author of a record adds to it, so it is written anew.
              ...(found ? { replaces: found.id } : {}),
            })
            .returning(['id', 'shelf_id', 'subjects'])
            .executeTakeFirstOrThrow()
    await noteNextTime(tx, input.caseId)
    return { id: written.id, shelfId: written.shelf_id, subjects: written.subjects }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { terms: r.id } }),
})

/** The pack says how seldom at most (PLAN-19). */
async function oftenEnough(tx: Tx, ctx: Context, input: Input): Promise<void> {
  const { followUpEveryMonths } = await agreeingRules(tx, ctx, input.caseId)
  if (input.howOften !== null && weeksOf[input.howOften] > Math.ceil((followUpEveryMonths * 52) / 12))
    throw new Invalid([
      { field: 'howOften', message: { da: daTerms.tooSeldom(followUpEveryMonths), en: enTerms.tooSeldom(followUpEveryMonths) } },
    ])
}

async function goalsAreThere(tx: Tx, caseId: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await tx.selectFrom('goal').select('id').where('case_id', '=', caseId).where('id', 'in', [...ids]).execute()
  if (ids.some((id) => !rows.some((r) => r.id === id))) throw wrong('nextGoals', 'otherGoal')
}

/** The plan's next date is the first of its homes'. */
async function noteNextTime(tx: Tx, caseId: number): Promise<void> {
  const rows = await tx
    .selectFrom('plan_terms')
    .select('next_on')
    .where('case_id', '=', caseId)
    .where('replaced_by', 'is', null)
    .where('next_on', 'is not', null)
    .orderBy('next_on')
    .execute()
  const first = rows[0]?.next_on
  if (first) await tx.updateTable('family_plan').set({ next_follow_up_on: first }).where('case_id', '=', caseId).execute()
}
