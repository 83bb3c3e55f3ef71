import { sql } from 'kysely'
import { shippedPack } from '#app/catalogue/apply-pack.server.ts'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { smallestGroup } from '#app/catalogue/pack-values.ts'
import { municipalityPack } from '#app/catalogue/queries.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Place, ScaleLimits, Sums } from './nation.ts'

/** Does the actor hold the programme office's post of the national office today? */
export async function ofProgrammeOffice(tx: Tx, ctx: Context): Promise<boolean> {
  if (ctx.actor.kind !== 'national') return false
  const post = await tx.selectFrom('post').select('id').where('staff_id', '=', ctx.actor.id).where('role', '=', 'programme-office').where('valid_from', '<=', ctx.today)
    .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>=', ctx.today)])).executeTakeFirst()
  return post !== undefined
}

let shipped: Promise<Pack> | undefined
/** The national programme's pack: as the national office applied it, else as it was shipped. */
export async function nationalPack(tx: Tx): Promise<Pack> {
  try {
    return await municipalityPack(tx)
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    shipped ??= shippedPack('national-2014').catch((failed: unknown) => {
      shipped = undefined // the next one tries again
      throw failed
    })
    return shipped
  }
}
/** What the national office may be told of: no group below this. */
export const publishedGroup = (pack: Pack, today: string): number | null => smallestGroup(pack, 'published', today)

export function limitsOf(pack: Pack, today: string): ScaleLimits {
  const settings = inForce(pack.settings, today)
  const number = (code: string, otherwise: number) => Number(settings.find((s) => s.code === code)?.value ?? otherwise)
  return { familiesLeast: number('familiesLeast', 15), familiesMost: number('familiesMost', 30), municipalitiesLeast: number('municipalitiesLeast', 8), municipalitiesMost: number('municipalitiesMost', 12) }
}

/** Sums after so many months by municipality and indicator, of those that the actor may read: all of the country, or the projects managed. One look at an index of sums. */
export async function sumsAfter(tx: Tx, after: number, of: { indicator?: string; projectId?: number } = {}): Promise<Sums[]> {
  const { rows } = await sql<Sums>`select municipality_id as "municipalityId", indicator, sum(n)::int as n, sum(up)::int as up, sum(down)::int as down, sum(above_zero)::int as "aboveZero",
    sum(amount_sum)::float8 as "amountSum", sum(change_sum)::float8 as "changeSum", sum(late)::int as late
    from progression_rollup where month = ${after} and (${of.indicator ?? null}::text is null or indicator = ${of.indicator ?? null})
      and (${of.projectId ?? null}::bigint is null or project_id = ${of.projectId ?? null}) group by municipality_id, indicator`.execute(tx)
  return rows
}

/** How many series of an indicator began in time, in a month not later than this. */
export async function begunUntil(tx: Tx, indicator: string, month: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select coalesce(sum(n), 0)::int as n from progression_begun where indicator = ${indicator} and intake_month <= ${month}`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Every municipality with a project today and how many families take part; empty for anybody but the national office. */
export async function placesOf(tx: Tx): Promise<Place[]> {
  const { rows } = await sql<Place>`select municipality_id as "municipalityId", municipality, sum(families)::int as families from access.nation_scale() group by 1, 2 order by 2`.execute(tx)
  return rows
}
export async function municipalityNames(tx: Tx): Promise<Map<number, string>> {
  const rows = await tx.selectFrom('municipality').select(['municipality_id', 'name']).execute()
  return new Map(rows.map((r) => [r.municipality_id, r.name]))
}
/** Projects that the actor manages today, by name. */
export async function managedProjects(tx: Tx, ctx: Context): Promise<{ id: number; name: string }[]> {
  if (ctx.actor.kind !== 'staff') return []
  return tx.selectFrom('project').select(['id', 'name']).where((e) => e.exists(e.selectFrom('project_role as r').select('r.id').whereRef('r.project_id', '=', 'project.id').where('r.staff_id', '=', ctx.actor.id)
    .where('r.role', '=', 'project-manager').where('r.valid_from', '<=', ctx.today).where((w) => w.or([w('r.valid_until', 'is', null), w('r.valid_until', '>=', ctx.today)]))))
    .orderBy('name').orderBy('id').execute()
}
