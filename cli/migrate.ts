import { installJobs } from '#app/jobs.ts'
import { migrate } from '#app/platform/database/migrate.server.ts'
import { attach, storeOpeningKey } from './database.ts'

export const help = 'bring the database to this version (needs the owner)'
export async function run(): Promise<number> {
  const at = await attach(console.log)
  try {
    if (!at.ownerUrl) throw new Error('DATABASE_OWNER_URL is needed for this command / DATABASE_OWNER_URL mangler')
    const applied = await migrate(at.ownerUrl, at.appRole)
    await installJobs(at.ownerUrl, at.appRole)
    await storeOpeningKey(at.ownerUrl, at.config)
    console.log(applied.length ? applied.map((name) => `applied ${name}`).join('\n') : 'the database is at this version')
    return 0
  } finally {
    await at.release()
  }
}
