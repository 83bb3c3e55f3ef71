import { z } from 'zod'
import { said } from '#app/platform/i18n/field-errors.ts'
import { PlainDate, rangeContains } from '#app/platform/time/plain-date.ts'

/*
 * The municipality's units as those around a family know them: what they are called, which sector's confidentiality they work under, what they
 * offer and how they are reached (ORG-13). A reorganisation closes units on a day and says what they became; cases and history stay (ORG-05).
 */

/** The sectors of the access rules; a pack may add more. */
export const SECTORS = [
  'coordination',
  'employment',
  'family-department',
  'adult-social',
  'health',
  'education',
  'addiction',
  'psychiatry',
  'housing',
  'general-practice',
  'civil-society',
] as const

export type Department = {
  id: number
  code: string
  name: string
  sector: string
  phone: string | null
  email: string | null
  street: string | null
  note: string | null
  validFrom: string
  validUntil: string | null
  /** What it became, when it was closed by a reorganisation. */
  successors: { id: number; name: string }[]
  services: Service[]
  staff: { name: string; title: string }[]
}
export type Service = { id: number; name: string; what: string; howToReach: string; validFrom: string; validUntil: string | null }
export type DepartmentChange = { changedAt: string; name: string; sector: string; validUntil: string | null }

export const isOpen = (d: Pick<Department, 'validFrom' | 'validUntil'>, day: string): boolean =>
  rangeContains(d.validFrom, d.validUntil, day)

const Id = z.coerce.number().int().positive()
const text = (longest: number) => z.string().trim().max(longest)
const Email = z.union([z.literal(''), z.email()]).default('')
const fields = {
  name: text(120).min(1),
  sector: text(40).min(1),
  phone: text(30).default(''),
  email: Email,
  street: text(200).default(''),
  note: text(1000).default(''),
}
export const AddDepartment = z.object({ ...fields, from: PlainDate })
export const ChangeDepartment = z.object({ departmentId: Id, ...fields })
/** Closes a unit on its last day, and says which units take over (none: its work ends). */
export const CloseDepartment = z
  .object({
    departmentId: Id,
    lastDay: PlainDate,
    successorIds: z
      .union([z.array(z.union([z.string(), z.number()])), z.string(), z.number()])
      .nullish()
      .transform((v) => (v === null || v === undefined || v === '' ? [] : (Array.isArray(v) ? v : [v]).map(Number)))
      .pipe(z.array(z.int().positive())),
  })
  .refine(
    (c) => !c.successorIds.includes(c.departmentId),
    said({ da: 'En afdeling kan ikke afløse sig selv', en: 'A department cannot succeed itself' }, ['successorIds']),
  )
export const AddService = z.object({
  departmentId: Id,
  name: text(120).min(1),
  what: text(500).default(''),
  howToReach: text(300).default(''),
})

/** A code for a unit from its name: ASCII, short, with a number when it is taken. */
export function departmentCode(name: string, taken: readonly string[]): string {
  const base =
    name
      .toLowerCase()
      .replaceAll('æ', 'ae')
      .replaceAll('ø', 'oe')
      .replaceAll('å', 'aa')
      .normalize('NFD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'afdeling'
  for (let n = 1; ; n++) {
    const code = n === 1 ? base : `${base}-${n}`
    if (!taken.includes(code)) return code
  }
}
