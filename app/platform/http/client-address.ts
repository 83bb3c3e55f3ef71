import type { Config } from '../config.server.ts'

type Asked = { req: { header: (name: string) => string | undefined }; env?: { incoming?: { socket?: { remoteAddress?: string } } } }

/** The address a request comes from: the socket's, or what our own proxy says (the last entry: earlier ones are the client's own words). */
export function clientAddress(c: Asked, config: Config): string {
  const forwarded = config.trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || c.env?.incoming?.socket?.remoteAddress || 'unknown'
}
