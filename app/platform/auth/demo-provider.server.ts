import { generateKeyPair, exportJWK } from 'jose'
import type Provider from 'oidc-provider'
import { type Config, derivedKey } from '../config.server.ts'
import { high, substantial } from './assurance.ts'
import { DemoStore } from './demo-store.ts'
import { demoClientSecret } from './oidc.server.ts'
import { demoProviderPath } from './prepare.server.ts'

/*
 * A real OpenID Connect provider for the demo, in the same process: everything a municipality's own sign-in does happens here too, except that
 * nobody proves anything. Refused in production. Its state is in memory and may be lost: a sign-in under way then begins again.
 */
const providers = new Map<string, Promise<Provider>>()

/** The provider as seen under one address of ours (localhost, 127.0.0.1, a tunnel). Made on first use. */
export function demoProvider(config: Config, origin: string): Promise<Provider> {
  if (config.mode !== 'demo') throw new Error('the demo provider exists in demo mode only')
  let provider = providers.get(origin)
  if (!provider) {
    if (providers.size >= 20) providers.clear()
    provider = make(config, origin)
    providers.set(origin, provider)
  }
  return provider
}

/** Loaded when a demo first needs it; its remark about the newest Node is not for the person who starts a demo. */
async function load(): Promise<typeof Provider> {
  const { warn } = console
  // oxlint-disable-next-line no-console
  console.warn = () => {}
  try {
    return (await import('oidc-provider')).default
  } finally {
    // oxlint-disable-next-line no-console
    console.warn = warn
  }
}

async function make(config: Config, origin: string): Promise<Provider> {
  const OidcProvider = await load()
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const provider = new OidcProvider(origin + demoProviderPath, {
    adapter: DemoStore,
    clients: [
      {
        client_id: 'helhed',
        client_secret: demoClientSecret(config),
        redirect_uris: [`${origin}/auth/callback`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
    cookies: {
      keys: [derivedKey(config, 'demo-cookies').toString('hex')],
      long: { path: demoProviderPath },
      short: { path: demoProviderPath },
    },
    acrValues: [substantial, high],
    claims: { openid: ['sub'], acr: null },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub }) }),
    interactions: { url: (_: unknown, interaction: { uid: string }) => `${demoProviderPath}/log-ind/${interaction.uid}` },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 300, AuthorizationCode: 60, IdToken: 300 },
    // The demo's own client asks for nothing beyond who somebody is: no question of consent.
    loadExistingGrant: async (ctx: { oidc: { client?: { clientId: string }; session?: { accountId?: string } } }) => {
      const grant = new provider.Grant({ clientId: ctx.oidc.client?.clientId, accountId: ctx.oidc.session?.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    renderError: (ctx: { type: string; body: string }) => {
      ctx.type = 'html'
      ctx.body =
        '<!doctype html><html lang="da"><meta charset="utf-8"><title>Helhed</title><main><h1>Helhed</h1><p>Login kan ikke fortsætte. Sign-in cannot go on.</p><p><a href="/log-ind">Log ind / Sign in</a></p></main></html>'
    },
  })
  provider.proxy = true
  return provider
}
