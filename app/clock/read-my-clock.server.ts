import { CaseOnly } from '#app/inquiries/inquiry.ts'
import { rightsOf } from '#app/plan/queries.server.ts'
import { query, reachesCase } from '#app/platform/command.server.ts'
import { blockedOf, clockOf } from './queries.server.ts'
import { lineOf } from './read-year.server.ts'

/** What must be followed up, for a member of the family: what they may read, and when the family cannot meet. */
export const readMyClock = query({
  event: 'clock.read-mine',
  input: CaseOnly,
  case: ({ caseId }) => caseId,
  may: async (tx, ctx, { caseId }) => (ctx.actor.kind === 'member' && (await reachesCase(tx, caseId)) ? true : 'not-found'),
  async run(tx, ctx, { caseId }) {
    const clock = await clockOf(tx, caseId, ctx.today)
    const entries = clock.entries.filter((entry) => entry.state === 'due' || entry.state === 'overdue').toSorted((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))
    const blocked = await blockedOf(tx, caseId, ctx.today, ctx.actor.id)
    return {
      caseId,
      today: ctx.today,
      lines: entries.map((entry) => lineOf(entry, clock, ctx)),
      blocked,
      closing: clock.pack.closingDays.map((c) => c.label[ctx.locale]),
      mayBlock: (await rightsOf(tx, ctx, caseId)).writes,
      seen: {
        personIds: [...new Set([ctx.actor.id, ...entries.flatMap((e) => e.personId ?? [])])],
        shelfIds: [...new Set([...entries.flatMap((e) => e.shelfIds), ...blocked.map((b) => b.shelfId)])],
      },
    }
  },
  concerns: ({ caseId }, r) => ({ caseId, ...r.seen }),
})
