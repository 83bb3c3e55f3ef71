import { backup } from '#app/platform/backup/backup.server.ts'
import { version } from '#app/platform/version.server.ts'
import { asOperator, logOperator } from './database.ts'

export const help = 'write everything to FILE, from one moment'
export async function run([file]: string[]): Promise<number> {
  if (!file) throw new Error('which file? helhed backup FILE')
  return asOperator(async (client) => {
    await logOperator(client, 'operator.backup', {})
    const counts = await backup(client, file, version)
    const total = Object.values(counts).reduce((a, b) => a + b, 0)
    console.log(`${file}: ${Object.keys(counts).length} tables, ${total} rows`)
    return 0
  })
}
