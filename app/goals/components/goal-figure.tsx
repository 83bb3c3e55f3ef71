import { pick } from '#app/platform/i18n/messages.ts'
import { formatNumber } from '#app/platform/i18n/words.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import type { ProjectGoal, Share } from '../goals.ts'
import { da, en } from '../messages.ts'
import type { SurveyResult } from '../project.server.ts'
import type { Figures } from '../read-goals.server.ts'

export type Labels = Record<string, { label: { da: string; en: string }; range: readonly [number, number] }>
export const LEAST_FOLLOWED = 5

export const useWords = () => {
  const locale = useLocale()
  return { locale, m: pick(locale, { da, en }), number: (n: number, decimals = 0) => formatNumber(locale, n, decimals) }
}

type Shown = Pick<Share, 'x' | 'n' | 'p' | 'low' | 'high'>
/** A share in one line, for tables; of fewer than `fewest` no more is said than how many. */
export function ShareLine({ share, fewest = 0 }: { share: Shown; fewest?: number | undefined }) {
  const { m, number } = useWords()
  if (share.p === null || share.low === null || share.high === null) return <>–</>
  return (
    <>
      <strong>{m.of(share.x, share.n)}</strong> · {share.n < fewest ? m.tooFewToJudge(fewest) : m.perCentBetween(number(share.p * 100), number(share.low * 100), number(share.high * 100))}
    </>
  )
}

/** A share with its number and its interval; on a line from 0 to 100 with the target. The line repeats the words. */
export function ShareFigure({ share, target }: { share: Shown; target: number | null }) {
  const { m, number } = useWords()
  if (share.p === null || share.low === null || share.high === null) return null
  const [low, high] = [share.low * 100, share.high * 100]
  return (
    <>
      <p className="goal-share">
        <span className="big-number">{m.of(share.x, share.n)}</span> {m.perCentBetween(number(share.p * 100), number(low), number(high))}
      </p>
      <svg viewBox="0 0 200 16" className="picture goal-line" aria-hidden="true" focusable="false">
        <line className="grid-line" x1="0" x2="200" y1="8" y2="8" />
        <rect className="curve-band" x={low * 2} width={Math.max(1, (high - low) * 2)} y="4" height="8" />
        {target !== null && <line className="limit-line" x1={target * 2} x2={target * 2} y1="0" y2="16" />}
        <circle className="curve-dot" cx={share.p * 200} cy="8" r="4" />
      </svg>
    </>
  )
}

export const targetText = (m: ReturnType<typeof useWords>['m'], goal: ProjectGoal): string =>
  goal.target === null ? m.noTarget : goal.measure === 'count-at-most' ? m.targetAtMost(goal.target) : goal.measure === 'change-percent' ? m.targetBetter(goal.target) : m.target(goal.target)

type Change = { code: string; preMean: number; postMean: number; changeOfMeansPct: number | null; meanOfIndividualPct: number | null; reachable: boolean | null }
/** Both readings of "so many per cent better", never one without the other. */
export function Changes({ changes, labels }: { changes: readonly Change[]; labels: Labels }) {
  const { locale, m, number } = useWords()
  const name = (code: string) => labels[code]?.label[locale] ?? code
  return changes.map((c) => (
    <p key={c.code} className="note">
      {m.means(name(c.code), number(c.preMean, 1), number(c.postMean, 1))}{' '}
      {c.changeOfMeansPct !== null && (c.meanOfIndividualPct === null ? m.oneReading(number(c.changeOfMeansPct, 1)) : m.bothReadings(number(c.changeOfMeansPct, 1), number(c.meanOfIndividualPct, 1)))}{' '}
      {c.reachable === false && m.unreachable(name(c.code))}
    </p>
  ))
}

type Kept = { months: number; survival: number; low: number | null; high: number | null; atRisk: number }
export function KeptLine({ kept }: { kept: Kept }) {
  const { m, number } = useWords()
  if (kept.atRisk < LEAST_FOLLOWED) return <p className="note">{m.keptFew(kept.months, kept.atRisk)}</p>
  return (
    <p className="note">
      {m.kept(kept.months, number(kept.survival * 100))} {kept.low === null || kept.high === null ? m.keptAtRisk(kept.atRisk) : m.keptInterval(number(kept.low * 100), number(kept.high * 100), kept.atRisk)}
    </p>
  )
}

/** The figure of one goal as the project's manager sees it. */
export function GoalFigure({ goal, figures: f, labels, survey }: { goal: ProjectGoal; figures: Figures | null; labels: Labels; survey?: SurveyResult | null }) {
  const { m } = useWords()
  const method = goal.definition?.method
  if (!f) return <p className="note">{m.notDefined}</p>
  if (method === 'costs') return <p className="note">{m.costsLater}</p>
  if (method === 'survey') return <SurveyFigure survey={survey ?? null} link />
  const line = goal.definition?.method === 'change' && goal.definition.judged !== 'share-improved' ? null : goal.measure === 'count-at-most' ? 100 : goal.target
  return (
    <>
      <ShareFigure share={f.share} target={line} />
      {f.kept && <KeptLine kept={f.kept} />}
      <Changes changes={f.changes} labels={labels} />
      {f.median !== null && <p className="note">{m.middleOthers(f.median)}</p>}
      <Rest f={f} />
    </>
  )
}

/** Who is not in the figure, and who may still change it. */
function Rest({ f }: { f: Figures }) {
  const { m } = useWords()
  const said = [
    f.staying.n > 0 && f.staying.n < f.share.n && m.staying(f.staying.x, f.staying.n),
    f.pending > 0 && m.pending(f.pending),
    f.leftOut > 0 && m.leftOut(f.leftOut),
    f.early > 0 && m.early(f.early),
  ].filter((t) => typeof t === 'string')
  return said.length === 0 ? null : <p className="note">{said.join(' ')}</p>
}

/** The same in a line of a table. */
export function BriefFigure({ goal, figures: f }: { goal: ProjectGoal; figures: Figures | null }) {
  const { m } = useWords()
  if (goal.definition?.method === 'costs') return <>{m.costsLater}</>
  if (!f || f.share.n === 0) return <span className="note">{f && f.leftOut > 0 ? m.leftOut(f.leftOut) : m.standing['nobody']}</span>
  return (
    <>
      <ShareLine share={f.share} fewest={goal.definition?.fewest} />
      {f.leftOut > 0 && <span className="note">{m.leftOut(f.leftOut)}</span>}
    </>
  )
}

/** What the partners said in the newest round (GOAL-07). */
export function SurveyFigure({ survey, link }: { survey: SurveyResult | null; link?: boolean }) {
  const { locale, m } = useWords()
  return (
    <>
      {survey && <ShareFigure share={{ x: survey.agree, n: survey.n, ...survey.share }} target={null} />}
      <p className="note">{survey ? m.surveyOf(formatDate(locale, survey.on)) : m.surveyLater}</p>
      {link && <a href="/projekt/partnere">{m.toSurvey}</a>}
    </>
  )
}
