import { z } from 'zod'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { plannedExitOf } from './plan-exit.server.ts'
import { closingOf, phones, staffNames } from './queries.server.ts'

/** For a member: when it is expected to end, how the help is stepped down and what takes over; as far as they read it. */
export const readMyPlannedExit = query({
  event: 'exit.read-my-plan',
  input: z.object({ caseId: z.coerce.number().int().positive() }),
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => (ctx.actor.kind === 'member' && (await reachesCase(tx, caseId)) ? true : ('not-found' as const)),
  run: async (tx, _ctx, { caseId }) => {
    const plan = await plannedExitOf(tx, caseId)
    if (!plan) throw new NotFound('planned exit')
    const steps = await tx.selectFrom('exit_step').select(['id', 'kind', 'on_date as onDate', 'what', 'who', 'contact', 'shelf_id as shelfId']).where('plan_id', '=', plan.id).where('dropped_on', 'is', null)
      .where('replaced_by', 'is', null).orderBy('on_date').orderBy('id').execute()
    return { caseId, expectedOn: plan.expected_on, words: plan.words, steps: steps.map(({ shelfId: _shelf, ...step }) => step), personIds: plan.subjects, shelfIds: [plan.shelf_id, ...steps.map((s) => s.shelfId)] }
  },
  concerns: ({ caseId }, page) => ({ caseId, personIds: page.personIds, shelfIds: page.shelfIds }),
})

/** For a member: that it has ended, until when the pages are there, the letter, and whom to call. Without `caseId` the case that ended last. */
export const readAfterLeaving = query({
  event: 'exit.read-after',
  input: z.object({ caseId: z.coerce.number().int().positive().nullish() }),
  case: ({ caseId }) => caseId ?? null,
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'member' ? true : ('not-found' as const)),
  run: async (tx, ctx, { caseId }) => {
    const last = caseId ?? (await tx.selectFrom('closure').select('case_id').where('reopened_at', 'is', null).orderBy('id', 'desc').executeTakeFirst())?.case_id
    const closing = last === undefined ? null : await closingOf(tx, last)
    if (last === undefined || !closing) throw new NotFound('closing')
    const letters = await tx.selectFrom('intake_letter').select(['id', 'title', 'body', 'locale', 'shelf_id']).where('case_id', '=', last).where('template', '=', 'family-leaves').orderBy('id', 'desc').limit(1).execute()
    const names = await staffNames(tx, closing.closedBy === null ? [] : [closing.closedBy])
    const numbers = await phones(tx, ctx, closing.closedBy === null ? [] : [closing.closedBy])
    return {
      caseId: last,
      me: ctx.actor.id,
      leftOn: closing.leftOn,
      pagesUntil: closing.pagesUntil,
      letters: letters.map((l) => ({ id: l.id, title: l.title, body: l.body, locale: l.locale })),
      call: closing.closedBy === null ? null : { name: names.get(closing.closedBy) ?? '', phone: numbers.get(closing.closedBy) ?? '' },
      shelfIds: letters.map((l) => l.shelf_id),
    }
  },
  concerns: (_, page) => ({ caseId: page.caseId, personIds: [page.me], shelfIds: page.shelfIds }),
})
