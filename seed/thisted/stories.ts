import { family, referred, yesToAll } from '../family.ts'
import type { Story } from '../story.ts'

const both = { coordinator: 'koordinator', secondary: 'koordinator2' } as const

/** The demo's family in Thisted: three children, a father elsewhere with a part in custody, a plan agreed by the family and its coordinators. */
const noergaard: Story = family({
  name: 'Nørgaard', since: 200, ...both, helpers: ['teacher', 'job', 'family', 'health'],
  why: 'Lisbeth har ledt efter hjælp i tre afdelinger. Hun vil gerne selv bestemme rækkefølgen.', facts: 'Oplyst af Lisbeth og familiegruppen',
  people: {
    mor: { name: 'Lisbeth', age: 38, sex: 'female' }, ung: { name: 'Mathias', age: 16, days: 90, sex: 'male' }, silje: { name: 'Silje', age: 9, sex: 'female' }, bo: { name: 'Bo', age: 3, sex: 'male' },
    far: { name: 'Torsten', age: 41, sex: 'male', lastName: 'Vang', role: 'other-parent', channel: 'letter' }, nabo: { name: 'Elly', kind: 'network', role: 'network' },
  },
  households: [{ name: 'Hos Lisbeth', members: ['mor', 'ung', 'silje', 'bo'], street: 'Klitvej 21', postcode: '7700', city: 'Thisted' }, { name: 'Hos Torsten', members: ['far'], street: 'Havnen 8', postcode: '7730', city: 'Hanstholm' }],
  custody: { ung: ['mor'], silje: ['mor', 'far'], bo: ['mor', 'far'] },
  relations: [['mor', 'parent', 'ung'], ['mor', 'parent', 'silje'], ['mor', 'parent', 'bo'], ['far', 'parent', 'silje'], ['far', 'parent', 'bo'], ['nabo', 'network', 'mor', 'Nabo, har nøgle']],
  consents: [
    { template: 'consider-intake', about: ['mor', 'ung', 'silje', 'bo'], ago: 230, registeredBy: 'sagsbehandler-familie' }, { template: 'holistic-plan', about: ['mor', 'ung', 'silje', 'bo'], ago: 201, registeredBy: 'visitator' },
    { template: 'first-meeting', about: ['mor', 'ung', 'silje'], ago: 199, to: ['employment', 'family-department', 'education', 'health'] }, { template: 'first-meeting', about: ['bo'], ago: 199, to: ['health'] },
    { template: 'plan-to-education', about: ['mor', 'ung', 'silje'], ago: 195 }, { template: 'plan-to-education', about: ['bo'], ago: 18, states: { far: 'asked' } },
    { template: 'health-to-coordination', about: ['bo'], ago: 190 }, { template: 'plan-to-health', about: ['bo'], ago: 190 }, { template: 'employment-to-coordination', about: ['mor'], ago: 190 },
  ],
  hopes: [
    { key: 'tid', who: 'mor', about: ['mor', 'silje', 'bo'], ago: 190, words: 'At have tid til at gå en tur med dem, uden at telefonen ringer' },
    { key: 'baad', who: 'ung', member: 'ung', about: ['ung'], ago: 185, words: 'At komme ud at sejle. Måske fisker' }, { who: 'silje', about: ['silje'], ago: 180, words: 'At far og mor er i samme rum til min fødselsdag', channel: 'meeting' },
  ],
  goals: [
    { key: 'moede', hope: 'tid', about: ['mor'], ago: 188, title: 'Lisbeth har højst ét møde om ugen', later: { ago: 80, title: 'Lisbeth har højst to møder om måneden' } }, { key: 'dag', parent: 'moede', about: ['mor'], ago: 188, title: 'Alle møder ligger om torsdagen' },
    { key: 'skib', hope: 'baad', about: ['ung'], ago: 184, member: 'ung', title: 'Jeg kommer med ud en uge i sommerferien' }, { key: 'tale', about: ['bo'], sector: 'health', category: 'health', by: 'sundhedsplejerske', ago: 178, title: 'Bo siger sætninger med tre ord' },
    { about: ['mor'], sector: 'employment', by: 'sagsbehandler-jobcenter', ago: 178, title: 'Lisbeth afklarer, om hun vil være social- og sundhedshjælper' },
    { key: 'laes', about: ['silje'], ago: 170, title: 'Silje læser højt for Elly', stated: { name: 'Troels Vig', sector: 'education', channel: 'meeting' } },
  ],
  activities: [
    { goal: 'dag', about: ['mor'], ago: 180, what: 'Mødetorsdag', offer: 'Koordinatorerne samler alle møder', provider: 'Projektet', weekly: { days: [4], from: '10:00', to: '11:30', minutes: 90 }, starts: 175, ends: -100 },
    { goal: 'skib', about: ['ung'], ago: 178, what: 'Jolleklub', offer: 'Kontingent fra fritidspas', provider: 'Sejlklubben', weekly: { days: [3], from: '16:00', to: '18:00', minutes: 120 }, starts: 160, ends: -120 },
    { goal: 'laes', about: ['silje'], ago: 168, what: 'Læsning hos Elly', offer: 'Elly har tid om lørdagen', provider: 'Familien selv', weekly: { days: [6], from: '10:00', to: '11:00', minutes: 60 }, starts: 160, ends: -100 },
    { goal: 'moede', about: ['mor'], ago: 12, what: 'Besøg på social- og sundhedsskolen', offer: 'Åbent hus', unknown: { start: -14, hours: -14 }, once: { minutes: 120 } },
  ],
  versions: [
    { ago: 165, followUpAgo: 75, atMeeting: false, answers: [{ who: 'mor', answer: 'partly', words: 'Jeg er enig i det meste, men ét møde om ugen er stadig for mange' }, { who: 'ung', answer: 'agree', words: 'Fint', member: true }, { who: 'silje', answer: 'agree', words: 'Ja. Elly laver boller', heardBy: 'Troels Vig, lærer' }, { who: 'bo', answer: null, notHeard: 'Bo er 3 år' }] },
    { ago: 70, followUpAgo: -16, atMeeting: false, answers: [{ who: 'mor', answer: 'agree', words: 'Nu kan jeg trække vejret' }, { who: 'ung', answer: 'agree', member: true }, { who: 'silje', answer: 'agree', words: 'Ja', heardBy: 'Mona Thy' }, { who: 'bo', answer: null, notHeard: 'Bo er 3 år' }] },
  ],
  looks: [
    { who: 'visitator', ago: 204, event: 'intake.read' }, { who: 'koordinator', ago: 190, event: 'plan.read' }, { who: 'koordinator2', ago: 165, event: 'plan.read' }, { who: 'laerer', ago: 120, event: 'plan.read' }, { who: 'koordinator', ago: 70, event: 'plan.read' },
    { who: 'sundhedsplejerske', ago: 41, event: 'plan.read' }, { who: 'mor', ago: 30, event: 'plan.read', member: true }, { who: 'laerer', ago: 8, event: 'plan.read' },
  ],
})

/** A shield and a protected address. */
const kjaersgaard: Story = family({
  name: 'Kjærsgaard', since: 130, ...both, helpers: ['family', 'daycare'], why: 'Sussi og Felix er flyttet fra krisecenter til egen lejlighed.',
  people: { sussi: { name: 'Sussi', age: 26, sex: 'female', channel: 'phone' }, felix: { name: 'Felix', age: 4, sex: 'male' }, dennis: { name: 'Dennis', age: 31, sex: 'male', role: 'other-parent', lastName: 'Holk' } },
  households: [{ name: 'Hos Sussi', members: ['sussi', 'felix'], street: 'Hemmelig adresse 2', postcode: '7700', city: 'Thisted', protected: true }, { name: 'Hos Dennis', members: ['dennis'], street: 'Søvej 5', postcode: '7752', city: 'Snedsted' }], custody: { felix: ['sussi'] },
  shields: [{ a: 'sussi', b: 'dennis', ago: 129, reason: 'Polititilhold', by: 'koordinator' }], guarded: true,
  hopes: [{ key: 'doer', who: 'sussi', about: ['sussi', 'felix'], ago: 120, words: 'At låse min egen dør op' }], goals: [{ key: 'hjem', hope: 'doer', about: ['sussi', 'felix'], ago: 118, title: 'Vi har en stue, vi er glade for' }],
  activities: [{ goal: 'hjem', about: ['sussi', 'felix'], ago: 116, what: 'Møbler fra genbrug', offer: 'Frivillige kører ud', provider: 'Frivilligcentret', once: { minutes: 240 }, starts: 100 }],
  versions: [{ ago: 110, followUpAgo: 20, answers: [{ who: 'sussi', answer: 'agree' }, { who: 'felix', answer: null, notHeard: 'Felix er 4 år' }] }],
})

/** Speaks Ukrainian, with an interpreter. */
const bondar: Story = family({
  name: 'Bondar', since: 85, ...both, helpers: ['job', 'teacher'], why: 'Oksana er kommet hertil alene med to børn og vil gerne arbejde som regnskabsassistent.',
  people: { oksana: { name: 'Oksana', age: 35, sex: 'female', language: 'uk', interpreter: true }, danylo: { name: 'Danylo', age: 12, sex: 'male', language: 'uk' }, mila: { name: 'Mila', age: 7, sex: 'female', language: 'uk' } },
  households: [{ name: 'Hjemme', members: ['oksana', 'danylo', 'mila'], street: 'Fjordgade 40, 2.', postcode: '7700', city: 'Thisted' }], custody: { danylo: ['oksana'], mila: ['oksana'] },
  hopes: [{ key: 'tal', who: 'oksana', about: ['oksana'], ago: 76, words: 'At regne igen. Tal er ens på alle sprog' }], goals: [{ key: 'kontor', hope: 'tal', about: ['oksana'], ago: 75, title: 'Oksana er i praktik på et kontor' }],
  activities: [{ goal: 'kontor', about: ['oksana'], ago: 74, what: 'Dansk og regnskab', offer: 'Aftenhold', provider: 'Sprogcentret', weekly: { days: [1, 3], from: '17:00', to: '20:00', minutes: 360 }, starts: 65, ends: -60 }],
  versions: [{ ago: 60, followUpAgo: -30, answers: [{ who: 'oksana', answer: 'agree', words: 'Tak' }, { who: 'danylo', answer: 'agree', words: 'Ok', heardBy: 'Troels Vig, lærer' }, { who: 'mila', answer: 'agree', words: 'Mor smiler', heardBy: 'Troels Vig, lærer' }] }],
})

/** No MitID: everything by telephone and on paper. */
const lyngholm: Story = family({
  name: 'Lyngholm', since: 150, ...both, helpers: ['adult', 'teacher'], why: 'Inga vil ikke have MitID. Hun vil gerne tale med mennesker.',
  people: { inga: { name: 'Inga', age: 51, sex: 'female', channel: 'letter' }, sigurd: { name: 'Sigurd', age: 15, sex: 'male' } }, households: [{ name: 'Hjemme', members: ['inga', 'sigurd'], street: 'Hedevej 77', postcode: '7755', city: 'Bedsted' }], custody: { sigurd: ['inga'] },
  hopes: [{ key: 'hest', who: 'inga', about: ['inga', 'sigurd'], ago: 140, words: 'At beholde gården, til Sigurd er færdig med skolen', channel: 'phone' }], goals: [{ key: 'penge', hope: 'hest', about: ['inga'], ago: 138, title: 'Inga har et budget, der går op' }],
  activities: [{ goal: 'penge', about: ['inga'], ago: 136, what: 'Regninger ved køkkenbordet', offer: 'Helle kommer hver anden uge', provider: 'Projektet', weekly: { days: [2], from: '13:00', to: '14:00', minutes: 30 }, starts: 130, ends: -40 }],
  versions: [{ ago: 125, followUpAgo: 34, atMeeting: false, answers: [{ who: 'inga', answer: 'agree', words: 'Det er mit eget budget', channel: 'phone' }, { who: 'sigurd', answer: 'partly', words: 'Jeg vil helst ud at arbejde', channel: 'paper', heardBy: 'Jesper Klit' }] }],
})

/** Emergency access one evening. */
const vinther: Story = family({
  name: 'Vinther', since: 210, ...both, helpers: ['family', 'addiction'], why: 'Claus og Majbritt har begge et misbrug og vil gerne holde sammen på familien.',
  people: { claus: { name: 'Claus', age: 43, sex: 'male' }, majbritt: { name: 'Majbritt', age: 39, sex: 'female' }, tobias: { name: 'Tobias', age: 10, sex: 'male' } }, households: [{ name: 'Hjemme', members: ['claus', 'majbritt', 'tobias'], street: 'Nørretorv 3', postcode: '7700', city: 'Thisted' }], custody: { tobias: ['claus', 'majbritt'] },
  breakGlass: [{ by: 'vagt', ago: 17, time: '18:05', hours: 2, reason: 'Politiet ringede: Tobias sad alene på stationen' }],
  looks: [{ who: 'koordinator', ago: 185, event: 'plan.read' }, { who: 'vagt', ago: 17, event: 'plan.read', time: '18:11' }],
  hopes: [{ key: 'aften', who: 'tobias', about: ['tobias'], ago: 200, words: 'At der er mad klokken seks', channel: 'meeting' }], goals: [{ key: 'mad', hope: 'aften', about: ['claus', 'majbritt', 'tobias'], ago: 198, title: 'Vi spiser sammen fem dage om ugen' }],
  activities: [{ goal: 'mad', about: ['claus', 'majbritt', 'tobias'], ago: 196, what: 'Fælles madlavning', offer: 'Madklub med andre familier', provider: 'Frivilligcentret', weekly: { days: [4], from: '16:30', to: '19:00', minutes: 150 }, starts: 190, ends: -30 }],
  versions: [{ ago: 185, followUpAgo: 95, answers: [{ who: 'claus', answer: 'agree' }, { who: 'majbritt', answer: 'disagree', words: 'Jeg vil ikke have, at familiegruppen skal vide alt' }, { who: 'tobias', answer: 'agree', words: 'Ja tak', heardBy: 'Henrik Lynge' }] }],
})

const riber: Story = family({
  name: 'Riber', since: 400, ...both, helpers: ['job'], why: 'Anette ville tilbage til sit fag.', people: { anette: { name: 'Anette', age: 40, sex: 'female' }, lea: { name: 'Lea', age: 11, sex: 'female' } },
  households: [{ name: 'Hjemme', members: ['anette', 'lea'], street: 'Vesterhavsgade 2', postcode: '7700', city: 'Thisted' }], custody: { lea: ['anette'] }, closed: { ago: 28, reason: 'goals-reached', by: 'koordinator' },
  hopes: [{ key: 'fag', who: 'anette', about: ['anette'], ago: 390, words: 'At være frisør igen' }], goals: [{ hope: 'fag', about: ['anette'], ago: 388, title: 'Anette har kunder to dage om ugen' }],
})

const onTheirWay: Story[] = [
  referred({
    name: 'Dalgaard', referred: { by: 'sagsbehandler-familie', sector: 'family-department', ago: 20, yes: 'signed', note: 'Trine har en aktiv børnesag og tre sagsbehandlere. Hun beder selv om en koordinator.' },
    yes: [{ who: 'trine', to: 'referral', ago: 21, channel: 'meeting' }, { who: 'trine', to: 'place', ago: 3, channel: 'meeting' }], screening: { ago: 7, answers: yesToAll('Oplyst af familiegruppen og jobcentret') },
    people: { trine: { name: 'Trine', age: 32, sex: 'female' }, isak: { name: 'Isak', age: 8, sex: 'male' } }, households: [{ name: 'Hjemme', members: ['trine', 'isak'], street: 'Munkevej 14', postcode: '7700', city: 'Thisted' }], custody: { isak: ['trine'] },
    consents: [{ template: 'consider-intake', about: ['trine', 'isak'], ago: 21, registeredBy: 'sagsbehandler-familie' }, { template: 'holistic-plan', about: ['trine', 'isak'], ago: 4, registeredBy: 'visitator' },
      { template: 'first-meeting', about: ['trine', 'isak'], ago: 4, to: ['family-department', 'employment', 'education'], registeredBy: 'visitator' }],
    tasks: [{ role: 'intake-team', code: 'new-referral', dueAgo: 19 }],
  }),
  referred({
    name: 'Skaarup', referred: { by: 'sagsbehandler-jobcenter', sector: 'employment', ago: 2, yes: 'spoken', note: 'Ronni vil gerne have hjælp til at se sine børn mere og få styr på økonomien.' }, yes: [{ who: 'ronni', to: 'referral', ago: 3, channel: 'telephone' }],
    people: { ronni: { name: 'Ronni', age: 34, sex: 'male' }, zoe: { name: 'Zoe', age: 6, sex: 'female' }, heidi: { name: 'Heidi', age: 33, sex: 'female', role: 'other-parent', channel: 'letter' } }, households: [{ name: 'Hjemme', members: ['ronni', 'zoe'], street: 'Strandvej 51', postcode: '7730', city: 'Hanstholm' }],
    custody: { zoe: ['ronni', 'heidi'] }, consents: [{ template: 'consider-intake', about: ['ronni'], ago: 3, registeredBy: 'sagsbehandler-jobcenter', from: ['employment'] }], tasks: [{ role: 'intake-team', code: 'new-referral', dueAgo: 1 }],
  }),
]

/** Thisted's families; the first one is the demo's. Every person is invented. */
export const thistedStories: Story[] = [noergaard, kjaersgaard, bondar, lyngholm, vinther, riber, ...onTheirWay]
