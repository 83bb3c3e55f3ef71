import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { Point } from '#app/progression/series.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { useLocale } from '#app/ui/context.tsx'
import { dayNumber, shortDate } from '#app/ui/due.ts'
import { Figure, FigureTable } from '#app/ui/figure.tsx'
import { changeText, valueText } from '../change-words.ts'
import { type Line, type Pair, towardsBest } from '../development.ts'
import { da, en } from '../messages.ts'

const [WIDTH, HEIGHT, EDGE] = [300, 96, 10]

/** What somebody says of themselves beside what a professional judges: circles on a whole line, squares on a broken one. Each on its own scale, best at the top; never one number. */
export const TwoLines = ({ name, pair: { own, judged }, today }: { name: string; pair: Pair; today: string }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const said = `${m.own}: ${own.measure.label[locale]}, ${changeText(locale, own, today, true)}`
  const seen = judged ? `${m.judged}: ${judged.measure.label[locale]}, ${changeText(locale, judged, today, true)}` : m.noJudged
  const rows = [...own.points.map((p) => ({ line: own, p, own: true })), ...(judged?.points ?? []).map((p) => ({ line: judged!, p, own: false }))].toSorted((a, b) => a.p.on.localeCompare(b.p.on))
  return (
    <Figure
      title={own.measure.label[locale]}
      alt={m.pairAlt(name, said, seen)}
      table={
        <FigureTable
          caption={m.pairTitle(own.measure.label[locale])}
          head={[m.date, m.own, m.judged]}
          rows={rows.map((r) => [shortDate(r.p.on, locale, today), r.own ? valueText(locale, r.line, r.p.value) : '', r.own ? '' : valueText(locale, r.line, r.p.value)])}
        />
      }
    >
      <Drawn own={own} judged={judged} />
      <ul className="nobullet-list two-lines-key">
        <li>
          <Mark shape="own" /> {said}
        </li>
        <li>
          {judged && <Mark shape="judged" />} {seen}
        </li>
      </ul>
    </Figure>
  )
}

function Drawn({ own, judged }: Pair) {
  const days = [...own.points, ...(judged?.points ?? [])].map((p) => dayNumber(p.on))
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const x = scaleLinear([first, Math.max(last, first + 1)], [EDGE, WIDTH - EDGE])
  const y = scaleLinear([0, 1], [HEIGHT - EDGE, EDGE])
  const at = (of: Line) => of.points.map((p: Point) => ({ key: p.recordId, x: x(dayNumber(p.on)), y: y(towardsBest(of.measure, p.value)) }))
  const path = line<{ x: number; y: number }>((p) => p.x, (p) => p.y)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="picture two-lines" aria-hidden="true" focusable="false">
      <line className="grid-line" x1={0} x2={WIDTH} y1={y(1)} y2={y(1)} />
      <line className="grid-line" x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} />
      {judged && <path className="line-judged" d={path(at(judged)) ?? undefined} />}
      {judged && at(judged).map((p) => <rect key={p.key} className="mark-judged" x={p.x - 4} y={p.y - 4} width={8} height={8} />)}
      <path className="curve-line" d={path(at(own)) ?? undefined} />
      {at(own).map((p) => (
        <circle key={p.key} className="curve-dot" cx={p.x} cy={p.y} r={4.5} />
      ))}
    </svg>
  )
}

const Mark = ({ shape }: { shape: 'own' | 'judged' }) => (
  <svg viewBox="0 0 30 14" className="picture two-lines-mark" aria-hidden="true" focusable="false">
    <path className={shape === 'own' ? 'curve-line' : 'line-judged'} d="M0 7H30" />
    {shape === 'own' ? <circle className="curve-dot" cx={15} cy={7} r={4.5} /> : <rect className="mark-judged" x={11} y={3} width={8} height={8} />}
  </svg>
)

/** One measure as a line without axis, best at the top; its numbers stand in words beside it. */
export const Spark = ({ line: of }: { line: Pick<Line, 'points' | 'measure'> }) => {
  const [W, H] = [120, 34]
  const first = dayNumber(of.points[0]?.on ?? '2000-01-01')
  const last = dayNumber(of.points.at(-1)?.on ?? '2000-01-01')
  const x = scaleLinear([first, Math.max(last, first + 1)], [6, W - 6])
  const y = scaleLinear([0, 1], [H - 6, 6])
  const points = of.points.map((p) => ({ key: p.recordId, x: x(dayNumber(p.on)), y: y(towardsBest(of.measure, p.value)) }))
  const end = points.at(-1)
  const path = line<{ x: number; y: number }>((p) => p.x, (p) => p.y)
  return (
    <svg viewBox={`0 0 ${W} ${H}`} className="picture spark" aria-hidden="true" focusable="false">
      <path className="curve-line" d={path(points) ?? undefined} />
      {end && <circle className="curve-dot" cx={end.x} cy={end.y} r={4} />}
    </svg>
  )
}
