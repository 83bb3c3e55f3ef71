import { sql } from 'kysely'
import { inForce } from '#app/catalogue/pack-item.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import type { Tx } from '#app/platform/db.server.ts'

export type ProjectPlaces = {
  projectId: number
  capacity: number | null
  taken: number
  /** Held while a family is asked, or has said yes and is not decided yet. */
  held: number
  waiting: number
  /** Referred and not decided. */
  open: number
  /** Families whose expected end lies within three and six months. */
  ends3: number
  ends6: number
}
type Row = { project_id: number; capacity: number | null; taken: number; held: number; waiting: number; open: number; ends_3: number; ends_6: number }

/** VIS-17: the places of the actor's projects: numbers only. */
export async function placeCounts(tx: Tx): Promise<ProjectPlaces[]> {
  const { rows } = await sql<Row>`select * from access.place_counts()`.execute(tx)
  return rows.map((row) => ({
    projectId: Number(row.project_id),
    capacity: row.capacity,
    taken: Number(row.taken),
    held: Number(row.held),
    waiting: Number(row.waiting),
    open: Number(row.open),
    ends3: Number(row.ends_3),
    ends6: Number(row.ends_6),
  }))
}

export type BenefitCounts = { families: number; adults: number; adultsCash: number; grownChildren: number; grownChildrenCash: number }
/**
 * VIS-09: adults of the families with a place, how many of them on a cash benefit, and apart from them the children over 18, who are helped and
 * not counted. Numbers only, for the project manager; null for everybody else.
 */
export async function benefitCounts(tx: Tx, projectId: number, pack: Pack, today: string): Promise<BenefitCounts | null> {
  const cash = inForce(pack.supportStatuses, today).flatMap((one) => (one.cashBenefit ? [one.code] : []))
  const { rows } = await sql<{ families: number; adults: number; adults_cash: number; grown_children: number; grown_children_cash: number }>`
    select * from access.benefit_counts(${projectId}, ${cash}::text[]) where access.in_project(${projectId}, '{project-manager}')`.execute(tx)
  const row = rows[0]
  return row
    ? {
        families: Number(row.families),
        adults: Number(row.adults),
        adultsCash: Number(row.adults_cash),
        grownChildren: Number(row.grown_children),
        grownChildrenCash: Number(row.grown_children_cash),
      }
    : null
}
