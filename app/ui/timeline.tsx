import { scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { useLocale, useUiTexts } from './context.tsx'
import { dayNumber, shortDate } from './due.ts'
import { Figure, FigureTable, Sized } from './figure.tsx'
import { monthTicks, thin } from './svg-shapes.ts'

export type TimelineRow = {
  label: string
  /** Plain dates, both ends included; `to` left out: no end date. */
  from: string
  to?: string | null
  /** Who it is for, e.g. first names. */
  who?: string
  /** `point`: a meeting or a deadline on `from`. `tentative`: drawn with stripes. */
  kind?: 'span' | 'point' | 'tentative'
}

type TimelineProps = { rows: readonly TimelineRow[]; from: string; to: string; today?: string; title?: ReactNode; alt: string }

const rowHeight = 46
const head = 26

/** What happens when: a bar per activity, a diamond per meeting, a line for today; the same in a table. */
export const Timeline = ({ rows, from, to, today, title, alt }: TimelineProps) => {
  const t = useUiTexts()
  const locale = useLocale()
  const table = (
    <FigureTable
      caption={alt}
      head={[t.activity, t.who, t.from, t.to]}
      rows={rows.map((row) => [
        row.label,
        row.who ?? '',
        shortDate(row.from, locale),
        row.kind === 'point' ? '' : row.to ? shortDate(row.to, locale) : t.open,
      ])}
    />
  )
  return (
    <Figure title={title} alt={alt} table={table}>
      <Sized
        draw={(width, className) => <TimelineSvg rows={rows} from={from} to={to} today={today} width={width} className={className} />}
      />
    </Figure>
  )
}

type SvgProps = Pick<TimelineProps, 'rows' | 'from' | 'to' | 'today'> & { width: number; className: string }

const TimelineSvg = ({ rows, from, to, today, width, className }: SvgProps) => {
  const t = useUiTexts()
  const locale = useLocale()
  const x = scaleLinear([dayNumber(from), dayNumber(to) + 1], [4, width - 4]).clamp(true)
  const bottom = head + rows.length * rowHeight + 2
  const height = bottom + (today ? 18 : 4)
  const now = today && today >= from && today <= to ? x(dayNumber(today) + 0.5) : null
  const ticks = thin(monthTicks(from, to, locale), width < 500 ? 5 : 12)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={`picture ${className}`} aria-hidden="true" focusable="false">
      {ticks.map((tick) => (
        <g key={tick.date}>
          <line className="grid-line" x1={x(dayNumber(tick.date))} x2={x(dayNumber(tick.date))} y1={head - 6} y2={bottom} />
          <text className="axis" x={x(dayNumber(tick.date)) + 3} y={head - 10}>
            {tick.label}
          </text>
        </g>
      ))}
      {now !== null && <line className="today-line" x1={now} x2={now} y1={head - 6} y2={bottom} />}
      {rows.map((row, index) => (
        <TimelineMark key={index} row={row} x={x} y={head + index * rowHeight} width={width} from={from} to={to} />
      ))}
      {now !== null && (
        <text className="today-label" x={Math.min(Math.max(now, 18), width - 18)} y={bottom + 14} textAnchor="middle">
          {t.todayMark}
        </text>
      )}
    </svg>
  )
}

const TimelineMark = ({
  row,
  x,
  y,
  width,
  from,
  to,
}: {
  row: TimelineRow
  x: (day: number) => number
  y: number
  width: number
  from: string
  to: string
}) => {
  const start = x(dayNumber(row.from))
  const end = row.kind === 'point' ? start : x(row.to ? dayNumber(row.to) + 1 : dayNumber(to) + 1)
  const label = `${row.label}${row.who ? ` · ${row.who}` : ''}`
  const room = label.length * 7.3 // about the width of the words at 14 pixels
  const late = start + room > width - 4
  const outside = row.from > to || (row.kind === 'point' ? row.from < from : !!row.to && row.to < from)
  if (outside) return null
  return (
    <g>
      <text
        className="mark-label"
        x={late ? Math.min(Math.max(end, room, start + 10), width - 4) : start}
        y={y + 17}
        textAnchor={late ? 'end' : 'start'}
      >
        {label}
      </text>
      {row.kind === 'point' ? (
        <path className="mark-point" d={`M${start} ${y + 24}l8 8l-8 8l-8 -8z`} />
      ) : (
        <rect
          className={row.kind === 'tentative' ? 'mark-tentative' : 'mark-span'}
          x={start}
          y={y + 24}
          width={Math.max(end - start, 6)}
          height={12}
          rx={4}
        />
      )}
      {!row.to && row.kind !== 'point' && <path className="mark-open" d={`M${end - 9} ${y + 26}l5 4l-5 4`} />}
    </g>
  )
}
