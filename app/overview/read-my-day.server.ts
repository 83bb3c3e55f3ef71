import { z } from 'zod'
import { awayFrom } from '#app/team/absence-queries.server.ts'
import type { AwayFrom } from '#app/team/absence.ts'
import { query } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Concerns } from '#app/platform/audit/append.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { mailWish } from './mail-wish.server.ts'
import { meetingItems, unheldItems } from './day-meetings.server.ts'
import { baselineItems } from './day-baseline.server.ts'
import { type DayScope, dayScope } from './day-scope.server.ts'
import { agreementItems, birthdayItems, followUpItems, inquiryItems, type Source, taskItems } from './day-sources.server.ts'
import { registrationItems } from './day-registration.server.ts'
import { messageItems, obligationItems } from './day-waiting.server.ts'
import { AHEAD, type DayItem, foldMonths, intoSections, type Section } from './my-day.ts'

/** Everything that can be due. A new source is one more name here. */
const SOURCES: readonly Source[] = [
  taskItems,
  followUpItems,
  meetingItems,
  unheldItems,
  agreementItems,
  inquiryItems,
  messageItems,
  obligationItems,
  birthdayItems,
  registrationItems,
  baselineItems,
]

export type DayAway = AwayFrom & { family: string; mine: boolean; what: string | null }
export type MyDay = {
  today: string
  sections: Record<Section, DayItem[]>
  /** The next meeting of all, where there is one within the days ahead. */
  next: DayItem | null
  /** Names of the families of the items, by case. */
  families: Record<number, string>
  /** Families one helps; 0: there is nobody yet. */
  helps: number
  /** One's own absence and those of others in one's families, now and within a week. */
  away: DayAway[]
}

/** The reader's own day, in a handful of statements for all families together. */
export async function dayOf(tx: Tx, ctx: Context): Promise<MyDay & { scope: DayScope }> {
  const scope = await dayScope(tx, ctx)
  const items: DayItem[] = []
  for (const source of SOURCES) items.push(...(await source(tx, ctx, scope)))
  const sections = intoSections(foldMonths(items), ctx.today)
  const shown = Object.values(sections).flat()
  const last = addDays(ctx.today, AHEAD)
  const meetings = items.filter((one) => one.what.kind === 'meeting' && (one.due ?? '') <= last)
  const at = (one: DayItem) => `${one.due} ${one.time}`
  return {
    scope,
    today: ctx.today,
    sections,
    next: meetings.toSorted((a, b) => at(a).localeCompare(at(b)))[0] ?? null,
    families: await namesOf(tx, scope, shown),
    helps: scope.all.length,
    away: await awayNow(tx, ctx, scope),
  }
}

async function namesOf(tx: Tx, scope: DayScope, items: readonly DayItem[]): Promise<Record<number, string>> {
  const names = new Map([...scope.families].map(([id, one]) => [id, one.name]))
  const others = [...new Set(items.flatMap((one) => (one.caseId === null || names.has(one.caseId) ? [] : [one.caseId])))]
  const rows = others.length === 0 ? [] : await tx.selectFrom('family_case').select(['id', 'name']).where('id', 'in', others).execute()
  for (const row of rows) names.set(row.id, row.name)
  return Object.fromEntries(names)
}

async function awayNow(tx: Tx, ctx: Context, scope: DayScope): Promise<DayAway[]> {
  const rows = await awayFrom(tx, scope.all, { from: ctx.today, until: addDays(ctx.today, 7) })
  const word = (caseId: number, code: string | null) =>
    scope.packs.get(scope.families.get(caseId)?.projectId ?? 0)?.choices.findLast((one) => one.list === 'absence-words' && one.code === code)?.label[ctx.locale] ?? null
  return rows.map((one) => ({ ...one, family: scope.families.get(one.caseId)?.name ?? '', mine: one.by?.staffId === scope.me, what: word(one.caseId, one.words) }))
}

/** "Hvad skal jeg i dag?" One row in the log for each family of which something is shown, so that each family sees its own. */
export const readMyDay = query({
  event: 'overview.my-day',
  input: z.object({}),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'staff'),
  run: async (tx, ctx): Promise<MyDay & { mail: { wanted: boolean; address: boolean } }> => {
    const { scope: _, ...day } = await dayOf(tx, ctx)
    return { ...day, mail: await mailWish(tx, ctx) }
  },
  concerns: (_input, { sections, next }) => concernsOf([...Object.values(sections).flat(), ...(next ? [next] : [])]),
})

/** What was seen of each family. Without any: the look itself. */
export function concernsOf(items: readonly DayItem[]): Concerns[] {
  const byCase = Map.groupBy(items, (one) => one.caseId)
  byCase.delete(null)
  if (byCase.size === 0) return [{ personIds: [], bases: [] }]
  return [...byCase].map(([caseId, of]) => {
    const shelfIds = of.flatMap((one) => one.shelfIds)
    return { caseId, personIds: of.flatMap((one) => one.personIds), ...(shelfIds.length > 0 ? { shelfIds } : { bases: ['household-names'] }) }
  })
}
