import type pg from 'pg'
import { addMonths } from '#app/platform/time/plain-date.ts'
import { insertRow } from './database.ts'
import type { Place } from './place.ts'
import { inventedPhone } from './places.ts'

/** Somebody who works there. `department`: the pack's code of the unit, or a sector (its first unit). */
export type NewStaff = {
  key: string
  name: string
  title: string
  department: string
  role: string
  projectRole?: 'project-manager' | 'intake-team' | 'economist' | 'steering-group'
}

/** Everybody with their post and, where they have one, their role in the project; `prefix` stands before each user name. */
export async function makeStaff(client: pg.Client, place: Place, people: readonly NewStaff[], today: string, prefix = ''): Promise<void> {
  const m = { municipality_id: place.municipalityId }
  for (const one of people) {
    const department = place.departments[one.department]
    if (department === undefined) throw new Error(`${place.name} has no unit '${one.department}' (${one.name})`)
    const username = prefix + one.key
    const id = await insertRow(client, 'staff', {
      ...m,
      username,
      name: one.name,
      title: one.title,
      email: `${username}@${place.code}.example`,
      phone: inventedPhone(place.municipalityId, 100 + Object.keys(place.staff).length),
      created_at: addMonths(today, -20),
    })
    await insertRow(client, 'post', {
      ...m,
      staff_id: id,
      department_id: department,
      role: one.role,
      full_time: true,
      valid_from: addMonths(today, -20),
    })
    if (one.projectRole)
      await insertRow(client, 'project_role', {
        ...m,
        project_id: place.projectId,
        staff_id: id,
        role: one.projectRole,
        valid_from: addMonths(today, -18),
      })
    place.staff[one.key] = { id, name: one.name, username }
  }
}
