import { sql } from 'kysely'
import type { Pack } from '#app/catalogue/pack.ts'
import { projectPack } from '#app/catalogue/queries.server.ts'
import type { CasePerson } from '#app/families/families.ts'
import { peopleOf } from '#app/families/queries.server.ts'
import { type Context, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'

/** Whose day it is and the families they help today. */
export type DayScope = {
  me: number
  /** Families with an assignment of one's own that are not closed; `whole`: one works with the whole of them, for the coordination. */
  families: Map<number, { name: string; projectId: number; whole: boolean; inIntake: boolean; sectors: string[] }>
  all: number[]
  whole: number[]
  /** The pack of each project; null where none was applied. */
  packs: Map<number, Pack | null>
  /** Everybody of the families with `whole`. */
  people: (CasePerson & { caseId: number })[]
}

/** In four statements, however many families. */
export async function dayScope(tx: Tx, ctx: Context): Promise<DayScope> {
  const { rows } = await sql<{ id: number; name: string; projectId: number; whole: boolean; inIntake: boolean; sectors: string[] }>`
    select c.id, c.name, c.project_id as "projectId", bool_or(a.sector = 'coordination') as whole, array_agg(distinct a.sector) as sectors,
      exists (select from referral r where r.municipality_id = c.municipality_id and r.case_id = c.id)
        and not exists (select from referral r where r.municipality_id = c.municipality_id and r.case_id = c.id and r.decision = 'accepted') as "inIntake"
    from assignment a join family_case c on c.municipality_id = a.municipality_id and c.id = a.case_id
    where a.staff_id = ${ctx.actor.id} and access.within(${ctx.today}::date, a.valid_from, a.valid_until)
      and not exists (select from closure k where k.municipality_id = c.municipality_id and k.case_id = c.id and k.reopened_at is null)
    group by c.municipality_id, c.id, c.name, c.project_id order by c.name, c.id`.execute(tx)
  const whole = rows.filter((one) => one.whole).map((one) => one.id)
  const packs = new Map<number, Pack | null>()
  for (const id of new Set(rows.map((one) => one.projectId))) packs.set(id, await packOrNone(tx, id))
  return {
    me: ctx.actor.id,
    families: new Map(rows.map(({ id, ...one }) => [id, one])),
    all: rows.map((one) => one.id),
    whole,
    packs,
    people: await peopleOf(tx, whole, ctx.today),
  }
}

const packOrNone = (tx: Tx, projectId: number): Promise<Pack | null> =>
  projectPack(tx, projectId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })

export const packOfCase = (scope: DayScope, caseId: number): Pack | null =>
  scope.packs.get(scope.families.get(caseId)?.projectId ?? 0) ?? null
