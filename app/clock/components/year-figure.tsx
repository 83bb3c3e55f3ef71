import { scaleLinear } from 'd3-scale'
import { formatShortDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { dayNumber } from '#app/ui/due.ts'
import { Figure, FigureTable, Sized } from '#app/ui/figure.tsx'
import { monthTicks, thin } from '#app/ui/svg-shapes.ts'
import type { YearPage } from '../read-year.server.ts'
import { clockTexts, dateList, nameOf } from '../words.ts'

const rowHeight = 44
const head = 26

type Row = { id: string; name: string; alone: string[]; served: string[]; due: string; joint: boolean }
const rowsOf = (d: YearPage): Row[] =>
  d.entries.map((line) => ({
    id: line.id,
    name: nameOf(line),
    alone: d.year.alone[line.id] ?? (line.due ? [line.due] : []),
    served: (d.year.proposal?.meetings ?? []).filter((m) => m.serves.includes(line.id)).map((m) => m.date),
    due: line.due ?? '',
    joint: line.joint,
  }))

/** Separate meetings against joint ones over the year ahead, and which date may count for what; the same in a table. */
export const YearFigure = ({ d }: { d: YearPage }) => {
  const locale = useLocale()
  const m = clockTexts(locale).year
  const rows = rowsOf(d)
  const joint = d.year.proposal?.meetings.map((one) => one.date) ?? []
  const table = (
    <FigureTable
      caption={m.caption}
      head={[m.what, m.deadline, m.alone, m.together]}
      rows={[
        ...rows.map((row) => [
          row.name,
          formatShortDate(locale, row.due, d.today),
          dateList(locale, row.alone, d.today),
          row.joint ? dateList(locale, row.served, d.today) : m.notJoined,
        ]),
        [m.jointRow, '', '', dateList(locale, joint, d.today)],
      ]}
    />
  )
  return (
    <Figure title={m.picture} alt={m.alt(joint.length, d.year.proposal?.separate ?? 0)} note={m.legend} table={table}>
      <Sized draw={(width, className) => <YearSvg rows={rows} joint={joint} d={d} width={width} className={className} />} />
    </Figure>
  )
}

const YearSvg = ({ rows, joint, d, width, className }: { rows: Row[]; joint: string[]; d: YearPage; width: number; className: string }) => {
  const locale = useLocale()
  const m = clockTexts(locale).year
  const { from, until } = d.year
  const x = scaleLinear([dayNumber(from), dayNumber(until) + 1], [10, width - 10]).clamp(true)
  const at = (day: string) => x(dayNumber(day) + 0.5)
  const inside = (day: string) => day >= from && day <= until
  const bottom = head + (rows.length + 1) * rowHeight
  const ticks = thin(monthTicks(from, until, locale), width < 500 ? 4 : 12)
  const letters = Math.floor((width - 8) / 7.6)
  const short = (text: string) => (text.length > letters ? `${text.slice(0, letters - 1)}…` : text)
  return (
    <svg viewBox={`0 0 ${width} ${bottom + 6}`} className={`picture ${className}`} aria-hidden="true" focusable="false">
      {ticks.map((tick) => (
        <g key={tick.date}>
          <line className="grid-line" x1={at(tick.date)} x2={at(tick.date)} y1={head - 6} y2={bottom} />
          <text className="axis" x={at(tick.date) + 3} y={head - 10}>
            {tick.label}
          </text>
        </g>
      ))}
      {joint.filter(inside).map((day) => (
        <line key={day} className={d.called.includes(day) ? 'today-line' : 'grid-line'} x1={at(day)} x2={at(day)} y1={head} y2={bottom - 14} />
      ))}
      {rows.map((row, i) => (
        <g key={row.id}>
          <text className="mark-label" x={4} y={head + i * rowHeight + 16}>
            {short(row.name)}
          </text>
          {row.alone.filter(inside).map((day) => (
            <circle key={day} className="mark-ring" cx={at(day)} cy={head + i * rowHeight + 30} r={7} />
          ))}
          {row.served.filter(inside).map((day) => (
            <circle key={day} className="mark-point" cx={at(day)} cy={head + i * rowHeight + 30} r={5} />
          ))}
        </g>
      ))}
      <text className="mark-label" x={4} y={head + rows.length * rowHeight + 16}>
        {m.jointRow}
      </text>
      {joint.filter(inside).map((day) => (
        <path key={day} className="mark-point" d={`M${at(day)} ${head + rows.length * rowHeight + 21}l9 9l-9 9l-9 -9z`} />
      ))}
    </svg>
  )
}
