import { parseArgs } from 'node:util'
import { addIssuer, type NewIssuer } from '#app/platform/auth/prepare.server.ts'
import { asOperator } from './database.ts'

export const help =
  'who may sign people in: list, add --audience staff --municipality CODE --url … --client-id … --secret-env OIDC_CLIENT_SECRET_X, remove'

/** `helhed issuer`: each municipality's own sign-in for its staff stands beside the citizens' one that the environment gives. */
export async function run([verb = 'list', ...args]: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      audience: { type: 'string' },
      municipality: { type: 'string' },
      name: { type: 'string' },
      url: { type: 'string' },
      'client-id': { type: 'string' },
      'secret-env': { type: 'string' },
      acr: { type: 'string' },
      claim: { type: 'string' },
      match: { type: 'string' },
    },
  })
  return asOperator(async (client, at) => {
    const codes = await client.query<{ municipality_id: number; name: string }>(
      'select municipality_id, name from municipality where code = $1',
      [values.municipality ?? ''],
    )
    const place = codes.rows[0]
    if (values.municipality && !place) throw new Error(`no municipality with the code "${values.municipality}"`)
    if (verb === 'add') await addIssuer(at.ownerUrl, fromFlags(values, place))
    else if (verb === 'remove') await remove(client, values.audience, place?.municipality_id ?? null)
    else if (verb !== 'list') throw new Error(`unknown: issuer ${verb}; list, add or remove`)
    // Who may vouch for people is a matter for the log, of the municipality or of the country.
    if (verb !== 'list')
      await client.query("select access.append_audit_as($1, 'job', 0, $2, 'done', null, '{}', '{}', '{operator}', $3, null, null)", [
        place?.municipality_id ?? 0,
        `auth.${verb}-issuer`,
        JSON.stringify({ audience: values.audience }),
      ])
    const { rows } = await client.query<NewIssuer & { municipality: string | null; client: string; secret: string }>(
      'select audience, municipality, url, client_id as client, secret_env as secret, acr, claim, match from access.issuers()',
    )
    for (const i of rows)
      console.log([i.audience, i.municipality ?? '-', i.url, i.client, i.secret || '-', i.acr ?? '-', `${i.claim} = ${i.match}`].join('\t'))
    return 0
  })
}

type Flags = {
  audience?: string
  name?: string
  url?: string
  'client-id'?: string
  'secret-env'?: string
  acr?: string
  claim?: string
  match?: string
}

function fromFlags(f: Flags, place: { municipality_id: number; name: string } | undefined): NewIssuer {
  const missing = (['audience', 'url', 'client-id', 'secret-env'] as const).filter((name) => !f[name])
  if (missing.length > 0) throw new Error(`missing: ${missing.map((m) => `--${m}`).join(', ')}`)
  const audience = f.audience
  if (audience !== 'staff' && audience !== 'citizen' && audience !== 'national') throw new Error('--audience is staff, citizen or national')
  if ((audience === 'staff') !== Boolean(place))
    throw new Error(audience === 'staff' ? '--municipality CODE is needed for staff' : '--municipality is for staff only')
  if (!f.url?.startsWith('https://')) throw new Error('--url must begin with https://')
  if (!/^OIDC_CLIENT_SECRET\w*$/.test(f['secret-env'] ?? ''))
    throw new Error('--secret-env names a variable that begins with OIDC_CLIENT_SECRET')
  const match = audience === 'citizen' ? 'cpr' : (f.match ?? 'subject')
  if (match !== 'cpr' && match !== 'subject' && match !== 'username') throw new Error('--match is subject or username')
  return {
    audience,
    municipalityId: place?.municipality_id ?? null,
    name: f.name ?? place?.name ?? (audience === 'citizen' ? 'MitID' : 'Programkontor'),
    url: f.url ?? '',
    clientId: f['client-id'] ?? '',
    secretEnv: f['secret-env'] ?? '',
    acr: f.acr ?? null,
    claim: f.claim ?? (audience === 'citizen' ? 'cpr' : 'sub'),
    match,
  }
}

async function remove(
  client: { query: (text: string, values: unknown[]) => Promise<{ rowCount: number | null }> },
  audience: string | undefined,
  place: number | null,
): Promise<void> {
  const { rowCount } = await client.query('delete from access.issuer where audience = $1 and municipality_id is not distinct from $2', [
    audience ?? '',
    place,
  ])
  if (!rowCount) throw new Error('no such issuer')
}
