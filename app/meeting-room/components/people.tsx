import { useLocale } from '#app/ui/context.tsx'
import { formatTime } from '#app/platform/time/format.ts'
import type { Attendant } from '../room-view.ts'
import { Pick } from './pick.tsx'
import { hereIn, nameOf, RoomForm, useRoom, useRoomTexts } from './room-context.tsx'

/** Who is in the room, the family first; who comes and goes. What that does to the wall is told before it happens. */
export const People = () => {
  const { page } = useRoom()
  const m = useRoomTexts()
  const here = hereIn(page)
  const away = page.attendants.filter((a) => !a.here)
  return (
    <section className="room-card" aria-labelledby="people">
      <h2 id="people">{m.room}</h2>
      <PeopleList people={here} goes />
      {away.length > 0 && (
        <>
          <h3>{m.notHere}</h3>
          <PeopleList people={away} />
        </>
      )}
      <Ask />
    </section>
  )
}

const PeopleList = ({ people, goes = false }: { people: Attendant[]; goes?: boolean }) => {
  const { page, address, ask } = useRoom()
  const m = useRoomTexts()
  const locale = useLocale()
  return (
    <ul className="room-people nobullet-list">
      {people.map((a) => {
        const query = `${goes ? 'ud' : 'ind'}=${a.participantId}`
        return (
          <li key={a.participantId}>
            <span>
              <b>{a.name || a.outsideRole}</b>
              <small>{factsOf(a, m, (id) => page.people.find((p) => p.id === id)?.name ?? '', (t) => formatTime(locale, t)).join(' · ')}</small>
            </span>
            {page.may.lead && page.state === 'running' && (
              <a className="function-link" href={`${address}?${query}#skift`} onClick={(e) => { e.preventDefault(); ask(query) }}>
                {goes ? m.goes : m.comes}
                <span className="sr-only"> {a.name}</span>
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function factsOf(a: Attendant, m: ReturnType<typeof useRoomTexts>, person: (id: number) => string, time: (instant: string) => string): string[] {
  return [
    a.name ? a.outsideRole : '',
    a.wentAlongWith !== null ? m.alongWith(person(a.wentAlongWith)) : a.companionOf !== null ? m.companionOf(person(a.companionOf)) : '',
    a.interpreterFor !== null ? m.interpreterFor(person(a.interpreterFor)) : '',
    m.how[a.how],
    a.here && a.cameAt ? m.cameAt(time(a.cameAt)) : a.leftAt ? m.leftAt(time(a.leftAt)) : '',
  ].filter((text) => text !== '')
}

/** "Når Line kommer ind, forsvinder 3 punkter fra tavlen." */
const Ask = () => {
  const { page, address, ask, out } = useRoom()
  const m = useRoomTexts()
  if (!page.change) return null
  const { participantId, goes, gone, come } = page.change
  const who = page.attendants.find((a) => a.participantId === participantId)
  const name = nameOf(page, participantId)
  const told = [gone > 0 ? m.pointsGone(gone) : '', come > 0 ? m.pointsCome(come) : ''].filter(Boolean)
  return (
    <section className="room-ask" id="skift" aria-labelledby="skift-text">
      <p id="skift-text" aria-live="polite">
        {goes ? m.ifGoes(name) : m.ifComes(name)} {told.length > 0 ? told.join(` ${m.and} `) : m.pointsSame}
      </p>
      <form
        method="post"
        action={address}
        onSubmit={(e) => {
          e.preventDefault()
          out.sendForm(e.currentTarget)
          ask('')
        }}
      >
        <RoomHidden intent={goes ? 'go' : 'come'} participantId={participantId} />
        {!goes && who?.staffId !== null && page.people.length > 0 && (
          <Pick name="alongWith" label={m.alongWithLabel} value={who?.companionOf ?? ''}>
            <option value="">{m.nobodyAlong}</option>
            {page.people.map((p) => (
              <option key={p.id} value={p.id}>
                {p.name}
              </option>
            ))}
          </Pick>
        )}
        <button type="submit" className="button button-primary">
          {goes ? m.letOut(name) : m.letIn(name)}
        </button>
        <a className="function-link" href={address} onClick={(e) => { e.preventDefault(); ask('') }}>
          {m.notNow}
        </a>
      </form>
    </section>
  )
}
const RoomHidden = ({ intent, participantId }: { intent: string; participantId: number }) => {
  const { formKey } = useRoom()
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="participantId" value={participantId} />
    </>
  )
}

/** Before it begins: who is here. */
export const StartForm = ({ again }: { again: boolean }) => {
  const { page } = useRoom()
  const m = useRoomTexts()
  const line = (a: Attendant) => (
    <label key={a.participantId} className="room-check">
      <input type="checkbox" name="present" value={a.participantId} defaultChecked={a.family && a.how === 'seat'} /> {a.name || a.outsideRole}
      {m.how[a.how] && <small> {m.how[a.how]}</small>}
    </label>
  )
  return (
    <RoomForm intent="start" className="room-card room-start" label={m.whoIsHere}>
      <h2>{m.whoIsHere}</h2>
      <p className="form-hint">{m.whoIsHereHint}</p>
      <div className="room-start-lists">
        <fieldset>
          <legend>{m.family}</legend>
          {page.attendants.filter((a) => a.family).map(line)}
        </fieldset>
        <fieldset>
          <legend>{m.others}</legend>
          {page.attendants.filter((a) => !a.family).map(line)}
        </fieldset>
      </div>
      <button type="submit" className="button button-primary">
        {again ? m.beginAgain : m.begin}
      </button>
    </RoomForm>
  )
}
