/** The languages of the interface. Danish is written first; English must have the same shape. */
export const locales = ['da', 'en'] as const
export type Locale = (typeof locales)[number]

/**
 * What the other language must offer when the Danish messages have type T: the same keys, and functions of the same
 * parameters. `export const en: Messages<typeof da> = { … }` does not compile when a text is missing.
 */
export type Messages<T> = T extends (...args: infer A) => infer R
  ? (...args: A) => R
  : T extends string
    ? string
    : T extends object
      ? { readonly [K in keyof T]: Messages<T[K]> }
      : T

/** The messages of one language: `const m = pick(ctx.locale, { da, en })`. */
export const pick = <T>(locale: Locale, of: { da: T; en: Messages<T> }): Messages<T> =>
  locale === 'en' ? of.en : (of.da as Messages<T>)

/** One of two short texts, for a word used in one place only; anything more belongs in a messages file. */
export const say = (locale: Locale, of: { da: string; en: string }): string => of[locale]
