import { type ChangeEvent, type FormEvent, useEffect, useRef, useState } from 'react'
import type { ShownNote } from '../room-view.ts'
import { useRoom, useRoomTexts } from './room-context.tsx'
import { freshKey } from './use-outbox.ts'

const QUIET = 600 // milliseconds without a letter before it goes out

/**
 * The words of whoever's turn it is, saved while they are written. What others write comes in while nothing is being typed here; what is typed here is never
 * overwritten by it.
 */
export const VoiceBox = ({ participantId, name, note }: { participantId: number; name: string; note: ShownNote | undefined }) => {
  const { address, formKey, out, page } = useRoom()
  const m = useRoomTexts()
  const keep = `helhed.ord.${page.meetingId}.${page.pointId ?? 0}.${participantId}`
  const [text, setText] = useState(note?.words ?? '')
  const typing = useRef<{ key: string; seen: number | null; timer: number } | null>(null)
  const key = note?.key ?? ''

  // Typed before the page was read again, and not sent: it stands here still.
  useEffect(() => {
    const kept = window.sessionStorage.getItem(keep)
    if (kept !== null) setText(kept)
  }, [keep])
  const waiting = out.edits.some((e) => e.note !== undefined && e.note === (typing.current?.key ?? key))
  useEffect(() => {
    if (typing.current || window.sessionStorage.getItem(keep) !== null) return
    setText(note?.words ?? '')
  }, [note?.words, note?.revision, keep])
  // All of it has arrived: from here on what others write is shown.
  useEffect(() => {
    const t = typing.current
    if (t && t.timer === 0 && !waiting && note?.key === t.key && note.words.trim() === text.trim()) {
      typing.current = null
      window.sessionStorage.removeItem(keep)
    }
  }, [waiting, note, text, keep])

  const send = (words: string) => {
    const t = typing.current
    if (!t) return
    t.timer = 0
    if (words.trim() === '') return
    out.send({ intent: 'write', note: t.key, seen: t.seen, fields: { kind: 'voice', words, participantId: String(participantId), pointId: String(page.pointId ?? '') } })
  }
  const type = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const words = event.target.value
    setText(words)
    window.sessionStorage.setItem(keep, words)
    typing.current ??= { key: note?.key ?? freshKey(), seen: note?.revision ?? null, timer: 0 }
    window.clearTimeout(typing.current.timer)
    typing.current.timer = window.setTimeout(() => send(words), QUIET)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!typing.current) return
    window.clearTimeout(typing.current.timer)
    send(text)
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
      <textarea id="voice" name="words" value={text} onChange={type} rows={3} maxLength={4000} required aria-describedby="voice-hint" />
      <noscript>
        <button type="submit" className="button button-secondary">
          {m.save}
        </button>
      </noscript>
    </form>
  )
}
