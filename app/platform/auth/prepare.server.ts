import { createHash } from 'node:crypto'
import pg from 'pg'
import { type Config, type OidcConfig, openingKey } from '../config.server.ts'
import { substantial } from './assurance.ts'

/** Where the demo's own provider lies; its address follows the one the browser uses. */
export const demoProviderPath = '/demo-oidc'

/**
 * Owner's work before serving (`helhed migrate`, and every start that has the owner's login): lets processes with this SESSION_SECRET open
 * sessions, and writes the issuers that the environment gives. Safe to repeat.
 */
export async function prepareSignIn(ownerUrl: string, config: Config): Promise<void> {
  await storeOpeningKey(ownerUrl, config)
  await asOwner(ownerUrl, async (client) => {
    if (config.mode === 'demo') return writeIssuer(client, demoIssuer)
    await client.query("delete from access.issuer where audience = 'demo'")
    return config.oidc ? writeIssuer(client, citizenIssuer(config.oidc)) : undefined
  })
}

/** Stores what the opening key of this SESSION_SECRET must hash to. Only the owner's login can. */
export async function storeOpeningKey(ownerUrl: string, config: Config): Promise<void> {
  const value = createHash('sha256').update(openingKey(config)).digest()
  await asOwner(ownerUrl, (client) =>
    client.query(
      "insert into access.secret (name, value) values ('opening-key', $1) on conflict (name) do update set value = excluded.value",
      [value],
    ),
  )
}

/** For a serving process without the owner's login. @throws when `helhed migrate` has not run with the same SESSION_SECRET */
export async function checkOpeningKey(pool: pg.Pool, config: Config): Promise<void> {
  await pool.query('select access.need_opening_key($1)', [openingKey(config)]).catch((cause: unknown) => {
    throw new Error('this SESSION_SECRET may not open sessions in this database: run `helhed migrate` with the same SESSION_SECRET', {
      cause,
    })
  })
}

export type NewIssuer = {
  audience: 'citizen' | 'staff' | 'national' | 'demo'
  /** National code for staff; null otherwise. */
  municipalityId: number | null
  /** As people read it: 'MitID', 'Hedensted Kommune'. */
  name: string
  url: string
  clientId: string
  /** The environment variable that holds the client secret. */
  secretEnv: string
  /** Assurance asked for and demanded. */
  acr: string | null
  /** The claim that says who it is. */
  claim: string
  match: 'cpr' | 'subject' | 'username' | 'demo-login'
}

/** Adds or changes an issuer: one for citizens, one for each municipality's staff, one for the national office. */
export const addIssuer = (ownerUrl: string, issuer: NewIssuer): Promise<void> => asOwner(ownerUrl, (client) => writeIssuer(client, issuer))

const demoIssuer: NewIssuer = {
  audience: 'demo',
  municipalityId: null,
  name: 'Demo',
  url: demoProviderPath,
  clientId: 'helhed',
  secretEnv: '',
  acr: substantial,
  claim: 'sub',
  match: 'demo-login',
}
const citizenIssuer = (oidc: OidcConfig): NewIssuer => ({
  audience: 'citizen',
  municipalityId: null,
  name: 'MitID',
  url: oidc.issuer,
  clientId: oidc.clientId,
  secretEnv: 'OIDC_CLIENT_SECRET',
  acr: oidc.acr,
  claim: oidc.cprClaim,
  match: 'cpr',
})

async function writeIssuer(client: pg.Client, i: NewIssuer): Promise<void> {
  await client.query(
    `insert into access.issuer (audience, municipality_id, name, url, client_id, secret_env, acr, claim, match) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (audience, coalesce(municipality_id, -1)) do update set name = excluded.name, url = excluded.url, client_id = excluded.client_id, secret_env = excluded.secret_env,
      acr = excluded.acr, claim = excluded.claim, match = excluded.match`,
    [i.audience, i.municipalityId, i.name, i.url, i.clientId, i.secretEnv, i.acr, i.claim, i.match],
  )
}

async function asOwner(ownerUrl: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
