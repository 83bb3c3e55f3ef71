import { z } from 'zod'
import type { Values } from '#app/platform/forms/form-values.ts'
import type { FieldIssue } from '#app/platform/context.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'
import type { Indicator } from './indicators.ts'
import type { Stated, Value } from './values.ts'

/*
 * What another sector judges (GOAL-04 … GOAL-06, ECO-05): the coordinator writes it down with who said it, when and how; it stays a value of coordination (access rules, "stated by").
 * Nobody's judgement is kept for them from month to month.
 */

export const CHANNELS = ['meeting', 'phone', 'mail', 'paper'] as const

/** Who spoke for a sector this time; asked for only where a judgement of that sector is new. */
export const Told = z.object({
  sector: z.string().max(60),
  name: z.string().trim().max(100).default(''),
  on: z.string().max(20).default(''),
  channel: z.enum(CHANNELS).default('meeting'),
})
export type Told = z.output<typeof Told>

export const toldName = (sector: string, part: 'name' | 'on' | 'channel'): string => `b.${sector}.${part}`

/** What the form says of who spoke for each sector; its dates already put together. */
export function toldIn(values: Values): z.input<typeof Told>[] {
  const one = (name: string): string => {
    const v = values[name]
    return typeof v === 'string' ? v : (v?.[0] ?? '')
  }
  return sectorsIn(values).map((sector) => ({
    sector,
    name: one(toldName(sector, 'name')),
    on: one(toldName(sector, 'on')),
    channel: CHANNELS.find((c) => c === one(toldName(sector, 'channel'))) ?? 'meeting',
  }))
}
export const sectorsIn = (values: Values): string[] => Object.keys(values).flatMap((name) => /^b\.([\w-]{1,60})\.name$/.exec(name)?.[1] ?? [])

/** Who said a judgement of that indicator, or what is missing. @returns null for an indicator of the coordinator's own */
export function statedFor(indicator: Indicator, told: readonly Told[], today: string): { stated: Stated | null } | { issues: FieldIssue[] } {
  const sector = indicator.judgedBy
  if (sector === undefined) return { stated: null }
  const said = told.find((t) => t.sector === sector)
  const issues: FieldIssue[] = []
  if (!said || said.name === '') issues.push({ field: toldName(sector, 'name'), message: { da: 'Skriv, hvem der har vurderet det', en: 'Write who judged it' } })
  const on = PlainDate.safeParse(said?.on)
  if (!on.success || on.data > today) issues.push({ field: toldName(sector, 'on'), message: { da: 'Skriv dagen, det blev sagt; den kan ikke ligge i fremtiden', en: 'Write the day it was said; not a day to come' } })
  return issues.length > 0 || !said || !on.success ? { issues } : { stated: { name: said.name, sector, on: on.data, channel: said.channel } }
}

/** What stands in the form before anybody types: who spoke this month, else whoever spoke last, today. */
export function toldBefore(values: readonly Value[], sector: string, month: string, today: string): Omit<Told, 'sector'> {
  const known = values.filter((v) => v.stated?.sector === sector && v.month <= month).toSorted((a, b) => b.month.localeCompare(a.month))[0]
  const channel = CHANNELS.find((c) => c === known?.stated?.channel) ?? 'meeting'
  return { name: known?.stated?.name ?? '', on: known?.month === month && known.stated ? known.stated.on : today, channel }
}
