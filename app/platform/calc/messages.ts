import type { Messages } from '../i18n/messages.ts'

export const da = {
  lix: 'LIX',
  lixValue: (value: number) => `LIX ${Math.round(value)}`,
  lixBand: {
    veryEasy: 'Let for alle',
    easy: 'Let for øvede læsere',
    medium: 'Middel, som en avis',
    hard: 'Svær at læse',
    veryHard: 'Meget svær, som en lovtekst',
  },
  noWords: 'Der er ingen tekst endnu',
  longWords: 'Lange ord',
  lixAdvice: 'Del de lange sætninger, og brug korte ord, hvor det går. LIX siger intet om indholdet.',
}

export const en: Messages<typeof da> = {
  lix: 'LIX',
  lixValue: (value) => `LIX ${Math.round(value)}`,
  lixBand: {
    veryEasy: 'Easy for everybody',
    easy: 'Easy for practised readers',
    medium: 'Medium, like a newspaper',
    hard: 'Hard to read',
    veryHard: 'Very hard, like the text of a law',
  },
  noWords: 'There is no text yet',
  longWords: 'Long words',
  lixAdvice: 'Split the long sentences and use short words where you can. LIX says nothing about the content.',
}
