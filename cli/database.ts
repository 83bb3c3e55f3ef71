import { prepareSignIn } from '#app/platform/auth/prepare.server.ts'
import { type Config, loadConfig } from '#app/platform/config.server.ts'
import { EMBEDDED, type Embedded, startEmbedded, varDirectory } from '#app/platform/database/embedded.server.ts'
import { setKeys } from '#app/platform/crypto/keys.server.ts'
import pg from 'pg'

export type Attached = {
  config: Config
  kind: 'embedded' | 'postgres'
  /** The serving login. */
  appUrl: string
  /** The owner's login; null on a serving process that was not given one. */
  ownerUrl: string | null
  appRole: string
  /** Stops the embedded server unless somebody else uses it. */
  release: () => Promise<void>
}

/** Reads the environment and reaches the database: attaches to the one that runs, or starts the embedded one. */
export async function attach(log: (line: string) => void = () => {}): Promise<Attached> {
  const config = loadConfig(process.env, varDirectory())
  setKeys(config)
  if (config.database.kind === 'server') {
    const { url, ownerUrl } = config.database
    return { config, kind: 'postgres', appUrl: url, ownerUrl, appRole: decodeURIComponent(new URL(url).username), release: async () => {} }
  }
  const embedded: Embedded = await startEmbedded(config.varDir, log)
  // A connection held all the while says "in use": another command that ends meanwhile leaves the server running.
  const holder = new pg.Client({ connectionString: embedded.url(EMBEDDED.owner), application_name: 'helhed-in-use' })
  holder.on('error', () => {})
  await holder.connect()
  const release = async () => {
    await holder.end().catch(() => {})
    await embedded.stop()
  }
  return { config, kind: 'embedded', appUrl: embedded.url(EMBEDDED.app), ownerUrl: embedded.url(EMBEDDED.owner), appRole: EMBEDDED.app, release }
}

/** Runs work on the owner's login; for operator commands. @throws Error when no owner login was given */
export async function asOperator<T>(work: (client: pg.Client, at: Attached & { ownerUrl: string }) => Promise<T>): Promise<T> {
  const at = await attach()
  try {
    if (!at.ownerUrl) throw new Error('DATABASE_OWNER_URL is needed for this command / DATABASE_OWNER_URL mangler')
    const client = new pg.Client({ connectionString: at.ownerUrl, application_name: 'helhed-operator' })
    await client.connect()
    try {
      return await work(client, { ...at, ownerUrl: at.ownerUrl })
    } finally {
      await client.end()
    }
  } finally {
    await at.release()
  }
}

/** Lets processes with this SESSION_SECRET open sessions, and writes the issuers of the environment (in a demo: its own). Safe to repeat. */
export const storeOpeningKey = (ownerUrl: string, config: Config): Promise<void> => prepareSignIn(ownerUrl, config)

/** A row in the log of every municipality (or one) that the operator did this. */
export async function logOperator(client: pg.ClientBase, event: string, details: Record<string, string | number>, municipalityId: number | null = null): Promise<void> {
  await client.query(`select access.append_audit_as(municipality_id, 'job', 0, $1, 'done', null, '{}', '{}', '{operator}', $2::jsonb, null, null)
    from municipality where $3::int is null or municipality_id = $3 order by municipality_id`, [event, JSON.stringify(details), municipalityId])
}
