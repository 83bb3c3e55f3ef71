import { useLocale } from '#app/ui/context.tsx'
import { initials } from '#app/ui/due.ts'
import { glyphSize, glyphUp, type MapPicture, type PlacedNode } from '../layout.ts'
import type { Entry } from '../map-words.ts'
import { networkTexts } from '../map-words.ts'
import type { MapHome, MapPerson } from '../network.ts'
import { endParts } from '../network.ts'

type Props = {
  picture: MapPicture
  entries: readonly Entry[]
  homes: readonly MapHome[]
  me: number | null
  alt: string
  className: string
  /** Tells paths of several pictures on a page apart. */
  prefix: string
  /** Where the row of somebody in the table is. */
  rowHref: (key: string) => string
  tieText: (key: string) => string
}

/** The picture itself: grounds, homes, lines, and everybody as a link to their row of the table, in the order of reading. */
export function MapSvg({ picture, entries, homes, me, alt, className, prefix, rowHref, tieText }: Props) {
  const { width, height, origin } = picture
  const inOrder = entries.flatMap((e) => {
    const node = picture.nodes.find((n) => n.key === e.key)
    return node ? [{ e, node }] : []
  })
  const reading = [...familyOrder(inOrder.filter((x) => x.node.ring === 0)), ...around(inOrder.filter((x) => x.node.ring === 1)), ...inOrder.filter((x) => x.node.ring === 2)]
  return (
    // An svg has no tag of its own for a group of links.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <svg viewBox={`0 0 ${width} ${height}`} className={`picture map ${className}`} role="group" aria-label={alt}>
      <g transform={`translate(${origin.x} ${origin.y})`}>
        {picture.grounds.map((d, i) => (
          <path key={i} className={`map-ground map-ground-${groundKind(picture, i)}`} d={d} />
        ))}
        {picture.departments.map((d, i) => (
          <g key={d.label} aria-hidden="true">
            {d.band && <path className="map-band" d={d.band} />}
            {d.arc ? (
              <>
                <path id={`${prefix}-arc-${i}`} className="map-arc" d={d.arc} />
                <text className="map-department">
                  <textPath href={`#${prefix}-arc-${i}`} startOffset="50%" textAnchor="middle">
                    {cut(d.label, d.room / 7.4)}
                  </textPath>
                </text>
              </>
            ) : (
              <text className="map-department" x={d.x} y={d.y} textAnchor="middle">
                {cut(d.label, d.room / 7.4)}
              </text>
            )}
          </g>
        ))}
        <g transform={`translate(${picture.family.x} ${picture.family.y})`} aria-hidden="true">
          {picture.family.homes.map((h) => (
            <g key={h.id}>
              {h.d.map((d, i) => (
                <path key={i} className="map-home" d={d} />
              ))}
            </g>
          ))}
          {picture.family.lines.map((l, i) => (
            <g key={i}>
              <path className={`map-line map-${l.kind}`} d={l.d} />
              {l.strokes && <path className="map-line map-strokes" d={l.strokes} />}
            </g>
          ))}
        </g>
        <g aria-hidden="true">
          {picture.connections.map((c, i) =>
            c.tie === null ? (
              <path key={i} className={c.covered ? 'map-relation map-covered' : 'map-relation'} d={c.d} />
            ) : (
              <g key={i} className="map-tie-group">
                <path className={`map-tie map-tie-${c.strength ?? 'ordinary'}`} d={c.d} />
                {c.marks && <path className="map-strain" d={c.marks} />}
              </g>
            ),
          )}
        </g>
        {reading.map(({ e, node }) => (
          <Node key={e.key} e={e} node={node} mine={e.person !== null && e.person.id === me} href={rowHref(e.key)} tie={tieText(e.key)} />
        ))}
        <g transform={`translate(${picture.family.x} ${picture.family.y})`} aria-hidden="true">
          {picture.family.homes.map((h) => (
            <text key={h.id} className="map-home-name" x={h.x} y={h.y - 5} textAnchor="middle">
              {homes.find((one) => one.id === h.id)?.name}
            </text>
          ))}
        </g>
      </g>
    </svg>
  )
}
/** The family's ground is white, the circle's warm, the professionals' cool; some may be missing. */
function groundKind(picture: MapPicture, i: number): 0 | 1 | 2 {
  if (i === picture.grounds.length - 1) return 0
  return i === 0 && picture.nodes.some((n) => n.ring === 2) ? 2 : 1
}
type Drawn = { e: Entry; node: PlacedNode }
/** Generation by generation, from the left. */
const familyOrder = (list: readonly Drawn[]) => list.toSorted((a, b) => a.node.y - b.node.y || a.node.x - b.node.x)
/** Round the ring by the clock, from the top. */
const around = (list: readonly Drawn[]) => {
  const clock = (n: PlacedNode) => (Math.atan2(n.y, n.x) + 2.5 * Math.PI) % (2 * Math.PI)
  return list.toSorted((a, b) => clock(a.node) - clock(b.node))
}

function Node({ e, node: n, mine, href, tie }: { e: Entry; node: PlacedNode; mine: boolean; href: string; tie: string }) {
  const m = networkTexts(useLocale())
  // The title is the name of the link; the words below it are cut to fit.
  const said = [e.name, e.person?.age ?? null, mine ? m.you : '', e.long, tie].filter(Boolean).join(', ')
  const y = n.y - glyphUp(n.ring)
  const label = n.ring === 0 ? n.y + 42 : n.y + 21
  return (
    <a href={href} className={`map-node map-node-${n.ring}`}>
      <title>{said}</title>
      <rect className="map-focus" x={n.x - n.w / 2 + 1} y={n.y - n.h / 2 + 1} width={n.w - 2} height={n.h - 2} rx={10} />
      <Glyph e={e} x={n.x} y={y} size={glyphSize(n.ring)} mine={mine} />
      <text className="map-name" x={n.x} y={label} textAnchor="middle">
        {cut(e.name, n.w / 7.6)}
      </text>
      {n.ring > 0 && e.short && (
        <text className="map-short" x={n.x} y={label + 15} textAnchor="middle">
          {cut(e.short, n.w / 6.1)}
        </text>
      )}
    </a>
  )
}
const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, Math.max(1, Math.floor(most) - 1)).trimEnd()}…` : text)

function Glyph({ e, x, y, size, mine }: { e: Entry; x: number; y: number; size: number; mine: boolean }) {
  const half = size / 2
  const kind = endParts(e.key).kind
  const shape = e.person?.shape ?? (kind === 'staff' ? 'badge' : 'house')
  const inside = kind === 'staff' ? initials(e.name) : e.ring === 0 && e.person ? ageText(e.person) : ''
  return (
    <>
      {mine && <Shape shape={shape} x={x} y={y} half={half + 5} className="map-me" />}
      <Shape shape={shape} x={x} y={y} half={half} className={`map-glyph map-glyph-${kind}`} />
      {e.person?.died && <path className="map-line" d={`M${x - half} ${y - half}L${x + half} ${y + half}M${x + half} ${y - half}L${x - half} ${y + half}`} />}
      {inside && (
        <text className={kind === 'staff' ? 'map-initials' : 'map-age'} x={x} y={y + (shape === 'triangle' ? 12 : 5)} textAnchor="middle">
          {inside}
        </text>
      )}
    </>
  )
}
const ageText = (p: MapPerson) => (p.age === null ? '' : String(p.age))

function Shape({ shape, x, y, half, className }: { shape: string; x: number; y: number; half: number; className: string }) {
  switch (shape) {
    case 'circle':
      return <circle className={className} cx={x} cy={y} r={half} />
    case 'square':
      return <rect className={className} x={x - half * 0.92} y={y - half * 0.92} width={half * 1.84} height={half * 1.84} rx={2} />
    case 'triangle':
      return <path className={className} d={`M${x} ${y - half}L${x + half * 1.05} ${y + half * 0.85}H${x - half * 1.05}Z`} />
    case 'badge':
      return <rect className={className} x={x - half} y={y - half} width={half * 2} height={half * 2} rx={half * 0.55} />
    case 'house':
      return (
        <path
          className={className}
          d={`M${x - half} ${y - half * 0.1}L${x} ${y - half}L${x + half} ${y - half * 0.1}V${y + half * 0.9}H${x - half}Z`}
        />
      )
    default:
      return <path className={className} d={`M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}Z`} />
  }
}
