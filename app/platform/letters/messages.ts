import type { Messages } from '../i18n/messages.ts'

export const da = { greeting: 'Venlig hilsen', date: 'Dato', page: 'Side', of: 'af', reference: 'Sag', openQuote: '”', closeQuote: '”' }

export const en: Messages<typeof da> = {
  greeting: 'Kind regards', date: 'Date', page: 'Page', of: 'of', reference: 'Case', openQuote: '“', closeQuote: '”',
}
