import { useLocale } from '#app/ui/context.tsx'
import { FigureTable } from '#app/ui/figure.tsx'
import { formatShortDate } from '#app/platform/time/format.ts'
import { houseLines, wrapWords } from '../houses.ts'
import { situationTexts } from '../situation-words.ts'
import { houses, type SituationNote } from '../situation.ts'

const WIDTH = 300
const LINE = 22
/** A house: a roof with its name, walls with the child's words. At least so many lines high; `ruled` draws lines to write on. */
type HouseProps = {
  name: string
  kind: string
  lines: { id: number; from: number; lines: string[] }[]
  rows: number
  ruled?: boolean
  /** What stands in it, for who does not see it. */
  label: string
}
const House = ({ name, kind, lines, rows, ruled, label }: HouseProps) => {
  const height = 104 + rows * LINE + 20
  const roof = wrapWords(name, 18)
  return (
    <svg className="house" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      <rect className="house-walls" x="18" y="86" width={WIDTH - 36} height={height - 90} />
      <path className={`house-roof house-roof-${kind.replace('house-', '')}`} d={`M ${WIDTH / 2} 4 L ${WIDTH - 4} 88 L 4 88 Z`} />
      {roof.map((line, i) => (
        <text key={line} className="house-name" x={WIDTH / 2} y={78 - (roof.length - 1 - i) * 18} textAnchor="middle">
          {line}
        </text>
      ))}
      {ruled &&
        Array.from({ length: rows }, (_, i) => (
          <line key={i} className="house-rule" x1="34" x2={WIDTH - 34} y1={118 + i * LINE} y2={118 + i * LINE} />
        ))}
      {lines.map((n) => (
        <text key={n.id} className="house-words" x="34" y={116 + n.from * LINE}>
          {n.lines.map((line, i) => (
            <tspan key={i} x="34" dy={i === 0 ? 0 : LINE}>
              {i === 0 ? '”' : ''}
              {line}
              {i === n.lines.length - 1 ? '”' : ''}
            </tspan>
          ))}
        </text>
      ))}
    </svg>
  )
}

/** A child's three houses with their own words, good things first; the same as a table with who heard it and when, unless it stands beside. */
export const ThreeHouses = ({ name, notes, today, table = true }: { name: string; notes: readonly SituationNote[]; today: string; table?: boolean }) => {
  const locale = useLocale()
  const m = situationTexts(locale)
  const placed = houses.map((kind) => ({ kind, lines: houseLines(notes.filter((n) => n.part === kind), 26) }))
  const rows = Math.max(5, ...placed.map((h) => Math.ceil((h.lines.at(-1)?.from ?? 0) + (h.lines.at(-1)?.lines.length ?? 0))))
  return (
    <figure className="figure">
      <figcaption className="sr-only">{m.housesAlt(name)}</figcaption>
      <div className="houses">
        {placed.map((h) => (
          <House
            key={h.kind}
            kind={h.kind}
            name={m.part[h.kind]}
            lines={h.lines}
            rows={rows}
            label={[m.part[h.kind], ...notes.filter((n) => n.part === h.kind).map((n) => n.words)].join('. ')}
          />
        ))}
      </div>
      {table && (
        <details className="figure-table d-print-none">
          <summary>{m.housesTable}</summary>
          <FigureTable
            caption={m.housesOf(name)}
            head={[m.house, m.words, m.housesHeard]}
            rows={houses.flatMap((kind) =>
              notes
                .filter((n) => n.part === kind)
                .map((n) => [m.part[kind], n.words, n.heardOn ? `${n.heardBy}, ${formatShortDate(locale, n.heardOn, today)}` : '']),
            )}
          />
        </details>
      )}
    </figure>
  )
}

/** The houses to write and draw in: one above the other on paper. */
export const EmptyHouses = () => {
  const m = situationTexts(useLocale())
  return (
    <div className="houses">
      {houses.map((kind) => (
        <div key={kind} className="keep-together">
          <p className="print-only">{m.partHint[kind]}</p>
          <House kind={kind} name={m.part[kind]} lines={[]} rows={34} ruled label={m.part[kind]} />
        </div>
      ))}
    </div>
  )
}
