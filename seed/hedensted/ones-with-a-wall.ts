import { family } from '../family.ts'
import type { Story } from '../story.ts'

/** A shield between the parents, and an address nobody may learn. */
export const bundgaard: Story = family({
  name: 'Bundgaard', since: 160, coordinator: 'koordinator', helpers: ['family', 'teacher', 'daycare'],
  why: 'Camilla er flyttet fra Rune efter flere episoder med trusler. Hun vil have ro om børnene og hjælp til at komme videre.',
  facts: 'Oplyst af Camilla og familieafdelingen',
  people: {
    camilla: { name: 'Camilla', age: 31, sex: 'female', channel: 'phone' }, nanna: { name: 'Nanna', age: 7, sex: 'female' }, albert: { name: 'Albert', age: 3, sex: 'male' },
    rune: { name: 'Rune', age: 38, sex: 'male', lastName: 'Stage', role: 'other-parent', channel: 'letter' },
  },
  households: [
    { name: 'Hos Camilla', members: ['camilla', 'nanna', 'albert'], street: 'Hemmelig adresse 1', postcode: '8722', city: 'Hedensted', protected: true },
    { name: 'Hos Rune', members: ['rune'], street: 'Industrivej 40', postcode: '8783', city: 'Hornsyld' },
  ],
  custody: { nanna: ['camilla', 'rune'], albert: ['camilla'] },
  shields: [{ a: 'camilla', b: 'rune', ago: 158, reason: 'Trusler efter bruddet; politiet er orienteret', by: 'koordinator' }],
  guarded: true,
  hopes: [
    { key: 'tryg', who: 'camilla', about: ['camilla'], ago: 150, words: 'At jeg kan gå ned og handle uden at se mig over skulderen' },
    { key: 'leg', who: 'nanna', about: ['nanna'], ago: 140, words: 'At have min egen seng og en kat' },
  ],
  goals: [
    { key: 'sove', hope: 'leg', about: ['nanna'], ago: 148, title: 'Nanna sover hele natten i sin egen seng', measure: 'Camilla skriver ned tre dage om ugen' },
    { key: 'venner', hope: 'tryg', about: ['camilla'], ago: 148, title: 'Camilla har tre, hun kan ringe til', measure: 'Hun fortæller det selv' },
    { key: 'byen', parent: 'venner', about: ['camilla'], ago: 148, title: 'Camilla kommer i mødrecaféen' },
  ],
  activities: [
    { goal: 'byen', about: ['camilla'], ago: 145, what: 'Mødrecafé', offer: 'Åbent hus, og en frivillig følges med de første gange', provider: 'Frivilligcentret', weekly: { days: [3], from: '10:00', to: '12:00', minutes: 120 }, starts: 138, ends: -60 },
    { goal: 'sove', about: ['nanna'], ago: 120, what: 'Samtalegruppe for børn', offer: 'Otte gange med andre børn, der er flyttet', provider: 'Familiehuset', weekly: { days: [2], from: '14:30', to: '16:00', minutes: 90 }, starts: 100, ends: -20 },
  ],
  versions: [{ ago: 130, followUpAgo: -8, answers: [
    { who: 'camilla', answer: 'agree', words: 'Det er godt, at det går stille' },
    { who: 'nanna', answer: 'agree', words: 'Jeg vil gerne i gruppen med de andre', heardBy: 'Sofie Lund, familierådgiver' },
    { who: 'albert', answer: null, notHeard: 'Albert er 3 år' },
  ] }],
})

/** Both parents speak Arabic; an interpreter is with them, and the consents were read aloud. */
export const alRashid: Story = family({
  name: 'Al-Rashid', since: 120, coordinator: 'koordinator', helpers: ['job', 'teacher', 'health'],
  why: 'Forældrene vil gerne arbejde, men breve og møder bliver til misforståelser. Yasmin på 11 oversætter for dem, og det vil de ikke have mere.',
  people: {
    samira: { name: 'Samira', age: 33, sex: 'female', language: 'ar', interpreter: true, channel: 'phone' }, nabil: { name: 'Nabil', age: 39, sex: 'male', language: 'ar', interpreter: true, channel: 'phone' },
    yasmin: { name: 'Yasmin', age: 11, sex: 'female' }, omar: { name: 'Omar', age: 8, sex: 'male' }, lina: { name: 'Lina', age: 2, sex: 'female' },
  },
  households: [{ name: 'Hjemme', members: ['samira', 'nabil', 'yasmin', 'omar', 'lina'], street: 'Østerbrogade 22, 2. th.', postcode: '8722', city: 'Hedensted' }],
  custody: { yasmin: ['samira', 'nabil'], omar: ['samira', 'nabil'], lina: ['samira', 'nabil'] },
  relations: [['samira', 'partner', 'nabil'], ['samira', 'parent', 'yasmin'], ['nabil', 'parent', 'yasmin'], ['samira', 'parent', 'omar'], ['nabil', 'parent', 'omar'], ['samira', 'parent', 'lina'], ['nabil', 'parent', 'lina']],
  consents: [
    { template: 'consider-intake', about: ['samira', 'nabil', 'yasmin', 'omar', 'lina'], ago: 150, registeredBy: 'sagsbehandler-familie', interpreter: true },
    { template: 'holistic-plan', about: ['samira', 'nabil', 'yasmin', 'omar', 'lina'], ago: 121, registeredBy: 'visitator', interpreter: true },
    { template: 'first-meeting', about: ['samira', 'nabil', 'yasmin', 'omar', 'lina'], ago: 118, to: ['employment', 'education', 'health'], interpreter: true, how: 'spoken', witness: 'Tolken, Hedensted Tolkeservice' },
    { template: 'plan-to-education', about: ['yasmin', 'omar'], ago: 115, interpreter: true },
    { template: 'plan-to-employment', about: ['samira', 'nabil'], ago: 115, interpreter: true },
    { template: 'health-to-coordination', about: ['lina'], ago: 110, interpreter: true, states: { nabil: 'asked' } },
  ],
  hopes: [
    { key: 'selv', who: 'nabil', about: ['nabil'], ago: 112, words: 'At jeg kan læse brevene selv og arbejde som elektriker, som jeg er' },
    { key: 'skole', who: 'samira', about: ['samira', 'yasmin', 'omar'], ago: 112, words: 'At børnene bare er børn, og at Yasmin ikke skal oversætte' },
  ],
  goals: [
    { key: 'dansk', hope: 'selv', about: ['nabil'], ago: 110, title: 'Nabil består Prøve i Dansk 2', measure: 'Prøven til sommer' },
    { key: 'tolk', hope: 'skole', about: ['samira', 'yasmin', 'omar'], ago: 110, title: 'Der er altid tolk til møder om børnene', measure: 'Alle møder fra nu af' },
    { key: 'lektier', parent: 'tolk', about: ['yasmin'], ago: 110, title: 'Yasmin går i lektiecafé om tirsdagen' },
    { sector: 'employment', by: 'sagsbehandler-jobcenter', about: ['nabil'], ago: 105, title: 'Nabil får vurderet sin uddannelse som elektriker' },
  ],
  activities: [
    { goal: 'dansk', about: ['nabil'], ago: 108, what: 'Dansk på sprogskolen', offer: 'Danskuddannelse 2', provider: 'Sprogcentret', weekly: { days: [1, 3, 5], from: '09:00', to: '12:00', minutes: 540 }, starts: 98, ends: -120 },
    { goal: 'lektier', about: ['yasmin'], ago: 108, what: 'Lektiecafé', offer: 'Frivillige hjælper efter skole', provider: 'Frivilligcentret', place: 'Biblioteket', weekly: { days: [2], from: '14:30', to: '16:00', minutes: 90 }, starts: 98, ends: -120 },
  ],
  versions: [{ ago: 95, followUpAgo: 4, answers: [
    { who: 'samira', answer: 'agree', words: 'Tak, fordi I spørger os og ikke Yasmin' }, { who: 'nabil', answer: 'partly', words: 'Jeg vil hellere arbejde mere og gå mindre i skole' },
    { who: 'yasmin', answer: 'agree', words: 'Så kan jeg lege i stedet', heardBy: 'Line Krogh, lærer' }, { who: 'omar', answer: 'agree', words: 'Fint', heardBy: 'Line Krogh, lærer' },
    { who: 'lina', answer: null, notHeard: 'Lina er 2 år' },
  ] }],
})

/** Connie has no MitID and no smartphone: everything is by telephone, on paper and at the kitchen table. */
export const poulsen: Story = family({
  name: 'Poulsen', since: 190, coordinator: 'koordinator', helpers: ['job', 'teacher', 'adult'],
  why: 'Connie har svært ved at læse og har ikke MitID. Kevin passer sig selv meget, og skolen er bekymret for hans fravær.',
  people: { connie: { name: 'Connie', age: 46, sex: 'female', channel: 'letter' }, kevin: { name: 'Kevin', age: 14, days: 320, sex: 'male' } },
  households: [{ name: 'Hjemme', members: ['connie', 'kevin'], street: 'Gammel Landevej 118', postcode: '7160', city: 'Tørring' }],
  custody: { kevin: ['connie'] },
  consents: [
    { template: 'consider-intake', about: ['connie', 'kevin'], ago: 220, registeredBy: 'sagsbehandler-familie' },
    { template: 'holistic-plan', about: ['connie', 'kevin'], ago: 191, how: 'signed', registeredBy: 'visitator' },
    { template: 'first-meeting', about: ['connie', 'kevin'], ago: 188, to: ['employment', 'education', 'adult-social'], how: 'spoken', witness: 'Ulla Bro, sagsbehandler' },
    { template: 'plan-to-education', about: ['connie', 'kevin'], ago: 180, how: 'signed' },
    { template: 'plan-to-employment', about: ['connie'], ago: 180, how: 'spoken', witness: 'Peter Bak, koordinator', withdrawn: { ago: 20, by: 'connie' } },
  ],
  hopes: [
    { key: 'post', who: 'connie', about: ['connie'], ago: 182, words: 'At jeg tør åbne min post', channel: 'phone' },
    { key: 'far', who: 'kevin', about: ['kevin'], ago: 175, words: 'At komme på efterskole', channel: 'meeting' },
  ],
  goals: [
    { key: 'breve', hope: 'post', about: ['connie'], ago: 180, title: 'Connie åbner al post samme dag', measure: 'Vi tæller bunken hver fredag' },
    { key: 'skole', hope: 'far', about: ['kevin'], ago: 174, title: 'Kevin er i skole fire dage om ugen', measure: 'Fremmøde i Aula' },
  ],
  activities: [
    { goal: 'breve', about: ['connie'], ago: 178, what: 'Posten ved køkkenbordet', offer: 'Anna ringer, og de åbner brevene sammen', provider: 'Koordinatoren', weekly: { days: [5], from: '09:30', to: '10:00', minutes: 30 }, starts: 175, ends: -90 },
    { goal: 'skole', about: ['kevin'], ago: 172, what: 'Kevin bliver hentet af en kammerat', offer: 'Aftale med Magnus fra klassen', provider: 'Familien selv', weekly: { days: [1, 2, 3, 4, 5], from: '07:30', to: '08:00', minutes: 150 }, starts: 170, ends: -120 },
  ],
  versions: [{ ago: 165, atMeeting: false, followUpAgo: -3, answers: [
    { who: 'connie', answer: 'agree', words: 'Det lyder rigtigt. Læs det for mig en gang til i telefonen', channel: 'phone' },
    { who: 'kevin', answer: 'partly', words: 'Fem dage er for meget lige nu', channel: 'paper', heardBy: 'Line Krogh, lærer' },
  ] }],
})

/** The duty officer opened the case one night; the family sees it. */
export const holmberg: Story = family({
  name: 'Holmberg', since: 260, coordinator: 'koordinator', helpers: ['family', 'teacher', 'psychologist'],
  why: 'Pia har perioder, hvor hun ikke kan komme ud af sengen. Drengene klarer meget selv.',
  people: { pia: { name: 'Pia', age: 39, sex: 'female' }, victor: { name: 'Victor', age: 12, sex: 'male' }, asger: { name: 'Asger', age: 10, sex: 'male' } },
  households: [{ name: 'Hjemme', members: ['pia', 'victor', 'asger'], street: 'Skolegade 9', postcode: '8783', city: 'Hornsyld' }],
  custody: { victor: ['pia'], asger: ['pia'] },
  breakGlass: [{ by: 'vagt', ago: 35, time: '21:20', hours: 4, reason: 'Naboen ringede sent: drengene er alene hjemme, og Pia svarer ikke' }],
  looks: [{ who: 'koordinator', ago: 230, event: 'plan.read' }, { who: 'laerer', ago: 90, event: 'plan.read' }, { who: 'vagt', ago: 35, event: 'plan.read', time: '21:26' }, { who: 'koordinator', ago: 24, event: 'plan.read' }],
  legalBases: [{ about: 'asger', ago: 34, days: 60, paragraph: 'Barnets lov, tidligt samarbejde (SSD)', from: ['family-department'], to: ['education'], categories: ['assessment', 'education'],
    reason: 'Skolen skal vide, hvem de ringer til, hvis Asger ikke kommer', by: 'sagsbehandler-familie', confirmedBy: 'vagt' }],
  hopes: [{ key: 'op', who: 'pia', about: ['pia', 'victor', 'asger'], ago: 250, words: 'At drengene ikke skal være bange for, hvordan jeg har det' }],
  goals: [
    { key: 'plan', hope: 'op', about: ['pia', 'victor', 'asger'], ago: 248, title: 'Drengene ved altid, hvem de kan ringe til' },
    { key: 'op', hope: 'op', about: ['pia'], ago: 248, title: 'Pia er oppe, når drengene går', measure: 'Fire ud af fem dage' },
  ],
  activities: [{ goal: 'plan', about: ['pia', 'victor', 'asger'], ago: 30, what: 'Plan for de svære dage', offer: 'Vi skriver den sammen og hænger den på køleskabet', provider: 'Koordinatoren', once: { minutes: 90 }, starts: 26 },
    { goal: 'op', about: ['pia'], ago: 240, what: 'Gåtur med nabokonen', offer: 'Hver morgen klokken 8', provider: 'Familien selv', weekly: { days: [1, 2, 3, 4, 5], from: '08:00', to: '08:40', minutes: 200 }, starts: 235, ends: -60 }],
  versions: [{ ago: 230, followUpAgo: 140, answers: [{ who: 'pia', answer: 'agree' }, { who: 'victor', answer: 'agree', words: 'Så er det ikke mig, der skal finde ud af det', heardBy: 'Anna Holm' }, { who: 'asger', answer: 'disagree', words: 'Jeg vil have, at far bestemmer', heardBy: 'Anna Holm' }] },
    { ago: 24, followUpAgo: -20, answers: [{ who: 'pia', answer: 'agree', words: 'Den nat må ikke ske igen' }, { who: 'victor', answer: 'agree', words: 'Godt med numrene', heardBy: 'Anna Holm' }, { who: 'asger', answer: 'partly', words: 'Ok', heardBy: 'Anna Holm' }] }],
})
