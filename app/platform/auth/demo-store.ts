/** The demo provider's store: what it remembers of sign-ins under way, in memory, each for as long as it lives. */
type Payload = Record<string, unknown> & { uid?: string; grantId?: string; consumed?: number }
const kept = new Map<string, { payload: Payload; until: number }>()
const most = 5_000

/** The shape that oidc-provider asks of a store; `kind` is what is stored (Session, Interaction, AuthorizationCode …). */
export class DemoStore {
  kind: string
  constructor(kind: string) {
    this.kind = kind
  }

  #key = (id: string) => `${this.kind}:${id}`

  async upsert(id: string, payload: Payload, seconds: number): Promise<void> {
    for (const [key, entry] of kept) if (entry.until < Date.now() || kept.size > most) kept.delete(key)
    kept.set(this.#key(id), { payload, until: Date.now() + seconds * 1000 })
  }
  async find(id: string): Promise<Payload | undefined> {
    const entry = kept.get(this.#key(id))
    return entry && entry.until > Date.now() ? entry.payload : undefined
  }
  async findByUid(uid: string): Promise<Payload | undefined> {
    return [...kept].find(([key, e]) => key.startsWith(`${this.kind}:`) && e.payload.uid === uid && e.until > Date.now())?.[1].payload
  }
  async findByUserCode(): Promise<undefined> {}
  async consume(id: string): Promise<void> {
    const entry = kept.get(this.#key(id))
    if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000)
  }
  async destroy(id: string): Promise<void> {
    kept.delete(this.#key(id))
  }
  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, entry] of kept) if (entry.payload.grantId === grantId) kept.delete(key)
  }
}
