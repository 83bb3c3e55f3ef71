import { formatMonth } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Figure, FigureTable, Sized } from '#app/ui/figure.tsx'
import { hoursText, logbookTexts } from '../words.ts'

type Month = { month: string; minutes: number; entries: number }
const HEIGHT = 132
const BASE = 96

/** Hours of companion support by month: bars with their number, and the same in a table. */
export const CompanionFigure = ({ months, title }: { months: readonly Month[]; title?: string }) => {
  const locale = useLocale()
  const m = logbookTexts(locale)
  const total = months.reduce((n, x) => n + x.minutes, 0)
  const alt = m.companionAlt(m.hoursOf(hoursText(locale, total)))
  return (
    <Figure
      title={title}
      alt={alt}
      table={
        <FigureTable
          caption={alt}
          head={[m.month, m.hours, m.entries]}
          rows={months.map((x) => [formatMonth(locale, x.month), hoursText(locale, x.minutes), x.entries])}
        />
      }
    >
      <Sized draw={(width, className) => <Bars months={months} width={width} className={className} />} />
    </Figure>
  )
}

const Bars = ({ months, width, className }: { months: readonly Month[]; width: number; className: string }) => {
  const locale = useLocale()
  const m = logbookTexts(locale)
  const most = Math.max(60, ...months.map((x) => x.minutes))
  const step = Math.min(96, width / months.length)
  const bar = Math.min(44, step * 0.56)
  const labelled = months.length > 12 || step < 34 ? 3 : 1
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT}`} className={`picture ${className}`} aria-hidden="true" focusable="false">
      <line className="grid-line" x1={0} x2={step * months.length} y1={BASE} y2={BASE} />
      {months.map((x, i) => {
        const height = (x.minutes / most) * (BASE - 26)
        const middle = i * step + step / 2
        return (
          <g key={x.month}>
            {x.minutes > 0 && <rect className="mark-span" x={middle - bar / 2} width={bar} y={BASE - height} height={height} rx={2} />}
            {x.minutes > 0 && step > 26 && (
              <text className="axis" x={middle} y={BASE - height - 6} textAnchor="middle">
                {m.hoursOf(hoursText(locale, x.minutes))}
              </text>
            )}
            {i % labelled === 0 && (
              <text className="axis" x={middle} y={BASE + 20} textAnchor="middle">
                {formatMonth(locale, x.month).slice(0, 3)}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
