import { createContext, type FormEvent, type ReactNode, useContext } from 'react'
import { useLocale } from '#app/ui/context.tsx'
import { roomTexts } from '../room-words.ts'
import type { Attendant, RoomPage } from '../room-view.ts'
import { freshKey, type Sender } from './use-outbox.ts'

type Shared = {
  page: RoomPage
  /** Where forms go without a script. */
  address: string
  /** Key of the one form that is sent without a script. */
  formKey: string
  out: Sender
  /** Asks about something (`ind=12`) without leaving the page; '' closes it. */
  ask: (query: string) => void
}
const Room = createContext<Shared | null>(null)
export const RoomProvider = ({ value, children }: { value: Shared; children: ReactNode }) => <Room value={value}>{children}</Room>
export function useRoom(): Shared {
  const found = useContext(Room)
  if (!found) throw new Error('outside a room')
  return found
}
export const useRoomTexts = () => roomTexts(useLocale())

export const nameOf = (page: Pick<RoomPage, 'attendants'>, participantId: number | null): string => page.attendants.find((a) => a.participantId === participantId)?.name ?? ''
export const hereIn = (page: Pick<RoomPage, 'attendants'>): Attendant[] => page.attendants.filter((a) => a.here)

/** A form of the room: sent by the queue where scripts run, as a form otherwise. `note`: it makes a new line. */
export const RoomForm = ({ intent, note, className, label, children }: { intent: string; note?: boolean; className?: string; label?: string; children: ReactNode }) => {
  const { address, formKey, out } = useRoom()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    out.sendForm(event.currentTarget, note ? { note: freshKey(), seen: null } : undefined)
  }
  return (
    <form method="post" action={address} className={className} onSubmit={submit} aria-label={label}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="key" value={formKey} />
      {note && <input type="hidden" name="noteKey" value={formKey} />}
      {children}
    </form>
  )
}
