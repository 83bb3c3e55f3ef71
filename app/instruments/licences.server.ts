import { stringify } from 'yaml'
import { z } from 'zod'
import { editPackItem } from '#app/catalogue/edit-pack-item.server.ts'
import type { Instrument, NormSet } from '#app/catalogue/pack-instruments.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import { readCurrentPack } from '#app/catalogue/read-pack-states.server.ts'
import { type Context, Invalid, NotFound } from '#app/platform/context.ts'
import { parseInput } from '#app/platform/command.server.ts'
import { PlainDate } from '#app/platform/time/plain-date.ts'

export type LicencePage = { stateId: number; instruments: Instrument[]; norms: NormSet[] }

/** The instruments of the municipality's pack with their licences and norms, for the administrator. */
export async function readLicences(ctx: Context): Promise<LicencePage> {
  const { pack, states } = await readCurrentPack(ctx, {})
  return { stateId: states[0]?.id ?? 0, instruments: inForce(pack.instruments, ctx.today), norms: inForce(pack.normSets, ctx.today) }
}

const optionalDay = z.preprocess((v) => (v === '' || v === undefined ? null : v), PlainDate.nullable())
const base = { stateId: z.coerce.number().int().positive(), instrument: z.string().min(1), note: z.string().trim().min(3).max(500) }
const Licence = z.object({ ...base, reference: z.string().trim().min(1).max(200), from: PlainDate, until: optionalDay })
const End = z.object(base)
const Norms = z.object({ ...base, norm: z.string().max(60).default('') })

/** The municipality's own licence of an instrument is written down; entry in a licensed system opens. @throws Conflict 'stale' */
export async function setLicence(ctx: Context, raw: unknown): Promise<void> {
  const { reference, from, until, ...rest } = parseInput(Licence, raw)
  if (until !== null && until < from) throw new Invalid([{ field: 'until', message: { da: 'Sluttet før den begyndte', en: 'Ended before it began' } }])
  await change(ctx, rest, (i) => ({ ...i, tenantLicence: { reference, from, until } }))
}
/** The licence no longer holds. */
export async function endLicence(ctx: Context, raw: unknown): Promise<void> {
  await change(ctx, parseInput(End, raw), (i) => ({ ...i, tenantLicence: null }))
}
/** The chosen norm set comes first; the others that were chosen stay behind it for whom it does not fit. '' is none at all. */
export async function chooseNorm(ctx: Context, raw: unknown): Promise<void> {
  const { norm, ...rest } = parseInput(Norms, raw)
  await change(ctx, rest, (i) => ({ ...i, chosenNorms: norm === '' ? [] : [norm, ...i.chosenNorms.filter((n) => n !== norm)] }))
}

/** Through the pack's own verb, which asks for an administrator, and so that the change stands in its history with a reason. */
async function change(ctx: Context, input: { stateId: number; instrument: string; note: string }, with_: (i: Instrument) => Instrument): Promise<void> {
  const { pack } = await readCurrentPack(ctx, {})
  const periods = pack.instruments.filter((i) => i.code === input.instrument)
  const now = inForce(periods, ctx.today)[0]
  if (!now) throw new NotFound('instrument')
  const text = stringify(periods.map((p) => (p === now ? with_(p) : p)), { lineWidth: 120 })
  await editPackItem(ctx, { stateId: input.stateId, section: 'instruments', code: input.instrument, text, note: input.note })
}
