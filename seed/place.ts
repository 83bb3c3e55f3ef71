import type { Pack } from '#app/catalogue/pack.ts'

/** A municipality that has its departments, staff and project. `staff` by the name people sign in with in Hedensted ('koordinator'), without the place before it. */
export type Place = {
  municipalityId: number
  code: string
  name: string
  projectId: number
  /** Id by the pack's code of the unit. */
  departments: Record<string, number>
  staff: Record<string, StaffMember>
  pack: Pack
}
export type StaffMember = { id: number; name: string; username: string }
