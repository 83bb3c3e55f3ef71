import { command, reachesCase } from '#app/platform/command.server.ts'
import { writing } from '#app/spells/rights.server.ts'
import { readMonth } from './month.server.ts'
import { lockMonth, mustBeOpen } from './register-month.server.ts'
import { MonthOfCase } from './registration.ts'

/** Says that a month is done, gaps and all; or takes that back while the month is open. */
const mark = (event: string, done: boolean) =>
  command({
    event,
    input: MonthOfCase,
    case: ({ caseId }) => caseId,
    may: async (tx, ctx, { caseId }) => ((await reachesCase(tx, caseId)) ? (await writing(tx, ctx, caseId)).coordination : 'not-found'),
    async run(tx, ctx, { caseId, month }) {
      await lockMonth(tx, ctx, caseId, month)
      const read = await readMonth(tx, ctx, caseId, month)
      mustBeOpen(read, ctx.today)
      await tx
        .updateTable('registration_month')
        .set(done ? { finished_at: ctx.now, finished_by: ctx.actor.id } : { finished_at: null, finished_by: null })
        .where('case_id', '=', caseId)
        .where('month', '=', month)
        .execute()
      return { personIds: [...new Set(read.fields.map((f) => f.member.id))] }
    },
    concerns: ({ caseId, month }, r) => ({ caseId, personIds: r.personIds, details: { month } }),
  })

export const finishMonth = mark('progression.finish-month', true)
export const reopenMonth = mark('progression.reopen-month', false)
