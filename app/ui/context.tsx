import { createContext, useContext, type ReactNode } from 'react'
import { type Locale, uiTexts } from './messages.ts'

/** Name of the hidden field that carries the anti-forgery token in every posted form. */
export const csrfField = 'csrf'

type Ui = { locale: Locale; csrf?: string }

const UiContext = createContext<Ui>({ locale: 'da' })

/** Language (and anti-forgery token) for everything inside. The shells set it; use it alone for fragments. */
export const LocaleProvider = ({ locale, csrf, children }: Ui & { children: ReactNode }) => (
  <UiContext value={{ locale, csrf }}>{children}</UiContext>
)

export const useLocale = (): Locale => useContext(UiContext).locale
export const useCsrf = (): string | undefined => useContext(UiContext).csrf
export const useUiTexts = () => uiTexts(useLocale())

/** Hidden field with the token of the shell around us; nothing when there is none. Only for forms built by hand. */
export const CsrfInput = () => {
  const token = useCsrf()
  return token ? <input type="hidden" name={csrfField} value={token} /> : null
}

/** Joins class names, leaving out what is false or empty. */
export const classes = (...names: (string | false | null | undefined)[]): string | undefined => names.filter(Boolean).join(' ') || undefined
