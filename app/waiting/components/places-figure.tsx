import { scaleLinear } from 'd3-scale'
import { pick } from '#app/platform/i18n/messages.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Figure, FigureTable, Sized } from '#app/ui/figure.tsx'
import { da, en } from '../messages.ts'
import type { foreseen } from '../waiting-list.ts'

type Rows = ReturnType<typeof foreseen>

/** VIS-17: places taken, held and free, now and as foreseen: a bar each with its numbers beside it; the same in a table. */
export const PlacesFigure = ({ rows }: { rows: Rows }) => {
  const m = pick(useLocale(), { da, en })
  const free = (months: number) => rows.find((one) => one.months === months)?.free ?? 0
  const alt = m.figureAlt(free(0), free(3), free(6))
  const when = (months: number) => (months === 0 ? m.now : m.inMonths(months))
  return (
    <Figure
      title={m.figureTitle}
      alt={alt}
      note={m.figureNote}
      table={
        <FigureTable
          caption={alt}
          head={[m.when, m.taken, m.heldWord, m.freeWord]}
          rows={rows.map((one) => [when(one.months), one.taken, one.held, one.free])}
        />
      }
    >
      <Sized draw={(width, className) => <Bars rows={rows} when={when} width={width} className={className} />} />
    </Figure>
  )
}

const rowHeight = 62
const Bars = ({ rows, when, width, className }: { rows: Rows; when: (months: number) => string; width: number; className: string }) => {
  const m = pick(useLocale(), { da, en })
  const x = scaleLinear([0, Math.max(1, ...rows.map((one) => one.taken + one.held + one.free))], [0, width - 8])
  return (
    <svg viewBox={`0 0 ${width} ${rows.length * rowHeight}`} className={`picture ${className}`} aria-hidden="true" focusable="false">
      {rows.map((one, n) => (
        <g key={one.months} transform={`translate(4 ${n * rowHeight})`}>
          <text className="mark-label" y={16}>
            {`${when(one.months)}: ${m.taken.toLowerCase()} ${one.taken}${one.held > 0 ? `, ${m.heldWord.toLowerCase()} ${one.held}` : ''}, ${m.freeWord.toLowerCase()} ${one.free}`}
          </text>
          <rect className="mark-span" x={0} y={24} width={x(one.taken)} height={20} />
          <rect className="mark-tentative" x={x(one.taken)} y={24} width={x(one.held)} height={20} />
          <rect className="curve-dot" x={x(one.taken + one.held) + 2} y={25} width={Math.max(0, x(one.free) - 3)} height={18} />
        </g>
      ))}
    </svg>
  )
}
