import { z } from 'zod'
import type { NormSet } from '#app/catalogue/pack-instruments.ts'
import { Id } from '#app/families/families.ts'
import { type May, query, reachesCase } from '#app/platform/command.server.ts'
import type { Context } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { rightsOf } from '#app/plan/queries.server.ts'
import type { Series } from '#app/progression/series.ts'
import { type Form, rangeOf, type Scale, type Tool } from './instruments.ts'
import { isReasonToTalk } from './norms.ts'
import { kitOf, personsOf, scoresOf } from './queries.server.ts'
import type { Person, Score } from './scores.ts'
import { alertsIn } from './scoring.ts'
import { respondent, seriesOfScores } from './score-series.ts'
import { changeOf, type ScoreChange } from './score-words.ts'

export const there = async (tx: Tx, _: Context, { caseId }: { caseId: number }): Promise<May> => (await reachesCase(tx, caseId)) || 'not-found'
export const seen = (caseId: number, scores: readonly Pick<Score, 'personId' | 'shelfId'>[]) => ({ caseId, personIds: [...new Set(scores.map((s) => s.personId))], shelfIds: [...new Set(scores.map((s) => s.shelfId))] })

/** The newest score of one form and person who answered, with what has changed since the first. */
export type Line = { score: Score; label: Tool['label']; form: Form | null; talk: boolean; count: number; values: { label: Tool['label']; value: number | null; range: readonly [number, number]; band: string | null; change: ScoreChange | null; forGroups: number | null }[] }
export type InstrumentsPage = {
  caseId: number
  today: string
  people: { person: Person; lines: Line[] }[]
  norms: Pick<NormSet, 'code' | 'label' | 'bands'>[]
  may: { write: boolean }
}

/** What has been measured with instruments, for each of the family. */
export const readInstruments = query({
  event: 'instruments.read',
  input: z.object({ caseId: Id }),
  case: ({ caseId }) => caseId,
  may: there,
  async run(tx, ctx, { caseId }): Promise<InstrumentsPage & { scores: Score[] }> {
    const { tools, norms } = await kitOf(tx, caseId, ctx.today)
    const scores = await scoresOf(tx, caseId)
    const people = await personsOf(tx, caseId, ctx.today)
    const rights = await rightsOf(tx, ctx, caseId)
    const series = seriesOfScores(scores, tools)
    return {
      caseId,
      today: ctx.today,
      people: people.map((person) => ({ person, lines: linesOf(scores.filter((s) => s.personId === person.id), tools, norms, series) })),
      norms: norms.map(({ code, label, bands }) => ({ code, label, bands })),
      may: { write: rights.staff && rights.writes && rights.sectors.length > 0 },
      scores,
    }
  },
  concerns: ({ caseId }, r) => seen(caseId, r.scores),
})

function linesOf(scores: readonly Score[], tools: readonly Tool[], norms: readonly NormSet[], series: readonly Series[]): Line[] {
  const groups = [...Map.groupBy(scores, (s) => [s.instrument, s.version, s.form, respondent(s)].join('|')).values()]
  const lines = groups.flatMap((group) => {
    const score = group.at(-1)
    const tool = tools.find((t) => t.code === score?.instrument)
    if (!score || !tool) return []
    const set = norms.find((n) => n.code === score.normSet) ?? null
    const values = tool.scales
      .filter((s) => s.followed && typeof score.scores[s.code] === 'number')
      .map((scale) => {
        const mine = series.find((s) => s.points.some((p) => p.recordId === score.id) && isOf(s, tool, scale))
        return { label: scale.label, value: score.scores[scale.code] ?? null, range: rangeOf(tool, scale, score.informant), band: score.bands[scale.code] ?? null, change: mine ? changeOf(mine, scale.reliableChange) : null, forGroups: tool.framework ? null : (scale.relevantChange?.points ?? null) }
      })
    const talk = isReasonToTalk(set, Object.fromEntries(tool.scales.filter((s) => s.followed).map((s) => [s.code, score.bands[s.code] ?? null]))) || alertsIn(tool, score.answers).length > 0
    return [{ score, label: tool.label, form: tool.forms.find((f) => f.code === score.form) ?? null, talk, count: group.length, values }]
  })
  return lines.toSorted((a, b) => b.score.answeredOn.localeCompare(a.score.answeredOn) || b.score.id - a.score.id)
}
/** Is this the series of that scale? */
export const isOf = (s: Series, tool: Tool, scale: Scale): boolean => s.measure.code === `${tool.code}.${scale.code}` || s.measure.code.startsWith(`${tool.code}.${scale.code}.`)
