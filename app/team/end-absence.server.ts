import { type RawBuilder, sql } from 'kysely'
import { command, type May } from '#app/platform/command.server.ts'
import { Conflict } from '#app/platform/context.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { AbsenceInput } from './absence.ts'
import { mayReport } from './report-absence.server.ts'

async function mayEnd(tx: Tx, absenceId: number): Promise<May> {
  const row = await tx.selectFrom('absence').select('staff_id').where('id', '=', absenceId).executeTakeFirst()
  return row ? mayReport(tx, row.staff_id) : 'not-found'
}
/** @throws Conflict when it is over already, or something else has taken its place */
async function change(tx: Tx, statement: RawBuilder<{ done: boolean }>): Promise<void> {
  const { rows } = await statement.execute(tx).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === '23P01') throw new Conflict('absence-over')
    throw error
  })
  if (!rows[0]?.done) throw new Conflict('absence-over')
}
const concerning = ({ absenceId }: { absenceId: number }) => ({ personIds: [], bases: [], details: { absence: absenceId } })

/** Back again, before time or on time: the substitute's assignments end with yesterday. One that has not begun never was. */
export const endAbsence = command({
  event: 'team.end-absence',
  input: AbsenceInput,
  may: (tx, _, { absenceId }) => mayEnd(tx, absenceId),
  run: (tx, _, { absenceId }) => change(tx, sql<{ done: boolean }>`select access.end_absence(${absenceId}, false) as done`),
  concerns: concerning,
})

/** "Fortryd" of an absence written down by mistake today: it never was, and nobody stands in. */
export const takeBackAbsence = command({
  event: 'team.take-back-absence',
  input: AbsenceInput,
  may: (tx, _, { absenceId }) => mayEnd(tx, absenceId),
  run: (tx, _, { absenceId }) => change(tx, sql<{ done: boolean }>`select access.end_absence(${absenceId}, true) as done`),
  concerns: concerning,
})

/** "Fortryd" of coming back, the same day: the absence runs on as it would have. */
export const resumeAbsence = command({
  event: 'team.resume-absence',
  input: AbsenceInput,
  may: (tx, _, { absenceId }) => mayEnd(tx, absenceId),
  run: (tx, _, { absenceId }) => change(tx, sql<{ done: boolean }>`select access.resume_absence(${absenceId}) as done`),
  concerns: concerning,
})
