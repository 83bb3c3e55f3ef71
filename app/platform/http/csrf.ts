import { type Config, isLoopback } from '../config.server.ts'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * The address under which this request came in. In production always the public one; a demo is also reached as localhost, through a tunnel
 * or a forwarded port, so it follows the Host header.
 */
export function requestOrigin(config: Config, headers: Headers): string {
  const host = headers.get('host')
  if (config.mode === 'production' || !host) return config.publicUrl
  return `${config.secure || (config.trustProxy && headers.get('x-forwarded-proto') === 'https') ? 'https' : 'http'}://${host}`
}

/**
 * Is this a host we answer to? A demo on this machine refuses other names, so that no foreign site can point its own name at it.
 */
export function isOurHost(config: Config, headers: Headers): boolean {
  const host = headers.get('host')
  if (config.mode === 'production' || !host || !isLoopback(config.host)) return true
  if (!URL.canParse(`http://${host}`)) return false
  return isLoopback(new URL(`http://${host}`).hostname) || host === new URL(config.publicUrl).host
}

/**
 * May a request that changes something come from where it says it comes from? Browsers always say (Origin, Sec-Fetch-Site); scripts say nothing
 * and carry no cookie of somebody else. Together with SameSite=Lax cookies this is the whole defence; forms need no token.
 */
export function sameOrigin(config: Config, request: { method: string; headers: Headers }): boolean {
  if (harmless.has(request.method)) return true
  const site = request.headers.get('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') return false
  const origin = request.headers.get('origin')
  return origin === null || origin === requestOrigin(config, request.headers) || origin === config.publicUrl
}
