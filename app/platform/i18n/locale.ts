import { type Locale, locales } from './messages.ts'

/** The cookie that remembers the language somebody chose. */
export const localeCookie = 'sprog'

const isLocale = (value: string | undefined): value is Locale => locales.some((locale) => locale === value)

/**
 * The language of a page: the one chosen (cookie), else Danish. The browser's own wish is not asked: many municipal
 * machines run an English browser, and a family must not meet English because of it.
 */
export function localeFrom(headers: Headers): Locale {
  const cookies = headers.get('cookie') ?? ''
  const chosen = new RegExp(`(?:^|;\\s*)${localeCookie}=([^;]*)`).exec(cookies)?.[1]
  return isLocale(chosen) ? chosen : 'da'
}

/** The language of an API answer: chosen by cookie, else by Accept-Language, else Danish. */
export function apiLocaleFrom(headers: Headers): Locale {
  if ((headers.get('cookie') ?? '').includes(`${localeCookie}=`)) return localeFrom(headers)
  const wished = (headers.get('accept-language') ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(/;\s*q=/)
      return { tag: tag.toLowerCase().split('-')[0], weight: q === undefined ? 1 : Number(q) }
    })
    .filter((wish) => isLocale(wish.tag) && wish.weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  const first = wished[0]?.tag
  return isLocale(first) ? first : 'da'
}

/** The Set-Cookie value that remembers a choice for a year. */
export const rememberLocale = (locale: Locale): string => `${localeCookie}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`
