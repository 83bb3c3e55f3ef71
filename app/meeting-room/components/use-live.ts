import { useCallback, useEffect, useRef, useState } from 'react'

type WithPulse = { pulse: { key: string; at: number } | null }
export type Live<P> = { page: P; online: boolean; signedOut: boolean; gone: boolean; reload: (query?: string) => Promise<void> }

/** Milliseconds between two pulses, and between two looks while nobody has begun. */
const BEAT = 1000
const WAITING = 4000

/**
 * Follows a meeting: asks for its pulse every second and reads the page again when it has changed. What is on the screen stays when the network goes.
 * @param first what the server rendered; a new one (after a form without a queue) takes over
 * @param address of `nu`, with the query that this screen always asks with
 * @param pulseAt where the pulse is, when it is not asked for with the room's key (a guest)
 */
export function useLive<P extends WithPulse>(first: P, address: string, pulseAt?: string): Live<P> {
  const [page, setPage] = useState(first)
  const [net, setNet] = useState({ online: true, signedOut: false, gone: false })
  const asked = useRef('')
  const reads = useRef(0)
  const [given, setGiven] = useState(first)
  if (given !== first) {
    setGiven(first)
    setPage(first)
  }
  const shown = useRef(page)
  useEffect(() => {
    shown.current = page
  }, [page])

  const reload = useCallback(
    async (query?: string) => {
      if (query !== undefined) asked.current = query
      const read = ++reads.current
      try {
        const extra = asked.current
        const answer = await fetch(extra ? `${address}${address.includes('?') ? '&' : '?'}${extra}` : address, background())
        if (answer.status === 401) return setNet({ online: true, signedOut: true, gone: false })
        if (answer.status === 404) return setNet({ online: true, signedOut: false, gone: true })
        if (!answer.ok) throw new Error(String(answer.status))
        const next = (await answer.json()) as P
        if (read !== reads.current) return // a later one is on its way
        shown.current = next
        setPage(next)
        setNet({ online: true, signedOut: false, gone: false })
      } catch {
        setNet((n) => ({ ...n, online: false }))
      }
    },
    [address],
  )

  useEffect(() => {
    let timer = 0
    let stopped = false
    const beat = async () => {
      const pulse = shown.current.pulse
      if (!pulse) await reload()
      else {
        try {
          const answer = await fetch(pulseAt ?? `/moede-puls/${pulse.key}`, background())
          if (answer.status === 401) setNet({ online: true, signedOut: true, gone: false })
          else if (!answer.ok) throw new Error(String(answer.status))
          else {
            const { pulse: now } = (await answer.json()) as { pulse: number }
            setNet((n) => (n.online && !n.signedOut ? n : { ...n, online: true, signedOut: false }))
            if (now !== shown.current.pulse?.at) await reload()
          }
        } catch {
          setNet((n) => (n.online ? { ...n, online: false } : n))
        }
      }
      if (!stopped) timer = window.setTimeout(() => void beat(), shown.current.pulse ? BEAT : WAITING)
    }
    timer = window.setTimeout(() => void beat(), BEAT)
    return () => {
      stopped = true
      window.clearTimeout(timer)
    }
  }, [reload, pulseAt])

  return { page, ...net, reload }
}

/** Nobody is using the page by having it open: these requests do not prolong the session. */
const background = (): RequestInit => ({ credentials: 'same-origin', headers: { 'x-helhed-background': '1', accept: 'application/json' }, signal: AbortSignal.timeout(8000) })
