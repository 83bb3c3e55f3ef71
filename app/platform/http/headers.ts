/**
 * Security headers of every page and answer. Styles and scripts come from this site; the few inline scripts of a page carry the request's nonce.
 * @param secure the public address is https
 */
export function securityHeaders(nonce: string, secure: boolean): Record<string, string> {
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    // No form is ever sent to another site: signing in leaves by a link, not by a form.
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

/** A path without anything that could say who it is about: ids and odd segments are replaced. For the log. */
export const pathPattern = (path: string): string =>
  path
    .split('/')
    .slice(0, 12)
    .map((part) => (/^\d+$/.test(part) ? ':id' : /^[a-z][a-z-]{0,30}(\.[a-z]{2,5})?$|^v\d$|^$/.test(part) ? part : ':x'))
    .join('/')
