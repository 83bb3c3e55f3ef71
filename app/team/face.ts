import { z } from 'zod'
import { Id, optionalText } from '#app/intake/intake.ts'

/* MEET-23, KOO-15: how somebody looks to the families and when they can be reached. */

export const SetPhoto = z.object({ staffId: Id, file: z.instanceof(Uint8Array) })
export const RemovePhoto = z.object({ staffId: Id })
/** `phone` left out stays as it is. */
export const SetCard = z.object({ staffId: Id, phone: z.string().trim().max(40).optional(), hours: optionalText(120), outsideHours: optionalText(300) })

export type Face = {
  staffId: number
  name: string
  title: string
  unit: string
  phone: string | null
  /** Address of the photo; null: initials stand in its place. */
  photo: string | null
  hours: string
  outsideHours: string
}
/** The hash is part of the address, so that a new photo is seen at once and the old one may lie in the browser. */
export const photoAddress = (staffId: number, hash: string | null): string | null =>
  hash === null ? null : `/medarbejdere/${staffId}/foto?v=${hash.slice(0, 12)}`
