import { z } from 'zod'
import type { NormSet } from '#app/catalogue/pack-instruments.ts'
import { Id } from '#app/families/families.ts'
import { query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { rightsOf } from '#app/plan/queries.server.ts'
import type { Series } from '#app/progression/series.ts'
import { type Form, itemsFor, rangeOf, type Scale, type Tool } from './instruments.ts'
import { isReasonToTalk } from './norms.ts'
import { findScore, kitOf, personsOf, scoresOf } from './queries.server.ts'
import type { Person, Score } from './scores.ts'
import { isOf, seen, there } from './read-instruments.server.ts'
import { alertsIn, algorithmOf, scoreOf } from './scoring.ts'
import { seriesOfScores } from './score-series.ts'
import { changeOf, type ScoreChange } from './score-words.ts'

export type ScorePage = {
  caseId: number
  today: string
  score: Score
  person: Person
  tool: Pick<Tool, 'code' | 'label' | 'version' | 'talk' | 'missing' | 'licence' | 'holder'>
  form: Form | null
  scales: { scale: Scale; value: number | null; range: readonly [number, number]; change: ScoreChange | null; series: Series | null }[]
  norm: Pick<NormSet, 'label' | 'bands' | 'source' | 'note' | 'verified' | 'groups'> | null
  items: { code: string; label: Tool['label'] | null; max: number; answer: number | null }[]
  alerts: Tool['alerts']
  talk: boolean
  /** Counted again today from the answers: the same score by the same rule? null where only scores came. */
  again: { same: boolean; algorithm: string } | null
  may: { write: boolean; takeBack: boolean }
}

/** One score with everything behind it. */
export const readScore = query({
  event: 'instruments.read-score',
  input: z.object({ caseId: Id, id: Id }),
  case: ({ caseId }) => caseId,
  may: there,
  async run(tx, ctx, { caseId, id }): Promise<ScorePage> {
    const score = await findScore(tx, caseId, id)
    const { tools, norms } = await kitOf(tx, caseId, ctx.today)
    const tool = tools.find((t) => t.code === score?.instrument)
    const person = (await personsOf(tx, caseId, ctx.today)).find((p) => p.id === score?.personId)
    if (!score || !tool || !person) throw new NotFound('score')
    const rights = await rightsOf(tx, ctx, caseId)
    const all = seriesOfScores((await scoresOf(tx, caseId)).filter((s) => s.personId === score.personId && s.instrument === score.instrument && s.answeredOn <= score.answeredOn), [tool])
    const norm = norms.findLast((n) => n.code === score.normSet && n.version === score.normVersion) ?? null
    const followed = Object.fromEntries(tool.scales.filter((s) => s.followed).map((s) => [s.code, score.bands[s.code] ?? null]))
    const alerts = alertsIn(tool, score.answers)
    return {
      caseId,
      today: ctx.today,
      score,
      person,
      tool: { code: tool.code, label: tool.label, version: tool.version, talk: tool.talk, missing: tool.missing, licence: tool.licence, holder: tool.holder },
      form: tool.forms.find((f) => f.code === score.form) ?? null,
      scales: tool.scales.filter((s) => s.code in score.scores && (tool.framework === null || score.scores[s.code] !== null)).map((scale) => {
        const series = all.find((s) => s.points.some((p) => p.recordId === id) && isOf(s, tool, scale)) ?? null
        return { scale, value: score.scores[scale.code] ?? null, range: rangeOf(tool, scale, score.informant), change: series && changeOf(series, scale.reliableChange), series }
      }),
      norm: norm && { label: norm.label, bands: norm.bands, source: norm.source, note: norm.note, verified: norm.verified, groups: norm.groups.filter((g) => g.code === score.normGroup) },
      items: itemsFor(tool, score.informant).map((i) => ({ code: i.code, label: i.label, max: i.max, answer: score.answers?.[i.code] ?? null })),
      alerts,
      talk: isReasonToTalk(norm, followed) || alerts.length > 0,
      again: score.answers === null ? null : { same: same(scoreOf(tool, score.informant, score.answers).scores, score.scores), algorithm: algorithmOf(tool) },
      may: { write: rights.staff && rights.writes && rights.sectors.includes(score.sector), takeBack: ctx.actor.kind === 'staff' ? rights.writes && rights.sectors.includes(score.sector) : score.onBehalfOf === ctx.actor.id },
    }
  },
  concerns: ({ caseId }, r) => seen(caseId, [r.score]),
})
const same = (a: Readonly<Record<string, number | null>>, b: Readonly<Record<string, number | null>>): boolean => Object.keys({ ...a, ...b }).every((k) => (a[k] ?? null) === (b[k] ?? null))
