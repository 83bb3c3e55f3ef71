import { family, referred, yesToAll } from '../family.ts'
import type { Story } from '../story.ts'

/** Peter's families; Sanne has one of them while he is away. */
export const petersFamilies: Story[] = [
  family({
    name: 'Bach',
    since: 180,
    coordinator: 'koordinator2',
    helpers: ['teacher'],
    why: 'Louise er alene med to og sover næsten ikke om natten.',
    people: {
      louise: { name: 'Louise', age: 29, sex: 'female' },
      mille: { name: 'Mille', age: 8, sex: 'female' },
      anton: { name: 'Anton', age: 6, sex: 'male' },
    },
    households: [{ name: 'Hjemme', members: ['louise', 'mille', 'anton'], street: 'Solvænget 3', postcode: '8722', city: 'Hedensted' }],
    custody: { mille: ['louise'], anton: ['louise'] },
    team: [
      { staff: 'koordinator2', role: 'coordinator', sector: 'coordination', ago: 178, does: 'Holder sammen på planen' },
      {
        staff: 'afloeser',
        role: 'secondary-coordinator',
        sector: 'coordination',
        ago: 5,
        until: -16,
        does: 'Er jeres koordinator, mens Peter er væk',
      },
      { staff: 'laerer', role: 'teacher', sector: 'education', ago: 170, does: 'Milles lærer' },
    ],
    hopes: [{ key: 'ro', who: 'louise', about: ['louise'], ago: 170, words: 'At sove en hel nat og vågne glad' }],
    goals: [{ key: 'nat', hope: 'ro', about: ['louise', 'anton'], ago: 168, title: 'Anton sover i sin egen seng' }],
    instruments: {
      forms: [
        { about: 'louise', tool: 'who-5', form: 'self', ago: 165, answers: [1, 2, 1, 0, 2] },
        { about: 'louise', tool: 'who-5', form: 'self', ago: 105, answers: [1, 1, 1, 1, 1] },
        { about: 'louise', tool: 'who-5', form: 'self', ago: 20, answers: [3, 3, 2, 3, 3] },
        { about: 'mille', tool: 'sdq', form: 'P4-17', by: 'louise', ago: 160, scores: { emotional: 6, conduct: 2, hyperactivity: 5, peer: 3, prosocial: 8, impact: 3 } },
        { about: 'mille', tool: 'sdq', form: 'P4-17', by: 'louise', ago: 12, scores: { emotional: 4, conduct: 1, hyperactivity: 5, peer: 3, prosocial: 9, impact: 1 } },
        { about: 'mille', tool: 'sdq', form: 'T4-17', name: 'Line Krogh', ago: 150, scores: { emotional: 5, conduct: 1, hyperactivity: 6, peer: 4, prosocial: 7, impact: 2 } },
      ],
      goalScales: [
        {
          goal: 'Anton sover i sin egen seng',
          ago: 160,
          levels: ['Anton sover i min seng hver nat', 'Han begynder i sin egen, men kommer ind før midnat', 'Han sover i sin egen tre nætter om ugen', 'Han sover i sin egen de fleste nætter', 'Han sover i sin egen hver nat, og jeg sover igennem'],
          baseline: -1,
          ratings: [{ ago: 100, level: -1 }, { ago: 30, level: 0, words: 'Tre nætter i sidste uge' }],
        },
      ],
    },
    activities: [
      {
        goal: 'nat',
        about: ['louise', 'anton'],
        ago: 166,
        what: 'Ny godnatrutine',
        offer: 'Vejledning fire gange',
        provider: 'Familiehuset',
        weekly: { days: [1], from: '18:00', to: '19:00', minutes: 60 },
        starts: 160,
        ends: 30,
      },
    ],
    versions: [
      {
        ago: 155,
        followUpAgo: 64,
        answers: [
          { who: 'louise', answer: 'agree' },
          { who: 'mille', answer: 'agree', words: 'Ja', heardBy: 'Peter Bak' },
          { who: 'anton', answer: null, notHeard: 'Anton ville ikke tale den dag' },
        ],
      },
    ],
  }),
  family({
    name: 'Kjeldsen',
    since: 65,
    coordinator: 'koordinator2',
    helpers: ['family', 'job'],
    why: 'Kim og Rikke har begge mistet deres arbejde og er ved at miste huset.',
    people: {
      kim: { name: 'Kim', age: 40, sex: 'male' },
      rikke: { name: 'Rikke', age: 38, sex: 'female' },
      sofia: { name: 'Sofia', age: 15, sex: 'female' },
    },
    households: [{ name: 'Hjemme', members: ['kim', 'rikke', 'sofia'], street: 'Lindealle 44', postcode: '7160', city: 'Tørring' }],
    custody: { sofia: ['kim', 'rikke'] },
    hopes: [{ key: 'blive', who: 'rikke', about: ['kim', 'rikke', 'sofia'], ago: 55, words: 'At Sofia kan blive på sin skole' }],
    goals: [{ key: 'bolig', hope: 'blive', about: ['kim', 'rikke'], ago: 54, title: 'Vi har en bolig, vi har råd til' }],
    activities: [
      {
        goal: 'bolig',
        about: ['kim', 'rikke'],
        ago: 52,
        what: 'Budget og gæld',
        offer: 'Gratis gældsrådgivning',
        provider: 'Frivilligcentret',
        once: { minutes: 120 },
        starts: -10,
      },
    ],
  }),
  family({
    name: 'Lauritsen',
    since: 300,
    coordinator: 'koordinator2',
    helpers: ['teacher', 'psychologist', 'job'],
    why: 'Emma har ikke været i skole i et halvt år.',
    people: {
      jette: { name: 'Jette', age: 44, sex: 'female' },
      emma: { name: 'Emma', age: 13, sex: 'female' },
      palle: { name: 'Palle', age: 47, sex: 'male', role: 'other-parent' },
    },
    households: [
      { name: 'Hjemme', members: ['jette', 'emma'], street: 'Agervej 7', postcode: '8723', city: 'Løsning' },
      { name: 'Hos Palle', members: ['palle'], street: 'Havnegade 1', postcode: '7130', city: 'Juelsminde' },
    ],
    custody: { emma: ['jette', 'palle'] },
    hopes: [{ key: 'ven', who: 'emma', member: 'emma', about: ['emma'], ago: 280, words: 'At få én ven' }],
    goals: [{ key: 'ud', hope: 'ven', about: ['emma'], ago: 278, title: 'Emma går i stald hos naboen to gange om ugen' }],
    activities: [
      {
        goal: 'ud',
        about: ['emma'],
        ago: 276,
        what: 'Stalden',
        offer: 'Emma hjælper med hestene',
        provider: 'Naboen',
        weekly: { days: [2, 6], from: '15:00', to: '17:00', minutes: 240 },
        starts: 270,
        ends: -60,
      },
    ],
    versions: [
      {
        ago: 265,
        followUpAgo: 175,
        answers: [
          { who: 'jette', answer: 'agree' },
          { who: 'emma', answer: 'agree', words: 'Hestene spørger ikke om noget', heardBy: 'Peter Bak' },
        ],
      },
    ],
  }),
]

const intakeConsent = (about: string[], ago: number) => ({ template: 'consider-intake', about, ago, registeredBy: 'sagsbehandler-familie' })

/** On their way in: ready for the decision, just referred, waiting for a place, and one that was refused. */
export const onTheirWay: Story[] = [
  referred({
    name: 'Ravnsborg',
    referred: {
      by: 'sagsbehandler-familie',
      sector: 'family-department',
      ago: 24,
      yes: 'signed',
      note: 'Heidi og Ulrik har fire børn og fem afdelinger. De siger selv, at de mangler én at tale med.',
    },
    yes: [
      { who: 'heidi', to: 'referral', ago: 25, channel: 'meeting' },
      { who: 'ulrik', to: 'referral', ago: 25, channel: 'meeting' },
      { who: 'heidi', to: 'place', ago: 4, channel: 'meeting' },
      { who: 'ulrik', to: 'place', ago: 4, channel: 'telephone' },
    ],
    screening: {
      ago: 8,
      note: 'Familien vil gerne begynde hurtigst muligt.',
      answers: yesToAll('Oplyst i henvisningen og på mødet i sidste uge'),
    },
    people: {
      heidi: { name: 'Heidi', age: 36, sex: 'female' },
      ulrik: { name: 'Ulrik', age: 39, sex: 'male' },
      sarah: { name: 'Sarah', age: 14, sex: 'female' },
      frida: { name: 'Frida', age: 10, sex: 'female' },
      carl: { name: 'Carl', age: 7, sex: 'male' },
      elias: { name: 'Elias', age: 2, sex: 'male' },
    },
    households: [
      {
        name: 'Hjemme',
        members: ['heidi', 'ulrik', 'sarah', 'frida', 'carl', 'elias'],
        street: 'Fælledvej 90',
        postcode: '7171',
        city: 'Uldum',
      },
    ],
    custody: { sarah: ['heidi', 'ulrik'], frida: ['heidi', 'ulrik'], carl: ['heidi', 'ulrik'], elias: ['heidi', 'ulrik'] },
    consents: [
      intakeConsent(['heidi', 'ulrik', 'sarah', 'frida', 'carl', 'elias'], 25),
      { template: 'holistic-plan', about: ['heidi', 'ulrik', 'sarah', 'frida', 'carl', 'elias'], ago: 5, registeredBy: 'visitator' },
      {
        template: 'first-meeting',
        about: ['heidi', 'ulrik', 'sarah', 'frida', 'carl', 'elias'],
        ago: 5,
        to: ['family-department', 'employment', 'education'],
        registeredBy: 'visitator',
      },
    ],
    tasks: [{ role: 'intake-team', code: 'new-referral', dueAgo: 23 }],
  }),
  referred({
    name: 'Skytte',
    referred: {
      by: 'sagsbehandler-jobcenter',
      sector: 'employment',
      ago: 3,
      yes: 'spoken',
      note: 'Jannie fortæller, at sønnen er begyndt at pjække. Hun vil gerne høre om projektet.',
    },
    yes: [{ who: 'jannie', to: 'referral', ago: 4, channel: 'telephone' }],
    people: {
      jannie: { name: 'Jannie', age: 38, sex: 'female' },
      lucas: { name: 'Lucas', age: 13, sex: 'male' },
      flemming: { name: 'Flemming', age: 43, sex: 'male', role: 'other-parent', channel: 'letter' },
    },
    households: [{ name: 'Hjemme', members: ['jannie', 'lucas'], street: 'Pilevej 2', postcode: '8722', city: 'Hedensted' }],
    custody: { lucas: ['jannie', 'flemming'] },
    consents: [
      {
        template: 'consider-intake',
        about: ['jannie'],
        ago: 4,
        registeredBy: 'sagsbehandler-jobcenter',
        from: ['employment', 'education'],
      },
      {
        template: 'consider-intake',
        about: ['lucas'],
        ago: 4,
        registeredBy: 'sagsbehandler-jobcenter',
        from: ['education'],
        states: { flemming: 'asked' },
      },
    ],
    tasks: [{ role: 'intake-team', code: 'new-referral', dueAgo: 2 }],
  }),
  referred({
    name: 'Toft',
    referred: {
      by: 'sagsbehandler-familie',
      sector: 'family-department',
      ago: 75,
      yes: 'signed',
      note: 'Betina venter på en plads. Hun har det bedre, men mangler en til at samle trådene.',
    },
    yes: [
      { who: 'betina', to: 'referral', ago: 76, channel: 'paper' },
      { who: 'betina', to: 'place', ago: 52, channel: 'meeting' },
    ],
    screening: { ago: 55, answers: yesToAll('Oplyst af familieafdelingen') },
    decided: { ago: 50, decision: 'waiting', reasons: 'Familien er i målgruppen. Der er en plads, når den næste familie slutter.' },
    people: { betina: { name: 'Betina', age: 27, sex: 'female' }, theo: { name: 'Theo', age: 5, sex: 'male' } },
    households: [{ name: 'Hjemme', members: ['betina', 'theo'], street: 'Torvet 6, 2.', postcode: '8700', city: 'Horsens' }],
    custody: { theo: ['betina'] },
    consents: [
      intakeConsent(['betina', 'theo'], 76),
      { template: 'holistic-plan', about: ['betina', 'theo'], ago: 51, registeredBy: 'visitator' },
      { template: 'first-meeting', about: ['betina', 'theo'], ago: 51, to: ['family-department'], registeredBy: 'visitator' },
    ],
  }),
  referred({
    name: 'Overlund',
    referred: {
      by: 'sagsbehandler-jobcenter',
      sector: 'employment',
      ago: 130,
      yes: 'signed',
      note: 'Begge forældre er i uddannelse nu, men vil gerne have hjælp til økonomien.',
    },
    yes: [{ who: 'anja', to: 'referral', ago: 131, channel: 'meeting' }],
    screening: {
      ago: 115,
      answers: {
        ...yesToAll('Oplyst af forældrene'),
        'both-parents-work-or-study': ['yes', 'Social- og sundhedsskolen og maskinmesterskolen'],
        'parent-on-cash-benefit': ['no'],
      },
    },
    decided: {
      ago: 95,
      decision: 'refused',
      reasons: 'Begge forældre er i gang med en uddannelse. Vi har hjulpet dem videre til gældsrådgivningen.',
    },
    people: {
      anja: { name: 'Anja', age: 28, sex: 'female' },
      simon: { name: 'Simon', age: 30, sex: 'male' },
      ellen: { name: 'Ellen', age: 3, sex: 'female' },
    },
    households: [{ name: 'Hjemme', members: ['anja', 'simon', 'ellen'], street: 'Bygaden 19', postcode: '8783', city: 'Hornsyld' }],
    custody: { ellen: ['anja', 'simon'] },
    consents: [intakeConsent(['anja', 'simon', 'ellen'], 131)],
  }),
]
