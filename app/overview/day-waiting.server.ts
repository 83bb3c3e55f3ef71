import { clocksOf } from '#app/clock/queries.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { unansweredThreads } from '#app/threads/queries.server.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Source } from './day-sources.server.ts'
import { AHEAD, type DayItem, firstName } from './my-day.ts'

/** The follow-up of the plan is told by the plan itself, with the day the family agreed. */
const PLAN = 'plan-follow-up'

/**
 * What the laws and the project ask for and no meeting is called for yet: all of the families one coordinates, elsewhere what one's own
 * authority answers for.
 */
export const obligationItems: Source = async (tx, ctx, scope) => {
  const clocks = await clocksOf(tx, scope.all, ctx.today)
  return clocks.flatMap(({ caseId, entries, people, pack }) => {
    const family = scope.families.get(caseId)
    if (!family || family.inIntake) return []
    return entries.flatMap((entry): DayItem[] => {
      if (entry.due === null || entry.due > addDays(ctx.today, AHEAD) || (entry.planned !== null && entry.planned <= entry.due)) return []
      if (family.whole ? entry.code === PLAN : !family.sectors.includes(entry.sector)) return []
      const sector = inForce(pack.sectors, ctx.today).find((one) => one.code === entry.sector)?.label[ctx.locale] ?? entry.sector
      const name = people.find((p) => p.id === entry.personId)?.name ?? null
      return [
        {
          key: `obligation.${caseId}.${entry.id}`,
          caseId,
          due: entry.due,
          time: null,
          owner: family.sectors.includes(entry.sector) ? null : sector,
          what: { kind: 'obligation', label: entry.obligation.label[ctx.locale], name, source: entry.obligation.lawArea === null ? '' : entry.obligation.source },
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
