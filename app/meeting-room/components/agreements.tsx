import { formatShortDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import type { ShownAgreement } from '../room-view.ts'
import { Lines } from './columns.tsx'
import { Pick } from './pick.tsx'
import { OffWall } from './note-line.tsx'
import { RoomForm, useRoom, useRoomTexts } from './room-context.tsx'

const AgreementLine = ({ a }: { a: ShownAgreement }) => {
  const { page } = useRoom()
  const m = useRoomTexts()
  const locale = useLocale()
  return (
    <li className="room-note">
      <p className="room-words">{a.what}</p>
      <p className="room-deal">
        <b>{a.owner}</b> · {m.due(formatShortDate(locale, a.dueOn, page.today))}
        {a.goal && <span> · {a.goal}</span>}
      </p>
      <OffWall onWall={a.onWall} hiddenFrom={a.hiddenFrom} open={a.open} shelfId={a.shelfId} />
    </li>
  )
}

/** Written as they are made: what, who, by when, which goal. */
export const Agreements = () => {
  const { page, out } = useRoom()
  const m = useRoomTexts()
  const waiting = out.edits.filter((e) => e.intent === 'agree')
  return (
    <section className="room-card" aria-labelledby="agreed">
      <h2 id="agreed">{m.agreements}</h2>
      <ul className="room-lines nobullet-list">
        {page.agreements.map((a) => (
          <AgreementLine key={a.id} a={a} />
        ))}
        {waiting.map((e) => (
          <li key={e.key} className="room-note is-waiting">
            <p className="room-words">{e.fields['what']}</p>
            <p className="room-off">{m.waiting}</p>
          </li>
        ))}
      </ul>
      {page.may.lead && <AgreeForm />}
      {page.carried.length > 0 && (
        <details className="room-more">
          <summary>
            {m.carried} ({page.carried.length})
          </summary>
          <ul className="room-lines nobullet-list">
            {page.carried.map((a) => (
              <AgreementLine key={a.id} a={a} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const AgreeForm = () => {
  const { page } = useRoom()
  const m = useRoomTexts()
  return (
    <RoomForm intent="agree" className="room-add" label={m.agreements}>
      <label>
        {m.what}
        <textarea name="what" rows={2} required maxLength={500} />
      </label>
      <Pick name="owner" label={m.who} required>
        <option value="">{m.choose}</option>
        {page.owners.map((o) => (
          <option key={o.value} value={o.value}>
            {o.name}
          </option>
        ))}
        <option value="outside">{m.outside}</option>
      </Pick>
      <label>
        {m.by}
        <input type="date" name="dueOn" className="form-input" required min={page.today} />
      </label>
      <details className="room-about">
        <summary>{m.goalAndMore}</summary>
        <Pick name="goalId" label={m.goal}>
          <option value="">{m.noGoal}</option>
          {page.goals.map((g) => (
            <option key={g.id} value={g.id}>
              {g.title}
            </option>
          ))}
        </Pick>
        <label>
          {m.whoName}
          <input type="text" name="ownerName" className="form-input" maxLength={100} />
        </label>
        <label>
          {m.heardBy}
          <input type="text" name="heardBy" className="form-input" maxLength={100} />
        </label>
      </details>
      <button type="submit" className="button button-primary">
        {m.agree}
      </button>
    </RoomForm>
  )
}

/** On the spot, or something to come back to (MEET-18); and decisions only where this kind of meeting may decide. */
export const ThinkAndDecide = () => {
  const { page } = useRoom()
  const m = useRoomTexts()
  const locale = useLocale()
  return (
    <>
      <section className="room-card" aria-labelledby="think">
        <h2 id="think">{m.reflection}</h2>
        {page.earlier.length > 0 && (
          <ul className="room-lines nobullet-list" aria-label={m.earlier}>
            {page.earlier.map((n) => (
              <li key={n.id} className="room-note">
                <p className="room-words">{n.words}</p>
                <p className="room-off">
                  {m.earlierFrom(formatShortDate(locale, n.meetingOn, page.today))}
                  {n.returned && ` · ${m.isReturned}`}
                </p>
                {page.may.lead && !n.returned && (
                  <RoomForm intent="return-to">
                    <input type="hidden" name="noteId" value={n.id} />
                    <button type="submit" className="function-link">
                      {m.returned}
                      <span className="sr-only">: {n.words}</span>
                    </button>
                  </RoomForm>
                )}
              </li>
            ))}
          </ul>
        )}
        <Lines kind="reflection" allPoints />
        {page.may.lead && <OneLine kind="reflection" label={m.reflectionWords} hint={m.reflectionHint} />}
      </section>
      <section className="room-card" aria-labelledby="decide">
        <h2 id="decide">{m.decision}</h2>
        {page.decides.words && <p>{page.decides.words}</p>}
        {page.decides.here ? (
          <>
            <Lines kind="decision" allPoints />
            {page.may.lead && <OneLine kind="decision" label={m.decisionWords} hint={m.decisionHint} />}
          </>
        ) : (
          !page.decides.words && <p>{m.noDecisions}</p>
        )}
      </section>
    </>
  )
}

const OneLine = ({ kind, label, hint }: { kind: 'reflection' | 'decision'; label: string; hint: string }) => {
  const { page } = useRoom()
  const m = useRoomTexts()
  return (
    <RoomForm intent="write" note className="room-add" label={label}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="pointId" value={page.pointId ?? ''} />
      <label>
        {label}
        <span className="form-hint">{hint}</span>
        <textarea name="words" rows={2} required maxLength={4000} />
      </label>
      <button type="submit" className="button button-secondary">
        {m.add}
      </button>
    </RoomForm>
  )
}
