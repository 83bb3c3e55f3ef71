import { COLUMNS, type NoteKind, SCALE } from '../room.ts'
import { NoteLine } from './note-line.tsx'
import { Pick } from './pick.tsx'
import { hereIn, RoomForm, useRoom, useRoomTexts } from './room-context.tsx'

/** Lines on their way: shown where they will stand, so that nobody writes them twice. */
const Waiting = ({ kind }: { kind: NoteKind }) => {
  const { out, page } = useRoom()
  const m = useRoomTexts()
  const edits = out.edits.filter((e) => e.intent === 'write' && e.fields['kind'] === kind && !page.notes.some((n) => n.key === e.note))
  return edits.map((e) => (
    <li key={e.key} className="room-note is-waiting">
      <p className="room-words">
        {kind === 'scale' && <b className="room-number">{e.fields['value']}</b>}
        {e.fields['words']}
      </p>
      <p className="room-off">{m.waiting}</p>
    </li>
  ))
}

/** `but`: stands in a field of its own already. */
export const Lines = ({ kind, allPoints, but }: { kind: NoteKind; allPoints?: boolean; but?: string }) => {
  const { page } = useRoom()
  const notes = page.notes.filter((n) => n.kind === kind && n.key !== but && (allPoints || n.pointId === page.pointId || n.pointId === null))
  return (
    <ul className="room-lines nobullet-list">
      {notes.map((n) => (
        <NoteLine key={n.key} note={n} />
      ))}
      {kind !== 'voice' && <Waiting kind={kind} />}
    </ul>
  )
}

/** Whom a line is about: fewer than the meeting is about, when it is theirs alone. */
export const AboutField = () => {
  const { page } = useRoom()
  const m = useRoomTexts()
  if (page.people.length < 2) return null
  return (
    <details className="room-about">
      <summary>{m.about}</summary>
      <fieldset>
        <legend className="sr-only">{m.about}</legend>
        {page.people.map((p) => (
          <label key={p.id} className="room-check">
            <input type="checkbox" name="subjects" value={p.id} /> {p.name}
          </label>
        ))}
      </fieldset>
    </details>
  )
}

/** Three columns, what works first (strengths before worries). */
export const Columns = () => {
  const { page } = useRoom()
  const m = useRoomTexts()
  return (
    <div className="room-columns">
      {COLUMNS.map((kind) => (
        <section key={kind} aria-labelledby={`col-${kind}`} className={`room-column room-${kind}`}>
          <h3 id={`col-${kind}`}>{m.columns[kind]}</h3>
          <Lines kind={kind} />
          {page.may.lead && (
            <RoomForm intent="write" note className="room-add" label={m.addTo(m.columns[kind])}>
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name="pointId" value={page.pointId ?? ''} />
              <textarea name="words" rows={2} required maxLength={4000} aria-label={m.addTo(m.columns[kind])} />
              <AboutField />
              <button type="submit" className="button button-secondary">
                {m.add}
              </button>
            </RoomForm>
          )}
        </section>
      ))}
    </div>
  )
}

/** 0 to 10: a number of one's own, and why it is not lower. */
export const ScaleCard = () => {
  const { page } = useRoom()
  const m = useRoomTexts()
  return (
    <section className="room-card" aria-labelledby="scale">
      <h3 id="scale">{m.scale}</h3>
      <Lines kind="scale" />
      {page.may.lead && (
        <RoomForm intent="write" note className="room-add room-scale" label={m.scale}>
          <input type="hidden" name="kind" value="scale" />
          <input type="hidden" name="pointId" value={page.pointId ?? ''} />
          <p className="form-hint">{m.scaleHint}</p>
          <Pick name="participantId" label={m.scaleOf}>
            <option value="">{m.everybody}</option>
            {hereIn(page).map((a) => (
              <option key={a.participantId} value={a.participantId}>
                {a.name}
              </option>
            ))}
          </Pick>
          <fieldset className="room-steps">
            <legend>{m.scaleValue}</legend>
            {SCALE.map((n) => (
              <label key={n}>
                <input type="radio" name="value" value={n} required />
                <span>{n}</span>
              </label>
            ))}
          </fieldset>
          <label>
            {m.scaleWhy}
            <textarea name="words" rows={2} maxLength={4000} />
          </label>
          <button type="submit" className="button button-secondary">
            {m.add}
          </button>
        </RoomForm>
      )}
    </section>
  )
}
