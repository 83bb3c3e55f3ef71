import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#app/platform/command.server.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import type { Entry } from './clock.ts'
import { clocksOf } from './queries.server.ts'
import { ticksOf } from './read-year.server.ts'

/** Days ahead in which somebody is reminded when no meeting has been called. */
const AHEAD = 14
/** Families at a time: so that a large municipality never fills the memory. */
const CHUNK = 500

/**
 * Every morning: what must be followed up within a fortnight and has no meeting, what is past its date (MEET-06, PLAN-19), and meetings that may count and
 * that nobody has said counted (MEET-11). Each goes to its own authority: a sector's to those of the sector who are assigned, the project's to the
 * coordinator. The plan's own follow-up has its own reminder and is not repeated. Tasks carry ids and codes. Jobs only.
 */
export const remindDue = command({
  event: 'clock.remind',
  input: z.object({}),
  may: (_tx, ctx) => Promise.resolve(ctx.actor.kind === 'job'),
  async run(tx, ctx) {
    const cases = (await tx.selectFrom('family_case').select('id').orderBy('id').execute()).map((c) => c.id)
    let made = 0
    for (let at = 0; at < cases.length; at += CHUNK)
      for (const clock of await clocksOf(tx, cases.slice(at, at + CHUNK), ctx.today, true)) {
        for (const entry of clock.entries) made += await remindOf(tx, ctx.today, clock.caseId, entry)
        for (const tick of ticksOf(clock, [...new Set(clock.entries.map((e) => e.sector))]))
          made += await foresee(tx, clock.caseId, tick.entry, 'clock-counts', tick.on, { meeting: tick.meetingId }, tick.shelfIds)
      }
    return { families: cases.length, made }
  },
  concerns: (_input, r) => ({ personIds: [], bases: [], details: r }),
})

async function remindOf(tx: Tx, today: string, caseId: number, entry: Entry): Promise<number> {
  if (entry.due === null || entry.obligation.anchor === 'plan-agreed') return 0
  if (entry.due < today) return foresee(tx, caseId, entry, 'clock-late', entry.due, {})
  const soon = entry.due <= addDays(today, AHEAD) && (entry.planned === null || entry.planned > entry.due)
  return soon ? foresee(tx, caseId, entry, 'clock-due', entry.due, {}) : 0
}
/** `shelves`: everything it is computed from; who may not read all of it hears nothing. */
async function foresee(
  tx: Tx,
  caseId: number,
  entry: Entry,
  code: string,
  due: string,
  more: Record<string, number>,
  shelves: readonly number[] = entry.shelfIds,
): Promise<number> {
  const data = JSON.stringify({ obligation: entry.code, person: entry.personId, on: due, ...more })
  const { rows } = await sql<{ made: number }>`select access.foresee_due(${caseId}, ${entry.sector}, ${code}, ${due}::date, ${data}::jsonb, ${[...shelves]}::bigint[]) as made`.execute(tx)
  return rows[0]?.made ?? 0
}
