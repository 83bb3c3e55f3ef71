import { useEffect, useState } from 'react'
import { useLocale } from '#app/ui/context.tsx'
import { formatTime } from '#app/platform/time/format.ts'
import { turnAt } from '../room.ts'
import { useRoomTexts } from './room-context.tsx'

/**
 * A soft timer: a line that fills, and minutes in words. Nothing rings, blinks or turns red when it is full; who speaks, speaks on.
 * @param serverNow instant of the read, so that a wrong clock of the machine does not matter
 */
export const SoftTimer = ({ since, minutes, serverNow }: { since: string; minutes: number; serverNow: string }) => {
  const m = useRoomTexts()
  const locale = useLocale()
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    const ahead = Date.parse(serverNow) - Date.now()
    const tick = () => setNow(Date.now() + ahead)
    tick()
    const timer = window.setInterval(tick, 1000)
    return () => window.clearInterval(timer)
  }, [serverNow])
  const at = turnAt(since, minutes, now ?? Date.parse(serverNow))
  return (
    <span className="soft-timer">
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="4" className="soft-timer-all" />
        <rect width={at.share * 100} height="4" className="soft-timer-gone" />
      </svg>
      <small>{now === null ? m.since(formatTime(locale, since)) : m.gone(at.minutesGone, minutes)}</small>
    </span>
  )
}
