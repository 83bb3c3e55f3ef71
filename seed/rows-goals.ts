import { Kysely, PostgresDialect, sql } from 'kysely'
import { publishProject } from '#app/goals/publish-goals.server.ts'
import { openPool } from '#app/platform/db.server.ts'
import type { Tables } from '#app/platform/tables.ts'
import { addMonths, startOfMonth } from '#app/platform/time/plain-date.ts'

/** Months that a demo has behind it. */
const MONTHS = 3

/** Publishes the last months of every project, as the monthly job would have done: what steering group and economist find in a demo. Owner's work, after the families are there. */
export async function publishPastMonths(ownerUrl: string, today: string): Promise<void> {
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(ownerUrl, 1) }) })
  try {
    const projects = await kysely.selectFrom('project').select(['id', 'municipality_id']).orderBy('id').execute()
    for (const project of projects) for (let back = MONTHS; back > 0; back--) {
      await kysely.transaction().execute(async (tx) => {
        await sql`select access.enter_as('job', ${project.municipality_id}, 0, access.now())`.execute(tx)
        await publishProject(tx, project.id, addMonths(startOfMonth(today), -back))
      })
    }
  } finally {
    await kysely.destroy()
  }
}
