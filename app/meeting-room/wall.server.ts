import { sql } from 'kysely'
import type { Tx } from '#app/platform/db.server.ts'

/** The shelves that everybody in the room may read, of those the asker reads. `come`, `go`: a participant more or less, for who works with the whole case. */
export async function wallShelves(tx: Tx, meetingId: number, what: { come?: number; go?: number } = {}): Promise<number[]> {
  const { rows } = await sql<{ shelves: number[] }>`select access.wall_shelves(${meetingId}, ${what.come ?? null}::bigint, ${what.go ?? null}::bigint) as shelves`.execute(tx)
  return rows[0]?.shelves ?? []
}

/** A yes that is missing: of whom, and who would have to say it; null where nobody can (a child without a recorded holder of custody). */
export type Needed = { subject: number; signers: number[] | null }
/** Who in the room may not read a shelf; `toSector`: through which a yes would open it (null: none can). */
export type Hidden = { shelfId: number; participantId: number; toSector: string | null; category: string; needs: Needed[] }
export async function hiddenFrom(tx: Tx, meetingId: number, shelves: readonly number[]): Promise<Hidden[]> {
  if (shelves.length === 0) return []
  const { rows } = await sql<Hidden>`select shelf_id as "shelfId", participant_id as "participantId", to_sector as "toSector", category, needs
    from access.wall_hidden(${meetingId}, ${[...new Set(shelves)]}::bigint[])`.execute(tx)
  return rows
}
