import { type ChangeEvent, type FormEvent, useEffect, useRef } from 'react'
import type { ShownNote } from '../room-view.ts'
import { useRoom, useRoomTexts } from './room-context.tsx'
import { keepTyped, type Typed, useTyped } from './typed-store.ts'
import { freshKey } from './use-outbox.ts'

const QUIET = 600 // milliseconds without a letter before it goes out

/**
 * The words of whoever's turn it is, saved while they are written. What others write comes in while nothing is being typed here; what is typed here is never
 * overwritten by it.
 */
export const VoiceBox = ({ participantId, name, note }: { participantId: number; name: string; note: ShownNote | undefined }) => {
  const { address, formKey, out, page } = useRoom()
  const m = useRoomTexts()
  const field = `${page.meetingId}.${page.pointId ?? 0}.${participantId}`
  const typed = useTyped(field)
  const timer = useRef(0)
  const waiting = typed !== null && [...out.edits, ...out.stuck.map((s) => s.edit)].some((e) => e.note === typed.key)

  const send = ({ words, key, seen }: Typed) => {
    timer.current = 0
    if (words.trim() === '') return
    out.send({ intent: 'write', note: key, seen, fields: { kind: 'voice', words, participantId: String(participantId), pointId: String(page.pointId ?? '') } })
  }
  // All of it has arrived: from here on what others write is shown.
  useEffect(() => {
    if (typed && timer.current === 0 && !waiting && note?.key === typed.key && note.words.trim() === typed.words.trim()) keepTyped(field, null)
  }, [typed, waiting, note, field])

  const type = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const next = { key: typed?.key ?? note?.key ?? freshKey(), seen: typed ? typed.seen : (note?.revision ?? null), words: event.target.value }
    keepTyped(field, next)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => send(next), QUIET)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    window.clearTimeout(timer.current)
    if (typed) send(typed)
  }
  return (
    <form method="post" action={address} className="room-voice" onSubmit={submit}>
      <input type="hidden" name="intent" value="write" />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="noteKey" value={note?.key ?? formKey} />
      <input type="hidden" name="seen" value={note?.revision ?? ''} />
      <input type="hidden" name="kind" value="voice" />
      <input type="hidden" name="participantId" value={participantId} />
      <input type="hidden" name="pointId" value={page.pointId ?? ''} />
      <label htmlFor="voice">{m.voiceOf(name)}</label>
      <p className="form-hint" id="voice-hint">
        {m.voiceHint}
      </p>
      <textarea id="voice" name="words" value={typed?.words ?? note?.words ?? ''} onChange={type} rows={3} maxLength={4000} required aria-describedby="voice-hint" />
      <noscript>
        <button type="submit" className="button button-secondary">
          {m.save}
        </button>
      </noscript>
      {typed && !waiting && (
        <button type="submit" className="function-link">
          {m.save}
        </button>
      )}
    </form>
  )
}
