import { useSyncExternalStore } from 'react'

/** What stands in a field and has not arrived: its words, the line it belongs to, and the revision that was on the screen when the typing began. */
export type Typed = { words: string; key: string; seen: number | null }

const PREFIX = 'helhed.ord.'
const listeners = new Set<() => void>()
const tell = () => listeners.forEach((listener) => listener())
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Kept in the tab's own storage: a reload in the middle of a word loses nothing. */
export function keepTyped(name: string, typed: Typed | null): void {
  if (typed === null) window.sessionStorage.removeItem(PREFIX + name)
  else window.sessionStorage.setItem(PREFIX + name, JSON.stringify(typed))
  tell()
}
/** Somebody chose what stands already: what was typed beside it goes. */
export function forgetTyped(key: string): void {
  for (const name of Object.keys(window.sessionStorage)) if (name.startsWith(PREFIX) && parsed(window.sessionStorage.getItem(name))?.key === key) window.sessionStorage.removeItem(name)
  tell()
}

/** What was typed in this field, if anything; nothing while the server renders. */
export function useTyped(name: string): Typed | null {
  const text = useSyncExternalStore(
    subscribe,
    () => window.sessionStorage.getItem(PREFIX + name),
    () => null,
  )
  return parsed(text)
}

function parsed(text: string | null): Typed | null {
  if (text === null) return null
  try {
    const kept: unknown = JSON.parse(text)
    return isTyped(kept) ? kept : null
  } catch {
    return null
  }
}
const isTyped = (v: unknown): v is Typed =>
  typeof v === 'object' && v !== null && 'words' in v && typeof v.words === 'string' && 'key' in v && typeof v.key === 'string' && 'seen' in v
