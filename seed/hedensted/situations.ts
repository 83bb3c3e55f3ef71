import type { SituationStory } from '../rows-situation.ts'

/** Familien Sørensen, in its own words; the goals and hopes it became stand in its plan. */
export const soerensenSituation: SituationStory = {
  notes: [
    { about: 'mette', part: 'strength', aspect: 'social', member: 'mette', ago: 209, words: 'Jeg er der altid, når de kommer hjem. Vi spiser sammen hver dag, også når det bare er havregrød', labels: ['ffb-relations', 'ics-care'], levels: { 'ffb-relations': 1 } },
    { about: 'mette', part: 'strength', aspect: 'social', member: 'mette', ago: 209, words: 'Min mor henter Oliver om torsdagen. Hende kan jeg ringe til midt om natten', labels: ['icf-e3'] },
    { about: 'mette', part: 'strength', aspect: 'work', said: 'meeting', ago: 206, words: 'Jeg kan lave mad til 40 uden at blive forpustet. Det gjorde jeg i lejrskolen som ung', labels: ['work-skills'] },
    { about: 'mette', part: 'wish', aspect: 'work', member: 'mette', ago: 208, words: 'Et arbejde, hvor jeg er sammen med andre og bruger hænderne', became: 'Et arbejde, hvor jeg er sammen med andre og bruger hænderne', labels: ['work-wish', 'ffb-society'], levels: { 'ffb-society': 2 }, follow: true },
    { about: 'mette', part: 'wish', aspect: 'social', member: 'mette', ago: 208, words: 'At jeg ikke råber om morgenen' },
    { about: 'mette', part: 'need', aspect: 'social', said: 'meeting', ago: 206, words: 'Hjælp til at holde fast i en fast aften, også når jeg er træt', became: 'Ida sover klokken 20.30 på skoledage', labels: ['ffb-practical', 'ics-care'], levels: { 'ffb-practical': 2 }, follow: true },
    { about: 'mette', part: 'need', aspect: 'social', said: 'phone', ago: 44, words: 'At nogen kigger på rudekuverterne sammen med mig', labels: ['ffb-social'] },
    { about: 'mette', part: 'challenge', aspect: 'health', member: 'mette', ago: 205, words: 'Jeg ligger vågen fra klokken fire og regner på pengene', labels: ['ffb-mental', 'work-health'], follow: true },
    { about: 'mette', part: 'challenge', aspect: 'work', said: 'meeting', ago: 206, words: 'Tre gange er en praktik stoppet, fordi et barn blev sygt', labels: ['work-everyday'] },
    { about: 'emil', part: 'strength', aspect: 'social', member: 'emil', ago: 190, words: 'Jeg kan reparere en knallert. Og jeg har ikke skændtes med mor i 14 dage' },
    { about: 'emil', part: 'strength', aspect: 'work', member: 'emil', ago: 150, words: 'Jeg står selv op til avisruten', labels: ['ics-development'], follow: true },
    { about: 'emil', part: 'wish', aspect: 'work', member: 'emil', ago: 190, words: 'At tjene mine egne penge og tage kørekort', became: 'At tjene mine egne penge og tage kørekort', labels: ['ics-learning'] },
    { about: 'emil', part: 'need', aspect: 'work', said: 'phone', ago: 189, words: 'Møder, der ikke ligger i skoletiden' },
    { about: 'emil', part: 'challenge', aspect: 'social', stated: { name: 'Sofie Lund', sector: 'family-department', channel: 'phone' }, ago: 188, words: 'Emil er meget alene på værelset', labels: ['ics-leisure'] },
    { about: 'ida', part: 'strength', aspect: 'social', ago: 187, heardBy: 'Anna Holm', words: 'Jeg er god til at tegne heste og til at trøste Oliver', labels: ['ics-development'] },
    { about: 'ida', part: 'strength', aspect: 'work', stated: { name: 'Line Krogh', sector: 'education', channel: 'phone' }, ago: 186, words: 'Ida læser højt for de små i 0. klasse, når hun først er kommet', labels: ['ics-learning'] },
    { about: 'ida', part: 'wish', aspect: 'social', ago: 186, heardBy: 'Anna Holm', words: 'At Freja må komme med hjem uden at jeg skal spørge en hel uge før', became: 'At Freja må komme med hjem uden at jeg skal spørge en hel uge før', labels: ['ics-leisure'] },
    { about: 'ida', part: 'need', aspect: 'work', said: 'meeting', ago: 186, words: 'Én voksen i skolen, der ved, hvornår det er en dårlig morgen', became: 'Ida kommer i skole til tiden', labels: ['ics-learning'], follow: true },
    { about: 'ida', part: 'challenge', aspect: 'health', by: 'sundhedsplejerske', sector: 'health', ago: 120, words: 'Ondt i maven om mandagen, når hun har været hos sin far', labels: ['ics-health'] },
    { about: 'ida', part: 'challenge', aspect: 'work', by: 'laerer', sector: 'education', ago: 60, words: 'Er bagud i matematik efter mange sene morgener', labels: ['ics-learning'] },
    { about: 'oliver', part: 'strength', aspect: 'social', ago: 205, by: 'koordinator', words: 'Finder selv hen til Mikkel ved vinduet og vinker', labels: ['ics-relations'] },
    { about: 'oliver', part: 'need', aspect: 'social', ago: 90, words: 'En rolig aflevering med den samme voksne', became: 'Oliver siger farvel uden at græde', labels: ['ics-care'] },
    { about: null, part: 'works', ago: 205, words: 'Aftensmaden. Mormor om torsdagen. Fredag skriver skolen, hvordan ugen gik' },
    { about: null, part: 'worry', ago: 205, words: 'At børnene kommer for sent eller slet ikke, når natten har været dårlig' },
    { about: null, part: 'worry', ago: 180, quoted: { authority: 'Familieafdelingen', ago: 214 }, words: 'Det vurderes, at børnene kan trives hjemme, når morgenen er rolig, og Mette får støtte til faste rammer.' },
    { about: null, part: 'next', ago: 205, words: 'Fire gode morgener om ugen i tre måneder, og at Mette sover til klokken seks' },
    { about: 'ida', part: 'house-good', ago: 187, heardBy: 'Anna Holm', words: 'Mormors pandekager' },
    { about: 'ida', part: 'house-good', ago: 187, heardBy: 'Anna Holm', words: 'Freja og gymnastik' },
    { about: 'ida', part: 'house-worries', ago: 187, heardBy: 'Anna Holm', words: 'Når mor bliver stille' },
    { about: 'ida', part: 'house-worries', ago: 187, heardBy: 'Anna Holm', words: 'At komme for sent, så alle kigger' },
    { about: 'ida', part: 'house-dreams', ago: 187, heardBy: 'Anna Holm', words: 'En hest. Eller bare en kanin' },
    { about: 'ida', part: 'house-dreams', ago: 60, heardBy: 'Line Krogh, lærer', words: 'At jeg kommer først en dag' },
  ],
  scales: [
    { about: 'mette', value: 3, ago: 206, who: 'mette', notLower: 'Fordi vi spiser sammen', oneUp: 'At jeg sov igennem én nat' },
    { about: 'mette', value: 5, ago: 40, member: 'mette', notLower: 'Køkkenet. De siger godmorgen til mig', oneUp: 'At kuverterne blev åbnet' },
    { about: 'emil', value: 6, ago: 80, member: 'emil', oneUp: 'At få kørekort' },
    { about: 'ida', value: 4, ago: 187, who: 'mette' },
    { about: 'ida', value: 6, ago: 82, who: 'ida', notLower: 'Freja', oneUp: 'To gange gymnastik' },
    { about: 'oliver', value: 6, ago: 82, notLower: 'Han vinker nu, når Mette går' },
  ],
  methods: [
    { method: 'signs-of-safety', reason: 'Mette vil have sin mor med ved bordet. De tre spørgsmål kan de alle tre svare på.', ago: 204 },
    { method: 'family-house', reason: 'Familievejlederen øver aftenen sammen med dem derhjemme de første fire uger.', ago: 203, ended: { ago: 170, reason: 'Aftenen kører. Mette vil klare den selv.' } },
    { method: 'solution-focused', reason: 'Mette tror mest på små skridt. Vi spørger til det, der lykkedes siden sidst.', ago: 90 },
  ],
  forms: [
    {
      about: 'ida',
      kind: 'ics-child-examination',
      by: 'sagsbehandler-familie',
      sector: 'family-department',
      authority: 'Familieafdelingen',
      ago: 60,
      answers: {
        'ics-learning': 'Ida følger med fagligt, når hun er der. Mange sene morgener i foråret, færre efter sommer.',
        'ics-leisure': 'Gymnastik med en fast veninde hver torsdag.',
        'ics-care': 'Mette har fået en fast aften op at stå og holder den de fleste dage.',
      },
      conclusion: '',
    },
  ],
}

/** Familien Poulsen: begun, not finished. */
export const poulsenSituation: SituationStory = {
  notes: [
    { about: 'connie', part: 'strength', aspect: 'social', said: 'meeting', ago: 30, words: 'Kevin og jeg ser kampen sammen hver lørdag' },
    { about: 'connie', part: 'need', aspect: 'work', said: 'meeting', ago: 30, words: 'Noget at lave, hvor ryggen kan holde til det', labels: ['work-health'] },
    { about: 'kevin', part: 'strength', aspect: 'social', ago: 28, heardBy: 'koordinatoren', words: 'Jeg kan alle holdene udenad', labels: ['ics-development'] },
    { about: 'kevin', part: 'wish', aspect: 'social', ago: 28, heardBy: 'koordinatoren', words: 'At gå til fodbold igen' },
    { about: 'kevin', part: 'house-good', ago: 28, heardBy: 'koordinatoren', words: 'Lørdag' },
  ],
  scales: [{ about: 'connie', value: 4, ago: 30, who: 'connie', notLower: 'Kevin' }],
}
