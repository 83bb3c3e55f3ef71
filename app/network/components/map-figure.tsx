import { formatShortDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { ScrollFrame } from '#app/ui/table.tsx'
import { Note } from '#app/ui/text.tsx'
import { bandMap, ringMap } from '../layout.ts'
import { type Entry, entriesOf, layoutInput, networkTexts, shownName } from '../map-words.ts'
import { channels, endKey, type Tie } from '../network.ts'
import type { NetworkPage } from '../network.ts'
import { MapSvg } from './map-svg.tsx'

export type MapPlace = {
  /** Address of the map, with `?sag=` in the portal. */
  base: string
  /** Address of a page below it: `link('baand', {til: 'person-1'})`. */
  link: (page: string, query?: Record<string, string>) => string
  tableOpen: boolean
  tiesOnPaper: boolean
}

/** The network map in three sizes, how to read it, and its table one click away. */
export function MapFigure({ page, place }: { page: NetworkPage; place: MapPlace }) {
  const locale = useLocale()
  const m = networkTexts(locale)
  const entries = entriesOf(locale, page)
  const input = layoutInput(page)
  const alt = m.alt(
    entries.filter((e) => e.ring === 0).length,
    entries.filter((e) => e.ring === 1).length,
    entries.filter((e) => e.ring === 2).length,
  )
  const rowHref = (key: string) => `${place.link('', { tabel: '1', ...(page.day === page.today ? {} : { dag: page.day }) })}#raekke-${key}`
  const tieText = (key: string) =>
    tiesAbout(page, key)
      .map((t) => `${m.tieShort}: ${tieWords(t).toLocaleLowerCase(locale)}`)
      .join(', ')
  const tieWords = (t: Tie) => (t.strength ? m.tieText(m.strength[t.strength], t.strained) : '')
  const common = { entries, homes: page.homes, me: page.me, alt, rowHref, tieText }
  return (
    <figure className={`map-figure${place.tiesOnPaper ? '' : ' ties-off-paper'}`}>
      <div className="figure-picture">
        <MapSvg {...common} picture={ringMap(input)} className="only-wide" prefix="w" />
        <MapSvg {...common} picture={bandMap(input, 540)} className="only-middle" prefix="m" />
        <MapSvg {...common} picture={bandMap(input, 340)} className="only-narrow" prefix="n" />
      </div>
      {input.circle.length === 0 && (page.may.change || page.me !== null) && <Note>{m.emptyCircle}</Note>}
      <Legend page={page} />
      <details className="figure-table d-print-none" open={place.tableOpen} id="tabel">
        <summary>{m.table}</summary>
        <MapTable page={page} entries={entries} place={place} />
      </details>
    </figure>
  )
}
const tiesAbout = (page: NetworkPage, key: string) => page.ties.filter((t) => t.to === key || endKey('person', t.from) === key)

function Legend({ page }: { page: NetworkPage }) {
  const m = networkTexts(useLocale())
  const line = (className: string, label: string, marks?: string) => (
    <li>
      <svg className="picture map map-sample" viewBox="0 0 46 20" width={46} height={20} aria-hidden="true">
        <path className={className} d="M3 10H43" />
        {marks && <path className={className.includes('tie') ? 'map-strain' : 'map-line'} d={marks} />}
      </svg>
      {label}
    </li>
  )
  return (
    <ul className="map-legend nobullet-list" aria-label={m.legend}>
      <li className="map-legend-wide">{m.legendShapes}</li>
      <li>
        <svg className="picture map map-sample" viewBox="0 0 46 20" width={46} height={20} aria-hidden="true">
          <rect className="map-home" x={3} y={2} width={40} height={16} rx={8} />
        </svg>
        {m.legendHome}
      </li>
      {page.relations.some((r) => r.kind === 'partner' && !r.ended) && line('map-line', m.legendCouple)}
      {page.relations.some((r) => r.kind === 'partner' && r.ended) && line('map-line', m.legendParted, 'M16 18L22 2M22 18L28 2')}
      {coParents(page) && line('map-line map-co-parents', m.legendCoParents)}
      {page.relations.some((r) => r.kind === 'network') && line('map-relation', m.legendThin)}
      {page.ties.length > 0 && (
        <>
          <li className="only-with-ties">
            <TieSample strength="strong" /> {m.strength.strong}
          </li>
          <li className="only-with-ties">
            <TieSample strength="ordinary" /> {m.strength.ordinary}
          </li>
          <li className="only-with-ties">
            <TieSample strength="weak" /> {m.strength.weak}
          </li>
          <li className="only-with-ties">
            <TieSample strength="ordinary" strained /> {m.strained}
          </li>
        </>
      )}
    </ul>
  )
}
/** Two parents of one child who are not, and never were, said to be a couple. */
const coParents = (page: NetworkPage) => {
  const parents = page.relations.filter((r) => r.kind === 'parent')
  return parents.some((a) =>
    parents.some(
      (b) =>
        a.otherId === b.otherId &&
        a.personId !== b.personId &&
        !page.relations.some((r) => r.kind === 'partner' && [a.personId, b.personId].includes(r.personId) && [a.personId, b.personId].includes(r.otherId)),
    ),
  )
}
export const TieSample = ({ strength, strained }: { strength: string; strained?: boolean }) => (
  <svg className="picture map map-sample" viewBox="0 0 46 20" width={46} height={20} aria-hidden="true">
    <path className={`map-tie map-tie-${strength}`} d="M4 10H42" />
    {strained && <path className="map-strain" d="M14 17L18 3M22 17L26 3M30 17L34 3" />}
  </svg>
)

function MapTable({ page, entries, place }: { page: NetworkPage; entries: readonly Entry[]; place: MapPlace }) {
  const locale = useLocale()
  const m = networkTexts(locale)
  const nameOf = (key: string) => entries.find((e) => e.key === key)?.name ?? '–'
  const who = (id: number) => {
    const p = page.people.find((x) => x.id === id)
    return p ? shownName(locale, p) : '–'
  }
  const ties = (key: string) =>
    tiesAbout(page, key).map((t) => {
      const other = endKey('person', t.from) === key ? nameOf(t.to) : who(t.from)
      return { t, text: `${other}: ${t.strength ? m.tieText(m.strength[t.strength], t.strained).toLocaleLowerCase(locale) : ''}` }
    })
  const showTies = page.seesTies
  const showActions = page.may.drawFor.length > 0
  return (
    <ScrollFrame label={m.tableTitle}>
      <table className="table table--compact plain-table">
        <caption className="sr-only">{m.tableTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{m.columns.name}</th>
            <th scope="col">{m.columns.who}</th>
            <th scope="col">{m.columns.where}</th>
            {showTies && <th scope="col">{m.columns.ties}</th>}
            <th scope="col">{m.columns.meeting}</th>
            {showActions && <th scope="col">{m.columns.action}</th>}
          </tr>
        </thead>
        <tbody>
          {entries.map((e) => (
            <tr key={e.key} id={`raekke-${e.key}`} className="map-row" tabIndex={-1}>
              <th scope="row">
                {e.name}
                {e.person?.age != null && `, ${e.person.age}`}
              </th>
              <td>{e.long}</td>
              <td>{m.rings[e.ring]}</td>
              {showTies && (
                <td>
                  {ties(e.key).map(({ t, text }) => (
                    <div key={t.id}>
                      {text}
                      {t.words && ` “${t.words}”`} ({m.says(who(t.saidBy), formatShortDate(locale, t.saidOn, page.today), writtenDown(m, t.onBehalf))})
                    </div>
                  ))}
                </td>
              )}
              <td>
                {page.wishes
                  .filter((w) => w.about === e.key)
                  .map((w) => (
                    <div key={w.id}>
                      {(w.answer === 'come' ? m.comeBy : m.notBy)(who(w.wishedBy))}
                    </div>
                  ))}
              </td>
              {showActions && (
                <td>
                  {!(page.me !== null && e.key === endKey('person', page.me)) && (
                    <a href={place.link('baand', { til: e.key })}>
                      {m.tie}
                      <span className="sr-only"> {e.name}</span>
                    </a>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

/** How staff came to write it down for somebody, so that the person sees it and can say otherwise; '' when they wrote it themselves. */
export function writtenDown(m: ReturnType<typeof networkTexts>, onBehalf: { channel: string } | null): string {
  const channel = channels.find((c) => c === onBehalf?.channel)
  return channel ? m.writtenDown[channel] : ''
}

/** What has been chosen for the next meeting, said in words; nothing when nobody has chosen. */
export function wishLines(page: NetworkPage, entries: readonly Entry[]): { id: number; name: string; answer: 'come' | 'not'; by: number; how: string }[] {
  return page.wishes.flatMap((w) => {
    const e = entries.find((one) => one.key === w.about)
    return e && w.answer ? [{ id: w.id, name: e.name, answer: w.answer, by: w.wishedBy, how: w.onBehalf?.channel ?? '' }] : []
  })
}
