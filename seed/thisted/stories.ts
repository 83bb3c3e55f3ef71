import { family, referred, yesToAll } from '../family.ts'
import type { Story } from '../story.ts'
import { noergaard } from './noergaard.ts'
import { skovby } from './without-login.ts'
import { onTheList } from './waiting.ts'

const both = { coordinator: 'koordinator', secondary: 'koordinator2' } as const

/** A shield and a protected address. */
const kjaersgaard: Story = family({
  name: 'Kjærsgaard',
  since: 130,
  ...both,
  helpers: ['family', 'daycare'],
  why: 'Sussi og Felix er flyttet fra krisecenter til egen lejlighed.',
  people: {
    sussi: { name: 'Sussi', age: 26, sex: 'female', channel: 'phone' },
    felix: { name: 'Felix', age: 4, sex: 'male' },
    dennis: { name: 'Dennis', age: 31, sex: 'male', role: 'other-parent', lastName: 'Holk' },
  },
  households: [
    { name: 'Hos Sussi', members: ['sussi', 'felix'], street: 'Hemmelig adresse 2', postcode: '7700', city: 'Thisted', protected: true },
    { name: 'Hos Dennis', members: ['dennis'], street: 'Søvej 5', postcode: '7752', city: 'Snedsted' },
  ],
  custody: { felix: ['sussi'] },
  shields: [{ a: 'sussi', b: 'dennis', ago: 129, reason: 'Polititilhold', by: 'koordinator' }],
  guarded: true,
  hopes: [{ key: 'doer', who: 'sussi', about: ['sussi', 'felix'], ago: 120, words: 'At låse min egen dør op' }],
  goals: [{ key: 'hjem', hope: 'doer', about: ['sussi', 'felix'], ago: 118, title: 'Vi har en stue, vi er glade for' }],
  activities: [
    {
      goal: 'hjem',
      about: ['sussi', 'felix'],
      ago: 116,
      what: 'Møbler fra genbrug',
      offer: 'Frivillige kører ud',
      provider: 'Frivilligcentret',
      once: { minutes: 240 },
      starts: 100,
    },
  ],
  versions: [
    {
      ago: 110,
      followUpAgo: 20,
      answers: [
        { who: 'sussi', answer: 'agree' },
        { who: 'felix', answer: null, notHeard: 'Felix er 4 år' },
      ],
    },
  ],
})

/** Speaks Ukrainian, with an interpreter. */
const bondar: Story = family({
  name: 'Bondar',
  since: 85,
  ...both,
  helpers: ['job', 'teacher'],
  why: 'Oksana er kommet hertil alene med to børn og vil gerne arbejde som regnskabsassistent.',
  people: {
    oksana: { name: 'Oksana', age: 35, sex: 'female', language: 'uk', interpreter: true },
    danylo: { name: 'Danylo', age: 12, sex: 'male', language: 'uk' },
    mila: { name: 'Mila', age: 7, sex: 'female', language: 'uk' },
  },
  households: [{ name: 'Hjemme', members: ['oksana', 'danylo', 'mila'], street: 'Fjordgade 40, 2.', postcode: '7700', city: 'Thisted' }],
  custody: { danylo: ['oksana'], mila: ['oksana'] },
  hopes: [{ key: 'tal', who: 'oksana', about: ['oksana'], ago: 76, words: 'At regne igen. Tal er ens på alle sprog' }],
  goals: [{ key: 'kontor', hope: 'tal', about: ['oksana'], ago: 75, title: 'Oksana er i praktik på et kontor' }],
  activities: [
    {
      goal: 'kontor',
      about: ['oksana'],
      ago: 74,
      what: 'Dansk og regnskab',
      offer: 'Aftenhold',
      provider: 'Sprogcentret',
      weekly: { days: [1, 3], from: '17:00', to: '20:00', minutes: 360 },
      starts: 65,
      ends: -60,
    },
  ],
  versions: [
    {
      ago: 60,
      followUpAgo: -30,
      answers: [
        { who: 'oksana', answer: 'agree', words: 'Tak' },
        { who: 'danylo', answer: 'agree', words: 'Ok', heardBy: 'Troels Vig, lærer' },
        { who: 'mila', answer: 'agree', words: 'Mor smiler', heardBy: 'Troels Vig, lærer' },
      ],
    },
  ],
})

/** No MitID: everything by telephone and on paper. */
const lyngholm: Story = family({
  name: 'Lyngholm',
  since: 150,
  ...both,
  helpers: ['adult', 'teacher'],
  why: 'Inga vil ikke have MitID. Hun vil gerne tale med mennesker.',
  people: { inga: { name: 'Inga', age: 51, sex: 'female', channel: 'letter' }, sigurd: { name: 'Sigurd', age: 15, sex: 'male' } },
  households: [{ name: 'Hjemme', members: ['inga', 'sigurd'], street: 'Hedevej 77', postcode: '7755', city: 'Bedsted' }],
  custody: { sigurd: ['inga'] },
  hopes: [
    {
      key: 'hest',
      who: 'inga',
      about: ['inga', 'sigurd'],
      ago: 140,
      words: 'At beholde gården, til Sigurd er færdig med skolen',
      channel: 'phone',
    },
  ],
  goals: [{ key: 'penge', hope: 'hest', about: ['inga'], ago: 138, title: 'Inga har et budget, der går op' }],
  activities: [
    {
      goal: 'penge',
      about: ['inga'],
      ago: 136,
      what: 'Regninger ved køkkenbordet',
      offer: 'Helle kommer hver anden uge',
      provider: 'Projektet',
      weekly: { days: [2], from: '13:00', to: '14:00', minutes: 30 },
      starts: 130,
      ends: -40,
    },
  ],
  versions: [
    {
      ago: 125,
      followUpAgo: 34,
      atMeeting: false,
      answers: [
        { who: 'inga', answer: 'agree', words: 'Det er mit eget budget', channel: 'phone' },
        { who: 'sigurd', answer: 'partly', words: 'Jeg vil helst ud at arbejde', channel: 'paper', heardBy: 'Jesper Klit' },
      ],
    },
  ],
})

/** Emergency access one evening. */
const vinther: Story = family({
  name: 'Vinther',
  since: 210,
  ...both,
  helpers: ['family', 'addiction'],
  why: 'Claus og Majbritt har begge et misbrug og vil gerne holde sammen på familien.',
  people: {
    claus: { name: 'Claus', age: 43, sex: 'male' },
    majbritt: { name: 'Majbritt', age: 39, sex: 'female' },
    tobias: { name: 'Tobias', age: 10, sex: 'male' },
  },
  households: [{ name: 'Hjemme', members: ['claus', 'majbritt', 'tobias'], street: 'Nørretorv 3', postcode: '7700', city: 'Thisted' }],
  custody: { tobias: ['claus', 'majbritt'] },
  breakGlass: [{ by: 'vagt', ago: 17, time: '18:05', hours: 2, reason: 'Politiet ringede: Tobias sad alene på stationen' }],
  looks: [
    { who: 'koordinator', ago: 185, event: 'plan.read' },
    { who: 'vagt', ago: 17, event: 'plan.read', time: '18:11' },
  ],
  hopes: [{ key: 'aften', who: 'tobias', about: ['tobias'], ago: 200, words: 'At der er mad klokken seks', channel: 'meeting' }],
  goals: [{ key: 'mad', hope: 'aften', about: ['claus', 'majbritt', 'tobias'], ago: 198, title: 'Vi spiser sammen fem dage om ugen' }],
  activities: [
    {
      goal: 'mad',
      about: ['claus', 'majbritt', 'tobias'],
      ago: 196,
      what: 'Fælles madlavning',
      offer: 'Madklub med andre familier',
      provider: 'Frivilligcentret',
      weekly: { days: [4], from: '16:30', to: '19:00', minutes: 150 },
      starts: 190,
      ends: -30,
    },
  ],
  versions: [
    {
      ago: 185,
      followUpAgo: 95,
      answers: [
        { who: 'claus', answer: 'agree' },
        { who: 'majbritt', answer: 'disagree', words: 'Jeg vil ikke have, at familiegruppen skal vide alt' },
        { who: 'tobias', answer: 'agree', words: 'Ja tak', heardBy: 'Henrik Lynge' },
      ],
    },
  ],
})

const riber: Story = family({
  name: 'Riber',
  since: 400,
  ...both,
  helpers: ['job'],
  why: 'Anette ville tilbage til sit fag.',
  people: { anette: { name: 'Anette', age: 40, sex: 'female' }, lea: { name: 'Lea', age: 11, sex: 'female' } },
  households: [{ name: 'Hjemme', members: ['anette', 'lea'], street: 'Vesterhavsgade 2', postcode: '7700', city: 'Thisted' }],
  custody: { lea: ['anette'] },
  closed: { ago: 28, reason: 'goals-reached', by: 'koordinator' },
  hopes: [{ key: 'fag', who: 'anette', about: ['anette'], ago: 390, words: 'At være frisør igen' }],
  goals: [{ hope: 'fag', about: ['anette'], ago: 388, title: 'Anette har kunder to dage om ugen' }],
})

const onTheirWay: Story[] = [
  referred({
    name: 'Dalgaard',
    referred: {
      by: 'sagsbehandler-familie',
      sector: 'family-department',
      ago: 20,
      yes: 'signed',
      note: 'Trine har en aktiv børnesag og tre sagsbehandlere. Hun beder selv om en koordinator.',
    },
    yes: [
      { who: 'trine', to: 'referral', ago: 21, channel: 'meeting' },
      { who: 'trine', to: 'place', ago: 3, channel: 'meeting' },
    ],
    screening: { ago: 7, answers: yesToAll('Oplyst af familiegruppen og jobcentret') },
    people: { trine: { name: 'Trine', age: 32, sex: 'female' }, isak: { name: 'Isak', age: 8, sex: 'male' } },
    households: [{ name: 'Hjemme', members: ['trine', 'isak'], street: 'Munkevej 14', postcode: '7700', city: 'Thisted' }],
    custody: { isak: ['trine'] },
    consents: [
      { template: 'consider-intake', about: ['trine', 'isak'], ago: 21, registeredBy: 'sagsbehandler-familie' },
      { template: 'holistic-plan', about: ['trine', 'isak'], ago: 4, registeredBy: 'visitator' },
      {
        template: 'first-meeting',
        about: ['trine', 'isak'],
        ago: 4,
        to: ['family-department', 'employment', 'education'],
        registeredBy: 'visitator',
      },
    ],
    tasks: [{ role: 'intake-team', code: 'new-referral', dueAgo: 19 }],
  }),
  referred({
    name: 'Skaarup',
    referred: {
      by: 'sagsbehandler-jobcenter',
      sector: 'employment',
      ago: 2,
      yes: 'spoken',
      note: 'Ronni vil gerne have hjælp til at se sine børn mere og få styr på økonomien.',
    },
    yes: [{ who: 'ronni', to: 'referral', ago: 3, channel: 'telephone' }],
    people: {
      ronni: { name: 'Ronni', age: 34, sex: 'male' },
      zoe: { name: 'Zoe', age: 6, sex: 'female' },
      heidi: { name: 'Heidi', age: 33, sex: 'female', role: 'other-parent', channel: 'letter' },
    },
    households: [{ name: 'Hjemme', members: ['ronni', 'zoe'], street: 'Strandvej 51', postcode: '7730', city: 'Hanstholm' }],
    custody: { zoe: ['ronni', 'heidi'] },
    consents: [{ template: 'consider-intake', about: ['ronni'], ago: 3, registeredBy: 'sagsbehandler-jobcenter', from: ['employment'] }],
    tasks: [{ role: 'intake-team', code: 'new-referral', dueAgo: 1 }],
  }),
]

/** Thisted's families; the first one is the demo's. Every person is invented. */
export const thistedStories: Story[] = [noergaard, skovby, kjaersgaard, bondar, lyngholm, vinther, riber, ...onTheirWay, ...onTheList]
