import { family } from '../family.ts'
import type { Story } from '../story.ts'
import { ipsen } from './ipsen.ts'

/** A first child on the way. */
const damgaard: Story = family({
  name: 'Damgaard',
  since: 70,
  coordinator: 'koordinator',
  helpers: ['health', 'job', 'family'],
  why: 'Freja og Nicklas venter barn. Begge har selv været anbragt og vil gerne have hjælp, før barnet kommer.',
  people: {
    freja: { name: 'Freja', age: 22, sex: 'female' },
    nicklas: { name: 'Nicklas', age: 24, sex: 'male', lastName: 'Rask' },
    lille: { name: 'Den lille', kind: 'unborn', due: 62 },
    mormor: { name: 'Jytte', kind: 'network', role: 'network' },
  },
  households: [
    { name: 'Hjemme', members: ['freja', 'nicklas', 'lille'], street: 'Stationsvej 5, 1.', postcode: '7130', city: 'Juelsminde' },
  ],
  custody: {},
  relations: [
    ['freja', 'partner', 'nicklas'],
    ['freja', 'parent', 'lille'],
    ['nicklas', 'parent', 'lille'],
    ['mormor', 'network', 'freja', 'Plejemor gennem ti år'],
  ],
  hopes: [
    { key: 'klar', who: 'freja', about: ['freja', 'nicklas'], ago: 64, words: 'At vi er klar, og at ingen tager ham fra os' },
    { who: 'nicklas', about: ['nicklas'], ago: 64, words: 'At være en far, der er der' },
  ],
  goals: [
    {
      key: 'hjem',
      hope: 'klar',
      about: ['freja', 'nicklas'],
      ago: 62,
      title: 'Hjemmet er klar til barnet',
      measure: 'Listen fra sundhedsplejersken',
    },
    { key: 'uddannelse', hope: 'klar', about: ['nicklas'], ago: 62, title: 'Nicklas begynder på grundforløb til august' },
  ],
  activities: [
    {
      goal: 'hjem',
      about: ['freja', 'nicklas'],
      ago: 60,
      what: 'Familieforberedelse',
      offer: 'Hold for kommende forældre',
      provider: 'Sundhedsplejen',
      weekly: { days: [4], from: '17:00', to: '19:00', minutes: 120 },
      starts: 50,
      ends: -40,
    },
    {
      goal: 'uddannelse',
      about: ['nicklas'],
      ago: 60,
      what: 'Besøg på erhvervsskolen',
      offer: 'Rundvisning med vejleder',
      provider: 'Ungegruppen',
      once: { minutes: 180 },
      starts: -6,
    },
  ],
  versions: [
    {
      ago: 45,
      followUpAgo: -45,
      answers: [
        { who: 'freja', answer: 'agree', words: 'Det føles, som om I er på vores hold' },
        { who: 'nicklas', answer: 'agree' },
      ],
    },
  ],
})

/** A plan in the making: much is not known yet, and that is fine until it is to be agreed. */
const tranberg: Story = family({
  name: 'Tranberg',
  since: 42,
  coordinator: 'koordinator',
  helpers: ['job', 'daycare'],
  why: 'Lærke er 19 og alene med Viggo. Hun vil gerne tilbage på gymnasiet.',
  people: { laerke: { name: 'Lærke', age: 19, sex: 'female' }, viggo: { name: 'Viggo', age: 1, sex: 'male' } },
  households: [{ name: 'Hjemme', members: ['laerke', 'viggo'], street: 'Parkvej 66, 3. mf.', postcode: '8722', city: 'Hedensted' }],
  custody: { viggo: ['laerke'] },
  hopes: [{ key: 'hue', who: 'laerke', about: ['laerke'], ago: 30, words: 'At få huen på, og at Viggo står og vinker' }],
  goals: [
    { key: 'gym', hope: 'hue', about: ['laerke'], ago: 29, title: 'Lærke er tilbage i 2. g' },
    { about: ['laerke', 'viggo'], ago: 12, title: '' },
  ],
  activities: [
    {
      goal: 'gym',
      about: ['laerke'],
      ago: 28,
      what: 'Samtale med studievejleder',
      offer: 'Vejledning',
      provider: 'Gymnasiet',
      once: { minutes: 60 },
      starts: -4,
    },
    { goal: 'gym', about: ['laerke'], ago: 11, what: 'Pasning om aftenen', offer: '', unknown: { start: 2, offer: -12, hours: -12 } },
  ],
})

/** Brand new: a coordinator since last week, and one signature missing. */
const nygaard: Story = family({
  name: 'Nygaard',
  since: 9,
  coordinator: 'koordinator',
  helpers: ['family', 'teacher'],
  why: 'Tina og Morten er gået fra hinanden, men bor sammen endnu. Der er gæld og mange skænderier.',
  people: {
    tina: { name: 'Tina', age: 35, sex: 'female' },
    morten: { name: 'Morten', age: 36, sex: 'male' },
    alma: { name: 'Alma', age: 12, sex: 'female' },
    storm: { name: 'Storm', age: 9, sex: 'male' },
  },
  households: [
    { name: 'Hjemme', members: ['tina', 'morten', 'alma', 'storm'], street: 'Birkevænget 8', postcode: '8723', city: 'Løsning' },
  ],
  custody: { alma: ['tina', 'morten'], storm: ['tina', 'morten'] },
  consents: [
    { template: 'consider-intake', about: ['tina', 'morten', 'alma', 'storm'], ago: 39, registeredBy: 'sagsbehandler-familie' },
    { template: 'holistic-plan', about: ['tina', 'morten', 'alma', 'storm'], ago: 10, registeredBy: 'visitator' },
    {
      template: 'first-meeting',
      about: ['tina', 'morten', 'alma', 'storm'],
      ago: 10,
      to: ['family-department', 'education'],
      registeredBy: 'visitator',
    },
    { template: 'plan-to-education', about: ['alma', 'storm'], ago: 6, states: { morten: 'refused' } },
  ],
})

/** A father alone with twins; his treatment is his own and stays there. */
const mikkelsen: Story = family({
  name: 'Mikkelsen',
  since: 140,
  coordinator: 'koordinator',
  helpers: ['addiction', 'daycare', 'job'],
  why: 'Daniel er alene med tvillingerne, siden deres mor døde. Han har bedt om hjælp til at holde op med at drikke.',
  people: {
    daniel: { name: 'Daniel', age: 33, sex: 'male' },
    liva: { name: 'Liva', age: 5, sex: 'female' },
    luna: { name: 'Luna', age: 5, sex: 'female' },
    farfar: { name: 'Henning', kind: 'network', role: 'network' },
  },
  households: [{ name: 'Hjemme', members: ['daniel', 'liva', 'luna'], street: 'Rugmarken 17', postcode: '8763', city: 'Rask Mølle' }],
  custody: { liva: ['daniel'], luna: ['daniel'] },
  hopes: [{ key: 'glad', who: 'daniel', about: ['daniel', 'liva', 'luna'], ago: 130, words: 'At pigerne husker mig som en glad far' }],
  goals: [
    { key: 'aften', hope: 'glad', about: ['daniel', 'liva', 'luna'], ago: 128, title: 'Vi læser hver aften' },
    { key: 'aedru', sector: 'addiction', by: 'rusmiddel', about: ['daniel'], ago: 126, title: 'Daniel holder ugen uden alkohol' },
  ],
  activities: [
    {
      goal: 'aften',
      about: ['daniel', 'liva', 'luna'],
      ago: 126,
      what: 'Bibliotek med farfar',
      offer: 'Henning henter og låner bøger',
      provider: 'Familien selv',
      weekly: { days: [6], from: '10:00', to: '11:30', minutes: 90 },
      starts: 120,
      ends: -60,
    },
  ],
  versions: [
    {
      ago: 110,
      followUpAgo: 15,
      answers: [
        { who: 'daniel', answer: 'agree' },
        { who: 'liva', answer: 'agree', words: 'Bogen med haren', heardBy: 'Mikkel Vang, pædagog' },
        { who: 'luna', answer: 'agree', words: 'Også mig', heardBy: 'Mikkel Vang, pædagog' },
      ],
    },
  ],
})

/** Grandmother holds custody; consents end soon. */
const olesen: Story = family({
  name: 'Olesen',
  since: 345,
  coordinator: 'koordinator',
  helpers: ['teacher', 'adult'],
  why: 'Ruth har haft forældremyndigheden over Jeppe, siden han var 6. Kræfterne er ved at slippe op.',
  people: { ruth: { name: 'Ruth', age: 63, sex: 'female', channel: 'phone' }, jeppe: { name: 'Jeppe', age: 13, sex: 'male' } },
  households: [{ name: 'Hjemme', members: ['ruth', 'jeppe'], street: 'Kirkebakken 4', postcode: '7140', city: 'Stouby' }],
  custody: { jeppe: ['ruth'] },
  relations: [['ruth', 'grandparent', 'jeppe']],
  hopes: [
    { key: 'rest', who: 'ruth', about: ['ruth', 'jeppe'], ago: 335, words: 'At der er en til Jeppe, når jeg ikke er her mere' },
    { who: 'jeppe', about: ['jeppe'], ago: 330, words: 'At spille guitar i et band', channel: 'meeting' },
  ],
  goals: [
    { key: 'aflast', hope: 'rest', about: ['ruth', 'jeppe'], ago: 333, title: 'Jeppe er hos en aflastningsfamilie hver anden weekend' },
  ],
  activities: [
    {
      goal: 'aflast',
      about: ['jeppe'],
      ago: 330,
      what: 'Weekend hos Bodil og Frede',
      offer: 'Aflastning',
      provider: 'Familieafdelingen',
      weekly: { days: [6, 7], minutes: 1440 },
      starts: 310,
      ends: -55,
    },
  ],
  versions: [
    {
      ago: 320,
      followUpAgo: 230,
      answers: [
        { who: 'ruth', answer: 'agree' },
        { who: 'jeppe', answer: 'partly', words: 'Kun hvis jeg må tage guitaren med', heardBy: 'Anna Holm' },
      ],
    },
  ],
  looks: [
    { who: 'koordinator', ago: 300, event: 'plan.read' },
    { who: 'koordinator', ago: 14, event: 'plan.read' },
  ],
})

const gade: Story = family({
  name: 'Gade',
  since: 100,
  coordinator: 'koordinator',
  helpers: ['teacher', 'job'],
  why: 'Susanne har smerter og er sygemeldt. Magnus vil ikke i skole efter mobning.',
  people: {
    susanne: { name: 'Susanne', age: 42, sex: 'female' },
    per: { name: 'Per', age: 45, sex: 'male' },
    magnus: { name: 'Magnus', age: 11, sex: 'male' },
  },
  households: [{ name: 'Hjemme', members: ['susanne', 'per', 'magnus'], street: 'Vestermarksvej 52', postcode: '8722', city: 'Hedensted' }],
  custody: { magnus: ['susanne', 'per'] },
  hopes: [{ key: 'ud', who: 'susanne', about: ['susanne', 'per', 'magnus'], ago: 90, words: 'At vi kommer ud at fiske igen' }],
  goals: [
    { key: 'skole', hope: 'ud', about: ['magnus'], ago: 88, title: 'Magnus går i skole med en ven' },
    { key: 'smerte', hope: 'ud', about: ['susanne'], ago: 88, title: 'Susanne kan gå to kilometer' },
  ],
  activities: [
    {
      goal: 'skole',
      about: ['magnus'],
      ago: 86,
      what: 'Ny klasse, kort dag',
      offer: 'Tre timer om dagen de første uger',
      provider: 'Skolen ved åen',
      weekly: { days: [1, 2, 3, 4, 5], from: '08:00', to: '11:00', minutes: 900 },
      starts: 80,
      ends: -30,
    },
    {
      goal: 'smerte',
      about: ['susanne'],
      ago: 86,
      what: 'Bassintræning',
      offer: 'Hold for smerteramte',
      provider: 'Sundhedscentret',
      weekly: { days: [2, 4], from: '11:30', to: '12:30', minutes: 120 },
      starts: 75,
      ends: -30,
    },
  ],
  versions: [
    {
      ago: 78,
      followUpAgo: -13,
      answers: [
        { who: 'susanne', answer: 'agree' },
        { who: 'per', answer: 'agree', words: 'Jeg har allerede købt snøre' },
        { who: 'magnus', answer: 'agree', words: 'Kun hvis det er den nye klasse', heardBy: 'Line Krogh, lærer' },
      ],
    },
  ],
})

/** Closed: they manage without us now. */
const vestmark: Story = family({
  name: 'Vestmark',
  since: 420,
  coordinator: 'koordinator',
  helpers: ['job'],
  why: 'Maria ville gerne i arbejde og have børnene i fast pasning.',
  people: { maria: { name: 'Maria', age: 30, sex: 'female' }, karl: { name: 'Karl', age: 6, sex: 'male' } },
  households: [{ name: 'Hjemme', members: ['maria', 'karl'], street: 'Møllevej 12', postcode: '7130', city: 'Juelsminde' }],
  custody: { karl: ['maria'] },
  hopes: [{ key: 'job', who: 'maria', about: ['maria'], ago: 410, words: 'At Karl kan sige, at hans mor er bager' }],
  goals: [{ key: 'job', hope: 'job', about: ['maria'], ago: 408, title: 'Maria har et job i et bageri' }],
  activities: [
    {
      goal: 'job',
      about: ['maria'],
      ago: 405,
      what: 'Praktik i bageriet',
      offer: 'Praktik, som blev til et job',
      provider: 'Jobcenter Hedensted',
      weekly: { days: [1, 2, 3, 4], from: '05:30', to: '11:30', minutes: 1440 },
      starts: 395,
      ends: 60,
    },
  ],
  versions: [
    {
      ago: 398,
      followUpAgo: 300,
      answers: [
        { who: 'maria', answer: 'agree', words: 'Så er det nu' },
        { who: 'karl', answer: 'agree', words: 'Jeg vil have kanelsnegle', heardBy: 'Anna Holm' },
      ],
    },
  ],
  closed: { ago: 21, reason: 'goals-reached', by: 'koordinator' },
})

/** The rest of Anna's families. */
export const annasOthers: Story[] = [damgaard, ipsen, tranberg, nygaard, mikkelsen, olesen, gade, vestmark]
