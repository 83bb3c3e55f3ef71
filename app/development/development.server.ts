import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { peopleThere } from '#app/families/queries.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import { measured } from '#app/progression/indicator-series.ts'
import { CHOICES, fieldsOf, isChoice, type Member } from '#app/progression/indicators.ts'
import { da as progressionDa, en as progressionEn } from '#app/progression/messages.ts'
import { monthOf } from '#app/progression/months.ts'
import { membersOf } from '#app/progression/queries.server.ts'
import type { Series } from '#app/progression/series.ts'
import { beganOn } from '#app/ratings/queries.server.ts'
import { isAsked } from '#app/ratings/ratings.ts'
import { writing } from '#app/spells/rights.server.ts'
import { keyOf, type Line, outOfReach, type Pair, pairsOf, standingOf, strengthsFirst } from './development.ts'
import { allSeries } from './series.server.ts'

/** A member with their measures, what has become better first; `notMeasured`: what is asked about and has never been measured, told only to who sees everything. */
export type MemberDevelopment = { id: number; name: string; age: number | null; child: boolean; lines: Line[]; pairs: Pair[]; notMeasured: Missing[] }
/** A measure that is asked about and has no value. */
export type Missing = { key: string; label: string }
export type Development = { caseId: number; today: string; began: string | null; members: MemberDevelopment[]; may: { write: boolean } }

const WITHIN_DAYS = 28

/** How it goes for each of the family, as far as the reader may see it (PROG-33); the same inside another verb's transaction. */
export async function developmentOf(tx: Tx, ctx: Context, caseId: number): Promise<Development> {
  const pack = await casePack(tx, caseId)
  const began = await beganOn(tx, caseId)
  const series = await allSeries(tx, caseId, ctx.today)
  const write = (await writing(tx, ctx, caseId)).coordination
  const missing = write ? notMeasured(pack, await membersOf(tx, caseId, ctx.today), series, began, ctx) : new Map<number, Missing[]>()
  const people = (await peopleThere(tx, caseId, ctx.today)).filter((p) => p.family && p.died === null)
  const beside = Object.fromEntries(pack.ratingQuestions.map((q) => [q.code, q.beside]))
  const lines = linesOf(pack, series, began, ctx)
  return {
    caseId,
    today: ctx.today,
    began,
    members: people.map((p) => {
      const mine = lines.filter((l) => l.personId === p.id)
      return { id: p.id, name: p.firstName, age: p.age, child: p.child, lines: strengthsFirst(mine), pairs: pairsOf(mine, beside), notMeasured: missing.get(p.id) ?? [] }
    }),
    may: { write },
  }
}

/** Series with where they stand. @param from counted from that day instead of the first measurement */
export function linesOf(pack: Pack, series: readonly Series[], began: string | null, ctx: Pick<Context, 'today' | 'locale'>, from: string | null = null): Line[] {
  const within = pack.settings.findLast((s) => s.code === 'baselineWithinDays')?.value
  const days = typeof within === 'number' ? within : WITHIN_DAYS
  return series.flatMap((s): Line[] => {
    const found = standingOf(s, began, days, from)
    if (!found) return []
    const standing = found.why === 'no-error' && isFact(pack, s) ? { ...found, why: 'counted' as const } : found
    return [{ ...s, key: keyOf(s), standing, values: choiceNames(pack, s, ctx.locale), outOfReach: outOfReach(s.measure, standing.baseline.point.value, hopedFor(pack, s, ctx.today)) }]
  })
}

/** A fact that somebody typed: hours, marks, begun or not. It is counted, whoever wrote it. */
const isFact = (pack: Pack, { measure }: Series): boolean => measure.kind === 'indicator' && pack.indicators.some((i) => i.kind === 'objective' && measure.code.split('.')[0] === i.code)

/** Answers of an indicator that are chosen, by their points: "1" is yes. */
function choiceNames(pack: Pack, { measure }: Series, locale: Locale): Record<string, string> | null {
  const indicator = measure.kind === 'indicator' ? pack.indicators.find((i) => i.code === measure.code) : undefined
  if (!indicator || !isChoice(indicator.answer)) return null
  const names: Readonly<Record<string, string>> = pick(locale, { da: progressionDa, en: progressionEn }).choices
  return Object.fromEntries(CHOICES[indicator.answer].map((choice) => [String(measured(indicator, { number: null, second: null, choice })), (names[choice] ?? choice).toLocaleLowerCase(locale)]))
}

/** The per cent by which a goal of the project hopes that it rises. */
function hopedFor(pack: Pack, { measure }: Series, today: string): number | null {
  const goal = inForce(pack.projectGoals, today).find((g) => g.measure === 'change-percent' && g.definition?.method === 'change' && g.definition.source === measure.kind && g.definition.codes.includes(measure.code))
  return goal?.target ?? null
}

/** What is asked about each today, without a single real measurement. */
function notMeasured(pack: Pack, members: readonly Member[], series: readonly Series[], began: string | null, { today, locale }: Context): Map<number, Missing[]> {
  if (began === null) return new Map()
  const has = (personId: number, kind: string, code: string) => series.some((s) => s.personId === personId && s.measure.kind === kind && s.measure.code === code)
  const every = inForce(pack.indicators, today).map((i) => ({ ...i, everyMonths: 1 }))
  const month = monthOf(today)
  return new Map(
    members.map((member) => [
      member.id,
      [
        ...inForce(pack.ratingQuestions, today).filter((q) => isAsked(q, member, today)).map((q) => ({ kind: 'rating', code: q.code, label: q.label })),
        ...fieldsOf(every, [member], month, month).map((f) => ({ kind: 'indicator', code: f.indicator.code, label: f.indicator.label })),
      ].flatMap((a) => (has(member.id, a.kind, a.code) ? [] : [{ key: `${a.kind}.${a.code}`, label: a.label[locale] }])),
    ]),
  )
}

/** For the log: whose measures were shown, and from which shelves. */
export const shownOf = (lines: readonly Pick<Line, 'personId' | 'points'>[]): { personIds: number[]; shelfIds: number[] } => ({
  personIds: [...new Set(lines.map((l) => l.personId))],
  shelfIds: [...new Set(lines.flatMap((l) => l.points.map((p) => p.shelfId)))],
})
