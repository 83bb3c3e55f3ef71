import { joinList } from '#app/platform/i18n/words.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { COLUMNS } from '../room.ts'
import type { WallNote, WallPage } from '../room-view.ts'
import { useRoomTexts } from './room-context.tsx'
import { SoftTimer } from './soft-timer.tsx'

type Given = { wall: WallPage; today: string; leaderHref: string | null; closed: boolean; lost: boolean; /** By a link: waits to be let in. */ guest?: boolean }

/** What a whole room looks at: the family heads the table, one point, whose turn it is, their words, what is agreed. */
export const Wall = ({ wall, today, leaderHref, closed, lost, guest }: Given) => {
  const m = useRoomTexts()
  const running = wall.state === 'running' && !closed
  return (
    <div className={running ? 'wall' : 'wall wall-still'}>
      <title>{`${m.wallTitle} – Helhed`}</title>
      <main id="main-content" tabIndex={-1}>
        {running ? <Running wall={wall} today={today} /> : <Still wall={wall} closed={closed} guest={guest === true} />}
      </main>
      <footer className="wall-foot">
        <output>{lost && m.wall.lost}</output>
        {leaderHref && !closed && <a href={leaderHref}>{m.lead}</a>}
        <noscript>
          <a href="?">{m.reload}</a>
        </noscript>
      </footer>
    </div>
  )
}

const Still = ({ wall, closed, guest }: { wall: WallPage; closed: boolean; guest: boolean }) => {
  const m = useRoomTexts()
  return <h1>{closed ? m.wall.gone : guest ? m.wall.letIn : wall.state === 'held' ? m.wall.over : wall.state === 'cancelled' ? m.cancelled : m.wall.waiting}</h1>
}

const Running = ({ wall, today }: { wall: WallPage; today: string }) => {
  const m = useRoomTexts()
  const locale = useLocale()
  const nobody = wall.family.length + wall.others.length === 0
  const of = (kind: WallNote['kind']) => wall.notes.filter((n) => n.kind === kind)
  const columns = COLUMNS.some((c) => of(c).length > 0)
  return (
    <>
      <header className="wall-head">
        <p className="wall-family">
          {wall.family.length > 0 && (
            <>
              <b>{joinList(locale, wall.family)}</b> {m.wall.heads}
            </>
          )}
        </p>
        {wall.others.length > 0 && <p className="wall-others">{joinList(locale, wall.others)}</p>}
      </header>
      <div className="wall-grid">
        <div className="wall-talk">
          {wall.point && <p className="wall-count">{m.point(wall.point.number, wall.point.of)}</p>}
          <h1>{nobody ? m.wall.empty : (wall.point?.title ?? m.wall.welcome)}</h1>
          {wall.turn && (
            <p className="wall-turn">
              {m.wall.turn(wall.turn.name)}
              <SoftTimer since={wall.turn.since} minutes={wall.turn.minutes} serverNow={wall.now} />
            </p>
          )}
          {of('voice').map((n) => (
            <figure key={n.key} className="wall-voice">
              <blockquote>{n.words}</blockquote>
              <figcaption>{n.who}</figcaption>
            </figure>
          ))}
          {columns && (
            <div className="wall-columns">
              {COLUMNS.map((kind) => (
                <section key={kind} className={`wall-column room-${kind}`}>
                  <h2>{m.columns[kind]}</h2>
                  <ul className="nobullet-list">
                    {of(kind).map((n) => (
                      <li key={n.key}>{n.words}</li>
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          )}
          <Scale notes={of('scale')} />
          <Plain title={m.decision} notes={of('decision')} />
          <Plain title={m.reflection} notes={of('reflection')} />
        </div>
        {wall.agreements.length > 0 && (
          <aside className="wall-deals" aria-labelledby="deals">
            <h2 id="deals">{m.agreements}</h2>
            <ul className="nobullet-list">
              {wall.agreements.map((a) => (
                <li key={a.id}>
                  <span>{a.what}</span>
                  <small>
                    {a.owner} · {m.due(formatShortDate(locale, a.dueOn, today))}
                  </small>
                </li>
              ))}
            </ul>
          </aside>
        )}
      </div>
    </>
  )
}

const Plain = ({ title, notes }: { title: string; notes: WallNote[] }) =>
  notes.length > 0 && (
    <section className="wall-plain">
      <h2>{title}</h2>
      <ul className="nobullet-list">
        {notes.map((n) => (
          <li key={n.key}>{n.words}</li>
        ))}
      </ul>
    </section>
  )

/** Numbers on a line from 0 to 10, each with its name; no colour judges. */
const Scale = ({ notes }: { notes: WallNote[] }) => {
  const m = useRoomTexts()
  const given = notes.filter((n) => n.value !== null)
  if (given.length === 0) return null
  return (
    <section className="wall-plain">
      <h2>{m.scale}</h2>
      <ol className="wall-scale nobullet-list">
        {[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((step) => {
          const here = given.filter((n) => n.value === step)
          return (
            <li key={step} className={here.length > 0 ? 'is-here' : undefined}>
              <span>{step}</span>
              {here.length > 0 && <small>{here.map((n) => n.who || m.everybody).join(', ')}</small>}
            </li>
          )
        })}
      </ol>
      {given.filter((n) => n.words).map((n) => (
        <p key={n.key}>{n.words}</p>
      ))}
    </section>
  )
}
