import type { EntryStory } from '../rows-logbook.ts'
import type { ThreadStory } from '../rows-threads.ts'

/** Seven months with the family, as Anna wrote them down on her way home. */
export const soerensenLogbook: EntryStory[] = [
  { kind: 'contact-from-family', about: ['mette'], ago: 1, minutes: 10, words: 'Mette ringede. Banken har svaret, og hun vil gerne læse det sammen' },
  { kind: 'meeting-companion', about: ['mette'], ago: 4, minutes: 60, words: 'Fulgte med til samtalen på jobcentret. Mette sagde selv, hvad hun kan' },
  { kind: 'guidance', about: ['mette', 'ida'], ago: 9, minutes: 30, words: 'Øvede, hvordan Mette kan spørge skolen om mandagene' },
  { kind: 'difficult-call', about: ['mette'], ago: 16, minutes: 20, words: 'Ringede til banken med højttaler på. De giver henstand i tre måneder', corrected: 'Ringede til banken med højttaler på. De giver henstand i to måneder' },
  { kind: 'contact-from-us', about: ['emil'], ago: 18, minutes: 10, words: 'Skrev til Emil om prøvedagen. Han svarede med det samme' },
  { kind: 'first-day', about: ['emil'], ago: 33, minutes: 180, words: 'Var med på FGU den første dag. Emil kendte to fra avisruten' },
  { kind: 'contact-from-us', about: ['mette'], ago: 40, minutes: 10, words: 'Ringede for at høre, hvordan det gik med mormors prøve', hidden: 'about-somebody-else' },
  { kind: 'opening-dialogue', about: ['mette', 'ida'], ago: 47, minutes: 45, words: 'Sad med, mens Mette og klasselæreren talte om fredagene' },
  { kind: 'contact-from-family', about: ['mette'], ago: 61, minutes: 10, words: 'Mette skrev, at praktikken i køkkenet går godt' },
  { kind: 'meeting-companion', about: ['mette', 'oliver'], ago: 75, minutes: 60, words: 'Fulgte med til sprogvurderingen i børnehaven' },
  { kind: 'guidance', about: ['mette'], ago: 96, minutes: 30, words: 'Lagde et budget for sommeren' },
  { kind: 'first-day', about: ['mette'], ago: 130, minutes: 120, words: 'Var med i køkkenet den første morgen. Vi gik hjem sammen bagefter' },
  { kind: 'other-entry', about: ['ida'], ago: 20, by: 'laerer', sector: 'education', words: 'Ida blev i skole hele fredagen for første gang siden sommer' },
]

/** Mette's thread, Emil's own, and Jonas's: none reads the other's. */
export const soerensenThreads: ThreadStory[] = [
  {
    who: 'mette',
    said: [
      { member: 'mette', ago: 17, words: 'Hej Anna. Jeg har fået et brev fra banken, som jeg ikke tør åbne.', seen: 17 },
      { ago: 16, words: 'Hej Mette. Godt, at du skriver. Skal vi åbne det sammen i dag kl. 14? Så ringer vi til dem bagefter.', seen: 16 },
      { member: 'mette', ago: 16, words: 'Ja tak. Jeg laver kaffe.', seen: 16, noAnswer: true },
      { ago: 5, words: 'Jeg henter dig kl. 9.30 i morgen, så vi er der i god tid.', seen: 5 },
      { member: 'mette', ago: 1, words: 'Banken har svaret nu. Kan du ringe, når du har tid?' },
    ],
  },
  {
    who: 'emil',
    said: [
      { ago: 18, words: 'Hej Emil. Vil du prøve en dag på FGU, før du bestemmer dig?', seen: 18 },
      { member: 'emil', ago: 18, words: 'ja men helst ikke en mandag', seen: 17 },
      { ago: 17, words: 'Så bliver det onsdag. Jeg går med ind ad døren, hvis du vil have det.', seen: 17 },
    ],
  },
  {
    who: 'jonas',
    said: [
      { member: 'jonas', ago: 28, words: 'Hvornår er næste møde? Jeg skal bytte en vagt.', seen: 27 },
      { ago: 27, words: 'Tak, fordi du spørger i god tid. Jeg ringer til dig på fredag med datoen.', seen: 26 },
    ],
  },
]
