import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import { formatShortDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { dayNumber } from '#app/ui/due.ts'
import { Figure, FigureTable, Sized } from '#app/ui/figure.tsx'
import { monthTicks, thin } from '#app/ui/svg-shapes.ts'

export type StepPoint = { date: string; value: number; note?: string }

/** A number that holds until the next day it changes: stairs, and the same in a table. `alt` says it in a sentence. */
export const StepChart = ({
  points,
  until,
  title,
  alt,
  head,
  show = String,
  narrow,
}: {
  points: readonly StepPoint[]
  /** The last day drawn, today. */
  until: string
  title?: string
  alt: string
  /** Heads of the table: the day, the number, and a note when there are notes. */
  head: readonly string[]
  show?: (value: number) => string
  /** In half a page's width. */
  narrow?: boolean
}) => {
  const locale = useLocale()
  return (
    <Figure
      title={title}
      alt={alt}
      table={
        <FigureTable
          caption={alt}
          head={head}
          rows={points.map((p) => [formatShortDate(locale, p.date, until), show(p.value), ...(head.length > 2 ? [p.note ?? ''] : [])])}
        />
      }
    >
      {narrow ? (
        <Stairs points={points} until={until} width={460} height={180} className="" />
      ) : (
        <Sized
          draw={(width, className) => <Stairs points={points} until={until} width={width} height={width < 500 ? 160 : 190} className={className} />}
        />
      )}
    </Figure>
  )
}

type StairsProps = { points: readonly StepPoint[]; until: string; width: number; height: number; className: string }
const Stairs = ({ points, until, width, height, className }: StairsProps) => {
  const locale = useLocale()
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return null
  const [left, bottom] = [32, 24]
  const end = until > last.date ? until : last.date
  const most = Math.max(...points.map((p) => p.value), 1)
  const x = scaleLinear([dayNumber(first.date), Math.max(dayNumber(end), dayNumber(first.date) + 1)], [left + 4, width - 12])
  const y = scaleLinear([0, most * 1.15], [height - bottom, 8])
  const drawn = [...points, { date: end, value: last.value }]
  const at = (p: StepPoint): [number, number] => [x(dayNumber(p.date)), y(p.value)]
  const path = line<StepPoint>(
    (p) => at(p)[0],
    (p) => at(p)[1],
  ).curve(curveStepAfter)(drawn)
  const below = area<StepPoint>(
    (p) => at(p)[0],
    y(0),
    (p) => at(p)[1],
  ).curve(curveStepAfter)(drawn)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={`picture ${className}`} aria-hidden="true" focusable="false">
      {y
        .ticks(Math.min(most, 4))
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick}>
            <line className="grid-line" x1={left} x2={width - 8} y1={y(tick)} y2={y(tick)} />
            <text className="axis" x={left - 6} y={y(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
      {thin(monthTicks(first.date, end, locale), width < 500 ? 4 : 9).map((tick) => (
        <text key={tick.date} className="axis" x={x(dayNumber(tick.date))} y={height - 6} textAnchor="middle">
          {tick.label}
        </text>
      ))}
      <path className="step-area" d={below ?? undefined} />
      <path className="step-line" d={path ?? undefined} />
    </svg>
  )
}
