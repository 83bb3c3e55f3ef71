import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#app/platform/command.server.ts'
import type { DrawnBecause, LookUp, SpotCheck, Verdict } from './spot-check.ts'

type Row = {
  id: number; month: string; project: string; item_id: number | null; day: string; staff: string; department: string | null; role: string | null; case_id: number; number: string; family: string
  look_ups: number; events: string[]; bases: string[]; reason: DrawnBecause; verdict: Verdict | null; note: string; reviewed_at: string | null
}

/** The spot checks of the projects that the actor manages, newest month first. A family that does not exist for the actor is not among them. */
export const readSpotChecks = query({
  event: 'oversight.read-spot-checks',
  input: z.object({}),
  may: async (tx) => (await sql<{ yes: boolean }>`select access.holds('{project-manager}') as yes`.execute(tx)).rows[0]?.yes === true,
  async run(tx): Promise<SpotCheck[]> {
    const { rows } = await sql<Row>`select * from access.spot_checks()`.execute(tx)
    const checks = new Map<number, SpotCheck>()
    for (const row of rows) {
      const check = checks.get(row.id) ?? { id: row.id, month: row.month, project: row.project, lookUps: [], open: 0 }
      checks.set(row.id, check)
      if (row.item_id === null) continue
      check.lookUps.push(lookUp(row, row.item_id))
      if (row.verdict === null) check.open++
    }
    return [...checks.values()]
  },
  concerns: (_, checks) => ({ personIds: [], bases: ['project'], details: { cases: [...new Set(checks.flatMap((c) => c.lookUps.map((l) => l.caseId)))] } }),
})

const lookUp = (row: Row, id: number): LookUp => ({
  id, day: row.day, staff: row.staff, department: row.department, role: row.role, caseId: row.case_id, number: row.number, family: row.family, times: row.look_ups, events: row.events,
  bases: [...new Set(row.bases)], because: row.reason, verdict: row.verdict, note: row.note, reviewedAt: row.reviewed_at,
})
