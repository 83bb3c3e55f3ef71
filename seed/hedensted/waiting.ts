import { referred, yesToAll } from '../family.ts'
import type { Story } from '../story.ts'

const consents = (about: string[], ago: number): Story['consents'] => [
  { template: 'consider-intake', about, ago: ago + 25, registeredBy: 'sagsbehandler-familie' },
  { template: 'holistic-plan', about, ago: ago + 1, registeredBy: 'visitator' },
  { template: 'first-meeting', about, ago: ago + 1, to: ['family-department'], registeredBy: 'visitator' },
]

/** Families on the waiting list beside Toft. */
export const onTheList: Story[] = [
  referred({
    name: 'Lauridsen',
    referred: {
      by: 'sagsbehandler-familie',
      sector: 'family-department',
      ago: 64,
      yes: 'signed',
      note: 'Camilla venter sit andet barn og går til tre steder for at få hjælp. Hun vil gerne have én at ringe til.',
    },
    yes: [{ who: 'camilla', to: 'referral', ago: 65, channel: 'meeting' }],
    screening: { ago: 44, answers: yesToAll('Oplyst af familieafdelingen'), note: 'Et netværk, der er ved at slippe op' },
    decided: { ago: 36, decision: 'waiting', reasons: 'Familien er i målgruppen. I kommer med, når der er en plads.' },
    people: {
      camilla: { name: 'Camilla', age: 25, sex: 'female' },
      nohr: { name: 'Nohr', age: 3, sex: 'male' },
    },
    households: [{ name: 'Hjemme', members: ['camilla', 'nohr'], street: 'Rugvangen 11', postcode: '8722', city: 'Hedensted' }],
    custody: { nohr: ['camilla'] },
    relations: [['camilla', 'parent', 'nohr']],
    consents: consents(['camilla', 'nohr'], 36),
  }),
  referred({
    name: 'Frandsen',
    referred: {
      by: 'sagsbehandler-familie',
      sector: 'family-department',
      ago: 41,
      yes: 'spoken',
      note: 'Rasmus er alene med to drenge og er sygemeldt. Skolen og jobcentret siger hver sit.',
    },
    yes: [{ who: 'rasmus', to: 'referral', ago: 42, channel: 'telephone' }],
    screening: { ago: 20, answers: yesToAll('Oplyst af familieafdelingen og jobcentret') },
    decided: { ago: 16, decision: 'waiting', reasons: 'Familien er i målgruppen. I kommer med, når der er en plads.' },
    people: {
      rasmus: { name: 'Rasmus', age: 38, sex: 'male' },
      elias: { name: 'Elias', age: 12, sex: 'male' },
      villum: { name: 'Villum', age: 7, sex: 'male' },
    },
    households: [{ name: 'Hjemme', members: ['rasmus', 'elias', 'villum'], street: 'Kildebakken 2', postcode: '7171', city: 'Uldum' }],
    custody: { elias: ['rasmus'], villum: ['rasmus'] },
    relations: [
      ['rasmus', 'parent', 'elias'],
      ['rasmus', 'parent', 'villum'],
    ],
    consents: consents(['rasmus', 'elias', 'villum'], 16),
  }),
]
