// The package has no types of its own; this is the part that the demo uses.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Json = string | number | boolean | null | undefined
  export type InteractionDetails = { uid: string; params: Record<string, Json>; prompt: { name: string } }
  type Claims = Record<string, Json> & { sub: string }
  type OidcContext = {
    oidc: { client?: { clientId: string }; session?: { accountId?: string } }
    body: unknown
    type: string
    status: number
  }
  class Grant {
    constructor(of: { accountId?: string; clientId?: string })
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }
  export default class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>)
    issuer: string
    proxy: boolean
    Grant: typeof Grant
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<InteractionDetails>
    interactionResult(request: IncomingMessage, response: ServerResponse, result: Record<string, unknown>): Promise<string>
    on(event: string, listener: (...args: unknown[]) => void): this
  }
  export type { Claims, OidcContext }
}
