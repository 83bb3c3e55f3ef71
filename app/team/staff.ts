import { z } from 'zod'
import { Id, OptionalDate, optionalText, text } from '#app/intake/intake.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { addDays, PlainDate } from '#app/platform/time/plain-date.ts'

/* Colleagues, their posts and their roles in the project, with dates (ORG-02, ORG-04). Written by administrators. Pure. */

export const projectRoles = ['project-manager', 'intake-team', 'economist', 'steering-group'] as const
export type ProjectRoleCode = (typeof projectRoles)[number]

const Ticked = z.preprocess((v) => v === true || v === 'on' || v === 'yes', z.boolean())
const MaybeId = z.preprocess((v) => (v === '' || v === undefined ? null : v), Id.nullable())
const Email = z.union([z.literal(''), z.email()]).default('')
const who = { name: text(120), title: optionalText(120), email: Email, phone: optionalText(40), subject: optionalText(200) }
const post = { departmentId: Id, role: text(60), fullTime: Ticked, from: PlainDate }

export const AddStaff = z.object({
  username: z
    .string()
    .trim()
    .toLowerCase()
    .refine(
      (name) => /^[a-z][a-z0-9._-]{1,39}$/.test(name),
      said({ da: 'Brug små bogstaver, tal, punktum eller bindestreg', en: 'Use small letters, digits, full stop or hyphen' }),
    ),
  ...who,
  ...post,
})
export const ChangeStaff = z.object({ staffId: Id, ...who })
export const CloseStaff = z.object({ staffId: Id, open: Ticked })
export const AddPost = z.object({ staffId: Id, ...post })
export const EndPost = z.object({ staffId: Id, postId: Id, until: PlainDate })
export const AddPostUnit = z.object({ staffId: Id, postId: Id, departmentId: Id, managerId: MaybeId, from: PlainDate })
export const EndPostUnit = z.object({ staffId: Id, postUnitId: Id, until: PlainDate })
export const AddProjectRole = z
  .object({ staffId: Id, projectId: Id, role: z.enum(projectRoles), fullTime: Ticked, from: PlainDate, until: OptionalDate })
  .refine(
    (v) => v.role !== 'project-manager' || v.until === null,
    said({ da: 'En projektleder afløses af den næste', en: 'A project manager is followed by the next one' }, ['until']),
  )
  .refine((v) => v.until === null || v.from <= v.until, said({ da: 'Til-datoen ligger før fra-datoen', en: 'The end is before the start' }, ['until']))
export const EndProjectRole = z.object({ staffId: Id, projectRoleId: Id, until: PlainDate })

type Role = { id: number; projectId: number; staffId: number; role: string; from: string; until: string | null }
/**
 * ORG-02: exactly one project manager: a new one from a day on ends the one before the day before. Null: nobody to end.
 * A problem where the day is not after the beginning of the one before, or another one is named for later.
 */
export function managerBefore(
  roles: readonly Role[],
  wish: { projectId: number; staffId: number; from: string },
): { ends: { id: number; until: string } | null } | { problem: 'same' | 'planned' | 'too-soon' } {
  const managers = roles.filter((one) => one.role === 'project-manager' && one.projectId === wish.projectId)
  if (managers.some((one) => one.from > wish.from)) return { problem: 'planned' }
  const now = managers.find((one) => one.until === null || one.until >= wish.from)
  if (!now) return { ends: null }
  if (now.staffId === wish.staffId) return { problem: 'same' }
  return now.from >= wish.from ? { problem: 'too-soon' } : { ends: { id: now.id, until: addDays(wish.from, -1) } }
}
