// Writes docs/schema.sql (the tables, policies and grants as the database tells them) and app/platform/tables.ts (their types).
// `node db/write-schema.ts` starts a throw-away embedded database; the test in db/schema-dump.test.ts fails when either is stale.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { EMBEDDED, startEmbedded } from '#app/platform/database/embedded.server.ts'
import { migrate } from '#app/platform/database/migrate.server.ts'
import { dumpSchema, tableTypes } from './dump-schema.ts'

const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'helhed-schema-'))
chmodSync(folder, 0o755)
const server = await startEmbedded(folder)
try {
  await migrate(server.url(EMBEDDED.owner), EMBEDDED.app)
  const client = new pg.Client({ connectionString: server.url(EMBEDDED.owner) })
  await client.connect()
  writeFileSync('docs/schema.sql', await dumpSchema(client, EMBEDDED.app))
  writeFileSync('app/platform/tables.ts', await tableTypes(client))
  await client.end()
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
