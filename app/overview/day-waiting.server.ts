import { clocksOf } from '#app/clock/queries.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { unansweredThreads } from '#app/threads/queries.server.ts'
import type { Source } from './day-sources.server.ts'
import { AHEAD, type DayItem, firstName } from './my-day.ts'

/**
 * What the laws and the project ask for and no meeting is called for yet: all of the families one coordinates, elsewhere what one's own
 * authority answers for. The follow-up of the plan itself stands for its own.
 */
export const obligationItems: Source = async (tx, ctx, scope) => {
  const clocks = await clocksOf(tx, scope.all, ctx.today)
  return clocks.flatMap(({ caseId, entries, people }) => {
    const family = scope.families.get(caseId)
    if (!family || family.inIntake) return []
    return entries.flatMap((entry): DayItem[] => {
      if (entry.due === null || entry.due > addDays(ctx.today, AHEAD) || (entry.planned !== null && entry.planned <= entry.due)) return []
      if (!family.whole && !family.sectors.includes(entry.sector)) return []
      const name = people.find((p) => p.id === entry.personId)?.name ?? null
      return [
        {
          key: `obligation.${caseId}.${entry.id}`,
          caseId,
          due: entry.due,
          time: null,
          owner: null,
          what: { kind: 'obligation', label: entry.obligation.label[ctx.locale], name, source: entry.obligation.source },
          href: `/familier/${caseId}/moeder/aaret`,
          act: null,
          personIds: entry.personId === null ? [] : [entry.personId],
          shelfIds: entry.shelfIds,
        },
      ]
    })
  })
}

/** Messages from families that wait for an answer (KOO-15), of threads one may read in families one coordinates. */
export const messageItems: Source = async (tx, ctx, scope) => {
  const waiting = await unansweredThreads(tx, ctx, scope.whole)
  return waiting.map((one) => ({
    key: `message.${one.messageId}`,
    caseId: one.caseId,
    due: one.dueOn,
    time: null,
    owner: one.name === null ? null : firstName(one.name),
    what: { kind: 'message' },
    href: `/familier/${one.caseId}/beskeder`,
    act: null,
    personIds: one.subjects,
    shelfIds: [one.shelfId],
  }))
}
