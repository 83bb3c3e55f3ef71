import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { ReactNode } from 'react'
import { useLocale, useUiTexts } from './context.tsx'
import { dayNumber, shortDate } from './due.ts'
import { Figure, FigureTable, Sized } from './figure.tsx'
import { monthTicks, thin } from './svg-shapes.ts'

export type CurvePoint = {
  /** YYYY-MM-DD. */
  date: string
  value: number
  /** Band of uncertainty around the value. */
  low?: number
  high?: number
  /** What was said that day, for the table. */
  note?: ReactNode
}

type CurveProps = {
  points: readonly CurvePoint[]
  /** Ends of the scale, e.g. [0, 10]. */
  range: readonly [number, number]
  /** A dashed line for what was hoped for. */
  goal?: number
  title?: ReactNode
  alt: string
  valueLabel: string
  /** Only a small line, without axis: for overviews. */
  small?: boolean
}

/** Change over time with its shadow of uncertainty; the same in a table. Never coloured by good or bad. */
export const Curve = ({ points, range, goal, title, alt, valueLabel, small }: CurveProps) => {
  const t = useUiTexts()
  const locale = useLocale()
  const number = (value: number | undefined) =>
    value === undefined ? '' : value.toLocaleString(locale === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 1 })
  const hasBand = points.some((point) => point.low !== undefined)
  const hasNote = points.some((point) => Boolean(point.note))
  const table = (
    <FigureTable
      caption={alt}
      head={[t.date, valueLabel, ...(hasBand ? [t.band] : []), ...(hasNote ? [t.said] : [])]}
      rows={points.map((p) => [
        shortDate(p.date, locale),
        number(p.value),
        ...(hasBand ? [`${number(p.low)}–${number(p.high)}`] : []),
        ...(hasNote ? [p.note] : []),
      ])}
    />
  )
  const shared = { points, range, goal }
  return (
    <Figure title={title} alt={alt} table={table}>
      {small ? (
        <CurveSvg {...shared} width={240} height={56} className="picture-small" bare />
      ) : (
        <Sized draw={(width, className) => <CurveSvg {...shared} width={width} height={width < 500 ? 180 : 220} className={className} />} />
      )}
    </Figure>
  )
}

type SvgProps = Pick<CurveProps, 'points' | 'range' | 'goal'> & { width: number; height: number; className: string; bare?: boolean }

const CurveSvg = ({ points, range, goal, width, height, className, bare }: SvgProps) => {
  const locale = useLocale()
  const first = points[0]
  const last = points[points.length - 1]
  if (!first || !last) return null
  const [left, bottom] = bare ? [6, 6] : [28, 24]
  const x = scaleLinear([dayNumber(first.date), Math.max(dayNumber(last.date), dayNumber(first.date) + 1)], [left + 6, width - 12])
  const y = scaleLinear([...range], [height - bottom, 8])
  const path = line<CurvePoint>(
    (p) => x(dayNumber(p.date)),
    (p) => y(p.value),
  )([...points])
  const band = area<CurvePoint>(
    (p) => x(dayNumber(p.date)),
    (p) => y(p.low ?? p.value),
    (p) => y(p.high ?? p.value),
  )([...points])
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={`picture ${className}`} aria-hidden="true" focusable="false">
      {!bare &&
        y.ticks(5).map((tick) => (
          <g key={tick}>
            <line className="grid-line" x1={left} x2={width - 8} y1={y(tick)} y2={y(tick)} />
            <text className="axis" x={left - 5} y={y(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
      {!bare &&
        thin(monthTicks(first.date, last.date, locale), width < 500 ? 4 : 10).map((tick) => (
          <text key={tick.date} className="axis" x={x(dayNumber(tick.date))} y={height - 6} textAnchor="middle">
            {tick.label}
          </text>
        ))}
      {points.some((p) => p.low !== undefined) && <path className="curve-band" d={band ?? undefined} />}
      {goal !== undefined && <line className="limit-line" x1={left} x2={width - 8} y1={y(goal)} y2={y(goal)} />}
      <path className="curve-line" d={path ?? undefined} />
      {points.map((p) => (
        <circle key={p.date} className="curve-dot" cx={x(dayNumber(p.date))} cy={y(p.value)} r={bare ? 3 : 4.5} />
      ))}
    </svg>
  )
}
