const ours = /^\/(log-ind|log-ud|auth|demo-oidc|session)(\/|\?|$)/

/**
 * Where to go after signing in: a path of this site, never another site's address.
 * @param wished from the address bar, so anybody's
 */
export function safeReturn(wished: string | null | undefined): string {
  if (!wished || wished.length > 500 || !/^\/(?![/\\])/.test(wished) || /[\\\p{Cc}]/u.test(wished)) return '/'
  const base = 'http://this.invalid'
  if (!URL.canParse(wished, base)) return '/'
  const url = new URL(wished, base)
  if (url.origin !== base || url.pathname.startsWith('//') || ours.test(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}

/** The sign-in page that leads back to this address. */
export const signInPath = (here: string): string => {
  const back = safeReturn(here)
  return back === '/' ? '/log-ind' : `/log-ind?tilbage=${encodeURIComponent(back)}`
}
