import { migrate } from '#app/platform/database/migrate.server.ts'
import { restore } from '#app/platform/backup/restore.server.ts'
import { asOperator, storeOpeningKey } from './database.ts'

export const help = 'read a backup FILE into an empty database, and verify it'
export async function run([file]: string[]): Promise<number> {
  if (!file) throw new Error('which file? helhed restore FILE')
  return asOperator(async (client, at) => {
    await migrate(at.ownerUrl, at.appRole)
    const counts = await restore(client, file)
    await storeOpeningKey(at.ownerUrl, at.config) // after: it writes issuers, and the backup brings its own
    const total = Object.values(counts).reduce((a, b) => a + b, 0)
    console.log(`${Object.keys(counts).length} tables, ${total} rows, checksums and audit chains verified`)
    return 0
  })
}
