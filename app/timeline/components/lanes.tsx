import { formatShortDate } from '#app/platform/time/format.ts'
import { daysBetween } from '#app/platform/time/plain-date.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Figure, FigureTable, Sized } from '#app/ui/figure.tsx'
import { monthTicks, thin } from '#app/ui/svg-shapes.ts'
import { timelineTexts } from '../messages.ts'
import { type BarKind, inWindow, type Lane, placeLane, type Window } from '../timeline.ts'

const ROW = 26
const HEAD = 30
const GAP = 16

/** The lanes of the family and its people over the same days, with the same in a table. */
export function Lanes({ lanes, window: w, today }: { lanes: readonly Lane[]; window: Window; today: string }) {
  const locale = useLocale()
  const m = timelineTexts(locale)
  const shown = inWindow(lanes, w)
  const date = (day: string) => formatShortDate(locale, day, today)
  const alt = m.alt(date(w.from), date(w.to), lanes.length - 1)
  const rows = shown.flatMap((l) =>
    [
      ...l.marks.map((k) => ({ from: k.on, cells: [l.name, k.label, m.kinds[k.kind], date(k.on), ''] })),
      ...l.bars.map((b) => ({ from: b.from, cells: [l.name, b.label, m.kinds[b.kind], date(b.from), b.to ? date(b.to) : m.lasting] })),
    ].toSorted((a, b) => a.from.localeCompare(b.from)),
  )
  const head = [m.columns.who, m.columns.what, m.columns.kind, m.columns.from, m.columns.to]
  return (
    <Figure alt={alt} table={<FigureTable caption={alt} head={head} rows={rows.map((r) => r.cells)} />}>
      <Sized draw={(width, className) => <LanesSvg lanes={shown} w={w} today={today} width={width} className={className} />} />
    </Figure>
  )
}

function LanesSvg({ lanes, w, today, width, className }: { lanes: readonly Lane[]; w: Window; today: string; width: number; className: string }) {
  const locale = useLocale()
  const m = timelineTexts(locale)
  const side = width >= 700 ? 96 : 0
  const room = width - side - 4
  const title = side ? 0 : 22
  const placed = lanes.map((l) => placeLane(l, w, room))
  const heights = placed.map((p) => title + Math.max(p.rows, 1) * ROW + GAP)
  const tops = heights.map((_, i) => HEAD + heights.slice(0, i).reduce((a, b) => a + b, 0))
  const height = HEAD + heights.reduce((a, b) => a + b, 0) + 16
  const days = daysBetween(w.from, w.to) + 1
  const x = (day: string) => side + (daysBetween(w.from, day) / days) * room
  const months = monthTicks(w.from, w.to, locale)
  const ticks = months.length > 26 ? months.filter((t) => t.date.endsWith('-01-01')).map((t) => ({ ...t, label: t.date.slice(0, 4) })) : thin(months, width < 500 ? 5 : 12)
  const now = today >= w.from && today <= w.to ? x(today) : null
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={`picture lanes ${className}`} aria-hidden="true" focusable="false">
      {placed.map((p, i) => (
        <rect key={i} className={i % 2 ? 'lane-ground lane-odd' : 'lane-ground'} x={0} y={tops[i]! - GAP / 2} width={width} height={heights[i]!} />
      ))}
      {ticks.map((t) => (
        <g key={t.date}>
          <line className="grid-line" x1={x(t.date)} x2={x(t.date)} y1={HEAD - 12} y2={height - 16} />
          <text className="axis" x={Math.min(x(t.date) + 3, width - 34)} y={HEAD - 16}>
            {t.label}
          </text>
        </g>
      ))}
      {now !== null && <line className="today-line" x1={now} x2={now} y1={HEAD - 12} y2={height - 14} />}
      {placed.map((p, i) => (
        <g key={i} transform={`translate(0 ${tops[i]!})`}>
          <text className="lane-name" x={side ? 8 : 2} y={15}>
            {p.lane.name}
          </text>
          <g transform={`translate(${side} ${title})`}>
            {p.rows === 0 && (
              <text className="axis" x={2} y={15}>
                {m.empty}
              </text>
            )}
            {p.bars.map((b, k) => (
              <g key={k} transform={`translate(0 ${b.row * ROW})`}>
                <rect className={`lane-bar lane-${b.kind}`} x={b.x} y={1} width={Math.max(b.width, 4)} height={20} rx={4} />
                {b.before ? <path className="lane-open" d={`M${b.x + 6} 6l-4 5l4 5`} /> : <rect className={`lane-edge lane-edge-${b.kind}`} x={b.x} y={1} width={4} height={20} rx={2} />}
                {b.after && <path className="lane-open" d={`M${b.x + b.width - 6} 6l4 5l-4 5`} />}
                {b.textX + b.textWidth <= b.x ? (
                  <text className="lane-label" x={b.x - 6} y={15} textAnchor="end">
                    {b.label}
                  </text>
                ) : (
                  <text className="lane-label" x={b.textX + 9} y={15}>
                    {b.label}
                  </text>
                )}
              </g>
            ))}
            {p.marks.map((k, n) => (
              <g key={n} transform={`translate(0 ${k.row * ROW})`}>
                <path className={`mark-point lane-mark-${k.kind}`} d={`M${k.x} 4l7 7l-7 7l-7 -7z`} />
                <text className="lane-label" x={k.textX < k.x ? k.x - 11 : k.textX} y={15} textAnchor={k.textX < k.x ? 'end' : 'start'}>
                  {k.label}
                </text>
              </g>
            ))}
          </g>
        </g>
      ))}
      {now !== null && (
        <text className="today-label" x={Math.min(Math.max(now, 18), width - 18)} y={height - 2} textAnchor="middle">
          {m.today}
        </text>
      )}
    </svg>
  )
}

/** What the colours mean, of the kinds that are there. */
export function LanesLegend({ lanes }: { lanes: readonly Lane[] }) {
  const m = timelineTexts(useLocale())
  const kinds = [...new Set(lanes.flatMap((l) => l.bars.map((b) => b.kind)))] satisfies BarKind[]
  return (
    <ul className="map-legend nobullet-list" aria-label={m.legend}>
      {kinds.map((k) => (
        <li key={k}>
          <svg className="picture lanes map-sample" viewBox="0 0 46 20" width={46} height={20} aria-hidden="true">
            <rect className={`lane-bar lane-${k}`} x={1} y={1} width={44} height={18} rx={4} />
            <rect className={`lane-edge lane-edge-${k}`} x={1} y={1} width={4} height={18} rx={2} />
          </svg>
          {m.kinds[k]}
        </li>
      ))}
    </ul>
  )
}
