import { z } from 'zod'
import { Id } from '#app/families/families.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { Told } from './stated.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'

/* The form of a month as it is sent: one entry per field, in the words of whoever typed. */

export const Month = PlainDate.refine((day) => day.endsWith('-01'), said({ da: 'Vælg en måned', en: 'Choose a month' }))

/** `text`: what was typed; 'u' keeps the last judgement; '' is nothing. `seen`: the id of the value that stood there, null for none. */
const Entry = z.object({
  personId: Id,
  indicator: z.string().max(60),
  text: z.string().trim().max(30),
  second: z.string().trim().max(10).default(''),
  seen: Id.nullable().default(null),
  confirmed: z.boolean().default(false),
})
export type Entry = z.output<typeof Entry>
export const RegisterMonth = z.object({
  caseId: Id,
  month: Month,
  entries: z.array(Entry).max(600),
  /** Every empty judgement keeps the last one. */
  keepRest: z.boolean().default(false),
  /** Who spoke for each sector whose judgement is written down. */
  told: z.array(Told).max(20).default([]),
})
export const MonthOfCase = z.object({ caseId: Id, month: Month })

export const KEEP = 'u'
/** The name of a field of the form (`b` of stated.ts: who spoke for a sector): `v` the value, `w` the attendance beside hours, `s` what was seen, `c` "ja, det passer". */
export const nameOf = (part: 'v' | 'w' | 's' | 'c', personId: number, indicator: string): string => `${part}.${personId}.${indicator}`

/** The entries of a form. */
export function entriesIn(values: Record<string, string | string[]>): z.input<typeof Entry>[] {
  const one = (name: string) => {
    const v = values[name]
    return Array.isArray(v) ? (v[0] ?? '') : (v ?? '')
  }
  return Object.keys(values).flatMap((name) => {
    const [, person, indicator] = /^v\.(\d{1,15})\.([\w-]{1,60})$/.exec(name) ?? []
    if (person === undefined || indicator === undefined) return []
    const personId = Number(person)
    const seen = one(nameOf('s', personId, indicator))
    return [{
      personId,
      indicator,
      text: one(name),
      second: one(nameOf('w', personId, indicator)),
      seen: seen === '' ? null : seen,
      confirmed: one(nameOf('c', personId, indicator)) !== '',
    }]
  })
}
