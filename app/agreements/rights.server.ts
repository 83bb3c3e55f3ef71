import { teamOf } from '#app/plan/queries.server.ts'
import type { PlanPerson, Rights } from '#app/plan/queries.server.ts'
import { type Context, Invalid } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Marker } from './agreement.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'

type Text = keyof typeof da.wrong
/** One field, wrong for a reason that only the database knows. */
export const wrong = (field: string, text: Text): Invalid => new Invalid([{ field, message: { da: da.wrong[text], en: en.wrong[text] } }])

export const asMarker = (ctx: Context, r: Rights): Marker => ({
  staff: r.staff,
  me: ctx.actor.id,
  speaks: r.speak,
  coordinates: r.coordination,
  writes: r.writes,
})
/** Who makes agreements: who writes the plan, and the family for themselves. */
export const makesAgreements = (r: Rights): boolean => r.writes && (r.coordination || !r.staff)

export type OwnerColumns = { owner_person: number | null; owner_staff: number | null; owner_name: string | null }
/**
 * `person-12`, `staff-3` or a name, as columns. Somebody of the family whom the writer knows, or who works with it today; a member says yes for
 * themselves and those they speak for, and nobody makes an agreement for somebody who has died.
 * @throws Invalid at `owner`
 */
export async function ownerColumns(
  tx: Tx,
  ctx: Context,
  part: { caseId: number; owner: string; ownerName: string; people: readonly PlanPerson[]; rights: Rights; before?: OwnerColumns },
): Promise<OwnerColumns> {
  const [kind, raw] = part.owner.split('-')
  const id = Number(raw)
  if (kind === 'outside') return { owner_person: null, owner_staff: null, owner_name: part.ownerName }
  if (kind === 'person') {
    const person = part.people.find((p) => p.id === id && !p.died)
    if (part.before?.owner_person !== id && (!person || !(part.rights.staff || person.speaksFor))) throw wrong('owner', 'otherOwner')
    return { owner_person: id, owner_staff: null, owner_name: null }
  }
  if (part.before?.owner_staff !== id && (!part.rights.staff || !(await teamOf(tx, ctx, part.caseId)).some((h) => h.staffId === id)))
    throw wrong('owner', 'otherOwner')
  return { owner_person: null, owner_staff: id, owner_name: null }
}
