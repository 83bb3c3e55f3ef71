import type { Messages } from '#app/platform/i18n/messages.ts'

/** Who is away and who helps meanwhile. */
export const da = {
  problem: {
    'not-a-worker': 'Vælg en medarbejder fra listen',
    'substitute-away': 'Den kollega er også væk i de dage. Vælg en anden',
    'already-away': 'Der står allerede fravær i de dage. Ret det, eller vælg andre dage',
    'too-early': 'Det er for længe siden. Vælg en dag inden for den sidste måned',
    words: 'Vælg ord fra listen',
  },
  /** What the family reads; `what` is "er syg", "holder ferie"; null: nothing is told. */
  gone: (name: string, what: string | null) => `${name} ${what ?? 'er væk'}.`,
  goneUntil: (name: string, what: string | null, date: string) => `${name} ${what ?? 'er væk'} til ${date}.`,
  goneFrom: (name: string, date: string) => `${name} er væk fra ${date}.`,
  helpsYou: (name: string) => `${name} hjælper jer.`,
  helps: (name: string) => `${name} hjælper imens.`,
  foundYou: 'Vi finder en, der hjælper jer imens.',
  found: 'Projektlederen finder en, der hjælper imens.',
  standsIn: (name: string) => `Hjælper jer, mens ${name} er væk`,
}
export const en: Messages<typeof da> = {
  problem: {
    'not-a-worker': 'Choose somebody from the list',
    'substitute-away': 'That colleague is away too on these days. Choose somebody else',
    'already-away': 'An absence is there already for these days. Change it, or choose other days',
    'too-early': 'That is too long ago. Choose a day within the last month',
    words: 'Choose words from the list',
  },
  gone: (name, what) => `${name} ${what ?? 'is away'}.`,
  goneUntil: (name, what, date) => `${name} ${what ?? 'is away'} until ${date}.`,
  goneFrom: (name, date) => `${name} is away from ${date}.`,
  helpsYou: (name) => `${name} helps you.`,
  helps: (name) => `${name} helps meanwhile.`,
  foundYou: 'We will find somebody to help you meanwhile.',
  found: 'The project manager will find somebody to help meanwhile.',
  standsIn: (name) => `Helps you while ${name} is away`,
}
