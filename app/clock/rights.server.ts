import { sql } from 'kysely'
import { rightsOf } from '#app/families/case-rights.server.ts'
import { type May, reachesCase } from '#app/platform/command.server.ts'
import { type Context, Invalid, NotFound } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { ClockRow, Entry } from './clock.ts'
import { clockOf, type FamilyClock } from './queries.server.ts'

/** In which sectors the actor is the authority in this family: its own law's worker; for what the project has agreed a coordinator. By the pack's verb `follow-up`. */
export async function authorityIn(tx: Tx, ctx: Context, caseId: number): Promise<string[]> {
  const rights = await rightsOf(tx, ctx, caseId)
  const { rows } = await sql<{ sector: string }>`select s as sector from unnest(${rights.sectors}::text[]) s where access.follows_up(${caseId}, s)`.execute(tx)
  return rows.map((r) => r.sector)
}

/** A `may` for what only an authority of the family says; which one is asked where the obligation is known. */
export async function anyAuthority(tx: Tx, ctx: Context, { caseId }: { caseId: number }): Promise<May> {
  if (!(await reachesCase(tx, caseId))) return 'not-found'
  return (await authorityIn(tx, ctx, caseId)).length > 0
}

/** One field, wrong for a reason that only the database or the pack knows. */
export const wrong = (field: string, da: string, en: string): Invalid => new Invalid([{ field, message: { da, en } }])

/**
 * An obligation of this family that the actor is the authority of. One that somebody else is the authority of is not found: that it exists is
 * theirs to know.
 * @throws NotFound
 */
export async function ownEntry(tx: Tx, ctx: Context, input: { caseId: number; code: string; personId: number | null }): Promise<{ clock: FamilyClock; entry: Entry }> {
  const clock = await clockOf(tx, input.caseId, ctx.today)
  const entry = clock.entries.find((one) => one.code === input.code && one.personId === input.personId)
  const own = await authorityIn(tx, ctx, input.caseId)
  if (!entry || !own.includes(entry.sector)) throw new NotFound('obligation')
  return { clock, entry }
}

/** Columns of a record about an obligation: its own sector's, seen as that sector's plans are, shared with nobody by living together. */
export function recordColumns(ctx: Context, caseId: number, entry: Pick<Entry, 'sector' | 'personId'>, clock: FamilyClock) {
  return {
    municipality_id: ctx.municipalityId,
    case_id: caseId,
    sector: entry.sector,
    category: 'plan',
    visibility: 'family',
    household_shared: entry.personId === null,
    subjects: entry.personId === null ? clock.people.map((p) => p.id) : [entry.personId],
  }
}
/** A meeting of this family that was held, as the clock knows it. */
export const heldMeeting = (clock: FamilyClock, meetingId: number): ClockRow | undefined => clock.rows.find((r) => r.fact === 'meeting' && r.data.id === meetingId)
