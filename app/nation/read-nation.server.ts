import { z } from 'zod'
import { inForce } from '#app/catalogue/pack-item.ts'
import { query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addMonths, startOfMonth } from '#app/platform/time/plain-date.ts'
import { AFTER, type After, criteria, criterion, scopeOf, shareOf } from './nation.ts'
import { begunUntil, limitsOf, municipalityNames, nationalPack, ofProgrammeOffice, placesOf, publishedGroup, sumsAfter } from './queries.server.ts'

/** 6, 12, 24 or 36 months; null: not said. */
export const AfterMonths = z.preprocess((v) => Number(v ?? 0), z.number()).transform((n): After | null => AFTER.find((a) => a === n) ?? null)
/** The months to show where none were asked for: a year, or half a year where nobody has taken part so long. */
export const monthsShown = async (tx: Tx, asked: After | null, of: { projectId?: number } = {}): Promise<After> => asked ?? ((await sumsAfter(tx, 12, of)).length > 0 ? 12 : 6)

/**
 * The national criteria after so many months and the scale of the programme (VIS-18, MON-10): sums only, small groups hidden before anything leaves. The whole country is read from
 * sums that registrations keep up to date, never from registrations (design 5).
 */
export const readNation = query({
  event: 'nation.read',
  input: z.object({ after: AfterMonths, /** Each criterion by municipality too, for the file. */ municipalities: z.boolean().default(false) }),
  may: ofProgrammeOffice,
  run: async (tx, ctx, { after: asked, municipalities }) => {
    const after = await monthsShown(tx, asked)
    const pack = await nationalPack(tx)
    const k = publishedGroup(pack, ctx.today)
    const names = await municipalityNames(tx)
    const list = criteria(inForce(pack.indicators, ctx.today), inForce(pack.scales, ctx.today), await sumsAfter(tx, after), k, municipalities)
    return { today: ctx.today, after, smallest: k, criteria: list, names: Object.fromEntries(names), scope: scopeOf(await placesOf(tx), limitsOf(pack, ctx.today), k) }
  },
  concerns: (_, { after }) => ({ personIds: [], bases: ['national'], details: { after } }),
})
export type Nation = Awaited<ReturnType<typeof readNation>>

/** One criterion by municipality, and of how many that began so long ago the month tells. @throws NotFound for an indicator the programme does not follow */
export const readCriterion = query({
  event: 'nation.read-criterion',
  input: z.object({ after: AfterMonths, code: z.string().max(80) }),
  may: ofProgrammeOffice,
  run: async (tx, ctx, { after: asked, code }) => {
    const after = await monthsShown(tx, asked)
    const pack = await nationalPack(tx)
    const indicator = inForce(pack.indicators, ctx.today).find((i) => i.code === code && i.about !== 'family')
    if (!indicator) throw new NotFound('indicator')
    const k = publishedGroup(pack, ctx.today)
    const found = criterion(indicator, inForce(pack.scales, ctx.today).find((s) => s.code === indicator.scale), await sumsAfter(tx, after, { indicator: code }), k)
    const names = await municipalityNames(tx)
    // The month after is over: whoever began earlier could have been measured.
    const began = await begunUntil(tx, code, addMonths(startOfMonth(ctx.today), -after - 1))
    return { after, smallest: k, criterion: found, names: Object.fromEntries(names), measured: found.table.n === null ? null : shareOf(Math.min(found.table.n, began), began) }
  },
  concerns: ({ code }, { after }) => ({ personIds: [], bases: ['national'], details: { after, code } }),
})
