import { scaleBand, scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { useLocale, useUiTexts } from './context.tsx'
import { Figure, FigureTable, Sized } from './figure.tsx'
import { thin, weekNumber } from './svg-shapes.ts'

export type HoursSeries = {
  name: string
  /** One number of hours per week, in the order of `weeks`. */
  hours: readonly number[]
}

type HoursProps = {
  /** Any day of each week, YYYY-MM-DD; shown as week numbers. */
  weeks: readonly string[]
  series: readonly HoursSeries[]
  /** A line for what is much; said in words beside it by the page. */
  limit?: number
  title?: ReactNode
  alt: string
}

const rowHeight = 88
const left = 4
const base = 60

const number = (value: number, locale: string) => value.toLocaleString(locale === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 1 })

/** Load: hours per week, one row of bars per person, all on the same scale; the same in a table. */
export const HoursBars = ({ weeks, series, limit, title, alt }: HoursProps) => {
  const t = useUiTexts()
  const locale = useLocale()
  const table = (
    <FigureTable
      caption={alt}
      head={[t.who, ...weeks.map((week) => t.week(weekNumber(week)))]}
      rows={series.map((row) => [row.name, ...weeks.map((_, index) => number(row.hours[index] ?? 0, locale))])}
    />
  )
  return (
    <Figure title={title ?? t.hoursPerWeek} alt={alt} table={table}>
      <Sized draw={(width, className) => <HoursSvg weeks={weeks} series={series} limit={limit} width={width} className={className} />} />
    </Figure>
  )
}

const HoursSvg = ({
  weeks,
  series,
  limit,
  width,
  className,
}: Pick<HoursProps, 'weeks' | 'series' | 'limit'> & { width: number; className: string }) => {
  const t = useUiTexts()
  const locale = useLocale()
  const most = Math.max(1, limit ?? 0, ...series.flatMap((row) => row.hours))
  const x = scaleBand(weeks, [left, width - 34]).paddingInner(0.25)
  const y = scaleLinear([0, most], [0, base - 22])
  const height = series.length * rowHeight + 4
  const labelled = new Set(thin(weeks, width < 500 ? 5 : 13))
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={`picture ${className}`} aria-hidden="true" focusable="false">
      {series.map((row, index) => (
        <g key={row.name} transform={`translate(0 ${index * rowHeight})`}>
          <text className="mark-label" x={left} y={15}>
            {row.name}
          </text>
          <line className="grid-line" x1={left} x2={width - 34} y1={base} y2={base} />
          {weeks.map((week, at) => {
            const hours = row.hours[at] ?? 0
            return (
              <g key={week}>
                <rect className="mark-span" x={x(week)} width={x.bandwidth()} y={base - y(hours)} height={y(hours)} rx={2} />
                {labelled.has(week) && (
                  <text className="axis" x={(x(week) ?? 0) + x.bandwidth() / 2} y={base + 16} textAnchor="middle">
                    {weekNumber(week)}
                  </text>
                )}
              </g>
            )
          })}
          {limit !== undefined && (
            <>
              <line className="limit-line" x1={left} x2={width - 34} y1={base - y(limit)} y2={base - y(limit)} />
              <text className="axis" x={width - 30} y={base - y(limit) + 4}>
                {number(limit, locale)} t
              </text>
            </>
          )}
          {index === 0 && (
            <text className="axis" x={width - 4} y={base + 16} textAnchor="end">
              {t.week(0).replace(/ ?0/, '')}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}
