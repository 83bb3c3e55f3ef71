import type { SituationStory } from '../rows-situation.ts'

/** Familien Nørgaard in Thisted: partly told. */
export const noergaardSituation: SituationStory = {
  notes: [
    { about: 'mor', part: 'strength', aspect: 'social', member: 'mor', ago: 190, words: 'Vi er ude ved havet hver søndag, også når det blæser', labels: ['ffb-relations'], levels: { 'ffb-relations': 0 } },
    { about: 'mor', part: 'wish', aspect: 'work', member: 'mor', ago: 190, words: 'At jeg selv bestemmer rækkefølgen' },
    { about: 'mor', part: 'need', aspect: 'social', said: 'phone', ago: 150, words: 'Én at ringe til i stedet for tre afdelinger' },
    { about: 'mor', part: 'challenge', aspect: 'health', member: 'mor', ago: 150, words: 'Jeg bliver så træt af at vente' },
    { about: 'silje', part: 'strength', aspect: 'social', ago: 140, heardBy: 'koordinatoren', words: 'Jeg kan svømme 25 meter' },
    { about: 'silje', part: 'house-good', ago: 140, heardBy: 'koordinatoren', words: 'Havet og Elly' },
    { about: 'silje', part: 'house-dreams', ago: 140, heardBy: 'koordinatoren', words: 'Et værelse med gul væg' },
    { about: null, part: 'works', ago: 150, words: 'Elly på den anden side af vejen passer Bo, når det brænder på' },
    { about: null, part: 'next', ago: 150, words: 'Ét møde i kvartalet med alle i samme rum' },
  ],
  scales: [{ about: 'mor', value: 5, ago: 90, member: 'mor', notLower: 'Havet' }],
  methods: [{ method: 'relational-coordination', reason: 'Lisbeth har ledt i tre afdelinger. Nu mødes vi om de samme mål.', ago: 150 }],
}
