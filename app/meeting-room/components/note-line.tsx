import { type FormEvent, useState } from 'react'
import { useLocale } from '#app/ui/context.tsx'
import { joinList } from '#app/platform/i18n/words.ts'
import type { ShownNote } from '../room-view.ts'
import { nameOf, useRoom, useRoomTexts } from './room-context.tsx'

/** One line that was said: its words, whether it is on the wall, and for the one who leads a way to change it. */
export const NoteLine = ({ note }: { note: ShownNote }) => {
  const { page } = useRoom()
  const who = nameOf(page, note.participantId)
  return (
    <li className="room-note" data-note={note.key}>
      <p className="room-words">
        {note.value !== null && <b className="room-number">{note.value}</b>}
        {who && note.kind !== 'voice' && <span className="room-who">{who}: </span>}
        {note.words}
      </p>
      <OffWall onWall={note.onWall} hiddenFrom={note.hiddenFrom} open={note.open} shelfId={note.shelfId} />
      {page.may.lead && <ChangeNote note={note} />}
    </li>
  )
}

/** Why something is not on the wall, and the way to a spoken yes. Nothing is said of what is on it. */
export const OffWall = ({ onWall, hiddenFrom, open, shelfId }: { onWall: boolean; hiddenFrom: number[]; open: number[]; shelfId: number }) => {
  const { page, address, ask } = useRoom()
  const m = useRoomTexts()
  const locale = useLocale()
  if (onWall) return null
  const names = joinList(locale, hiddenFrom.map((id) => nameOf(page, id)).filter(Boolean))
  return (
    <p className="room-off">
      {names ? m.offWall(names) : m.offWallNobody}
      {page.may.consents &&
        open.map((id) => (
          <a key={id} className="function-link" href={`${address}?vis=${shelfId}&til=${id}#vis`} onClick={(e) => { e.preventDefault(); ask(`vis=${shelfId}&til=${id}`) }}>
            {m.anyway.open}
            <span className="sr-only"> {nameOf(page, id)}</span>
          </a>
        ))}
    </p>
  )
}

const ChangeNote = ({ note }: { note: ShownNote }) => {
  const { address, formKey, out } = useRoom()
  const m = useRoomTexts()
  const [open, setOpen] = useState(false)
  // What stood when the writing began: a change by somebody else in the meantime is told, never written over.
  const [seen, setSeen] = useState(note.revision)
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    out.send({ intent: 'write', note: note.key, seen, fields: fields(event.currentTarget, note) })
    setOpen(false)
  }
  const remove = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    out.send({ intent: 'take-back', note: note.key, seen: note.revision, fields: {} })
  }
  return (
    <details className="room-change" open={open} onToggle={(e) => { const now = e.currentTarget.open; if (now && !open) setSeen(note.revision); setOpen(now) }}>
      <summary>
        {m.change}
        <span className="sr-only">: {note.words || note.value}</span>
      </summary>
      <form method="post" action={address} onSubmit={save}>
        <NoteFields note={note} seen={seen} formKey={formKey} />
        {note.value !== null && <input type="hidden" name="value" value={note.value} />}
        <textarea name="words" defaultValue={note.words} rows={2} aria-label={m.change} required={note.value === null} maxLength={4000} />
        <button type="submit" className="button button-secondary">
          {m.save}
        </button>
      </form>
      <form method="post" action={address} onSubmit={remove}>
        <input type="hidden" name="intent" value="take-back" />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="noteKey" value={note.key} />
        <input type="hidden" name="seen" value={note.revision} />
        <button type="submit" className="function-link">
          {m.takeBack}
        </button>
      </form>
    </details>
  )
}

const NoteFields = ({ note, seen, formKey }: { note: ShownNote; seen: number; formKey: string }) => (
  <>
    <input type="hidden" name="intent" value="write" />
    <input type="hidden" name="key" value={formKey} />
    <input type="hidden" name="noteKey" value={note.key} />
    <input type="hidden" name="seen" value={seen} />
    <input type="hidden" name="kind" value={note.kind} />
  </>
)
const fields = (form: HTMLFormElement, note: ShownNote) => ({
  kind: note.kind,
  value: note.value === null ? '' : String(note.value),
  words: String(new FormData(form).get('words') ?? ''),
})
