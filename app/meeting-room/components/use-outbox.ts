import { useEffect, useMemo, useRef, useState } from 'react'
import { type Edit, type EditAnswer, type Fields, newKey, openOutbox, type Outbox, type OutboxState } from '../outbox.ts'

export const freshKey = (): string => newKey((bytes) => crypto.getRandomValues(bytes))
export type Sender = OutboxState & {
  /** Sends an edit, now or when the network is back. */
  send: (edit: Omit<Edit, 'key'>) => void
  /** A form's fields as an edit; the form is emptied. */
  sendForm: (form: HTMLFormElement, extra?: Pick<Edit, 'note' | 'seen'>) => void
  settle: Outbox['settle']
  heard: (online: boolean) => void
}
const empty: OutboxState = { edits: [], stuck: [], offline: false, signedOut: false }

/** The queue of one screen. `name`: whose and of which meeting; kept in the tab's own storage. */
export function useOutbox(name: string, address: string, arrived: () => void): Sender {
  const [state, setState] = useState(empty)
  const box = useRef<Outbox | null>(null)
  const after = useRef(arrived)
  useEffect(() => {
    after.current = arrived
  })
  useEffect(() => {
    const opened = openOutbox({
      send: (fields) => post(address, fields),
      store: {
        load: () => window.sessionStorage.getItem(name),
        save: (text) => (text === null ? window.sessionStorage.removeItem(name) : window.sessionStorage.setItem(name, text)),
      },
      changed: setState,
      arrived: () => after.current(),
    })
    box.current = opened
    void opened.pump()
    const ask = (event: BeforeUnloadEvent) => {
      if (opened.state().edits.length > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [name, address])

  return useMemo(() => {
    const send: Sender['send'] = (edit) => box.current?.add({ ...edit, key: freshKey() })
    return {
      ...state,
      send,
      sendForm: (form, extra) => {
        const { intent = '', ...fields } = fieldsOf(form)
        send({ intent: String(intent), fields, ...extra })
        form.reset()
      },
      settle: (key, again) => box.current?.settle(key, again),
      heard: (online) => box.current?.heard(online),
    }
  }, [state])
}

export function fieldsOf(form: HTMLFormElement): Fields {
  const out: Fields = {}
  const data = new FormData(form)
  for (const name of new Set(data.keys())) {
    const all = data.getAll(name).filter((v): v is string => typeof v === 'string')
    out[name] = all.length === 1 ? (all[0] ?? '') : all
  }
  return out
}

async function post(address: string, fields: Fields): Promise<EditAnswer> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  const answer = await fetch(address, { method: 'POST', body, credentials: 'same-origin', headers: { accept: 'application/json' }, signal: AbortSignal.timeout(15_000) })
  if (answer.status >= 500) throw new Error(String(answer.status))
  return (await answer.json()) as EditAnswer
}
