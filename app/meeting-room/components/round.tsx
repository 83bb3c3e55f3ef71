import { nextVoice } from '../room.ts'
import { Lines } from './columns.tsx'
import { hereIn, nameOf, RoomForm, useRoom, useRoomTexts } from './room-context.tsx'
import { SoftTimer } from './soft-timer.tsx'
import { VoiceBox } from './voice-box.tsx'

/** One point at a time. */
export const Agenda = () => {
  const { page } = useRoom()
  const m = useRoomTexts()
  return (
    <section className="room-card" aria-labelledby="agenda">
      <h2 id="agenda">{m.agenda}</h2>
      <ol className="room-agenda nobullet-list">
        {page.points.map((p) => (
          <li key={p.id} aria-current={p.id === page.pointId ? 'step' : undefined}>
            {page.may.lead && page.state === 'running' && p.id !== page.pointId ? (
              <RoomForm intent="point">
                <input type="hidden" name="pointId" value={p.id} />
                <button type="submit" className="room-point">
                  {p.title}
                  <span className="sr-only"> · {m.showPoint}</span>
                </button>
              </RoomForm>
            ) : (
              <span className="room-point">
                {p.title}
                {p.id === page.pointId && <span className="sr-only"> ({m.now})</span>}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The point that is on the wall, and the way to the next one. */
export const PointHead = () => {
  const { page } = useRoom()
  const m = useRoomTexts()
  const index = page.points.findIndex((p) => p.id === page.pointId)
  const next = page.points[index + 1]
  return (
    <div className="room-point-head">
      <div>
        {index >= 0 && <p className="room-count">{m.point(index + 1, page.points.length)}</p>}
        <h2>{page.points[index]?.title ?? m.noPoint}</h2>
        {page.points[index]?.words && <p>{page.points[index].words}</p>}
      </div>
      {page.may.lead && next && page.state === 'running' && (
        <RoomForm intent="point">
          <input type="hidden" name="pointId" value={next.id} />
          <button type="submit" className="button button-primary">
            {m.nextPoint}
            <span className="sr-only">: {next.title}</span>
          </button>
        </RoomForm>
      )}
    </div>
  )
}

/** Each voice in turn, in their own words (MEET-12). Whoever has left is passed over. */
export const Round = () => {
  const { page } = useRoom()
  const m = useRoomTexts()
  const here = hereIn(page)
  const current = page.turn?.participantId ?? null
  const next = nextVoice(here.map((a) => a.participantId), current)
  const note = page.notes.find((n) => n.kind === 'voice' && n.participantId === current && n.pointId === page.pointId)
  const lead = page.may.lead && page.state === 'running'
  return (
    <section className="room-card room-round" aria-labelledby="round">
      <h3 id="round">{m.round}</h3>
      {page.turn ? (
        <p className="room-turn">
          <b>{m.turn(nameOf(page, current))}</b>
          <SoftTimer since={page.turn.since} minutes={page.turn.minutes} serverNow={page.now} />
        </p>
      ) : (
        <p className="form-hint">{m.roundHint}</p>
      )}
      {lead && current !== null && <VoiceBox key={`${page.pointId}.${current}`} participantId={current} name={nameOf(page, current)} note={note} />}
      <Lines kind="voice" {...(lead && note?.onWall ? { but: note.key } : {})} />
      {lead && (
        <div className="room-turns">
          {next !== null && (
            <RoomForm intent="turn">
              <input type="hidden" name="participantId" value={next} />
              <input type="hidden" name="minutes" value={page.minutesEach} />
              <button type="submit" className="button button-secondary">
                {m.nextTurn(nameOf(page, next))}
              </button>
            </RoomForm>
          )}
          {current !== null && (
            <RoomForm intent="turn">
              <input type="hidden" name="participantId" value="" />
              <input type="hidden" name="minutes" value={page.minutesEach} />
              <button type="submit" className="function-link">
                {m.roundOver}
              </button>
            </RoomForm>
          )}
          {here.length > 2 && <AnyTurn />}
        </div>
      )}
    </section>
  )
}

const AnyTurn = () => {
  const { page } = useRoom()
  const m = useRoomTexts()
  return (
    <RoomForm intent="turn" className="room-any" label={m.giveTurn}>
      <input type="hidden" name="minutes" value={page.minutesEach} />
      <select name="participantId" className="form-select" aria-label={m.giveTurn} required defaultValue="">
        <option value="">{m.giveTurn} …</option>
        {hereIn(page).map((a) => (
          <option key={a.participantId} value={a.participantId}>
            {a.name}
          </option>
        ))}
      </select>
      <button type="submit" className="function-link">
        {m.giveTurn}
      </button>
    </RoomForm>
  )
}
