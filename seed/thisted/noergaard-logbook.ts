import type { EntryStory } from '../rows-logbook.ts'
import type { ThreadStory } from '../rows-threads.ts'

export const noergaardLogbook: EntryStory[] = [
  { kind: 'contact-from-us', about: ['mor'], ago: 2, minutes: 10, words: 'Ringede efter ferien. Lisbeth har selv talt med a-kassen' },
  { kind: 'meeting-companion', about: ['mor'], ago: 12, minutes: 90, words: 'Var med til samtalen om virksomhedspraktik på hotellet' },
  { kind: 'first-day', about: ['bo'], ago: 58, minutes: 60, words: 'Gik med i Møllehaven den første dag. Bo sad hos Elly' , by: 'koordinator2' },
  { kind: 'difficult-call', about: ['mor'], ago: 70, minutes: 30, words: 'Ringede til udlejeren om skimmelsvampen. De kommer torsdag' },
  { kind: 'guidance', about: ['mor', 'silje'], ago: 88, minutes: 30, words: 'Talte om, hvordan Silje får ro efter spejder' },
  { kind: 'contact-from-family', about: ['mor'], ago: 101, minutes: 10, words: 'Lisbeth skrev, at hun ikke orker tre møder i samme uge' },
]
export const noergaardThreads: ThreadStory[] = [
  {
    who: 'mor',
    said: [
      { member: 'mor', ago: 101, words: 'Jeg har tre møder på torsdag. Det kan jeg ikke.', seen: 101 },
      { ago: 100, words: 'Det forstår jeg godt. Jeg samler to af dem og flytter det tredje. Du får besked i morgen.', seen: 100 },
      { member: 'mor', ago: 3, words: 'Hotellet siger ja. Skal jeg skrive noget under?' },
    ],
  },
]
