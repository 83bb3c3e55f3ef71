import type { Words } from '#app/catalogue/pack-item.ts'
import type { RegisterMapping, StatusCode } from '#app/catalogue/pack-registers.ts'
import { rangeContains } from '#app/platform/time/plain-date.ts'

/* From a register's own codes to the neutral statuses (domain 4.7): data of the mapping, each with the days it holds. */

type Found = { status: string } | { problem: { needs: 'code' | 'category'; message: Words } }

/** Whole numbers are compared as numbers, so that a run of codes is one line of the mapping; other codes as words. */
function fits(one: StatusCode, code: string): boolean {
  if (one.until === undefined) return one.from.toLowerCase() === code.toLowerCase()
  return /^\d+$/.test(code) && Number(one.from) <= Number(code) && Number(code) <= Number(one.until)
}

/** The neutral status of a code on a day. */
export function statusOf(mapping: RegisterMapping, code: string, category: string, day: string): Found {
  const known = mapping.gives.kind === 'support' ? mapping.gives.codes.filter((c) => fits(c, code)) : []
  const today = known.filter((c) => rangeContains(c.validFrom, c.validUntil, day))
  const found = today.find((c) => c.category === undefined || c.category.some((k) => k.toLowerCase() === category.toLowerCase()))
  if (found) return { status: found.status }
  const problem = (needs: 'code' | 'category', da: string, en: string): Found => ({ problem: { needs, message: { da, en } } })
  if (known.length === 0) return problem('code', `Koden "${code}" står ikke i oversættelsen`, `The code "${code}" is not in the mapping`)
  if (today.length === 0) return problem('code', `Koden "${code}" gælder ikke den dag`, `The code "${code}" does not hold on that day`)
  const needed = [...new Set(today.flatMap((c) => c.category ?? []))].join(', ')
  return problem('category', `Koden "${code}" siger ikke nok alene. Skriv en af: ${needed}`, `The code "${code}" does not say enough alone. Write one of: ${needed}`)
}
