import type { AgreedStory } from '../rows-agreed.ts'

/** Agreements of Anna's families, by the family's name: a few late, some today, the rest to come. */
export const hedenstedAgreed: Record<string, AgreedStory[]> = {
  Sørensen: [
    { what: 'Ring til PPR om Idas hørelse', about: ['ida'], ago: 12, ahead: -3 },
    { what: 'Skriver i Aula hver fredag, hvordan ugen er gået', staff: 'laerer', about: ['ida'], ago: 20, ahead: 5 },
    { what: 'Følger Ida til skole om onsdagen', name: 'Birthe, mormor', about: ['ida'], ago: 20, ahead: 9 },
    { what: 'Ringer til banken', member: 'mette', about: ['mette'], ago: 6, ahead: 1 },
    { what: 'Finder tid til samtale med kommunens gældsrådgiver', about: ['mette'], ago: 30, ahead: -8, kept: 9 },
  ],
  Ipsen: [{ what: 'Aftal weekend hos forældrene med plejefamilien', about: ['noah'], ago: 15, ahead: 0 }],
  Poulsen: [
    { what: 'Gå med Connie til læsetesten', about: ['connie'], ago: 10, ahead: 2 },
    { what: 'Ringer til skolen, hvis Kevin bliver hjemme', member: 'connie', about: ['kevin'], ago: 10, ahead: 6 },
  ],
  Mikkelsen: [{ what: 'Send Daniel adressen på fædregruppen', about: ['daniel'], ago: 5, ahead: -1 }],
  Gade: [{ what: 'Hør skolen, om Magnus kan få en fast plads i klassen', about: ['magnus'], ago: 8, ahead: 4 }],
  Nygaard: [{ what: 'Lav planen færdig sammen med Tina og Morten', about: ['tina', 'morten'], ago: 4, ahead: 7 }],
}
