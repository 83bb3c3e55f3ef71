import { scaleLinear } from 'd3-scale'
import { formatShortDate } from '#app/platform/time/format.ts'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Figure, FigureTable, Sized } from '#app/ui/figure.tsx'
import { Table } from '#app/ui/table.tsx'
import type { DeadlinesPage } from '../read-year.server.ts'
import type { Interval } from '../year.ts'
import { clockTexts, nameOf } from '../words.ts'

const row = 26

/** Actual against agreed time between (MEET-08): a bar for each, a line where it should have ended; the same in a table. */
export const Intervals = ({ d }: { d: DeadlinesPage }) => {
  const locale = useLocale()
  const m = clockTexts(locale).due
  const shown = d.intervals.filter((one) => one.intervals.length > 0)
  if (shown.length === 0) return null
  return (
    <Card title={m.intervals} id="tid">
      <p>{m.intervalsLead}</p>
      {shown.map(({ line, intervals }) => (
        <Figure
          key={line.id}
          title={nameOf(line)}
          alt={m.intervalsAlt(nameOf(line), Math.max(...intervals.map((i) => i.days)))}
          table={
            <FigureTable
              caption={nameOf(line)}
              head={[m.intervalFrom, m.intervalTo, m.days, m.agreed, '']}
              rows={intervals.map((i) => [
                formatShortDate(locale, i.from, d.today),
                i.open ? m.stillOpen : formatShortDate(locale, i.to, d.today),
                i.days,
                i.most ?? '–',
                i.most === null ? '' : i.tooLong ? m.tooLong : m.fine,
              ])}
            />
          }
        >
          <Sized draw={(width, className) => <Bars intervals={intervals} today={d.today} width={width} className={className} />} />
        </Figure>
      ))}
    </Card>
  )
}
const Bars = ({ intervals, today, width, className }: { intervals: Interval[]; today: string; width: number; className: string }) => {
  const locale = useLocale()
  const m = clockTexts(locale).due
  const left = 110
  const x = scaleLinear([0, Math.max(...intervals.map((i) => Math.max(i.days, i.most ?? 0)), 1)], [left, width - 90])
  return (
    <svg viewBox={`0 0 ${width} ${intervals.length * row + 6}`} className={`picture ${className}`} aria-hidden="true" focusable="false">
      {intervals.map((i, at) => (
        <g key={i.from}>
          <text className="axis" x={0} y={at * row + 18}>
            {i.open ? m.stillOpen : formatShortDate(locale, i.to, today)}
          </text>
          <rect className={i.open ? 'mark-tentative' : 'mark-span'} x={left} y={at * row + 6} width={Math.max(x(i.days) - left, 2)} height={14} rx={3} />
          {i.most !== null && <line className="limit-line" x1={x(i.most)} x2={x(i.most)} y1={at * row + 2} y2={at * row + 24} />}
          <text x={Math.max(x(i.days), i.most === null ? 0 : x(i.most)) + 6} y={at * row + 18} className="axis">
            {`${i.days}${i.tooLong ? ` · ${m.tooLong.toLowerCase()}` : ''}`}
          </text>
        </g>
      ))}
    </svg>
  )
}
export const Cancelled = ({ d }: { d: DeadlinesPage }) => {
  const locale = useLocale()
  const m = clockTexts(locale).due
  return (
    <Card title={m.cancelled} id="aflyst">
      {d.cancelled.length === 0 ? (
        <p>{m.cancelledNone}</p>
      ) : (
        <Table
          caption={m.cancelledCaption}
          hideCaption
          rows={d.cancelled}
          rowKey={(c) => c.id}
          columns={[
            { key: 'on', label: m.on, rowHeader: true, cell: (c) => formatShortDate(locale, c.on, d.today) },
            { key: 'kind', label: m.kind, cell: (c) => c.kind },
            { key: 'why', label: m.reason, cell: (c) => m.reasons[c.reason] ?? c.reason },
          ]}
        />
      )}
    </Card>
  )
}
