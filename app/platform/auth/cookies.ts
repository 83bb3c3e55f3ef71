/** Cookies of this application: what they are called and how they are set. */
type Where = { secure: boolean }

/** The session cookie. `__Host-` binds it to this host and to https; plain http (a demo on one machine) cannot carry that prefix. */
export const sessionCookie = ({ secure }: Where): string => (secure ? '__Host-helhed' : 'helhed')

/** The cookie that binds one sign-in under way to this browser; several tabs may sign in at once. */
export const loginCookie = ({ secure }: Where, state: string): string => `${secure ? '__Host-' : ''}helhed-login-${state.slice(0, 8)}`

/** One cookie's value from a Cookie header. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}

/**
 * A Set-Cookie value: this host only, not for scripts, not sent along from other sites' forms.
 * @param maxAge seconds; left out = until the browser closes, 0 = remove
 */
export function writeCookie({ secure }: Where, name: string, value: string, maxAge?: number): string {
  return [
    `${name}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
  ].join('; ')
}
